/** A slide as drawn, beside the scene that it was drawn from: what patches work on. */
import { relationshipId } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { child, descendants, elements, find, parseXml, type XmlElement } from '../../../package/xml.js';
import type { Item, PlaceholderRef, SceneSlide, TableItem, TextItem } from '../../../scene/scene.js';
import type { Paragraph, TextInline } from '../../../scene/text.js';
import type { Layout, PlaceholderOrigin, Template } from '../../../template/model.js';
import { drawnName, leavesOf } from './draw.js';

/** Where the slide's parts lie. */
export interface SlideParts {
  readonly template: Template;
  readonly layout: Layout;
  readonly layoutPart: string;
  /** The part of a media, by its id. */
  readonly media: ReadonlyMap<string, MediaPart>;
  /** The part of each chart of this slide, by its item's id. */
  readonly charts: ReadonlyMap<string, string>;
  /** The deck's own language, BCP 47. */
  readonly lang: string;
}

/** A media and what stands in for it where it cannot be shown. */
export interface MediaPart {
  readonly name: string;
  /** The id of the media that readers without SVG show. */
  readonly fallback: string | null;
}

/** An inline and the `a:r`, `a:br` or `a:fld` that was drawn for it. */
export interface DrawnInline {
  readonly inline: TextInline;
  readonly node: XmlElement;
}

/** A paragraph and its `a:p`. */
export interface DrawnParagraph {
  readonly paragraph: Paragraph;
  readonly node: XmlElement;
  readonly inlines: readonly DrawnInline[];
}

/** The text of an item, or of one cell of a table. */
export interface DrawnText {
  readonly item: TextItem | TableItem;
  readonly paragraphs: readonly DrawnParagraph[];
}

/** A slide in the making. The tree, the nodes and the relationships are changed in place. */
export interface DrawnSlide {
  readonly slide: SceneSlide;
  readonly parts: SlideParts;
  /** `p:sld`. */
  readonly root: XmlElement;
  /** What was drawn for each item, by the item's id. */
  readonly nodes: Map<string, XmlElement>;
  readonly texts: readonly DrawnText[];
  relationships: Relationship[];
}

/** Reads a slide that pptxgenjs drew and finds in it each item that it was drawn from. Throws an Error where one is missing. */
export function readSlide(part: Part, slide: SceneSlide, number: number, parts: SlideParts): DrawnSlide {
  const root = parseXml(typeof part.data === 'string' ? part.data : new TextDecoder().decode(part.data));
  dropIndentation(root);
  const byName = new Map(elements(shapeTree(root)).map((node) => [nonVisual(node)?.attributes.name, node]));
  const nodes = new Map<string, XmlElement>();
  for (const [index, item] of leavesOf(slide.items).entries()) {
    const node = byName.get(drawnName(number, index + 1));
    if (!node) throw new Error(`pptxgenjs did not draw ${item.type} ${JSON.stringify(item.id)} of slide ${number}`);
    nodes.set(item.id, node);
  }
  const texts = leavesOf(slide.items).flatMap((item) => textsOf(item, nodes));
  return { slide, parts, root, nodes, texts, relationships: [...part.relationships] };
}

/** White space between elements, which pptxgenjs writes here and there; text keeps its own. */
function dropIndentation(node: XmlElement): void {
  if (node.name === 'a:t') return;
  node.children = elements(node).slice();
  for (const inner of elements(node)) dropIndentation(inner);
}

function textsOf(item: Item, nodes: ReadonlyMap<string, XmlElement>): readonly DrawnText[] {
  const node = nodes.get(item.id);
  if (!node) return [];
  if (item.type === 'text') return [drawnText(item, item.paragraphs, child(node, 'p:txBody'))];
  if (item.type !== 'table') return [];
  const cells = item.rows.flatMap((row) => row.cells);
  return descendants(node, 'a:tc').flatMap((tc, index) => {
    const cell = cells[index];
    return cell ? [drawnText(item, cell.paragraphs, child(tc, 'a:txBody'))] : [];
  });
}

const INLINES: ReadonlySet<string> = new Set(['a:r', 'a:br', 'a:fld']);

function drawnText(item: TextItem | TableItem, paragraphs: readonly Paragraph[], body: XmlElement | undefined): DrawnText {
  const drawn = body ? elements(body, 'a:p') : [];
  if (drawn.length !== paragraphs.length) throw new Error(`pptxgenjs drew ${drawn.length} of ${paragraphs.length} paragraphs`);
  return { item, paragraphs: drawn.flatMap((node, index) => drawnParagraph(node, paragraphs[index])) };
}

function drawnParagraph(node: XmlElement, paragraph: Paragraph | undefined): readonly DrawnParagraph[] {
  const runs = elements(node).filter(({ name }) => INLINES.has(name));
  if (runs.length !== paragraph?.inlines.length) throw new Error(`pptxgenjs drew ${runs.length} of ${paragraph?.inlines.length} runs`);
  return [
    { paragraph, node, inlines: paragraph.inlines.flatMap((inline, at) => runs.slice(at, at + 1).map((run) => ({ inline, node: run }))) },
  ];
}

/** `p:spTree`. */
export function shapeTree(root: XmlElement): XmlElement {
  const tree = find(root, 'p:cSld', 'p:spTree');
  if (!tree) throw new Error('the slide has no shape tree');
  return tree;
}

/** A shape's `p:cNvPr`. */
export function nonVisual(shape: XmlElement): XmlElement | undefined {
  const [about] = elements(shape);
  return about && child(about, 'p:cNvPr');
}

/** Everything of one type that was drawn on a slide, groups dissolved, with its node. */
export function* drawn<T extends Item['type']>(
  page: DrawnSlide,
  ...types: readonly T[]
): Generator<{ item: Extract<Item, { type: T }>; node: XmlElement }> {
  const wanted: ReadonlySet<string> = new Set(types);
  for (const item of leavesOf(page.slide.items)) {
    const node = page.nodes.get(item.id);
    if (node && wanted.has(item.type)) yield { item: item as Extract<Item, { type: T }>, node };
  }
}

/** Every inline that was drawn, with its node and its paragraph. */
export function* inlines(page: DrawnSlide): Generator<DrawnInline & { readonly paragraph: Paragraph }> {
  for (const { paragraph, inlines } of page.texts.flatMap(({ paragraphs }) => paragraphs)) {
    for (const inline of inlines) yield { ...inline, paragraph };
  }
}

/** The placeholder of the slide's layout, as the file has it that the layout was read from; null: it is one of ours. */
export const originOf = (page: DrawnSlide, ref: PlaceholderRef): PlaceholderOrigin | null =>
  page.parts.layout.placeholders.find(({ type, idx }) => idx === ref.idx && (ref.idx > 0 || type === ref.type))?.origin ?? null;

/** The id of the slide's relationship to a part; one for each target. */
export function relate(page: DrawnSlide, type: string, target: string): string {
  const known = page.relationships.find((item) => item.type === type && item.target === target && !item.external);
  if (known) return known.id;
  const id = relationshipId(page.relationships.reduce((highest, item) => Math.max(highest, Number(item.id.slice(3))), 0) + 1);
  page.relationships.push({ id, type, target, external: false });
  return id;
}
