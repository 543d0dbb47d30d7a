/** The masters of notes and handouts: black on white whatever the brand, with the logo, the marking, and the lines at head and foot. */
import { scheme } from '../../../core/color.js';
import { guid } from '../../../core/guid.js';
import { type Emu, inches, points, type Rect, rect } from '../../../core/units.js';
import { contentTypes, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { TextStyle } from '../../../scene/text.js';
import type { Template } from '../../../template/model.js';
import { frameXml } from './frame.js';
import { PRESENTATION_NAMESPACES, shapeTreeXml } from './layout.js';
import { colorMapXml, type MasterFields, NO_MEDIA } from './master.js';
import { solidFillXml, strokeXml } from './paint.js';
import { runsXml } from './runs.js';
import { artXml, type PartPictures, partPictures, type ShapeIds, shapeIds } from './shape.js';
import { listStyleXml } from './text.js';
import { themePart } from './theme.js';

export const NOTES_MASTER_PART = '/ppt/notesMasters/notesMaster1.xml';
export const HANDOUT_MASTER_PART = '/ppt/handoutMasters/handoutMaster1.xml';

const PLAIN_MAP = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' } as const;

/** The notes master and its theme: the brand's fonts, black on white (ISO/IEC 29500-1, 19.3.1.27). */
export function notesMasterParts(template: Template, fields: MasterFields): readonly Part[] {
  const ids = shapeIds();
  const pictures = partPictures(fields.media ?? NO_MEDIA, 1);
  const shapes = [
    ...headXml(template, fields, ids, pictures),
    imageXml(template, ids()),
    notesXml(template, ids(), fields.lang),
    ...footXml(template, fields, ids, 4),
  ];
  const root = element(
    'p:notesMaster',
    PRESENTATION_NAMESPACES,
    pageXml(shapes),
    colorMapXml(PLAIN_MAP),
    listStyleXml(template.styles.notes, 'p:notesStyle', template.fonts),
  );
  return withTheme(NOTES_MASTER_PART, contentTypes.notesMaster, root, {
    theme: '/ppt/theme/theme2.xml',
    name: `${template.title} notes`,
    template,
    pictures,
  });
}

/** The handout master and its theme: the same head and foot, the slides are PowerPoint's to place (19.3.1.24). */
export function handoutMasterParts(template: Template, fields: MasterFields): readonly Part[] {
  const ids = shapeIds();
  const pictures = partPictures(fields.media ?? NO_MEDIA, 1);
  const shapes = [...headXml(template, fields, ids, pictures), ...footXml(template, fields, ids, 2)];
  const root = element('p:handoutMaster', PRESENTATION_NAMESPACES, pageXml(shapes), colorMapXml(PLAIN_MAP));
  return withTheme(HANDOUT_MASTER_PART, contentTypes.handoutMaster, root, {
    theme: '/ppt/theme/theme3.xml',
    name: `${template.title} handouts`,
    template,
    pictures,
  });
}

/** A master has a theme of its own, for PowerPoint gives no two masters one. */
function withTheme(
  name: string,
  contentType: string,
  root: XmlElement,
  own: { readonly theme: string; readonly name: string; readonly template: Template; readonly pictures: PartPictures },
): readonly Part[] {
  const { theme, template, pictures } = own;
  const relationship = { id: relationshipId(1), type: relationshipTypes.theme, target: theme, external: false };
  const colors = { ...template.colors, dk1: '000000', lt1: 'FFFFFF' };
  return [
    { name, contentType, data: xmlDocument(root), relationships: [relationship, ...pictures.relationships] },
    themePart(theme, { name: own.name, colors, fonts: template.fonts }),
  ];
}

const pageXml = (shapes: readonly XmlElement[]): XmlElement =>
  element(
    'p:cSld',
    {},
    element('p:bg', {}, element('p:bgPr', {}, solidFillXml(scheme('bg1')), element('a:effectLst'))),
    shapeTreeXml(shapes),
  );

/** Of the page, 7.5 × 10 in: a margin of 0.75. */
const MARGIN = inches(0.75);
const WIDTH = inches(6);
const THIRD = inches(2);
const IMAGE_HEIGHT = inches(3.375);
const [HEAD, FOOT] = [inches(0.375), inches(9.375)];

/** The logo, the marking in the middle, the date. */
const headXml = (
  template: Template,
  { lang, marking, date }: MasterFields,
  ids: ShapeIds,
  pictures: PartPictures,
): readonly XmlElement[] => [
  ...template.logo.map((item) => artXml(item, ids, pictures)),
  lineXml(
    'Header',
    { type: 'hdr' },
    rect(MARGIN + THIRD, HEAD, THIRD, LINE),
    runsXml(marking ?? '', lang),
    'center',
    template,
    ids(),
    lang,
  ),
  lineXml(
    'Date',
    { type: 'dt', idx: 1 },
    rect(MARGIN + 2 * THIRD, HEAD, THIRD, LINE),
    runsXml(date ?? '', lang),
    'right',
    template,
    ids(),
    lang,
  ),
];

/** The footer and the page's number; `first` is the footer's idx. */
const footXml = (template: Template, { lang, footer }: MasterFields, ids: ShapeIds, first: number): readonly XmlElement[] => {
  const number = element(
    'a:fld',
    { id: guid('field', 'slidenum'), type: 'slidenum' },
    element('a:rPr', { lang }),
    element('a:t', {}, '‹#›'),
  );
  const words = runsXml(footer ?? template.footer, lang);
  return [
    lineXml('Footer', { type: 'ftr', idx: first }, rect(MARGIN, FOOT, 2 * THIRD, LINE), words, 'left', template, ids(), lang),
    lineXml(
      'Slide number',
      { type: 'sldNum', idx: first + 1 },
      rect(MARGIN + 2 * THIRD, FOOT, THIRD, LINE),
      [number],
      'right',
      template,
      ids(),
      lang,
    ),
  ];
};

const LINE: Emu = inches(0.25);

type Reference = Readonly<Record<string, string | number | null>>;

function lineXml(
  name: string,
  reference: Reference,
  frame: Rect,
  content: readonly XmlElement[],
  align: 'left' | 'center' | 'right',
  template: Template,
  id: number,
  lang: string,
): XmlElement {
  const style: TextStyle = template.styles.sources.map((level) => ({ ...level, color: scheme('tx1'), align }));
  const text = element(
    'p:txBody',
    {},
    element('a:bodyPr', { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false }),
    listStyleXml(style, 'a:lstStyle', template.fonts),
    element('a:p', {}, ...content, element('a:endParaRPr', { lang })),
  );
  return placeholderXml(id, name, { ...reference, sz: 'quarter' }, frame, text);
}

/** The slide's picture, as wide as the page lets it be, in a hairline. */
function imageXml({ size, palette }: Template, id: number): XmlElement {
  const width = Math.min(WIDTH, (IMAGE_HEIGHT * size.cx) / size.cy);
  const frame = rect(MARGIN, inches(0.875), width, (width * size.cy) / size.cx);
  const looks = [element('a:noFill'), strokeXml({ color: palette.rule, width: points(0.5), dash: 'solid' })];
  return placeholderXml(id, 'Slide image', { type: 'sldImg', idx: 2 }, frame, null, looks);
}

const notesXml = (template: Template, id: number, lang: string): XmlElement =>
  placeholderXml(
    id,
    'Notes',
    { type: 'body', sz: 'quarter', idx: 3 },
    rect(MARGIN, inches(4.5), WIDTH, inches(4.75)),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false }),
      listStyleXml(template.styles.notes, 'a:lstStyle', template.fonts),
      element('a:p', {}, element('a:r', {}, element('a:rPr', { lang }), element('a:t', {}, 'Notes')), element('a:endParaRPr', { lang })),
    ),
  );

const placeholderXml = (
  id: number,
  name: string,
  reference: Reference,
  frame: Rect,
  text: XmlElement | null,
  looks: readonly XmlElement[] = [],
): XmlElement =>
  element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name }),
      element('p:cNvSpPr', {}, element('a:spLocks', text ? { noGrp: true } : { noGrp: true, noRot: true, noChangeAspect: true })),
      element('p:nvPr', {}, element('p:ph', reference)),
    ),
    element('p:spPr', {}, frameXml('a:xfrm', frame), element('a:prstGeom', { prst: 'rect' }, element('a:avLst')), ...looks),
    text,
  );
