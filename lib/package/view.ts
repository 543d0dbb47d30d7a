/** A package as rules see it: nothing mended, read piece by piece when a rule asks, each piece once. */
import { CONTENT_TYPES, contentTypeLookup, isXmlType, parseContentTypes } from './content-types.js';
import { extensionOf, partKey, relationshipKind, relationshipsPart } from './names.js';
import type { ContentTypes, Relationship } from './package.js';
import { usePrefixesOfOffice } from './prefixes.js';
import { relationshipsIn } from './relationships.js';
import { decodeXml, elements, parseXml, type XmlElement } from './xml.js';
import { readArchive } from './zip.js';

/** A document, or why it cannot be read: `3:14: unexpected close tag.` */
export type Parsed = { readonly root: XmlElement } | { readonly problem: string };

/** A package. Part names are absolute and written as in the archive; `/` stands for the package itself. */
export interface PackageView {
  /** All files of the archive in order, one that is there twice also twice. */
  readonly files: readonly string[];
  /** The files that are parts: without relationships and content types. */
  readonly parts: readonly string[];
  readonly contentTypes: ContentTypes;
  /** The part of that name, whatever its case and escaping. */
  readonly locate: (name: string) => string | null;
  readonly contentType: (part: string) => string | null;
  readonly ofType: (...contentTypes: readonly string[]) => readonly string[];
  readonly bytes: (file: string) => Uint8Array;
  /** Any file of the archive as a document, with Office's namespace prefixes. */
  readonly parsed: (file: string) => Parsed;
  /** The root of a part that is a well-formed document. */
  readonly root: (part: string) => XmlElement | null;
  /** All elements of a part, in document order; empty for one that is no document. */
  readonly all: (part: string) => readonly XmlElement[];
  /** The elements of these names but for those in `mc:Fallback`, which repeat what the Choice beside them holds. */
  readonly named: (part: string, ...names: readonly string[]) => readonly XmlElement[];
  readonly relationships: (source: string) => readonly Relationship[];
  readonly relationship: (source: string, id: string) => Relationship | null;
  /** The parts that a source is related to by relationships of a kind, `slideLayout`; those that are there. */
  readonly related: (source: string, kind: string) => readonly string[];
}

const cached = <T>(make: (key: string) => T): ((key: string) => T) => {
  const made = new Map<string, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

function parse(bytes: Uint8Array): Parsed {
  try {
    return { root: usePrefixesOfOffice(parseXml(decodeXml(bytes))) };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : String(cause) };
  }
}

/** An element and all below it. */
function flatten(root: XmlElement, skip: string | null = null): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (node: XmlElement): void => {
    if (node.name === skip) return;
    found.push(node);
    for (const child of node.children) if (typeof child !== 'string') walk(child);
  };
  walk(root);
  return found;
}

function groupByName(nodes: readonly XmlElement[]): ReadonlyMap<string, readonly XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const node of nodes) {
    const group = groups.get(node.name);
    if (group) group.push(node);
    else groups.set(node.name, [node]);
  }
  return groups;
}

/** An element and all below it but for what `mc:Fallback` holds; those of these names. */
export const within = (root: XmlElement, ...names: readonly string[]): readonly XmlElement[] =>
  flatten(root, 'mc:Fallback').filter((node) => names.includes(node.name));

/** Opens a package. Throws an Error with a plain sentence when there is no archive or no readable list of content types in it. */
export function openPackage(bytes: Uint8Array): PackageView {
  const archive = readArchive(bytes);
  const actual = new Map(archive.names.map((name) => [partKey(name), name]));
  const locate = (name: string): string | null => actual.get(partKey(name)) ?? null;
  const bytesOf = (file: string): Uint8Array => archive.files.get(file) ?? new Uint8Array();

  const list = locate(CONTENT_TYPES);
  if (list === null) throw new Error('[Content_Types].xml is missing, so the file is no .pptx or .potx');
  const contentTypes = parseContentTypes(decodeXml(bytesOf(list)));
  const typeOf = contentTypeLookup(contentTypes);
  const parts = [...new Set(archive.names)].filter((name) => name !== list && extensionOf(name) !== 'rels');

  const parsed = cached((file: string) => parse(bytesOf(file)));
  const rootOf = (part: string): XmlElement | null => {
    if (!isXmlType(typeOf(part) ?? '')) return null;
    const document = parsed(part);
    return 'root' in document ? document.root : null;
  };
  const all = cached((part: string) => {
    const root = rootOf(part);
    return root ? flatten(root) : [];
  });
  const byName = cached((part: string) => {
    const root = rootOf(part);
    return groupByName(root ? flatten(root, 'mc:Fallback') : []);
  });
  const relationships = cached((source: string): readonly Relationship[] => {
    const file = locate(relationshipsPart(source));
    const document = file === null ? null : parsed(file);
    return document && 'root' in document ? relationshipsIn(source, document.root) : [];
  });

  return {
    files: archive.names,
    parts,
    contentTypes,
    locate,
    contentType: typeOf,
    ofType: (...types) => parts.filter((part) => types.includes(typeOf(part) ?? '')),
    bytes: bytesOf,
    parsed,
    root: rootOf,
    all,
    named: (part, ...names) => names.flatMap((name) => byName(part).get(name) ?? []),
    relationships,
    relationship: (source, id) => relationships(source).find((item) => item.id === id) ?? null,
    related: (source, kind) =>
      relationships(source).flatMap((item) => {
        const part = item.external || relationshipKind(item.type) !== kind ? null : locate(item.target);
        return part === null ? [] : [part];
      }),
  };
}

/** The part that an `r:id` leads to, if it is there. */
export function partOf(view: PackageView, source: string, node: XmlElement | undefined): string | null {
  const relationship = view.relationship(source, node?.attributes['r:id'] ?? '');
  return relationship && !relationship.external ? view.locate(relationship.target) : null;
}

/** The elements with these names below the first element on the path. */
export const listed = (root: XmlElement | null, list: string, item: string): readonly XmlElement[] =>
  root ? elements(root, list).flatMap((node) => elements(node, item)) : [];
