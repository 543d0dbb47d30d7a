/** Lines and areas over dates or categories: the name at the last point, gaps as gaps (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type {
  AreaPlot,
  Axis,
  ChartSeries,
  ChartSpec,
  DateAxis,
  LabelFormat,
  LinePlot,
  Marker,
  PointFormat,
  PointLabel,
} from '../scene/chart.js';
import {
  CATEGORY_AXIS,
  categoryAxis,
  fractions,
  GAP,
  hiddenAxis,
  legendAt,
  legendHeight,
  specBase,
  stackEnds,
  tickWidth,
  VALUE_AXIS,
  valueAxis,
} from './axes.js';
import type { DataSeries } from './data.js';
import { dateCode, printDate } from './date.js';
import { intervalBars, intervalColumns } from './intervals.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, valuePrinter, widest, wrapLines } from './label.js';
import { literal } from './literal.js';
import { NO_FILL, seriesColors, solid, stroke } from './paint.js';
import {
  type ChartRequest,
  categoryText,
  highlightedCategories,
  isHighlightedSeries,
  printsAll,
  type STACKS,
  valuesOf,
} from './request.js';
import { type DateSteps, dateSteps, linearScale, logScale, positionOn, type Scale } from './scale.js';
import { dateColumn, nameColumn, valueColumn, workbook } from './sheet.js';
import { spread } from './spread.js';

/** Points (LOOKS, section 4). */
const MESSAGE_WIDTH = 3;
const OTHER_WIDTH = 1.75;
const MARKER = 7;
const END_SHARE = 0.28;
const END_LINES = 3;
const NAME: LabelFormat['shows'] = { series: true, category: false, value: false };

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Draws lines. */
export function drawLines(request: ChartRequest): ChartSpec {
  const printed = request.data.series.length === 1 && !request.data.interval && !request.options.log && printsAll(request);
  const scale = lineScale(request, printed);
  const area = lineArea(request, printed ? null : scale, endWidth(request, printed));
  const room: LabelRoom = {
    offsets: endOffsets(request, scale, area),
    floor: scale.min + ((scale.max - scale.min) * labelHeight(request)) / area.h,
  };
  const colors = seriesColors(request, [request.look.context]);
  const series = request.data.series.map((item, index) =>
    lineSeries(request, item, index, colors[index] ?? request.look.context, printed, room),
  );
  const plot: LinePlot = { kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series };
  return finish(request, plot, scale, area, printed, false);
}

/** Draws areas, one upon the other unless `stacked` says otherwise. */
export function drawAreas(request: ChartRequest, stacked: (typeof STACKS)[number]): ChartSpec {
  const { data, options } = request;
  const several = data.series.length > 1;
  const reached = stacked === 'percent' ? [0, 1] : stacked === 'stacked' ? stackEnds(request) : valuesOf(data);
  const scale = request.scale ?? linearScale(reached, { min: null, max: options.max, fromZero: true });
  const area = lineArea(request, scale, GAP, several ? legendHeight(request) : 0);
  const colors = seriesColors(request, [request.look.context, request.look.soft]);
  const series = data.series.map(
    (_, index): ChartSeries => ({
      name: index + 1,
      categories: 0,
      values: index + 1,
      fill: solid(colors[index] ?? request.look.context),
      line: several ? stroke(request.look.paper, 1) : null,
      marker: null,
      points: [],
      labels: null,
      helper: false,
    }),
  );
  const grouping = { none: 'standard', stacked: 'stacked', percent: 'percentStacked' } as const;
  const plot: AreaPlot = { kind: 'area', grouping: grouping[stacked], axes: [CATEGORY_AXIS, VALUE_AXIS], series };
  const spec = finish(request, plot, scale, area, false, stacked === 'percent');
  return several
    ? {
        ...spec,
        legend: legendAt(
          request,
          data.series.map((item) => item.name),
          area.x,
        ),
      }
    : spec;
}

function finish(
  request: ChartRequest,
  plot: LinePlot | AreaPlot,
  scale: Scale,
  area: Frame,
  printed: boolean,
  percent: boolean,
): ChartSpec {
  const { data } = request;
  const values = (printed ? hiddenAxis : valueAxis)(request, scale, { between: false, ...(percent ? { format: '0%' } : {}) });
  const first = data.order === 'date' ? dateColumn(request) : nameColumn(request, (index) => standingNote(request.standings[index]));
  return {
    ...specBase(request),
    plots: [plot],
    axes: [timeAxis(request, area), values],
    legend: null,
    plotArea: fractions(request, area.x, area.y, area.w, area.h),
    workbook: workbook([first, ...data.series.map((series) => valueColumn(request, series)), ...intervalColumns(request, 2)]),
  };
}

