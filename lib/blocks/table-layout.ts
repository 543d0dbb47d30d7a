/** How wide a table's columns are and how high its rows. */
import { type Inline, inlineText } from '../briefing/inline.js';
import type { PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import type { Color } from '../core/color.js';
import { type Emu, emu, inches } from '../core/units.js';
import { type Align, type Insets, type Paragraph, run, type TextInline, type TextStyle } from '../scene/text.js';
import type { TableLook } from '../template/model.js';
import { type Cell, MISSING, type TableBlock } from './table-model.js';

export interface TableLayout {
  readonly columns: readonly Emu[];
  /** The head first. */
  readonly heights: readonly Emu[];
  readonly cells: readonly (readonly Paragraph[])[];
}

/** Columns, heights and paragraphs of a table at a width. */
export function layOut(block: TableBlock, width: Emu, context: PlaceContext): TableLayout {
  const rows = rowsOf(block, context);
  const columns = block.shares ? shared(block.shares, width) : share(wishesOf(rows, context), width);
  const key = columns.join();
  const heights = rows.map((row, index) => {
    const height = row.heights.get(key) ?? rowHeight(row.cells, columns, index === 0, context);
    row.heights.set(key, height);
    return height;
  });
  return { columns, heights, cells: rows.map((row) => row.cells) };
}

/** How wide a table's columns would be, a word aside that is too long for a table of many. */
export const leastWidths = (block: TableBlock, context: PlaceContext): readonly number[] =>
  wishesOf(rowsOf(block, context), context).map(bearable);

/** A row as it is shown. */
interface Row {
  readonly cells: readonly Paragraph[];
  /** Of each cell, without insets. */
  readonly wishes: readonly Wish[];
  /** By the widths of the columns. */
  readonly heights: Map<string, Emu>;
}

/** A long table is parted a slide at a time: what is left of it keeps what its rows were measured at. */
const KNOWN = new WeakMap<PlaceContext, WeakMap<readonly Cell[], Map<string, Row>>>();

/** The rows, the head first. */
function rowsOf(block: TableBlock, context: PlaceContext): readonly Row[] {
  const known = KNOWN.get(context) ?? new WeakMap<readonly Cell[], Map<string, Row>>();
  KNOWN.set(context, known);
  const look = `${block.align.join()}/${block.figures.join()}`;
  return [block.header, ...block.rows].map((cells, index) => {
    const ofCells = known.get(cells) ?? new Map<string, Row>();
    const key = `${index === 0}/${look}`;
    const row = ofCells.get(key) ?? newRow(block, cells, index === 0, context);
    known.set(cells, ofCells.set(key, row));
    return row;
  });
}

function newRow({ header, align, figures }: TableBlock, given: readonly Cell[], head: boolean, context: PlaceContext): Row {
  const style = styleOf(head, context);
  const cells = header.map((_, column) => {
    const look = { align: align[column] ?? 'left', missing: figures[column] && !head ? MISSING : '' };
    return cellParagraph(given[column]?.inlines ?? [], look, head, context);
  });
  const wishes = cells.map((cell) => ({ least: context.width(wordsOf(cell), style), full: context.width([cell], style) }));
  return { cells, wishes, heights: new Map() };
}

interface CellLook {
  readonly align: Align;
  /** What an empty cell says. */
  readonly missing: string;
}

export function cellParagraph(inlines: readonly Inline[], { align, missing }: CellLook, head: boolean, context: PlaceContext): Paragraph {
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
export const styleOf = (head: boolean, context: PlaceContext): TextStyle =>
  (head ? context.template.styles.tableHead : context.template.styles.table).map((level) => ({ ...level, size: context.tableSize }));

/** The first column's text stands on the grid line: it has no inset at its outer edge, unless cells may be filled. */
export const insetsOf = (column: number, { insets, styled }: TableLook, edge: 'left' | 'right' = 'left'): Insets =>
  column === 0 && !styled ? { ...insets, [edge]: emu(0) } : insets;

/** How wide each column would be: for its longest word, and for all its text on one line. */
const wishesOf = (rows: readonly Row[], context: PlaceContext): readonly Wish[] =>
  Array.from({ length: rows[0]?.cells.length ?? 0 }, (_, column) => {
    const { left, right } = insetsOf(column, context.template.table);
    let [least, full] = [0, 0];
    for (const { wishes } of rows) {
      least = Math.max(least, wishes[column]?.least ?? 0);
      full = Math.max(full, wishes[column]?.full ?? 0);
    }
    return { least: least + left + right, full: full + left + right };
  });

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

export function cellHeight(paragraph: Paragraph, column: number, columns: readonly Emu[], head: boolean, context: PlaceContext): Emu {
  const { table } = context.template;
  const { insets } = table;
  const edge = insetsOf(column, table);
  const width = emu(Math.max((columns[column] ?? 0) - edge.left - edge.right, 1));
  return emu(context.height([paragraph], styleOf(head, context), width) + insets.top + insets.bottom);
}

/** A word longer than this may be broken where columns are many. */
const BEARABLE = inches(1.4);

const bearable = (wish: Wish): number => Math.min(wish.least, BEARABLE);
