/** What marked knows nothing of, cut out before it reads the rest: fenced divs, footnotes, a slide's own settings. */
import type { Attributes } from '../briefing/inline.js';
import { NO_ATTRIBUTES } from '../briefing/inline.js';
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { attributesIn, readAttributes } from './attributes.js';
import { dedent } from './definitions.js';
import type { Flavour } from './flavour.js';
import { foreignLines, highlightFence } from './foreign.js';
import { KEY, RULE, YAML_LINE } from './front-matter.js';
import { endOf, join as joinLines, linesOf, type Placed, slice, spanOf } from './placed.js';
import { type TextTable, textTable } from './text-tables.js';

/** A piece of the text below the front matter, in order. */
export type Piece =
  | { readonly type: 'text'; readonly text: Placed }
  | { readonly type: 'open'; readonly name: string; readonly title: Placed | null; readonly attributes: Attributes; readonly span: Span }
  | { readonly type: 'close'; readonly span: Span }
  | { readonly type: 'footnote'; readonly id: string; readonly content: Placed; readonly span: Span }
  | { readonly type: 'settings'; readonly yaml: Placed; readonly span: Span }
  | { readonly type: 'break'; readonly span: Span }
  | { readonly type: 'table'; readonly table: TextTable; readonly span: Span }
  /** pandoc's `. . .`: what follows waits for a click. */
  | { readonly type: 'pause'; readonly text: Placed; readonly span: Span }
  /** A line that speaks to another tool. */
  | { readonly type: 'foreign'; readonly text: string; readonly span: Span }
  | { readonly type: 'slot'; readonly name: string; readonly span: Span };

const DIV_OPEN = /^ {0,3}:{3,}[ \t]*([^:\s].*?)[ \t]*:*[ \t]*$/;
const PAUSE = /^ {0,3}\. \. \.[ \t]*$/;
const DIV_CLOSE = /^ {0,3}:{3,}[ \t]*$/;
const SLOT = /^::([a-z][\w-]*)::[ \t]*$/;
const FOOTNOTE = /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*/;
const CODE_OPEN = /^(?:[ \t>]|[-*+][ \t]|\d{1,9}[.)][ \t])*(`{3,}(?=[^`]*$)|~{3,})/;
const REVEAL_NOTE = /^notes?:[ \t]*/i;

/** Cuts the text below the front matter into pieces; nothing inside code or a comment is one. */
export function cut(source: SourceText, body: Placed, flavour: Flavour): readonly Piece[] {
  const lines = linesOf(body).map((line) => (line.text.includes('{%') ? (highlightFence(line) ?? line) : line));
  const opaque = opaqueLines(lines);
  const pieces: Piece[] = [];
  let text: Placed[] = [];
  let notes = false;
  const flush = (): void => {
    if (text.some((line) => line.text.trim() !== '')) pieces.push({ type: 'text', text: joinLines(text) });
    text = [];
  };
  const add = (piece: Piece): void => {
    flush();
    pieces.push(piece);
  };
  const endNotes = (span: Span): void => {
    if (notes) add({ type: 'close', span });
    notes = false;
  };
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? body;
    const lead = flavour === 'reveal' && !notes && !opaque[index] ? REVEAL_NOTE.exec(line.text)?.[0].length : undefined;
    const found = opaque[index] ? null : pieceAt(source, lines, index, flavour);
    if (lead !== undefined) {
      add({ type: 'open', name: 'notes', title: null, attributes: NO_ATTRIBUTES, span: spanOf(source, line) });
      text.push(slice(line, lead));
      notes = true;
    } else if (found) {
      if (found.piece.type === 'settings' || found.piece.type === 'break') endNotes(found.piece.span);
      add(found.piece);
      index = found.last;
    } else text.push(line);
  }
  endNotes(spanAt(source, endOf(body), endOf(body)));
  flush();
  return pieces;
}

/** Which lines stand in fenced code or in a comment. */
export function opaqueLines(lines: readonly Placed[]): readonly boolean[] {
  let fence = '';
  let comment = false;
  return lines.map(({ text }) => {
    if (fence !== '') {
      if (closes(fence, text)) fence = '';
      return true;
    }
    if (comment) {
      comment = !text.includes('-->');
      return true;
    }
    fence = CODE_OPEN.exec(text)?.[1] ?? '';
    comment = fence === '' && /^ {0,3}<!--(?!.*-->)/.test(text);
    return fence !== '' || comment;
  });
}

interface FoundPiece {
  readonly piece: Piece;
  /** The index of its last line. */
  readonly last: number;
}

