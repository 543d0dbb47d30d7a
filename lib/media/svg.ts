/** SVG as a deck may hold it: without scripts, without anything that lies elsewhere, without what an editor left behind. */
import { gunzipSync } from 'node:zlib';
import { child, elements, parseXml, serialize, type XmlElement } from '../package/xml.js';

/** A drawing: its elements, cleaned, and its size in its own pixels. */
export interface Drawing {
  readonly root: XmlElement;
  readonly width: number;
  readonly height: number;
}

/** An SVG of more text than this is no drawing for a slide. */
const MOST_TEXT = 32 * 1024 * 1024;
const START = 4096;

/** The text of an SVG, compressed or not; null for bytes that are none. */
export function svgText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    try {
      return svgText(gunzipSync(bytes, { maxOutputLength: MOST_TEXT }));
    } catch {
      return null;
    }
  }
  const start = decoder(bytes).decode(bytes.subarray(0, START));
  return /^\s*(?:<[?!][\s\S]*)?<(?:[\w-]+:)?svg[\s>]/.test(start) ? decoder(bytes).decode(bytes) : null;
}

/** By the byte order mark, else by what the declaration says, else UTF-8. */
function decoder(bytes: Uint8Array): InstanceType<typeof TextDecoder> {
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le');
  if (mark === 0xfeff) return new TextDecoder('utf-16be');
  const said = /^<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 200)))?.[1];
  try {
    return new TextDecoder(said ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

/** Reads and cleans an SVG. Throws an Error with a plain sentence where it is not well-formed or has no size. */
export function readSvg(text: string): Drawing {
  const root = parsed(text);
  clean(root);
  if (prefixOf(root.name) === '') root.attributes.xmlns ??= SVG;
  const [, , boxWidth, boxHeight] = viewBox(root) ?? [];
  const [own, ownHeight] = [pixels(root.attributes.width), pixels(root.attributes.height)];
  const ratio = boxWidth !== undefined && boxHeight !== undefined ? boxWidth / boxHeight : null;
  const width = own ?? (ownHeight !== null && ratio !== null ? ownHeight * ratio : (boxWidth ?? null));
  const height = ownHeight ?? (own !== null && ratio !== null ? own / ratio : (boxHeight ?? null));
  if (!width || !height) throw new Error(sizeless(root));
  // Word and PowerPoint want a size; a drawing without a viewBox is not scaled by all readers.
  root.attributes.viewBox ??= `0 0 ${width} ${height}`;
  root.attributes.width = String(width);
  root.attributes.height = String(height);
  return { root, width, height };
}

const SVG = 'http://www.w3.org/2000/svg';

/** Why a drawing without a viewBox has no size that can be used. */
function sizeless({ attributes }: XmlElement): string {
  for (const name of ['width', 'height'])
    if ((inPixels(attributes[name]) ?? 0) > MOST_LENGTH)
      return `its ${name} of "${attributes[name]}" is more than ${new Intl.NumberFormat('en').format(MOST_LENGTH)} pixels, and it has no viewBox`;
  return 'it says neither a size nor a viewBox';
}

/** The drawing as a file; `width` and `height` in pixels, its own by default. */
export function svgBytes(
  { root, width, height }: Drawing,
  size: { readonly width: number; readonly height: number } | null = null,
): Uint8Array {
  const attributes = { ...root.attributes, width: String(size?.width ?? width), height: String(size?.height ?? height) };
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>\n${serialize({ ...root, attributes })}`);
}

function parsed(text: string): XmlElement {
  try {
    return parseXml(withoutDoctype(text), 'kept');
  } catch (cause) {
    throw new Error(`it is not well-formed (${cause instanceof Error ? cause.message.replace(/\.$/, '') : String(cause)})`, { cause });
  }
}

const DOCTYPE = /<!DOCTYPE[^[>]*(?:\[([\s\S]*?)\]\s*)?>/;

/** Editors declare namespaces as entities; those are put in once, and one that names others is left as it is, which the reader then refuses. */
function withoutDoctype(text: string): string {
  const found = DOCTYPE.exec(text);
  if (!found) return text;
  const entities = new Map(
    [...(found[1] ?? '').matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"&%]{0,500})"|'([^'&%]{0,500})')\s*>/g)].map(([, name = '', a, b]) => [
      name,
      a ?? b ?? '',
    ]),
  );
  return text.replace(DOCTYPE, '').replace(/&([\w.-]+);/g, (whole, name: string) => entities.get(name) ?? whole);
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '');
const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase();

/** What runs, what loads, what embeds another document, what moves: none of it belongs on a slide. */
const DROPPED = new Set(
  'script foreignobject iframe object embed audio video canvas handler listener animate animatecolor animatemotion animatetransform set discard metadata'.split(
    ' ',
  ),
);
/** Namespaces that mean something to readers; an editor's own data are left out. */
const KEPT_NAMESPACES = new Set([SVG, 'http://www.w3.org/1999/xlink', 'http://www.w3.org/XML/1998/namespace']);

function clean(root: XmlElement): void {
  const foreign = foreignPrefixes(root);
  const isForeign = (name: string): boolean => foreign.has(prefixOf(name));
  const walk = (node: XmlElement): void => {
    for (const [name, value] of Object.entries(node.attributes)) {
      if (isForeign(name) || (name.startsWith('xmlns:') && foreign.has(name.slice(6))) || !isHarmless(name, value))
        delete node.attributes[name];
      else if (name === 'style' || /url\(/i.test(value)) node.attributes[name] = cleanStyle(value);
    }
    node.children = node.children.filter(
      (item) => typeof item === 'string' || !(DROPPED.has(localName(item.name)) || isForeign(item.name)),
    );
    if (localName(node.name) === 'style') node.children = node.children.map((item) => (typeof item === 'string' ? cleanStyle(item) : item));
    for (const item of elements(node)) walk(item);
  };
  walk(root);
  const title = child(root, 'title');
  if (title) root.children = root.children.filter((item) => item !== title);
}

/** Prefixes that stand for a namespace of no reader; one that is declared for two things is kept. */
function foreignPrefixes(root: XmlElement): ReadonlySet<string> {
  const declared = new Map<string, boolean>();
  const walk = (node: XmlElement): void => {
    for (const [name, value] of Object.entries(node.attributes))
      if (name.startsWith('xmlns:')) declared.set(name.slice(6), (declared.get(name.slice(6)) ?? true) && !KEPT_NAMESPACES.has(value));
    for (const item of elements(node)) walk(item);
  };
  walk(root);
  return new Set([...declared].flatMap(([prefix, foreign]) => (foreign ? [prefix] : [])));
}

const PICTURE_DATA = /^\s*data:image\/(?:png|jpe?g|gif|webp)[;,]/i;

function isHarmless(name: string, value: string): boolean {
  const local = localName(name);
  if (/^on/.test(local) || name === 'xml:base' || name === 'base') return false;
  if (local === 'href' || local === 'src') return /^\s*#/.test(value) || PICTURE_DATA.test(value);
  return true;
}

/** `url(…)` of anything but a part of the drawing itself, or of pixels in it, is nothing. */
const withoutAddresses = (text: string): string =>
  text.replace(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)/gi, (whole, a, b, c) => {
    const target = String(a ?? b ?? c ?? '').trim();
    return target.startsWith('#') || PICTURE_DATA.test(target) ? whole : 'none';
  });

/** A style without what it would load; escapes, which could hide that, are written out first (CSS Syntax, 4.3.7). */
const cleanStyle = (css: string): string =>
  withoutAddresses(
    css
      .replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex: string | undefined, plain: string | undefined) =>
        hex === undefined ? (plain ?? '') : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0xfffd)),
      )
      .replace(/@import\b[^;]*(?:;|$)/gi, '')
      .replace(/@font-face\s*\{[^}]*\}/gi, ''),
  );

const UNITS: Readonly<Record<string, number>> = { '': 1, px: 1, pt: 96 / 72, pc: 16, mm: 96 / 25.4, cm: 96 / 2.54, in: 96 };
/** No drawing is larger in its own pixels; one that says so is scaled by its viewBox alone. */
const MOST_LENGTH = 100_000;

/** A length in CSS pixels; null for percentages and nonsense. */
function pixels(length: string | undefined): number | null {
  const value = inPixels(length);
  return value !== null && value <= MOST_LENGTH ? value : null;
}

function inPixels(length: string | undefined): number | null {
  const [, digits, unit = ''] = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? '') ?? [];
  const value = Number(digits) * (UNITS[unit.toLowerCase()] ?? Number.NaN);
  return value > 0 ? value : null;
}

function viewBox(root: XmlElement): readonly number[] | null {
  const numbers = (root.attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [, , width = 0, height = 0] = numbers;
  if (numbers.length === 4 && numbers.every(Number.isFinite) && width > 0 && height > 0) return numbers;
  delete root.attributes.viewBox;
  return null;
}
