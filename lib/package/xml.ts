/** XML: a strict reader, a plain tree, a writer, and the escaping that every part needs. */
import { SaxesParser } from 'saxes';

/** An element; names keep their prefix as written. The tree is a writer's working copy, so it may be changed in place. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Characters that XML 1.0 cannot hold (section 2.2, Char): control characters, lone surrogates, U+FFFE, U+FFFF. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it removes
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text without the characters that XML cannot hold. */
export const cleanText = (text: string): string => text.replace(FORBIDDEN, '');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for an element's content. */
export const escapeText = (text: string): string => cleanText(text).replace(/[&<>\r]/g, (found) => ESCAPES[found] ?? found);

/** Text for an attribute's value in double quotes. */
export const escapeAttribute = (text: string): string => cleanText(text).replace(/[&<>"\t\n\r]/g, (found) => ESCAPES[found] ?? found);

export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** An element. Attributes whose value is null are left out; numbers and booleans are written as the schemas want them (`1`, `0`). */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | null>> = {},
  ...children: readonly (XmlNode | null)[]
): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null) kept[key] = typeof value === 'boolean' ? (value ? '1' : '0') : String(value);
  }
  return { name, attributes: kept, children: children.filter((child): child is XmlNode => child !== null) };
}

/** An element and all below it as text, without a declaration. */
export function serialize(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  let out = `<${node.name}`;
  for (const [key, value] of Object.entries(node.attributes)) out += ` ${key}="${escapeAttribute(value)}"`;
  if (node.children.length === 0) return `${out}/>`;
  out += '>';
  for (const child of node.children) out += serialize(child);
  return `${out}</${node.name}>`;
}

/** A whole part as text. */
export const xmlDocument = (root: XmlElement): string => XML_DECLARATION + serialize(root);

/** Reads a document; throws an Error with line and column when it is not well-formed. Comments and processing instructions are dropped. */
export function parseXml(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const stack: XmlElement[] = [top];
  const append = (node: XmlNode): void => void stack[stack.length - 1]?.children.push(node);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node: XmlElement = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    append(node);
    stack.push(node);
  });
  parser.on('closetag', () => void stack.pop());
  parser.on('text', append);
  parser.on('cdata', append);
  parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
  const root = top.children.find((child): child is XmlElement => typeof child !== 'string');
  if (!root) throw new Error('no root element');
  return root;
}

/** The child elements, all or those of one name. */
export const elements = (node: XmlElement, name?: string): readonly XmlElement[] =>
  node.children.filter((child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name));

/** The first child element of that name. */
export const child = (node: XmlElement, name: string): XmlElement | undefined => elements(node, name)[0];

/** The first element reached by following the names down. */
export const find = (node: XmlElement, ...path: readonly string[]): XmlElement | undefined =>
  path.reduce<XmlElement | undefined>((at, name) => at && child(at, name), node);

/** Every element below, in document order, all or those of one name. */
export function descendants(node: XmlElement, name?: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const walk = (at: XmlElement): void => {
    for (const item of elements(at)) {
      if (name === undefined || item.name === name) found.push(item);
      walk(item);
    }
  };
  walk(node);
  return found;
}

/** All text below, joined. */
export const textOf = (node: XmlElement): string => node.children.map((item) => (typeof item === 'string' ? item : textOf(item))).join('');
