/** Charts made of columns by a small change: signs in two colours, some series as lines, raw values counted, shares summed up. */
import type { BarPlot, ChartSeries, ChartSpec, LabelFormat, LinePlot, Marker, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, legendAt, VALUE_AXIS, valueAxis } from './axes.js';
import { drawBars } from './bars.js';
import type { Category, DataSeries } from './data.js';
import { labelFormat, pointLabel, text, VALUE } from './label.js';
import { commonForm, printNumber } from './number.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, inOrder } from './request.js';
import { linearScale, type Scale } from './scale.js';
import { helperColumn, workbook } from './sheet.js';
import { NO_UNIT } from './unit.js';

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

/** Raw values counted in bins: what is drawn, and the ends of the bins. */
interface Binned {
  readonly request: ChartRequest;
  readonly edges: readonly number[];
}

/** Draws how the raw values of the first series spread; the sheet counts them. */
export function drawHistogram(asked: ChartRequest, bins: number | null, heading: string): ChartSpec {
  const { request, edges } = binned(asked, bins, heading || asked.words.count);
  const spec = drawBars(request, { direction: 'col', stacked: 'none', gap: 4 });
  const [raw] = asked.data.series;
  const [names, counts] = spec.workbook.columns;
  const values = (raw?.values ?? []).filter((value) => value !== null);
  if (!raw || !names || !counts || edges.length < 2) return spec;
  const [cells, last] = [`E$2:E$${values.length + 1}`, `D$2:D$${edges.length}`];
  const formula = `COUNTIFS(${cells},">="&C#,${cells},"<"&D#)+IF(D#=MAX(${last}),COUNTIF(${cells},D#),0)`;
  return {
    ...spec,
    workbook: workbook([
      names,
      { ...counts, formula },
      helperColumn(asked, '≥', null, edges.slice(0, -1)),
      helperColumn(asked, '<', null, edges.slice(1)),
      helperColumn(asked, raw.name, null, values),
    ]),
  };
}

/** The raw values of the first series, counted in stretches of equal, round length; the last holds both its ends. */
function binned(request: ChartRequest, bins: number | null, heading: string): Binned {
  const { data, lang } = request;
  const [raw] = data.series;
  const values = (raw?.values ?? []).filter((value) => value !== null);
  const scale = binScale(values, bins);
  const count = Math.max(1, Math.round((scale.max - scale.min) / scale.major));
  const edges = Array.from({ length: count + 1 }, (_, index) => Number((scale.min + index * scale.major).toPrecision(12)));
  const form = commonForm(edges, { ...data.unit, name: data.unit.name || ' ' }, null);
  const print = (edge: number, last: boolean): string =>
    printNumber(edge, { ...form, prefix: last ? '' : form.prefix, suffix: last ? form.suffix : '' }, lang);
  const counts = Array<number>(count).fill(0);
  for (const value of values) {
    const at = Math.min(
      count - 1,
      edges.findLastIndex((edge) => edge <= value),
    );
    counts[Math.max(0, at)] = (counts[Math.max(0, at)] ?? 0) + 1;
  }
  const span = raw?.spans[0] ?? data.categories[0]?.span;
  if (!span) return { request, edges: [] };
  const categories = counts.map((_, at): Category => {
    const low = edges[at] ?? 0;
    const label = [print(low, false), print(edges[at + 1] ?? 0, true)].join(low < 0 ? ' – ' : '–');
    return { key: label, label, date: null, span };
  });
  const series: DataSeries = { key: heading, name: heading, values: counts, spans: counts.map(() => span) };
  const drawn: ChartRequest = {
    ...request,
    options: { ...request.options, sort: 'none', min: null, max: null, format: '' },
    standings: counts.map(() => ({ look: 'solid', word: '' })),
    data: {
      ...data,
      heading: raw?.name ?? data.heading,
      order: 'time',
      categories,
      series: [series],
      interval: null,
      unit: { ...NO_UNIT, lang },
    },
  };
  return { request: drawn, edges };
}

/** Round stretches: by Sturges' rule, or as many as the author asks for. */
function binScale(values: readonly number[], bins: number | null): Scale {
  const scale = linearScale(values, { min: null, max: null, fromZero: false });
  const wanted = bins ?? Math.ceil(Math.log2(Math.max(values.length, 2)) + 1);
  const whole = scale.max - scale.min;
  const steps = [1, 2, 2.5, 4, 5, 10, 20].map((part) => scale.major / part);
  const near = steps.sort((a, b) => Math.abs(whole / a - wanted) - Math.abs(whole / b - wanted))[0] ?? scale.major;
  return { ...scale, major: bins === null ? near : whole / bins };
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
