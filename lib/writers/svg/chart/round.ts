/** What is drawn round a centre: pies, rings and radars. */
import type { XmlElement } from '../../../package/xml.js';
import type { Axis, ChartSeries, ChartSpec, PiePlot, RadarPlot, ValueAxis } from '../../../scene/chart.js';
import type { Stroke } from '../../../scene/paint.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, pathData, tag } from '../svg.js';
import { categoryNames, numbersOf, printCell } from './data.js';
import { drawLabels, drawMark, labelLines, sizeOf } from './label.js';
import { anchorAt, drawLinesAndMarkers } from './lines.js';
import { type Drawn, formatOf, outline, type Point } from './plot.js';
import { valueTicks } from './scale.js';

interface Circle extends Point {
  readonly r: number;
}

const circleIn = ({ x, y, w, h }: Box): Circle => ({ x: x + w / 2, y: y + h / 2, r: Math.min(w, h) / 2 });

/** The point at an angle, clockwise from 12 o'clock in radians, at a distance from the centre. */
const at = ({ x, y }: Point, angle: number, distance: number): Point => ({
  x: x + Math.sin(angle) * distance,
  y: y - Math.cos(angle) * distance,
});

/** Between a circle and the labels outside it, in points. */
const GAP = 5;

/** Draws the slices of a pie, or of a ring. */
export function drawSlices(plot: PiePlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const circle = circleIn(area);
  const hole = (circle.r * plot.holeSize) / 100;
  const drawn = plot.series.slice(0, 1).map((series) => {
    const slices = slicesOf(chart, series);
    return {
      shapes: slices.flatMap(({ index, from, to }) => {
        const { fill, line } = formatOf(series, index);
        return to > from
          ? [tag('path', { d: slicePath(circle, hole, from, to), ...fillAttributes(fill, page), ...strokeAttributes(line, page) })]
          : [];
      }),
      labels: slices.flatMap(({ index, from, to }) => drawSliceLabel(chart, series, index, (from + to) / 2, circle, hole, frame, page)),
    };
  });
  return drawn[0] ?? { shapes: [], labels: [] };
}

