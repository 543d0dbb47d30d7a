/** Words, lines and spans in a chart whose values go upwards over a line of categories or dates. */

import type { Axis, ChartSeries, ChartSpec, Legend, LinePlot, SeriesLabels, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { rowOf, rowsBetween, topOf } from './annotate-rows.js';
import { CATEGORY_AXIS, GAP, VALUE_AXIS } from './axes.js';
import { helperSeries } from './helper-series.js';
import { NOTHING, widest, wrapText } from './label.js';
import { stroke } from './paint.js';
import { withRepeatedRows } from './repeat-rows.js';
import type { Annotation, ChartRequest } from './request.js';
import { positionOn } from './scale.js';
import { helperColumn, workbook } from './sheet.js';
import { isOverDays, type Stretch, spanParts, stretchOf } from './spans.js';
import { spread } from './spread.js';
import { clearOfLines, untangled } from './untangle.js';
import { type Around, aroundOf, bracketName, lineName, type PlacedLabel, type PointPlace, pointWords, spanName } from './upright-labels.js';

/** The share of the frame's width that words take. */
const WORDS_SHARE = 0.25;

/** The chart with room for its annotations, and them. */
export function annotatedUpright(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const wide = withRoom(request, spec, axis);
  const plotArea = axis.between ? besideNames(request, spec) : spec.plotArea;
  const named = { ...spec, plotArea, axes: spec.axes.map((item): Axis => (item === axis ? wide : item)) };
  const roomy = withRepeatedRows(named, spanEnds(request, named, wide));
  const shaded = withSpans(request, roomy, wide);
  return withWords(request, shaded, roomy, wide);
}

/** What is shaded; columns cannot share their slots, so that categories of theirs get a line above them. */
const isShaded = ({ span }: Annotation, axis: ValueAxis): boolean => span !== null && (span.over === 'values' || !axis.between);

/** The first and the last rows of spans between days: at each the shade rises or falls upright, which takes two rows of one date. */
function spanEnds(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ReadonlySet<number> {
  if (!isOverDays(spec)) return new Set();
  const ends = request.options.annotations.flatMap(({ span }) => {
    if (span?.over !== 'categories' || axis.between) return [];
    const rows = [...rowsBetween(request, spec, span.first, span.last)];
    return rows.length > 1 ? [rows[0] ?? 0, rows.at(-1) ?? 0] : [];
  });
  return new Set(ends);
}

/** One column: a line through one point has no length, so that lines are drawn as thin shades. */
const isAlone = ({ workbook: { columns } }: ChartSpec, axis: ValueAxis): boolean => axis.between && (columns[0]?.cells.length ?? 0) < 2;

/** Where a line or a band is named: at its value, or upper end; null for what has no name there. */
const nameLevel = ({ value, span, text: words }: Annotation): number | null =>
  words === '' ? null : (value ?? (span?.over === 'values' ? span.high : null));

/** A plot of columns with room at its right, where lines and bands are named: over the columns a name would cover figures. */
function besideNames({ options, measure, frame }: ChartRequest, { plotArea }: ChartSpec): ChartSpec['plotArea'] {
  const names = options.annotations.filter((item) => nameLevel(item) !== null).map(({ text: words }) => words);
  if (names.length === 0) return plotArea;
  return { ...plotArea, w: Math.max(plotArea.w / 2, Math.min(plotArea.w, 1 - plotArea.x - (widest(names, measure) + 2 * GAP) / frame.cx)) };
}

/** How far the name of a line over columns moves up or down, so that none covers another. EMU. */
function nameShift(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, level: number): number {
  const height = spec.plotArea.h * request.frame.cy;
  const y = (value: number): number => (1 - positionOn(axis, value)) * height;
  const levels = request.options.annotations.flatMap((item) => nameLevel(item) ?? []).sort((a, b) => b - a);
  const placed = spread(levels.map(y), request.measure.line, height);
  return (placed[levels.indexOf(level)] ?? y(level)) - y(level);
}

/** What an annotation wants of the axis: a value on it, with room above or under it, in EMU. */
interface Need {
  readonly value: number;
  readonly room: number;
  readonly under?: number;
}

/** The axis with a scale on which all fits: words need their lines above their point, spans above all that they cover. */
function withRoom(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ValueAxis {
  const height = spec.plotArea.h * request.frame.cy;
  const { line } = request.measure;
  const needs = request.options.annotations.flatMap((item): readonly Need[] => {
    const { span, value } = item;
    if (value !== null) return [{ value, room: line }];
    const lines = linesOf(request, spec, item).length;
    if (!span) {
      const row = rowOf(request, spec, item.at);
      if (row < 0) return [];
      const { top, below } = besidePoint(request, spec, axis, row, item);
      const room = (lines + 1.5) * line;
      return [below ? { value: top, room: 0, under: room } : { value: top, room }];
    }
    if (span.over === 'values')
      return [
        { value: span.low, room: 0 },
        { value: span.high, room: line },
      ];
    const covered = [...rowsBetween(request, spec, span.first, span.last)].map((row) => topOf(spec, row));
    return [{ value: Math.max(axis.min, ...covered), room: item.text === '' ? 0 : (lines + 0.7) * line }];
  });
  let { min, max } = axis;
  const share = (value: number): number => positionOn({ min, max, major: axis.major, logBase: axis.logBase }, value);
  for (let step = 0; step < 12 && needs.some(({ value, room }) => share(value) > 1 - room / height); step++)
    max = axis.logBase === null ? Number((max + axis.major).toPrecision(12)) : max * axis.logBase;
  const under = ({ value, under: room = 0 }: Need): boolean => value < min || share(value) < room / height;
  for (let step = 0; step < 12 && needs.some(under) && axis.logBase === null; step++) min = Number((min - axis.major).toPrecision(12));
  return { ...axis, min, max };
}

/** The rows of a span; of two rows of one date at its start the second. */
function shadedRows(request: ChartRequest, spec: ChartSpec, first: string, last: string): ReadonlySet<number> {
  const rows = [...rowsBetween(request, spec, first, last)];
  const dates = spec.workbook.columns[0]?.cells ?? [];
  const [start = 0, next = start] = rows;
  return new Set(rows.length > 1 && isOverDays(spec) && dates[start] === dates[next] ? rows.slice(1) : rows);
}

/** Spans behind lines and before columns. */
function withSpans(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const height = spec.plotArea.h * request.frame.cy;
  const between = (first: string, last: string) => shadedRows(request, spec, first, last);
  const stretches = request.options.annotations
    .filter((item) => isShaded(item, axis) || (item.value !== null && isAlone(spec, axis)))
    .map((item) => stretchOf(item, axis, height, between))
    .filter((item): item is Stretch => item !== null);
  if (stretches.length === 0) return spec;
  const parts = spanParts(request, spec, axis, stretches, spec.workbook.columns.length);
  const behind = parts.axes.length === 0;
  return {
    ...spec,
    plots: behind ? [parts.plot, ...spec.plots] : [...spec.plots, parts.plot],
    axes: [...spec.axes, ...parts.axes],
    workbook: workbook([...spec.workbook.columns, ...parts.columns]),
  };
}

/** A series of an annotation: a line, or points that are not seen and carry words. */
interface Carrier {
  readonly item: Annotation;
  readonly column: WorkbookColumn;
  readonly line: ChartSeries['line'];
  /** Whether the line runs from edge to edge of the plot, not from the middle of the first column to that of the last. */
  readonly whole?: boolean;
  /** What it says, once all lines are drawn. */
  label(around: Around): PlacedLabel | null;
}

/** Lines and words as series of a plot of lines; the figures of the chart's own lines keep clear of them. `bare` is the chart without spans. */
function withWords(request: ChartRequest, spec: ChartSpec, bare: ChartSpec, axis: ValueAxis): ChartSpec {
  const carriers = request.options.annotations.flatMap((item): readonly Carrier[] => carriersOf(request, bare, axis, item));
  if (carriers.length === 0) return untangled(request, spec, axis);
  const first = spec.workbook.columns.length;
  const drawn = carriers.map(({ line, whole }, index) =>
    helperSeries(first + index, first + index, line && whole ? { trend: line, trendReach: 0.5 } : { line }),
  );
  const columns = workbook([...spec.workbook.columns, ...carriers.map(({ column }) => column)]);
  const clear = untangled(request, clearOfLines(request, withLines({ ...spec, workbook: columns }, drawn), axis), axis);
  const around = aroundOf(request, clear, axis);
  const labels = new Map<number, SeriesLabels>();
  // Words belong to one place, names of lines find theirs among them.
  for (const index of carriers.map((_, at) => at).sort((a, b) => Number(carriers[a]?.line !== null) - Number(carriers[b]?.line !== null))) {
    const placed = carriers[index]?.label(around);
    if (!placed) continue;
    around.taken.push(placed.box);
    const { index: _, lines: __, offset: ___, field: ____, ...format } = placed.point;
    labels.set(first + index, { ...format, shows: NOTHING, points: [placed.point] });
  }
  const plots = clear.plots.map((plot) =>
    plot.kind === 'line'
      ? { ...plot, series: plot.series.map((series) => ({ ...series, labels: labels.get(series.values) ?? series.labels })) }
      : plot,
  );
  return { ...clear, plots, legend: clear.legend && withWideSymbols(clear.legend) };
}

/** The chart with more series in its last plot of lines, or in one of their own. */
function withLines(spec: ChartSpec, series: readonly ChartSeries[]): ChartSpec {
  const last = spec.plots.at(-1);
  const plot: LinePlot = { kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series };
  const plots =
    last?.kind === 'line' ? [...spec.plots.slice(0, -1), { ...last, series: [...last.series, ...series] }] : [...spec.plots, plot];
  return { ...spec, plots };
}

/** A legend with room for the wide symbols that LibreOffice gives all entries where a line is dashed. */
const withWideSymbols = (legend: Legend): Legend => ({
  ...legend,
  layout: { ...legend.layout, w: Math.min(legend.layout.w * 1.6, 1 - legend.layout.x) },
});

function carriersOf(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, item: Annotation): readonly Carrier[] {
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const { span, value, text: words } = item;
  const level = value ?? (span?.over === 'values' ? span.high : null);
  if (level !== null) {
    if (value === null && words === '') return [];
    const column = helperColumn(request, value === null ? 'Upper end' : words || 'Line', null, Array<number>(rows).fill(level));
    const line = value === null || isAlone(spec, axis) ? null : stroke(request.look.muted, 1, 'dash');
    const shift = nameShift(request, spec, axis, level);
    return [{ item, column, line, whole: axis.between, label: (around) => lineName(request, around, words, level, shift) }];
  }
  if (span?.over === 'categories' && axis.between) return [bracketOf(request, spec, axis, item, span)];
  if (words === '') return [];
  if (span?.over === 'categories') {
    const between = [...rowsBetween(request, spec, span.first, span.last)];
    const middle = between[Math.floor((between.length - 1) / 2)];
    if (middle === undefined) return [];
    const cells = onlyAt(rows, middle, axis.max);
    const ends = [between[0] ?? middle, between.at(-1) ?? middle] as const;
    const lines = linesOf(request, spec, item);
    return [
      {
        item,
        column: helperColumn(request, 'Top', null, cells),
        line: null,
        label: (around) => spanName(request, around, lines, middle, ends),
      },
    ];
  }
  const at = rowOf(request, spec, item.at);
  if (at < 0) return [];
  const place = besidePoint(request, spec, axis, at, item);
  const column = helperColumn(request, words, null, onlyAt(rows, at, place.top));
  return [{ item, column, line: null, label: (around) => pointWords(request, around, linesOf(request, spec, item), at, place) }];
}

const onlyAt = (rows: number, at: number, cell: number): readonly (number | null)[] =>
  Array.from({ length: rows }, (_, index) => (index === at ? cell : null));

/** A line over columns from the first to the last of them, its words above it. */
function bracketOf(
  request: ChartRequest,
  spec: ChartSpec,
  axis: ValueAxis,
  item: Annotation,
  { first, last }: { readonly first: string; readonly last: string },
): Carrier {
  const rows = rowsBetween(request, spec, first, last);
  const lines = linesOf(request, spec, item);
  const share = ((lines.length + 0.4) * request.measure.line) / (spec.plotArea.h * request.frame.cy);
  const level = axis.max - (axis.max - axis.min) * share;
  const cells = (spec.workbook.columns[0]?.cells ?? []).map((_, index) => (rows.has(index) ? level : null));
  const middle = [...rows][Math.floor((rows.size - 1) / 2)] ?? 0;
  return {
    item,
    column: helperColumn(request, item.text || 'Span', null, cells),
    line: stroke(request.look.muted, 1.5),
    label: (around) => (item.text === '' ? null : bracketName(request, around, lines, middle, level)),
  };
}

/** Words on the lines that they take; those of a span on lines as wide as it, where it is wide. */
function linesOf(request: ChartRequest, spec: ChartSpec, { span, text: words }: Annotation): readonly string[] {
  const { frame, measure } = request;
  const rows = span?.over === 'categories' ? rowsBetween(request, spec, span.first, span.last).size : 0;
  const share = rows / Math.max(1, spec.workbook.columns[0]?.cells.length ?? 1);
  return wrapText(words, frame.cx * Math.max(span ? 0.14 : WORDS_SHARE, share * spec.plotArea.w), measure);
}

/** Where words stand at a point: above or below, clear of the line around it; of columns beyond their end. */
function besidePoint(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, at: number, { text: words, series }: Annotation): PointPlace {
  const { value: own, shift } = ownPoint(request, spec, at, series);
  if (spec.plots[0]?.kind !== 'line') return { top: own, own, below: own < 0, shift };
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const slot = (spec.plotArea.w * request.frame.cx) / Math.max(1, rows - 1);
  const lines = wrapText(words, request.frame.cx * WORDS_SHARE, request.measure);
  const reach = Math.ceil(widest(lines, request.measure) / 2 / slot);
  const near = Array.from({ length: 2 * reach + 1 }, (_, index) => at - reach + index).filter((row) => row >= 0 && row < rows);
  const values = near.flatMap((row) => (series === '' ? figuresOf(spec, row) : (figureOf(request, spec, row, series) ?? [])));
  const [low, high] = [Math.min(own, ...values), Math.max(own, ...values)];
  const height = (lines.length + 1.5) * request.measure.line;
  const room = positionOn(axis, low) * spec.plotArea.h * request.frame.cy >= height;
  return room && own - low <= high - own ? { top: low, own, below: true, shift } : { top: high, own, below: false, shift };
}

/** The figure that words belong to, and how far its column stands from the middle of its group, as a share of the frame. */
function ownPoint(request: ChartRequest, spec: ChartSpec, row: number, series: string): { readonly value: number; readonly shift: number } {
  const value = series === '' ? null : figureOf(request, spec, row, series);
  if (value === null) return { value: topOf(spec, row), shift: 0 };
  const [plot] = spec.plots;
  if (plot?.kind !== 'bar' || plot.grouping !== 'clustered') return { value, shift: 0 };
  const at = plot.series.findIndex(({ values }) => spec.workbook.columns[values]?.header === nameOf(request, series));
  if (at < 0) return { value, shift: 0 };
  const slot = spec.plotArea.w / Math.max(1, spec.workbook.columns[0]?.cells.length ?? 1);
  return { value, shift: ((at - (plot.series.length - 1) / 2) * slot) / (plot.series.length + plot.gapWidth / 100) };
}

const nameOf = ({ data }: ChartRequest, series: string): string => data.series.find(({ key }) => key === series)?.name ?? series;

/** The figure of a series in a row; null where there is none. */
function figureOf(request: ChartRequest, { workbook: { columns } }: ChartSpec, row: number, series: string): number | null {
  const cell = columns.slice(1).find(({ header }) => header === nameOf(request, series))?.cells[row];
  return typeof cell === 'number' ? cell : null;
}

/** The figures that are seen in a row. */
const figuresOf = (spec: ChartSpec, row: number): readonly number[] =>
  spec.plots.flatMap((plot) =>
    plot.series.flatMap(({ values, helper: hidden }) => {
      const cell = spec.workbook.columns[values]?.cells[row];
      return hidden || typeof cell !== 'number' ? [] : [cell];
    }),
  );
