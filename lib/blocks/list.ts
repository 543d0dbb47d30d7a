/** A list: bulleted, numbered or of tasks, to any depth. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { type Inline, plainInline } from '../briefing/inline.js';
import { defineBlock, type FlowParagraph, type PlaceContext, type TextKind } from '../briefing/kind.js';
import type { ListItemNode, ListNode, Node } from '../briefing/node.js';
import { sum } from '../briefing/place-context.js';
import { statement } from '../briefing/statement.js';
import type { Span } from '../core/diagnostic.js';
import { emu, inches, points } from '../core/units.js';
import { type AutoNumber, type Bullet, levelStyle, type Paragraph, paragraph, run } from '../scene/text.js';

/** A line of a list: an item's own text, or a further paragraph of it. */
interface ListLine {
  /** 0 to 8; deeper lists stay at 8. */
  readonly level: number;
  readonly inlines: readonly Inline[];
  /** The item's number; null in a bulleted list, and for an item's further paragraphs. */
  readonly ordinal: number | null;
  /** Which of the nested lists it belongs to. */
  readonly list: string;
  readonly first: boolean;
  /** `null`: no task. */
  readonly checked: boolean | null;
}

export interface ListBlock extends Block {
  readonly kind: 'list';
  readonly lines: readonly ListLine[];
  /** Whether its last line leads in the frame that follows. */
  readonly leads: boolean;
}

/** PowerPoint has nine levels (ISO/IEC 29500-1, 20.1.10.72 ST_TextIndentLevelType). */
const DEEPEST = 8;
const SCHEMES: readonly AutoNumber[] = ['arabicPeriod', 'alphaLcPeriod', 'romanLcPeriod'];
/** Points above a further paragraph of an item. */
const CONTINUED_SPACE = 3;
const CHECKED = '☑';
const UNCHECKED = '☐';

const kind: TextKind<ListBlock> = {
  name: 'list',
  flow: 'text',
  parse: ({ span, ...node }) => (node.type === 'list' ? { kind: 'list', span, lines: linesOf(node, 0, '0'), leads: node.leads } : null),
  citations: (block) => block.lines.flatMap((line) => citationsIn(line.inlines)),
  claims: (block) => block.lines.flatMap((line) => claimsIn(line.inlines)),
  statements: (block) => block.lines.map(({ inlines, level }) => statement('item', inlines, spanOf(inlines) ?? block.span, { level })),
  paragraphs: (block, context) => block.lines.map((line, index) => toParagraph(line, block, index, context)),
};

/** From the first to the last inline; null where there is none. */
function spanOf(inlines: readonly Inline[]): Span | null {
  const [first, last] = [inlines[0], inlines.at(-1)];
  return first && last ? { ...first.span, end: last.span.end } : null;
}

function linesOf(node: Pick<ListNode, 'items' | 'ordered' | 'start'>, level: number, path: string): readonly ListLine[] {
  return node.items.flatMap((item, index) => {
    const ordinal = node.ordered ? node.start + index : null;
    return itemLines(item, Math.min(level, DEEPEST), ordinal, `${path}.${index}`, path);
  });
}

function itemLines(item: ListItemNode, level: number, ordinal: number | null, path: string, list: string): readonly ListLine[] {
  const lines: ListLine[] = [];
  const add = (inlines: readonly Inline[]): void => {
    const first = lines.length === 0 && !item.continued;
    lines.push({ level, inlines, ordinal: first ? ordinal : null, list, first, checked: first ? item.checked : null });
  };
  for (const [index, child] of item.children.entries()) {
    if (child.type === 'list') {
      if (lines.length === 0 && !item.continued) add([]);
      lines.push(...linesOf(child, level + 1, `${path}.${index}`));
      continue;
    }
    for (const inlines of textOf(child)) add(inlines);
  }
  if (lines.length === 0 && !item.continued) add([]);
  return lines;
}

