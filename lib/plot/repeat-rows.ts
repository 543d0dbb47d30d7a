/** Rows of a chart's sheet that stand there twice, so that a helper area rises upright between two dates. */
import type { ChartSeries, ChartSpec, Plot, PointLabel } from '../scene/chart.js';
import { NOTHING } from './label.js';
import { workbook } from './sheet.js';

/** The chart with these rows doubled: its own points stay where they are, what they say is said once. */
export function withRepeatedRows(spec: ChartSpec, rows: ReadonlySet<number>): ChartSpec {
  if (rows.size === 0) return spec;
  const count = spec.workbook.columns[0]?.cells.length ?? 0;
  const order = Array.from({ length: count }, (_, row) => row).flatMap((row) => (rows.has(row) ? [row, row] : [row]));
  const columns = spec.workbook.columns.map((column) => ({ ...column, cells: order.map((row) => column.cells[row] ?? null) }));
  const seriesOf = (series: ChartSeries): ChartSeries => withMovedPoints(series, order);
  const plots = spec.plots.map((plot) => ({ ...plot, series: plot.series.map(seriesOf) }) as Plot);
  return { ...spec, plots, workbook: { ...spec.workbook, ...workbook(columns) } };
}

function withMovedPoints(series: ChartSeries, order: readonly number[]): ChartSeries {
  const { labels } = series;
  const points = series.points.map((point) => ({ ...point, index: order.indexOf(point.index) }));
  if (!labels) return { ...series, points };
  const said = labels.points.map((point) => ({ ...point, index: order.indexOf(point.index) }));
  const copies = order.flatMap((row, index) => (order.indexOf(row) === index ? [] : [index]));
  const { points: _, cells: __, ...format } = labels;
  const silent = copies.map((index): PointLabel => ({ ...format, shows: NOTHING, index, lines: null, offset: null }));
  const all = labels.shows.value || labels.shows.series ? [...said, ...silent] : said;
  return { ...series, points, labels: { ...labels, points: [...all].sort((a, b) => a.index - b.index) } };
}
