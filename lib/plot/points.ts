/** Points over two value axes: scatter and bubble charts (LOOKS, section 4: at most twelve points are named). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, LabelPosition, Marker, PointFormat, PointLabel, ValueAxis } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, logScaleAcross, specBase, tickWidth, VALUE_AXIS, valueAxis } from './axes.js';
import { bubbleKey, bubbleRadius, bubbleScale, bubbleTicks, keyParts, withReach } from './bubbles.js';
import type { DataSeries } from './data.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, widest, wrapLines } from './label.js';
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
/** EMU: what a point reaches from its middle. */
const DOT = MARKER * 6_350;
/** Names wider than this share of the plot are broken. */
const NAME_SHARE = 0.3;
const NAME_LINES = 3;
/** What a chart of points shows besides the points. */
export interface PointStyle {
  readonly bubbles: boolean;
  /** A straight line fitted to the points. */
  readonly trend: boolean;
}

/** Draws points; the first column is x, the second y, the third the size of bubbles. */
export function drawPoints(request: ChartRequest, style: PointStyle): ChartSpec {
  const { data, frame, options } = request;
  const [x, y] = data.series;
  const plain = { ...request, data: { ...data, unit: { ...NO_UNIT, lang: request.lang } } };
  const top = 1.8 * request.measure.line;
  const height = frame.cy - top - 2.5 * request.measure.line;
  const key = style.bubbles ? bubbleKey(request, height) : null;
  const rough = { w: Math.max(GAP, frame.cx * 0.9 - (key?.width ?? 0)), h: height };
  const up = pointScale(y, options.log, options, style.bubbles ? reachOf(request, rough, rough.h) : null);
  const left = tickWidth(plain, up) + GAP;
  const area = { x: left, y: top, w: frame.cx - left - 2 * GAP, h: height };
  const width = area.w - (key?.width ?? 0);
  const own = options.log
    ? logScaleAcross(plain, known(x), { min: null, max: null }, () => width)
    : pointScale(x, false, { min: null, max: null }, style.bubbles ? reachOf(request, area, width) : null);
  const across = key ? { ...own, max: Number((own.min + ((own.max - own.min) * area.w) / width).toPrecision(6)) } : own;
  const plane: Plane = { across, up, w: area.w, h: area.h, data: width, radius: style.bubbles ? radii(request, area) : () => DOT };
  const series = pointSeries(request, style, plane);
  const columns = [
    nameColumn(request, (index) => standingNote(request.standings[index])),
    ...data.series.map((item) => ({ ...valueColumn(request, item), format: plainFormat(item) })),
  ];
  const drawn = key ? keyParts(request, key, plane, columns.length) : { columns: [], series: null };
  const axes: readonly [number, number] = [CATEGORY_AXIS, VALUE_AXIS];
  // LibreOffice loses the points of a series that stands before a longer one.
  const ordered = data.categories.length < (key?.sizes.length ?? 0) ? [drawn.series, series] : [series, drawn.series];
  const all = ordered.filter((item) => item !== null);
  const named = pointAxes(plain, across, up, [x?.name ?? '', y?.name ?? ''], { ...area, w: width });
  const tops = [key ? own.max : null, null];
  return {
    ...specBase(request),
    plots: [style.bubbles ? { kind: 'bubble', axes, series: all, scale: bubbleScale(request) } : { kind: 'scatter', axes, series: all }],
    axes: style.bubbles
      ? named.map((axis, at) => ({ ...axis, format: bubbleTicks(plain, at === 0 ? own : up, known(data.series[at]), tops[at] ?? null) }))
      : named,
    legend: null,
    plotArea: fractions(request, area.x, area.y, area.w, area.h),
    workbook: workbook([...columns, ...drawn.columns]),
  };
}

const known = (series: DataSeries | undefined): readonly number[] => (series?.values ?? []).filter((value) => value !== null);

/** How far each bubble reaches from its middle. */
const radii = (request: ChartRequest, { w, h }: Pick<Area, 'w' | 'h'>): ((index: number) => number) => {
  const radius = bubbleRadius(request, w, h);
  return (index) => radius(request.data.series[2]?.values[index] ?? 0);
};

