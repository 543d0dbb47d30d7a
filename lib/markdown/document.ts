/** Pieces of the text → nodes, fenced divs nested. */
import type { BlockReveal } from '../briefing/briefing.js';
import type { Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { forReaders } from './audience.js';
import { readInlines } from './inlines.js';
import { lex, nodesOf, textTableNodes } from './nodes.js';
import { linesOf, type Placed, spanOf } from './placed.js';
import { type Reading, report, reportOnce } from './reading.js';
import { cut, type Piece } from './scan.js';

/** What stands at the top of a document: nodes, and what Slidev says about its slides. */
export type Entry =
  | Node
  | { readonly type: 'settings'; readonly yaml: Placed; readonly span: Span }
  | { readonly type: 'slot'; readonly name: string; readonly span: Span };

type OpenPiece = Extract<Piece, { type: 'open' }>;

interface Frame {
  readonly open: OpenPiece;
  readonly children: Node[];
}

/** Deeper divs are read as if their fences were not there. */
const DEEPEST = 50;

/** The entries of the text below the front matter. Link definitions and footnotes of one piece count in all. */
export function readDocument(reading: Reading, body: Placed): readonly Entry[] {
  const pieces = forReaders(reading, cut(reading.source, body, reading.flavour));
  for (const piece of pieces) if (piece.type === 'footnote') define(reading, piece);
  const texts = new Map(pieces.flatMap((piece) => (piece.type === 'text' ? [[piece, lex(reading, piece.text)] as const] : [])));
  const top: Entry[] = [];
  const frames: Frame[] = [];
  const nodes = (): { push(...items: readonly Node[]): unknown } => frames.at(-1)?.children ?? top;
  const close = (end: Span | null): void => {
    const frame = frames.pop();
    if (frame) nodes().push(divNode(reading, frame, end));
  };
  const closeAll = (): void => {
    for (const { open } of frames.toReversed()) {
      report(reading, 'warning', 'markdown/unclosed-div', `"::: ${open.name}" is never closed`, open.span, 'end it with a line ":::"');
      close(null);
    }
  };
  for (const piece of pieces) {
    if (piece.type === 'table') nodes().push(...textTableNodes(reading, piece.table, piece.span));
    else if (piece.type === 'text') nodes().push(...nodesOf(reading, texts.get(piece) ?? [], linesOf(piece.text)));
    else if (piece.type === 'open') {
      if (frames.length < DEEPEST) frames.push({ open: piece, children: [] });
      else reportOnce(reading, 'deep div', 'markdown/too-deep', `"::: ${piece.name}" nests deeper than ${DEEPEST} levels`, piece.span);
    } else if (piece.type === 'close') {
      if (frames.length === 0) report(reading, 'info', 'markdown/stray-div-end', '":::" ends nothing here', piece.span);
      close(piece.span);
    } else if (piece.type === 'break') {
      closeAll();
      top.push({ type: 'rule', span: piece.span });
    } else if (piece.type === 'pause') {
      if (frames.every(({ open }) => /^columns?$/.test(open.name) || open.attributes.classes.some((name) => /^columns?$/.test(name))))
        nodes().push({ type: 'paragraph', inlines: readInlines(reading, piece.text), span: piece.span });
      else report(reading, 'info', 'markdown/directive', 'a pause inside another block means nothing', piece.span);
    } else if (piece.type === 'foreign') {
      report(reading, 'info', 'markdown/directive', `"${piece.text}" is a directive of another tool and is left out`, piece.span);
    } else if (piece.type !== 'footnote') {
      if (piece.type === 'settings') closeAll();
      top.push(piece);
    }
  }
  closeAll();
  return top;
}

function define(reading: Reading, { id, content, span }: Extract<Piece, { type: 'footnote' }>): void {
  if (reading.footnotes.has(id)) report(reading, 'warning', 'markdown/duplicate-footnote', `the footnote "${id}" is defined twice`, span);
  else reading.footnotes.set(id, { id, content, span, number: 0, uses: [] });
}

const CALLOUTS = new Set(['note', 'tip', 'important', 'warning', 'caution', 'danger', 'info', 'hint', 'success', 'error']);

/** A div; one that is called `warning`, `callout-note` … is a callout. It ends with its last child where no fence ends it. */
function divNode(reading: Reading, { open, children: own }: Frame, end: Span | null): Node {
  const span = { ...open.span, end: (end ?? own.at(-1)?.span ?? open.span).end };
  const title = titleOf(reading, open);
  const children = [...title, ...own];
  const name = open.name.replace(/^callout-/, '');
  if (CALLOUTS.has(name)) return { type: 'quote', callout: name.toUpperCase(), titled: title.length > 0, children, span };
  return {
    type: 'div',
    name: open.name,
    attributes: open.attributes,
    children: revealed(open, children),
    span,
  };
}

/** The words behind a div's name, as a paragraph of its own. */
function titleOf(reading: Reading, { title }: OpenPiece): readonly Node[] {
  if (!title) return [];
  const inlines = readInlines(reading, title).map((inline) => (inline.type === 'text' ? { ...inline, bold: true } : inline));
  return [{ type: 'paragraph', inlines, span: spanOf(reading.source, title) }];
}

/** `::: incremental`: each item, and each other block, by a click; `::: fragment`: all of it by one. */
function revealed({ name, attributes }: OpenPiece, children: readonly Node[]): readonly Node[] {
  const is = (word: string): boolean => name === word || attributes.classes.includes(word);
  if (is('nonincremental')) return children.map((child) => withReveal(child, 'never'));
  if (is('incremental')) return children.map((child) => withReveal(child, 'items'));
  return is('fragment') ? children.map((child, index) => withReveal(child, index === 0 ? 'click' : 'with')) : children;
}

/** What an inner div says comes first. */
function withReveal(node: Node, reveal: BlockReveal): Node {
  if (node.type !== 'div') return node.reveal ? node : { ...node, reveal };
  const rest = reveal === 'click' ? 'with' : reveal;
  return { ...node, children: node.children.map((child, index) => withReveal(child, index === 0 ? reveal : rest)) };
}
