/** marked's lexer with the inline marks that GFM lacks, and a limit to how deep blocks nest. */
import { Lexer, Marked, type MarkedExtension, type Token, Tokenizer, type Tokens } from 'marked';
import { readAttributes } from './attributes.js';

/** Deeper quotes and lists are read as text: a slide shows five levels, and marked's time grows with the square of the depth. */
const DEEPEST = 50;

/** How far a claim's closing bracket is looked for, in characters. */
const LONGEST_CLAIM = 4_000;

/** A mark of ours among marked's tokens; what it means is read again where inlines are made. */
export interface MarkToken extends Tokens.Generic {
  readonly type: 'citation' | 'span' | 'footnote' | 'math' | 'attributes' | 'expression' | 'superscript' | 'subscript' | 'marked' | 'note';
  readonly raw: string;
}

const CITATION_ITEM = /^\s*-?@([\p{L}\p{N}_](?:[\p{L}\p{N}_:.#$%&+?<>~/-]*[\p{L}\p{N}_/])?)\s*(?:,\s*([^,]*(?:,[^,]*)*?))?\s*$/u;

/** One source of a citation: its id, `p. 4`, and where in the text both stand. */
export interface CitationPart {
  readonly id: string;
  readonly locator: string;
  readonly start: number;
  readonly end: number;
}

/** The sources of `[@id, p. 4; @b]`; null where it is no citation. */
export function citationParts(raw: string): readonly CitationPart[] | null {
  const parts: CitationPart[] = [];
  let start = 1;
  for (const item of raw.slice(1, -1).split(';')) {
    const match = CITATION_ITEM.exec(item);
    if (!match) return null;
    const from = start + item.length - item.trimStart().length;
    parts.push({ id: match[1] ?? '', locator: (match[2] ?? '').trim(), start: from, end: start + item.trimEnd().length });
    start += item.length + 1;
  }
  return parts;
}

/** A bracket behind it makes a link of it, unless that is the next citation. */
function citation(src: string): string | null {
  const raw = /^\[-?@[^[\]\n]*\](?!\()(?!\[(?!-?@))/.exec(src)?.[0];
  return raw !== undefined && citationParts(raw) ? raw : null;
}

/** `[words]{attributes}`: the length of the bracketed part; 0 where there is none. */
export function bracketed(src: string): number {
  let depth = 0;
  const most = Math.min(src.length, LONGEST_CLAIM);
  for (let i = 0; i < most; i++) {
    const character = src.charAt(i);
    if (character === '\\') i++;
    else if (character === '[') depth++;
    else if (character === ']' && --depth === 0) return i + 1;
  }
  return 0;
}

function span(src: string): string | null {
  if (src.charAt(0) !== '[') return null;
  const length = bracketed(src);
  const attributes = src.charAt(length) === '{' ? readAttributes(src.slice(length)) : null;
  return length > 0 && attributes ? src.slice(0, length + attributes.length) : null;
}

const MATH_DISPLAY = /^\$\$(?=[\s\S]*\S)[^$]+\$\$/;
const MATH_INLINE = /^\$(?![\s$])((?:\\[\s\S]|[^\\$])*?[^\s\\$]|(?:\\[\s\S]|[^\\$])*?\\[^\s])\$(?![\d$])/;
/** What only math has. */
const OPERATOR = /[\\^_={}+<>]/;
const AMOUNT = /^\d[\d.,]*(?:k|K|m|M|B|T|bn|mn|tn)\b/;

/** pandoc's rule for `$…$`; an amount of money is never math. `before` is the character in front. */
export function mathAt(src: string, before: string): string | null {
  if (src.charAt(0) !== '$') return null;
  const display = MATH_DISPLAY.exec(src);
  if (display) return display[0];
  if (/[\p{L}\p{N}$\\]/u.test(before)) return null;
  const inline = MATH_INLINE.exec(src);
  const body = inline?.[1] ?? '';
  if (!inline || /\n[ \t]*\n/.test(body)) return null;
  const money = /^\d/.test(body) && !OPERATOR.test(body) && (/[\s–—]/.test(body) || AMOUNT.test(body));
  const currency = /\s(?:US|HK|NZ|CA|AU|A|C|S|R)$/.test(body) && (/^\d/.test(body) || !OPERATOR.test(body));
  return money || currency ? null : inline[0];
}

/** Attributes stand directly behind a picture, a link or code. */
function attributes(src: string, tokens: readonly Token[]): string | null {
  const before = tokens.at(-1)?.type;
  if (src.charAt(0) !== '{' || (before !== 'image' && before !== 'link' && before !== 'codespan')) return null;
  const read = readAttributes(src, before === 'image');
  return read && src.slice(0, read.length);
}

const footnote = (src: string): string | null => /^\[\^[^\]\s^]+\](?!\()/.exec(src)?.[0] ?? null;

/** The character in front; empty at the start of a text and behind a mark. */
const before = (tokens: readonly Token[]): string => tokens.at(-1)?.raw.slice(-1) ?? '';

/** No blank stands in a raised or lowered text unless it is written `\\ ` (https://pandoc.org/MANUAL.html#superscripts-and-subscripts). */
const SUPERSCRIPT = /^\^((?:\\ |[^\s\\^`$<>[\]|]){1,40})\^(?![\p{L}\p{N}^])/u;
/** Within a word only what formulas have: H~2~O. */
const SUBSCRIPT = /^~((?:\\ |[^\s\\~`$<>[\]|/]){1,40})~(?![\p{L}\p{N}~/])|^~(\d{1,3}|\p{L})~(?=\p{L})/u;
const MARKED = /^==(?![\s=])([^=\n]*[^\s=])==(?![=\p{L}\p{N}])/u;

/** Behind a letter, a figure or a bracket: faces such as `^_^`, shifts and paths are text. */
const raised = (src: string, tokens: readonly Token[]): string | null =>
  /[\p{L}\p{N})\]*_”"’]$/u.test(before(tokens)) && /[\p{L}\p{N}*]/u.test(src.slice(1, 3)) ? (SUPERSCRIPT.exec(src)?.[0] ?? null) : null;

const lowered = (src: string, tokens: readonly Token[]): string | null =>
  /[\p{L}\p{N})\]*_]$/u.test(before(tokens)) ? (SUBSCRIPT.exec(src)?.[0] ?? null) : null;

/** `==words==`; with letters around it, it compares something. */
const marked = (src: string, tokens: readonly Token[]): string | null =>
  /[\p{L}\p{N}=)\]]$/u.test(before(tokens)) ? null : (MARKED.exec(src)?.[0] ?? null);

