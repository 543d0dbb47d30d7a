/** A table: columns as wide as their words ask for, figures right, hairlines between rows. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { boundaries, lastFitting, sliceInlines } from '../briefing/cut.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import { referenceTo } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import { type Statement, statement } from '../briefing/statement.js';
import type { Words } from '../briefing/words.js';
import type { Color } from '../core/color.js';
import type { Span } from '../core/diagnostic.js';
import { type Emu, emu, inches, points } from '../core/units.js';
import type { Stroke, TableCell, TableItem } from '../scene/scene.js';
import { type Align, type Insets, type Paragraph, run, type TextInline, type TextStyle } from '../scene/text.js';
import type { TableLook } from '../template/model.js';
import { isRightToLeftIn } from '../text/direction.js';

interface Cell {
  readonly inlines: readonly Inline[];
  readonly span: Span;
}

export interface TableBlock extends Block {
  readonly kind: 'table';
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** As the author says, else right for columns of figures, else left. */
  readonly align: readonly Align[];
  /** Which columns hold figures: there an empty cell is a missing figure, elsewhere it says nothing. */
  readonly figures: readonly boolean[];
  /** The share of the width that each column has, where the table is a part of one: all parts look the same. Null: as its words ask for. */
  readonly shares: readonly number[] | null;
}

/** A cell that holds a figure: a number with its signs, unit or currency, or nothing. */
const FIGURE =
  /^[\s(~≈<>≤≥±+\-−–]*(?:[$€£¥]|US\$|CNY|USD|EUR)?\s*[+\-−]?\d(?:[\d.,\u00a0\u202f ]*\d)?(?:[–-]\d(?:[\d.,]*\d)?)?\s*(?:%|×|x|[kKMmBbTt]|bn|tn|pp)?\)?[\d,]*$/;
const MISSING = '–';

const kind: FrameKind<TableBlock> = {
  name: 'table',
  flow: 'frame',
  content: 'table',
  stretches: false,
  parse(node) {
    if (node.type !== 'table' || node.directive !== '') return null;
    const { header, rows } = node;
    const figures = header.map((_, index) => holdsFigures(rows, index));
    const align = header.map((_, index) => node.align[index] ?? (figures[index] ? 'right' : 'left'));
    return { kind: 'table', span: node.span, header, rows, align, figures, shares: null };
  },
  citations: (block) => cellsOf(block).flatMap((cell) => citationsIn(cell.inlines)),
  claims: (block) => cellsOf(block).flatMap((cell) => claimsIn(cell.inlines)),
  statements: statementsOf,
  slots: () => 1,
  subtitle: () => [],
  height: (block, width, context) =>
    isTooWide(block, width, context) ? emu(Number.POSITIVE_INFINITY) : sum(layOut(block, width, context).heights),
  place(block, place, context) {
    const target = place.placeholders[0];
    return [tableItem(block, place.id, place.frame, target ? referenceTo(target) : null, context)];
  },
  split(given, width, height, context) {
    if (isTooWide(given, width, context)) return splitColumns(given, width, context);
    const { heights, columns } = layOut(given, width, context);
    const laid = { ...given, shares: columns.map((column) => column / width) };
    const block = (heights[0] ?? 0) > height / 2 ? withoutHead(laid) : laid;
    const [head = 0, ...rows] = layOut(block, width, context).heights;
    const fitting = rowsWithin(rows, height - head);
    if (fitting === 0) return cutRow(block, width, emu(height - head), context);
    if (fitting >= rows.length) return null;
    const even = Math.min(fitting, rowsReaching(rows, sum(rows) / partsOf(rows, height - head)));
    return [
      { ...block, rows: block.rows.slice(0, even) },
      { ...block, rows: block.rows.slice(even) },
    ];
  },
};

/** Cells, each under the heads of its row and its column; what a row or a column's head cites holds for all of it. */
function statementsOf({ header, rows }: TableBlock): readonly Statement[] {
  const heads = header.map(({ inlines, span }) => statement('head', inlines, span));
  const cells = rows.flatMap((row) => {
    const inRow = row.flatMap(({ inlines }) => citationsIn(inlines));
    const name = inlineText(row[0]?.inlines ?? []);
    return row.map(({ inlines, span }, column) => {
      const head = header[column]?.inlines ?? [];
      const about = `${column === 0 ? '' : name} ${inlineText(head)}`.trim();
      const citations = [...citationsIn(head), ...(column > 0 ? citationsIn(header[0]?.inlines ?? []) : []), ...inRow];
      return statement('cell', inlines, span, { about, citations });
    });
  });
  return [...heads, ...cells];
}

