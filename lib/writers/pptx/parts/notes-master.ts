/** The notes master: black on white whatever the brand, with the slide's picture, the notes, and the lines at head and foot. */
import { scheme } from '../../../core/color.js';
import { guid } from '../../../core/guid.js';
import { inches, points, type Rect, rect } from '../../../core/units.js';
import { contentTypes, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { TextStyle } from '../../../scene/text.js';
import type { Template } from '../../../template/model.js';
import { frameXml } from './frame.js';
import { PRESENTATION_NAMESPACES, shapeTreeXml } from './layout.js';
import { colorMapXml, type MasterFields } from './master.js';
import { solidFillXml, strokeXml } from './paint.js';
import { shapeIds } from './shape.js';
import { listStyleXml } from './text.js';
import { themePart } from './theme.js';

const NOTES_MASTER_PART = '/ppt/notesMasters/notesMaster1.xml';
/** Its own, for PowerPoint gives no two masters one theme. */
const THEME_PART = '/ppt/theme/theme2.xml';

const PLAIN_MAP = { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' } as const;

/** The notes master and its theme: the brand's fonts, black on white. */
export function notesMasterParts(template: Template, fields: MasterFields): readonly Part[] {
  const theme = {
    name: `${template.title} notes`,
    colors: { ...template.colors, dk1: '000000', lt1: 'FFFFFF' },
    fonts: template.fonts,
  };
  const root = element(
    'p:notesMaster',
    PRESENTATION_NAMESPACES,
    element(
      'p:cSld',
      {},
      element('p:bg', {}, element('p:bgPr', {}, solidFillXml(scheme('bg1')), element('a:effectLst'))),
      shapeTreeXml(shapes(template, fields)),
    ),
    colorMapXml(PLAIN_MAP),
    listStyleXml(template.styles.notes, 'p:notesStyle', template.fonts),
  );
  const relationship = { id: relationshipId(1), type: relationshipTypes.theme, target: THEME_PART, external: false };
  return [
    { name: NOTES_MASTER_PART, contentType: contentTypes.notesMaster, data: xmlDocument(root), relationships: [relationship] },
    themePart(THEME_PART, theme),
  ];
}

/** Of the page, 7.5 × 10 in: a margin of 0.75. */
const MARGIN = inches(0.75);
const WIDTH = inches(6);
const IMAGE_HEIGHT = inches(3.375);

interface Line {
  readonly name: string;
  readonly type: 'hdr' | 'dt' | 'ftr' | 'sldNum';
  readonly idx: number | null;
  readonly frame: Rect;
  readonly content: readonly XmlElement[];
  readonly style: TextStyle;
}

function shapes(template: Template, { lang, footer, date }: MasterFields): readonly XmlElement[] {
  const ids = shapeIds();
  const left = template.styles.sources.map((level) => ({ ...level, color: scheme('tx1') }));
  const right = left.map((level) => ({ ...level, align: 'right' as const }));
  const half = WIDTH / 2;
  const words = (text: string): readonly XmlElement[] =>
    text === '' ? [] : [element('a:r', {}, element('a:rPr', { lang }), element('a:t', {}, text))];
  const number = element(
    'a:fld',
    { id: guid('field', 'slidenum'), type: 'slidenum' },
    element('a:rPr', { lang }),
    element('a:t', {}, '‹#›'),
  );
  const line = (name: string, type: Line['type'], idx: number | null, x: number, y: number, content: readonly XmlElement[]): XmlElement =>
    lineXml(
      { name, type, idx, frame: rect(MARGIN + x, inches(y), half, inches(0.25)), content, style: x === 0 ? left : right },
      template,
      ids(),
      lang,
    );
  return [
    line('Header', 'hdr', null, 0, 0.375, words(template.company)),
    line('Date', 'dt', 1, half, 0.375, words(date ?? '')),
    imageXml(template, ids()),
    notesXml(template, ids(), lang),
    line('Footer', 'ftr', 4, 0, 9.375, words(footer ?? template.footer)),
    line('Slide number', 'sldNum', 5, half, 9.375, [number]),
  ];
}

const lineXml = ({ name, type, idx, frame, content, style }: Line, template: Template, id: number, lang: string): XmlElement =>
  placeholderXml(
    id,
    name,
    { type, sz: 'quarter', idx },
    frame,
    element(
      'p:txBody',
      {},
      element('a:bodyPr', { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false }),
      listStyleXml(style, 'a:lstStyle', template.fonts),
      element('a:p', {}, ...content, element('a:endParaRPr', { lang })),
    ),
  );

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
  reference: Readonly<Record<string, string | number | null>>,
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
