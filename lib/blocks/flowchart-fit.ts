/** How a flowchart stands in a frame: the largest type at which it fits, as its author turned it where that can be. */
import type { PlaceContext } from '../briefing/kind.js';
import { type Emu, emu, points, type Size } from '../core/units.js';
import { type Connected, connect, type Link } from '../diagram/connect.js';
import { type GraphLayout, layoutGraph, type Placed } from '../diagram/layout.js';
import { type Direction, type Flowchart, type FlowNode, type Label, labelText } from '../diagram/model.js';
import type { Insets, TextStyle } from '../scene/text.js';
import { labelInlines, labelSizes, labelStyle, textSize } from './diagram-label.js';
import { siteInset, sizeAround } from './flowchart-shapes.js';

/** A flowchart in its own space, in EMU from its upper left corner. */
export interface Fitted extends GraphLayout {
  readonly connections: readonly (Connected | null)[];
  /** Points. */
  readonly size: number;
  readonly direction: Direction;
  readonly turned: boolean;
  /** Where the titles of groups stand. */
  readonly titles: ReadonlyMap<string, Placed>;
}

/** How wide lines of text may be in a node, in its type's size, the most comfortable first. */
const WRAPS = [13, 9, 6.5];
/** Distances in the type's size. */
const GAPS = { rank: 2.2, node: 1.5, padding: 0.8, heading: 0.3 } as const;
/** How much wider gaps may be where there is room. */
const SPREADS = [1.8, 1.5, 1.25, 1, 0.85, 0.7];
/** Gaps while the type is chosen: the narrowest. */
const TIGHT = 0.7;

const TURNED: Readonly<Record<Direction, Direction>> = { down: 'right', up: 'left', right: 'down', left: 'up' };

/** Insets of text in a node. */
export function nodeInsets({ shape }: Pick<FlowNode, 'shape'>, size: number): Insets {
  const tight = shape === 'decision' || shape === 'circle' || shape === 'ellipse';
  const [x, y] = [points(size * (tight ? 0.1 : 0.6)), points(size * (tight || shape === 'pill' ? 0.1 : 0.4))];
  return { left: x, top: y, right: x, bottom: y };
}

/** Insets of the label of an edge: its ground parts the line. */
export function edgeInsets(size: number): Insets {
  const [x, y] = [points(size * 0.25), points(size * 0.05)];
  return { left: x, top: y, right: x, bottom: y };
}

const KNOWN = new WeakMap<Flowchart, Map<string, Known>>();

/** The least height that a flowchart needs at a width; infinite where it cannot stand there at all. */
export function leastHeight(chart: Flowchart, width: Emu, context: PlaceContext): Emu {
  const size = context.template.chart.size.floor;
  const frame = { cx: width, cy: emu(Number.POSITIVE_INFINITY) };
  const heights = [chart.direction, TURNED[chart.direction]].flatMap((direction) =>
    WRAPS.flatMap((wrap) => laidOut(chart, { size, wrap, direction, spread: TIGHT }, context, frame)?.height ?? []),
  );
  return emu(Math.min(Number.POSITIVE_INFINITY, ...heights));
}

/** The flowchart as it stands in a frame; null where it does not. */
export function fitFlowchart(chart: Flowchart, frame: Size, context: PlaceContext): Fitted | null {
  const own = bestSize(chart, chart.direction, frame, context);
  const comfortable = context.template.chart.size.narrow;
  const other = own && own.size >= comfortable ? null : bestSize(chart, TURNED[chart.direction], frame, context);
  const best = other && (!own || other.size > own.size) ? other : own;
  if (!best) return null;
  for (const spread of SPREADS) {
    const fitted = laidOut(chart, { ...best, spread }, context, frame);
    if (fitted) return fitted;
  }
  return null;
}

interface Attempt {
  readonly size: number;
  readonly wrap: number;
  readonly direction: Direction;
  readonly spread: number;
}

function bestSize(chart: Flowchart, direction: Direction, frame: Size, context: PlaceContext): Attempt | null {
  const { floor } = context.template.chart.size;
  for (const size of labelSizes(context))
    for (const wrap of WRAPS) {
      const attempt = { size, wrap, direction, spread: TIGHT };
      const { boxes } = attemptAt(chart, { ...attempt, size: floor }, context);
      const grown = size / floor / ROUGHLY;
      if (boxes.width * grown > frame.cx || boxes.height * grown > frame.cy) continue;
      if (laidOut(chart, attempt, context, frame)) return attempt;
    }
  return null;
}

/** Larger type takes as much more room, but for where lines of text end. */
const ROUGHLY = 1.15;