function rowsWithin(rows: readonly number[], height: number): number {
  let used = 0;
  const over = rows.findIndex((row) => {
    used += row;
    return used > height;
  });
  return over === -1 ? rows.length : over;
}

/** On how many slides of a height rows stand, each as full as it gets. */
function partsOf(rows: readonly number[], height: number): number {
  let count = 1;
  for (let at = rowsWithin(rows, height); at < rows.length; count++) at += Math.max(1, rowsWithin(rows.slice(at), height));
  return count;
}

/** How many rows it takes to be so tall, a pixel aside. */
function rowsReaching(rows: readonly number[], height: number): number {
  let used = 0;
  const at = rows.findIndex((row) => {
    used += row;
    return used >= height - points(1);
  });
  return at === -1 ? rows.length : at + 1;
}

/** A word longer than this may be broken where columns are many. */
const BEARABLE = inches(1.4);

const bearable = (wish: Wish): number => Math.min(wish.least, BEARABLE);

/** Whether columns would break common words, and there are some to part. */
function isTooWide(block: TableBlock, width: Emu, context: PlaceContext): boolean {
  return block.header.length > 2 && sum(wishesOf(paragraphsOf(block, context), context).map(bearable)) > width;
}

/** As many columns as stand side by side, and the others; the first column on either side, for it says what a row is. */
function splitColumns(block: TableBlock, width: Emu, context: PlaceContext): readonly [TableBlock, TableBlock] {
  const widths = wishesOf(paragraphsOf(block, context), context).map(bearable);
  const [first = 0, ...others] = widths;
  const room = width - first;
  const groups = partsOf(others, room);
  const fitting = Math.max(1, rowsWithin(others, room));
  const count = 1 + Math.min(fitting, others.length - 1, rowsReaching(others, sum(others) / groups));
  const pick = <T>(cells: readonly T[], from: number, to: number): readonly T[] => [...cells.slice(0, 1), ...cells.slice(from, to)];
  const columns = (from: number, to: number): TableBlock => ({
    ...block,
    header: pick(block.header, from, to),
    rows: block.rows.map((row) => pick(row, from, to)),
    align: pick(block.align, from, to),
    figures: pick(block.figures, from, to),
    shares: null,
  });
  return [columns(1, count), columns(count, widths.length)];
}

/** A head that takes half a slide heads nothing: it becomes the first row. */
const withoutHead = (block: TableBlock): TableBlock => ({
  ...block,
  header: block.header.map(({ span }) => ({ inlines: [], span })),
  rows: [block.header, ...block.rows],
});

/** The first row, taller than a slide, as two rows; null where not even a character fits. */
function cutRow(block: TableBlock, width: Emu, height: Emu, context: PlaceContext): readonly [TableBlock, TableBlock] | null {
  const [row = [], ...others] = block.rows;
  const { columns } = layOut(block, width, context);
  for (const granularity of ['word', 'grapheme'] as const) {
    const cells = block.header.map((head, column): readonly [Cell, Cell] => {
      const cell = row[column] ?? { inlines: [], span: head.span };
      const heightOf = (inlines: readonly Inline[]): Emu =>
        cellHeight(cellParagraph(inlines, { align: 'left', missing: '' }, false, context), column, columns, false, context);
      if (heightOf(cell.inlines) <= height) return [cell, { ...cell, inlines: [plainInline('', cell.span)] }];
      const ends = boundaries(inlineText(cell.inlines), granularity, context.lang);
      const at = lastFitting(ends, (end) => heightOf(sliceInlines(cell.inlines, 0, end)) <= height);
      const [head_, tail] = [sliceInlines(cell.inlines, 0, at), sliceInlines(cell.inlines, at, Number.POSITIVE_INFINITY)];
      return [
        { ...cell, inlines: head_ },
        { ...cell, inlines: tail },
      ];
    });
    if (cells.every(([, tail], column) => inlineText(tail.inlines).length === inlineText(row[column]?.inlines ?? []).length)) continue;
    return [
      { ...block, rows: [cells.map(([head]) => head)] },
      { ...block, rows: [cells.map(([, tail]) => tail), ...others] },
    ];
  }
  return null;
}

const cellsOf = (block: TableBlock): readonly Cell[] => [...block.header, ...block.rows.flat()];

function holdsFigures(rows: readonly (readonly Cell[])[], column: number): boolean {
  const texts = rows.map((row) => inlineText(row[column]?.inlines ?? []).trim()).filter((text) => text !== '' && text !== MISSING);
  return texts.length > 0 && texts.every((text) => FIGURE.test(text));
}