/** The piece that starts on a line; null where the line is plain Markdown. */
function pieceAt(source: SourceText, lines: readonly Placed[], index: number, flavour: Flavour): FoundPiece | null {
  const line = lines[index];
  if (!line) return null;
  const words = line.text;
  const one = (piece: Piece): FoundPiece => ({ piece, last: index });
  const span = (last: number): Span => spanOf(source, joinLines(lines.slice(index, last + 1)));
  const foreign = foreignLines(words, lines[index + 1]?.text ?? '');
  if (foreign > 0) return { piece: { type: 'foreign', text: words.trim(), span: span(index) }, last: index + foreign - 1 };
  if (PAUSE.test(words)) return one({ type: 'pause', text: line, span: span(index) });
  if (DIV_CLOSE.test(words)) return one({ type: 'close', span: span(index) });
  const open = DIV_OPEN.exec(words)?.[1];
  if (open !== undefined) return one(openDiv(line, open, span(index)));
  const slot = flavour === 'slidev' ? SLOT.exec(words)?.[1] : undefined;
  if (slot !== undefined) return one({ type: 'slot', name: slot, span: span(index) });
  const footnote = FOOTNOTE.exec(words);
  if (footnote) {
    const last = footnoteEnd(lines, index) - 1;
    const content = joinLines([slice(line, footnote[0].length), ...lines.slice(index + 1, last + 1).map(dedent)]);
    return { piece: { type: 'footnote', id: footnote[1] ?? '', content, span: span(last) }, last };
  }
  const table = textTable(lines, index);
  if (table) return { piece: { type: 'table', table: table.table, span: span(table.last) }, last: table.last };
  const settings = RULE.test(words) ? settingsEnd(lines, index, flavour) : 0;
  if (settings > 0)
    return { piece: { type: 'settings', yaml: joinLines(lines.slice(index + 1, settings)), span: span(settings) }, last: settings };
  return breaksSlide(words, flavour) ? one({ type: 'break', span: span(index) }) : null;
}

/** The comments that reveal-md's documents name as their separators. */
const REVEAL_SEPARATOR = /^<!--\s*(?:s|v|slide|vertical)\s*-->[ \t]*$/;

/** In Slidev and reveal-md a line of hyphens is a slide break even close below a text, where Markdown has it underline a heading. */
const breaksSlide = (words: string, flavour: Flavour): boolean =>
  (flavour === 'slidev' && RULE.test(words)) || (flavour === 'reveal' && (/^-{2,}[ \t]*$/.test(words) || REVEAL_SEPARATOR.test(words)));

const closes = (fence: string, line: string): boolean => {
  const mark = /^[ \t>]*(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1];
  return mark !== undefined && mark.charAt(0) === fence.charAt(0) && mark.length >= fence.length;
};

/** The line that ends a slide's own settings (Slidev): `---`, keys, `---`; 0 where the line starts none. */
function settingsEnd(lines: readonly Placed[], start: number, flavour: Flavour): number {
  const above = lines[start - 1]?.text.trim() ?? '';
  if (!KEY.test(lines[start + 1]?.text ?? '') || (above !== '' && flavour !== 'slidev')) return 0;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i]?.text ?? '';
    if (RULE.test(line)) return i;
    if (!KEY.test(line) && !(YAML_LINE.test(line) && (line.trim() !== '' || flavour === 'slidev'))) return 0;
  }
  return 0;
}

/** The line after a footnote: before the first line that follows a blank one and is not indented. */
function footnoteEnd(lines: readonly Placed[], start: number): number {
  let end = start + 1;
  for (let i = start + 1; i < lines.length; i++) {
    const line = lines[i]?.text ?? '';
    const blank = line.trim() === '';
    const indented = /^(?: {4}|\t)/.test(line);
    const lazy = end === i && !/^ {0,3}(?:\[\^|#|:::|---|```|~~~|<!--)/.test(line);
    if (!blank && !indented && !lazy) break;
    if (!blank) end = i + 1;
  }
  return end;
}

/** `::: name {…}`, `::: {.name}`, `::: name words that follow`. */
function openDiv(line: Placed, words: string, span: Span): Piece {
  const braces = words.indexOf('{');
  const given = braces === -1 ? null : readAttributes(words.slice(braces), true);
  const head = given && braces + given.length === words.length ? words.slice(0, braces).trim() : words;
  const attributes = (head === words ? null : given?.attributes) ?? NO_ATTRIBUTES;
  const [, name = '', rest = ''] = /^([^\s{]*)\s*(.*)$/.exec(head) ?? [];
  const inRest = rest === '' ? null : attributesIn(rest);
  const at = line.text.indexOf(rest, line.text.indexOf(name) + name.length);
  return {
    type: 'open',
    name: (name || attributes.classes[0] || '').toLowerCase(),
    title: rest === '' || inRest ? null : slice(line, at, at + rest.length),
    attributes: inRest ?? attributes,
    span,
  };
}
