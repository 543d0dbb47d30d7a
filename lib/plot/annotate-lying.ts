/** Words, lines and spans in a chart of lying bars. */
import type { Axis, ChartSeries, ChartSpec, PointLabel, ValueAxis } from '../scene/chart.js';
import { rowOf, rowsBetween, topOf } from './annotate-rows.js';
import { GAP } from './axes.js';
import { sideBySide } from './boxes.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { literal } from './literal.js';
import { lyingLabels } from './lying-labels.js';
import type { Annotation, ChartRequest } from './request.js';
import { positionOn } from './scale.js';
import { workbook } from './sheet.js';
import { type Stretch, spanParts, stretchOf } from './spans.js';

/** The chart with its annotations: lines and spans run through all rows and are named above, words follow the figure of their bar. */
export function annotatedLying(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const items = request.options.annotations;
  const words = items.filter(({ value, span }) => value === null && span === null);
  const spoken = words.reduce((chart, item) => withWords(request, chart, item), spec);
  const own = spoken.axes.find((item) => item.id === axis.id);
  return own?.kind === 'value' ? withStretches(request, spoken, own, items) : spoken;
}

/** Words behind the figure at the end of a bar, in the format of its label, so that the figure stays the cell's. */
function withWords(request: ChartRequest, spec: ChartSpec, { at, text: words }: Annotation): ChartSpec {
  const row = rowOf(request, spec, at);
  const [plot, ...others] = spec.plots;
  const axis = spec.axes.find((item) => item.kind === 'value');
  if (row < 0 || words === '' || plot?.kind !== 'bar' || axis?.kind !== 'value') return spec;
  const { measure, frame, look } = request;
  const value = topOf(spec, row);
  const leading = plot.series.findIndex(({ values }) => Number(spec.workbook.columns[values]?.cells[row] ?? 0) === value);
  const series = plot.series[leading];
  if (!series) return spec;
  const printed = series.labels?.points.find(({ index }) => index === row) ?? (series.labels?.shows.value ? series.labels : null);
  const code = printed?.format ?? valuePrinter(request)(value).code;
  const format = labelFormat(VALUE, 'outEnd', code + literal(`  ${words}`), printed?.text ?? text(request, look.text));
  const points = [...(series.labels?.points ?? []).filter(({ index }) => index !== row), pointLabel(row, format)];
  const base = series.labels ?? { ...labelFormat(NOTHING, 'outEnd', code, text(request, look.text)), points: [] };
  const spoken: ChartSeries = { ...series, labels: { ...base, points: points.sort((a, b) => a.index - b.index) } };
  const length = spec.plotArea.w * frame.cx;
  const needed = measure.width(`${valuePrinter(request)(value, request.standings[row]).text}  ${words}`, format.text.bold) + GAP * 1.5;
  const wide = roomFor(axis, value, needed, length);
  return {
    ...spec,
    plots: [{ ...plot, series: plot.series.map((item, index) => (index === leading ? spoken : item)) }, ...others],
    axes: spec.axes.map((item): Axis => (item === axis ? wide : item)),
  };
}

/** The axis so long that a label of this length fits behind a value. */
function roomFor(axis: ValueAxis, value: number, label: number, length: number): ValueAxis {
  if (value < 0) {
    const share = Math.max(1 - label / length, 0.25);
    return { ...axis, min: Math.min(axis.min, Number((axis.max - (axis.max - value) / share).toPrecision(6))) };
  }
  if (axis.deleted) {
    const share = Math.max(1 - label / length, 0.25);
    const max = Math.max(axis.max, Number((axis.min + (value - axis.min) / share).toPrecision(6)));
    return { ...axis, max, major: (max - axis.min) / 5 };
  }
  let { max } = axis;
  const scale = () => ({ min: axis.min, max, major: axis.major, logBase: axis.logBase });
  for (let step = 0; step < 12 && positionOn(scale(), value) * length + label > length; step++)
    max = Number((max + axis.major).toPrecision(12));
  return { ...axis, max };
}

