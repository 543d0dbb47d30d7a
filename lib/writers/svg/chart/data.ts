/** What the columns of a chart's workbook say: values, names, and texts as their formats print them. */
import { format, isValidFormat } from 'numfmt';
import type { ChartSeries, ChartSpec, WorkbookColumn } from '../../../scene/chart.js';

const NO_COLUMN: WorkbookColumn = { header: '', kind: 'text', format: 'General', formula: null, cells: [] };

export const columnOf = (chart: ChartSpec, index: number): WorkbookColumn => chart.workbook.columns[index] ?? NO_COLUMN;

/** The numbers of a column; null for what is empty or no number. */
export const numbersOf = (chart: ChartSpec, index: number): readonly (number | null)[] =>
  columnOf(chart, index).cells.map((cell) => (typeof cell === 'number' ? cell : null));

/** A cell as a number format code prints it, in the chart's language (ISO/IEC 29500-1, 18.8.31); a code that is none prints the value as it is. */
export function printCell(cell: string | number | null, code: string, { lang }: ChartSpec): string {
  if (cell === null) return '';
  if (typeof cell === 'string' || !isValidFormat(code)) return String(cell);
  return format(code, cell, { locale: lang, throws: false });
}

/** The names of a series' categories. */
export function categoryNames(chart: ChartSpec, series: ChartSeries): readonly string[] {
  const column = columnOf(chart, series.categories);
  return column.cells.map((cell) => printCell(cell, column.format, chart));
}

/** A point's place on the first axis: its number, or where it has none its position from 1. */
export const abscissae = (chart: ChartSpec, series: ChartSeries): readonly (number | null)[] =>
  columnOf(chart, series.categories).kind === 'text'
    ? columnOf(chart, series.categories).cells.map((_, index) => index + 1)
    : numbersOf(chart, series.categories);
