/** Dots: points on a linear or a log scale, names at the left (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, ErrorBars, Marker, PointFormat, WorkbookColumn } from '../scene/chart.js';
import {
  CATEGORY_AXIS,
  fractions,
  GAP,
  hiddenAxis,
  legendAt,
  legendHeight,
  logScaleAcross,
  specBase,
  tickTexts,
  VALUE_AXIS,
  valueAxis,
} from './axes.js';
import { nameWidth } from './bars.js';
import { bulletColumns, type DotLabel, type DotStyle, dotLabels, dotsPrinted, seriesLabels } from './dot-labels.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, wrapText } from './label.js';
import { NO_FILL, seriesColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, valuesOf } from './request.js';
import { linearScale, positionOn, type Scale } from './scale.js';
import { type Segments, segmentColumns, segmentSeries } from './segments.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

/** Points. */
const MARKER = 10;
const BULLET = 14;
const DENSEST = 1.4;
/** EMU: what a dot takes beside its middle. */
const REACH = (MARKER / 2) * 12_700 + GAP / 2;

/** Draws a scatter plot whose rows are the categories. A scatter plot has no names of its own: a helper series on the axis carries them. */
export function drawDots(asked: ChartRequest, style: DotStyle = 'plain'): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, measure } = request;
  const printed = dotsPrinted(request, style);
  const several = data.series.length > 1 && style !== 'bullets';
  const suffix = (index: number): string => (several ? standingNote(request.standings[index]) : '');
  const names = data.categories.map((category, index) => categoryText(category, request) + suffix(index));
  const labels = dotLabels(request, style);
  const x = nameWidth(request, names) + 2 * GAP;
  const y = (several ? legendHeight(request) : 0) + (printed ? 0 : measure.line + GAP);
  const fitted = fitTo(request, style, labels, frame.cx - x);
  const join = segmentsOf(request, style);
  const columns = [
    nameColumn(request, suffix),
    ...data.series.map((series) => valueColumn(request, series)),
    ...rowColumns(request, fitted.scale),
    ...(data.interval ?? []).map((series) => valueColumn(request, series)),
    ...(style === 'bullets' ? bulletColumns(request, labels) : []),
  ];
  const series = [
    ...(join ? [segmentSeries(columns.length, joinLine(request, style))] : []),
    ...dotSeries(request, style, labels),
    nameSeries(request, names),
  ];
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series }],
    axes: axes(request, style, fitted.scale, printed),
    legend: several
      ? legendAt(
          request,
          data.series.map((item) => item.name),
          x,
        )
      : null,
    plotArea: fractions(request, x, y, fitted.width, frame.cy - y - GAP / 4),
    workbook: workbook([...columns, ...(join ? segmentColumns(request, join) : [])]),
  };
}

/** The scale, and the width of the plot, so that all labels fit into `room`: where no axis is shown the scale makes way, else the plot. */
function fitTo(
  request: ChartRequest,
  style: DotStyle,
  labels: readonly DotLabel[],
  room: number,
): { readonly scale: Scale; readonly width: number } {
  const { data, options, measure } = request;
  const values = valuesOf(data);
  const fromZero = style === 'stems' || style === 'bullets';
  const reach = (side: 'l' | 'r'): number =>
    Math.max(REACH, ...labels.filter((label) => label.side === side).map(({ words }) => measure.width(words, true) + REACH + GAP / 2));
  if (dotsPrinted(request, style)) {
    const shown = options.min !== null && !fromZero ? [...values, options.min] : values;
    // Where lines are drawn, a label may have to change its side.
    const left = options.annotations.length > 0 ? Math.max(reach('l'), reach('r')) : reach('l');
    const own = roomy([...shown, ...(options.max === null ? [] : [options.max])], fromZero, [left, reach('r')], room);
    return { scale: request.scale ?? own, width: room };
  }
  const tick = (scale: Scale): number => measure.width(tickTexts(request, scale).at(-1) ?? '') / 2;
  const beyond = (scale: Scale): number => {
    const ends = labels.map(({ value, words }) => positionOn(scale, value) * room + measure.width(words, true) + 2 * GAP);
    return Math.min(Math.max(0, ...ends.map((end) => end - room)), room / 3);
  };
  const width = (scale: Scale): number => room - Math.max(tick(scale), beyond(scale));
  const own = options.log
    ? logScaleAcross(request, values, options, width)
    : linearScale(values, { min: fromZero ? null : options.min, max: options.max, fromZero });
  const scale = request.scale ?? clearOfNames(own, values, fromZero || options.min !== null);
  return { scale, width: width(scale) };
}

