/** `{#id .class key=value flag}`, as pandoc has it; `key=[a, b]` is a list, whose value is what stands between the brackets. */
import { type Attributes, NO_ATTRIBUTES } from '../briefing/inline.js';

const ITEM =
  /\s*(?:#([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)|\.([\p{L}_][\p{L}\p{N}_-]*)|([\p{L}_][\p{L}\p{N}_:.-]*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|\[([^\]\n{}]*)\]|([^\s"'{}[\]]+))|([\p{L}_][\p{L}\p{N}_-]*)|(-))(?=\s|$)/uy;

/** Bare words that are attributes even where nothing else says so; other lone words in braces are text. */
const FLAGS = new Set(['hidden', 'appendix', 'unnumbered', 'unlisted', 'incremental', 'nonincremental', 'decorative', 'cover', 'contain']);

/** Attributes and how many characters they take, braces included. */
export interface ParsedAttributes {
  readonly attributes: Attributes;
  readonly length: number;
}

/** Reads attributes at the start of a text; null unless all that stands between the braces parses. `loose`: lone unknown words count too. */
export function readAttributes(text: string, loose = false): ParsedAttributes | null {
  const end = closingBrace(text);
  if (end === -1) return null;
  const attributes = attributesIn(text.slice(1, end), loose);
  return attributes && { attributes, length: end + 1 };
}

/** Reads what stands between the braces. */
export function attributesIn(text: string, loose = false): Attributes | null {
  const body = text.trimEnd();
  let id = '';
  const classes: string[] = [];
  const values: [string, string][] = [];
  let certain = loose;
  ITEM.lastIndex = 0;
  while (ITEM.lastIndex < body.length) {
    const match = ITEM.exec(body);
    if (!match) return null;
    const [, hash, dot, key, double, single, list, plain, word] = match;
    if (hash !== undefined) id = hash;
    else if (dot !== undefined) classes.push(dot);
    else if (key !== undefined) values.push([key, double ?? single ?? list ?? plain ?? '']);
    else if (word !== undefined) values.push([word, 'true']);
    certain ||= word === undefined || FLAGS.has(word);
  }
  if (id === '' && classes.length === 0 && values.length === 0) return null;
  return certain ? { id, classes, values: Object.fromEntries(values) } : null;
}

/** A heading's text and the attributes at its end. */
export function splitAttributes(text: string): { readonly length: number; readonly attributes: Attributes } {
  const whole = { length: text.length, attributes: NO_ATTRIBUTES };
  if (!text.endsWith('}')) return whole;
  const open = text.lastIndexOf('{');
  if (open === -1 || (open > 0 && !/\s/.test(text.charAt(open - 1)))) return whole;
  const attributes = attributesIn(text.slice(open + 1, -1));
  return attributes ? { length: text.slice(0, open).trimEnd().length, attributes } : whole;
}

/** The closing brace of a text that starts with one, on the same line and outside quotes; -1 where there is none. */
function closingBrace(text: string): number {
  if (text.charAt(0) !== '{') return -1;
  let quote = '';
  for (let i = 1; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '\n') return -1;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '{') return -1;
    else if (character === '}') return i;
  }
  return -1;
}
