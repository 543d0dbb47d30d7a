/** Stage 4: a scene becomes a .pptx. Every decision is made; this only writes. */
import { contentTypes, relationshipId, relationshipTypes } from '../../package/names.js';
import type { Package, Part, Relationship } from '../../package/package.js';
import { child, element, type XmlElement, xmlDocument } from '../../package/xml.js';
import { writePackage } from '../../package/zip.js';
import { officeLanguage } from '../../scene/language.js';
import { type Media, type PlaceholderType, type Scene, type SceneSlide, slidesOf, visitItems } from '../../scene/scene.js';
import { plainText } from '../../scene/text.js';
import type { Template, TemplateFile } from '../../template/model.js';
import { companyPackage, firstFreeId, hasNotesMaster } from './company/package.js';
import { chartParts } from './parts/chart.js';
import { IDENTITY_PART, identityParts, type WrittenSlide } from './parts/identity.js';
import { layoutPartName } from './parts/layout.js';
import { type MasterFields, masterParts } from './parts/master.js';
import { notesPart, notesSlidePart } from './parts/notes.js';
import { handoutMasterParts, NOTES_MASTER_PART, notesMasterParts } from './parts/notes-master.js';
import { presentationParts, slidePart } from './parts/presentation.js';
import { propertiesParts } from './parts/properties.js';
import { tableStylesPart } from './parts/table-styles.js';
import { patchSlide } from './patches/index.js';
import { drawSlides } from './slides/draw.js';
import { drawable } from './slides/drawable.js';
import { addMotion } from './slides/motion.js';
import { type MediaPart, readSlide } from './slides/slide.js';

/**
 * Writes a deck. The same scene and template give the same bytes.
 * Throws a TypeError for a scene that contradicts itself or its template: a layout or a media that is not there.
 */
export async function writeDeck(scene: Scene, template: Template): Promise<Uint8Array> {
  const numbers = new Map(
    slidesOf(scene).flatMap(({ key, anchors }, index) => [key, ...anchors].map((name) => [name, index + 1] as const)),
  );
  const slides = slidesOf(scene).map((slide) => drawable(slide, numbers));
  const drawing = new Map((await drawSlides(slides, scene.size, numbers)).parts.map((part) => [part.name, part]));
  const deck: Deck = { scene, template, media: mediaParts(scene, slides, template) };
  const charts = chartsOf(slides);
  const written = slides.map((slide, index) => {
    const own = charts[index] ?? [];
    return {
      key: slide.key,
      parts: [slideXml(deck, slide, index + 1, own, drawing.get(slidePart(index + 1))), ...own.flatMap(({ parts }) => parts)],
    };
  });
  const notes = slides.flatMap((slide, index) => (slide.notes.length > 0 ? [notesOf(deck, slide, index + 1)] : []));
  const content = [...written.flatMap((slide) => slide.parts), ...notes, ...deck.media.parts];
  const made: Made = { ...deck, fields: { ...masterFields(scene, slides), media: deck.media.byId }, written, notes, content };
  return writePackage(template.file ? inCompanyFile(made, template.file) : ownPackage(made));
}

/** All that is made of a scene, whatever file it goes into. */
interface Made extends Deck {
  readonly fields: MasterFields;
  readonly written: readonly WrittenSlide[];
  readonly notes: readonly Part[];
  /** Slides, notes, charts and media. */
  readonly content: readonly Part[];
}

/** The deck in a company's own file; where that has no notes master, notes get ours. */
function inCompanyFile({ scene, template, fields, written, notes, content }: Made, file: TemplateFile): Package {
  const master = notes.length > 0 && !hasNotesMaster(file) ? notesMasterParts(template, fields) : [];
  const parts = [...content, ...master, ...identityParts(scene.hash, written, firstFreeId(file))];
  const slides = written.map((_, index) => slidePart(index + 1));
  return companyPackage(scene, template, file, { slides, parts, identity: IDENTITY_PART, notesMaster: NOTES_MASTER_PART });
}

/** The deck with parts that are all ours. */
function ownPackage({ scene, template, fields, written, content }: Made): Package {
  const parts = [
    ...presentationParts(scene, template, IDENTITY_PART),
    ...masterParts(template, fields),
    ...notesMasterParts(template, fields),
    ...handoutMasterParts(template, fields),
    tableStylesPart(template),
    ...content,
    ...propertiesParts(scene, template),
    ...identityParts(scene.hash, written),
  ];
  return { parts, relationships: packageRelationships(parts) };
}

interface Deck {
  readonly scene: Scene;
  readonly template: Template;
  readonly media: { readonly parts: readonly Part[]; readonly byId: ReadonlyMap<string, MediaPart> };
}

