/** Histograms: raw values counted in stretches of equal length; the sheet counts them. */
import type { AxisTitle, ChartSpec } from '../scene/chart.js';
import { drawBars } from './bars.js';
import type { Category, DataSeries } from './data.js';
import { text } from './label.js';
import { commonForm, printNumber } from './number.js';
import type { ChartRequest } from './request.js';
import { linearScale, type Scale } from './scale.js';
import { helperColumn, workbook } from './sheet.js';
import { NO_UNIT } from './unit.js';

/** Fewer bins would be blocks over the whole width. */
const FEWEST_TOUCHING = 3;

/** Raw values counted in bins: what is drawn, and the ends of the bins. */
interface Binned {
  readonly request: ChartRequest;
  readonly edges: readonly number[];
}

/** Draws how the raw values of the first series spread; what is counted, and how many there are, stands above. */
export function drawHistogram(asked: ChartRequest, bins: number | null, heading: string): ChartSpec {
  const counted = heading || asked.words.count;
  const { request, edges } = binned(asked, bins, counted);
  const [raw] = asked.data.series;
  const values = (raw?.values ?? []).filter((value) => value !== null);
  const touching = edges.length > FEWEST_TOUCHING ? { gap: 4 } : {};
  const drawn = drawBars(request, { direction: 'col', stacked: 'none', ...touching });
  const spec = withTitle(asked, drawn, `${counted} (n = ${values.length})`);
  const [names, counts] = spec.workbook.columns;
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

/** The counts in place of the raw values. */
export const countedRequest = (asked: ChartRequest, bins: number | null, heading: string): ChartRequest =>
  binned(asked, bins, heading || asked.words.count).request;

/** The chart with words above its columns, which make way. */
function withTitle(request: ChartRequest, spec: ChartSpec, words: string): ChartSpec {
  const { frame, measure, look } = request;
  const title: AxisTitle = { words, x: 0, y: 0, text: text(request, look.muted) };
  const room = (1.4 * measure.line) / frame.cy;
  const { plotArea } = spec;
  return {
    ...spec,
    plotArea: { ...plotArea, y: plotArea.y + room, h: Math.max(0.01, plotArea.h - room) },
    axes: spec.axes.map((axis) =>
      axis.kind === 'value' ? { ...axis, deleted: false, labels: axis.deleted ? ('none' as const) : axis.labels, title } : axis,
    ),
  };
}

/** The raw values of the first series, counted in stretches of equal, round length; the last holds both its ends. */
function binned(request: ChartRequest, bins: number | null, heading: string): Binned {
  const { data, lang } = request;
  const [raw] = data.series;
  const values = (raw?.values ?? []).filter((value) => value !== null);
  const edges = edgesOf(values, bins);
  const count = edges.length - 1;
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
  const categories = binNames(request, edges).map((label): Category => ({ key: label, label, date: null, span }));
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

/** The ends of the bins; values that are all alike have one of no length. */
function edgesOf(values: readonly number[], bins: number | null): readonly number[] {
  const [first] = values;
  if (first !== undefined && values.every((value) => value === first)) return [first, first];
  const scale = binScale(values, bins);
  const count = Math.max(1, Math.round((scale.max - scale.min) / scale.major));
  return Array.from({ length: count + 1 }, (_, index) => Number((scale.min + index * scale.major).toPrecision(12)));
}

/** `20–40`, with the unit at the end; with a minus sign the dash stands alone. */
function binNames({ data, lang }: ChartRequest, edges: readonly number[]): readonly string[] {
  const form = commonForm(edges, data.unit, null);
  const print = (edge: number, prefix: string, suffix: string): string => printNumber(edge, { ...form, prefix, suffix }, lang);
  const dash = edges.some((edge) => edge < 0) ? ' – ' : '–';
  return edges.slice(1).map((edge, at) => {
    const from = edges[at] ?? edge;
    if (from === edge) return print(edge, form.prefix, form.suffix);
    return `${print(from, form.prefix, '')}${dash}${print(edge, '', form.suffix)}`;
  });
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
