/** The document properties: what is known, and nothing else. */
import type { Size } from '../../../core/units.js';
import { contentTypes } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import { type Properties, type Scene, type SceneSlide, slidesOf, visitItems } from '../../../scene/scene.js';
import { type Paragraph, plainText } from '../../../scene/text.js';
import type { Template } from '../../../template/model.js';

/** `core.xml`, `app.xml` and, for a deck with a marking, `custom.xml`. */
export function propertiesParts(scene: Scene, template: Template): readonly Part[] {
  const parts = [
    {
      name: '/docProps/core.xml',
      contentType: contentTypes.coreProperties,
      data: xmlDocument(coreXml(scene.properties)),
      relationships: [],
    },
    {
      name: '/docProps/app.xml',
      contentType: contentTypes.extendedProperties,
      data: xmlDocument(appXml(scene, template)),
      relationships: [],
    },
  ];
  const { marking } = scene.properties;
  if (marking === '') return parts;
  return [
    ...parts,
    { name: '/docProps/custom.xml', contentType: contentTypes.customProperties, data: xmlDocument(customXml(marking)), relationships: [] },
  ];
}

const CORE = {
  'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:dcterms': 'http://purl.org/dc/terms/',
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
};

/** An element with text; none for empty text. */
const said = (name: string, text: string, attributes: Readonly<Record<string, string>> = {}): XmlElement | null =>
  text === '' ? null : element(name, attributes, text);

/** The core properties (ISO/IEC 29500-2, 8.3). The marking is the category, which file managers show. */
export function coreXml({ title, subject, authors, keywords, lang, date, marking }: Properties): XmlElement {
  const author = authors.join('; ');
  return element(
    'cp:coreProperties',
    CORE,
    said('dc:title', title),
    said('dc:subject', subject),
    said('dc:creator', author),
    said('cp:keywords', keywords.join(', ')),
    said('cp:lastModifiedBy', author),
    element('cp:revision', {}, '1'),
    said('dcterms:created', date, { 'xsi:type': 'dcterms:W3CDTF' }),
    said('dcterms:modified', date, { 'xsi:type': 'dcterms:W3CDTF' }),
    said('cp:category', marking),
    said('dc:language', lang),
  );
}

const EXTENDED = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
const VARIANT = 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes';

/** The extended properties (ISO/IEC 29500-1, 22.2). */
export function appXml(scene: Scene, template: Template): XmlElement {
  const slides = slidesOf(scene);
  const paragraphs = slides
    .flatMap(paragraphsOf)
    .map(plainText)
    .filter((text) => text.trim() !== '');
  const count = (name: string, value: number): XmlElement => element(name, {}, String(value));
  return element(
    'Properties',
    { xmlns: EXTENDED, 'xmlns:vt': VARIANT },
    count(
      'Words',
      paragraphs.reduce((sum, text) => sum + text.trim().split(/\s+/u).length, 0),
    ),
    element('Application', {}, 'briefdeck'),
    element('PresentationFormat', {}, formatOf(scene.size)),
    count('Paragraphs', paragraphs.length),
    count('Slides', slides.length),
    count('Notes', slides.filter(({ notes }) => notes.length > 0).length),
    count('HiddenSlides', slides.filter(({ hidden }) => hidden).length),
    ...titlesXml(
      template.title,
      slides.map(({ title }) => title),
    ),
    said('Company', scene.properties.company),
  );
}

/** The texts that stand on a slide. */
function paragraphsOf(slide: SceneSlide): readonly Paragraph[] {
  const found: Paragraph[] = [];
  visitItems(slide.items, (item) => {
    if (item.type === 'text') found.push(...item.paragraphs);
    if (item.type === 'table') found.push(...item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)));
  });
  return found;
}

/** The contents as Explorer and search show them: the theme, then every slide by its title. */
function titlesXml(theme: string, titles: readonly string[]): readonly XmlElement[] {
  const text = (value: string): XmlElement => element('vt:lpstr', {}, value);
  const groups = [['Theme', 1] as const, ['Slide Titles', titles.length] as const].filter(([, size]) => size > 0);
  const pairs = groups.flatMap(([name, size]) => [
    element('vt:variant', {}, text(name)),
    element('vt:variant', {}, element('vt:i4', {}, String(size))),
  ]);
  const vector = (baseType: string, items: readonly XmlElement[]): XmlElement =>
    element('vt:vector', { size: items.length, baseType }, ...items);
  return [
    element('HeadingPairs', {}, vector('variant', pairs)),
    element('TitlesOfParts', {}, vector('lpstr', [theme, ...titles].map(text))),
  ];
}

/** As PowerPoint names the sizes. */
function formatOf({ cx, cy }: Size): string {
  if (cx === 12_192_000 && cy === 6_858_000) return 'Widescreen';
  if (cx === 9_144_000 && cy === 6_858_000) return 'On-screen Show (4:3)';
  return cx === 9_906_000 && cy === 6_858_000 ? 'A4 Paper (210x297 mm)' : 'Custom';
}

/** The custom properties (ISO/IEC 29500-1, 22.3); the format id is that of user-defined properties, whose ids begin with 2. */
export const customXml = (marking: string): XmlElement =>
  element(
    'Properties',
    { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties', 'xmlns:vt': VARIANT },
    element('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: 2, name: 'Marking' }, element('vt:lpwstr', {}, marking)),
  );
