/** What a master or a layout draws besides its placeholders. */
import { type Rect, rect } from '../../../core/units.js';
import { child, elements, find, type XmlElement } from '../../../package/xml.js';
import { hasGeometry, type Outline, outlineOf } from './geometry.js';
import { fillIn, fillOf, type Paint, type Pen, penOf } from './paint.js';
import { pictureIn } from './pictures.js';
import type { Source } from './source.js';
import { type ArtText, textIn } from './text.js';

/** How something is turned about its own middle: mirrored first, then turned clockwise by degrees. */
export interface Turn {
  readonly degrees: number;
  readonly flipped: { readonly x: boolean; readonly y: boolean };
}

/** A shape, a line or a picture; its frame is the slide's. */
export interface DrawnShape {
  readonly kind: 'shape';
  readonly name: string;
  readonly frame: Rect;
  readonly turn: Turn;
  readonly outlines: readonly Outline[];
  readonly fill: Paint | null;
  readonly pen: Pen | null;
  readonly text: ArtText | null;
}

/** Shapes that are turned together; their frames are the slide's. */
export interface DrawnGroup {
  readonly kind: 'group';
  readonly frame: Rect;
  readonly turn: Turn;
  readonly items: readonly Drawn[];
}

export type Drawn = DrawnShape | DrawnGroup;

type Place = (frame: Rect) => Rect;

/** The art of a master or a layout, in the order in which it is drawn. */
export function artIn(root: XmlElement, source: Source): readonly Drawn[] {
  const tree = find(root, 'p:cSld', 'p:spTree');
  return tree ? drawnIn(tree, source, (frame) => frame, null) : [];
}

const drawnIn = (tree: XmlElement, source: Source, place: Place, group: Paint | null): readonly Drawn[] =>
  elements(tree)
    .flatMap((node) => (node.name === 'mc:AlternateContent' ? chosen(node) : [node]))
    .flatMap((node) => drawnOf(node, source, place, group));

/** Of alternatives the fallback: it is what every program can draw. */
const chosen = (node: XmlElement): readonly XmlElement[] => {
  const fallback = child(node, 'mc:Fallback');
  return elements(fallback && elements(fallback).length > 0 ? fallback : (child(node, 'mc:Choice') ?? node));
};

function drawnOf(node: XmlElement, source: Source, place: Place, group: Paint | null): readonly Drawn[] {
  const about = elements(node).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  if (about && (find(about, 'p:nvPr', 'p:ph') || child(about, 'p:cNvPr')?.attributes.hidden === '1')) return [];
  switch (node.name) {
    case 'p:sp':
    case 'p:cxnSp':
    case 'p:pic':
      return shapeOf(node, source, place, group);
    case 'p:grpSp':
      return groupOf(node, source, place, group);
    case 'p:graphicFrame':
    case 'p:contentPart':
      source.skip('tables, charts and diagrams');
      return [];
    default:
      return [];
  }
}

function shapeOf(node: XmlElement, source: Source, place: Place, group: Paint | null): readonly Drawn[] {
  const properties = child(node, 'p:spPr');
  const style = child(node, 'p:style');
  const xfrm = properties && child(properties, 'a:xfrm');
  if (!properties || !xfrm) return [];
  const own = frameIn(xfrm, 'a:off', 'a:ext');
  const frame = place(own);
  // A level or upright line has no height or no width, and still a path.
  const outlines = outlineOf(properties, Math.max(1, frame.cx), Math.max(1, frame.cy));
  if (typeof outlines === 'string') source.skip(`shapes of the form "${outlines}"`);
  tellEffects(properties, source);
  const filled =
    node.name === 'p:cxnSp' ? null : node.name === 'p:pic' ? picturePaint(node, source) : fillOf(properties, style, source, group);
  const text = textIn(node, style, source);
  const shape: DrawnShape = {
    kind: 'shape',
    name: nameOf(node),
    frame,
    turn: turnIn(xfrm),
    outlines: typeof outlines === 'string' ? [] : hasGeometry(properties) || node.name !== 'p:sp' ? outlines : [],
    fill: filled,
    pen: penOf(properties, style, source),
    text,
  };
  return (shape.outlines.length > 0 && (shape.fill || shape.pen)) || text ? [shape] : [];
}

const nameOf = (node: XmlElement): string => {
  const about = elements(node).find(({ name }) => /^p:nv\w+Pr$/.test(name));
  return (about && child(about, 'p:cNvPr')?.attributes.name) ?? '';
};

function picturePaint(node: XmlElement, source: Source): Paint | null {
  const fill = child(node, 'p:blipFill');
  const picture = fill ? pictureIn(fill, source) : null;
  return picture && { kind: 'picture', picture };
}

function groupOf(node: XmlElement, source: Source, place: Place, group: Paint | null): readonly Drawn[] {
  const properties = child(node, 'p:grpSpPr');
  const xfrm = properties && child(properties, 'a:xfrm');
  const fill = fillIn(properties, source, group) ?? group;
  if (!xfrm) return drawnIn(node, source, place, fill);
  const [outer, inner] = [frameIn(xfrm, 'a:off', 'a:ext'), frameIn(xfrm, 'a:chOff', 'a:chExt')];
  const items = drawnIn(node, source, (frame) => place(within(frame, inner, outer)), fill);
  return items.length > 0 ? [{ kind: 'group', frame: place(outer), turn: turnIn(xfrm), items }] : [];
}

/** A frame in a group's own space, as it lies around the group. */
function within(frame: Rect, inner: Rect, outer: Rect): Rect {
  const [sx, sy] = [inner.cx > 0 ? outer.cx / inner.cx : 1, inner.cy > 0 ? outer.cy / inner.cy : 1];
  return rect(outer.x + (frame.x - inner.x) * sx, outer.y + (frame.y - inner.y) * sy, frame.cx * sx, frame.cy * sy);
}

function frameIn(xfrm: XmlElement, offset: string, extent: string): Rect {
  const { x = '0', y = '0' } = child(xfrm, offset)?.attributes ?? {};
  const { cx = '0', cy = '0' } = child(xfrm, extent)?.attributes ?? {};
  return rect(Number(x), Number(y), Number(cx), Number(cy));
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const turnIn = ({ attributes }: XmlElement): Turn => ({
  degrees: Number(attributes.rot ?? 0) / 60_000,
  flipped: { x: isTrue(attributes.flipH), y: isTrue(attributes.flipV) },
});

function tellEffects(properties: XmlElement, { skip }: Source): void {
  const effects = child(properties, 'a:effectLst') ?? child(properties, 'a:effectDag');
  if (effects && elements(effects).length > 0) skip('shadows and other effects');
  if (child(properties, 'a:sp3d')) skip('bodies in three dimensions');
}
