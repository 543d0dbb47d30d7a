/** Small changes to a tree. */
import { element, elements, type XmlElement } from '../../../package/xml.js';

/** Takes away all children of these names. */
export const removeChildren = (node: XmlElement, ...names: readonly string[]): void => {
  node.children = node.children.filter((child) => typeof child === 'string' || !names.includes(child.name));
};

/** Takes away these attributes. */
export const removeAttributes = (node: XmlElement, ...names: readonly string[]): void => {
  for (const name of names) delete node.attributes[name];
};

/** Puts a child in place of those of its name, before the first one that the schema wants behind it; `order` is the schema's sequence. */
export function putChild(node: XmlElement, child: XmlElement, order: readonly string[]): void {
  removeChildren(node, child.name);
  const rank = order.indexOf(child.name);
  const at = node.children.findIndex((other) => typeof other !== 'string' && order.indexOf(other.name) > rank);
  node.children.splice(at < 0 ? node.children.length : at, 0, child);
}

/** The child of that name, made first where there is none. */
export function ensureChild(node: XmlElement, name: string, order: readonly string[]): XmlElement {
  const known = elements(node, name)[0];
  if (known) return known;
  const made = element(name);
  putChild(node, made, order);
  return made;
}

/** Adds an extension to an element's list of extensions, which must be its last child. */
export function addExtension(node: XmlElement, list: string, uri: string, content: XmlElement): void {
  const [prefix] = list.split(':');
  const extensions = elements(node, list)[0] ?? element(list);
  extensions.children.push(element(`${prefix}:ext`, { uri }, content));
  removeChildren(node, list);
  node.children.push(extensions);
}

/** Turns a node into another; whoever holds it sees the change. */
export function become(node: XmlElement, other: XmlElement): void {
  node.name = other.name;
  node.attributes = other.attributes;
  node.children = other.children;
}

/** Puts an element in the place of another, where there is one. */
export function replace(next: XmlElement, known: XmlElement | undefined): void {
  if (known) become(known, next);
}

/** The sequence of `a:rPr` (ISO/IEC 29500-1, 21.1.2.3.9), as far as we write it. */
export const RUN_ORDER = ['a:ln', 'a:noFill', 'a:solidFill', 'a:highlight', 'a:latin', 'a:ea', 'a:cs', 'a:hlinkClick', 'a:extLst'];

/** The sequence of `a:pPr` (21.1.2.2.7). */
export const PARAGRAPH_ORDER = [
  'a:lnSpc',
  'a:spcBef',
  'a:spcAft',
  'a:buClr',
  'a:buSzPct',
  'a:buFont',
  'a:buNone',
  'a:buAutoNum',
  'a:buChar',
  'a:tabLst',
];

/** The sequence of `p:spPr` (20.1.2.2.35). */
export const SHAPE_ORDER = ['a:xfrm', 'a:custGeom', 'a:prstGeom', 'a:noFill', 'a:solidFill', 'a:pattFill', 'a:ln', 'a:effectLst'];

/** The sequence of `a:p` (21.1.2.2.6). */
export const TEXT_ORDER = ['a:pPr', 'a:r', 'a:br', 'a:fld', 'a:endParaRPr'];
