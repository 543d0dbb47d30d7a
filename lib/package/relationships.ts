/** Relationship parts (ISO/IEC 29500-2, 6.5). */
import { escapeName, namespaces, relativeTarget, resolveTarget } from './names.js';
import type { Relationship } from './package.js';
import { elements, escapeAttribute, parseXml, XML_DECLARATION } from './xml.js';

/** The `.rels` of a part (`/` for the package itself) as text: targets relative to the part, as Office writes them. */
export function relationshipsXml(source: string, relationships: readonly Relationship[]): string {
  const lines = relationships.map(({ id, type, target, external }) => {
    const address = external ? target : escapeName(relativeTarget(source, target));
    const mode = external ? ' TargetMode="External"' : '';
    return `<Relationship Id="${escapeAttribute(id)}" Type="${escapeAttribute(type)}" Target="${escapeAttribute(address)}"${mode}/>`;
  });
  return `${XML_DECLARATION}<Relationships xmlns="${namespaces.packageRelationships}">${lines.join('')}</Relationships>`;
}

/** Reads the `.rels` of a part (`/` for the package itself): internal targets become absolute part names. Throws where it is not well-formed. */
export function parseRelationships(source: string, xml: string): readonly Relationship[] {
  return elements(parseXml(xml), 'Relationship').map(({ attributes }) => {
    const external = attributes.TargetMode?.toLowerCase() === 'external';
    const target = attributes.Target ?? '';
    return { id: attributes.Id ?? '', type: attributes.Type ?? '', target: external ? target : resolveTarget(source, target), external };
  });
}