function lineScale(request: ChartRequest, printed: boolean): Scale {
  const { options, data } = request;
  if (request.scale) return request.scale;
  const values = valuesOf(data);
  if (options.log) return logScale(values, options);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const fromZero = low >= 0 ? low <= high * 0.4 : high <= 0 && high >= low * 0.4;
  const scale = linearScale(values, { min: options.min, max: options.max, fromZero });
  const room = (scale.max - scale.min) * 0.12;
  return printed && options.max === null && high + room > scale.max ? { ...scale, max: scale.max + scale.major } : scale;
}

/** The plot, with room at the left for the ticks, at the right for what the last points say. */
function lineArea(request: ChartRequest, scale: Scale | null, right: number, top = 0): Frame {
  const { cx, cy } = request.frame;
  const first = categoryLabels(request)[0] ?? '';
  const half = Math.max(request.measure.width(first), scale ? 0 : widest(endTexts(request), request.measure, true)) / 2;
  const x = Math.max(scale ? tickWidth(request, scale) + GAP : 0, half);
  const y = top + request.measure.line / 2;
  return { x, y, w: Math.max(GAP, cx - x - Math.max(right, half)), h: Math.max(GAP, cy - y - request.measure.line - GAP) };
}

const categoryLabels = (request: ChartRequest): readonly string[] =>
  request.data.categories.map((category) => categoryText(category, request));

/** The name of a line on as many lines as keep it off the plot, at most three. */
const endLines = (series: DataSeries, { frame, measure }: ChartRequest): readonly string[] =>
  wrapLines(series.name, frame.cx * END_SHARE, END_LINES, { ...measure, width: (words) => measure.width(words, true) });

/** What the last points need at the right: their names, or the last value. */
function endWidth(request: ChartRequest, printed: boolean): number {
  const { data, measure } = request;
  if (data.series.length > 1)
    return (
      widest(
        data.series.flatMap((series) => endLines(series, request)),
        measure,
        true,
      ) +
      2 * GAP
    );
  if (!printed && request.options.values !== 'hide') return widest(lastTexts(request), measure, true) + 2 * GAP;
  const word = data.order === 'date' ? standingNote(request.standings.at(-1)).trim() : '';
  return measure.width(word) + 2 * GAP;
}

/** What the first and the last points say where all values are printed. */
function endTexts(request: ChartRequest): readonly string[] {
  const print = valuePrinter(request);
  return request.data.series.flatMap(({ values }) =>
    [values[0] ?? null, values.at(-1) ?? null].flatMap((value) => (value === null ? [] : [print(value).text])),
  );
}

function lastTexts(request: ChartRequest): readonly string[] {
  const print = valuePrinter(request);
  return request.data.series.map((series) => {
    const last = lastIndex(series);
    const value = series.values[last];
    return value === null || value === undefined ? '' : print(value, request.standings[last]).text;
  });
}

const lastIndex = (series: DataSeries): number => series.values.findLastIndex((value) => value !== null);

/** How far each end label moves, in fractions of the frame, so that none covers another. */
function endOffsets(request: ChartRequest, scale: Scale, area: Frame): readonly number[] {
  const { data, measure, frame } = request;
  const wanted = data.series.map((series, index) => {
    const value = series.values[lastIndex(series)] ?? 0;
    return { index, y: (1 - positionOn(scale, value)) * area.h };
  });
  const ordered = [...wanted].sort((a, b) => a.y - b.y);
  const deepest = Math.max(...data.series.map((series) => endLines(series, request).length));
  const placed = spread(
    ordered.map(({ y }) => y),
    deepest * measure.line,
    area.h,
  );
  return wanted.map(({ index, y }) => {
    const at = ordered.findIndex((item) => item.index === index);
    return ((placed[at] ?? y) - y) / frame.cy;
  });
}

/** Where labels may stand: how far each end label moves, and the value from which on one has room below its point. */
interface LabelRoom {
  readonly offsets: readonly number[];
  readonly floor: number;
}

/** The height of a label with its distance from the point, in EMU. */
const labelHeight = (request: ChartRequest): number => request.measure.line * 1.5;

function lineSeries(
  request: ChartRequest,
  series: DataSeries,
  index: number,
  color: Color,
  printed: boolean,
  room: LabelRoom,
): ChartSeries {
  const alone = request.data.series.length === 1;
  const message = alone || isHighlightedSeries(series, request.options);
  const line = stroke(color, message ? MESSAGE_WIDTH : OTHER_WIDTH);
  return {
    name: index + 1,
    categories: 0,
    values: index + 1,
    fill: NO_FILL,
    line,
    marker: null,
    points: linePoints(request, series, color, line),
    labels: lineLabels(request, series, color, message, printed, { offset: room.offsets[index] ?? 0, floor: room.floor }),
    helper: false,
    errorBars: intervalBars(request, 'y', color),
  };
}

