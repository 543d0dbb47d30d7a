/** Dots: points on a linear or a log scale, names at the left (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, ErrorBars, Marker, PointFormat, PointLabel, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, hiddenAxis, legendAt, legendHeight, specBase, tickTexts, VALUE_AXIS, valueAxis } from './axes.js';
import { nameWidth } from './bars.js';
import { intervalBars, intervalColumns, reachColumns } from './intervals.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, valuePrinter, wrapText } from './label.js';
import { NO_FILL, seriesColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, valuesOf } from './request.js';
import { linearScale, logScale, positionOn, type Scale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

/** Points. */
const MARKER = 10;
const BULLET = 14;
const DENSEST = 1.4;

/** What joins a dot: nothing, the axis at zero, or the dot of the other series; `bullets`: a bar from zero, and the other series as its mark. */
export type DotStyle = 'plain' | 'stems' | 'joined' | 'bullets';

/** Draws a scatter plot whose rows are the categories. A scatter plot has no names of its own: a helper series on the axis carries them. */
export function drawDots(asked: ChartRequest, style: DotStyle = 'plain'): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, measure, options } = request;
  const values = valuesOf(data);
  const fromZero = style === 'stems' || style === 'bullets';
  const own = options.log
    ? logScale(values, options)
    : linearScale(values, { min: fromZero ? null : options.min, max: options.max, fromZero });
  const scale = request.scale ?? clearOfNames(own, values, fromZero || options.min !== null);
  const several = data.series.length > 1 && style !== 'bullets';
  const suffix = (index: number): string => (several ? standingNote(request.standings[index]) : '');
  const names = data.categories.map((category, index) => categoryText(category, request) + suffix(index));
  const x = nameWidth(request, names) + 2 * GAP;
  const y = (several ? legendHeight(request) : 0) + measure.line + GAP;
  const right = Math.max(measure.width(tickTexts(request, scale).at(-1) ?? '') / 2, labelRoom(request, style, scale, frame.cx - x));
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [...dotSeries(request, style), nameSeries(request, names)] }],
    axes: axes(request, scale),
    legend: several
      ? legendAt(
          request,
          data.series.map((series) => series.name),
          x,
        )
      : null,
    plotArea: fractions(request, x, y, frame.cx - x - right, frame.cy - y - GAP / 4),
    workbook: workbook([
      nameColumn(request, suffix),
      ...data.series.map((series) => valueColumn(request, series)),
      ...helperColumns(request, scale),
      ...joinColumns(request, style),
    ]),
  };
}

/** A scale on which no dot stands at its start, beside the names; `fixed`: it starts there for a reason. */
const clearOfNames = (scale: Scale, values: readonly number[], fixed: boolean): Scale =>
  fixed || scale.logBase !== null || scale.min === 0 || !values.includes(scale.min)
    ? scale
    : { ...scale, min: Number((scale.min - scale.major).toPrecision(12)) };

/** The least height of a row of dots, in EMU. */
export const leastDotHeight = (categories: number, size: number): number => (categories + 3) * size * DENSEST * 12_700;

const rows = (request: ChartRequest): number => request.data.categories.length;

