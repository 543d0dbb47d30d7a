/** Words and lines in a chart, as helper series of its own, so that they move with the data (LOOKS, section 4). */
import type { Axis, ChartSeries, ChartSpec, LinePlot, PointLabel, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, VALUE_AXIS } from './axes.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, wrapText } from './label.js';
import { NO_FILL, stroke } from './paint.js';
import { type Annotation, type ChartRequest, categoryText, highlightedCategories } from './request.js';
import { positionOn } from './scale.js';
import { helperColumn, workbook } from './sheet.js';

/** The share of the frame's width that the words at a point take. */
const WORDS_SHARE = 0.25;
const NO_BREAK_SPACE = '\u00a0';

/** The chart with its annotations. Only a chart with an upright value axis and a line of categories takes them. */
export function annotated(request: ChartRequest, spec: ChartSpec): ChartSpec {
  const axis = spec.axes.find((item) => item.kind === 'value');
  const wanted = request.options.annotations;
  if (wanted.length === 0 || axis?.kind !== 'value' || axis.position !== 'l') return spec;
  const lines = wanted.filter(({ value }) => value !== null);
  const first = spec.workbook.columns.length;
  const points = wanted.flatMap((item) => {
    const at = item.value === null ? rowOf(request, spec, item.at) : -1;
    return at < 0 ? [] : [{ item, at, top: topOf(spec, at) }];
  });
  const wide = withRoom(request, spec, axis, [...lines.map(({ value }) => value ?? 0), ...points.map(({ top }) => top)], points.length > 0);
  const rows = spec.workbook.columns[0]?.cells ?? [];
  const columns = [
    ...lines.map((item) => constant(request, item, rows.length)),
    ...points.map(({ item, at, top }) => lonely(request, item, at, top, rows.length)),
  ];
  const series = [
    ...lines.map((item, index) => referenceLine(request, spec, item, first + index, rows.length)),
    ...points.map(({ item, at }, index) => wordsAt(request, item, first + lines.length + index, at, isValley(spec, at))),
  ];
  const plot: LinePlot = { kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series };
  const [last] = spec.plots.slice(-1);
  const plots =
    last?.kind === 'line' ? [...spec.plots.slice(0, -1), { ...last, series: [...last.series, ...series] }] : [...spec.plots, plot];
  return { ...spec, plots, axes: wide, workbook: workbook([...spec.workbook.columns, ...columns]) };
}

/** The row of a category, by the name that the table or the chart gives it; of a note without one the highlighted or the highest. */
function rowOf(request: ChartRequest, spec: ChartSpec, name: string): number {
  const { data } = request;
  const cells = spec.workbook.columns[0]?.cells ?? [];
  const marked = [...highlightedCategories(request)][0];
  const category =
    name === ''
      ? marked === undefined
        ? undefined
        : data.categories[marked]
      : data.categories.find(({ key, label }) => key === name || label === name);
  if (!category && name === '') return cells.reduce<number>((best, _, index) => (topOf(spec, index) > topOf(spec, best) ? index : best), 0);
  const words = category ? categoryText(category, request) : name;
  return cells.findIndex((cell) => (typeof cell === 'number' ? cell === category?.date : cell?.startsWith(words)));
}

/** The highest figure of a row, of stacks their sum. */
function topOf(spec: ChartSpec, row: number): number {
  const tops = spec.plots.map((plot) => {
    const values = plot.series.map(({ values: column }) => Number(spec.workbook.columns[column]?.cells[row] ?? 0));
    const stacked = 'grouping' in plot && (plot.grouping === 'stacked' || plot.grouping === 'percentStacked');
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values);
  });
  return Math.max(...tops);
}

/** The axes with a scale on which all this fits: words need two lines above their point. */
function withRoom(request: ChartRequest, spec: ChartSpec, axis: ValueAxis, values: readonly number[], words: boolean): readonly Axis[] {
  const height = spec.plotArea.h * request.frame.cy;
  const room = words ? (3.5 * request.measure.line) / height : request.measure.line / height;
  let { min, max } = axis;
  const scale = () => ({ min, max, major: axis.major, logBase: axis.logBase });
  for (let step = 0; step < 12 && values.some((value) => positionOn(scale(), value) > 1 - room); step++)
    max = axis.logBase === null ? Number((max + axis.major).toPrecision(12)) : max * axis.logBase;
  for (let step = 0; step < 12 && values.some((value) => value < min) && axis.logBase === null; step++)
    min = Number((min - axis.major).toPrecision(12));
  return spec.axes.map((item) => (item === axis ? { ...axis, min, max } : item));
}

const constant = (request: ChartRequest, { text: words, value }: Annotation, rows: number): WorkbookColumn =>
  helperColumn(request, words || 'Line', null, Array<number | null>(rows).fill(value));

const lonely = (request: ChartRequest, { text: words }: Annotation, at: number, top: number, rows: number): WorkbookColumn =>
  helperColumn(
    request,
    words || 'Note',
    null,
    Array.from({ length: rows }, (_, index) => (index === at ? top : null)),
  );

const helper = (column: number): ChartSeries => ({
  name: column,
  categories: 0,
  values: column,
  fill: NO_FILL,
  line: null,
  marker: null,
  points: [],
  labels: null,
  helper: true,
});

/** A dashed line, named above its right end. */
function referenceLine(request: ChartRequest, spec: ChartSpec, { text: words }: Annotation, column: number, rows: number): ChartSeries {
  const { look, measure, frame } = request;
  const format = labelFormat({ ...NOTHING, series: true }, 't', 'General', text(request, look.muted));
  const atEdge = spec.axes.some((axis) => axis.kind === 'value' && !axis.between);
  const offset = atEdge ? { x: -(measure.width(words) / 2) / frame.cx, y: 0 } : null;
  const points: readonly PointLabel[] = words === '' || rows === 0 ? [] : [{ ...pointLabel(rows - 1, format), offset }];
  return { ...helper(column), line: stroke(look.muted, 1, 'dash'), labels: { ...format, shows: NOTHING, points } };
}

/** Whether a line comes down to a row: words then stand below it. */
const isValley = (spec: ChartSpec, at: number): boolean =>
  spec.plots[0]?.kind === 'line' &&
  [at - 1, at + 1].every((other) => (spec.workbook.columns[0]?.cells[other] ?? null) === null || topOf(spec, other) > topOf(spec, at));

/** Words above a point and above its own label; below both in a valley. */
function wordsAt(request: ChartRequest, { text: words }: Annotation, column: number, at: number, below: boolean): ChartSeries {
  const { look, measure, frame } = request;
  const format = labelFormat(VALUE, below ? 'b' : 't', 'General', text(request, look.text));
  const lines = wrapText(words, frame.cx * WORDS_SHARE, measure);
  // An empty line keeps clear of the point's own label; a moved label would get a leader line in LibreOffice.
  const placed = below ? [NO_BREAK_SPACE, ...lines] : [...lines, NO_BREAK_SPACE];
  return { ...helper(column), labels: { ...format, shows: NOTHING, points: [{ ...pointLabel(at, format), lines: placed }] } };
}
