/** Charts made of columns by a small change: signs in two colours, some series as lines, shares summed up. */
import type { BarPlot, ChartSeries, ChartSpec, LabelFormat, LinePlot, Marker, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, legendAt, VALUE_AXIS, valueAxis } from './axes.js';
import { drawBars } from './bars.js';
import { labelFormat, pointLabel, text, VALUE } from './label.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, inOrder } from './request.js';
import type { Scale } from './scale.js';
import { helperColumn, workbook } from './sheet.js';

/** Points. */
const LINE_WIDTH = 2.25;
const MARKER = 7;

/** The bars of negative values in the colour of the opposite; points that have a look already keep it. */
export function colorSigns(request: ChartRequest, spec: ChartSpec): ChartSpec {
  const { look } = inOrder(request);
  const recolor = (series: ChartSeries): ChartSeries => {
    const cells = spec.workbook.columns[series.values]?.cells ?? [];
    const own = new Set(series.points.map(({ index }) => index));
    const negative = cells.flatMap((cell, index): readonly PointFormat[] =>
      typeof cell === 'number' && cell < 0 && !own.has(index) ? [{ index, fill: solid(look.counterpole), line: null, marker: null }] : [],
    );
    return { ...series, points: [...series.points, ...negative].sort((a, b) => a.index - b.index) };
  };
  return { ...spec, plots: spec.plots.map((plot) => (plot.kind === 'bar' ? { ...plot, series: plot.series.map(recolor) } : plot)) };
}

const dot = (color: ChartRequest['look']['message']): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

/** A series of columns as a line of the same colour over the same axes. */
const asLine = (request: ChartRequest, series: ChartSeries): ChartSeries => {
  const color = series.fill.kind === 'solid' ? series.fill.color : request.look.message;
  const points = request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (standing.look === 'solid') return [];
    const line = stroke(color, LINE_WIDTH, standing.look === 'claimed' ? 'solid' : 'dash');
    return [{ index, fill: NO_FILL, line, marker: { ...dot(color), ...standingPaint(color, standing, request.look) } }];
  });
  const labels = series.labels && {
    ...series.labels,
    position: 't' as const,
    points: series.labels.points.map((point) => ({ ...point, position: 't' as const })),
  };
  return { ...series, fill: NO_FILL, line: stroke(color, LINE_WIDTH), marker: dot(color), points, labels };
};

/** Columns stand back behind the line, unless they are the message. */
const softened = (request: ChartRequest, series: ChartSeries): ChartSeries =>
  request.options.highlight.length > 0 ? series : { ...series, fill: solid(request.look.soft) };

/** A column with its figure inside, where no line passes. */
const labelledInside = (request: ChartRequest, series: ChartSeries): ChartSeries => {
  if (!series.labels) return series;
  const color = series.fill.kind === 'solid' ? request.textOn(series.fill.color) : request.look.text;
  const inside = <T extends LabelFormat>(format: T, pale: boolean): T => ({
    ...format,
    position: 'inBase',
    text: { ...format.text, color: pale ? request.look.text : color },
  });
  const pale = (index: number): boolean => (request.standings[index]?.look ?? 'solid') !== 'solid';
  const own = new Map(series.labels.points.map((point) => [point.index, point]));
  const base = series.labels;
  const points = request.standings.flatMap((_, index): readonly PointLabel[] => {
    const point = own.get(index) ?? (pale(index) ? pointLabel(index, base) : null);
    return point ? [inside(point, pale(index))] : [];
  });
  return { ...series, labels: { ...inside(base, false), points } };
};

/** A chart of columns with some of its series as lines; names that are not there leave the last series as the line. */
export function asLines(request: ChartRequest, spec: ChartSpec, names: readonly string[]): ChartSpec {
  const { series } = request.data;
  const found = series.map(({ key, name }) => names.includes(key) || names.includes(name));
  const lined = (at: number): boolean => (found.includes(true) && !found.every(Boolean) ? (found[at] ?? false) : at === series.length - 1);
  const [bars] = spec.plots;
  if (bars?.kind !== 'bar') return spec;
  const columns: BarPlot = {
    ...bars,
    series: bars.series.filter((_, at) => !lined(at)).map((item) => labelledInside(request, softened(request, item))),
  };
  const lines: LinePlot = {
    kind: 'line',
    axes: [CATEGORY_AXIS, VALUE_AXIS],
    series: bars.series.filter((_, at) => lined(at)).map((item) => asLine(request, item)),
  };
  return { ...spec, plots: [columns, lines] };
}

const SHARE = '0%';

/** Draws shares as columns, largest first, and their running sum as a line, both on one axis up to 100 %. */
export function drawPareto(asked: ChartRequest): ChartSpec {
  const request = inOrder({ ...asked, options: { ...asked.options, sort: 'descending' } });
  const { data, look } = request;
  const [series] = data.series;
  const values = series?.values ?? [];
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) || 1;
  const shares = values.map((value) => (value ?? 0) / total);
  const sums = shares.map((_, index) => shares.slice(0, index + 1).reduce((sum, share) => sum + share, 0));
  const percent: Scale = { min: 0, max: 1, major: 0.25, logBase: null };
  const spec = drawBars(
    { ...request, options: { ...request.options, sort: 'none', values: 'hide', max: null } },
    { direction: 'col', stacked: 'none' },
  );
  const rows = `B$2:B$${values.length + 1}`;
  const [bars] = spec.plots;
  const [name, figures] = spec.workbook.columns;
  if (bars?.kind !== 'bar' || !name || !figures) return spec;
  const columns = bars.series.map((item): ChartSeries => ({ ...item, name: 2, values: 2 }));
  const label = (index: number): PointLabel => pointLabel(index, labelFormat(VALUE, 't', SHARE, text(request, look.text)));
  const line: ChartSeries = {
    name: 3,
    categories: 0,
    values: 3,
    fill: NO_FILL,
    line: stroke(look.text, LINE_WIDTH),
    marker: dot(look.text),
    points: [],
    labels: { ...labelFormat(VALUE, 't', SHARE, text(request, look.text)), points: sums.map((_, index) => label(index)) },
    helper: false,
  };
  const headers = [request.words.share, request.words.cumulativeShare];
  return {
    ...spec,
    plots: [
      { ...bars, series: columns },
      { kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [line] },
    ],
    axes: spec.axes.map((axis) => (axis.kind === 'value' ? valueAxis(request, percent, { format: SHARE, max: 1.1 }) : axis)),
    legend: legendAt(request, headers, spec.plotArea.x * request.frame.cx),
    workbook: workbook([
      name,
      figures,
      helperColumn(request, headers[0] ?? '', `B#/SUM(${rows})`, shares, SHARE),
      helperColumn(request, headers[1] ?? '', `SUM(B$2:B#)/SUM(${rows})`, sums, SHARE),
    ]),
  };
}
