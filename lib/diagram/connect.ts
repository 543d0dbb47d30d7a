/** The connectors of a flowchart: of all ways between two boxes the one that disturbs least, and a place for its label on it. */
import type { Placed } from './layout.js';
import type { Direction } from './model.js';
import { type BoxSide, lengthInside, meeting, piecesOf, type Spot, type Terrain, type Way, waysBetween } from './route.js';

/** An edge between two placed boxes. */
export interface Link {
  readonly from: string;
  readonly to: string;
  /** Of its label; 0 where it has none. */
  readonly width: number;
  readonly height: number;
  /** Whether it leaves a decision, whose branches leave at any side. */
  readonly branches: boolean;
  /** Where its label should stand. */
  readonly spot: Spot;
}

export interface Connected {
  readonly way: Way;
  /** The frame of the label; null where there is none. */
  readonly label: Placed | null;
}

export interface Field {
  /** Nodes and groups by their ids. */
  readonly boxes: ReadonlyMap<string, Placed>;
  /** What no line may run through, with the ids that they belong to: nodes, titles of groups. */
  readonly solid: readonly { readonly id: string; readonly box: Placed }[];
  readonly direction: Direction;
  readonly terrain: Terrain;
}

/** Costs in gaps of length. */
const COST = { bend: 1.5, against: 5, backwards: 2, through: 60, crossing: 4, shared: 8, alike: 0.5, branch: 0.25, hidden: 3 } as const;

/** The side at which a flow leaves a node, and at which it arrives. */
const OUT: Readonly<Record<Direction, BoxSide>> = { down: 'bottom', up: 'top', right: 'right', left: 'left' };
const IN: Readonly<Record<Direction, BoxSide>> = { down: 'top', up: 'bottom', right: 'left', left: 'right' };

/** A way with what it costs whatever else is drawn. */
interface Candidate {
  readonly way: Way;
  readonly pieces: readonly (readonly [Spot, Spot])[];
  readonly cost: number;
}

/** A link that has its way. */
interface Drawn extends Candidate {
  readonly link: Link;
}

/** Connects all links; null for one of which an end is not placed. Those with the easiest ways come first, so that others go round them. */
export function connect(links: readonly Link[], field: Field): readonly (Connected | null)[] {
  const order = links.map((link) => ({ link, all: candidates(link, field) })).sort((a, b) => (a.all[0]?.cost ?? 0) - (b.all[0]?.cost ?? 0));
  const done = new Map<Link, Drawn>();
  for (const { link, all } of order) {
    const best = cheapest(
      all,
      (one) => one.cost,
      (one, most) => disturbance(one, link, field, done.values(), most),
    );
    if (best) done.set(link, { ...best, link });
  }
  const labels: Placed[] = [];
  return links.map((link) => {
    const drawn = done.get(link);
    if (!drawn) return null;
    if (link.width === 0) return { way: drawn.way, label: null };
    const others = [...done.values()].filter((other) => other !== drawn);
    const label = labelOn(drawn, link, field, labels, others);
    labels.push(label);
    return { way: drawn.way, label };
  });
}

/** All ways of a link, the shortest and straightest first. */
function candidates(link: Link, field: Field): readonly Candidate[] {
  const [a, b] = [field.boxes.get(link.from), field.boxes.get(link.to)];
  if (!a || !b) return [];
  const ways = waysBetween(a, b, field.terrain);
  const shown = link.from === link.to ? ways.filter((way) => way.from !== way.to && way.points.length > 3) : ways;
  return shown
    .map((way) => {
      const pieces = piecesOf(way.points);
      return { way, pieces, cost: ownCost(way, pieces, link, field) };
    })
    .sort((one, other) => one.cost - other.cost);
}

/** The cheapest of candidates that are sorted by their least cost; `more` stops counting at `most`. */
function cheapest<T>(all: readonly T[], least: (one: T) => number, more: (one: T, most: number) => number): T | null {
  let best: T | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const one of all) {
    const own = least(one);
    if (own >= lowest) break;
    const cost = own + more(one, lowest - own);
    if (cost < lowest) [best, lowest] = [one, cost];
  }
  return best;
}