interface TableLayout {
  readonly columns: readonly Emu[];
  /** The head first. */
  readonly heights: readonly Emu[];
  readonly cells: readonly (readonly Paragraph[])[];
}

/** The paragraphs of the cells, the head's first. */
const paragraphsOf = (block: TableBlock, context: PlaceContext): readonly (readonly Paragraph[])[] =>
  [block.header, ...block.rows].map((row, index) =>
    block.header.map((_, column) => {
      const look = { align: block.align[column] ?? 'left', missing: block.figures[column] && index > 0 ? MISSING : '' };
      return cellParagraph(row[column]?.inlines ?? [], look, index === 0, context);
    }),
  );

/** Columns, heights and paragraphs of a table at a width. */
function layOut(block: TableBlock, width: Emu, context: PlaceContext): TableLayout {
  const rows = paragraphsOf(block, context);
  const columns = block.shares ? shared(block.shares, width) : share(wishesOf(rows, context), width);
  return { columns, heights: rows.map((row, index) => rowHeight(row, columns, index === 0, context)), cells: rows };
}

interface CellLook {
  readonly align: Align;
  /** What an empty cell says. */
  readonly missing: string;
}

function cellParagraph(inlines: readonly Inline[], { align, missing }: CellLook, head: boolean, context: PlaceContext): Paragraph {
  const text = inlineText(inlines).trim();
  const paragraph = context.paragraph(inlines, { align, bullet: { kind: 'none' } }, context.tableSize);
  const filled = text === '' && missing !== '' && paragraph.inlines.length === 0 ? [run(missing, context.lang)] : paragraph.inlines;
  return { ...paragraph, inlines: filled.map((inline) => dressed(inline, head, context)) };
}

/** A run with the size and colour that a table cannot hand down (a cell has no list style that PowerPoint reads). */
function dressed(inline: TextInline, head: boolean, context: PlaceContext): TextInline {
  if (inline.type !== 'run') return inline;
  const { palette, table } = context.template;
  const own = inline.color ?? (head ? palette.muted : palette.ink);
  const color: Color | null = inline.link || table.styled ? null : own;
  const size = inline.size === null ? context.tableSize : Math.min(inline.size, context.tableSize);
  return { ...inline, size, color, bold: head ? true : inline.bold };
}

/** The table's style at this step: for measuring, the runs say it themselves in the file. */
const styleOf = (head: boolean, context: PlaceContext): TextStyle =>
  (head ? context.template.styles.tableHead : context.template.styles.table).map((level) => ({ ...level, size: context.tableSize }));

/** The first column's text stands on the grid line: it has no inset at its outer edge, unless cells may be filled. */
const insetsOf = (column: number, { insets, styled }: TableLook, edge: 'left' | 'right' = 'left'): Insets =>
  column === 0 && !styled ? { ...insets, [edge]: emu(0) } : insets;

/** Whether the first column stands at the right: what heads it says so, in a deck from right to left anything in it. */
function isRightToLeftTable(block: TableBlock, { template }: PlaceContext): boolean {
  const textOf = (cells: readonly Cell[]): string => cells.map((cell) => inlineText(cell.inlines)).join(' ');
  const head = textOf(block.header);
  return isRightToLeftIn(template.rightToLeft || head.trim() === '' ? textOf(cellsOf(block)) : head, template.rightToLeft);
}

/** How wide each column would be: for its longest word, and for all its text on one line. */
function wishesOf(rows: readonly (readonly Paragraph[])[], context: PlaceContext): readonly Wish[] {
  const count = rows[0]?.length ?? 0;
  const { table } = context.template;
  return Array.from({ length: count }, (_, column) => {
    const edge = insetsOf(column, table);
    const cells = rows.map((row, index) => ({ paragraph: row[column], style: styleOf(index === 0, context) }));
    let least = 0;
    let full = 0;
    for (const { paragraph, style } of cells) {
      if (!paragraph) continue;
      full = Math.max(full, context.width([paragraph], style));
      least = Math.max(least, context.width(wordsOf(paragraph), style));
    }
    return { least: least + edge.left + edge.right, full: full + edge.left + edge.right };
  });
}

/** Longer links may be broken, shorter ones LibreOffice breaks inside a word where they do not fit as a whole. */
const WHOLE_LINK = 20;

/** Every word of a paragraph as a paragraph of its own. */
const wordsOf = (paragraph: Paragraph): readonly Paragraph[] =>
  paragraph.inlines.flatMap((inline) =>
    inline.type === 'run'
      ? (inline.link && inline.text.length <= WHOLE_LINK ? [inline.text] : inline.text.split(/\s+/)).map((word) => ({
          ...paragraph,
          inlines: [{ ...inline, text: word }],
        }))
      : [],
  );

