/** Lines and connectors, with what stands at their ends. */
import { type Emu, toPoints } from '../../core/units.js';
import type { XmlElement } from '../../package/xml.js';
import { type LineHead, type Point, pointsOf } from '../../scene/connector.js';
import type { LineItem } from '../../scene/scene.js';
import { hex, strokeAttributes } from './paint.js';
import { type Attributes, type Page, pathData, pt, tag } from './svg.js';

/** A line; where it has a head, it ends before it, so that its end does not show. */
export function drawLine({ frame, route, heads, stroke }: LineItem, page: Page): readonly XmlElement[] {
  const points = pointsOf(frame, route).map(({ x, y }) => ({ x: toPoints(x as Emu), y: toPoints(y as Emu) }));
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  if (!route && !heads) return [tag('line', { x1: first.x, y1: first.y, x2: last.x, y2: last.y, ...strokeAttributes(stroke, page) })];
  const looks = { fill: 'none', ...strokeAttributes(stroke, page) };
  const [start = 'none', end = 'none'] = heads ?? [];
  const width = pt(stroke.width);
  const solid = { fill: hex(stroke.color, page) };
  const ends = [
    headAt(start, points[1] ?? last, first, width, solid, looks),
    headAt(end, points.at(-2) ?? first, last, width, solid, looks),
  ];
  const shown = [
    shortened(points[1] ?? last, first, start, width),
    ...points.slice(1, -1),
    shortened(points.at(-2) ?? first, last, end, width),
  ];
  return [tag('path', { d: pathData(...shown.flatMap(({ x, y }, index) => [index === 0 ? 'M' : 'L', x, y])), ...looks }), ...ends.flat()];
}

/** Lengths of a head of medium size, in widths of its line, which counts as two points at least. */
const HEAD = 3;
const headLength = (width: number): number => HEAD * Math.max(width, 2);

/** The direction from one point to another, as long as one. */
function direction(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

function shortened(from: Point, to: Point, head: LineHead, width: number): Point {
  if (head === 'none' || head === 'arrow') return to;
  const way = direction(from, to);
  const by = headLength(width) / 2;
  return { x: to.x - way.x * by, y: to.y - way.y * by };
}

function headAt(head: LineHead, from: Point, tip: Point, width: number, solid: Attributes, open: Attributes): readonly XmlElement[] {
  if (head === 'none') return [];
  const way = direction(from, tip);
  const size = headLength(width);
  const at = (back: number, aside: number): readonly [number, number] => [
    tip.x - way.x * size * back - way.y * size * aside,
    tip.y - way.y * size * back + way.x * size * aside,
  ];
  if (head === 'oval') return [tag('circle', { cx: tip.x, cy: tip.y, r: size / 2, ...solid })];
  if (head === 'diamond')
    return [tag('path', { d: pathData('M', ...at(-0.5, 0), 'L', ...at(0, 0.5), 'L', ...at(0.5, 0), 'L', ...at(0, -0.5), 'Z'), ...solid })];
  const wings = pathData('M', ...at(1, 0.5), 'L', tip.x, tip.y, 'L', ...at(1, -0.5));
  return head === 'arrow' ? [tag('path', { d: wings, ...open, 'stroke-dasharray': null })] : [tag('path', { d: `${wings} Z`, ...solid })];
}