/** Length, bends, and sides that a reader does not expect. */
function ownCost(way: Way, pieces: Candidate['pieces'], { branches }: Link, { direction, terrain }: Field): number {
  const length = pieces.reduce((total, [a, b]) => total + Math.abs(b.x - a.x) + Math.abs(b.y - a.y), 0) / terrain.gap;
  const aside = (side: BoxSide, expected: BoxSide, opposite: BoxSide): number =>
    side === expected ? 0 : COST.backwards + (side === opposite ? COST.against : 0);
  const leaving = aside(way.from, OUT[direction], IN[direction]) * (branches ? COST.branch : 1);
  return length + (pieces.length - 1) * COST.bend + leaving + aside(way.to, IN[direction], OUT[direction]);
}

/** What a way runs through, crosses and runs along. */
function disturbance({ way, pieces }: Candidate, link: Link, field: Field, done: Iterable<Drawn>, most: number): number {
  const { gap } = field.terrain;
  let cost = 0;
  for (const { box } of field.solid)
    for (const piece of pieces) {
      const inside = lengthInside(piece, inflated(box, -1));
      if (inside > 0) cost += COST.through + inside / gap;
    }
  for (const other of done) {
    if (cost >= most) return cost;
    const related = other.link.from === link.from || other.link.to === link.to;
    for (const piece of pieces)
      for (const its of other.pieces) {
        const { shared, crosses } = meeting(piece, its, gap / 4);
        if (crosses) cost += COST.crossing;
        if (shared > 0) cost += related ? COST.alike * (link.width > 0 ? 4 : 1) : COST.shared + shared / gap;
      }
    const backToBack =
      (other.link.from === link.to && other.way.from === way.to) || (other.link.to === link.from && other.way.to === way.from);
    if (backToBack) cost += COST.backwards * 2;
  }
  return cost;
}

const inflated = ({ x, y, width, height }: Placed, by: number): Placed => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

const isOver = (a: Placed, b: Placed): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Shares of a piece at which a label may have its middle. */
const SHARES = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/** The frame of a label on a way, clear of boxes and other labels, and as far as can be of other lines. */
function labelOn(
  { pieces }: Candidate,
  { width, height, spot }: Link,
  { solid, terrain }: Field,
  labels: readonly Placed[],
  others: readonly Candidate[],
): Placed {
  const { gap } = terrain;
  const frames = pieces.flatMap(([a, b]) => {
    const upright = Math.abs(b.y - a.y) > Math.abs(b.x - a.x);
    const long = Math.abs(b.x - a.x) + Math.abs(b.y - a.y);
    const exact = upright ? (spot.y - a.y) / (b.y - a.y || 1) : (spot.x - a.x) / (b.x - a.x || 1);
    const shares = exact > 0.1 && exact < 0.9 ? [exact, ...SHARES] : SHARES;
    // On a piece no longer than itself a label would hide it, and with it the line's way.
    const hidden = Math.max(0, (upright ? height : width) + gap - long) / gap;
    return shares.map((share) => {
      const middle = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
      const far = (Math.abs(middle.x - spot.x) + Math.abs(middle.y - spot.y)) / gap;
      return { frame: { x: middle.x - width / 2, y: middle.y - height / 2, width, height }, cost: far / 2 + hidden * COST.hidden };
    });
  });
  const best = cheapest(
    [...frames].sort((a, b) => a.cost - b.cost),
    ({ cost }) => cost,
    ({ frame }) => {
      const boxes =
        solid.filter(({ box }) => isOver(frame, inflated(box, gap / 8))).length + labels.filter((label) => isOver(frame, label)).length;
      const lines = others.filter((other) => other.pieces.some((piece) => lengthInside(piece, frame) > 0)).length;
      return boxes * COST.through + lines * COST.crossing;
    },
  );
  return best?.frame ?? { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
}
