/** A deck that shows every layout of a template once, filled with sample text: nothing but the master's parts, and slides that inherit all. */
import { contentTypes, namespaces, relationshipId, relationshipTypes } from '../../lib/package/names.js';
import type { Part, Relationship } from '../../lib/package/package.js';
import { element, type XmlElement, xmlDocument } from '../../lib/package/xml.js';
import { writePackage } from '../../lib/package/zip.js';
import type { Layout, Placeholder, Template } from '../../lib/template/model.js';
import { MASTER_ID, masterParts } from '../../lib/writers/pptx/parts/master.js';
import { handoutMasterParts, notesMasterParts } from '../../lib/writers/pptx/parts/notes-master.js';
import { tableStylesPart } from '../../lib/writers/pptx/parts/table-styles.js';

const ROOT = { 'xmlns:a': namespaces.a, 'xmlns:r': namespaces.r, 'xmlns:p': namespaces.p };
const FIELDS = { lang: 'en', footer: 'Meridian Institute  |  Internal', date: '23 November 2026', marking: 'Internal' };

/** What a sample says in a placeholder; lines are paragraphs, each `>` one level deeper. */
const SAMPLE: Readonly<Record<string, string>> = {
  title: 'DeepSeek matched o1 on three of six benchmarks and undercut its price twenty-sevenfold',
  subtitle: 'Share of problems solved at first attempt, percent, January 2025',
  body: 'R1 was released on 20 January 2025 with open weights\nTraining of V3 used 2,048 H800 chips, by its own report\n>The figure covers the final run only\n>Research, failed runs and staff are left out\n>>Outside estimates of the whole are far higher\nThe price was cut again in February',
  heading: 'What is claimed',
  caption: 'The office of High-Flyer in Hangzhou, where the work began. Photograph: a press agency, 2025.',
  value: '$5.576m',
  label: 'Rental cost of the final training run of V3, by its own report',
  quote:
    'We often say that there is a gap of one or two years between China and the United States, but the real gap is that between originality and imitation.',
  attribution: 'Liang Wenfeng, founder, July 2024',
  statement: 'The cheap model was not cheap to arrive at: the figure everyone quotes is the last step of a long road',
  number: '2',
  authors: 'Ada Lindqvist, Tomás Herrera',
  sources:
    'Sources: 1 DeepSeek-V3 technical report, Table 1, Dec 2024. 2 SemiAnalysis, 31 Jan 2025. claim = stated by the party itself; est. = outside estimate',
  date: FIELDS.date,
  footer: FIELDS.footer,
};
const SHORT: Readonly<Record<string, string>> = {
  cover: 'The rise of DeepSeek: what is known, claimed and disputed',
  section: 'What training cost, and what that figure leaves out',
  agenda: 'Agenda',
  sources: 'Sources',
  closing: 'Meridian Institute, Technology Programme',
};

const textOf = (layout: Layout, { role, name }: Placeholder): string => {
  if (role === 'title' && SHORT[layout.purpose]) return SHORT[layout.purpose] ?? '';
  if (role === 'title' && layout.key.length % 2 === 0) return 'DeepSeek matched o1 at a fraction of the price';
  if (role === 'subtitle' && layout.purpose === 'cover') return 'Briefing for the programme committee';
  return SAMPLE[role] ?? name;
};

/** The bytes of the deck. */
export function deckOfLayouts(template: Template): Uint8Array {
  const slides = template.layouts.map((layout, index) => slidePart(layout, index + 1));
  const parts: readonly Part[] = [
    presentationPart(template, slides),
    ...masterParts(template, FIELDS),
    ...notesMasterParts(template, FIELDS),
    ...handoutMasterParts(template, FIELDS),
    tableStylesPart(template),
    ...slides,
  ];
  const root = { id: 'rId1', type: relationshipTypes.officeDocument, target: '/ppt/presentation.xml', external: false };
  return writePackage({ parts, relationships: [root] });
}