/** A scale from the lowest to the highest figure, and as much further as what stands beside them needs of `length`; bars start at zero. */
function roomy(values: readonly number[], fromZero: boolean, [left, right]: readonly [number, number], length: number): Scale {
  const all = fromZero ? [...values, 0] : values;
  const [low, high] = all.length > 0 ? [Math.min(...all), Math.max(...all)] : [0, 1];
  const before = fromZero && low === 0 ? 0 : left;
  const alike = high - low <= Math.abs(high) * 1e-9;
  const span = alike ? Math.abs(high) || 1 : high - low;
  const start = alike && !fromZero ? low - span / 2 : low;
  const each = span / Math.max(length - before - right, length / 4);
  const tidy = (value: number): number => Number(value.toPrecision(6));
  const [min, max] = [tidy(start - before * each), tidy(start + span + right * each)];
  return { min, max, major: tidy((max - min) / 5), logBase: null };
}

/** What is joined: the two dots of a row, or the ends of its interval. Null: nothing. */
function segmentsOf({ data }: ChartRequest, style: DotStyle): Segments | null {
  const pair = style === 'joined' ? data.series : data.interval;
  const [from, to] = pair ?? [];
  if (!from || !to) return null;
  const ends = from.values.map((value, row) => [value, to.values[row] ?? null] as const);
  if (ends.every((end) => end.includes(null))) return null;
  return {
    first: style === 'joined' ? 1 : data.series.length + 3,
    rows: data.series.length + 1,
    ends,
  };
}

/** LOOKS, section 4: an interval is 1.25 pt in the colour of its point. */
const joinLine = (request: ChartRequest, style: DotStyle): ReturnType<typeof stroke> =>
  style === 'joined'
    ? stroke(request.look.soft, 3)
    : stroke(seriesColors(request, [request.look.context])[0] ?? request.look.context, 1.25);

/** A scale on which no dot stands at its start, beside the names; `fixed`: it starts there for a reason. */
const clearOfNames = (scale: Scale, values: readonly number[], fixed: boolean): Scale =>
  fixed || scale.logBase !== null || scale.min === 0 || !values.includes(scale.min)
    ? scale
    : { ...scale, min: Number((scale.min - scale.major).toPrecision(12)) };

/** The least height of a row of dots, in EMU. */
export const leastDotHeight = (categories: number, size: number): number => (categories + 3) * size * DENSEST * 12_700;

const rows = (request: ChartRequest): number => request.data.categories.length;

/** The rows from the bottom up, and the point of the axis at which the names stand. */
function rowColumns(request: ChartRequest, scale: Scale): readonly WorkbookColumn[] {
  const count = rows(request);
  const shared = { kind: 'number', format: 'General' } as const;
  return [
    {
      ...shared,
      header: 'Row',
      formula: `ROWS(A#:A$${count + 1})`,
      cells: request.data.categories.map((_, index) => count - index),
    },
    { ...shared, header: 'Axis', formula: null, cells: request.data.categories.map(() => scale.min) },
  ];
}

