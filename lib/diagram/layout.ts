/** Where the nodes of a graph stand: dagre's layered layout of boxes that are already measured. Lengths have no unit of their own. */
import { createRequire } from 'node:module';
import type * as Dagre from '@dagrejs/dagre';
import type { Direction } from './model.js';

/** A box to be placed. */
export interface GraphBox {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly group: string | null;
}

/** An edge between boxes; `width` and `height` are its label's. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly width: number;
  readonly height: number;
  readonly length: number;
}

export interface GraphGroup {
  readonly id: string;
  readonly parent: string | null;
  /** The least width, for its title. */
  readonly width: number;
}

export interface Graph {
  readonly boxes: readonly GraphBox[];
  readonly edges: readonly GraphEdge[];
  readonly groups: readonly GraphGroup[];
  readonly direction: Direction;
  /** Between ranks, and between neighbours in a rank. */
  readonly rankGap: number;
  readonly nodeGap: number;
  /** Room that a group keeps around what it holds, and above that for its title. */
  readonly padding: number;
  readonly heading: number;
}

/** A placed box: its upper left corner. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GraphLayout {
  readonly boxes: ReadonlyMap<string, Placed>;
  readonly groups: ReadonlyMap<string, Placed>;
  /** For each edge, in order, where the middle of its label would stand. */
  readonly labels: readonly { readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
}

const RANKDIR = { down: 'TB', up: 'BT', right: 'LR', left: 'RL' } as const;

/** Loaded when a flowchart is laid out, and at once, for slides are planned without waiting. */
let loaded: typeof Dagre | null = null;
function dagre(): typeof Dagre {
  loaded ??= createRequire(import.meta.url)('@dagrejs/dagre') as typeof Dagre;
  return loaded;
}

/** Lays a graph out. The same graph gives the same layout. */
export function layoutGraph(graph: Graph): GraphLayout {
  const { graphlib, layout } = dagre();
  const { boxes, edges, groups, direction, rankGap, nodeGap } = graph;
  const inside = new Set(boxes.flatMap(({ group }) => (group === null ? [] : [group])));
  const made = new graphlib.Graph({ multigraph: true, compound: true });
  const spread = groups.length > 0 ? graph.padding + graph.heading / 2 : 0;
  made.setGraph({ rankdir: RANKDIR[direction], ranksep: rankGap + spread / 2, nodesep: nodeGap + spread / 2, edgesep: nodeGap / 2 });
  made.setDefaultEdgeLabel(() => ({}));
  for (const { id, width, height } of boxes) made.setNode(`n.${id}`, { width, height });
  for (const { id } of groups.filter(({ id }) => holdsAny(id, groups, inside))) made.setNode(`g.${id}`, {});
  for (const { id, group } of boxes) if (group !== null) made.setParent(`n.${id}`, `g.${group}`);
  for (const { id, parent } of groups) if (parent !== null && made.hasNode(`g.${id}`)) made.setParent(`g.${id}`, `g.${parent}`);
  edges.forEach(({ from, to, width, height, length }, index) => {
    made.setEdge(`n.${from}`, `n.${to}`, { width, height, minlen: length, labelpos: 'c' }, `e${index}`);
  });
  layout(made);
  const placed = new Map(boxes.map(({ id }) => [id, corner(made.node(`n.${id}`))]));
  const framed = framesOf(graph, placed);
  const labels = edges.map(({ from, to }, index) => {
    const { x = 0, y = 0 } = made.edge(`n.${from}`, `n.${to}`, `e${index}`);
    return { x, y };
  });
  return fromOrigin({ boxes: placed, groups: framed, labels });
}

/** Whether a group, or one inside it, holds a box. */
const holdsAny = (id: string, groups: readonly GraphGroup[], inside: ReadonlySet<string>): boolean =>
  inside.has(id) || groups.some((group) => group.parent === id && holdsAny(group.id, groups, inside));

const corner = ({ x = 0, y = 0, width = 0, height = 0 }: Partial<Placed>): Placed => ({
  x: x - width / 2,
  y: y - height / 2,
  width,
  height,
});

/** Frames around what groups hold, from the inside out. */
function framesOf({ boxes, groups, padding, heading }: Graph, placed: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> {
  const frames = new Map<string, Placed>();
  for (const { id, width } of [...groups].reverse()) {
    const held = [
      ...boxes.flatMap((box) => (box.group === id ? (placed.get(box.id) ?? []) : [])),
      ...groups.flatMap((group) => (group.parent === id ? (frames.get(group.id) ?? []) : [])),
    ];
    if (held.length === 0) continue;
    const x = Math.min(...held.map((box) => box.x)) - padding;
    const y = Math.min(...held.map((box) => box.y)) - padding - heading;
    const own = Math.max(...held.map((box) => box.x + box.width)) + padding - x;
    const wide = Math.max(own, width);
    frames.set(id, { x: x - (wide - own) / 2, y, width: wide, height: Math.max(...held.map((box) => box.y + box.height)) + padding - y });
  }
  return frames;
}

function fromOrigin({ boxes, groups, labels }: Pick<GraphLayout, 'boxes' | 'groups' | 'labels'>): GraphLayout {
  const all = [...boxes.values(), ...groups.values()];
  const left = Math.min(0, ...all.map(({ x }) => x), Number.POSITIVE_INFINITY);
  const first = {
    x: all.length > 0 ? Math.min(...all.map(({ x }) => x)) : left,
    y: all.length > 0 ? Math.min(...all.map(({ y }) => y)) : 0,
  };
  const moved = (map: ReadonlyMap<string, Placed>): ReadonlyMap<string, Placed> =>
    new Map([...map].map(([id, box]) => [id, { ...box, x: box.x - first.x, y: box.y - first.y }]));
  return {
    boxes: moved(boxes),
    groups: moved(groups),
    labels: labels.map(({ x, y }) => ({ x: x - first.x, y: y - first.y })),
    width: Math.max(0, ...all.map(({ x, width }) => x + width)) - first.x,
    height: Math.max(0, ...all.map(({ y, height }) => y + height)) - first.y,
  };
}
