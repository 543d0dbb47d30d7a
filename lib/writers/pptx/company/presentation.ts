/** The presentation part of a company's file with our slides in it; everything else in it stays. */

import { guid } from '../../../core/guid.js';
import { namespaces, relationshipTypes } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { usePrefixesOfOffice } from '../../../package/prefixes.js';
import { child, decodeXml, descendants, element, elements, parsePart, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { Scene } from '../../../scene/scene.js';
import type { Template } from '../../../template/model.js';
import { FIRST_SLIDE_ID } from '../parts/presentation.js';
import { SECTIONS_URI, sectionListXml } from '../parts/sections.js';

/** What goes into the presentation. */
export interface PresentationEdits {
  /** Parts of our slides, in order. */
  readonly slides: readonly string[];
  readonly identity: string;
  /** A notes master of ours; null: the file has one, or none is needed. */
  readonly notesMaster: string | null;
  /** Whether the file's own slides, where they are kept, stand before ours. */
  readonly keptFirst: boolean;
}

const textOf = ({ data }: Part): string => (typeof data === 'string' ? data : decodeXml(data));

/** The document of a part with Office's prefixes, each declared. */
export function editable(part: Part): XmlElement {
  const root = usePrefixesOfOffice(parsePart(part.name, textOf(part)));
  for (const prefix of ['a', 'r', 'p'] as const) root.attributes[`xmlns:${prefix}`] = namespaces[prefix];
  return root;
}

/** The first slide id that the slides which are kept leave free. */
export function firstFreeSlideId(presentation: Part): number {
  const ids = descendants(editable(presentation), 'p:sldId').map(({ attributes }) => Number(attributes.id));
  return Math.max(FIRST_SLIDE_ID - 1, ...ids) + 1;
}

/** The order of the schema up to where we insert (ISO/IEC 29500-1, 19.2.1.26). */
const ORDER = ['p:sldMasterIdLst', 'p:notesMasterIdLst', 'p:handoutMasterIdLst', 'p:sldIdLst'];

/** `presentation.xml` with our slides, sections and notes master, and the relationships that they need. */
export function editPresentation(part: Part, scene: Scene, template: Template, edits: PresentationEdits): Part {
  const root = editable(part);
  const firstId = firstFreeSlideId(part);
  const relationships: Relationship[] = [...part.relationships];
  const relate = (type: string, target: string): string => {
    const id = freeId(relationships);
    relationships.push({ id, type, target, external: false });
    return id;
  };
  const own = edits.slides.map((target, index) =>
    element('p:sldId', { id: firstId + index, 'r:id': relate(relationshipTypes.slide, target) }),
  );
  const kept = elements(root, 'p:sldIdLst').flatMap((list) => elements(list));
  putInOrder(root, 'p:sldIdLst', edits.keptFirst ? [...kept, ...own] : [...own, ...kept]);
  if (edits.notesMaster !== null) {
    putInOrder(root, 'p:notesMasterIdLst', [
      element('p:notesMasterId', { 'r:id': relate(relationshipTypes.notesMaster, edits.notesMaster) }),
    ]);
  }
  relate(relationshipTypes.customXml, edits.identity);
  putSections(root, sectionListXml(scene, firstId), kept, template.title, edits.keptFirst);
  return { name: part.name, contentType: part.contentType, data: xmlDocument(root), relationships };
}

function freeId(relationships: readonly Relationship[]): string {
  const numbers = relationships.map(({ id }) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0));
  return `rId${Math.max(0, ...numbers) + 1}`;
}

/** A list in its place; an empty one is left out. */
function putInOrder(root: XmlElement, name: string, items: readonly XmlElement[]): void {
  root.children = root.children.filter((item) => typeof item === 'string' || item.name !== name);
  if (items.length === 0) return;
  const before = ORDER.slice(0, ORDER.indexOf(name));
  const at = root.children.findLastIndex((item) => typeof item !== 'string' && before.includes(item.name));
  root.children.splice(at + 1, 0, element(name, {}, ...items));
}

/** Our sections, and beside them the file's own for the slides that are kept: every slide of a deck with sections is in one. */
function putSections(root: XmlElement, ours: XmlElement | null, kept: readonly XmlElement[], title: string, keptFirst: boolean): void {
  const list = child(root, 'p:extLst');
  const theirs = list && elements(list).find(({ attributes }) => attributes.uri?.toUpperCase() === SECTIONS_URI);
  if (list) list.children = list.children.filter((item) => item !== theirs);
  const own = ours && elements(ours)[0];
  if (own && kept.length > 0) {
    const found = theirs ? descendants(theirs, 'p14:section') : [];
    const sections = found.length > 0 ? found : [sectionXml(title, kept)];
    own.children = keptFirst ? [...sections, ...own.children] : [...own.children, ...sections];
  }
  if (ours) {
    if (list) list.children.push(ours);
    else root.children.push(element('p:extLst', {}, ours));
  } else if (list && list.children.length === 0) root.children = root.children.filter((item) => item !== list);
}

const sectionXml = (name: string, slides: readonly XmlElement[]): XmlElement =>
  element(
    'p14:section',
    { name, id: guid('section of the template', name) },
    element('p14:sldIdLst', {}, ...slides.map(({ attributes }) => element('p14:sldId', { id: attributes.id ?? '' }))),
  );
