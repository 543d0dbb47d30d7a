/** A table: columns as wide as their words ask for, figures right, hairlines between rows. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { type Inline, inlineText } from '../briefing/inline.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import type { Color } from '../core/color.js';
import type { Span } from '../core/diagnostic.js';
import { type Emu, emu, inches } from '../core/units.js';
import type { Stroke, TableCell, TableItem } from '../scene/scene.js';
import { type Align, type Insets, type Paragraph, run, type TextInline, type TextStyle } from '../scene/text.js';
import { isRightToLeft } from '../text/direction.js';

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
}

/** A cell that holds a figure: a number with its signs, unit or currency, or nothing. */
const FIGURE =
  /^[\s(~≈<>≤≥±+\-−–]*(?:[$€£¥]|US\$|CNY|USD|EUR)?\s*[+\-−]?\d[\d.,\u00a0\u202f ]*(?:[–-]\d[\d.,]*)?\s*(?:%|×|x|[kKMmBbTt]|bn|tn|pp)?\)?[\d,]*$/;
const MISSING = '–';

const kind: FrameKind<TableBlock> = {
  name: 'table',
  flow: 'frame',
  content: 'table',
  stretches: false,
  parse(node) {
    if (node.type !== 'table' || node.directive !== '') return null;
    const { header, rows } = node;
    return { kind: 'table', span: node.span, header, rows, align: header.map((_, index) => node.align[index] ?? alignOf(rows, index)) };
  },
  citations: (block) => cellsOf(block).flatMap((cell) => citationsIn(cell.inlines)),
  claims: (block) => cellsOf(block).flatMap((cell) => claimsIn(cell.inlines)),
  slots: () => 1,
  subtitle: () => [],
  height: (block, width, context) => sum(layOut(block, width, context).heights),
  place(block, place, context) {
    const target = place.placeholders[0];
    return [tableItem(block, place.id, place.frame, target ? { type: target.type, idx: target.idx } : null, context)];
  },
  split(block, width, height, context) {
    const { heights } = layOut(block, width, context);
    const [head = 0, ...rows] = heights;
    let used = head;
    let fitting = 0;
    while (fitting < rows.length && used + (rows[fitting] ?? 0) <= height) used += rows[fitting++] ?? 0;
    if (fitting === 0 || fitting >= block.rows.length) return null;
    return [
      { ...block, rows: block.rows.slice(0, fitting) },
      { ...block, rows: block.rows.slice(fitting) },
    ];
  },
};

const cellsOf = (block: TableBlock): readonly Cell[] => [...block.header, ...block.rows.flat()];

function alignOf(rows: readonly (readonly Cell[])[], column: number): Align {
  const texts = rows.map((row) => inlineText(row[column]?.inlines ?? []).trim()).filter((text) => text !== '' && text !== MISSING);
  return texts.length > 0 && texts.every((text) => FIGURE.test(text)) ? 'right' : 'left';
}

interface TableLayout {
  readonly columns: readonly Emu[];
  /** The head first. */
  readonly heights: readonly Emu[];
  readonly cells: readonly (readonly Paragraph[])[];
}

/** Columns, heights and paragraphs of a table at a width. */
function layOut(block: TableBlock, width: Emu, context: PlaceContext): TableLayout {
  const rows = [block.header, ...block.rows].map((row, index) =>
    block.header.map((_, column) => cellParagraph(row[column]?.inlines ?? [], block.align[column] ?? 'left', index === 0, context)),
  );
  const columns = columnWidths(rows, width, context);
  return { columns, heights: rows.map((row, index) => rowHeight(row, columns, index === 0, context)), cells: rows };
}

function cellParagraph(inlines: readonly Inline[], align: Align, head: boolean, context: PlaceContext): Paragraph {
  const text = inlineText(inlines).trim();
  const paragraph = context.paragraph(inlines, { align, rightToLeft: isRightToLeft(text), bullet: { kind: 'none' } });
  const filled = text === '' && paragraph.inlines.length === 0 && !head ? [run(MISSING, context.lang)] : paragraph.inlines;
  return { ...paragraph, inlines: filled.map((inline) => dressed(inline, head, context)) };
}

/** A run with the size and colour that a table cannot hand down (a cell has no list style that PowerPoint reads). */
function dressed(inline: TextInline, head: boolean, context: PlaceContext): TextInline {
  if (inline.type !== 'run') return inline;
  const { palette } = context.template;
  const color: Color | null = inline.link ? null : (inline.color ?? (head ? palette.muted : palette.ink));
  const size = inline.size === null ? context.tableSize : Math.min(inline.size, context.tableSize);
  return { ...inline, size, color, bold: head ? true : inline.bold };
}

/** The table's style at this step: for measuring, the runs say it themselves in the file. */
const styleOf = (head: boolean, context: PlaceContext): TextStyle =>
  (head ? context.template.styles.tableHead : context.template.styles.table).map((level) => ({ ...level, size: context.tableSize }));

/** The first column's text stands on the grid line: it has no inset at its outer left. */
const insetsOf = (column: number, insets: Insets): Insets => (column === 0 ? { ...insets, left: emu(0) } : insets);

/** Widths that give each column its longest word, and share what is left in the measure of the text. */
function columnWidths(rows: readonly (readonly Paragraph[])[], width: Emu, context: PlaceContext): readonly Emu[] {
  const count = rows[0]?.length ?? 0;
  const insets = context.template.table.insets;
  const wishes = Array.from({ length: count }, (_, column) => {
    const edge = insetsOf(column, insets);
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
  return share(wishes, width);
}

/** Every word of a paragraph as a paragraph of its own. */
const wordsOf = (paragraph: Paragraph): readonly Paragraph[] =>
  paragraph.inlines.flatMap((inline) =>
    inline.type === 'run' ? inline.text.split(/\s+/).map((word) => ({ ...paragraph, inlines: [{ ...inline, text: word }] })) : [],
  );

interface Wish {
  readonly least: number;
  readonly full: number;
}

function share(wishes: readonly Wish[], width: Emu): readonly Emu[] {
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
  const { insets, rowHeight: least } = context.template.table;
  const style = styleOf(head, context);
  const heights = row.map((paragraph, column) => {
    const edge = insetsOf(column, insets);
    const width = emu(Math.max((columns[column] ?? 0) - edge.left - edge.right, 1));
    return context.height([paragraph], style, width) + insets.top + insets.bottom;
  });
  return emu(Math.max(least, ...heights));
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
  const cellOf = (paragraph: Paragraph, row: number, column: number): TableCell => ({
    paragraphs: [paragraph],
    anchor: row === 0 ? 'bottom' : 'middle',
    insets: insetsOf(column, look.insets),
    fill: { kind: 'none' },
    top: row === 0 ? null : below(row - 1),
    bottom: below(row),
  });
  const heads = block.header.map((cell) => inlineText(cell.inlines).trim()).filter((text) => text !== '');
  return {
    type: 'table',
    id: `${id}.table`,
    name: heads.length > 0 ? `Table: ${heads.join(', ')}` : 'Table',
    frame,
    placeholder,
    columns,
    rows: cells.map((row, index) => ({
      height: heights[index] ?? look.rowHeight,
      cells: row.map((paragraph, column) => cellOf(paragraph, index, column)),
    })),
    header: true,
    rightToLeft: isRightToLeft(heads.join(' ')),
    alt: altOf(heads, block.rows.length),
    style: styleOf(false, context),
  };
}

const altOf = (heads: readonly string[], rows: number): string => `Table of ${rows} rows: ${heads.join(', ')}`.slice(0, 250);

export const tableKind = defineBlock(kind);
