/** A small deck that has one of everything that the rules look at, and nothing amiss: what the tests break. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { contentTypes, namespaces, relationshipId, relationshipTypes } from '../../lib/package/names.js';
import type { Part, Relationship } from '../../lib/package/package.js';
import { XML_DECLARATION } from '../../lib/package/xml.js';
import { writePackage } from '../../lib/package/zip.js';

type Kind = keyof typeof relationshipTypes;

const relations = (...targets: readonly (readonly [Kind, string])[]): readonly Relationship[] =>
  targets.map(([kind, target], index) => ({
    id: relationshipId(index + 1),
    type: relationshipTypes[kind],
    target,
    external: target.includes(':'),
  }));

const part = (
  name: string,
  kind: keyof typeof contentTypes,
  data: string | Uint8Array,
  ...targets: readonly (readonly [Kind, string])[]
): Part => ({
  name,
  contentType: contentTypes[kind],
  data: typeof data === 'string' ? XML_DECLARATION + data : data,
  relationships: relations(...targets),
});

const NAMES = `xmlns:a="${namespaces.a}" xmlns:r="${namespaces.r}" xmlns:p="${namespaces.p}"`;
const TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>';
const COLOR_MAP =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';
const BACKGROUND = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
const XFRM = '<a:off x="100" y="200"/><a:ext cx="300" cy="400"/>';

const shape = (id: number, ph: string, words: string, xfrm = ''): string =>
  `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Shape ${id}"/><p:cNvSpPr/><p:nvPr><p:ph ${ph}/></p:nvPr></p:nvSpPr><p:spPr>${xfrm && `<a:xfrm>${xfrm}</a:xfrm>`}</p:spPr>` +
  `<p:txBody><a:bodyPr/><a:p><a:r><a:rPr lang="en-GB"/><a:t>${words}</a:t></a:r></a:p></p:txBody></p:sp>`;

const frame = (id: number, ph: string, uri: string, content: string): string =>
  `<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="${id}" name="Frame ${id}"/><p:cNvGraphicFramePr/><p:nvPr>${ph}</p:nvPr></p:nvGraphicFramePr>` +
  `<p:xfrm>${XFRM}</p:xfrm><a:graphic><a:graphicData uri="${uri}">${content}</a:graphicData></a:graphic></p:graphicFrame>`;

const slide = (creationId: number, shapes: string): string =>
  `<p:sld ${NAMES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${shapes}</p:spTree><p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">` +
  `<p14:creationId xmlns:p14="${namespaces.p14}" val="${creationId}"/></p:ext></p:extLst></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`;

const chartFrame = frame(3, '<p:ph type="chart" idx="10"/>', namespaces.c, `<c:chart xmlns:c="${namespaces.c}" r:id="rId2"/>`);

const cell = (words: string): string => `<a:tc><a:txBody><a:bodyPr/><a:p><a:r><a:t>${words}</a:t></a:r></a:p></a:txBody><a:tcPr/></a:tc>`;
const tableFrame = frame(
  4,
  '',
  'http://schemas.openxmlformats.org/drawingml/2006/table',
  '<a:tbl><a:tblPr firstRow="1"/><a:tblGrid><a:gridCol w="10"/><a:gridCol w="10"/></a:tblGrid>' +
    `<a:tr h="10">${cell('Name')}${cell('Value')}</a:tr><a:tr h="10">${cell('one')}${cell('1')}</a:tr></a:tbl>`,
);

const picture =
  '<p:pic><p:nvPicPr><p:cNvPr id="5" name="Picture" descr="A red square"><a:hlinkClick r:id="rId3" action="ppaction://hlinksldjump"/>' +
  '<a:extLst><a:ext uri="{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}">' +
  `<a16:creationId xmlns:a16="${namespaces.a16}" id="{00000000-0000-8000-8000-000000000005}"/></a:ext></a:extLst></p:cNvPr>` +
  '<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>' +
  `<p:spPr><a:xfrm>${XFRM}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:ln w="100"/></p:spPr></p:pic>`;

const points = (values: readonly (string | number)[]): string =>
  `<c:ptCount val="${values.length}"/>${values.map((value, index) => `<c:pt idx="${index}"><c:v>${value}</c:v></c:pt>`).join('')}`;

const chart =
  `<c:chartSpace xmlns:c="${namespaces.c}" ${NAMES}><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>` +
  `<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache>${points(['Price'])}</c:strCache></c:strRef></c:tx>` +
  `<c:cat><c:strRef><c:f>Sheet1!$A$2:$A$4</c:f><c:strCache>${points(['x', 'y', 'R&amp;D'])}</c:strCache></c:strRef></c:cat>` +
  `<c:val><c:numRef><c:f>Sheet1!$B$2:$B$4</c:f><c:numCache><c:formatCode>General</c:formatCode>${points([1, 0, 2.5])}</c:numCache></c:numRef></c:val></c:ser>` +
  '<c:axId val="11"/><c:axId val="12"/></c:barChart>' +
  '<c:catAx><c:axId val="11"/><c:scaling/><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="12"/></c:catAx>' +
  '<c:valAx><c:axId val="12"/><c:scaling/><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="11"/></c:valAx></c:plotArea></c:chart>' +
  '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>';

const inline = (ref: string, words: string): string => `<c r="${ref}" t="inlineStr"><is><t>${words}</t></is></c>`;
const workbook = writePackage({
  relationships: relations(['officeDocument', '/xl/workbook.xml']),
  parts: [
    part(
      '/xl/workbook.xml',
      'workbook',
      `<workbook xmlns="${namespaces.x}" xmlns:r="${namespaces.r}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ['worksheet', '/xl/worksheets/sheet1.xml'],
      ['sharedStrings', '/xl/sharedStrings.xml'],
    ),
    part(
      '/xl/worksheets/sheet1.xml',
      'worksheet',
      `<worksheet xmlns="${namespaces.x}" xmlns:r="${namespaces.r}"><sheetData><row r="1">${inline('A1', 'Name')}${inline('B1', 'Price')}</row>` +
        `<row r="2">${inline('A2', 'x')}<c r="B2"><v>1</v></c></row><row r="3">${inline('A3', 'y')}<c r="B3"><v>0</v></c></row>` +
        '<row><c t="s"><v>0</v></c><c><v>2.5</v></c></row></sheetData><tableParts count="1"><tablePart r:id="rId1"/></tableParts></worksheet>',
      ['table', '/xl/tables/table1.xml'],
    ),
    part('/xl/sharedStrings.xml', 'sharedStrings', `<sst xmlns="${namespaces.x}"><si><r><t>R&amp;</t></r><r><t>D</t></r></si></sst>`),
    part(
      '/xl/tables/table1.xml',
      'table',
      `<table xmlns="${namespaces.x}" id="1" name="Table1" displayName="Table1" ref="A1:B4"><tableColumns count="2"><tableColumn id="1" name="Name"/><tableColumn id="2" name="Price"/></tableColumns></table>`,
    ),
  ],
});

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
const colors = [...['dk1', 'lt1', 'dk2', 'lt2', 'accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'hlink', 'folHlink']].map(
  (slot) => `<a:${slot}><a:srgbClr val="123456"/></a:${slot}>`,
);
const font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>';
const theme =
  `<a:theme xmlns:a="${namespaces.a}" name="T"><a:themeElements><a:clrScheme name="T">${colors.join('')}</a:clrScheme>` +
  `<a:fontScheme name="T"><a:majorFont>${font}</a:majorFont><a:minorFont>${font}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="T"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln w="1">${fill}</a:ln>`.repeat(3)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`;

const presentation =
  `<p:presentation ${NAMES}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>` +
  '<p:notesMasterIdLst><p:notesMasterId r:id="rId4"/></p:notesMasterIdLst>' +
  '<p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="257" r:id="rId3"/></p:sldIdLst><p:sldSz cx="9144000" cy="5143500"/><p:notesSz cx="6858000" cy="9144000"/>' +
  `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="${namespaces.p14}">` +
  '<p14:section name="One" id="{00000000-0000-8000-8000-000000000001}"><p14:sldIdLst><p14:sldId id="256"/></p14:sldIdLst></p14:section>' +
  '<p14:section name="Two" id="{00000000-0000-8000-8000-000000000002}"><p14:sldIdLst><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>';

/** The deck. */
export const sample = writePackage({
  relationships: relations(['officeDocument', '/ppt/presentation.xml']),
  parts: [
    part(
      '/ppt/presentation.xml',
      'presentation',
      presentation,
      ['slideMaster', '/ppt/slideMasters/slideMaster1.xml'],
      ['slide', '/ppt/slides/slide1.xml'],
      ['slide', '/ppt/slides/slide2.xml'],
      ['notesMaster', '/ppt/notesMasters/notesMaster1.xml'],
      ['theme', '/ppt/theme/theme1.xml'],
    ),
    part(
      '/ppt/slideMasters/slideMaster1.xml',
      'slideMaster',
      `<p:sldMaster ${NAMES}><p:cSld>${BACKGROUND}<p:spTree>${TREE}${shape(2, 'type="title"', 'Title', XFRM)}</p:spTree></p:cSld>${COLOR_MAP}` +
        '<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst></p:sldMaster>',
      ['slideLayout', '/ppt/slideLayouts/slideLayout1.xml'],
      ['theme', '/ppt/theme/theme1.xml'],
    ),
    part(
      '/ppt/slideLayouts/slideLayout1.xml',
      'slideLayout',
      `<p:sldLayout ${NAMES}><p:cSld name="Chart"><p:spTree>${TREE}${shape(2, 'type="title"', 'Title')}${shape(3, 'type="chart" idx="10"', 'Chart', XFRM)}</p:spTree></p:cSld></p:sldLayout>`,
      ['slideMaster', '/ppt/slideMasters/slideMaster1.xml'],
    ),
    part(
      '/ppt/slides/slide1.xml',
      'slide',
      slide(1, shape(2, 'type="title"', 'First') + chartFrame),
      ['slideLayout', '/ppt/slideLayouts/slideLayout1.xml'],
      ['chart', '/ppt/charts/chart1.xml'],
    ),
    part(
      '/ppt/slides/slide2.xml',
      'slide',
      slide(2, shape(2, 'type="title"', 'Second') + tableFrame + picture),
      ['slideLayout', '/ppt/slideLayouts/slideLayout1.xml'],
      ['image', '/ppt/media/image1.png'],
      ['slide', '/ppt/slides/slide1.xml'],
      ['notesSlide', '/ppt/notesSlides/notesSlide1.xml'],
    ),
    part('/ppt/charts/chart1.xml', 'chart', chart, ['package', '/ppt/embeddings/workbook1.xlsx']),
    part('/ppt/embeddings/workbook1.xlsx', 'package', workbook),
    part('/ppt/media/image1.png', 'png', strToU8('a picture')),
    part(
      '/ppt/notesSlides/notesSlide1.xml',
      'notesSlide',
      `<p:notes ${NAMES}><p:cSld><p:spTree>${TREE}${shape(2, 'type="body" idx="1"', 'Notes')}</p:spTree></p:cSld></p:notes>`,
      ['slide', '/ppt/slides/slide2.xml'],
      ['notesMaster', '/ppt/notesMasters/notesMaster1.xml'],
    ),
    part(
      '/ppt/notesMasters/notesMaster1.xml',
      'notesMaster',
      `<p:notesMaster ${NAMES}><p:cSld><p:spTree>${TREE}${shape(2, 'type="body" idx="1"', 'Notes', XFRM)}</p:spTree></p:cSld>${COLOR_MAP}</p:notesMaster>`,
      ['theme', '/ppt/theme/theme2.xml'],
    ),
    part('/ppt/theme/theme1.xml', 'theme', theme),
    part('/ppt/theme/theme2.xml', 'theme', theme),
  ],
});

/** Changes an archive: `edit` gets its files by name, names without a slash at the front. */
export function edited(bytes: Uint8Array, edit: (files: Record<string, Uint8Array>) => void): Uint8Array {
  const files = unzipSync(bytes);
  edit(files);
  return zipSync(files, { level: 0 });
}

/** Puts other text for all that matches; throws where nothing does. `a.xlsx!/xl/b.xml` is a part of an embedded workbook. */
export function replaced(bytes: Uint8Array, file: string, from: string | RegExp, to: string): Uint8Array {
  const [outer = '', inner] = file.split('!/');
  return edited(bytes, (files) => {
    const data = files[outer] ?? new Uint8Array();
    if (inner !== undefined) {
      files[outer] = replaced(data, inner, from, to);
      return;
    }
    const text = strFromU8(data);
    const next = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    if (next === text) throw new Error(`nothing to replace in ${file}`);
    files[outer] = strToU8(next);
  });
}
