/** Points over two value axes: scatter and bubble charts (LOOKS, section 4: at most twelve points are named). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, LabelPosition, Marker, PointFormat, PointLabel, ValueAxis } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, specBase, tickWidth, VALUE_AXIS, valueAxis } from './axes.js';
import type { DataSeries } from './data.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE } from './label.js';
import { decimalsOf, formatCode } from './number.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, MOST_PRINTED } from './request.js';
import { linearScale, logScale, positionOn, type Scale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';
import { NO_UNIT } from './unit.js';

/** Columns of the sheet: names, then the figures. */
const [X, Y, SIZE] = [1, 2, 3];
/** Points. */
const MARKER = 8;
/** Of the plot's shorter side that the largest bubble takes; at 100 % applications take a quarter. */
const BUBBLE_SCALE = 60;
/** What bubbles want beyond the outermost middles, as a share of the range. */
const BUBBLE_ROOM = 0.1;

/** What a chart of points shows besides the points. */
export interface PointStyle {
  readonly bubbles: boolean;
  /** A straight line fitted to the points. */
  readonly trend: boolean;
}

/** Draws points; the first column is x, the second y, the third the size of bubbles. */
export function drawPoints(request: ChartRequest, style: PointStyle): ChartSpec {
  const { data, frame, measure, options } = request;
  const [x, y, size] = data.series;
  const room = style.bubbles ? BUBBLE_ROOM : 0;
  const across = pointScale(x, options.log, { min: null, max: null }, room);
  const up = pointScale(y, options.log, options, room);
  const plain = { ...request, data: { ...data, unit: { ...NO_UNIT, lang: request.lang } } };
  const left = tickWidth(plain, up) + GAP;
  const top = 1.8 * measure.line;
  const area = { x: left, y: top, w: frame.cx - left - 2 * GAP, h: frame.cy - top - 2.5 * measure.line };
  const bubbles = style.bubbles && size !== undefined;
  const series = pointSeries(request, style, { across, up, w: area.w, h: area.h });
  const axes: readonly [number, number] = [CATEGORY_AXIS, VALUE_AXIS];
  return {
    ...specBase(request),
    plots: [bubbles ? { kind: 'bubble', axes, series: [series], scale: BUBBLE_SCALE } : { kind: 'scatter', axes, series: [series] }],
    axes: pointAxes(plain, across, up, [x?.name ?? '', y?.name ?? ''], area),
    legend: null,
    plotArea: fractions(request, area.x, area.y, area.w, area.h),
    workbook: workbook([
      nameColumn(request, (index) => standingNote(request.standings[index])),
      ...data.series.map((item) => ({ ...valueColumn(request, item), format: plainFormat(item) })),
    ]),
  };
}

/** The figures of an axis have a unit of their own, which its title says. */
const plainFormat = ({ values }: DataSeries): string => {
  const known = values.filter((value) => value !== null);
  const decimals = Math.min(10, Math.max(0, ...known.map(decimalsOf)));
  return formatCode(
    { prefix: '', suffix: '', decimals, shift: 0 },
    known.some((value) => value < 0),
  );
};