interface Wish {
  readonly least: number;
  readonly full: number;
}

/** The width in parts; what is lost by rounding goes to the last. */
function shared(shares: readonly number[], width: Emu): readonly Emu[] {
  const whole = shares.map((part) => Math.floor(part * width));
  return whole.map((value, index) => emu(index === whole.length - 1 ? value + width - sum(whole) : value));
}

/** Widths that give each column its longest word where they can, and share what is left in the measure of the text. */
function share(given: readonly Wish[], width: Emu): readonly Emu[] {
  const wishes = sum(given.map((wish) => wish.least)) <= width ? given : given.map((wish) => ({ ...wish, least: bearable(wish) }));
  const least = sum(wishes.map((wish) => wish.least));
  const full = sum(wishes.map((wish) => wish.full));
  const raw = wishes.map((wish) => {
    if (full <= width) return wish.full + ((width - full) * wish.full) / Math.max(full, 1);
    if (least >= width) return (wish.least * width) / Math.max(least, 1);
    return wish.least + ((width - least) * (wish.full - wish.least)) / Math.max(full - least, 1);
  });
  const whole = raw.map((value) => emu(Math.floor(value)));
  const rest = width - sum(whole);
  return whole.map((value, index) => (index === whole.length - 1 ? emu(value + rest) : value));
}

function rowHeight(row: readonly Paragraph[], columns: readonly Emu[], head: boolean, context: PlaceContext): Emu {
  const heights = row.map((paragraph, column) => cellHeight(paragraph, column, columns, head, context));
  return emu(Math.max(context.template.table.rowHeight, ...heights));
}

function cellHeight(paragraph: Paragraph, column: number, columns: readonly Emu[], head: boolean, context: PlaceContext): Emu {
  const { table } = context.template;
  const { insets } = table;
  const edge = insetsOf(column, table);
  const width = emu(Math.max((columns[column] ?? 0) - edge.left - edge.right, 1));
  return emu(context.height([paragraph], styleOf(head, context), width) + insets.top + insets.bottom);
}

/** What a row may gain where there is room: a short table at the top of an empty slide looks lost. */
const ROOMY = inches(0.2);

const roomy = (heights: readonly Emu[], height: Emu): readonly Emu[] => {
  const share = Math.max(0, height - sum(heights)) / Math.max(heights.length, 1);
  return heights.map((own) => emu(own + Math.min(share, ROOMY)));
};

function tableItem(
  block: TableBlock,
  id: string,
  frame: TableItem['frame'],
  placeholder: TableItem['placeholder'],
  context: PlaceContext,
): TableItem {
  const { columns, heights: least, cells } = layOut(block, frame.cx, context);
  const heights = roomy(least, frame.cy);
  const look = context.template.table;
  const head: Stroke = { color: look.head.color, width: look.head.width, dash: 'solid' };
  const rule: Stroke = { color: look.rule.color, width: look.rule.width, dash: 'solid' };
  const last = cells.length - 1;
  const below = (row: number): Stroke => (row === 0 || row === last ? head : rule);
  const rightToLeft = isRightToLeftTable(block, context);
  const cellOf = (paragraph: Paragraph, row: number, column: number): TableCell => ({
    paragraphs: [rightToLeft && paragraph.align === 'left' ? { ...paragraph, align: 'right' } : paragraph],
    anchor: row === 0 ? 'bottom' : 'middle',
    insets: insetsOf(column, look, rightToLeft ? 'right' : 'left'),
    fill: { kind: 'none' },
    top: row === 0 ? null : below(row - 1),
    bottom: below(row),
  });
  const heads = block.header.map((cell) => inlineText(cell.inlines).trim()).filter((text) => text !== '');
  return {
    type: 'table',
    id: `${id}.table`,
    name: heads.length > 0 ? `${context.words.table}: ${heads.join(context.words.comma)}` : context.words.table,
    frame,
    placeholder,
    columns,
    rows: cells.map((row, index) => ({
      height: heights[index] ?? look.rowHeight,
      cells: row.map((paragraph, column) => cellOf(paragraph, index, column)),
    })),
    header: true,
    rightToLeft,
    styled: look.styled,
    alt: altOf(heads, block, context.words),
    style: styleOf(false, context),
  };
}

/** What a table is, how many rows and columns it has, and what heads them. */
const altOf = (heads: readonly string[], { rows, header }: TableBlock, { table, comma }: Words): string =>
  [`${table} (${rows.length} × ${header.length})`, ...(heads.length > 0 ? [heads.join(comma)] : [])].join(': ').slice(0, 250);

export const tableKind = defineBlock(kind);
