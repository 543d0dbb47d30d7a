/** `[Content_Types].xml`: which part is of which type (ISO/IEC 29500-2, 6.2.3). */
import { contentTypes, extensionOf, namespaces, partKey, relationshipsPart } from './names.js';
import type { ContentTypes, Part } from './package.js';
import { elements, escapeAttribute, parsePart, XML_DECLARATION } from './xml.js';

/** The item of the archive that holds the content types; it is no part. */
export const CONTENT_TYPES = '/[Content_Types].xml';

/** What an extension stands for, in the order in which the Default elements are written. */
const USUAL: Readonly<Record<string, string>> = {
  rels: contentTypes.relationships,
  xml: contentTypes.xml,
  png: contentTypes.png,
  jpg: contentTypes.jpeg,
  jpeg: contentTypes.jpeg,
  gif: contentTypes.gif,
  svg: contentTypes.svg,
  xlsx: contentTypes.package,
};

/** The content types of parts: a Default for each usual extension in use, an Override for every part that it does not fit. */
export function contentTypesOf(parts: readonly Part[]): ContentTypes {
  const used = new Set(['rels', ...parts.map((part) => extensionOf(part.name))]);
  return {
    defaults: Object.entries(USUAL).flatMap(([extension, contentType]) => (used.has(extension) ? [{ extension, contentType }] : [])),
    overrides: parts
      .filter((part) => USUAL[extensionOf(part.name)] !== part.contentType)
      .map((part) => ({ part: part.name, contentType: part.contentType })),
  };
}

/** Content types of a package that another program wrote, for these parts: what it says of them stays, what it does not say of them is added. */
export function extendedContentTypes(base: ContentTypes, parts: readonly Part[]): ContentTypes {
  const named = new Set(parts.flatMap(({ name }) => [partKey(name), partKey(relationshipsPart(name))]));
  const known: ContentTypes = {
    defaults: base.defaults,
    overrides: base.overrides.filter(({ part }) => named.has(partKey(part)) || extensionOf(part) === 'rels'),
  };
  const typeOf = contentTypeLookup(known);
  const missing = parts.filter(({ name, contentType }) => typeOf(name) !== contentType);
  const added = contentTypesOf(missing);
  const extensions = new Set(base.defaults.map(({ extension }) => extension));
  const defaults = added.defaults.filter(({ extension }) => !extensions.has(extension));
  const all = contentTypeLookup({ defaults: [...known.defaults, ...defaults], overrides: [] });
  const restated = new Set(missing.filter(({ name, contentType }) => all(name) !== contentType).map(({ name }) => partKey(name)));
  const kept = known.overrides.filter(({ part }) => !missing.some(({ name }) => partKey(name) === partKey(part)));
  const overrides = missing.filter(({ name }) => restated.has(partKey(name))).map(({ name, contentType }) => ({ part: name, contentType }));
  return { defaults: [...known.defaults, ...defaults], overrides: [...kept, ...overrides] };
}

/** `[Content_Types].xml` as text. */
export function contentTypesXml({ defaults, overrides }: ContentTypes): string {
  const lines = [
    ...defaults.map(
      (item) => `<Default Extension="${escapeAttribute(item.extension)}" ContentType="${escapeAttribute(item.contentType)}"/>`,
    ),
    ...overrides.map((item) => `<Override PartName="${escapeAttribute(item.part)}" ContentType="${escapeAttribute(item.contentType)}"/>`),
  ];
  return `${XML_DECLARATION}<Types xmlns="${namespaces.packageContentTypes}">${lines.join('')}</Types>`;
}

/** Reads `[Content_Types].xml`; throws where it is not well-formed. */
export function parseContentTypes(xml: string): ContentTypes {
  const root = parsePart(CONTENT_TYPES, xml);
  return {
    defaults: elements(root, 'Default').map(({ attributes }) => ({
      extension: (attributes.Extension ?? '').toLowerCase(),
      contentType: attributes.ContentType ?? '',
    })),
    overrides: elements(root, 'Override').map(({ attributes }) => ({
      part: attributes.PartName ?? '',
      contentType: attributes.ContentType ?? '',
    })),
  };
}

/** A look-up from part name to content type; `null` where the package gives none. */
export function contentTypeLookup({ defaults, overrides }: ContentTypes): (part: string) => string | null {
  const byPart = new Map(overrides.map((item) => [partKey(item.part), item.contentType]));
  const byExtension = new Map(defaults.map((item) => [item.extension, item.contentType]));
  return (part) => byPart.get(partKey(part)) ?? byExtension.get(extensionOf(part)) ?? null;
}

/** Whether a part of this type is XML. */
export const isXmlType = (contentType: string): boolean => /[+/]xml\s*(;|$)/i.test(contentType);