/** Attempts are made again and again while slides are planned: each is made once, and only where its boxes fit are they connected. */
function laidOut(chart: Flowchart, attempt: Attempt, context: PlaceContext, { cx, cy }: Size): Fitted | null {
  const made = attemptAt(chart, attempt, context);
  if (made.boxes.width > cx || made.boxes.height > cy) return null;
  made.fitted ??= aroundAll(connected(chart, made.boxes));
  return made.fitted.width <= cx && made.fitted.height <= cy ? made.fitted : null;
}

function attemptAt(chart: Flowchart, attempt: Attempt, context: PlaceContext): Known {
  const known = KNOWN.get(chart) ?? new Map<string, Known>();
  KNOWN.set(chart, known);
  const { template } = context;
  const key = [template.name, template.size.cx, template.rightToLeft, attempt.size, attempt.wrap, attempt.direction, attempt.spread].join(
    ' ',
  );
  const made = known.get(key) ?? { boxes: layOut(chart, attempt, context), fitted: null };
  known.set(key, made);
  return made;
}

interface Known {
  readonly boxes: Boxes;
  fitted: Fitted | null;
}

/** A flowchart whose boxes are placed. */
interface Boxes extends Omit<Fitted, 'connections'> {
  /** Of the labels of edges. */
  readonly words: readonly Size[];
}

function layOut(chart: Flowchart, { size, wrap, direction, spread }: Attempt, context: PlaceContext): Boxes {
  const em = points(size);
  const style = labelStyle(context, size);
  const measured = (label: Label | null, own: TextStyle, most: number): Size =>
    label ? textSize([context.paragraph(labelInlines(label), {}, size)], own, emu(em * most), context) : NOTHING;
  const sizes = new Map(chart.nodes.map((node) => [node.id, nodeSize(node, measured(node.label, style, wrap), size)]));
  const titles = new Map(chart.groups.map((group) => [group.id, measured(group.label, labelStyle(context, size, 'left', true), wrap * 2)]));
  const words = chart.edges.map(({ label }) => (label ? padded(measured(label, style, wrap), edgeInsets(size)) : NOTHING));
  const layout = layoutGraph({
    boxes: chart.nodes.map(({ id, group }) => ({ id, group, width: sizes.get(id)?.cx ?? 0, height: sizes.get(id)?.cy ?? 0 })),
    edges: chart.edges.map(({ from, to, length }, index) => ({
      from: standIn(from, chart),
      to: standIn(to, chart),
      width: words[index]?.cx ?? 0,
      height: words[index]?.cy ?? 0,
      length,
    })),
    groups: chart.groups.map(({ id, parent }) => ({ id, parent, width: (titles.get(id)?.cx ?? 0) + 2 * em * GAPS.padding })),
    direction,
    rankGap: em * GAPS.rank * spread,
    nodeGap: em * GAPS.node * spread,
    padding: em * GAPS.padding,
    heading: Math.max(0, ...[...titles.values()].map(({ cy }) => cy + em * GAPS.heading)),
  });
  const { rightToLeft } = context.template;
  const placed = rightToLeft ? mirrored(layout) : layout;
  const shown = rightToLeft ? MIRRORED[direction] : direction;
  const heads = titlePlaces(placed, titles, em * GAPS.padding, rightToLeft);
  return { ...placed, titles: heads, words, size, direction: shown, turned: direction !== chart.direction };
}

const NOTHING: Size = { cx: emu(0), cy: emu(0) };

const MIRRORED: Readonly<Record<Direction, Direction>> = { left: 'right', right: 'left', up: 'up', down: 'down' };

const padded = ({ cx, cy }: Size, { left, top, right, bottom }: Insets): Size => ({
  cx: emu(cx + left + right),
  cy: emu(cy + top + bottom),
});

function nodeSize(node: FlowNode, text: Size, size: number): Size {
  const least = labelText(node.label) === '' ? points(size) : 0;
  return sizeAround(node.shape, padded({ cx: emu(Math.max(text.cx, least)), cy: emu(Math.max(text.cy, least)) }, nodeInsets(node, size)));
}

/** The node by which an edge to a group is laid out: the first that it holds. */
export function standIn(id: string, chart: Flowchart): string {
  if (chart.nodes.some((node) => node.id === id)) return id;
  const inside = new Set([id]);
  for (const group of chart.groups) if (group.parent !== null && inside.has(group.parent)) inside.add(group.id);
  return chart.nodes.find(({ group }) => group !== null && inside.has(group))?.id ?? id;
}

