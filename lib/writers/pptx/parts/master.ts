/** The slide master with its theme and its layouts. */
import { contentTypes, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { Template } from '../../../template/model.js';
import { commonSlideXml, type Furniture, layoutPart, layoutPartName, MASTER_PART, PRESENTATION_NAMESPACES } from './layout.js';
import { type ArtMedia, partPictures } from './shape.js';
import { listStyleXml } from './text.js';
import { themePart } from './theme.js';

/** What a deck prints on its master and layouts. */
export interface MasterFields {
  /** BCP 47. */
  readonly lang: string;
  /** What new slides get as footer; default: the template's. */
  readonly footer?: string;
  /** What new slides get as date; default: none. */
  readonly date?: string;
  /** How far the deck may go; default: nothing is said. */
  readonly marking?: string;
  /** What pictures of the template's art show; default: it has none. */
  readonly media?: ArtMedia;
}

/** The id of the master; layouts take those that follow, for both count in one row (ISO/IEC 29500-1, 19.7.17 ST_SlideMasterId). */
export const MASTER_ID = 2_147_483_648;

const THEME_PART = '/ppt/theme/theme1.xml';

/** The theme, the slide master and every layout of a template, in its order. */
export function masterParts(template: Template, fields: MasterFields): readonly Part[] {
  const furniture = {
    lang: fields.lang,
    footer: fields.footer ?? template.footer,
    date: fields.date ?? '',
    fonts: template.fonts,
    media: fields.media ?? NO_MEDIA,
  };
  const { title: name, colors, fonts } = template;
  return [
    themePart(THEME_PART, { name, colors, fonts }),
    masterPart(template, furniture),
    ...template.layouts.map((layout, index) => layoutPart(layout, index + 1, furniture)),
  ];
}

/** For a template without pictures. */
export const NO_MEDIA: ArtMedia = new Map();

function masterPart(template: Template, furniture: Furniture): Part {
  const layouts: readonly Relationship[] = template.layouts.map((_, index) => ({
    id: relationshipId(index + 1),
    type: relationshipTypes.slideLayout,
    target: layoutPartName(index + 1),
    external: false,
  }));
  const theme = { id: relationshipId(layouts.length + 1), type: relationshipTypes.theme, target: THEME_PART, external: false };
  const { master, fonts } = template;
  const pictures = partPictures(furniture.media, layouts.length + 1);
  const root = element(
    'p:sldMaster',
    { ...PRESENTATION_NAMESPACES, preserve: true },
    commonSlideXml(null, master, furniture, pictures),
    colorMapXml(template.colorMap),
    element('p:sldLayoutIdLst', {}, ...layouts.map(({ id }, index) => element('p:sldLayoutId', { id: MASTER_ID + index + 1, 'r:id': id }))),
    element('p:hf', { hdr: false }),
    element(
      'p:txStyles',
      {},
      listStyleXml(master.title, 'p:titleStyle', fonts),
      listStyleXml(master.body, 'p:bodyStyle', fonts),
      listStyleXml(master.other, 'p:otherStyle', fonts),
    ),
  );
  return {
    name: MASTER_PART,
    contentType: contentTypes.slideMaster,
    data: xmlDocument(root),
    relationships: [...layouts, theme, ...pictures.relationships],
  };
}

/** `p:clrMap`: which theme colours text and backgrounds take; a dark brand turns them round. */
export const colorMapXml = (map: Template['colorMap']): XmlElement =>
  element('p:clrMap', {
    bg1: map.bg1,
    tx1: map.tx1,
    bg2: map.bg2,
    tx2: map.tx2,
    accent1: 'accent1',
    accent2: 'accent2',
    accent3: 'accent3',
    accent4: 'accent4',
    accent5: 'accent5',
    accent6: 'accent6',
    hlink: 'hlink',
    folHlink: 'folHlink',
  });
