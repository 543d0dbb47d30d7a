/** Nodes → blocks: each node is offered to the kinds of this build, the first that takes it wins; of what none takes the words are kept. */
import type { Block } from '../briefing/briefing.js';
import type { ChartKind } from '../briefing/chart.js';
import type { Inline } from '../briefing/inline.js';
import type { BlockKind, ParseContext } from '../briefing/kind.js';
import type { CommentNode, ListNode, Node, ParagraphNode, QuoteNode, TableNode } from '../briefing/node.js';
import { commentText, isDirective, noteIn } from './comments.js';
import { inlinesAt } from './inlines.js';
import { listParts } from './lists.js';
import { type Placed, place } from './placed.js';
import { type Reading, report } from './reading.js';

/** What nodes become. */
export interface Offers {
  readonly context: ParseContext;
  /** The block that a kind makes of a node; null where none takes it. */
  take(node: Node): Block | null;
  /** Nodes as blocks of running text only, for speaker notes. */
  texts(nodes: readonly Node[]): readonly Block[];
}

/** Offers nodes to these kinds. */
export function offerTo(reading: Reading, kinds: readonly BlockKind[], charts: readonly ChartKind[]): Offers {
  const flowing = new Set(kinds.filter((kind) => kind.flow === 'text').map((kind) => kind.name));
  const take = (node: Node): Block | null => {
    for (const kind of kinds) {
      const block = kind.parse(node, context);
      if (block) return node.reveal && node.reveal !== 'never' ? { ...block, reveal: node.reveal } : block;
    }
    return null;
  };
  const blocks = (nodes: readonly Node[]): readonly Block[] =>
    nodes
      .flatMap((node) => (node.type === 'list' ? revealedParts(node) : [node]))
      .flatMap((node) => {
        const block = take(node);
        return block ? [block] : leftOver(reading, node, blocks, take);
      });
  const context: ParseContext = {
    file: reading.source.file,
    sink: reading.sink,
    charts,
    blocks,
    inlines: (text, span) => inlinesAt(reading, text, span),
  };
  const texts = (nodes: readonly Node[]): readonly Block[] =>
    nodes.flatMap((node) => {
      const block = node.type === 'rule' || node.type === 'comment' ? null : take(node);
      if (block && flowing.has(block.kind)) return [block];
      return paragraphsOf(node).flatMap((paragraph) => take(paragraph) ?? []);
    });
  return { context, take, texts };
}

/** What stands inside a list that comes item by item comes with the item before it. */
const revealedParts = (list: ListNode): readonly Node[] =>
  listParts(list).map((part) => (list.reveal && !part.reveal ? { ...part, reveal: list.reveal === 'items' ? 'with' : list.reveal } : part));

type Blocks = (nodes: readonly Node[]) => readonly Block[];

/** What is kept of a node that no kind takes. */
function leftOver(reading: Reading, node: Node, blocks: Blocks, take: Offers['take']): readonly Block[] {
  switch (node.type) {
    case 'comment':
      leftComment(reading, node);
      return [];
    case 'rule':
      report(reading, 'info', 'markdown/rule', 'a rule inside another block is left out', node.span);
      return [];
    case 'div':
      if (isNotes(node)) {
        reading.strayNotes.push({ nodes: node.children, offset: node.span.start.offset });
        return [];
      }
      reportDiv(reading, node);
      return blocks(node.children);
    case 'quote':
      return inStretches(reading, node, blocks);
    case 'list':
      unsupported(reading, node, 'list');
      return node.items.flatMap((item) => blocks(item.children));
    case 'table':
      if (node.directive !== '') return withoutDirective(reading, node, blocks);
      break;
  }
  unsupported(reading, node, node.type === 'code' && node.language !== '' ? `code block "${node.language}"` : node.type);
  return paragraphsOf(node).flatMap((paragraph) => (paragraph === node ? [] : (take(paragraph) ?? [])));
}

const FLOWING: ReadonlySet<Node['type']> = new Set(['paragraph', 'heading', 'list']);

