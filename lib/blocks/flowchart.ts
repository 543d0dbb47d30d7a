/** A flowchart as items: frames of groups, nodes, connectors, labels, in one group that moves together. */
import { textBox } from '../briefing/items.js';
import type { Place, PlaceContext } from '../briefing/kind.js';
import type { Color } from '../core/color.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { emu, points, type Rect } from '../core/units.js';
import type { Connected } from '../diagram/connect.js';
import type { Placed } from '../diagram/layout.js';
import { type EdgeHead, type Flowchart, type FlowEdge, type FlowNode, labelText } from '../diagram/model.js';
import { solid, stroke, textOn } from '../plot/paint.js';
import { type Glue, type LineHead, routeThrough } from '../scene/connector.js';
import { PRESETS } from '../scene/preset.js';
import type { GroupItem, Item, LineItem, ShapeItem, TextItem } from '../scene/scene.js';
import { labelInlines, labelStyle } from './diagram-label.js';
import { nodeFills } from './flowchart-colors.js';
import { edgeInsets, type Fitted, fitFlowchart, nodeInsets } from './flowchart-fit.js';
import { flowchartAlt } from './flowchart-said.js';
import { geometryOf, siteIndex } from './flowchart-shapes.js';

/** Points. */
const LINE = { outline: 1, edge: 1.25, thick: 2.5, group: 0.75 } as const;

/** What a flowchart is drawn with. */
interface Drawing {
  readonly chart: Flowchart;
  readonly fitted: Fitted;
  readonly id: string;
  readonly context: PlaceContext;
  /** A box of the flowchart on the slide. */
  readonly onSlide: (box: Placed) => Rect;
}

