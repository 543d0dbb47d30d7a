/** The names that packages are made of: relationship types, content types, namespaces, part names and the paths between them. */

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OPC = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** Relationship types, transitional (ISO/IEC 29500-4). */
export const relationshipTypes = {
  officeDocument: `${OFFICE}/officeDocument`,
  coreProperties: `${OPC}/metadata/core-properties`,
  extendedProperties: `${OFFICE}/extended-properties`,
  customProperties: `${OFFICE}/custom-properties`,
  thumbnail: `${OPC}/metadata/thumbnail`,
  slide: `${OFFICE}/slide`,
  slideLayout: `${OFFICE}/slideLayout`,
  slideMaster: `${OFFICE}/slideMaster`,
  theme: `${OFFICE}/theme`,
  notesMaster: `${OFFICE}/notesMaster`,
  handoutMaster: `${OFFICE}/handoutMaster`,
  notesSlide: `${OFFICE}/notesSlide`,
  presProps: `${OFFICE}/presProps`,
  viewProps: `${OFFICE}/viewProps`,
  tableStyles: `${OFFICE}/tableStyles`,
  chart: `${OFFICE}/chart`,
  /** A chart's embedded workbook. */
  package: `${OFFICE}/package`,
  image: `${OFFICE}/image`,
  hyperlink: `${OFFICE}/hyperlink`,
  customXml: `${OFFICE}/customXml`,
  customXmlProps: `${OFFICE}/customXmlProps`,
  worksheet: `${OFFICE}/worksheet`,
  sharedStrings: `${OFFICE}/sharedStrings`,
  styles: `${OFFICE}/styles`,
  table: `${OFFICE}/table`,
} as const;

const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument';

/** Content types of parts. */
export const contentTypes = {
  relationships: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
  extendedProperties: `${DOCUMENT}.extended-properties+xml`,
  customProperties: `${DOCUMENT}.custom-properties+xml`,
  presentation: `${PRESENTATION}.presentation.main+xml`,
  /** A `.potx`. */
  presentationTemplate: `${PRESENTATION}.template.main+xml`,
  slide: `${PRESENTATION}.slide+xml`,
  slideLayout: `${PRESENTATION}.slideLayout+xml`,
  slideMaster: `${PRESENTATION}.slideMaster+xml`,
  theme: `${DOCUMENT}.theme+xml`,
  notesMaster: `${PRESENTATION}.notesMaster+xml`,
  handoutMaster: `${PRESENTATION}.handoutMaster+xml`,
  notesSlide: `${PRESENTATION}.notesSlide+xml`,
  presProps: `${PRESENTATION}.presProps+xml`,
  viewProps: `${PRESENTATION}.viewProps+xml`,
  tableStyles: `${PRESENTATION}.tableStyles+xml`,
  chart: `${DOCUMENT}.drawingml.chart+xml`,
  customXmlProps: `${DOCUMENT}.customXmlProperties+xml`,
  /** An embedded `.xlsx`. */
  package: `${SHEET}.sheet`,
  workbook: `${SHEET}.sheet.main+xml`,
  worksheet: `${SHEET}.worksheet+xml`,
  sharedStrings: `${SHEET}.sharedStrings+xml`,
  styles: `${SHEET}.styles+xml`,
  table: `${SHEET}.table+xml`,
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
} as const;

/** Namespaces, by the prefix under which Office writes them. */
export const namespaces = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: OFFICE,
  x: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  a14: 'http://schemas.microsoft.com/office/drawing/2010/main',
  a16: 'http://schemas.microsoft.com/office/drawing/2014/main',
  adec: 'http://schemas.microsoft.com/office/drawing/2017/decorative',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
  c14: 'http://schemas.microsoft.com/office/drawing/2007/8/2/chart',
  /** [MS-ODRAWXML] 2.24: labels from cells, leader lines. */
  c15: 'http://schemas.microsoft.com/office/drawing/2012/chart',
  c16: 'http://schemas.microsoft.com/office/drawing/2014/chart',
  /** Charts of Office 2016, which readers since then say that they know. */
  cx1: 'http://schemas.microsoft.com/office/drawing/2015/9/8/chartex',
  p14: 'http://schemas.microsoft.com/office/powerpoint/2010/main',
  p159: 'http://schemas.microsoft.com/office/powerpoint/2015/09/main',
  p15: 'http://schemas.microsoft.com/office/powerpoint/2012/main',
  packageRelationships: OPC,
  packageContentTypes: 'http://schemas.openxmlformats.org/package/2006/content-types',
} as const;

/** The last word of a relationship type, `slideLayout`: the same for the transitional and the strict form of the standard. */
export const relationshipKind = (type: string): string => type.slice(type.lastIndexOf('/') + 1);

/** The id of the n-th relationship of a part, from 1: `rId1`. */
export const relationshipId = (n: number): string => `rId${n}`;

/** Where a part's relationships lie: `/ppt/slides/_rels/slide1.xml.rels`; for the package itself (`/`) `/_rels/.rels`. */
export function relationshipsPart(name: string): string {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}_rels/${name.slice(slash)}.rels`;
}

/** The folder of a part name with a slash at the end: `/ppt/slides/`. */
const folderOf = (name: string): string => name.slice(0, name.lastIndexOf('/') + 1);

/** The path from one part to another as Office writes it: `../media/image1.png`. From the package (`/`): `ppt/presentation.xml`. */
export function relativeTarget(from: string, to: string): string {
  const here = folderOf(from).split('/').slice(1, -1);
  const there = to.split('/').slice(1);
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++;
  return '../'.repeat(here.length - shared) + there.slice(shared).join('/');
}

/** The part name that a relationship's target means, seen from a part: absolute, without `.` and `..` (RFC 3986, section 5.2). */
export function resolveTarget(from: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folderOf(from) + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return `/${steps.join('/')}`;
}

/** A part name as an address: what an address cannot hold is escaped, what is escaped already stays so. */
export const escapeName = (name: string): string =>
  /^[\w./\-[\]]*$/.test(name) ? name : encodeURI(name).replace(/%25(?=[0-9a-f]{2})/gi, '%');

/** A part name as it is compared: without regard to case (ISO/IEC 29500-2, 6.2.2.3), nor to whether its characters are escaped. */
export const partKey = (name: string): string => escapeName(name).toLowerCase();

/** The extension of a part name in lower case, without its dot; empty where there is none. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > name.lastIndexOf('/') ? name.slice(dot + 1).toLowerCase() : '';
}
