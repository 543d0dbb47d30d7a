/** What is said of a table and its columns, whatever chart is made of it. */
import { diagnostic, type Severity, type Sink, type Span } from '../core/diagnostic.js';
import { cellAt, type DataCell, headAt, isYears, type Table } from './columns.js';
import type { Cell } from './csv.js';
import { isYear } from './date.js';
import { type Figure, parseFigure } from './figure.js';
import { contradiction } from './unit.js';

/** A first row of figures is no header; years and numbers that rise from column to column are one. */
export function tellHeader(heads: readonly Cell[], sink: Sink): void {
  const figures = heads.map(({ text }) => (isYear(text) ? null : (parseFigure(text)?.value ?? null)));
  const [first] = heads;
  const rising = figures.length > 1 && figures.every((value, index) => index === 0 || (value ?? 0) > (figures[index - 1] ?? 0));
  if (!first || rising || figures.includes(null)) return;
  const message = `the first row is taken as the header, and holds figures: ${heads.map(({ text }) => `"${text}"`).join(', ')}`;
  sink(diagnostic('warning', 'chart/no-header', message, first.span, 'name the columns in a first row of their own'));
}

/** Columns that could be read in two ways. */
export function tellDoubts({ written }: Table, figures: readonly number[], dates: readonly number[], sink: Sink): void {
  const doubts = [...figures.map((index) => written[index]?.doubts.figures), ...dates.map((index) => written[index]?.doubts.dates)];
  for (const doubt of doubts) if (doubt) sink(doubt);
}

/** Columns of one name: which of them is meant cannot be said, an error where the author names it. */
export function tellTwins(header: readonly Cell[], meant: readonly string[], sink: Sink): void {
  const seen = new Set<string>();
  for (const { text, span } of header) {
    const named = meant.includes(text);
    if (seen.has(text) && text !== '')
      sink(
        diagnostic(
          named ? 'error' : 'warning',
          'chart/duplicate-column',
          `two columns are called "${text}"`,
          span,
          'give each its own name',
        ),
      );
    seen.add(text);
  }
}

/** The chosen columns as they were read. */
export interface ReadColumns {
  readonly table: Table;
  readonly chosen: readonly number[];
  readonly figures: readonly (readonly (Figure | null)[])[];
}

/** Figures that cannot be compared: of several units in a column or in the columns of one scale. */
export function tellMixedUnits({ table, chosen, figures }: ReadColumns, together: boolean, sink: Sink): void {
  const heads = chosen.map((column) => headAt(table, column));
  const tell = (severity: Severity, message: string, span: Span, hint: string): void =>
    sink(diagnostic(severity, 'chart/mixed-units', message, span, hint));
  const firsts = figures.map((column) => column.find((figure) => figure?.sign)?.sign ?? '');
  chosen.forEach((column, at) => {
    const own = figures[at] ?? [];
    const cellOf = (row: number): DataCell | undefined => table.rows[row]?.[column];
    const [head, first] = [heads[at]?.text ?? '', firsts[at] ?? ''];
    const odd = own.findIndex((figure) => figure && figure.sign !== '' && figure.sign !== first);
    const cell = cellOf(odd);
    if (cell) {
      const message = `column "${head}" mixes units: ${first} and ${own[odd]?.sign ?? ''}`;
      tell('error', message, cell.span, 'bring all figures of a column to one unit');
    }
  });
  const main = firsts.find((sign) => sign !== '');
  const other = firsts.findIndex((sign) => sign !== '' && sign !== main);
  const span = heads[other]?.span;
  if (!together || !span) return;
  const message = `columns "${heads[firsts.indexOf(main ?? '')]?.text ?? ''}" in ${main} and "${heads[other]?.text ?? ''}" in ${firsts[other]} stand on one scale`;
  tell('warning', message, span, 'choose columns of one unit under "series", and make a chart of each unit');
}

/** Cells that say another unit than the author gives: the axis would be wrong. */
export function tellOtherUnits({ table, chosen, figures }: ReadColumns, unit: string, sink: Sink): void {
  chosen.forEach((column, at) => {
    const own = figures[at] ?? [];
    const signs = new Set(own.flatMap((figure) => figure?.sign || []));
    if (signs.size !== 1) return;
    const found = own.map((figure) => figure && contradiction(figure, unit));
    const row = found.findIndex((item) => item !== null);
    const [other, cell] = [found[row], table.rows[row]?.[column]];
    if (!other || !cell) return;
    const message = `"${cell.text}" is in ${other.cell} and "unit" says "${other.unit}"`;
    const hint = 'write the unit of the cells, leave "unit" out, or bring the figures to one unit';
    sink(diagnostic(other.sure ? 'error' : 'warning', 'chart/mixed-units', message, cell.span, hint));
  });
}

const UNIT_HEADING = /^(?:units?|einheit(?:en)?|unités?|unidad(?:es)?|单位|單位|الوحدة)$/i;

/** The column that says each row's unit; −1: there is none. */
const unitColumn = ({ header }: Table): number => header.findIndex(({ text }) => UNIT_HEADING.test(text.trim()));

/** Rows of different units on one scale. */
export function tellRowUnits(table: Table, sink: Sink): void {
  const column = unitColumn(table);
  if (column < 0) return;
  const cells = table.rows.map((row) => cellAt(row, column)).filter(({ missing }) => !missing);
  const [first] = cells;
  const other = cells.find(({ text }) => text.toLowerCase() !== first?.text.toLowerCase());
  if (!first || !other) return;
  const message = `rows in "${first.text}" and in "${other.text}" stand on one scale`;
  const hint = `choose rows of one unit: "where: {${headAt(table, column).text}: ${first.text}}"`;
  sink(diagnostic('warning', 'chart/mixed-units', message, other.span, hint));
}

/** A column with some numbers, too few to be meant as one, or with years: said, so that no figure is missed without a word. */
export function tellDropped(table: Table, known: readonly number[], sink: Sink): void {
  table.header.forEach((head, index) => {
    const numbers = table.rows.filter((row) => cellAt(row, index).figure !== null).length;
    if (known.includes(index) || numbers === 0) return;
    const why = isYears(table, index) ? 'its cells are years' : `${numbers} of its cells are numbers, more are not`;
    const message = `column "${head.text}" is not drawn: ${why}`;
    sink(diagnostic('info', 'chart/column-dropped', message, head.span, `write "series: ${head.text}" to draw it`));
  });
}