/** The items of a flowchart in a frame that is high enough for it. */
export function flowchartItems(chart: Flowchart, span: Span, { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const fitted = fitFlowchart(chart, frame, context);
  if (!fitted) return [];
  if (fitted.turned) {
    const way = fitted.direction === 'down' || fitted.direction === 'up' ? 'from top to bottom' : 'from side to side';
    context.sink(
      diagnostic('info', 'diagram/turned', `the flowchart runs ${way}: so its text can be larger`, { ...span, end: span.start }),
    );
  }
  const x = frame.x + Math.max(0, frame.cx - fitted.width) / 2;
  const onSlide = (box: Placed): Rect => {
    const [left, top] = [emu(x + box.x), emu(frame.y + box.y)];
    return { x: left, y: top, cx: emu(x + box.x + box.width - left), cy: emu(frame.y + box.y + box.height - top) };
  };
  const drawing: Drawing = { chart, fitted, id, context, onSlide };
  const fills = nodeFills(chart, context, span);
  const items: readonly Item[] = [
    ...chart.groups.flatMap((group, index) => groupItems(group.id, index, drawing)),
    ...inReadingOrder(chart.nodes, fitted).flatMap((node) => nodeItem(node, fills.get(node.id) ?? null, drawing)),
    ...chart.edges.flatMap((edge, index) => edgeItem(edge, index, drawing)),
    ...chart.edges.flatMap((edge, index) => labelItem(edge, fitted.connections[index] ?? null, index, drawing)),
  ];
  const all = onSlide({ x: 0, y: 0, width: fitted.width, height: fitted.height });
  const group: GroupItem = {
    type: 'group',
    id: `${id}.diagram`,
    name: `Flowchart${chart.title ? `: ${chart.title}` : ''}`,
    frame: all,
    items,
    alt: flowchartAlt(chart, context),
  };
  return items.length === 0 ? [] : [group];
}

/** Nodes as the flow passes them: rank by rank, in a rank as the deck is read. */
function inReadingOrder(nodes: readonly FlowNode[], { boxes, direction }: Fitted): readonly FlowNode[] {
  const upright = direction === 'down' || direction === 'up';
  const back = direction === 'up' || direction === 'left' ? -1 : 1;
  const at = (node: FlowNode): readonly [number, number] => {
    const { x, y, width, height } = boxes.get(node.id) ?? { x: 0, y: 0, width: 0, height: 0 };
    const [cx, cy] = [x + width / 2, y + height / 2];
    return upright ? [back * cy, cx] : [back * cx, cy];
  };
  const near = points(2);
  return [...nodes].sort((a, b) => {
    const [[rankA, sideA], [rankB, sideB]] = [at(a), at(b)];
    return Math.abs(rankA - rankB) > near ? rankA - rankB : sideA - sideB;
  });
}

const nodeId = (id: string, { chart, id: own }: Drawing): string => {
  const at = chart.nodes.findIndex((node) => node.id === id);
  return at === -1 ? `${own}.group${chart.groups.findIndex((group) => group.id === id) + 1}` : `${own}.node${at + 1}`;
};

function nodeItem(node: FlowNode, fill: Color | null, drawing: Drawing): readonly TextItem[] {
  const { fitted, context, onSlide } = drawing;
  const box = fitted.boxes.get(node.id);
  if (!box) return [];
  const { palette } = context.template;
  const frame = onSlide(box);
  const ground = fill ?? (node.group === null ? palette.panel : palette.paper);
  const style = labelStyle(context, fitted.size);
  const color = fill ? textOn(fill, context.template) : palette.ink;
  const words = context.paragraph(
    labelInlines(node.label, node.link === null ? null : { address: node.link, tooltip: node.tooltip }),
    {},
    fitted.size,
  );
  const looks = {
    anchor: 'middle',
    insets: nodeInsets(node, fitted.size),
    fill: solid(ground),
    line: stroke(fill ?? context.template.chart.context, LINE.outline, node.dashed ? 'dash' : 'solid'),
  } as const;
  const colored = fill ? style.map((level) => ({ ...level, color })) : style;
  const name = labelText(node.label) || node.id;
  return [{ ...textBox(nodeId(node.id, drawing), name, frame, [words], colored, looks), geometry: geometryOf(node.shape, frame) }];
}

function groupItems(id: string, index: number, drawing: Drawing): readonly Item[] {
  const { chart, fitted, context, onSlide } = drawing;
  const [box, title] = [fitted.groups.get(id), fitted.titles.get(id)];
  const group = chart.groups[index];
  if (!box || !group) return [];
  const { template } = context;
  const area: ShapeItem = {
    type: 'shape',
    id: nodeId(id, drawing),
    name: labelText(group.label) || id,
    frame: onSlide(box),
    geometry: { kind: 'preset', preset: 'rect' },
    fill: group.parent === null ? solid(template.palette.panel) : { kind: 'none' },
    line: stroke(template.palette.rule, LINE.group),
    decorative: true,
    alt: '',
  };
  if (!title) return [area];
  const style = labelStyle(context, fitted.size, 'left', true);
  const words = context.paragraph(labelInlines(group.label), {}, fitted.size);
  return [area, textBox(`${area.id}.title`, `${area.name}: title`, onSlide(title), [words], style)];
}

const HEADS: Readonly<Record<EdgeHead, LineHead>> = { none: 'none', point: 'triangle', circle: 'oval', cross: 'diamond' };
const DASHES = { solid: 'solid', thick: 'solid', dotted: 'sysDash', invisible: 'solid' } as const;

function edgeItem(edge: FlowEdge, index: number, drawing: Drawing): readonly LineItem[] {
  const connection = drawing.fitted.connections[index];
  if (!connection) return [];
  const { way } = connection;
  const place = way.points.map(({ x, y }) => {
    const { x: left, y: top } = drawing.onSlide({ x, y, width: 0, height: 0 });
    return { x: left, y: top };
  });
  const ends = [edge.from, edge.to].map(
    (id) => drawing.chart.nodes.find((node) => node.id === id)?.label ?? drawing.chart.groups.find((group) => group.id === id)?.label,
  );
  const [from = edge.from, to = edge.to] = ends.map((label) => label && labelText(label));
  return [
    {
      type: 'line',
      id: `${drawing.id}.edge${index + 1}`,
      name: `${from} → ${to}`,
      ...routeThrough(place),
      stroke: stroke(drawing.context.template.palette.muted, edge.line === 'thick' ? LINE.thick : LINE.edge, DASHES[edge.line]),
      decorative: true,
      heads: [HEADS[edge.heads[0]], HEADS[edge.heads[1]]],
      glue: [glueTo(edge.from, way.from, drawing), glueTo(edge.to, way.to, drawing)],
    },
  ];
}

function glueTo(id: string, side: Connected['way']['from'], drawing: Drawing): Glue {
  const node = drawing.chart.nodes.find((one) => one.id === id);
  return { item: nodeId(id, drawing), site: node ? siteIndex(node.shape, side) : PRESETS.rect.sites[side] };
}

/** The label of an edge, on the ground that it lies on. */
function labelItem(edge: FlowEdge, connection: Connected | null, index: number, drawing: Drawing): readonly TextItem[] {
  const { fitted, context, onSlide, id } = drawing;
  const label = connection?.label;
  if (!label || !edge.label) return [];
  const { paper, panel } = context.template.palette;
  const middle = { x: label.x + label.width / 2, y: label.y + label.height / 2 };
  const within = [...fitted.groups.values()].some(
    ({ x, y, width, height }) => middle.x > x && middle.x < x + width && middle.y > y && middle.y < y + height,
  );
  const looks = { anchor: 'middle', insets: edgeInsets(fitted.size), fill: solid(within ? panel : paper) } as const;
  const words = context.paragraph(labelInlines(edge.label), {}, fitted.size);
  return [
    textBox(`${id}.label${index + 1}`, `Label: ${labelText(edge.label)}`, onSlide(label), [words], labelStyle(context, fitted.size), looks),
  ];
}