/** Makes room along an axis for the largest bubble. */
const reachOf = (request: ChartRequest, { w, h }: Pick<Area, 'w' | 'h'>, length: number) => {
  const largest = Math.max(0, ...known(request.data.series[2]));
  return (values: readonly number[]) => withReach(values, bubbleRadius(request, w, h)(largest), length);
};

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
  room: ((values: readonly number[]) => readonly number[]) | null,
): Scale {
  const given = known(series);
  const values = room && !log && given.length > 0 ? room(given) : given;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (log) return logScale(values, wish);
  const own = linearScale(values, { ...wish, fromZero: low >= 0 && low <= high * 0.4 && (room === null || low > 0) });
  const alone = room !== null && high === low;
  return alone && own.min === low ? { ...own, min: Number((own.min - own.major).toPrecision(12)) } : own;
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
  /** How much of the width the data take. */
  readonly data: number;
  /** How far the point of a row reaches from its middle. */
  readonly radius: (index: number) => number;
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
    if (data.series[2] && (data.series[2].values[index] ?? null) === null) continue;
    const words = categoryText(category, request) + standingNote(request.standings[index]);
    const lines = wrapLines(words, plane.data * NAME_SHARE, NAME_LINES, measure);
    const reach = plane.radius(index) + GAP / 2;
    const size = { w: widest(lines, measure, marked.has(index)), h: lines.length * measure.line };
    const dot = { x: positionOn(plane.across, x) * plane.w, y: (1 - positionOn(plane.up, y)) * plane.h };
    const inside = (box: Area): Area => ({ ...box, x: Math.max(0, Math.min(box.x, plane.data + GAP - box.w)) });
    const places = [
      ...SIDES.map((side) => ({ side, box: boxAt(side, dot, size, reach), moved: 0 })),
      // In a corner a name stands above or below its point, moved in from the edge.
      ...(['t', 'b'] as const).map((side) => {
        const box = boxAt(side, dot, size, reach);
        return { side, box: inside(box), moved: inside(box).x - box.x };
      }),
    ];
    const free = places.find(({ box }) => {
      return (
        box.x >= 0 &&
        box.x + box.w <= plane.data + GAP &&
        box.y >= -size.h &&
        box.y + box.h <= plane.h &&
        !taken.some((other) => overlap(box, other))
      );
    });
    if (!free && !marked.has(index)) continue;
    const { side, box, moved } = free ?? { side: 'r' as const, box: boxAt('r', dot, size, reach), moved: 0 };
    taken.push(box);
    const format = labelFormat(VALUE, side, 'General', text(request, look.text, marked.has(index)));
    const offset = moved === 0 ? null : { x: moved / request.frame.cx, y: 0 };
    points.push({
      ...pointLabel(index, format),
      lines,
      offset,
      ...(lines.length === 1 && lines[0] === words ? { field: 'cells' as const } : {}),
    });
  }
  return {
    ...labelFormat(NOTHING, 'r', 'General', text(request, look.text)),
    points: points.sort((a, b) => a.index - b.index),
    cells: 0,
  };
}

const SIDES = ['r', 'l', 't', 'b'] as const satisfies readonly LabelPosition[];

function boxAt(
  side: (typeof SIDES)[number],
  dot: { readonly x: number; readonly y: number },
  { w, h }: { readonly w: number; readonly h: number },
  reach: number,
): Area {
  if (side === 'r') return { x: dot.x + reach, y: dot.y - h / 2, w, h };
  if (side === 'l') return { x: dot.x - reach - w, y: dot.y - h / 2, w, h };
  return { x: dot.x - w / 2, y: side === 't' ? dot.y - reach - h : dot.y + reach, w, h };
}

const dotBoxes = ({ data }: ChartRequest, { across, up, w, h, radius }: Plane): Area[] =>
  data.categories.flatMap((_, index): readonly Area[] => {
    const [x, y] = [data.series[0]?.values[index] ?? null, data.series[1]?.values[index] ?? null];
    if (x === null || y === null) return [];
    const half = radius(index);
    return [{ x: positionOn(across, x) * w - half, y: (1 - positionOn(up, y)) * h - half, w: 2 * half, h: 2 * half }];
  });

const overlap = (a: Area, b: Area): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
