/** A table as an item of a slide: hairlines between rows, from right to left where its words are. */
import { inlineText } from '../briefing/inline.js';
import type { PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import type { Words } from '../briefing/words.js';
import { type Emu, emu, inches } from '../core/units.js';
import type { Stroke, TableCell, TableItem } from '../scene/scene.js';
import type { Paragraph } from '../scene/text.js';
import { isRightToLeftIn } from '../text/direction.js';
import { insetsOf, layOut, styleOf } from './table-layout.js';
import { type Cell, cellsOf, type TableBlock } from './table-model.js';

/** What a row may gain where there is room: a short table at the top of an empty slide looks lost. */
const ROOMY = inches(0.2);

const roomy = (heights: readonly Emu[], height: Emu): readonly Emu[] => {
  const share = Math.max(0, height - sum(heights)) / Math.max(heights.length, 1);
  return heights.map((own) => emu(own + Math.min(share, ROOMY)));
};

export function tableItem(
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

/** Whether the first column stands at the right: what heads it says so, in a deck from right to left anything in it. */
function isRightToLeftTable(block: TableBlock, { template }: PlaceContext): boolean {
  const textOf = (cells: readonly Cell[]): string => cells.map((cell) => inlineText(cell.inlines)).join(' ');
  const head = textOf(block.header);
  return isRightToLeftIn(template.rightToLeft || head.trim() === '' ? textOf(cellsOf(block)) : head, template.rightToLeft);
}
