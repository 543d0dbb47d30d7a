/** Slide layouts, and what they share with the master: background, art, placeholders. */
import type { Color } from '../../../core/color.js';
import { guid } from '../../../core/guid.js';
import { contentTypes, namespaces, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { Item } from '../../../scene/scene.js';
import type { ThemeFonts } from '../../../scene/text.js';
import type { Layout, Placeholder } from '../../../template/model.js';
import { frameXml } from './frame.js';
import { solidFillXml } from './paint.js';
import { runsXml } from './runs.js';
import { type ArtMedia, artXml, type PartPictures, partPictures, type ShapeIds, shapeIds } from './shape.js';
import { listStyleXml } from './text.js';

/** What layouts and the master print in the places of date, footer and slide number, and in which language. */
export interface Furniture {
  /** BCP 47. */
  readonly lang: string;
  readonly footer: string;
  readonly date: string;
  readonly fonts: ThemeFonts;
  /** What pictures of the art show. */
  readonly media: ArtMedia;
}

export const MASTER_PART = '/ppt/slideMasters/slideMaster1.xml';

export const PRESENTATION_NAMESPACES = { 'xmlns:a': namespaces.a, 'xmlns:r': namespaces.r, 'xmlns:p': namespaces.p };

/** The part of the n-th layout of a template, from 1. */
export const layoutPartName = (number: number): string => `/ppt/slideLayouts/slideLayout${number}.xml`;

/** The n-th layout, from 1 (ISO/IEC 29500-1, 19.3.1.39). `preserve` keeps it in the file while no slide uses it. */
export function layoutPart(layout: Layout, number: number, furniture: Furniture): Part {
  const pictures = partPictures(furniture.media, 1);
  const root = element(
    'p:sldLayout',
    {
      ...PRESENTATION_NAMESPACES,
      type: layout.type === 'cust' ? null : layout.type,
      preserve: true,
      userDrawn: true,
      showMasterSp: layout.masterArt ? null : false,
    },
    commonSlideXml(layout.name, layout, furniture, pictures),
    element('p:clrMapOvr', {}, element('a:masterClrMapping')),
  );
  const master = { id: relationshipId(1), type: relationshipTypes.slideMaster, target: MASTER_PART, external: false };
  const relationships = [master, ...pictures.relationships];
  return { name: layoutPartName(number), contentType: contentTypes.slideLayout, data: xmlDocument(root), relationships };
}

/** `p:cSld`: the background, then the art, then the placeholders in reading order. */
export function commonSlideXml(
  name: string | null,
  {
    background,
    art,
    placeholders,
  }: { readonly background: Color | null; readonly art: readonly Item[]; readonly placeholders: readonly Placeholder[] },
  furniture: Furniture,
  pictures: PartPictures,
): XmlElement {
  const ids = shapeIds();
  return element(
    'p:cSld',
    { name },
    background && element('p:bg', {}, element('p:bgPr', {}, solidFillXml(background), element('a:effectLst'))),
    shapeTreeXml([...art.map((item) => artXml(item, ids, pictures)), ...placeholders.map((item) => placeholderXml(item, furniture, ids))]),
  );
}

/** `p:spTree` around shapes. */
export const shapeTreeXml = (shapes: readonly XmlElement[]): XmlElement =>
  element(
    'p:spTree',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element('p:grpSpPr'),
    ...shapes,
  );

const ANCHOR = { top: 't', middle: 'ctr', bottom: 'b' } as const;
const FOOTERS: ReadonlySet<string> = new Set(['dt', 'ftr', 'sldNum']);

/** A placeholder that says everything: where it stands, how its text looks, what an empty one asks for. */
function placeholderXml(item: Placeholder, furniture: Furniture, ids: ShapeIds): XmlElement {
  const { type, idx } = item;
  const own = FOOTERS.has(type);
  const reference = element('p:ph', {
    type: type === 'obj' ? null : type,
    sz: own ? 'quarter' : null,
    idx: idx === 0 ? null : idx,
    hasCustomPrompt: own ? null : true,
  });
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id: ids(), name: item.name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, reference),
    ),
    element('p:spPr', {}, frameXml('a:xfrm', item.frame), element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))),
    element('p:txBody', {}, bodyXml(item), listStyleXml(item.style, 'a:lstStyle', furniture.fonts), promptXml(item, furniture)),
  );
}

/** Text keeps its size and its frame: what does not fit was split before. */
const bodyXml = ({ insets, anchor }: Placeholder): XmlElement =>
  element(
    'a:bodyPr',
    {
      vert: 'horz',
      wrap: 'square',
      lIns: insets.left,
      tIns: insets.top,
      rIns: insets.right,
      bIns: insets.bottom,
      rtlCol: false,
      anchor: ANCHOR[anchor],
    },
    element('a:noAutofit'),
  );

function promptXml(item: Placeholder, { lang, footer, date }: Furniture): XmlElement {
  if (item.type === 'sldNum') {
    const own = element('a:rPr', { lang });
    const field = element('a:fld', { id: guid('field', 'slidenum'), type: 'slidenum' }, own, element('a:t', {}, item.prompt));
    return element('a:p', {}, field, element('a:endParaRPr', { lang }));
  }
  const text = item.type === 'ftr' ? footer : item.type === 'dt' ? date : item.prompt;
  const end = element('a:endParaRPr', { lang });
  return element('a:p', {}, ...runsXml(text, lang), end);
}
