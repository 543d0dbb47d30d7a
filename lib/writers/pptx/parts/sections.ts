/** PowerPoint's sections. */
import { guid } from '../../../core/guid.js';
import { namespaces } from '../../../package/names.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Scene, SceneSection } from '../../../scene/scene.js';

/** The extension's address. */
export const SECTIONS_URI = '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}';

/** The extension of `p:presentation` that holds the sections ([MS-PPTX] 2.6.4.19); null for a deck of one section without a name. Slide ids count up from `firstId`. */
export function sectionListXml(scene: Scene, firstId: number): XmlElement | null {
  if (scene.sections.every(({ name }) => name === '') && scene.sections.length < 2) return null;
  const list = element('p14:sectionLst', { 'xmlns:p14': namespaces.p14 });
  let id = firstId;
  for (const section of scene.sections) {
    const slides = section.slides.map(() => element('p14:sldId', { id: id++ }));
    const attributes = { name: nameOf(section), id: guid('section', section.key) };
    list.children.push(element('p14:section', attributes, element('p14:sldIdLst', {}, ...slides)));
  }
  return element('p:ext', { uri: SECTIONS_URI }, list);
}

/** PowerPoint shows a section without a name as a blank bar, so its first slide gives it one. */
const nameOf = (section: SceneSection): string => section.name || section.slides[0]?.title || section.key;
