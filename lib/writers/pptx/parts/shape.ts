/** Art of masters and layouts as DrawingML: shapes, paths, lines and groups that assistive technology passes over. */
import type { Rect } from '../../../core/units.js';
import { namespaces, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Relationship } from '../../../package/package.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Site } from '../../../scene/preset.js';
import type { GroupItem, Item, LineItem, PathCommand, PathGeometry, PictureItem, ShapeItem } from '../../../scene/scene.js';
import { frameXml } from './frame.js';
import { fillXml, strokeXml } from './paint.js';
import { blipXml, cropXml } from './picture.js';

/** Shape ids of one part, from 2: 1 is the tree itself. */
export type ShapeIds = () => number;

/** A fresh counter. */
export function shapeIds(): ShapeIds {
  let last = 1;
  return () => ++last;
}

/** The media of a template by their ids, as parts. */
export type ArtMedia = ReadonlyMap<string, { readonly name: string; readonly fallback: string | null }>;

/** Pictures of one part: each media that is shown gets a relationship. */
export interface PartPictures {
  /** The id of the relationship to a media. */
  readonly link: (id: string) => string;
  readonly media: ArtMedia;
  /** What was linked so far. */
  readonly relationships: Relationship[];
}

/** Relationships to media, numbered behind those that the part has already. */
export function partPictures(media: ArtMedia, before: number): PartPictures {
  const relationships: Relationship[] = [];
  const link = (id: string): string => {
    const target = media.get(id)?.name;
    if (target === undefined) throw new TypeError(`the template has no media ${JSON.stringify(id)}`);
    const known = relationships.find((item) => item.target === target);
    if (known) return known.id;
    const made = { id: relationshipId(before + relationships.length + 1), type: relationshipTypes.image, target, external: false };
    relationships.push(made);
    return made.id;
  };
  return { link, media, relationships };
}

/** Art, marked decorative. Throws a TypeError for anything but shapes, lines, pictures and groups of them. */
export function artXml(item: Item, ids: ShapeIds, pictures: PartPictures): XmlElement {
  if (item.type === 'shape') return shapeXml(item, ids);
  if (item.type === 'line') return lineXml(item, ids);
  if (item.type === 'picture') return pictureXml(item, ids, pictures);
  if (item.type === 'group') return groupXml(item, ids, pictures);
  throw new TypeError(`a ${item.type} cannot be art`);
}

/** `p:cNvPr` with the mark of art ([MS-ODRAWXML], decorative). */
const identity = ({ name }: Item, ids: ShapeIds): XmlElement => {
  const mark = element('adec:decorative', { 'xmlns:adec': namespaces.adec, val: 1 });
  const extension = element('a:ext', { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' }, mark);
  return element('p:cNvPr', { id: ids(), name }, element('a:extLst', {}, extension));
};

const shapeXml = (item: ShapeItem, ids: ShapeIds): XmlElement =>
  element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, identity(item, ids), element('p:cNvSpPr'), element('p:nvPr', { userDrawn: true })),
    element(
      'p:spPr',
      {},
      frameXml('a:xfrm', item.frame),
      item.geometry.kind === 'preset' ? presetXml(item.geometry.preset) : pathXml(item.geometry),
      fillXml(item.fill),
      item.line ? strokeXml(item.line) : element('a:ln', {}, element('a:noFill')),
    ),
    // PowerPoint repairs a shape without a text body.
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), element('a:p')),
  );

const lineXml = (item: LineItem, ids: ShapeIds): XmlElement =>
  element(
    'p:cxnSp',
    {},
    element('p:nvCxnSpPr', {}, identity(item, ids), element('p:cNvCxnSpPr'), element('p:nvPr', { userDrawn: true })),
    element('p:spPr', {}, frameXml('a:xfrm', item.frame), presetXml('line'), strokeXml(item.stroke)),
  );

function pictureXml(item: PictureItem, ids: ShapeIds, { link, media }: PartPictures): XmlElement {
  const behind = media.get(item.media)?.fallback ?? null;
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      identity(item, ids),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: true })),
      element('p:nvPr', { userDrawn: true }),
    ),
    element(
      'p:blipFill',
      {},
      blipXml(link(behind ?? item.media), behind === null ? null : link(item.media)),
      cropXml(item.crop),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('p:spPr', {}, frameXml('a:xfrm', item.frame), presetXml('rect')),
  );
}

