/** A table: columns as wide as their words ask for, figures right, hairlines between rows. */
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { type Inline, inlineText } from '../briefing/inline.js';
import { referenceTo } from '../briefing/items.js';
import { defineBlock, type FrameKind } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import { type Statement, statement } from '../briefing/statement.js';
import { emu } from '../core/units.js';
import { tableItem } from './table-item.js';
import { layOut } from './table-layout.js';
import { type Cell, cellsOf, MISSING, type TableBlock } from './table-model.js';
import { isTooWide, splitTable } from './table-split.js';

/** A cell that holds a figure: a number with its signs, unit or currency, or nothing. */
const FIGURE =
  /^[\s(~≈<>≤≥±+\-−–]*(?:[$€£¥]|US\$|CNY|USD|EUR)?\s*[+\-−]?\d(?:[\d.,\u00a0\u202f ]*\d)?(?:[–-]\d(?:[\d.,]*\d)?)?\s*(?:%|×|x|[kKMmBbTt]|bn|tn|pp)?\)?[\d,]*$/;

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
  split: splitTable,
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

function holdsFigures(rows: readonly (readonly Cell[])[], column: number): boolean {
  const unmarked = (inlines: readonly Inline[]) => inlines.filter((inline) => inline.type !== 'text' || inline.baseline !== 'superscript');
  const texts = rows
    .map((row) => inlineText(unmarked(row[column]?.inlines ?? [])).trim())
    .filter((text) => text !== '' && text !== MISSING);
  return texts.length > 0 && texts.every((text) => FIGURE.test(text));
}

export const tableKind = defineBlock(kind);