/** The rows from the bottom up, and the point of the axis at which the names stand. */
function helperColumns(request: ChartRequest, scale: Scale): readonly WorkbookColumn[] {
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

/** How far the value labels reach beyond a plot of this width. */
function labelRoom(request: ChartRequest, style: DotStyle, scale: Scale, width: number): number {
  const ends = rowTexts(request, style).flatMap((row, index) =>
    row.map(({ at, words }) => {
      const value = request.data.series[at]?.values[index] ?? scale.min;
      return positionOn(scale, value) * width + request.measure.width(words, true) + 2 * GAP;
    }),
  );
  return Math.min(Math.max(0, ...ends.map((end) => end - width)), width / 3);
}

/** Beside the dot, above it where an interval lies there. */
const labelSide = ({ data }: ChartRequest): 't' | 'r' => (data.interval ? 't' : 'r');

function axes(request: ChartRequest, scale: Scale): ChartSpec['axes'] {
  const across: Scale = { min: 0.5, max: rows(request) + 0.5, major: 1, logBase: null };
  const own = { id: CATEGORY_AXIS, crosses: VALUE_AXIS, crossesAt: 'max', position: 't', between: false } as const;
  return [
    valueAxis(request, scale, own),
    hiddenAxis(request, across, {
      id: VALUE_AXIS,
      crosses: CATEGORY_AXIS,
      crossesAt: 'min',
      position: 'l',
      between: false,
      format: 'General',
    }),
  ];
}

const NO_MARKER: Marker = { symbol: 'none', size: 2, fill: NO_FILL, line: null };

const marker = (color: Color): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

/** How far the line at a dot reaches up and down the axis: to the other dot, or to the ends of the interval, which stand before. */
function joinColumns(request: ChartRequest, style: DotStyle): readonly WorkbookColumn[] {
  const [own, other] = request.data.series;
  const first = request.data.series.length + 3;
  return style === 'joined' && own && other ? reachColumns(request, own, other, other, ['C#', 'C#']) : intervalColumns(request, first);
}

/** The line at each dot of the first series. */
function dotBars(request: ChartRequest, style: DotStyle, at: number, color: Color): readonly ErrorBars[] {
  const { series } = request.data;
  if (style === 'stems') {
    return [{ direction: 'x', sides: 'minus', amount: { kind: 'percent', value: 100 }, line: stroke(color, 2) }];
  }
  if (style === 'bullets') {
    return at === 0
      ? [{ direction: 'x', sides: 'minus', amount: { kind: 'percent', value: 100 }, line: stroke(color, BULLET) }]
      : [{ direction: 'y', sides: 'both', amount: { kind: 'fixed', value: 0.3 }, line: stroke(request.look.text, 3) }];
  }
  if (at > 0) return [];
  const first = series.length + 3;
  if (style !== 'joined' || series.length < 2) return intervalBars(request, 'x', color, first);
  const amount = { kind: 'columns', minus: first, plus: first + 1 } as const;
  return [{ direction: 'x', sides: 'both', amount, line: stroke(request.look.rule, 3) }];
}

function dotSeries(request: ChartRequest, style: DotStyle): readonly ChartSeries[] {
  const { data, look } = request;
  const colors = style === 'bullets' ? [look.message] : seriesColors(request, [look.context, look.soft]);
  const marked = data.series.length === 1 ? highlightedCategories(request) : new Set<number>();
  return data.series.map((series, at) => {
    const color = colors[at] ?? look.context;
    const points = series.values.flatMap((value, index): readonly PointFormat[] => {
      const standing = request.standings[index] ?? { look: 'solid', word: '' };
      if (value === null || (standing.look === 'solid' && !marked.has(index))) return [];
      const own = marked.has(index) ? look.message : color;
      return [{ index, fill: NO_FILL, line: null, marker: { ...marker(own), ...standingPaint(own, standing, look) } }];
    });
    return {
      name: at + 1,
      categories: at + 1,
      values: data.series.length + 1,
      fill: NO_FILL,
      line: null,
      marker: style === 'bullets' ? NO_MARKER : marker(color),
      points: style === 'bullets' ? [] : points,
      labels: dotLabels(request, at, style),
      helper: false,
      errorBars: dotBars(request, style, at, color),
    };
  });
}

/** What stands at the right of each row, and at which series: a figure at its dot, of bullets figure and mark behind the further of the two. */
function rowTexts(
  request: ChartRequest,
  style: DotStyle,
): readonly (readonly { readonly at: number; readonly code: string; readonly words: string }[])[] {
  const { data, options, standings } = request;
  const bullets = style === 'bullets';
  if (options.values === 'hide' || (data.series.length > 1 && !bullets)) return data.categories.map(() => []);
  const print = valuePrinter(request);
  const [own, mark] = data.series;
  return data.categories.map((_, index) => {
    const value = own?.values[index] ?? null;
    if (value === null) return [];
    const { code, text: words } = print(value, standings[index]);
    const goal = bullets ? (mark?.values[index] ?? null) : null;
    if (goal === null) return [{ at: 0, code, words }];
    const name = index === 0 ? `${mark?.name ?? ''} ` : '';
    return [{ at: goal > value ? 1 : 0, code, words: `${words} (${name}${print(goal).text})` }];
  });
}

function dotLabels(request: ChartRequest, at: number, style: DotStyle): ChartSeries['labels'] {
  const texts = rowTexts(request, style);
  const marked = highlightedCategories(request);
  // A scatter plot's label shows y as its value: the figure is on x, so each label is given as text.
  const points = texts.flatMap((row, index): readonly PointLabel[] =>
    row
      .filter((label) => label.at === at)
      .map(({ code, words }) => {
        const format = labelFormat(VALUE, labelSide(request), code, text(request, request.look.text, marked.has(index)));
        return { ...pointLabel(index, format), lines: [words], ...(style === 'bullets' ? {} : { field: 'x' as const }) };
      }),
  );
  if (points.length === 0) return null;
  return { ...labelFormat(NOTHING, labelSide(request), 'General', text(request, request.look.text)), points };
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
    marker: NO_MARKER,
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