/** A circle at the last point, at points that stand alone and at highlighted ones; doubt in marker and dash. */
function linePoints(request: ChartRequest, series: DataSeries, color: Color, line: ChartSeries['line']): readonly PointFormat[] {
  const marked = highlightedCategories(request);
  const last = lastIndex(series);
  const dashes = { solid: 'solid', claimed: 'solid', estimated: 'dash', disputed: 'sysDot' } as const;
  return series.values.flatMap((value, index): readonly PointFormat[] => {
    if (value === null) return [];
    const look = request.standings[index]?.look ?? 'solid';
    const lone = (series.values[index - 1] ?? null) === null && (series.values[index + 1] ?? null) === null;
    if (look === 'solid' && index !== last && !lone && !marked.has(index)) return [];
    const own = marked.has(index) ? request.look.message : color;
    const marker = look === 'solid' ? circle(own) : { ...circle(own), fill: solid(request.look.paper), line: stroke(own, 1.25) };
    return [{ index, fill: NO_FILL, line: line && { ...line, dash: dashes[look] }, marker }];
  });
}

const circle = (color: Color): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

/** The name at the last point of several lines; of one line all values, or the last and the highlighted. */
function lineLabels(
  request: ChartRequest,
  series: DataSeries,
  color: Color,
  message: boolean,
  printed: boolean,
  { offset, floor }: { readonly offset: number; readonly floor: number },
): ChartSeries['labels'] {
  const { look, options, data } = request;
  const print = valuePrinter(request);
  const last = lastIndex(series);
  const marked = highlightedCategories(request);
  const several = data.series.length > 1;
  const values = options.values !== 'hide';
  const points = series.values.flatMap((value, index): readonly PointLabel[] => {
    if (value === null) return [];
    const { code } = print(value, printed ? undefined : request.standings[index]);
    const bold = text(request, look.text, true);
    if (several && index === last) {
      const format = labelFormat(NAME, 'r', code, text(request, message ? color : look.text, message));
      const lines = endLines(series, request);
      const moved = Math.abs(offset) < 0.001 ? null : { x: 0, y: offset };
      return [{ ...pointLabel(index, format), offset: moved, lines: lines.length > 1 ? lines : null }];
    }
    const doubt = beginsDoubt(request, index) && series === data.series[0] ? literal(standingNote(request.standings[index]).trim()) : '';
    if (doubt !== '' && !printed && !marked.has(index) && (index !== last || !values))
      return [pointLabel(index, labelFormat(VALUE, index === last ? 'r' : 't', doubt, text(request, look.muted)))];
    if (!values) return [];
    const position = value > floor && isValley(series, index) ? 'b' : 't';
    if (marked.has(index)) return [pointLabel(index, labelFormat(VALUE, position, code, bold))];
    const own = position === 'b' || code !== print(0).code;
    if (printed) return own ? [pointLabel(index, labelFormat(VALUE, position, code, text(request, look.text)))] : [];
    return !several && index === last ? [pointLabel(index, labelFormat(VALUE, 'r', code, bold))] : [];
  });
  return { ...labelFormat(printed ? VALUE : NOTHING, 't', print(0).code, text(request, look.text)), points };
}

/** Whether figures are less sure from here on: a date has no room for the word, so the first of them says it. */
const beginsDoubt = ({ data, standings }: ChartRequest, index: number): boolean =>
  data.order === 'date' && (standings[index]?.word ?? '') !== '' && standings[index - 1]?.word !== standings[index]?.word;

/** Whether the line comes down to a point and goes up again: its label then stands below. */
function isValley(series: DataSeries, index: number): boolean {
  const value = series.values[index] ?? 0;
  const neighbours = [series.values[index - 1] ?? null, series.values[index + 1] ?? null];
  return neighbours.every((other) => other !== null && other > value);
}

/** Dates on a true scale of time, names evenly; no more labels than fit. */
function timeAxis(request: ChartRequest, area: Frame): Axis {
  const { data, lang, measure } = request;
  const baseline = categoryAxis(request, { position: 'b' });
  if (data.order !== 'date') {
    const slot = area.w / Math.max(1, data.categories.length - 1);
    return { ...baseline, labelSkip: Math.max(1, Math.ceil((widest(categoryLabels(request), measure) + GAP) / slot)) };
  }
  const serials = data.categories.map((category) => category.date ?? 0);
  const steps = axisSteps(request, Math.max(...serials) - Math.min(...serials), area);
  const { labelSkip: _, ...shared } = baseline;
  const date: DateAxis = {
    ...shared,
    kind: 'date',
    baseUnit: data.dateUnit,
    majorUnit: steps.count,
    majorTimeUnit: steps.unit,
    format: dateCode(steps.unit, lang),
  };
  return date;
}

function axisSteps({ data, lang, measure }: ChartRequest, days: number, area: Frame): DateSteps {
  const fits = (unit: 'days' | 'months' | 'years'): number => Math.floor(area.w / (measure.width(printDate(45_000, unit, lang)) + 2 * GAP));
  const finest = dateSteps(days, fits('days'), data.dateUnit);
  return finest.unit === 'days' ? finest : dateSteps(days, fits('months'), 'months');
}
