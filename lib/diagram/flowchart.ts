/** Flowcharts, read from what Mermaid's parser left. */
import type { LabelReader } from './label.js';
import type { Direction, EdgeHead, Flowchart, FlowEdge, FlowGroup, FlowNode, NodeShape } from './model.js';

/** The part of Mermaid's FlowDB that we read. */
interface FlowDb {
  getVertices(): ReadonlyMap<string, Vertex>;
  getEdges(): readonly Edge[];
  getSubGraphs(): readonly {
    readonly id: string;
    readonly nodes: readonly string[];
    readonly title: string;
    readonly labelType?: string;
  }[];
  getClasses(): ReadonlyMap<string, { readonly styles: readonly string[] }>;
  getDirection(): string | undefined;
  getTooltip(id: string): string | undefined;
  getAccDescription?(): string;
  getAccTitle?(): string;
}

interface Vertex {
  readonly id: string;
  readonly text?: string;
  readonly labelType?: string;
  readonly type?: string;
  readonly styles: readonly string[];
  readonly classes: readonly string[];
  readonly link?: string;
}

interface Edge {
  readonly start: string;
  readonly end: string;
  readonly type?: string;
  readonly text: string;
  readonly labelType?: string;
  readonly stroke?: string;
  readonly length?: number;
  readonly style?: readonly string[];
}

/** Mermaid's names of shapes, old and new (https://mermaid.js.org/syntax/flowchart.html). */
const SHAPES: Readonly<Record<NodeShape, string>> = {
  box: 'square rect rectangle proc process',
  round: 'round rounded event',
  pill: 'stadium pill terminal',
  circle: 'circle circ doublecircle dbl-circ double-circle sm-circ start small-circle',
  ellipse: 'ellipse',
  decision: 'diamond diam decision question',
  hexagon: 'hexagon hex prepare',
  leanRight: 'lean_right lean-r lean-right in-out',
  leanLeft: 'lean_left lean-l lean-left out-in',
  cylinder: 'cylinder cyl database db',
  subroutine: 'subroutine fr-rect subprocess subproc framed-rectangle',
  trapezoid: 'trapezoid trap-b priority trapezoid-bottom',
  inverse: 'inv_trapezoid trap-t manual inv-trapezoid trapezoid-top',
  flag: 'odd',
};
const SHAPE_OF = new Map(
  Object.entries(SHAPES).flatMap(([shape, names]) => names.split(' ').map((name) => [name, shape as NodeShape] as const)),
);

const DIRECTIONS: Readonly<Record<string, Direction>> = { TB: 'down', TD: 'down', BT: 'up', LR: 'right', RL: 'left' };

export function readFlowchart(db: unknown, title: string, label: LabelReader): Flowchart {
  const flow = db as FlowDb;
  const graphs = [...flow.getSubGraphs()].reverse();
  const groupIds = new Set(graphs.map(({ id }) => id));
  const left: string[] = [];
  const parentOf = (id: string): string | null => graphs.findLast(({ nodes }) => nodes.includes(id))?.id ?? null;
  const vertices = [...flow.getVertices().values()].filter(({ id }) => !groupIds.has(id));
  const nodes = vertices.map((vertex): FlowNode => {
    const shape = SHAPE_OF.get(vertex.type ?? 'square');
    if (!shape) left.push(`the shape "${vertex.type}"`);
    const style = [...vertex.classes.flatMap((name) => flow.getClasses().get(name)?.styles ?? []), ...vertex.styles];
    return {
      id: vertex.id,
      label: label(vertex.text ?? vertex.id, vertex.labelType === 'markdown'),
      shape: shape ?? 'box',
      fill: lastValue(style, 'fill'),
      dashed: !['', '0', 'none', null].includes(lastValue(style, 'stroke-dasharray')),
      link: vertex.link ?? null,
      tooltip: flow.getTooltip(vertex.id) ?? '',
      group: parentOf(vertex.id),
    };
  });
  const groups = graphs.map(
    (graph): FlowGroup => ({
      id: graph.id,
      label: label(graph.title, graph.labelType === 'markdown'),
      parent: parentOf(graph.id),
    }),
  );
  return {
    kind: 'flowchart',
    title: title || (flow.getAccTitle?.() ?? ''),
    alt: flow.getAccDescription?.() ?? '',
    direction: DIRECTIONS[flow.getDirection() ?? 'TB'] ?? 'down',
    nodes,
    edges: flow.getEdges().map((edge) => readEdge(edge, label)),
    groups: outerFirst(groups),
    left: [...new Set(left)],
  };
}

/** The last value that a list of declarations gives a property. */
function lastValue(styles: readonly string[], property: string): string | null {
  const found = styles.map((style) => style.split(':')).findLast(([name = '']) => name.trim() === property);
  return found?.[1]?.trim() ?? null;
}

function outerFirst(groups: readonly FlowGroup[]): readonly FlowGroup[] {
  const depth = (id: string | null, seen = 0): number => {
    const parent = groups.find((group) => group.id === id)?.parent ?? null;
    return parent === null || seen > groups.length ? seen : depth(parent, seen + 1);
  };
  return [...groups].sort((a, b) => depth(a.id) - depth(b.id));
}

const LINES: Readonly<Record<string, FlowEdge['line']>> = { normal: 'solid', thick: 'thick', dotted: 'dotted', invisible: 'invisible' };
const HEADS: Readonly<Record<string, EdgeHead>> = { point: 'point', circle: 'circle', cross: 'cross' };

function readEdge(edge: Edge, label: LabelReader): FlowEdge {
  const [, double, kind = ''] = /^(double_)?arrow_(\w+)$/.exec(edge.type ?? '') ?? [];
  const head = HEADS[kind] ?? 'none';
  const words = edge.text.trim() === '' ? null : label(edge.text, edge.labelType === 'markdown');
  return {
    from: edge.start,
    to: edge.end,
    label: words && words.lines.length > 0 ? words : null,
    line: LINES[edge.stroke ?? 'normal'] ?? 'solid',
    heads: [double ? head : 'none', head],
    length: Math.max(1, edge.length ?? 1),
  };
}
