/** The presentation part: what the deck consists of, in the order of the schema (ISO/IEC 29500-1, 19.2.1.26). */
import type { Size } from '../../../core/units.js';
import { contentTypes, relationshipId, relationshipTypes } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import { officeLanguage } from '../../../scene/language.js';
import { type Scene, slidesOf } from '../../../scene/scene.js';
import type { Template } from '../../../template/model.js';
import { MASTER_PART, PRESENTATION_NAMESPACES } from './layout.js';
import { MASTER_ID } from './master.js';
import { HANDOUT_MASTER_PART, NOTES_MASTER_PART } from './notes-master.js';
import { sectionListXml } from './sections.js';
import { listStyleXml } from './text.js';

/** The id of the first slide: the least that the schema allows (19.7.13 ST_SlideId). */
export const FIRST_SLIDE_ID = 256;

/** The part of the n-th slide, from 1. */
export const slidePart = (number: number): string => `/ppt/slides/slide${number}.xml`;

/** `presentation.xml`, `presProps.xml` and `viewProps.xml`. `customXml` is the part that holds the deck's identity. */
export function presentationParts(scene: Scene, template: Template, customXml: string): readonly Part[] {
  const relationships: Relationship[] = [];
  const relate = (type: string, target: string): string => {
    const id = relationshipId(relationships.length + 1);
    relationships.push({ id, type, target, external: false });
    return id;
  };
  const root = presentationXml(scene, template, relate);
  relate(relationshipTypes.presProps, '/ppt/presProps.xml');
  relate(relationshipTypes.viewProps, '/ppt/viewProps.xml');
  relate(relationshipTypes.theme, '/ppt/theme/theme1.xml');
  relate(relationshipTypes.tableStyles, '/ppt/tableStyles.xml');
  relate(relationshipTypes.customXml, customXml);
  return [
    { name: '/ppt/presentation.xml', contentType: contentTypes.presentation, data: xmlDocument(root), relationships },
    part('/ppt/presProps.xml', contentTypes.presProps, 'p:presentationPr'),
    part('/ppt/viewProps.xml', contentTypes.viewProps, 'p:viewPr'),
  ];
}

const part = (name: string, contentType: string, root: string): Part => ({
  name,
  contentType,
  data: xmlDocument(element(root, PRESENTATION_NAMESPACES)),
  relationships: [],
});

function presentationXml(scene: Scene, template: Template, relate: (type: string, target: string) => string): XmlElement {
  const master = element('p:sldMasterId', {
    id: MASTER_ID,
    'r:id': relate(relationshipTypes.slideMaster, MASTER_PART),
  });
  const slides = slidesOf(scene).map((_, index) =>
    element('p:sldId', { id: FIRST_SLIDE_ID + index, 'r:id': relate(relationshipTypes.slide, slidePart(index + 1)) }),
  );
  const notesMaster = element('p:notesMasterId', { 'r:id': relate(relationshipTypes.notesMaster, NOTES_MASTER_PART) });
  const handoutMaster = element('p:handoutMasterId', { 'r:id': relate(relationshipTypes.handoutMaster, HANDOUT_MASTER_PART) });
  const sections = sectionListXml(scene, FIRST_SLIDE_ID);
  return element(
    'p:presentation',
    { ...PRESENTATION_NAMESPACES, rtl: template.rightToLeft || null, saveSubsetFonts: true, autoCompressPictures: false },
    element('p:sldMasterIdLst', {}, master),
    element('p:notesMasterIdLst', {}, notesMaster),
    element('p:handoutMasterIdLst', {}, handoutMaster),
    slides.length === 0 ? null : element('p:sldIdLst', {}, ...slides),
    element('p:sldSz', { cx: scene.size.cx, cy: scene.size.cy, type: sizeType(scene.size) }),
    element('p:notesSz', { cx: NOTES_SIZE.cx, cy: NOTES_SIZE.cy }),
    kinsokuXml(scene.properties.lang),
    listStyleXml(template.master.other, 'p:defaultTextStyle', template.fonts),
    sections && element('p:extLst', {}, sections),
  );
}

/** What may not start a line of Chinese or Japanese, and what may not end one. */
const NO_START = '!%),.:;?]}¢°·’”‰′″℃、。々〉》」』】〕〗〞︰︶﹐﹑﹒﹔﹕﹖﹗﹚﹜！％），．：；？］｝～';
const NO_START_KANA = '゛゜ヽヾゝゞー・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ';
const NO_END = '$([{£¥‘“〈《「『【〔〖〝﹙﹛（［｛￡￥';

/** The characters at which a line of the deck's language may not be broken (19.2.1.17), as they were measured; null where spaces part the words. */
function kinsokuXml(lang: string): XmlElement | null {
  const tag = officeLanguage(lang);
  if (!/^(?:zh|ja)-/.test(tag)) return null;
  const starts = tag.startsWith('ja') ? NO_START + NO_START_KANA : NO_START;
  return element('p:kinsoku', { lang: tag, invalStChars: starts, invalEndChars: NO_END });
}

/** The size of a notes page: PowerPoint's own, whatever the slides measure. */
const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 };

/** The names of sizes (19.7.16 ST_SlideSizeType); the widescreen of today has none. */
function sizeType({ cx, cy }: Size): string | null {
  if (cx === 9_144_000 && cy === 6_858_000) return 'screen4x3';
  if (cx === 9_906_000 && cy === 6_858_000) return 'A4';
  return cx === 9_144_000 && cy === 5_143_500 ? 'screen16x9' : null;
}