/** The text of a node inside an item: a slide's list holds text and nothing else, so of a quote or a table the words are kept. */
function textOf(node: Node): readonly (readonly Inline[])[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [node.inlines];
    case 'code':
      return node.text.split('\n').map((line) => [plainInline(line, node.span, { code: true })]);
    case 'quote':
    case 'div':
      return node.children
        .flatMap((child) => (child.type === 'list' ? child.items.flatMap((item) => item.children) : [child]))
        .flatMap(textOf);
    case 'list':
      return node.items.flatMap((item) => item.children).flatMap(textOf);
    case 'table':
      return [node.header, ...node.rows].map((row) =>
        row.flatMap((cell, index) => (index === 0 ? cell.inlines : [plainInline(' – ', node.span), ...cell.inlines])),
      );
    case 'image':
      return [[plainInline(node.alt, node.span)]];
    case 'math':
      return [[node.inline]];
    case 'rule':
    case 'comment':
      return [];
  }
}

function toParagraph(line: ListLine, block: ListBlock, index: number, context: PlaceContext): FlowParagraph {
  const words = context.paragraph(line.inlines, {
    level: line.level,
    bullet: bulletOf(line),
    indent: indentOf(line, block, context),
    spaceBefore: line.first ? null : CONTINUED_SPACE,
  });
  return {
    paragraph: words,
    inlines: line.inlines,
    number: line.ordinal === null ? null : { list: `${block.span.start.offset}:${line.list}`, ordinal: line.ordinal },
    heading: null,
    keepWithNext: index === block.lines.length - 1 ? block.leads : keepsWithNext(block.lines, index),
  };
}

/** A list, nested or not, is parted before one of its items, never before its second or its last: an item alone reads as none of a list. */
function keepsWithNext(lines: readonly ListLine[], index: number): boolean {
  const next = lines[index + 1];
  if (!next) return false;
  const starts = lines.flatMap((line, at) => (line.list === next.list && line.first ? [at] : []));
  return !next.first || next.level > (lines[index]?.level ?? 0) || index + 1 === starts[1] || index + 1 === starts.at(-1);
}

/** The em that parts a number or a box from its text. */
const NUMBER_GAP = 0.35;

/** How much wider than the level's hanging indent the numbers or the boxes of a list are. */
function excess(list: string, block: ListBlock, context: PlaceContext): number {
  const lines = block.lines.filter((line) => line.list === list && (line.ordinal !== null || line.checked !== null));
  const widest = Math.max(...lines.map((line) => line.ordinal ?? 0));
  const first = lines[0];
  if (!first) return 0;
  const level = levelStyle(context.body, first.level);
  const isTask = lines.some((line) => line.checked !== null);
  const label = isTask ? CHECKED : first.level % SCHEMES.length === 2 ? 'viii.' : `${widest}.`;
  const width = context.width([paragraph([run(label, context.lang)], { bullet: { kind: 'none' } })], [level]);
  return Math.max(0, width + points(level.size * NUMBER_GAP) + level.indent);
}

/** What each level past the style's last one stands further in. */
const FURTHER = inches(0.25);

/** Wide numbers move the text of their list, and the lists inside it, to the right; so does a level that the style does not have. */
function indentOf(line: ListLine, block: ListBlock, context: PlaceContext): Paragraph['indent'] {
  const own = excess(line.list, block, context);
  const outer = [...new Set(block.lines.map((other) => other.list))].filter((list) => line.list.startsWith(`${list}.`));
  const deeper = Math.max(0, line.level - (context.body.length - 1)) * FURTHER;
  const shift = own + deeper + sum(outer.map((list) => excess(list, block, context)));
  const level = levelStyle(context.body, line.level);
  return shift === 0 ? null : { marginLeft: emu(level.marginLeft + shift), hanging: emu(own - level.indent) };
}

function bulletOf(line: ListLine): Bullet {
  if (!line.first) return { kind: 'continued' };
  if (line.checked !== null) return { kind: 'character', character: line.checked ? CHECKED : UNCHECKED };
  if (line.ordinal === null) return { kind: 'inherit' };
  return { kind: 'number', scheme: SCHEMES[line.level % SCHEMES.length] ?? 'arabicPeriod', startAt: line.ordinal };
}

export const listKind = defineBlock(kind);