interface Slice {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

function slicesOf(chart: ChartSpec, series: ChartSeries): readonly Slice[] {
  const values = numbersOf(chart, series.values).map((value) => Math.abs(value ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0) || 1;
  let before = 0;
  return values.map((value, index) => {
    const from = (before / total) * 2 * Math.PI;
    before += value;
    return { index, from, to: (before / total) * 2 * Math.PI };
  });
}

/** An arc cannot say a whole circle, so that a slice that is one is drawn in halves. */
function slicePath(circle: Circle, hole: number, from: number, to: number): string {
  const middle = (from + to) / 2;
  const arc = (r: number, sweep: 0 | 1, ...angles: readonly number[]): string =>
    angles.map((angle) => pathData('A', r, r, 0, 0, sweep, at(circle, angle, r).x, at(circle, angle, r).y)).join(' ');
  const start = at(circle, from, circle.r);
  const outer = `${pathData('M', start.x, start.y)} ${arc(circle.r, 1, middle, to)}`;
  const inner = at(circle, to, hole);
  return `${outer} ${pathData('L', inner.x, inner.y)} ${hole > 0 ? arc(hole, 0, middle, from) : ''} Z`;
}

/** A label outside the circle, or in the middle of the ring, and from there as far away as it says. */
function drawSliceLabel(
  chart: ChartSpec,
  series: ChartSeries,
  index: number,
  angle: number,
  circle: Circle,
  hole: number,
  frame: Box,
  page: Page,
): readonly XmlElement[] {
  const { labels } = series;
  const own = labels?.points.find((point) => point.index === index);
  const label = own ?? labels;
  if (!label) return [];
  const lines = labelLines(chart, series, label, own?.lines ?? null, index);
  if (lines.length === 0) return [];
  const { w, h } = sizeOf(lines, label.text, null, page);
  const outside = label.position === 'outEnd';
  const middle = outside
    ? { x: circle.x + Math.sin(angle) * (circle.r + GAP + w / 2), y: circle.y - Math.cos(angle) * (circle.r + GAP + h / 2) }
    : at(circle, angle, (circle.r + hole) / 2);
  const x = middle.x + (own?.offset?.x ?? 0) * frame.w;
  const y = middle.y + (own?.offset?.y ?? 0) * frame.h;
  const leader = own?.offset && labels?.leaders ? drawLeader({ x, y }, { w, h }, at(circle, angle, circle.r), labels.leaders, page) : [];
  return [...leader, ...drawMark({ lines, text: label.text, x, y, across: 'center', down: 'middle', width: null, within: frame }, page)];
}

/** The line from a slice to a label that stands away from it; none where they are close. */
function drawLeader(
  label: Point,
  { w, h }: { readonly w: number; readonly h: number },
  slice: Point,
  line: Stroke,
  page: Page,
): readonly XmlElement[] {
  const end = { x: clamp(slice.x, label.x - w / 2, label.x + w / 2), y: clamp(slice.y, label.y - h / 2, label.y + h / 2) };
  if (Math.hypot(end.x - slice.x, end.y - slice.y) < 2 * GAP) return [];
  return [tag('line', { x1: slice.x, y1: slice.y, x2: end.x, y2: end.y, ...strokeAttributes(line, page) })];
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** A radar's rays: an angle for each category, a distance for each value. */
interface Rays {
  readonly circle: Circle;
  readonly angle: (index: number) => number;
  readonly distance: (value: number) => number;
}

/** Draws a radar: a ray for each category, the values as distances from the centre. */
export function drawRadar(plot: RadarPlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const [categories, values] = plot.axes.map((id) => chart.axes.find((axis) => axis.id === id));
  const [first] = plot.series;
  if (!categories || values?.kind !== 'value' || !first) return { shapes: [], labels: [] };
  const circle = circleIn(area);
  const names = categoryNames(chart, first);
  const rays: Rays = {
    circle,
    angle: (index) => (index / Math.max(1, names.length)) * 2 * Math.PI,
    distance: (value) => (circle.r * (value - values.min)) / (values.max - values.min),
  };
  const ring = (value: number): string => `${outline(names.map((_, index) => at(circle, rays.angle(index), rays.distance(value))))} Z`;
  const grid = values.gridlines
    ? valueTicks(values).map((tick) => tag('path', { d: ring(tick), fill: 'none', ...strokeAttributes(values.gridlines, page) }))
    : [];
  const drawn = plot.series.map((series) => {
    const points = numbersOf(chart, series.values).map((value, index) =>
      value === null ? null : at(circle, rays.angle(index), rays.distance(value)),
    );
    return {
      shapes: drawLinesAndMarkers(series, [...points, points[0] ?? null], page),
      labels: drawLabels(chart, series, (index) => anchorAt(series, points, index), 'r', frame, page),
    };
  });
  return {
    shapes: [...grid, ...drawn.flatMap(({ shapes }) => shapes)],
    labels: [
      ...rayNames(names, categories, rays, frame, page),
      ...rayTicks(values, chart, rays, frame, page),
      ...drawn.flatMap(({ labels }) => labels),
    ],
  };
}

/** The names of the rays, outside the circle. */
const rayNames = (names: readonly string[], { text }: Axis, { circle, angle }: Rays, frame: Box, page: Page): readonly XmlElement[] =>
  names.flatMap((name, index) => {
    const { x, y } = at(circle, angle(index), circle.r + GAP);
    const side = Math.round(Math.sin(angle(index)) * 100);
    const across = side > 0 ? 'left' : side < 0 ? 'right' : 'center';
    const down = side !== 0 ? 'middle' : Math.cos(angle(index)) > 0 ? 'bottom' : 'top';
    return drawMark({ lines: name.split('\n'), text, x, y, across, down, width: null, within: frame }, page);
  });

/** The values of the rings, beside the first ray. */
function rayTicks(axis: ValueAxis, chart: ChartSpec, { circle, distance }: Rays, frame: Box, page: Page): readonly XmlElement[] {
  if (axis.deleted || axis.labels === 'none') return [];
  const shared = { text: axis.text, x: circle.x - GAP, across: 'right', down: 'middle', width: null, within: frame } as const;
  return valueTicks(axis).flatMap((tick) =>
    drawMark({ ...shared, lines: [printCell(tick, axis.format, chart)], y: circle.y - distance(tick) }, page),
  );
}