const groupXml = (item: GroupItem, ids: ShapeIds, pictures: PartPictures): XmlElement =>
  element(
    'p:grpSp',
    {},
    element('p:nvGrpSpPr', {}, identity(item, ids), element('p:cNvGrpSpPr'), element('p:nvPr', { userDrawn: true })),
    element('p:grpSpPr', {}, groupFrameXml(item.frame)),
    ...item.items.map((inner) => artXml(inner, ids, pictures)),
  );

/** A group whose inner coordinates are the slide's. */
const groupFrameXml = (frame: Rect): XmlElement => {
  const outer = frameXml('a:xfrm', frame);
  outer.children.push(element('a:chOff', { x: frame.x, y: frame.y }), element('a:chExt', { cx: frame.cx, cy: frame.cy }));
  return outer;
};

/** `a:prstGeom`, as it comes. */
export const presetXml = (preset: string): XmlElement => element('a:prstGeom', { prst: preset }, element('a:avLst'));

/** `a:custGeom` (ISO/IEC 29500-1, 20.1.9.8). Its coordinates are whole numbers, so a small space is enlarged. */
export function pathXml(geometry: PathGeometry): XmlElement {
  const scale = enlargement(Math.min(geometry.width, geometry.height));
  const point = (x: number, y: number): XmlElement => element('a:pt', { x: Math.round(x * scale), y: Math.round(y * scale) });
  const space = { w: Math.round(geometry.width * scale), h: Math.round(geometry.height * scale) };
  const path = element('a:path', space, ...geometry.commands.map((command) => commandXml(command, point)));
  return element(
    'a:custGeom',
    {},
    element('a:avLst'),
    element('a:gdLst', {}, ...guidesXml(geometry)),
    element('a:ahLst'),
    element('a:cxnLst', {}, ...(geometry.sites ?? []).map(({ side }, index) => siteXml(side, index))),
    geometry.text ? element('a:rect', { l: 'tl', t: 'tt', r: 'tr', b: 'tb' }) : element('a:rect', { l: 0, t: 0, r: 'r', b: 'b' }),
    element('a:pathLst', {}, path),
  );
}

/** Sites and text are placed in the shape, not in the space of its path: as shares of its width and height. */
function guidesXml({ sites = [], text, width, height }: PathGeometry): readonly XmlElement[] {
  const guide = (name: string, length: 'w' | 'h', share: number): XmlElement =>
    element('a:gd', { name, fmla: `*/ ${length} ${Math.round(share * SHARES)} ${SHARES}` });
  return [
    ...sites.flatMap(({ x, y }, index) => [guide(`x${index}`, 'w', x / width), guide(`y${index}`, 'h', y / height)]),
    ...(text
      ? [
          guide('tl', 'w', text.left / width),
          guide('tt', 'h', text.top / height),
          guide('tr', 'w', text.right / width),
          guide('tb', 'h', text.bottom / height),
        ]
      : []),
  ];
}

const SHARES = 1_000_000;

/** Angles of 20.1.9.3: the direction in which a connector leaves. */
const ANGLE = { top: '3cd4', left: 'cd2', bottom: 'cd4', right: '0' } as const;

const siteXml = (side: Site['side'], index: number): XmlElement =>
  element('a:cxn', { ang: ANGLE[side] }, element('a:pos', { x: `x${index}`, y: `y${index}` }));

/** The least length of a path's space: an error of half a unit is not seen. */
const FINE = 1000;

/** The power of ten that makes a length `FINE` or more. */
const enlargement = (length: number): number => 10 ** Math.max(0, Math.ceil(Math.log10(FINE / length)));

function commandXml(command: PathCommand, point: (x: number, y: number) => XmlElement): XmlElement {
  switch (command.op) {
    case 'move':
      return element('a:moveTo', {}, point(command.x, command.y));
    case 'line':
      return element('a:lnTo', {}, point(command.x, command.y));
    case 'cubic':
      return element('a:cubicBezTo', {}, point(command.x1, command.y1), point(command.x2, command.y2), point(command.x, command.y));
    case 'close':
      return element('a:close');
  }
}
