/** What HTML tags mean on a slide. */
import { decodeReferences } from './entities.js';
import type { Marks } from './runs.js';

/** A tag as it is written. */
export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: Readonly<Record<string, string>>;
}

const ATTRIBUTE = /([^\s=<>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** Reads `<name a="b">` or `</name>`; null for comments and declarations. */
export function readTag(raw: string): Tag | null {
  const match = /^<(\/?)([a-zA-Z][\w:.-]*)([\s\S]*?)(\/?)>$/.exec(raw);
  if (!match) return null;
  const [, slash, name = '', rest = '', self] = match;
  const attributes: [string, string][] = [];
  for (const [, key = '', double, single, plain] of rest.matchAll(ATTRIBUTE))
    attributes.push([key.toLowerCase(), decodeReferences(double ?? single ?? plain ?? '')]);
  return { name: name.toLowerCase(), closing: slash === '/', selfClosing: self === '/', attributes: Object.fromEntries(attributes) };
}

const MARKS: Readonly<Record<string, Partial<Marks>>> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italic: true },
  em: { italic: true },
  cite: { italic: true },
  dfn: { italic: true },
  var: { italic: true },
  s: { strike: true },
  strike: { strike: true },
  del: { strike: true },
  u: { underline: true },
  ins: { underline: true },
  mark: { marked: true },
  small: { small: true },
  q: {},
  abbr: {},
  code: { code: true },
  kbd: { code: true },
  samp: { code: true },
  tt: { code: true },
  sub: { baseline: 'subscript' },
  sup: { baseline: 'superscript' },
};

/** The marks inside a tag; null where the tag sets none. */
export function marksOf(tag: Tag): Partial<Marks> | null {
  if (tag.name === 'a') {
    const { href, title } = tag.attributes;
    return href === undefined ? {} : { link: href, linkTitle: title ?? '' };
  }
  return Object.hasOwn(MARKS, tag.name) ? (MARKS[tag.name] ?? null) : null;
}

/** Tags whose meaning is in their place alone, or that say nothing: dropped without a word. */
const SILENT = new Set([
  'p',
  'div',
  'html',
  'head',
  'body',
  'tbody',
  'thead',
  'tfoot',
  'wbr',
  'center',
  'section',
  'article',
  'main',
  'summary',
  'details',
  'figure',
]);

/** Whether dropping the tag is worth a note. */
export const isSilent = (name: string): boolean => SILENT.has(name);
