/** Company templates made for tests: presentations as PowerPoint, LibreOffice, Keynote and Google Slides write them, as small as they can be. */
import { contentTypes, relationshipTypes } from '../../lib/package/names.js';
import type { Part, Relationship } from '../../lib/package/package.js';
import { writePackage } from '../../lib/package/zip.js';

export interface PlaceholderSpec {
  /** Null: none is written, which means `obj`. */
  readonly type: string | null;
  readonly idx?: number;
  /** Inches; default: the master's. */
  readonly frame?: readonly [number, number, number, number];
  /** Points of its levels; default: the master's. */
  readonly sizes?: readonly number[];
  readonly text?: string;
  /** Attributes of `a:bodyPr`. */
  readonly body?: string;
}

export interface LayoutSpec {
  readonly name: string;
  readonly type?: string;
  readonly placeholders: readonly PlaceholderSpec[];
  /** More shapes, as XML. */
  readonly art?: string;
  /** `p:clrMapOvr`'s content. */
  readonly colorMap?: string;
  readonly relationships?: readonly Relationship[];
}

export interface MasterSpec {
  readonly layouts: readonly LayoutSpec[];
  readonly placeholders?: readonly PlaceholderSpec[];
  readonly colors?: readonly string[];
  readonly font?: string;
  /** `p:bg`. */
  readonly background?: string;
  readonly map?: string;
  readonly art?: string;
  readonly relationships?: readonly Relationship[];
}

export interface OfficeSpec {
  readonly masters: readonly MasterSpec[];
  /** Inches; default: 13.333 × 7.5. */
  readonly size?: readonly [number, number];
  /** How many slides of its own. */
  readonly slides?: number;
  /** More parts, and relationships of the presentation to them. */
  readonly parts?: readonly Part[];
  readonly relationships?: readonly Relationship[];
  /** The presentation's content type; default: a template's. */
  readonly contentType?: string;
  /** Content of `ppt/tableStyles.xml`'s list; default: an empty list with PowerPoint's own style. */
  readonly tableStyles?: string | null;
}

const NS =
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const emu = (inches: number): number => Math.round(inches * 914_400);

/** A relationship within the package. */
export const to = (id: string, kind: string, target: string): Relationship => ({
  id,
  type: kind.includes('/') ? kind : `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}`,
  target,
  external: false,
});

const xfrm = ([x, y, cx, cy]: readonly number[]): string =>
  `<a:xfrm><a:off x="${emu(x ?? 0)}" y="${emu(y ?? 0)}"/><a:ext cx="${emu(cx ?? 0)}" cy="${emu(cy ?? 0)}"/></a:xfrm>`;

/** A filled rectangle that is no placeholder. */
export const rectangle = (id: number, frame: readonly number[], color = 'accent1'): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Art ${id}"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>${xfrm(frame)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:schemeClr val="${color}"/></a:solidFill></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`;

