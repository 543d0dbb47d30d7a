/** Which parts of a company's file go into every deck: all that its masters and layouts need, and nothing that runs or reaches out. */
import { isXmlType } from '../../package/content-types.js';
import { relationshipKind, relationshipsPart } from '../../package/names.js';
import type { Part, Relationship } from '../../package/package.js';
import type { PackageView } from '../../package/view.js';
import { decodeXml, elements, parsePart, type XmlElement, xmlDocument } from '../../package/xml.js';
import type { TemplateSlides } from '../model.js';
import type { Office } from './open.js';

/** What was taken out of the file, for a diagnostic. */
export interface Removal {
  /** `macros`, `ActiveX controls`, `external links` … */
  readonly what: string;
  /** Parts or addresses. */
  readonly which: string;
}

/** What is kept, and what is not. */
export interface Kept {
  readonly parts: readonly Part[];
  readonly relationships: readonly Relationship[];
  readonly removals: readonly Removal[];
}

/** Relationships that run code or that a change of the file makes untrue, by the last word of their type. */
const REMOVED: Readonly<Record<string, string>> = {
  vbaProject: 'macros',
  vbaProjectSignature: 'macros',
  vbaProjectSignatureAgile: 'macros',
  attachedToolbars: 'macros',
  keyMapCustomizations: 'macros',
  extensibility: 'buttons of macros',
  userCustomization: 'buttons of macros',
  control: 'ActiveX controls',
  activeXControlBinary: 'ActiveX controls',
  ctrlProp: 'ActiveX controls',
  origin: 'digital signatures',
};

/** What says how the file looked and who changed it, and is true of no deck. */
const STALE: ReadonlySet<string> = new Set(['thumbnail', 'revisionInfo', 'changesInfo', 'slideUpdateInfo']);

/** The parts that a deck keeps, each with its bytes unless something had to be removed from it. */
export function keptParts({ view }: Office, slides: TemplateSlides): Kept {
  const removals: Removal[] = [];
  const parts = new Map<string, Part>();
  const keptOf = (source: string): readonly Relationship[] =>
    view.relationships(source).filter((item) => {
      const kind = relationshipKind(item.type);
      if (STALE.has(kind) || (kind === 'slide' && slides === 'none')) return false;
      const what = item.external ? (kind === 'hyperlink' ? null : `external links (${kind})`) : (REMOVED[kind] ?? null);
      if (what !== null) removals.push({ what, which: item.target });
      else if (!item.external && view.locate(item.target) === null)
        removals.push({ what: 'links to parts that are missing', which: item.target });
      else return true;
      return false;
    });
  const relationships = located(keptOf('/'), view);
  const ahead = relationships.map(({ target }) => target);
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    if (parts.has(name)) continue;
    const part = keptPart(name, keptOf(name), view, removals);
    parts.set(name, part);
    ahead.push(...part.relationships.filter(({ external }) => !external).map(({ target }) => target));
  }
  const inOrder = view.parts.flatMap((name) => parts.get(name) ?? []);
  return { parts: inOrder, relationships, removals: unique(removals) };
}

const unique = (removals: readonly Removal[]): readonly Removal[] => [
  ...new Map(removals.map((item) => [`${item.what}\n${item.which}`, item])).values(),
];

/** Relationships with the names of parts as the archive has them. */
const located = (relationships: readonly Relationship[], view: PackageView): readonly Relationship[] =>
  relationships.map((item) => (item.external ? item : { ...item, target: view.locate(item.target) ?? item.target }));

