/** The rows of a chart that annotations name. */
import type { ChartSpec } from '../scene/chart.js';
import { type ChartRequest, categoryText, highlightedCategories } from './request.js';

const cellsOf = (spec: ChartSpec) => spec.workbook.columns[0]?.cells ?? [];

/** The row of a category, by the name that the table or the chart gives it; of words without one the highlighted or the highest. −1: none. */
export function rowOf(request: ChartRequest, spec: ChartSpec, name: string): number {
  const { data } = request;
  const cells = cellsOf(spec);
  const marked = [...highlightedCategories(request)][0];
  const category =
    name === ''
      ? marked === undefined
        ? undefined
        : data.categories[marked]
      : data.categories.find(({ key, label }) => key === name || label === name);
  if (!category && name === '') return cells.reduce<number>((best, _, index) => (topOf(spec, index) > topOf(spec, best) ? index : best), 0);
  const words = category ? categoryText(category, request) : name;
  const same = cells.findIndex((cell) => (typeof cell === 'number' ? cell === category?.date : cell === words));
  return same >= 0 ? same : cells.findIndex((cell) => typeof cell === 'string' && cell.startsWith(`${words} (`));
}

/** The rows from one category to another. */
export function rowsBetween(request: ChartRequest, spec: ChartSpec, first: string, last: string): ReadonlySet<number> {
  const ends = [rowOf(request, spec, first), rowOf(request, spec, last)];
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  return new Set(low < 0 ? [] : Array.from({ length: high - low + 1 }, (_, index) => low + index));
}

/** The highest figure of a row, of stacks their sum; zero where there is none. */
export function topOf(spec: ChartSpec, row: number): number {
  const tops = spec.plots.map((plot) => {
    const values = plot.series
      .filter(({ helper }) => !helper)
      .map(({ values: column }) => Number(spec.workbook.columns[column]?.cells[row] ?? 0));
    const stacked = 'grouping' in plot && (plot.grouping === 'stacked' || plot.grouping === 'percentStacked');
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  return Math.max(...tops.filter(Number.isFinite), ...(tops.length === 0 ? [0] : []));
}
