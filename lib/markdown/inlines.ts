/** marked's inline tokens → inlines with their places. */
import type { Token, Tokens } from 'marked';
import { expand } from '../briefing/expression.js';
import type { Citation, Inline, InlineImage } from '../briefing/inline.js';
import { inlineText, NO_ATTRIBUTES, STATUSES, type Status } from '../briefing/inline.js';
import type { Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { readAttributes } from './attributes.js';
import { reportMisplaced } from './audience.js';
import { isBadge } from './badges.js';
import { commentText, noteIn } from './comments.js';
import { decodeReferences } from './entities.js';
import { bracketed, citationParts, inlineTokens } from './lexer.js';
import { join, linesOf, type Placed, place, placeWithin, slice, startOf, trim } from './placed.js';
import { type Footnote, footnoteMark, type Reading, report, reportOnce, wholeSpan } from './reading.js';
import { addRun, addText, type Draft, finish, type Marks, PLAIN } from './runs.js';
import { isSilent, marksOf, readTag, type Tag } from './tags.js';

/** Inlines of a block's text; the indent of its lines does not count. */
export function readInlines(reading: Reading, text: Placed): readonly Inline[] {
  const lines = linesOf(trim(text));
  const flat = lines.length === 1 ? trim(text) : join(lines.map((line) => slice(line, line.text.length - line.text.trimStart().length)));
  const draft: Draft = [];
  walk(reading, inlineTokens(reading.lexer, flat.text), flat, PLAIN, draft);
  return finish(draft, reading.source);
}

/** Inlines of a text that stands somewhere inside a span of the file, perhaps quoted or escaped. */
export function inlinesAt(reading: Reading, text: string, span: Span): readonly Inline[] {
  const whole = place(reading.source, span.start.offset, span.end.offset);
  const at = whole.text.lastIndexOf(text);
  return readInlines(reading, at === -1 ? placeWithin(text, whole) : slice(whole, at, at + text.length));
}

function walk(reading: Reading, tokens: readonly Token[], text: Placed, marks: Marks, draft: Draft): void {
  let cursor = 0;
  let current = marks;
  const open: { readonly name: string; readonly outside: Marks }[] = [];
  for (const token of tokens) {
    const here = slice(text, cursor, cursor + token.raw.length);
    cursor += token.raw.length;
    const tag = token.type === 'html' ? readTag(token.raw) : null;
    if (!tag) read({ reading, token, here, marks: current, draft });
    else if (tag.closing) {
      const at = open.findLastIndex((item) => item.name === tag.name);
      const found = at === -1 ? undefined : open[at];
      if (found) addClosing(tag.name, here, current, draft);
      if (found) current = found.outside;
      if (found) open.length = at;
    } else {
      const inside = readInlineTag(reading, tag, here, current, draft);
      if (inside) open.push({ name: tag.name, outside: current });
      current = inside ?? current;
    }
  }
}

/** Adds what a tag stands for; the marks of its content where it has any. */
export function readInlineTag(reading: Reading, tag: Tag, here: Placed, marks: Marks, draft: Draft): Marks | null {
  const inside = marksOf(tag);
  if (tag.name === 'q') addRun(draft, '“', slice(here, 0, 1), marks);
  if (tag.name === 'abbr' && tag.attributes.title) reportAbbreviation(reading, tag.attributes.title, here);
  if (inside) return tag.selfClosing ? null : { ...marks, ...inside };
  if (tag.name === 'br') draft.push({ type: 'break', span: wholeSpan(reading, here) });
  else if (tag.name === 'img') addImage(reading, imageOfTag(reading, tag, here, marks), draft);
  else if (!isSilent(tag.name)) dropTag(reading, tag.name, here);
  return null;
}

/** Adds what a closing tag stands for: of a quotation, its mark. */
export function addClosing(name: string, here: Placed, marks: Marks, draft: Draft): void {
  if (name === 'q') addRun(draft, '”', slice(here, 0, 1), marks);
}

/** What an abbreviation stands for is shown to those who point at it, which nobody does on a slide. */
function reportAbbreviation(reading: Reading, title: string, here: Placed): void {
  const message = `"${title}", which a pointer would show, stands on no slide`;
  report(reading, 'info', 'markdown/abbreviation', message, wholeSpan(reading, here));
}

/** Says, once for each name, that a tag was left out, and what became of its text. */
export function dropTag(reading: Reading, name: string, here: Placed, becomes = 'its text is kept'): void {
  const message = `the tag <${name}> means nothing on a slide; ${becomes}`;
  reportOnce(reading, `tag ${name}`, 'markdown/html-tag', message, wholeSpan(reading, here));
}

function imageOfTag(reading: Reading, tag: Tag, here: Placed, marks: Marks): InlineImage {
  const { src = '', alt = '', title = '', width, height } = tag.attributes;
  const values = { ...(width === undefined ? {} : { width }), ...(height === undefined ? {} : { height }) };
  const attributes = { ...NO_ATTRIBUTES, values };
  return { type: 'image', source: src, alt, title, attributes, link: marks.link, span: wholeSpan(reading, here) };
}

/** Adds a picture; badges are left out, and that is said. */
function addImage(reading: Reading, image: InlineImage, draft: Draft): void {
  if (!isBadge(image.source)) draft.push(image);
  else report(reading, 'info', 'markdown/badge', `the badge "${image.alt || image.source}" means nothing on a slide`, image.span);
}

const childTokens = (token: Token): readonly Token[] => ('tokens' in token ? (token.tokens ?? []) : []);

/** A token where it stands. */
interface Spot {
  readonly reading: Reading;
  readonly token: Token;
  readonly here: Placed;
  readonly marks: Marks;
  readonly draft: Draft;
}

/** What each type of marked's inline tokens, and of ours, adds. */
const READERS: Readonly<Record<string, (spot: Spot) => void>> = {
  text: ({ reading, draft, here, marks }) => {
    reportUnread(reading, here);
    addText(draft, here, marks);
  },
  escape: ({ draft, here, marks }) => addRun(draft, here.text.slice(1), here, marks),
  strong: (spot) => readNested(spot, 2, { bold: true }),
  em: (spot) => readNested(spot, 1, { italic: true }),
  del: (spot) => readNested(spot, spot.here.text.startsWith('~~') ? 2 : 1, { strike: true }),
  codespan: readCode,
  br: ({ reading, draft, here }) => draft.push({ type: 'break', span: wholeSpan(reading, trim(here)) }),
  link: readLink,
  image: ({ reading, draft, here, marks, token }) => addImage(reading, readImage(reading, token as Tokens.Image, here, marks), draft),
  html: ({ reading, here }) => readComment(reading, here),
  attributes: readImageAttributes,
  citation: readCitation,
  span: readSpan,
  footnote: readFootnote,
  expression: readExpression,
  math: readMath,
  superscript: (spot) => readScript(spot, 'superscript'),
  subscript: (spot) => readScript(spot, 'subscript'),
  marked: (spot) => readNested(spot, 2, { marked: true }),
  note: readNote,
};

/** Adds what a token stands for; of a type that nobody knows its source, so that nothing is lost. */
const read = (spot: Spot): void => (READERS[spot.token.type] ?? READERS.text)?.(spot);

function readNested({ reading, token, here, marks, draft }: Spot, cut: number, more: Partial<Marks>): void {
  walk(reading, childTokens(token), slice(here, cut, Math.max(cut, here.text.length - cut)), { ...marks, ...more }, draft);
}

/** A blank that is escaped is no mark. */
function readScript(spot: Spot, baseline: 'superscript' | 'subscript'): void {
  const { here, marks, draft } = spot;
  if (here.text.includes('\\ ')) addRun(draft, here.text.slice(1, -1).replaceAll('\\ ', ' '), here, { ...marks, baseline });
  else readNested(spot, 1, { baseline });
}

const NO_NAMES = { facts: new Map(), vars: new Map(), used: () => {} };

/** A fact brings its standing and its source with it; one of its fields, and what is computed of several, is text. */
function readExpression({ reading, here, marks, draft }: Spot): void {
  const span = wholeSpan(reading, here);
  const found = expand(here.text.slice(2, -2), reading.names ?? NO_NAMES, reading.lang);
  if ('problem' in found) {
    report(reading, 'error', `${found.about}/expression`, `${here.text} cannot be printed: ${found.problem}`, span);
    addText(draft, here, marks);
    return;
  }
  addRun(draft, found.text, here, marks);
  if (!found.fact) return;
  const { status, by, source: id } = found.fact;
  const sources: readonly Citation[] = id === '' ? [] : [{ id, locator: '', span }];
  if (status !== null && status !== 'confirmed') draft.push({ type: 'status', status, by, sources, text: found.text, span });
  else if (sources.length > 0) draft.push({ type: 'citation', items: sources, span });
}

function readMath({ reading, here, marks, draft }: Spot): void {
  const dollars = here.text.startsWith('$$') ? 2 : 1;
  const content = trim(slice(here, dollars, here.text.length - dollars));
  const display = dollars === 2;
  const tex = content.text;
  const place = (at: number): Span => wholeSpan(reading, slice(content, Math.min(at, tex.length), Math.min(at + 1, tex.length)));
  reading.equations.push({ tex, display, span: wholeSpan(reading, content), place });
  draft.push({ type: 'math', tex, display, bold: marks.bold, span: wholeSpan(reading, here) });
}

function readCode({ here, marks, draft }: Spot): void {
  const ticks = /^`+/.exec(here.text)?.[0].length ?? 0;
  const inner = slice(here, ticks, here.text.length - ticks);
  const padded = /^[ \n].*[ \n]$/s.test(inner.text) && inner.text.trim() !== '';
  const content = padded ? slice(inner, 1, inner.text.length - 1) : inner;
  addRun(draft, content.text.replaceAll('\n', ' '), content, { ...marks, code: true });
}

function readLink(spot: Spot): void {
  const { reading, here, marks, draft } = spot;
  const token = spot.token as Tokens.Link;
  if (token.autolink) {
    const content = here.text.startsWith('<') ? slice(here, 1, here.text.length - 1) : here;
    addRun(draft, content.text, content, { ...marks, link: token.href });
    return;
  }
  const inside = { ...marks, link: decodeReferences(token.href), linkTitle: decodeReferences(token.title ?? '') };
  walk(reading, token.tokens, placeWithin(token.text, slice(here, 1)), inside, draft);
}

function readImage(reading: Reading, token: Tokens.Image, here: Placed, marks: Marks): InlineImage {
  const alt: Draft = [];
  walk(reading, token.tokens, placeWithin(token.text, slice(here, 2)), PLAIN, alt);
  const words = inlineText(finish(alt, reading.source));
  const image = {
    type: 'image',
    source: decodeReferences(token.href),
    title: decodeReferences(token.title ?? ''),
    link: marks.link,
  } as const;
  const span = wholeSpan(reading, here);
  const { alt: rest, keywords } = marpAlt(words, reading.flavour === 'marp');
  const values = Object.fromEntries(keywords.map((word) => word.split(':', 2)).map(([key = '', value]) => [key, value ?? 'true']));
  return { ...image, alt: rest, attributes: { ...NO_ATTRIBUTES, values }, span };
}

const MARP_FILTERS = 'blur|brightness|contrast|drop-shadow|grayscale|hue-rotate|invert|opacity|saturate|sepia';
/** Of a picture behind the text or beside it. */
const GROUND_WORD = new RegExp(
  `^(?:bg|fit|cover|contain|auto|vertical|(?:left|right)(?::\\S*)?|\\d+(?:\\.\\d+)?%|(?:w|h|width|height):\\S*|(?:${MARP_FILTERS})(?::\\S*)?)$`,
);
/** Of any picture in a Marp deck. */
const MARP_WORD = new RegExp(`^(?:(?:w|h|width|height):\\S*|(?:${MARP_FILTERS})(?::\\S*)?)$`);
/** Of a picture in any other briefing: what nobody describes a picture with. */
const SIZE_WORD = new RegExp(`^(?:(?:w|h|width|height):(?:auto|\\d\\S*)|(?:${MARP_FILTERS}):[\\d.]\\S*)$`);

/** Marp's keywords in a picture's alternative text: `![bg right:40% w:200px words](…)` (https://marpit.marp.app/image-syntax). */
function marpAlt(alt: string, isMarp: boolean): { readonly alt: string; readonly keywords: readonly string[] } {
  const words = alt.split(/\s+/);
  // `![bg](…)` is understood everywhere: no picture is described as "bg".
  const isGround = words[0] === 'bg' || (isMarp && words.includes('bg'));
  const keyword = isGround ? GROUND_WORD : isMarp ? MARP_WORD : SIZE_WORD;
  const keywords = words.filter((word) => keyword.test(word));
  return { alt: keywords.length === 0 ? alt : words.filter((word) => !keyword.test(word)).join(' '), keywords };
}

/** Attributes behind a picture are the picture's; behind a link or code they mean nothing on a slide. */
function readImageAttributes({ reading, here, draft }: Spot): void {
  const last = draft.at(-1);
  const found = readAttributes(here.text, true)?.attributes;
  if (last?.type !== 'image' || !found) return;
  reportMisplaced(reading, found.values, here);
  const end = wholeSpan(reading, here).end;
  draft[draft.length - 1] = {
    ...last,
    attributes: { ...found, values: { ...last.attributes.values, ...found.values } },
    span: { ...last.span, end },
  };
}

function readComment(reading: Reading, here: Placed): void {
  const content = commentText(here);
  const note = content && noteIn(content, reading.flavour);
  if (note) reading.strayNotes.push({ content: note, offset: startOf(here) });
}

function readCitation({ reading, here, draft }: Spot): void {
  const items = (citationParts(here.text) ?? []).map(({ id, locator, start, end }) => ({
    id,
    locator: decodeReferences(locator),
    span: wholeSpan(reading, slice(here, start, end)),
  }));
  trimBlankBefore(draft);
  draft.push({ type: 'citation', items, span: wholeSpan(reading, here) });
}

/** A citation's mark stands close to the word before it. */
function trimBlankBefore(draft: Draft): void {
  const last = draft.at(-1);
  if (last?.type !== 'run') return;
  const cut = last.text.length - last.text.trimEnd().length;
  if (cut === last.text.length) return;
  if (cut > 0) last.end = last.innerEnd;
  last.text = last.text.slice(0, last.text.length - cut);
}

const isStatus = (word: string): word is Status => STATUSES.some((status) => status === word);

/** `[words]{status=disputed by="…" source=id}`; `[words]{.class}` is its words alone. */
function readSpan({ reading, token, here, marks, draft }: Spot): void {
  const length = bracketed(here.text);
  const before = draft.length;
  const own: Draft = [];
  walk(reading, childTokens(token), slice(here, 1, length - 1), marks, own);
  draft.push(...own);
  const values = readAttributes(here.text.slice(length))?.attributes.values ?? {};
  reportMisplaced(reading, values, slice(here, length));
  const sources = sourcesOf(reading, values.source ?? '', here);
  const { status = '', by = '' } = values;
  const span = wholeSpan(reading, here);
  const text = inlineText(finish(own, reading.source));
  if (isStatus(status)) {
    draft.push({ type: 'status', status, by: decodeReferences(by), sources, text, span });
    return;
  }
  if (status !== '' || by !== '') reportStatus(reading, status, span);
  if (sources.length > 0 && draft.length > before) draft.push({ type: 'citation', items: sources, span });
}

/** One id, or several: `source=v3`, `source=[v3, sa]`, `source="v3; sa"`. */
function sourcesOf(reading: Reading, list: string, here: Placed): readonly Citation[] {
  const start = here.text.lastIndexOf(list);
  return [...list.matchAll(/[^\s,;@]+/g)].map(({ 0: id, index }) => ({
    id,
    locator: '',
    span: wholeSpan(reading, slice(here, start + index, start + index + id.length)),
  }));
}

function reportStatus(reading: Reading, status: string, span: Span): void {
  const near = closest(status, STATUSES);
  const message = status === '' ? 'a claim has no status' : `"${status}" is no status`;
  report(
    reading,
    'warning',
    'markdown/unknown-status',
    message,
    span,
    near ? `did you mean "${near}"?` : `use one of ${STATUSES.join(', ')}`,
  );
}

/** A claim that nobody could read stands on the slide as it was written. */
function reportUnread(reading: Reading, here: Placed): void {
  const unread = /\]\{(?=[^{}\n]*\b(?:status|by|source)\s*=)[^{}\n]*\}?/.exec(here.text);
  if (!unread) return;
  const span = wholeSpan(reading, slice(here, unread.index + 1, unread.index + unread[0].length));
  const message = `${unread[0].slice(1)} cannot be read, and stands on the slide as it is`;
  report(reading, 'warning', 'markdown/attributes', message, span, 'write it as {status=claimed by="…" source=[id, id]}');
}

function readFootnote({ reading, here, marks, draft }: Spot): void {
  const note = reading.footnotes.get(here.text.slice(2, -1));
  if (note) {
    addReference(reading, note, here, marks, draft);
    return;
  }
  const id = here.text.slice(2, -1);
  if (draft.length > 0 && /^[\p{L}\p{N}_]+$/u.test(id)) {
    const near = closest(id, [...reading.footnotes.keys()]);
    const hint = near === null ? `write it on a line of its own: [^${id}]: …` : `did you mean "${near}"?`;
    report(reading, 'warning', 'markdown/unknown-footnote', `no footnote is called "${id}"`, wholeSpan(reading, here), hint);
  }
  addRun(draft, here.text, here, marks);
}

/** `^[words]`: a footnote where it is referred to. */
function readNote({ reading, here, marks, draft }: Spot): void {
  const offset = startOf(here);
  const id = `^${offset}`;
  const content = slice(here, 2, here.text.length - 1);
  const note = reading.footnotes.get(id) ?? { id, content, span: wholeSpan(reading, here), number: 0, uses: [] };
  reading.footnotes.set(id, note);
  addReference(reading, note, here, marks, draft);
}

function addReference(reading: Reading, note: Footnote, here: Placed, marks: Marks, draft: Draft): void {
  if (note.number === 0) note.number = ++reading.numbered;
  note.uses.push(startOf(here));
  const mark = footnoteMark(note.number, reading);
  // A no-break space parts it from its word, so that a search for the word finds it.
  addRun(draft, draft.length > 0 ? `\u00a0${mark}` : mark, here, { ...marks, baseline: 'superscript' });
}