function keptPart(name: string, relationships: readonly Relationship[], view: PackageView, removals: Removal[]): Part {
  const all = view.relationships(name);
  const contentType = view.contentType(name) ?? '';
  const bytes = view.bytes(name);
  const kept = new Set(relationships.map(({ id }) => id));
  const gone = new Set(all.filter(({ id }) => !kept.has(id)).map(({ id }) => id));
  const text = isXmlType(contentType) ? decodeXml(bytes) : '';
  const root = ACTION.test(text) || (text !== '' && gone.size > 0) ? parsePart(name, text) : null;
  if (!root) return { name, contentType, data: bytes, relationships: located(relationships, view), ...rawRelationships(name, gone, view) };
  const before = relationshipIds(root);
  const actions = removeActions(root);
  for (const action of actions) removals.push({ what: 'buttons that start macros or programs', which: `${action} in ${name.slice(1)}` });
  if (actions.length === 0 && gone.size === 0) {
    return { name, contentType, data: bytes, relationships: located(relationships, view), ...rawRelationships(name, gone, view) };
  }
  removeReferences(root, gone);
  const after = relationshipIds(root);
  // What only a removed shape pointed to goes with it.
  const left = relationships.filter(({ id }) => !before.has(id) || after.has(id));
  return { name, contentType, data: xmlDocument(root), relationships: located(left, view) };
}

const ACTION = /ppaction:\/\/(?:macro|program)/;

/** The bytes of a part's relationships, where all of them are kept. */
function rawRelationships(name: string, gone: ReadonlySet<string>, view: PackageView): { readonly relationshipsData?: Uint8Array } {
  const file = view.locate(relationshipsPart(name));
  return file === null || gone.size > 0 ? {} : { relationshipsData: view.bytes(file) };
}

/** Every attribute that names a relationship, whatever the prefix. */
const REFERENCE = /^[\w-]+:(?:id|embed|link|pict|dm|lo|qs|cs)$/;

function relationshipIds(root: XmlElement): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (node: XmlElement): void => {
    for (const [name, value] of Object.entries(node.attributes)) if (REFERENCE.test(name)) found.add(value);
    for (const item of elements(node)) walk(item);
  };
  walk(root);
  return found;
}

const local = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1);

/** Removes what a click or a hover would start; gives what it was. */
function removeActions(root: XmlElement): readonly string[] {
  const found: string[] = [];
  const walk = (node: XmlElement): void => {
    node.children = node.children.filter((item) => {
      if (typeof item === 'string') return true;
      const action = item.attributes.action ?? '';
      if (!ACTION.test(action)) return true;
      found.push(action);
      return false;
    });
    for (const item of elements(node)) walk(item);
  };
  walk(root);
  return found;
}

/** Elements that stand by themselves: without their relationship they go, and what holds them stays. */
const ALONE: ReadonlySet<string> = new Set([
  'hlinkClick',
  'hlinkHover',
  'hlinkMouseOver',
  'audioFile',
  'videoFile',
  'wavAudioFile',
  'quickTimeFile',
  'control',
  'media',
  'sldId',
  'sld',
  'custShow',
  'legacyDrawing',
  'bg',
  'pic',
  'graphicFrame',
  'sp',
  'AlternateContent',
  'svgBlip',
  'ext',
]);
/** Lists that must not be empty. */
const LISTS: ReadonlySet<string> = new Set(['controls', 'sldIdLst', 'sldLst', 'custShowLst', 'extLst']);

/** Takes out of a tree what refers to relationships that are gone: a link beside an embedded picture only itself, else the shape around it. */
function removeReferences(root: XmlElement, gone: ReadonlySet<string>): void {
  const prune = (node: XmlElement): boolean => {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (!REFERENCE.test(name) || !gone.has(value)) continue;
      const embedded = Object.entries(node.attributes).some(([other, id]) => other.endsWith(':embed') && !gone.has(id));
      if (!embedded) return false;
      delete node.attributes[name];
    }
    let broken = false;
    node.children = node.children.filter((item) => {
      if (typeof item === 'string' || prune(item)) return true;
      if (ALONE.has(local(item)) || LISTS.has(local(item))) return false;
      broken = true;
      return true;
    });
    if (LISTS.has(local(node)) && elements(node).length === 0) return false;
    return !broken;
  };
  prune(root);
}
