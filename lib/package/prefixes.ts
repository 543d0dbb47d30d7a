/** Other programs than Office choose other namespace prefixes; rules know only Office's. */
import { namespaces } from './names.js';
import type { XmlElement } from './xml.js';

const STRICT = 'http://purl.oclc.org/ooxml';

/** Office's prefix by namespace, in the transitional and the strict form of the standard. A workbook's own elements have none. */
const USUAL: ReadonlyMap<string, string> = new Map([
  ...Object.entries(namespaces).map(([prefix, address]) => [address, prefix] as const),
  [namespaces.x, ''],
  [namespaces.packageRelationships, ''],
  [namespaces.packageContentTypes, ''],
  [`${STRICT}/drawingml/main`, 'a'],
  [`${STRICT}/drawingml/chart`, 'c'],
  [`${STRICT}/presentationml/main`, 'p'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${STRICT}/spreadsheetml/main`, ''],
]);

/** From the prefix as written to Office's; those that are the same are not in it. */
type Scope = ReadonlyMap<string, string>;

function scopeOf(attributes: Readonly<Record<string, string>>, outer: Scope): Scope {
  let scope: Map<string, string> | null = null;
  for (const name in attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name.slice('xmlns:'.length);
    const usual = USUAL.get(attributes[name] ?? '') ?? prefix;
    if ((outer.get(prefix) ?? prefix) === usual) continue;
    scope ??= new Map(outer);
    scope.set(prefix, usual);
  }
  return scope ?? outer;
}

function renamed(name: string, scope: Scope): string {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(0, colon));
  const usual = scope.get(prefix) ?? prefix;
  return usual === prefix ? name : `${usual}${usual === '' ? '' : ':'}${name.slice(colon + 1)}`;
}

/** Gives the elements and attributes of a tree, in place, the prefixes that Office uses for their namespaces. */
export function usePrefixesOfOffice(node: XmlElement, outer: Scope = new Map()): XmlElement {
  const scope = scopeOf(node.attributes, outer);
  if (scope.size > 0) {
    node.name = renamed(node.name, scope);
    node.attributes = Object.fromEntries(
      Object.entries(node.attributes).map(([name, value]) => [
        name.includes(':') && !name.startsWith('xmlns:') ? renamed(name, scope) : name,
        value,
      ]),
    );
  }
  for (const child of node.children) if (typeof child !== 'string') usePrefixesOfOffice(child, scope);
  return node;
}