function pointScale(
  series: DataSeries | undefined,
  log: boolean,
  wish: { readonly min: number | null; readonly max: number | null },
  room: number,
): Scale {
  const given = (series?.values ?? []).filter((value) => value !== null);
  const reach = log ? 0 : (Math.max(...given) - Math.min(...given)) * room;
  const values = [...given, ...(reach > 0 ? [Math.max(...given) + reach, Math.min(...given) - reach] : [])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return log ? logScale(values, wish) : linearScale(values, { ...wish, fromZero: low >= 0 && low <= high * 0.4 });
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Both axes say what they measure: x below its end, y above its top. */
function pointAxes(
  request: ChartRequest,
  across: Scale,
  up: Scale,
  [xName, yName]: readonly [string, string],
  area: Area,
): readonly ValueAxis[] {
  const { frame, measure, look } = request;
  const looks = text(request, look.muted);
  const right = Math.max(0, area.x + area.w - measure.width(xName) - 2 * GAP);
  const place = (x: number, y: number) => {
    const { x: left, y: top } = fractions(request, x, y, 1, 1);
    return { x: left, y: top, text: looks };
  };
  const below = frame.cy - 1.3 * measure.line;
  return [
    valueAxis(request, across, {
      id: CATEGORY_AXIS,
      crosses: VALUE_AXIS,
      crossesAt: 'min',
      position: 'b',
      between: false,
      labels: 'low',
      line: stroke(look.text, 1),
      gridlines: null,
      title: { words: xName, ...place(right, below) },
    }),
    valueAxis(request, up, {
      crossesAt: 'min',
      between: false,
      labels: 'low',
      title: { words: yName, ...place(0, 0) },
    }),
  ];
}

const marker = (color: Color): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

interface Plane {
  readonly across: Scale;
  readonly up: Scale;
  readonly w: number;
  readonly h: number;
}

function pointSeries(request: ChartRequest, style: PointStyle, plane: Plane): ChartSeries {
  const { data, look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const points = data.categories.flatMap((_, index): readonly PointFormat[] => {
    const standing = request.standings[index] ?? { look: 'solid', word: '' };
    if (!marked.has(index) && standing.look === 'solid') return [];
    const paint = standingPaint(marked.has(index) ? look.message : plain, standing, look);
    return style.bubbles
      ? [{ index, marker: null, ...paint }]
      : [{ index, fill: NO_FILL, line: null, marker: { ...marker(plain), ...paint } }];
  });
  return {
    name: Y,
    categories: X,
    values: Y,
    fill: style.bubbles ? solid(plain) : NO_FILL,
    line: style.bubbles ? stroke(look.paper, 1) : null,
    marker: style.bubbles ? null : marker(plain),
    points,
    labels: pointLabels(request, plane),
    helper: false,
    ...(style.trend ? { trend: stroke(look.muted, 1.25, 'dash') } : {}),
    ...(style.bubbles ? { sizes: SIZE } : {}),
  };
}

/** Names beside their points: of at most twelve all, else the highlighted; a name that would cover another is tried on each side, then left out. */
function pointLabels(request: ChartRequest, plane: Plane): ChartSeries['labels'] {
  const { data, look, measure, options } = request;
  const [xs, ys] = data.series;
  const marked = highlightedCategories(request);
  const all = options.values !== 'hide' && data.categories.length <= MOST_PRINTED;
  const order = data.categories.map((_, index) => index).sort((a, b) => Number(marked.has(b)) - Number(marked.has(a)) || a - b);
  const taken: Area[] = dotBoxes(request, plane);
  const points: PointLabel[] = [];
  for (const index of order) {
    const [x, y, category] = [xs?.values[index] ?? null, ys?.values[index] ?? null, data.categories[index]];
    if (x === null || y === null || !category || (!all && !marked.has(index))) continue;
    const words = categoryText(category, request) + standingNote(request.standings[index]);
    const size = { w: measure.width(words, marked.has(index)), h: measure.line };
    const dot = { x: positionOn(plane.across, x) * plane.w, y: (1 - positionOn(plane.up, y)) * plane.h };
    const free = SIDES.find((side) => {
      const box = boxAt(side, dot, size);
      return (
        box.x >= 0 &&
        box.x + box.w <= plane.w + GAP &&
        box.y >= -size.h &&
        box.y + box.h <= plane.h &&
        !taken.some((other) => overlap(box, other))
      );
    });
    if (!free && !marked.has(index)) continue;
    const side = free ?? 'r';
    taken.push(boxAt(side, dot, size));
    const format = labelFormat(VALUE, side, 'General', text(request, look.text, marked.has(index)));
    points.push({ ...pointLabel(index, format), lines: [words], field: 'cells' });
  }
  return {
    ...labelFormat(NOTHING, 'r', 'General', text(request, look.text)),
    points: points.sort((a, b) => a.index - b.index),
    cells: 0,
  };
}

const SIDES = ['r', 'l', 't', 'b'] as const satisfies readonly LabelPosition[];
const REACH = MARKER * 6_350 + GAP / 2;

function boxAt(
  side: (typeof SIDES)[number],
  dot: { readonly x: number; readonly y: number },
  { w, h }: { readonly w: number; readonly h: number },
): Area {
  if (side === 'r') return { x: dot.x + REACH, y: dot.y - h / 2, w, h };
  if (side === 'l') return { x: dot.x - REACH - w, y: dot.y - h / 2, w, h };
  return { x: dot.x - w / 2, y: side === 't' ? dot.y - REACH - h : dot.y + REACH, w, h };
}

const dotBoxes = ({ data }: ChartRequest, { across, up, w, h }: Plane): Area[] =>
  data.categories.flatMap((_, index): readonly Area[] => {
    const [x, y] = [data.series[0]?.values[index] ?? null, data.series[1]?.values[index] ?? null];
    if (x === null || y === null) return [];
    const half = MARKER * 6_350;
    return [{ x: positionOn(across, x) * w - half, y: (1 - positionOn(up, y)) * h - half, w: 2 * half, h: 2 * half }];
  });

const overlap = (a: Area, b: Area): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
