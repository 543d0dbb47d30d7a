/** Ways of connectors between boxes: level and upright pieces from the middle of a side to the middle of another. */
import type { Placed } from './layout.js';

export type BoxSide = 'top' | 'left' | 'bottom' | 'right';
export const SIDES: readonly BoxSide[] = ['top', 'left', 'bottom', 'right'];

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A way, by the sides at which it leaves and arrives. */
export interface Way {
  readonly from: BoxSide;
  readonly to: BoxSide;
  readonly points: readonly Spot[];
}

const isUpright = (side: BoxSide): boolean => side === 'top' || side === 'bottom';
/** Whether a side looks to growing coordinates. */
const isFar = (side: BoxSide): boolean => side === 'bottom' || side === 'right';

/** The middle of a side. */
export function siteOf({ x, y, width, height }: Placed, side: BoxSide): Spot {
  if (isUpright(side)) return { x: x + width / 2, y: side === 'top' ? y : y + height };
  return { x: side === 'left' ? x : x + width, y: y + height / 2 };
}

/** What ways must go round: the space that all boxes take, and how far a way keeps from a box. */
export interface Terrain {
  readonly bounds: Placed;
  readonly gap: number;
}

/** All ways that a native connector can take between two boxes, of at most five pieces. */
export function waysBetween(a: Placed, b: Placed, terrain: Terrain): readonly Way[] {
  return SIDES.flatMap((from) =>
    SIDES.flatMap((to) => pathsBetween(siteOf(a, from), from, siteOf(b, to), to, terrain).map((points) => ({ from, to, points }))),
  );
}

/** Ways are found as if they left upwards or downwards; those that leave to a side are found lying. */
function pathsBetween(p: Spot, from: BoxSide, q: Spot, to: BoxSide, terrain: Terrain): readonly (readonly Spot[])[] {
  if (isUpright(from)) return uprightPaths(p, isFar(from), q, to, terrain);
  const { x, y, width, height } = terrain.bounds;
  const lying = { ...terrain, bounds: { x: y, y: x, width: height, height: width } };
  return uprightPaths(lie(p), isFar(from), lie(q), LYING[to], lying).map((path) => path.map(lie));
}

const lie = ({ x, y }: Spot): Spot => ({ x: y, y: x });
const LYING: Readonly<Record<BoxSide, BoxSide>> = { top: 'left', left: 'top', bottom: 'right', right: 'bottom' };

/** Ways that leave upright; `down`: towards growing y. */
function uprightPaths(p: Spot, down: boolean, q: Spot, to: BoxSide, { bounds, gap }: Terrain): readonly (readonly Spot[])[] {
  const ahead = (y: number): boolean => (down ? y >= p.y + gap : y <= p.y - gap);
  const out = p.y + (down ? gap : -gap);
  const beyond = down ? bounds.y + bounds.height + gap : bounds.y - gap;
  if (isUpright(to)) {
    const arrivesDown = !isFar(to);
    const before = q.y + (arrivesDown ? -gap : gap);
    if (arrivesDown === down) {
      if (Math.abs(q.x - p.x) < 1 && (down ? q.y > p.y : q.y < p.y)) return [[p, q]];
      const steps = [0.5, 0.25, 0.75, 0.125, 0.875]
        .map((share) => p.y + (q.y - p.y) * share)
        .filter((y) => ahead(y) && (down ? y <= before : y >= before));
      const close = [out, before].filter((y) => ahead(y) && (down ? y <= before : y >= before));
      const direct = [...new Set([...steps, ...close])].map((y) => [p, { x: p.x, y }, { x: q.x, y }, q]);
      const around = [bounds.x - gap, bounds.x + bounds.width + gap, (p.x + q.x) / 2].map((x) => [
        p,
        { x: p.x, y: out },
        { x, y: out },
        { x, y: before },
        { x: q.x, y: before },
        q,
      ]);
      return [...direct, ...around];
    }
    const turn = down ? Math.max(out, before) : Math.min(out, before);
    return [turn, beyond].map((y) => [p, { x: p.x, y }, { x: q.x, y }, q]);
  }
  const arrivesRight = !isFar(to);
  const beside = q.x + (arrivesRight ? -gap : gap);
  const fromBeside = arrivesRight ? p.x <= beside : p.x >= beside;
  if (ahead(q.y) && fromBeside) return [[p, { x: p.x, y: q.y }, q]];
  const columns = [beside, arrivesRight ? bounds.x - gap : bounds.x + bounds.width + gap];
  return [out, beyond, (p.y + q.y) / 2]
    .filter((y) => ahead(y))
    .flatMap((y) => columns.map((x) => [p, { x: p.x, y }, { x, y }, { x, y: q.y }, q]));
}

/** The pieces of a way. */
export const piecesOf = (points: readonly Spot[]): readonly (readonly [Spot, Spot])[] =>
  points.slice(1).flatMap((end, index) => {
    const start = points[index];
    return start ? [[start, end] as const] : [];
  });

/** How much of a level or upright piece lies inside a box. */
export function lengthInside([a, b]: readonly [Spot, Spot], { x, y, width, height }: Placed): number {
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)];
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)];
  const across = Math.min(right, x + width) - Math.max(left, x);
  const along = Math.min(bottom, y + height) - Math.max(top, y);
  if (across < 0 || along < 0) return 0;
  const inX = left > x && left < x + width;
  const inY = top > y && top < y + height;
  return (right - left > 0 ? inY : inX) ? Math.max(across, along) : 0;
}

/** How much two pieces run on each other, and whether they cross. */
export function meeting(
  [a, b]: readonly [Spot, Spot],
  [c, d]: readonly [Spot, Spot],
  near: number,
): { readonly shared: number; readonly crosses: boolean } {
  const upright = Math.abs(a.x - b.x) < Math.abs(a.y - b.y);
  const other = Math.abs(c.x - d.x) < Math.abs(c.y - d.y);
  const overlap = (a1: number, a2: number, b1: number, b2: number): number =>
    Math.min(Math.max(a1, a2), Math.max(b1, b2)) - Math.max(Math.min(a1, a2), Math.min(b1, b2));
  if (upright === other) {
    const apart = upright ? Math.abs(a.x - c.x) : Math.abs(a.y - c.y);
    const shared = upright ? overlap(a.y, b.y, c.y, d.y) : overlap(a.x, b.x, c.x, d.x);
    return { shared: apart < near ? Math.max(0, shared) : 0, crosses: false };
  }
  const [vertical, level] = upright
    ? [
        [a, b],
        [c, d],
      ]
    : [
        [c, d],
        [a, b],
      ];
  const [v1, v2] = vertical as [Spot, Spot];
  const [l1, l2] = level as [Spot, Spot];
  const within = (value: number, one: number, two: number): boolean => value > Math.min(one, two) && value < Math.max(one, two);
  return { shared: 0, crosses: within(v1.x, l1.x, l2.x) && within(l1.y, v1.y, v2.y) };
}
