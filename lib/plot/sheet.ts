/** The workbook behind a chart: the plotted rows and columns, nothing else. */
import type { ChartSpec, Workbook, WorkbookColumn } from '../scene/chart.js';
import type { DataCell, Table } from './columns.js';
import type { DataSeries } from './data.js';
import { decimalsOf, formatCode } from './number.js';
import { type ChartRequest, categoryText, valuesOf } from './request.js';

/** Columns of a sheet; headers are made unique without regard to case, as a table in Excel wants them. */
export function workbook(columns: readonly WorkbookColumn[]): Workbook {
  const seen = new Set<string>();
  return {
    columns: columns.map((column) => {
      const header = uniqueHeader(column.header.replace(/\s+/g, ' ').trim() || 'Column', seen);
      seen.add(header.toLowerCase());
      return { ...column, header };
    }),
  };
}

function uniqueHeader(header: string, seen: ReadonlySet<string>): string {
  if (!seen.has(header.toLowerCase())) return header;
  let number = 2;
  while (seen.has(`${header} ${number}`.toLowerCase())) number++;
  return `${header} ${number}`;
}

/** The categories as text, each with what `suffix` adds. */
export const nameColumn = (request: ChartRequest, suffix: (index: number) => string = () => ''): WorkbookColumn => ({
  header: request.data.heading,
  kind: 'text',
  format: 'General',
  formula: null,
  cells: request.data.categories.map((category, index) => categoryText(category, request) + suffix(index)),
});

/** The categories as dates. */
export const dateColumn = (request: ChartRequest): WorkbookColumn => ({
  header: request.data.heading,
  kind: 'date',
  format: request.data.dateUnit === 'months' ? 'yyyy-mm' : 'yyyy-mm-dd',
  formula: null,
  cells: request.data.categories.map((category) => category.date),
});

/** A series' own figures. */
export const valueColumn = (request: ChartRequest, series: DataSeries): WorkbookColumn => ({
  header: series.name,
  kind: request.data.figures === 'dates' ? 'date' : 'number',
  format: cellFormat(request),
  formula: null,
  cells: series.values,
});

/** A column that a formula computes, and what it comes to. `format`: default, as the figures. */
export const helperColumn = (
  request: ChartRequest,
  header: string,
  formula: string | null,
  cells: WorkbookColumn['cells'],
  format = cellFormat(request),
): WorkbookColumn => ({ header, kind: 'number', format, formula, cells: cells.map(tidied) });

/** Rid of what binary fractions add. */
const tidied = (cell: string | number | null): string | number | null => (typeof cell === 'number' ? Number(cell.toPrecision(15)) : cell);

/** The format of cells: every decimal that was written, with the unit's signs. */
export function cellFormat({ data, options }: Pick<ChartRequest, 'data' | 'options'>): string {
  if (data.figures === 'dates') return 'yyyy-mm-dd';
  if (options.format !== '') return options.format;
  const values = valuesOf(data);
  const decimals = Math.min(Math.max(0, ...values.map(decimalsOf)), 10);
  return formatCode(
    { prefix: data.unit.prefix, suffix: data.unit.suffix, decimals, shift: 0 },
    values.some((value) => value < 0),
  );
}

/** The chart whose workbook holds a table beside the plotted data; no columns: it does not. */
export const withSource = (spec: ChartSpec, columns: readonly WorkbookColumn[]): ChartSpec =>
  columns.length === 0 ? spec : { ...spec, workbook: { ...spec.workbook, source: workbook(columns).columns } };

/** A whole table as columns of a sheet: figures and dates where a column holds nothing else, else text as written. */
export const sourceColumns = ({ header, rows }: Table): readonly WorkbookColumn[] =>
  header.map((head, index) => {
    const cells = rows.flatMap((row) => row[index] ?? []);
    const filled = cells.filter(({ missing }) => !missing);
    const all = (is: (cell: DataCell) => boolean): boolean => filled.length > 0 && filled.every(is);
    if (all(({ date }) => date !== null))
      return { ...sourceColumn(head.text, cells, ({ date }) => date?.serial ?? null), kind: 'date', format: 'yyyy-mm-dd' };
    if (all(({ figure }) => figure !== null)) {
      const figures = filled.flatMap(({ figure }) => figure ?? []);
      const sign = figures.every((figure) => figure.sign === figures[0]?.sign) ? (figures[0]?.sign ?? '') : '';
      const column = sourceColumn(head.text, cells, ({ figure }) => figure && Number((figure.value * figure.magnitude).toPrecision(15)));
      return { ...column, kind: 'number', format: sign === '' ? 'General' : sign === '%' ? 'General"%"' : `"${sign}"General` };
    }
    return sourceColumn(head.text, cells, ({ text }) => (text === '' ? null : text));
  });

const sourceColumn = (header: string, cells: readonly DataCell[], value: (cell: DataCell) => string | number | null): WorkbookColumn => ({
  header,
  kind: 'text',
  format: 'General',
  formula: null,
  cells: cells.map(value),
});
