/** A deck in a company's own file: what it keeps of the file, byte for byte, and our slides beside it. */
import { contentTypes, extensionOf, partKey, relationshipKind, relationshipTypes } from '../../../package/names.js';
import type { Package, Part, Relationship } from '../../../package/package.js';
import type { Scene } from '../../../scene/scene.js';
import type { Template, TemplateFile } from '../../../template/model.js';
import { FIRST_SLIDE_ID } from '../parts/presentation.js';
import { editPresentation, firstFreeSlideId } from './presentation.js';
import { editProperties } from './properties.js';

/** What a deck has besides the file. */
export interface OwnParts {
  /** The part of each slide, in order. */
  readonly slides: readonly string[];
  /** Slides, notes, charts, media, identity; under the names that they have in a deck of our own. */
  readonly parts: readonly Part[];
  /** The part of the identity. */
  readonly identity: string;
  /** Our notes master; used where the file has none. */
  readonly notesMaster: string;
}

/** The package of a deck whose template is a file. */
export function companyPackage(scene: Scene, template: Template, file: TemplateFile, own: OwnParts): Package {
  const theirs = new Map(file.parts.map((part) => [part.name, part]));
  const presentation = theirs.get(file.presentation);
  if (!presentation) throw new TypeError(`the template's file has no ${file.presentation}`);
  const notesMaster = relatedTo(presentation, 'notesMaster');
  const { parts, nameOf } = renamed(own.parts, file.parts, notesMaster === null ? {} : { [own.notesMaster]: notesMaster });
  const edited = editPresentation(presentation, scene, template, {
    slides: own.slides.map(nameOf),
    identity: nameOf(own.identity),
    notesMaster: notesMaster === null && parts.some(({ name }) => name === nameOf(own.notesMaster)) ? nameOf(own.notesMaster) : null,
    keptFirst: file.slides === 'before',
  });
  theirs.set(file.presentation, { ...edited, contentType: contentTypes.presentation });
  const properties = editProperties(scene, template, file);
  for (const part of properties.parts) theirs.set(part.name, part);
  return { parts: [...theirs.values(), ...parts], relationships: properties.relationships, contentTypes: file.contentTypes };
}

/** The id of our first slide. */
export function firstFreeId(file: TemplateFile): number {
  const presentation = file.parts.find(({ name }) => name === file.presentation);
  return presentation ? firstFreeSlideId(presentation) : FIRST_SLIDE_ID;
}

/** The part that another leads to by its first relationship of a kind. */
export const relatedTo = (part: Part, kind: string): string | null =>
  part.relationships.find((item) => !item.external && relationshipKind(item.type) === kind)?.target ?? null;

/** Whether the file has a notes master of its own. */
export function hasNotesMaster(file: TemplateFile): boolean {
  const presentation = file.parts.find(({ name }) => name === file.presentation);
  return presentation !== undefined && relatedTo(presentation, 'notesMaster') !== null;
}

interface Renamed {
  readonly parts: readonly Part[];
  readonly nameOf: (name: string) => string;
}

/** Our parts under names that no part of the file has; `instead` gives targets of ours that are the file's. */
function renamed(own: readonly Part[], theirs: readonly Part[], instead: Readonly<Record<string, string>>): Renamed {
  const taken = new Set(theirs.map(({ name }) => partKey(name)));
  const names = new Map(Object.entries(instead));
  for (const { name } of own) if (!taken.has(partKey(name))) taken.add(partKey(name));
  for (const { name } of own) {
    if (names.has(name) || !theirs.some((part) => partKey(part.name) === partKey(name))) continue;
    const free = freeName(name, taken);
    taken.add(partKey(free));
    names.set(name, free);
  }
  const nameOf = (name: string): string => names.get(name) ?? name;
  const moved = (item: Relationship): Relationship => (item.external ? item : { ...item, target: nameOf(item.target) });
  const ours = new Set(own.map(({ name }) => name));
  // A slide leads to a layout, which is the file's; whatever else it leads to is ours.
  const retarget = (item: Relationship): Relationship =>
    item.type === relationshipTypes.slideLayout || !(ours.has(item.target) || item.target in instead) ? item : moved(item);
  return { parts: own.map((part) => ({ ...part, name: nameOf(part.name), relationships: part.relationships.map(retarget) })), nameOf };
}

/** The name with the next number that is free. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const extension = extensionOf(name);
  const stem = name.slice(0, name.length - extension.length - 1).replace(/\d+$/, '');
  let n = 1;
  while (taken.has(partKey(`${stem}${n}.${extension}`))) n++;
  return `${stem}${n}.${extension}`;
}
