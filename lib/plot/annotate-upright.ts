/** Words, lines and spans in a chart whose values go upwards over a line of categories or dates. */

import type { Axis, ChartSeries, ChartSpec, Legend, LinePlot, PointLabel, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { rowOf, rowsBetween, topOf } from './annotate-rows.js';
import { CATEGORY_AXIS, GAP, VALUE_AXIS } from './axes.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, widest, wrapText } from './label.js';
import { stroke } from './paint.js';
import type { Annotation, ChartRequest } from './request.js';
import { positionOn } from './scale.js';
import { helperColumn, workbook } from './sheet.js';
import { type Stretch, spanParts, stretchOf } from './spans.js';
import { spread } from './spread.js';

/** The share of the frame's width that words take. */
const WORDS_SHARE = 0.25;
const NO_BREAK_SPACE = '\u00a0';

/** The chart with room for its annotations, and them. */
export function annotatedUpright(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const wide = withRoom(request, spec, axis);
  const plotArea = axis.between ? besideNames(request, spec) : spec.plotArea;
  const roomy = { ...spec, plotArea, axes: spec.axes.map((item): Axis => (item === axis ? wide : item)) };
  const shaded = withSpans(request, roomy, wide);
  return withWords(request, shaded, roomy, wide);
}

/** What is shaded; columns cannot share their slots, so that categories of theirs get a line above them. */
const isShaded = ({ span }: Annotation, axis: ValueAxis): boolean => span !== null && (span.over === 'values' || !axis.between);

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

/** The axis with a scale on which all fits: words need their lines above their point, spans above all that they cover. */
function withRoom(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ValueAxis {
  const height = spec.plotArea.h * request.frame.cy;
  const { line } = request.measure;
  const needs = request.options.annotations.flatMap((item): readonly { readonly value: number; readonly room: number }[] => {
    const { span, value } = item;
    if (value !== null) return [{ value, room: line }];
    const lines = linesOf(request, spec, item).length;
    if (!span) {
      const row = rowOf(request, spec, item.at);
      return row < 0 ? [] : [{ value: besidePoint(request, spec, axis, row, item.text).top, room: (lines + 1.5) * line }];
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
  for (let step = 0; step < 12 && needs.some(({ value }) => value < min) && axis.logBase === null; step++)
    min = Number((min - axis.major).toPrecision(12));
  return { ...axis, min, max };
}

/** Spans behind lines and before columns. */
function withSpans(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const height = spec.plotArea.h * request.frame.cy;
  const between = (first: string, last: string) => rowsBetween(request, spec, first, last);
  const stretches = request.options.annotations
    .filter((item) => isShaded(item, axis))
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

/** A mark that carries words: a line over all rows, or a point that is not seen. */
interface Carrier {
  readonly column: WorkbookColumn;
  readonly series: (column: number) => ChartSeries;
}

/** Lines and words as series of a plot of lines; `bare` is the chart without spans. */
function withWords(request: ChartRequest, spec: ChartSpec, bare: ChartSpec, axis: ValueAxis): ChartSpec {
  const carriers = request.options.annotations.flatMap((item): readonly Carrier[] => carriersOf(request, bare, axis, item));
  if (carriers.length === 0) return spec;
  const first = spec.workbook.columns.length;
  const series = carriers.map((carrier, index) => carrier.series(first + index));
  const [last] = spec.plots.slice(-1);
  const plot: LinePlot = { kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series };
  const plots =
    last?.kind === 'line' ? [...spec.plots.slice(0, -1), { ...last, series: [...last.series, ...series] }] : [...spec.plots, plot];
  const legend = spec.legend && withWideSymbols(spec.legend);
  return { ...spec, plots, legend, workbook: workbook([...spec.workbook.columns, ...carriers.map(({ column }) => column)]) };
}

/** A legend with room for the wide symbols that LibreOffice gives all entries where a line is dashed. */
const withWideSymbols = (legend: Legend): Legend => ({
  ...legend,
  layout: { ...legend.layout, w: Math.min(legend.layout.w * 1.6, 1 - legend.layout.x) },
});

function carriersOf(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, item: Annotation): readonly Carrier[] {
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const { span, value, text: words } = item;
  if (value !== null) {
    const column = helperColumn(request, words || 'Line', null, Array<number>(rows).fill(value));
    return [{ column, series: (at) => referenceLine(request, spec, axis, item, value, at) }];
  }
  if (span?.over === 'values') {
    if (words === '') return [];
    const column = helperColumn(request, 'Upper end', null, Array<number>(rows).fill(span.high));
    return [{ column, series: (at) => ({ ...referenceLine(request, spec, axis, item, span.high, at), line: null }) }];
  }
  if (span && axis.between) return [bracketOf(request, spec, axis, item, span)];
  const at = span ? middleOf(rowsBetween(request, spec, span.first, span.last)) : rowOf(request, spec, item.at);
  if (at < 0 || words === '') return [];
  const { top, below } = span ? { top: axis.max, below: true } : besidePoint(request, spec, axis, at, words);
  const cells = Array.from({ length: rows }, (_, index) => (index === at ? top : null));
  const lines = linesOf(request, spec, item);
  // An empty line keeps clear of the point's own label; a moved label would get a leader line in LibreOffice.
  const placed = span || top !== topOf(spec, at) ? lines : below ? [NO_BREAK_SPACE, ...lines] : [...lines, NO_BREAK_SPACE];
  const looks = text(request, span ? request.look.muted : request.look.text);
  const format = labelFormat(VALUE, below ? 'b' : 't', 'General', looks);
  const point = { ...pointLabel(at, format), lines: placed, offset: span ? null : insideOf(request, spec, axis, at, lines) };
  const labels = { ...format, shows: NOTHING, points: [point] };
  return [
    { column: helperColumn(request, span ? 'Top' : words, null, cells), series: (column) => helperSeries(column, column, { labels }) },
  ];
}

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
  const format = labelFormat(VALUE, 't', 'General', text(request, request.look.muted));
  const points = item.text === '' ? [] : [{ ...pointLabel(middleOf(rows), format), lines }];
  const labels = { ...format, shows: NOTHING, points };
  const column = helperColumn(request, item.text || 'Span', null, cells);
  return { column, series: (at) => helperSeries(at, at, { line: stroke(request.look.muted, 1.5), labels }) };
}

/** How far words at the first or last point of a line move to stay in the frame. */
function insideOf(
  request: ChartRequest,
  spec: ChartSpec,
  axis: ValueAxis,
  at: number,
  lines: readonly string[],
): { readonly x: number; readonly y: number } | null {
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const { cx } = request.frame;
  const share = axis.between ? (at + 0.5) / Math.max(1, rows) : at / Math.max(1, rows - 1);
  const middle = (spec.plotArea.x + share * spec.plotArea.w) * cx;
  const half = widest(lines, request.measure) / 2;
  const x = Math.max(half - middle, 0) - Math.max(middle + half - cx, 0);
  return x === 0 ? null : { x: x / cx, y: 0 };
}

/** Where words stand at a point: above or below, clear of the line around it; of columns above. */
function besidePoint(
  request: ChartRequest,
  spec: ChartSpec,
  axis: ValueAxis,
  at: number,
  words: string,
): { readonly top: number; readonly below: boolean } {
  const own = topOf(spec, at);
  if (spec.plots[0]?.kind !== 'line') return { top: own, below: false };
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const slot = (spec.plotArea.w * request.frame.cx) / Math.max(1, rows - 1);
  const lines = wrapText(words, request.frame.cx * WORDS_SHARE, request.measure);
  const reach = Math.ceil(widest(lines, request.measure) / 2 / slot);
  const near = Array.from({ length: 2 * reach + 1 }, (_, index) => at - reach + index).filter((row) => row >= 0 && row < rows);
  const values = near.flatMap((row) => figuresOf(spec, row));
  const [low, high] = [Math.min(own, ...values), Math.max(own, ...values)];
  const height = (lines.length + 1.5) * request.measure.line;
  const room = positionOn(axis, low) * spec.plotArea.h * request.frame.cy >= height;
  return room && own - low <= high - own ? { top: low, below: true } : { top: high, below: false };
}

/** The figures that are seen in a row. */
const figuresOf = (spec: ChartSpec, row: number): readonly number[] =>
  spec.plots.flatMap((plot) =>
    plot.series.flatMap(({ values, helper: hidden }) => {
      const cell = spec.workbook.columns[values]?.cells[row];
      return hidden || typeof cell !== 'number' ? [] : [cell];
    }),
  );

const middleOf = (rows: ReadonlySet<number>): number => [...rows][Math.floor((rows.size - 1) / 2)] ?? -1;

/** Words on the lines that they take; those of a span on lines as wide as it, where it is wide. */
function linesOf(request: ChartRequest, spec: ChartSpec, { span, text: words }: Annotation): readonly string[] {
  const { frame, measure } = request;
  const rows = span?.over === 'categories' ? rowsBetween(request, spec, span.first, span.last).size : 0;
  const share = rows / Math.max(1, spec.workbook.columns[0]?.cells.length ?? 1);
  return wrapText(words, frame.cx * Math.max(span ? 0.14 : WORDS_SHARE, share * spec.plotArea.w), measure);
}

/** A dashed line, named above it where nothing else stands, as far right as can be. */
function referenceLine(
  request: ChartRequest,
  spec: ChartSpec,
  axis: ValueAxis,
  { text: words }: Annotation,
  value: number,
  column: number,
): ChartSeries {
  const { look, measure, frame } = request;
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const format = labelFormat(VALUE, axis.between ? 'r' : 't', 'General', text(request, look.muted));
  const row = axis.between ? rows - 1 : freeRow(request, spec, axis, value, words);
  const slot = spec.plotArea.w / Math.max(1, rows);
  const beside = { x: slot / 2, y: nameShift(request, spec, axis, value) / frame.cy };
  const side = row === 0 ? 1 : row === rows - 1 ? -1 : 0;
  const inside = side === 0 ? null : { x: (side * measure.width(words)) / 2 / frame.cx, y: 0 };
  const named = { ...pointLabel(row, format), offset: axis.between ? beside : inside, lines: [words] };
  const points: readonly PointLabel[] = words === '' || rows === 0 ? [] : [named];
  return helperSeries(column, column, { line: stroke(look.muted, 1, 'dash'), labels: { ...format, shows: NOTHING, points } });
}

/** The row of a line, from the right, above whose place the words of another line cover nothing; where there is none the freest. */
function freeRow(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, value: number, words: string): number {
  const { measure, frame } = request;
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const height = spec.plotArea.h * frame.cy;
  const slot = (spec.plotArea.w * frame.cx) / Math.max(1, rows - 1);
  const y = (at: number): number => positionOn(axis, at) * height;
  const half = measure.width(words) / 2;
  const [low, high] = [y(value) - measure.line * 0.2, y(value) + measure.line * 1.3];
  /** How far what stands in a row is from the words; negative: they overlap. */
  const clearance = (row: number): number =>
    Math.min(
      height,
      ...figuresOf(spec, row).map((figure) => Math.max(low - (y(figure) + measure.line), y(figure) - measure.line * 1.2 - high)),
    );
  const covered = (row: number): readonly number[] => {
    const reach = Math.ceil((row === 0 || row === rows - 1 ? 2 * half : half) / slot);
    return Array.from({ length: 2 * reach + 1 }, (_, index) => row - reach + index).filter((index) => index >= 0 && index < rows);
  };
  const scored = Array.from({ length: rows }, (_, index) => rows - 1 - index)
    .filter((row) => row === 0 || row === rows - 1 || (row * slot >= half && (rows - 1 - row) * slot >= half))
    .map((row) => ({ row, free: Math.min(...covered(row).map(clearance)) }));
  const freest = scored.reduce((a, b) => (b.free > a.free ? b : a), { row: rows - 1, free: Number.NEGATIVE_INFINITY });
  return (scored.find(({ free }) => free >= 0) ?? freest).row;
}