function mirrored(layout: GraphLayout): GraphLayout {
  const turn = (boxes: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> =>
    new Map([...boxes].map(([id, box]) => [id, { ...box, x: layout.width - box.x - box.width }]));
  return {
    ...layout,
    boxes: turn(layout.boxes),
    groups: turn(layout.groups),
    labels: layout.labels.map(({ x, y }) => ({ x: layout.width - x, y })),
  };
}

/** Titles stand at the head of their group, where reading begins. */
function titlePlaces(
  { groups }: GraphLayout,
  sizes: ReadonlyMap<string, Size>,
  padding: number,
  rightToLeft: boolean,
): ReadonlyMap<string, Placed> {
  return new Map(
    [...groups].flatMap(([id, box]) => {
      const { cx, cy } = sizes.get(id) ?? { cx: 0, cy: 0 };
      const x = rightToLeft ? box.x + box.width - padding - cx : box.x + padding;
      return cx === 0 ? [] : [[id, { x, y: box.y + padding / 2, width: cx, height: cy }] as const];
    }),
  );
}

function connected(chart: Flowchart, { words, ...placed }: Boxes): Fitted {
  const { boxes, groups, labels, titles, direction, size } = placed;
  const field = {
    boxes: new Map([...groups, ...boxes]),
    solid: [...boxes, ...titles].map(([id, box]) => ({ id, box })),
    direction,
    terrain: { bounds: { x: 0, y: 0, width: placed.width, height: placed.height }, gap: points(size) },
  };
  const decisions = new Set(chart.nodes.filter(({ shape }) => shape === 'decision').map(({ id }) => id));
  const links = chart.edges.map(
    ({ from, to }, index): Link => ({
      from,
      to,
      width: words[index]?.cx ?? 0,
      height: words[index]?.cy ?? 0,
      branches: decisions.has(from),
      spot: labels[index] ?? { x: 0, y: 0 },
    }),
  );
  const seen = links.filter((_, index) => chart.edges[index]?.line !== 'invisible');
  const found = new Map(connect(seen, field).map((one, index) => [seen[index], one]));
  const connections = links.map((link) => {
    const one = found.get(link) ?? null;
    return one && { ...one, way: { ...one.way, points: toOutline(one.way.points, link, one, chart, boxes) } };
  });
  return { ...placed, connections };
}

/** The ends of a way moved to the outline, where the sides of a shape lean. */
function toOutline(
  points: Connected['way']['points'],
  link: Link,
  { way }: Connected,
  chart: Flowchart,
  boxes: ReadonlyMap<string, Placed>,
): Connected['way']['points'] {
  const inset = (id: string, side: typeof way.from): number => {
    const node = chart.nodes.find((one) => one.id === id);
    const box = boxes.get(id);
    return node && box ? siteInset(node.shape, side, { cx: emu(box.width), cy: emu(box.height) }) : 0;
  };
  const moved = (point: { readonly x: number; readonly y: number }, id: string, side: typeof way.from) => ({
    x: point.x + (side === 'left' ? 1 : side === 'right' ? -1 : 0) * inset(id, side),
    y: point.y,
  });
  return points.map((point, index) =>
    index === 0 ? moved(point, link.from, way.from) : index === points.length - 1 ? moved(point, link.to, way.to) : point,
  );
}

/** The same with the origin at the corner of all that is drawn, and the size of all of it. */
function aroundAll(fitted: Fitted): Fitted {
  const spots = fitted.connections.flatMap((one) => (one ? [...one.way.points, ...(one.label ? corners(one.label) : [])] : []));
  const all = [...[...fitted.boxes.values(), ...fitted.groups.values(), ...fitted.titles.values()].flatMap(corners), ...spots];
  const left = Math.floor(Math.min(0, ...all.map(({ x }) => x)));
  const top = Math.floor(Math.min(0, ...all.map(({ y }) => y)));
  const move = <T extends { readonly x: number; readonly y: number }>(one: T): T => ({ ...one, x: one.x - left, y: one.y - top });
  const moveAll = (boxes: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> =>
    new Map([...boxes].map(([id, box]) => [id, move(box)]));
  return {
    ...fitted,
    boxes: moveAll(fitted.boxes),
    groups: moveAll(fitted.groups),
    titles: moveAll(fitted.titles),
    labels: fitted.labels.map(move),
    connections: fitted.connections.map(
      (one) => one && { way: { ...one.way, points: one.way.points.map(move) }, label: one.label && move(one.label) },
    ),
    width: Math.ceil(Math.max(0, ...all.map(({ x }) => x)) - left),
    height: Math.ceil(Math.max(0, ...all.map(({ y }) => y)) - top),
  };
}

const corners = ({ x, y, width, height }: Placed) => [
  { x, y },
  { x: x + width, y: y + height },
];