/** Lines and spans before the bars, their names above the plot. */
function withStretches(request: ChartRequest, spec: ChartSpec, given: ValueAxis, items: readonly Annotation[]): ChartSpec {
  const { measure, frame, look } = request;
  const length = spec.plotArea.w * frame.cx;
  const between = (first: string, last: string) => rowsBetween(request, spec, first, last);
  const ends = items.flatMap(({ value, span }) => [value ?? [], span?.over === 'values' ? [span.low, span.high] : []].flat());
  const axis = reaching(given, ends);
  const labels = lyingLabels(request, spec, axis);
  const count = spec.workbook.columns[0]?.cells.length ?? 0;
  const clear = (stretch: Stretch): Stretch => {
    const at = middleOf(axis, stretch) * length;
    const gaps = new Set(labels.filter(({ from, to }) => from < at && at < to).map(({ row }) => row));
    return stretch.line && gaps.size < count ? { ...stretch, gaps } : stretch;
  };
  const found = items.flatMap((item) => stretchOf(item, axis, length, between) ?? []).map(clear);
  if (found.length === 0) return spec;
  const middles = namesAbove(request, spec, axis, found);
  const parts = spanParts(request, spec, axis, found, spec.workbook.columns.length);
  const named = found.some(({ words, rows }) => words !== '' && rows === null);
  const top = named ? (measure.line + GAP * 0.5) / frame.cy : 0;
  const ticks = axis.deleted ? 0 : (measure.line + GAP) / frame.cy;
  const plotArea = { ...spec.plotArea, y: spec.plotArea.y + top, h: spec.plotArea.h - top };
  const slot = plotArea.h / Math.max(1, spec.workbook.columns[0]?.cells.length ?? 1);
  const up = -(slot / 2 + ticks + (measure.line * 0.5 + GAP * 0.3) / frame.cy);
  const format = labelFormat(VALUE, 'ctr', 'General', text(request, look.muted));
  const nameOf = (stretch: Stretch): readonly PointLabel[] => {
    if (stretch.words === '') return [];
    const whole = Array.from({ length: count }, (_, index) => index).find((index) => !stretch.gaps?.has(index)) ?? 0;
    const row = stretch.rows === null ? whole : ([...stretch.rows][0] ?? 0);
    const moved =
      stretch.rows === null
        ? (middles.get(stretch) ?? 0)
        : inward(request, spec, middleOf(axis, stretch) * length, measure.width(stretch.words));
    return [
      {
        ...pointLabel(row, format),
        lines: [stretch.words],
        offset: { x: moved / frame.cx, y: stretch.rows === null ? up - row * slot : 0 },
      },
    ];
  };
  const series = parts.plot.series.map((item): ChartSeries => {
    const stretch = found[parts.seen.indexOf(item.values)];
    return stretch ? { ...item, labels: { ...format, shows: NOTHING, points: nameOf(stretch) } } : item;
  });
  return {
    ...spec,
    plots: [...spec.plots, { ...parts.plot, series }],
    axes: [...spec.axes.map((item): Axis => (item.id === axis.id ? axis : item)), ...parts.axes],
    plotArea,
    workbook: workbook([...spec.workbook.columns, ...parts.columns]),
  };
}

const middleOf = (axis: ValueAxis, { low, high }: Stretch): number => positionOn(axis, (low + high) / 2);

/** How far a name must move to stay in the frame; `at`: its middle from the start of the axis. EMU. */
function inward({ frame }: ChartRequest, { plotArea }: ChartSpec, at: number, width: number): number {
  const middle = plotArea.x * frame.cx + at;
  return Math.max(width / 2 - middle, 0) - Math.max(middle + width / 2 - frame.cx, 0);
}

/** How far the names above the plot move from the middles of what they name, so that none covers another. EMU. */
function namesAbove(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, all: readonly Stretch[]): ReadonlyMap<Stretch, number> {
  const { frame, measure } = request;
  const start = spec.plotArea.x * frame.cx;
  const natural = (stretch: Stretch): number => start + middleOf(axis, stretch) * spec.plotArea.w * frame.cx;
  const named = all.filter(({ words, rows }) => words !== '' && rows === null).sort((a, b) => natural(a) - natural(b));
  const spans = named.map((stretch) => {
    const size = measure.width(stretch.words) + GAP;
    return { middle: Math.max(natural(stretch), size / 2), size };
  });
  const placed = sideBySide(spans, frame.cx);
  return new Map(named.map((stretch, index) => [stretch, (placed[index] ?? natural(stretch)) - natural(stretch)]));
}

/** The axis with all these values on it. */
export function reaching(axis: ValueAxis, values: readonly number[]): ValueAxis {
  let { min, max } = axis;
  for (let step = 0; step < 20 && values.some((value) => value > max); step++)
    max = axis.logBase === null ? Number((max + axis.major).toPrecision(12)) : max * axis.logBase;
  for (let step = 0; step < 20 && values.some((value) => value < min) && axis.logBase === null; step++)
    min = Number((min - axis.major).toPrecision(12));
  return { ...axis, min, max };
}
