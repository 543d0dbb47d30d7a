/** The document properties of a company's file, with what is true of our deck; everything else in them stays. */
import { contentTypes, relationshipKind, relationshipTypes } from '../../../package/names.js';
import type { Part, Relationship } from '../../../package/package.js';
import { decodeXml, elements, parsePart, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { Scene } from '../../../scene/scene.js';
import type { Template, TemplateFile } from '../../../template/model.js';
import { appXml, coreXml, customXml } from '../parts/properties.js';

/** The property parts, and the package's relationships with those to them. */
export interface EditedProperties {
  readonly parts: readonly Part[];
  readonly relationships: readonly Relationship[];
}

/** What a template says of itself and no deck made of it can say; what is not said anew goes. */
const CORE_OWN: ReadonlySet<string> = new Set([
  'title',
  'subject',
  'creator',
  'keywords',
  'lastModifiedBy',
  'category',
  'lastPrinted',
  'revision',
]);

/** `core.xml`, `app.xml` and, for a deck with a marking, `custom.xml`. */
export function editProperties(scene: Scene, template: Template, file: TemplateFile): EditedProperties {
  const relationships: Relationship[] = [...file.relationships];
  const edit = (type: string, kind: string, name: string, contentType: string, change: (root: XmlElement | null) => XmlElement): Part => {
    const target = relationships.find((item) => !item.external && relationshipKind(item.type) === kind)?.target;
    const known = file.parts.find((part) => part.name === target);
    if (known) return { ...known, data: xmlDocument(change(rootOf(known))) };
    const numbers = relationships.map(({ id }) => Number(/^rId(\d+)$/.exec(id)?.[1] ?? 0));
    relationships.push({ id: `rId${Math.max(0, ...numbers) + 1}`, type, target: name, external: false });
    return { name, contentType, data: xmlDocument(change(null)), relationships: [] };
  };
  const core = edit(relationshipTypes.coreProperties, 'core-properties', '/docProps/core.xml', contentTypes.coreProperties, (root) =>
    merged(root, coreXml(scene.properties), CORE_OWN),
  );
  const app = edit(
    relationshipTypes.extendedProperties,
    'extended-properties',
    '/docProps/app.xml',
    contentTypes.extendedProperties,
    (root) => merged(root, appXml(scene, template), new Set()),
  );
  const { marking } = scene.properties;
  if (marking === '') return { parts: [core, app], relationships };
  const custom = edit(
    relationshipTypes.customProperties,
    'custom-properties',
    '/docProps/custom.xml',
    contentTypes.customProperties,
    (root) => withMarking(root, customXml(marking)),
  );
  return { parts: [core, app, custom], relationships };
}

const rootOf = ({ name, data }: Part): XmlElement => parsePart(name, typeof data === 'string' ? data : decodeXml(data));

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** A document with the elements of another in place of those of the same name; of what is not said anew, `own` goes and the rest stays. */
function merged(root: XmlElement | null, ours: XmlElement, own: ReadonlySet<string>): XmlElement {
  if (!root) return ours;
  const said = new Map(elements(ours).map((item) => [local(item.name), item]));
  const kept = elements(root).filter(({ name }) => !said.has(local(name)) && !own.has(local(name)));
  // The prefixes of ours are declared beside those of the file; where both use one name they mean the same.
  return { ...root, attributes: { ...ours.attributes, ...root.attributes }, children: [...kept, ...said.values()] };
}

/** The custom properties with ours, under the next number that is free; one of the same name is replaced. */
function withMarking(root: XmlElement | null, ours: XmlElement): XmlElement {
  const [marking] = elements(ours);
  if (!root || !marking) return ours;
  const others = elements(root).filter(({ attributes }) => attributes.name !== marking.attributes.name);
  const pid = Math.max(1, ...others.map(({ attributes }) => Number(attributes.pid ?? 1))) + 1;
  const own = { ...marking, attributes: { ...marking.attributes, pid: String(pid) } };
  return { ...root, attributes: { ...ours.attributes, ...root.attributes }, children: [...others, own] };
}