function presentationPart({ size }: Template, slides: readonly Part[]): Part {
  const targets: readonly (readonly [string, string])[] = [
    [relationshipTypes.slideMaster, '/ppt/slideMasters/slideMaster1.xml'],
    [relationshipTypes.notesMaster, '/ppt/notesMasters/notesMaster1.xml'],
    [relationshipTypes.theme, '/ppt/theme/theme1.xml'],
    [relationshipTypes.tableStyles, '/ppt/tableStyles.xml'],
    ...slides.map(({ name }) => [relationshipTypes.slide, name] as const),
    [relationshipTypes.handoutMaster, '/ppt/handoutMasters/handoutMaster1.xml'],
  ];
  const relationships = targets.map(([type, target], index) => ({ id: relationshipId(index + 1), type, target, external: false }));
  const root = element(
    'p:presentation',
    ROOT,
    element('p:sldMasterIdLst', {}, element('p:sldMasterId', { id: MASTER_ID, 'r:id': 'rId1' })),
    element('p:notesMasterIdLst', {}, element('p:notesMasterId', { 'r:id': 'rId2' })),
    element('p:handoutMasterIdLst', {}, element('p:handoutMasterId', { 'r:id': relationshipId(slides.length + 5) })),
    element('p:sldIdLst', {}, ...slides.map((_, index) => element('p:sldId', { id: 256 + index, 'r:id': relationshipId(index + 5) }))),
    element('p:sldSz', { cx: size.cx, cy: size.cy }),
    element('p:notesSz', { cx: 6_858_000, cy: 9_144_000 }),
  );
  return { name: '/ppt/presentation.xml', contentType: contentTypes.presentation, data: xmlDocument(root), relationships };
}

function slidePart(layout: Layout, number: number): Part {
  const shapes = layout.placeholders.map((item, index) => shapeXml(layout, item, index + 2, number));
  const tree = element(
    'p:spTree',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element('p:grpSpPr'),
    ...shapes,
  );
  const relationship: Relationship = {
    id: 'rId1',
    type: relationshipTypes.slideLayout,
    target: `/ppt/slideLayouts/slideLayout${number}.xml`,
    external: false,
  };
  const root = element('p:sld', ROOT, element('p:cSld', {}, tree), element('p:clrMapOvr', {}, element('a:masterClrMapping')));
  return {
    name: `/ppt/slides/slide${number}.xml`,
    contentType: contentTypes.slide,
    data: xmlDocument(root),
    relationships: [relationship],
  };
}

/** Charts, tables and pictures are stood for by a filled frame. */
const STAND_INS: ReadonlySet<string> = new Set(['chart', 'table', 'picture']);

function shapeXml(layout: Layout, item: Placeholder, id: number, slide: number): XmlElement {
  const standIn = STAND_INS.has(item.role);
  const reference = element('p:ph', { type: item.type === 'obj' ? null : item.type, idx: item.idx || null });
  const fill = element('a:solidFill', {}, element('a:schemeClr', { val: 'bg2' }));
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: item.name }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, reference),
    ),
    standIn ? element('p:spPr', {}, fill) : element('p:spPr'),
    element('p:txBody', {}, element('a:bodyPr'), element('a:lstStyle'), ...paragraphs(layout, item, slide)),
  );
}

function paragraphs(layout: Layout, item: Placeholder, slide: number): readonly XmlElement[] {
  if (item.role === 'slideNumber') {
    const id = '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}';
    return [
      element('a:p', {}, element('a:fld', { id, type: 'slidenum' }, element('a:rPr', { lang: 'en' }), element('a:t', {}, String(slide)))),
    ];
  }
  return textOf(layout, item)
    .split('\n')
    .map((line) => {
      const text = line.replace(/^>+/, '');
      const properties = element('a:pPr', { lvl: line.length - text.length || null });
      return element('a:p', {}, properties, element('a:r', {}, element('a:rPr', { lang: 'en' }), element('a:t', {}, text)));
    });
}
