/** XML: a strict reader, a plain tree, a writer, and the escaping that every part needs. */
import { SaxesParser } from 'saxes';

/** An element; names keep their prefix as written. The tree is a writer's working copy, so it may be changed in place. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlNode[];
}

export type XmlNode = XmlElement | string;

/** Characters outside XML 1.0's Char (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

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

/** What may need escaping or leaving out. Nearly every value has none of it, and one test is cheaper than two replacements. */
const DELICATE = /[^ !#-%'-;=?-~\u00a0-\ud7ff\ue000-\ufffd]/;

const escaped = (found: string): string => ESCAPES[found] ?? found;

/** Text for an element's content; what XML cannot hold is left out. */
export const escapeText = (text: string): string => (DELICATE.test(text) ? cleanText(text).replace(/[&<>\r]/g, escaped) : text);

/** Text for an attribute's value in double quotes; what XML cannot hold is left out. */
export const escapeAttribute = (text: string): string => (DELICATE.test(text) ? cleanText(text).replace(/[&<>"\t\n\r]/g, escaped) : text);

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
  for (const key in node.attributes) out += ` ${key}="${escapeAttribute(node.attributes[key] ?? '')}"`;
  if (node.children.length === 0) return `${out}/>`;
  out += '>';
  for (const child of node.children) out += serialize(child);
  return `${out}</${node.name}>`;
}

/** A whole part as text. */
export const xmlDocument = (root: XmlElement): string => XML_DECLARATION + serialize(root);

/** Deeper documents are refused: everything that walks a tree does so by recursion. Office itself stays below 100. */
const MAX_DEPTH = 500;

const isBlank = (text: string): boolean => /^[ \t\n\r]*$/.test(text);

/** Drops the white space between elements; an element with words of its own, or with nothing but white space (`<a:t> </a:t>`), keeps all. */
function dropIndentation(node: XmlElement): void {
  const { children } = node;
  if (children.length < 2) return;
  const texts = children.filter((child) => typeof child === 'string');
  if (texts.length > 0 && texts.every(isBlank)) node.children = children.filter((child) => typeof child !== 'string');
}

/** Adds text, joined to the text before it: CDATA sections, comments and references cut one text into several. */
function appendText({ children }: XmlElement, text: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + text;
  else if (text !== '') children.push(text);
}

/**
 * Reads a document; comments, processing instructions and, unless it is `kept`, the white space between elements are dropped. Throws an Error that
 * begins with line and column, `3:14: unexpected close tag.`, when it is not well-formed, has a document type declaration (ISO/IEC 29500-2, 6.2.5)
 * or more than 500 levels.
 */
export function parseXml(text: string, blanks: 'dropped' | 'kept' = 'dropped'): XmlElement {
  const parser = new SaxesParser({ xmlns: false });
  const top: XmlElement = { name: '', attributes: {}, children: [] };
  const stack: XmlElement[] = [];
  let current = top;
  const refuse = (why: string): never => {
    throw parser.makeError(why);
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => refuse('a document type declaration is not allowed.'));
  parser.on('opentag', (tag) => {
    const node: XmlElement = { name: tag.name, attributes: tag.attributes as Record<string, string>, children: [] };
    current.children.push(node);
    stack.push(current);
    current = node;
    if (stack.length > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} levels of elements.`);
  });
  parser.on('closetag', () => {
    if (blanks === 'dropped') dropIndentation(current);
    current = stack.pop() ?? top;
  });
  parser.on('text', (chunk) => appendText(current, chunk));
  parser.on('cdata', (chunk) => appendText(current, chunk));
  parser.write(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text).close();
  return elements(top)[0] ?? refuse('no root element.');
}

/** The sentence for a part that parseXml refuses. */
export const notWellFormed = (name: string, why: string): string => `${name.slice(1)} is not well-formed XML (${why.replace(/\.$/, '')})`;

/** Reads the document of a part. Throws an Error with a plain sentence that names the part and has line and column. */
export function parsePart(name: string, text: string): XmlElement {
  try {
    return parseXml(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(notWellFormed(name, why), { cause });
  }
}

/** A part's bytes as text: UTF-16 where its byte order mark says so, else UTF-8 (ISO/IEC 29500-2 allows no third). */
export function decodeXml(bytes: Uint8Array): string {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  return new TextDecoder(mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8').decode(bytes);
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
