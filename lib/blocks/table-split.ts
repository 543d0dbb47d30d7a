/** A table parted: by rows under the same head, by columns beside the same first one. */
import { boundaries, lastFitting, sliceInlines } from '../briefing/cut.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import type { PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import { type Emu, emu, points } from '../core/units.js';
import { cellHeight, cellParagraph, layOut, leastWidths } from './table-layout.js';
import type { Cell, TableBlock } from './table-model.js';

/** A table that is too wide as two by its columns, one that is too tall by its rows; null where it cannot be parted, or need not be. */
export function splitTable(given: TableBlock, width: Emu, height: Emu, context: PlaceContext): readonly [TableBlock, TableBlock] | null {
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
}

/** How many rows from one on stand within a height. */
function rowsWithin(rows: readonly number[], height: number, from = 0): number {
  let used = 0;
  let at = from;
  for (; at < rows.length; at++) {
    used += rows[at] ?? 0;
    if (used > height) break;
  }
  return at - from;
}

/** On how many slides of a height rows stand, each as full as it gets. */
function partsOf(rows: readonly number[], height: number): number {
  let count = 1;
  for (let at = rowsWithin(rows, height); at < rows.length; count++) at += Math.max(1, rowsWithin(rows, height, at));
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

/** Whether columns would break common words, and there are some to part. */
export function isTooWide(block: TableBlock, width: Emu, context: PlaceContext): boolean {
  return block.header.length > 2 && sum(leastWidths(block, context)) > width;
}

/** As many columns as stand side by side, and the others; the first column on either side, for it says what a row is. */
function splitColumns(block: TableBlock, width: Emu, context: PlaceContext): readonly [TableBlock, TableBlock] {
  const widths = leastWidths(block, context);
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