function placeholder({ type, idx, frame, sizes, text = '', body = '' }: PlaceholderSpec, id: number): string {
  const mark = `${type === null ? '' : ` type="${type}"`}${idx === undefined ? '' : ` idx="${idx}"`}`;
  const levels = (sizes ?? []).map((size, level) => `<a:lvl${level + 1}pPr><a:defRPr sz="${size * 100}"/></a:lvl${level + 1}pPr>`).join('');
  const words = text === '' ? '' : `<a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r>`;
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Placeholder ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph${mark}/></p:nvPr></p:nvSpPr><p:spPr>${frame ? xfrm(frame) : ''}</p:spPr><p:txBody><a:bodyPr${body === '' ? '' : ` ${body}`}/><a:lstStyle>${levels}</a:lstStyle><a:p>${words}<a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`;
}

const tree = (shapes: string): string =>
  `<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${shapes}</p:spTree>`;

const placeholders = (list: readonly PlaceholderSpec[]): string => list.map((item, index) => placeholder(item, index + 2)).join('');

/** Title, body, date, footer and number where Office's own template of 16:9 has them. */
export const OFFICE_MASTER: readonly PlaceholderSpec[] = [
  { type: 'title', frame: [0.917, 0.399, 11.5, 1.45], body: 'anchor="ctr"' },
  { type: 'body', idx: 1, frame: [0.917, 1.997, 11.5, 4.759] },
  { type: 'dt', idx: 2, frame: [0.917, 6.951, 3, 0.399], sizes: [12], body: 'anchor="ctr"' },
  { type: 'ftr', idx: 3, frame: [4.417, 6.951, 4.5, 0.399], sizes: [12], body: 'anchor="ctr"' },
  { type: 'sldNum', idx: 4, frame: [9.417, 6.951, 3, 0.399], sizes: [12], body: 'anchor="ctr"' },
];

export const FOOTERS: readonly PlaceholderSpec[] = [
  { type: 'dt', idx: 10 },
  { type: 'ftr', idx: 11 },
  { type: 'sldNum', idx: 12 },
];

/** The layouts of Office's own template, under names of any language. */
export const officeLayouts = (names: readonly string[] = OFFICE_NAMES): readonly LayoutSpec[] => {
  const [cover = '', content = '', section = '', two = '', comparison = '', titleOnly = '', blank = '', caption = ''] = names;
  return [
    {
      name: cover,
      type: 'title',
      placeholders: [
        { type: 'ctrTitle', frame: [1.667, 1.227, 10, 2.611], sizes: [60], body: 'anchor="b"' },
        { type: 'subTitle', idx: 1, frame: [1.667, 3.939, 10, 1.811], sizes: [24] },
        ...FOOTERS,
      ],
    },
    { name: content, type: 'obj', placeholders: [{ type: 'title' }, { type: null, idx: 1 }, ...FOOTERS] },
    {
      name: section,
      type: 'secHead',
      placeholders: [
        { type: 'title', frame: [0.91, 1.87, 11.5, 3.12], sizes: [60], body: 'anchor="b"' },
        { type: 'body', idx: 1, frame: [0.91, 5.019, 11.5, 1.641], sizes: [24] },
        ...FOOTERS,
      ],
    },
    {
      name: two,
      type: 'twoObj',
      placeholders: [
        { type: 'title' },
        { type: null, idx: 1, frame: [0.917, 1.997, 5.667, 4.759] },
        { type: null, idx: 2, frame: [6.75, 1.997, 5.667, 4.759] },
        ...FOOTERS,
      ],
    },
    {
      name: comparison,
      type: 'twoTxTwoObj',
      placeholders: [
        { type: 'title', frame: [0.918, 0.399, 11.5, 1.45] },
        { type: 'body', idx: 1, frame: [0.918, 1.839, 5.64, 0.901], sizes: [24], body: 'anchor="b"' },
        { type: null, idx: 2, frame: [0.918, 2.74, 5.64, 4.03] },
        { type: 'body', idx: 3, frame: [6.75, 1.839, 5.668, 0.901], sizes: [24], body: 'anchor="b"' },
        { type: null, idx: 4, frame: [6.75, 2.74, 5.668, 4.03] },
        ...FOOTERS,
      ],
    },
    { name: titleOnly, type: 'titleOnly', placeholders: [{ type: 'title' }, ...FOOTERS] },
    { name: blank, type: 'blank', placeholders: FOOTERS },
    {
      name: caption,
      type: 'picTx',
      placeholders: [
        { type: 'title', frame: [0.918, 0.5, 4.3, 1.75], sizes: [32], body: 'anchor="b"' },
        { type: 'pic', idx: 1, frame: [5.668, 1.08, 6.75, 5.33] },
        { type: 'body', idx: 2, frame: [0.918, 2.25, 4.3, 4.168], sizes: [16] },
        ...FOOTERS,
      ],
    },
  ];
};

export const OFFICE_NAMES = [
  'Title Slide',
  'Title and Content',
  'Section Header',
  'Two Content',
  'Comparison',
  'Title Only',
  'Blank',
  'Picture with Caption',
];

const COLORS = ['000000', 'FFFFFF', '0E2841', 'E8E8E8', '156082', 'E97132', '196B24', '0F9ED5', 'A02B93', '4EA72E', '467886', '96607D'];
const SLOTS = ['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink'];

function theme(name: string, colors: readonly string[], font: string): string {
  const scheme = SLOTS.map((slot, index) => `<a:${slot}><a:srgbClr val="${colors[index] ?? '000000'}"/></a:${slot}>`).join('');
  const family = `<a:latin typeface="${font}"/><a:ea typeface=""/><a:cs typeface=""/>`;
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="6350">${fill}</a:ln>`;
  const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>';
  return `${XML}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="${name}"><a:themeElements><a:clrScheme name="${name}">${scheme}</a:clrScheme><a:fontScheme name="${name}"><a:majorFont>${family}</a:majorFont><a:minorFont>${family}</a:minorFont></a:fontScheme><a:fmtScheme name="${name}"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;
}

const BODY_SIZES = [28, 24, 20, 18, 18];

/** Office's own text styles: titles of 44, body of 28 points, bullets, 90 % line spacing. */
const TEXT_STYLES = `<p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${BODY_SIZES.map(
  (size, level) =>
    `<a:lvl${level + 1}pPr marL="${228_600 + 457_200 * level}" indent="-228600" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="${level === 0 ? 1000 : 500}"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="${size * 100}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl${level + 1}pPr>`,
).join(
  '',
)}</p:bodyStyle><p:otherStyle><a:lvl1pPr><a:defRPr sz="1800"><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle></p:txStyles>`;

const PLAIN_MAP = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2"';
const ACCENT_MAP = [1, 2, 3, 4, 5, 6].map((n) => `accent${n}="accent${n}"`).join(' ');

/** The bytes of a company template. */
export function officeFile({
  masters,
  size = [13.333333, 7.5],
  slides = 0,
  parts = [],
  relationships = [],
  ...marks
}: OfficeSpec): Uint8Array {
  const made: Part[] = [];
  let layoutNumber = 0;
  const masterIds = masters.map((master, index) => {
    const name = `/ppt/slideMasters/slideMaster${index + 1}.xml`;
    const first = 2_147_483_648 + index * 1000;
    const themePart = `/ppt/theme/theme${index + 1}.xml`;
    const own = master.layouts.map((layout, at) => {
      layoutNumber++;
      const target = `/ppt/slideLayouts/slideLayout${layoutNumber}.xml`;
      const type = layout.type === undefined ? '' : ` type="${layout.type}"`;
      const map = layout.colorMap ?? '<a:masterClrMapping/>';
      made.push({
        name: target,
        contentType: contentTypes.slideLayout,
        data: `${XML}<p:sldLayout ${NS}${type} preserve="1"><p:cSld name="${layout.name}">${tree((layout.art ?? '') + placeholders(layout.placeholders))}</p:cSld><p:clrMapOvr>${map}</p:clrMapOvr></p:sldLayout>`,
        relationships: [to('rId1', 'slideMaster', name), ...(layout.relationships ?? [])],
      });
      return to(`rId${at + 1}`, 'slideLayout', target);
    });
    const ids = own.map(({ id }, at) => `<p:sldLayoutId id="${first + at + 1}" r:id="${id}"/>`).join('');
    made.push({
      name,
      contentType: contentTypes.slideMaster,
      data: `${XML}<p:sldMaster ${NS}><p:cSld>${master.background ?? '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'}${tree((master.art ?? '') + placeholders(master.placeholders ?? OFFICE_MASTER))}</p:cSld><p:clrMap ${master.map ?? PLAIN_MAP} ${ACCENT_MAP} hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids}</p:sldLayoutIdLst>${TEXT_STYLES}</p:sldMaster>`,
      relationships: [...own, to('rId900', 'theme', themePart), ...(master.relationships ?? [])],
    });
    made.push({
      name: themePart,
      contentType: contentTypes.theme,
      data: theme(`Company ${index + 1}`, master.colors ?? COLORS, master.font ?? 'Calibri'),
      relationships: [],
    });
    return { id: first, relationship: to(`rId${index + 1}`, 'slideMaster', name) };
  });
  const own = Array.from({ length: slides }, (_, index) => {
    made.push({
      name: `/ppt/slides/slide${index + 1}.xml`,
      contentType: contentTypes.slide,
      data: `${XML}<p:sld ${NS}><p:cSld>${tree(placeholder({ type: 'title', text: `Their slide ${index + 1}` }, 2))}</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`,
      relationships: [to('rId1', 'slideLayout', '/ppt/slideLayouts/slideLayout2.xml')],
    });
    return to(`rId${500 + index}`, 'slide', `/ppt/slides/slide${index + 1}.xml`);
  });
  const styles =
    marks.tableStyles === undefined
      ? `<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`
      : marks.tableStyles;
  const presentation: Part = {
    name: '/ppt/presentation.xml',
    contentType: marks.contentType ?? contentTypes.presentationTemplate,
    data: `${XML}<p:presentation ${NS}><p:sldMasterIdLst>${masterIds.map(({ id, relationship }) => `<p:sldMasterId id="${id}" r:id="${relationship.id}"/>`).join('')}</p:sldMasterIdLst>${own.length > 0 ? `<p:sldIdLst>${own.map(({ id }, index) => `<p:sldId id="${300 + index}" r:id="${id}"/>`).join('')}</p:sldIdLst>` : ''}<p:sldSz cx="${emu(size[0])}" cy="${emu(size[1])}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
    relationships: [
      ...masterIds.map(({ relationship }) => relationship),
      ...own,
      ...(styles === null ? [] : [to('rId800', 'tableStyles', '/ppt/tableStyles.xml')]),
      ...relationships,
    ],
  };
  if (styles !== null)
    made.push({ name: '/ppt/tableStyles.xml', contentType: contentTypes.tableStyles, data: XML + styles, relationships: [] });
  const core = {
    name: '/docProps/core.xml',
    contentType: contentTypes.coreProperties,
    data: `${XML}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Our template</dc:title><dc:creator>Brand team</dc:creator><dc:description>Version 7 of the house style</dc:description></cp:coreProperties>`,
    relationships: [],
  };
  return writePackage({
    parts: [presentation, ...made, ...parts, core],
    relationships: [to('rId1', 'officeDocument', presentation.name), to('rId2', relationshipTypes.coreProperties, core.name)],
  });
}
