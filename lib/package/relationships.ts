/** Relationship parts (ISO/IEC 29500-2, 6.5). */
import { escapeName, namespaces, relationshipsPart, relativeTarget, resolveTarget } from './names.js';
import type { Relationship } from './package.js';
import { elements, escapeAttribute, parsePart, XML_DECLARATION, type XmlElement } from './xml.js';

/** The `.rels` of a part (`/` for the package itself) as text: targets relative to the part, as Office writes them. */
export function relationshipsXml(source: string, relationships: readonly Relationship[]): string {
  const lines = relationships.map(({ id, type, target, external }) => {
    const address = external ? target : escapeName(relativeTarget(source, target));
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="${escapeAttribute(id)}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(address)}"${mode}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${namespaces.packageRelationships}">${lines.join('')}</Relationships>`;
}

/** The relationships in a `.rels` document of a part (`/` for the package itself): internal targets become absolute part names. */
export const relationshipsIn = (source: string, root: XmlElement): readonly Relationship[] =>
  elements(root, 'Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode?.toLowerCase() === 'external';
    const target = attributes.Target ?? '';
    return { id: attributes.Id ?? '', type: attributes.Type ?? '', target: external ? target : resolveTarget(source, target), external };
  });

/** Reads the `.rels` of a part. Throws an Error with a plain sentence where it is not well-formed. */
export const parseRelationships = (source: string, xml: string): readonly Relationship[] =>
  relationshipsIn(source, parsePart(relationshipsPart(source), xml));
