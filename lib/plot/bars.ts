/** Bars, lying or standing: geometry, order, labels, highlight and standing (LOOKS, section 4). */
import { inches } from '../core/units.js';
import type { Axis, BarPlot, ChartSeries, ChartSpec, PointFormat, PointLabel, SeriesLabels } from '../scene/chart.js';
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
import type { ChartData } from './data.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, valuePrinter, widest, wrapText } from './label.js';
import { clamp } from './number.js';
import { seriesColors, solid, standingPaint, stroke } from './paint.js';
import type { Notes } from './read-annotations.js';
import {
  type ChartRequest,
  categoryText,
  highlightedCategories,
  inOrder,
  isHighlightedSeries,
  printsAll,
  type STACKS,
  type Standing,
  valuesOf,
} from './request.js';
import { linearScale, positionOn, type Scale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

/** How bars stand. */
export interface BarStyle {
  readonly direction: 'bar' | 'col';
  readonly stacked: (typeof STACKS)[number];
  /** Between bars, in percent of their thickness, over the whole width of the frame; default: by the frame. */
  readonly gap?: number;
}

/** LOOKS, section 4: past these, columns lie down. */
const MOST_COLUMNS = 6;
const LONGEST_NAME = 12;

/** Why columns cannot stand; null where they can. Time keeps running from left to right. */
export function whyLying({ order, categories }: Pick<ChartData, 'order' | 'categories'>): string | null {
  if (order !== 'none') return null;
  if (categories.length > MOST_COLUMNS) return `${categories.length} columns are more than ${MOST_COLUMNS}`;
  const long = categories.find((category) => category.label.length > LONGEST_NAME);
  return long ? `"${long.label}" is longer than ${LONGEST_NAME} characters` : null;
}

/** What can be written into lying bars: one figure a row can be spoken of, and marks before several are lost in LibreOffice. */
export const lyingNotes = (series: number, stacked: (typeof STACKS)[number]): Notes =>
  series > 1 ? [] : stacked === 'none' ? ['words', 'lines', 'spans'] : ['lines', 'spans'];

/** Thickness of a bar in EMU; beyond it the gaps grow, then the plot shrinks. The fewer there are, the thicker they may be, so that they fill a frame. */
const THICKEST = {
  bar: [inches(0.6), inches(0.6), inches(0.5), inches(0.42)],
  col: [inches(1.6), inches(1.6), inches(1.3), inches(1.1), inches(0.9)],
} as const;
const THINNEST = inches(0.14);
/** Percent of the thickness; of one or two columns more, so that they do not stand at one side of an empty frame. */
const WIDEST_GAP = 200;
const WIDEST_OF_FEW = { bar: 200, col: 400 } as const;
const NAME_SHARE = 0.3;
const NAME_LINES = 2;

/** Draws bars or columns. */
export function drawBars(asked: ChartRequest, style: BarStyle): ChartSpec {
  const request = inOrder(asked);
  const printed = style.stacked === 'none' && printsAll(request);
  const lying = style.direction === 'bar';
  const several = request.data.series.length > 1;
  const suffix = (index: number): string => (lying && printed && style.stacked === 'none' ? '' : standingNote(request.standings[index]));
  const names = request.data.categories.map((category, index) => categoryText(category, request) + suffix(index));
  const shown = printed ? null : niceScale(request, style);
  const area = lying ? lyingArea(request, names, shown, several) : standingArea(request, names, shown, several);
  const scale = shown ?? roomForLabels(request, { ...area, lying });
  const deep = style.stacked === 'none' ? request.data.series.length : 1;
  const bars =
    style.gap === undefined ? thickness(names.length, deep, style.direction, area.across) : { gapWidth: style.gap, across: area.across };
  const plotArea = lying
    ? fractions(request, area.x, area.y, area.length, bars.across)
    : fractions(request, area.x, area.y, bars.across, area.length);
  return {
    ...specBase(request),
    plots: [barPlot(request, style, scale, area, bars.gapWidth, printed)],
    axes: barAxes(request, style, scale, printed, labelSkip(names, bars.across / names.length, request, lying)),
    legend: several
      ? legendAt(
          request,
          request.data.series.map((series) => series.name),
          area.x,
        )
      : null,
    plotArea,
    workbook: workbook([nameColumn(request, suffix), ...request.data.series.map((series) => valueColumn(request, series))]),
  };
}

/** Where the plot lies in the frame: `length` along the values, `across` along the categories. EMU. */
export interface PlotFrame {
  readonly x: number;
  readonly y: number;
  readonly length: number;
  readonly across: number;
}

/** The width that names take at the left of lying bars: at most 30 % of the frame, on as few lines as that allows. */
export function nameWidth(request: ChartRequest, names: readonly string[]): number {
  const most = request.frame.cx * NAME_SHARE;
  return Math.min(
    most,
    widest(
      names.flatMap((name) => wrapText(name, most, request.measure)),
      request.measure,
    ),
  );
}

/** The plot of lying bars: names at the left, legend and value axis on top. `scale`: of the axis; null where none is shown. */
export function lyingArea(request: ChartRequest, names: readonly string[], scale: Scale | null, legend: boolean): PlotFrame {
  const { cx, cy } = request.frame;
  const x = nameWidth(request, names) + GAP;
  const y = (legend ? legendHeight(request) : 0) + (scale ? request.measure.line + GAP : 0);
  const right = scale ? tickWidth(request, scale) / 2 : 0;
  return { x, y, length: Math.max(GAP, cx - x - right), across: Math.max(GAP, cy - y - GAP / 4) };
}

/** The plot of standing columns: the value axis at the left, names below on at most two lines. */
export function standingArea(request: ChartRequest, names: readonly string[], scale: Scale | null, legend: boolean): PlotFrame {
  const { cx, cy } = request.frame;
  const x = scale ? tickWidth(request, scale) + GAP : 0;
  const y = (legend ? legendHeight(request) : 0) + (scale ? request.measure.line / 2 : 0);
  const slot = (cx - x) / Math.max(names.length, 1);
  const lines = Math.min(NAME_LINES, Math.max(1, ...names.map((name) => wrapText(name, slot * 0.95, request.measure).length)));
  return { x, y, length: Math.max(GAP, cy - y - lines * request.measure.line - GAP), across: Math.max(GAP, cx - x) };
}

/** The gap between bars in percent of their thickness, and how much of the frame they then need across. `deep`: bars beside each other in a slot. */
export function thickness(
  count: number,
  deep: number,
  direction: BarStyle['direction'],
  across: number,
): { readonly gapWidth: number; readonly across: number } {
  const slots = Math.max(count, 1);
  const normal = deep > 1 ? 70 : 50;
  const bars = slots * Math.max(deep, 1);
  const thickest = THICKEST[direction][bars - 1] ?? THICKEST[direction].at(-1) ?? THINNEST;
  const mostGap = slots > 3 ? WIDEST_GAP : Math.max(WIDEST_GAP, WIDEST_OF_FEW[direction] * deep);
  const gapWidth = clamp(Math.ceil((across / slots / thickest - deep) * 100), normal, Math.min(mostGap, 500));
  return { gapWidth, across: Math.min(across, slots * thickest * (deep + gapWidth / 100)) };
}

/** The least height of a chart of lying bars, in EMU. */
export const leastBarHeight = (categories: number, deep: number, size: number): number =>
  categories * Math.max(THINNEST * (deep + (deep > 1 ? 0.7 : 0.5)), size * 1.35 * 12_700) + size * 4 * 12_700;

/** The values that set the scale: single ones, or what the stacks reach. */
function reached(request: ChartRequest, { stacked }: BarStyle): readonly number[] {
  if (stacked === 'percent') return stackEnds(request).map(Math.sign);
  return stacked === 'stacked' ? stackEnds(request) : valuesOf(request.data);
}

const niceScale = (request: ChartRequest, style: BarStyle): Scale => {
  const { min, max } = request.options;
  if (request.scale) return request.scale;
  return linearScale(reached(request, style), { min: min !== null && min < 0 ? min : null, max, fromZero: true });
};

/** A scale on which the longest bar and the label at its end both fit. */
function roomForLabels(request: ChartRequest, area: PlotFrame & { readonly lying: boolean }): Scale {
  if (request.scale) return request.scale;
  const values = valuesOf(request.data);
  const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = high - low || 1;
  const label = (area.lying ? widestValue(request) : request.measure.line) + GAP * 1.5;
  const [below, above] = [low < 0 ? label : 0, label];
  const whole = (span * area.length) / Math.max(area.length - above - below, area.length / 4);
  const max = high + (whole * above) / area.length;
  const min = low - (whole * below) / area.length;
  const tidy = (value: number): number => Number(value.toPrecision(6));
  const fixed = request.options.max;
  return { min: tidy(min), max: fixed !== null && fixed > max ? fixed : tidy(max), major: tidy((max - min) / 5), logBase: null };
}

/** The widest value label, bold where it is a message. */
export function widestValue(request: ChartRequest): number {
  const print = valuePrinter(request);
  const texts = request.data.series.flatMap((series) =>
    series.values.flatMap((value, index) => (value === null ? [] : [print(value, request.standings[index]).text])),
  );
  return widest(texts, request.measure, true);
}

function barPlot(request: ChartRequest, style: BarStyle, scale: Scale, area: PlotFrame, gapWidth: number, printed: boolean): BarPlot {
  const { soft, context } = request.look;
  const colors = seriesColors(request, printed ? [soft, context] : [context, soft]);
  const grouping = { none: 'clustered', stacked: 'stacked', percent: 'percentStacked' } as const;
  const series = request.data.series.map((_, index): ChartSeries => {
    const color = colors[index] ?? request.look.context;
    return {
      name: index + 1,
      categories: 0,
      values: index + 1,
      fill: solid(color),
      line: style.stacked === 'none' ? null : stroke(request.look.paper, 1),
      marker: null,
      points: pointFormats(request, index, color),
      labels:
        style.stacked === 'none' ? endLabels(request, index, printed, style) : segmentLabels(request, index, color, scale, area, style),
      helper: false,
    };
  });
  return {
    kind: 'bar',
    direction: style.direction,
    grouping: grouping[style.stacked],
    gapWidth,
    overlap: style.stacked === 'none' ? 0 : 100,
    axes: [CATEGORY_AXIS, VALUE_AXIS],
    series,
  };
}

/** Points that look other than their series: the highlighted ones of a single series, and those that are not sure. */
function pointFormats(request: ChartRequest, series: number, color: ChartRequest['look']['message']): readonly PointFormat[] {
  const { data, look } = request;
  const marked = data.series.length === 1 ? highlightedCategories(request) : new Set<number>();
  return request.standings.flatMap((standing, index) => {
    if (data.series[series]?.values[index] === null) return [];
    if (standing.look === 'solid' && !marked.has(index)) return [];
    return [{ index, marker: null, ...standingPaint(marked.has(index) ? look.message : color, standing, look) }];
  });
}

/** Value labels outside the ends, the message bold; where not all are printed, the highlighted ones. */
function endLabels(request: ChartRequest, at: number, printed: boolean, style: BarStyle): SeriesLabels | null {
  const { data, options, look } = request;
  const series = data.series[at];
  const marked = highlightedCategories(request);
  const bold = series !== undefined && isHighlightedSeries(series, options);
  if (!series || options.values === 'hide' || (!printed && marked.size === 0)) return null;
  const print = valuePrinter(request);
  const noted = style.direction === 'bar' && printed;
  const shared = print(0).code;
  const points = series.values.flatMap((value, index): readonly PointLabel[] => {
    if (value === null) return [];
    const { code } = print(value, noted ? request.standings[index] : undefined);
    const own = marked.has(index) || code !== shared;
    return own && (printed || marked.has(index))
      ? [pointLabel(index, labelFormat(VALUE, 'outEnd', code, text(request, look.text, bold || marked.has(index))))]
      : [];
  });
  return { ...labelFormat(printed ? VALUE : NOTHING, 'outEnd', shared, text(request, look.text, bold)), points };
}

/** Labels in the segments of stacks, only where the segment is longer than its label. */
function segmentLabels(
  request: ChartRequest,
  at: number,
  color: ChartRequest['look']['message'],
  scale: Scale,
  area: PlotFrame,
  style: BarStyle,
): SeriesLabels | null {
  const { data, options, measure } = request;
  if (options.values === 'hide') return null;
  const print = valuePrinter(request);
  const bold = data.series.some((series, index) => index === at && isHighlightedSeries(series, options));
  const length = (value: number, index: number): number => {
    const whole = data.series.reduce((sum, series) => sum + Math.abs(series.values[index] ?? 0), 0) || 1;
    const shown = style.stacked === 'percent' ? Math.abs(value) / whole : Math.abs(value);
    return (positionOn(scale, shown) - positionOn(scale, 0)) * area.length;
  };
  const needed = (label: string): number => (style.direction === 'bar' ? measure.width(label, bold) : measure.line) + GAP;
  const looks = (code: string) => labelFormat(VALUE, 'ctr', code, text(request, request.textOn(color), bold));
  const points = (data.series[at]?.values ?? []).flatMap((value, index): readonly PointLabel[] => {
    if (value === null) return [];
    const { code, text: label } = print(value);
    const onPaper = isPale(request.standings[index]);
    const format = onPaper ? { ...looks(code), text: text(request, request.look.text, bold) } : looks(code);
    return length(value, index) >= needed(label) ? [pointLabel(index, format)] : [];
  });
  return { ...looks(print(0).code), shows: NOTHING, points };
}

/** A segment that is hatched, outlined or seen through: its label stands on paper. */
const isPale = (standing: Standing | undefined): boolean => standing !== undefined && standing.look !== 'solid';

function barAxes(request: ChartRequest, style: BarStyle, scale: Scale, printed: boolean, skip: number): readonly Axis[] {
  const lying = style.direction === 'bar';
  const position = lying ? 't' : 'l';
  const values = (printed ? hiddenAxis : valueAxis)(request, scale, { position, ...(style.stacked === 'percent' ? { format: '0%' } : {}) });
  return [categoryAxis(request, { position: lying ? 'l' : 'b', reversed: lying, labelSkip: skip }), values];
}

/** Every how manyth name fits under its column; names that have no order are all shown. */
export function labelSkip(names: readonly string[], slot: number, request: ChartRequest, lying: boolean): number {
  if (lying || request.data.order === 'none') return 1;
  return Math.max(1, Math.ceil((widest(names, request.measure) + GAP) / slot));
}