/** A callout that holds more than text: each stretch of text is one by itself, and what stands between them follows in its place. */
function inStretches(reading: Reading, node: QuoteNode, blocks: Blocks): readonly Block[] {
  const stretches = stretchesOf(node.children);
  if (node.callout === '' || stretches.length < 2) {
    unsupported(reading, node, node.callout === '' ? 'quote' : `callout "${node.callout}"`);
    return blocks(node.children);
  }
  const labelled = stretches.find(([first]) => first && FLOWING.has(first.type));
  return stretches.flatMap((children) => {
    const [first] = children;
    if (!first || !FLOWING.has(first.type)) return blocks(children);
    const span = { ...first.span, end: (children.at(-1) ?? first).span.end };
    return blocks([{ ...node, titled: children !== labelled || node.titled, children, span }]);
  });
}

/** Neighbours that flow together as text, and every other node by itself. */
const stretchesOf = (nodes: readonly Node[]): readonly (readonly Node[])[] =>
  nodes.reduce<Node[][]>((all, node) => {
    const last = all.at(-1);
    if (last?.[0] && FLOWING.has(last[0].type) && FLOWING.has(node.type)) last.push(node);
    else all.push([node]);
    return all;
  }, []);

const unsupported = (reading: Reading, node: Node, what: string): void =>
  report(reading, 'warning', 'markdown/unsupported', `this ${what} cannot be shown as one; its text is kept`, node.span);

/** Whether a div holds speaker notes. */
export const isNotes = (node: Node): boolean => node.type === 'div' && (node.name === 'notes' || node.name === 'speaker-notes');

/** Says that a div means nothing here. */
export function reportDiv(reading: Reading, node: Extract<Node, { type: 'div' }>): void {
  if (['incremental', 'nonincremental', 'fragment'].some((name) => node.name === name || node.attributes.classes.includes(name))) return;
  const name = node.name === '' ? 'this div' : `"::: ${node.name}"`;
  report(reading, 'info', 'markdown/div', `${name} means nothing here; its content is kept`, { ...node.span, end: node.span.start });
}

function withoutDirective(reading: Reading, node: TableNode, blocks: Blocks): readonly Block[] {
  report(reading, 'warning', 'markdown/unsupported', `"${node.directive}" cannot be followed; the table is shown as it is`, node.span);
  return blocks([{ ...node, directive: '' }]);
}

/** The notes that a comment holds; null where it holds none. What speaks to another tool is told. */
export function leftComment(reading: Reading, node: CommentNode): void {
  const note = noteOf(reading, node);
  if (note) reading.strayNotes.push({ content: note, offset: node.span.start.offset });
  else if (isDirective(node.text, reading.flavour))
    report(reading, 'info', 'markdown/directive', `"${firstLine(node.text)}" is a directive of another tool and is left out`, node.span);
}

const firstLine = (text: string): string => text.split('\n', 1)[0] ?? text;

function noteOf(reading: Reading, node: CommentNode): Placed | null {
  const content = commentText(place(reading.source, node.span.start.offset, node.span.end.offset));
  return content && noteIn(content, reading.flavour);
}

/** The words of a node as paragraphs. */
function paragraphsOf(node: Node): readonly ParagraphNode[] {
  switch (node.type) {
    case 'paragraph':
      return [node];
    case 'heading':
      return [{ type: 'paragraph', inlines: node.inlines, span: node.span }];
    case 'image':
      return node.alt === '' && node.title.length === 0
        ? []
        : [{ type: 'paragraph', inlines: node.alt === '' ? node.title : [words(node.alt, node, false)], span: node.span }];
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap(paragraphsOf));
    case 'quote':
    case 'div':
      return node.children.flatMap(paragraphsOf);
    case 'table':
      return [node.header, ...node.rows].map((row) => ({
        type: 'paragraph',
        inlines: row.flatMap((cell, index) => (index === 0 ? cell.inlines : [words(' · ', cell, false), ...cell.inlines])),
        span: node.span,
      }));
    case 'code':
      return node.text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => ({ type: 'paragraph', inlines: [words(line, node, true)], span: node.span }));
    case 'math':
      return [{ type: 'paragraph', inlines: [node.inline], span: node.span }];
    case 'rule':
    case 'comment':
      return [];
  }
}

const words = (text: string, { span }: Pick<Node, 'span'>, code: boolean): Inline => ({
  type: 'text',
  text,
  bold: false,
  italic: false,
  strike: false,
  code,
  baseline: 'none',
  link: null,
  linkTitle: '',
  span,
});