/** What a slide that a colleague adds gets at its foot: what the deck's own slides have there. */
function masterFields(scene: Scene, slides: readonly SceneSlide[]): MasterFields {
  const items = slides.flatMap((slide) => slide.items);
  const textIn = (type: PlaceholderType): string | undefined => {
    const found = items.find((item) => item.type === 'text' && item.placeholder?.type === type);
    return found?.type === 'text' ? found.paragraphs.map(plainText).join(' ') : undefined;
  };
  const [footer, date] = [textIn('ftr'), textIn('dt')];
  const { lang, marking } = scene.properties;
  return { lang: officeLanguage(lang), marking, ...(footer === undefined ? {} : { footer }), ...(date === undefined ? {} : { date }) };
}

/** A chart of a slide: its item and its parts, the chart first and then its workbook. */
interface SlideChart {
  readonly id: string;
  readonly parts: readonly Part[];
}

/** The charts of each slide, numbered through the deck. */
function chartsOf(slides: readonly SceneSlide[]): readonly (readonly SlideChart[])[] {
  let number = 0;
  return slides.map((slide) => {
    const charts: SlideChart[] = [];
    visitItems(slide.items, (item) => void (item.type === 'chart' && charts.push({ id: item.id, parts: chartParts(item, ++number) })));
    return charts;
  });
}

function slideXml(deck: Deck, slide: SceneSlide, number: number, charts: readonly SlideChart[], drawn: Part | undefined): Part {
  const index = deck.template.layouts.findIndex(({ name }) => name === slide.layout);
  const layout = deck.template.layouts[index];
  if (!layout) throw new TypeError(`the template has no layout ${JSON.stringify(slide.layout)}`);
  if (!drawn) throw new Error(`pptxgenjs drew no slide ${number}`);
  const page = readSlide(drawn, slide, number, {
    template: deck.template,
    layout,
    layoutPart: layout.origin?.part ?? layoutPartName(index + 1),
    media: deck.media.byId,
    charts: new Map(charts.map(({ id, parts }) => [id, chartName(parts)])),
    lang: officeLanguage(deck.scene.properties.lang),
  });
  patchSlide(page);
  if (layout.origin?.colorMap) overrideColors(page.root, layout.origin.colorMap);
  addMotion(page);
  const relationships = slide.notes.length > 0 ? withNotes(page.relationships, number) : page.relationships;
  return { name: slidePart(number), contentType: contentTypes.slide, data: xmlDocument(page.root), relationships };
}

/** A slide takes its master's colour map, whatever its layout has: PowerPoint writes the layout's into each slide that it makes. */
function overrideColors(root: XmlElement, map: Readonly<Record<string, string>>): void {
  const own = child(root, 'p:clrMapOvr');
  if (own) own.children = [element('a:overrideClrMapping', map)];
}

const chartName = (parts: readonly Part[]): string => parts.find(({ contentType }) => contentType === contentTypes.chart)?.name ?? '';

const withNotes = (relationships: readonly Relationship[], number: number): readonly Relationship[] => [
  ...relationships,
  { id: relationshipId(relationships.length + 1), type: relationshipTypes.notesSlide, target: notesPart(number), external: false },
];

const notesOf = ({ scene, template }: Deck, slide: SceneSlide, number: number): Part =>
  notesSlidePart(slide, number, {
    lang: officeLanguage(scene.properties.lang),
    marking: scene.properties.marking,
    mono: template.fonts.mono,
  });

const MEDIA_TYPE = { png: contentTypes.png, jpg: contentTypes.jpeg, gif: contentTypes.gif, svg: contentTypes.svg } as const;

/** The media that the slides and the template's art show, each once, whatever number of times it is shown. */
function mediaParts(scene: Scene, slides: readonly SceneSlide[], template: Template): Deck['media'] {
  const known = new Map([...template.media, ...scene.media].map((media) => [media.id, media]));
  const used = new Set<Media>();
  const use = (id: string | null): void => {
    const media = known.get(id ?? '');
    if (!media || used.has(media)) return;
    used.add(media);
    use(media.fallback);
  };
  for (const slide of slides) visitItems(slide.items, (item) => void (item.type === 'picture' && use(item.media)));
  for (const { id } of template.media) use(id);
  const named = [...used].map((media, index) => ({ media, name: `/ppt/media/image${index + 1}.${media.extension}` }));
  return {
    parts: named.map(({ media, name }) => ({ name, contentType: MEDIA_TYPE[media.extension], data: media.bytes, relationships: [] })),
    byId: new Map(named.map(({ media, name }) => [media.id, { name, fallback: media.fallback }])),
  };
}

const PACKAGE_PARTS: Readonly<Record<string, string>> = {
  '/ppt/presentation.xml': relationshipTypes.officeDocument,
  '/docProps/core.xml': relationshipTypes.coreProperties,
  '/docProps/app.xml': relationshipTypes.extendedProperties,
  '/docProps/custom.xml': relationshipTypes.customProperties,
};

const packageRelationships = (parts: readonly Part[]): readonly Relationship[] =>
  parts
    .flatMap(({ name }) => {
      const type = PACKAGE_PARTS[name];
      return type === undefined ? [] : [{ type, target: name, external: false }];
    })
    .map((relationship, index) => ({ id: relationshipId(index + 1), ...relationship }));