/** pandoc's `^[a note]`: words, for `^[a-z]` is a pattern. */
function note(src: string): string | null {
  if (!src.startsWith('^[')) return null;
  const length = bracketed(src.slice(1));
  return length > 0 && /\p{L}\S*\s+\S*\p{L}/u.test(src.slice(2, length)) && !/^[([{+*?]/.test(src.slice(1 + length))
    ? src.slice(0, 1 + length)
    : null;
}

/** `~~words~~`, and `~words~` where no letter stands at the outside of it and no path inside: a version such as `1.0~rc1~2` is text. */
const isStruck = (raw: string, before: string, after: string): boolean =>
  raw.startsWith('~~') || !(/[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after) || raw.charAt(1) === '/');

/** `{{facts.id}}` on one line. */
const expression = (src: string): string | null => /^\{\{[^{}\n]*\}\}/.exec(src)?.[0] ?? null;

type Reader = (src: string, tokens: readonly Token[]) => string | null;

/** Where the text inside a mark stands, for those that hold text with marks. */
const INSIDE: Partial<Record<MarkToken['type'], (raw: string) => readonly [from: number, to: number]>> = {
  span: (raw) => [1, bracketed(raw) - 1],
  superscript: (raw) => [1, raw.length - 1],
  subscript: (raw) => [1, raw.length - 1],
  marked: (raw) => [2, raw.length - 2],
};

const mark = (type: MarkToken['type'], read: Reader, start?: (src: string) => number) => ({
  name: type,
  level: 'inline' as const,
  ...(start ? { start } : {}),
  tokenizer(this: { lexer: Lexer }, src: string, tokens: Token[]): MarkToken | undefined {
    const raw = read(src, tokens);
    if (raw === null) return undefined;
    const [from, to] = INSIDE[type]?.(raw) ?? [0, 0];
    const inner = this.lexer.inlineTokens(raw.slice(from, to));
    return { type, raw, tokens: inner };
  },
});

const EXTENSION: MarkedExtension = {
  extensions: [
    mark('citation', citation),
    mark('footnote', footnote),
    mark('span', span),
    mark(
      'math',
      (src, tokens) => (src.charAt(0) === '$' ? mathAt(src, tokens.at(-1)?.raw.slice(-1) ?? '') : null),
      (src) => src.indexOf('$'),
    ),
    mark('attributes', attributes),
    mark('note', note, (src) => src.indexOf('^[')),
    mark('superscript', raised, (src) => src.indexOf('^')),
    mark('subscript', lowered),
    mark('marked', marked, (src) => src.indexOf('==')),
  ],
};

const WITH_EXPRESSIONS: MarkedExtension = {
  extensions: [...(EXTENSION.extensions ?? []), mark('expression', expression, (src) => src.indexOf('{{'))],
};

/**
 * In a quote inside a list item, a lazy line makes marked read a list again under the item's last token, where it may refuse it and then throw
 * (`Cannot read properties of undefined (reading 'raw')`). What stands before a quote says nothing about the lists in it.
 */
function newMarkedLexer(expressions: boolean): Lexer {
  const tokenizer = new Tokenizer();
  const lexer = new Lexer({ ...new Marked(expressions ? WITH_EXPRESSIONS : EXTENSION).defaults, tokenizer });
  const blockquote = tokenizer.blockquote.bind(tokenizer);
  tokenizer.blockquote = (src: string) => {
    const { lastToken, ...state } = lexer.state;
    lexer.state = state;
    const quote = blockquote(src);
    if (lastToken) lexer.state.lastToken = lastToken;
    return quote;
  };
  const del = tokenizer.del.bind(tokenizer);
  tokenizer.del = (src: string, masked: string, prevChar: string) => {
    const struck = del(src, masked, prevChar);
    return struck && isStruck(struck.raw, prevChar, src.charAt(struck.raw.length)) ? struck : undefined;
  };
  return lexer;
}

/** A lexer for one document. It is handed texts piece by piece, so that link definitions of one count in all. `tooDeep` is called where nesting is cut off. `expressions`: `{{…}}` is one. */
export function newLexer(tooDeep: () => void, expressions: boolean): Lexer {
  const lexer = newMarkedLexer(expressions);
  const read = lexer.blockTokens.bind(lexer);
  let depth = 0;
  const limited = (src: string, tokens: Token[] = [], clipped = false): Token[] => {
    depth++;
    try {
      if (depth <= DEEPEST) return read(src, tokens, clipped);
      if (src.trim() !== '') {
        tooDeep();
        tokens.push({ type: 'paragraph', raw: src, text: src, tokens: [], deep: true } as Token);
      }
      lexer.state.top = true;
      return tokens;
    } finally {
      depth--;
    }
  };
  lexer.blockTokens = limited as typeof lexer.blockTokens;
  return lexer;
}

/** The block tokens of a text. Where marked cannot read it, what stands between blank lines is read by itself, and at worst as a paragraph. */
export function blockTokens(lexer: Lexer, text: string, failed: (reason: string) => void): readonly Token[] {
  try {
    lexer.state.top = true;
    return lexer.blockTokens(text, []);
  } catch (error) {
    const parts = text.split(/(?<=\n[ \t]*\n)(?=\S)/);
    if (parts.length > 1) return parts.flatMap((part) => blockTokens(lexer, part, failed));
    failed(error instanceof Error ? error.message : String(error));
    return [{ type: 'paragraph', raw: text, text, tokens: [] }];
  } finally {
    lexer.inlineQueue = [];
  }
}

/** The inline tokens of a text. */
export function inlineTokens(lexer: Lexer, text: string): readonly Token[] {
  lexer.state.inLink = false;
  lexer.state.inRawBlock = false;
  try {
    return lexer.inlineTokens(text);
  } catch {
    return [{ type: 'text', raw: text, text, escaped: false }];
  }
}