/** The value axis on top, or hidden where every figure is printed; amounts that are compared from zero stand on a line there. */
function axes(request: ChartRequest, style: DotStyle, scale: Scale, printed: boolean): ChartSpec['axes'] {
  const across: Scale = { min: 0.5, max: rows(request) + 0.5, major: 1, logBase: null };
  const own = { id: CATEGORY_AXIS, crosses: VALUE_AXIS, crossesAt: 'max', position: 't', between: false } as const;
  const fromZero = style === 'stems' || style === 'bullets';
  return [
    (printed ? hiddenAxis : valueAxis)(request, scale, own),
    hiddenAxis(request, across, {
      id: VALUE_AXIS,
      crosses: CATEGORY_AXIS,
      crossesAt: fromZero ? 'autoZero' : 'min',
      position: 'l',
      between: false,
      format: 'General',
      ...(fromZero ? { deleted: false, line: stroke(request.look.text, 1) } : {}),
    }),
  ];
}

const NO_MARKER: Marker = { symbol: 'none', size: 2, fill: NO_FILL, line: null };

/** Holds the names off a dot that stands at the start of the scale; in the colour of the paper, for LibreOffice draws a marker without a fill in white. */
const unseen = (paper: Color): Marker => marker(paper);

const marker = (color: Color): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

/** The line at each dot of a series: its stem, its bar, or the mark of a bar. */
function dotBars(request: ChartRequest, style: DotStyle, at: number, color: Color): readonly ErrorBars[] {
  const fromZero = (width: number): ErrorBars => ({
    direction: 'x',
    sides: 'minus',
    amount: { kind: 'percent', value: 100 },
    line: stroke(color, width),
  });
  if (style === 'stems') return [fromZero(2)];
  if (style !== 'bullets') return [];
  if (at === 0) return [fromZero(BULLET)];
  return [{ direction: 'y', sides: 'both', amount: { kind: 'fixed', value: 0.3 }, line: stroke(request.look.text, 3) }];
}

function dotSeries(request: ChartRequest, style: DotStyle, labels: readonly DotLabel[]): readonly ChartSeries[] {
  const { data, look } = request;
  const colors = style === 'bullets' ? [look.message] : seriesColors(request, [look.context, look.soft]);
  const marked = data.series.length === 1 ? highlightedCategories(request) : new Set<number>();
  const own = (at: number): readonly DotLabel[] => labels.filter((label) => label.at === at);
  const dots = data.series.map((series, at): ChartSeries => {
    const color = colors[at] ?? look.context;
    const points = series.values.flatMap((value, index): readonly PointFormat[] => {
      const standing = request.standings[index] ?? { look: 'solid', word: '' };
      if (value === null || (standing.look === 'solid' && !marked.has(index))) return [];
      const shown = marked.has(index) ? look.message : color;
      return [{ index, fill: NO_FILL, line: null, marker: { ...marker(shown), ...standingPaint(shown, standing, look) } }];
    });
    return {
      name: at + 1,
      categories: at + 1,
      values: data.series.length + 1,
      fill: NO_FILL,
      line: null,
      marker: style === 'bullets' ? NO_MARKER : marker(color),
      points: style === 'bullets' ? [] : points,
      labels: seriesLabels(request, own(at)),
      helper: false,
      errorBars: dotBars(request, style, at, color),
    };
  });
  if (style !== 'bullets') return dots;
  const at = data.series.length + 3;
  const behind = helperSeries(at, data.series.length + 1, {
    categories: at,
    marker: NO_MARKER,
    labels: seriesLabels(request, own(data.series.length), at + 1),
  });
  return [...dots, behind];
}

function nameSeries(request: ChartRequest, names: readonly string[]): ChartSeries {
  const { data, look, measure } = request;
  const width = nameWidth(request, names);
  const format = labelFormat(VALUE, 'l', 'General', text(request, look.text));
  return {
    name: 0,
    categories: data.series.length + 2,
    values: data.series.length + 1,
    fill: NO_FILL,
    line: null,
    marker: unseen(look.paper),
    points: [],
    labels: {
      ...format,
      shows: NOTHING,
      points: names.map((name, index) => {
        const lines = wrapText(name, width, measure);
        return { ...pointLabel(index, format), lines, ...(lines.length === 1 ? { field: 'cells' as const } : {}) };
      }),
      cells: 0,
    },
    helper: true,
  };
}
