/** Laying text into lines: paragraphs as widths, broken where they must be. Points throughout; the public doors are measure.ts and measure-text.ts. */
import { classWidth, EMOJI_WIDTH, hasWide, isAmbiguous, isWide, pitchOf, TABLE_LIMIT } from './characters.js';
import type { Face } from './families.js';
import { graphemeEnds, isTrailing, opportunities } from './linebreak.js';

/** A stretch of text in one face and size. */
export interface Stretch {
  readonly text: string;
  readonly face: Face;
  /** Points: what the characters are as wide as. */
  readonly size: number;
  /** Points: from this line to the next, at least. */
  readonly height: number;
  /** Shown in capitals. */
  readonly capitals: boolean;
  /** Points after each character. */
  readonly charSpacing: number;
  /** Points: of an object that stands for one character, where it is no text. */
  readonly advance?: number;
  /** Not broken where it fits on a line of its own. */
  readonly whole: boolean;
}

/** Where the lines of a paragraph start, in points from the frame's left edge. */
export interface Indents {
  readonly first: number;
  readonly rest: number;
}

/** A line: offsets into the paragraph's text, `end` exclusive, trailing space and line break included. */
export interface Line {
  readonly start: number;
  readonly end: number;
  /** Where what is seen ends. */
  readonly shown: number;
  readonly x: number;
  readonly width: number;
  readonly height: number;
}

/** A paragraph ready to be broken. */
interface Prose {
  readonly text: string;
  /** As long as the text: what says where lines may end. */
  readonly breaks: string;
  /** The sum of the widths before each UTF-16 unit; one entry more than there are units. */
  readonly edges: Float64Array;
  readonly tabs: boolean;
  readonly stretches: readonly { readonly end: number; readonly height: number }[];
  readonly emptyHeight: number;
  readonly indents: Indents;
}

/** PowerPoint's default tab stops are an inch apart. */
const TAB_STOP = 72;

/** Far below what anybody sees, far above what floating point loses. */
const TOLERANCE = 1e-6;

/** The space that LibreOffice puts between East Asian and other letters, of the size of the former. */
const SCRIPT_GAP = 0.25;

/** Breaks a paragraph into lines no wider than `width`; `emptyHeight` is the height of a paragraph without text. There is always one line. */
export function layOut(stretches: readonly Stretch[], indents: Indents, emptyHeight: number, width: number): readonly Line[] {
  return wrap(proseOf(stretches, indents, emptyHeight), width);
}

/** The width of a text on one line, tabs and line breaks not counted. */
export function advanceOf(stretch: Stretch): number {
  return proseOf([stretch], { first: 0, rest: 0 }, 0).edges.at(-1) ?? 0;
}

/** The height of a stretch's lines: letters that the family lacks stand in a face of its own. */
export const lineHeight = (text: string, face: Face, size: number, lineSpacing: number): number =>
  size * lineSpacing * Math.max(face.pitch, pitchOf(text), ownPitch(text, face));

const ownPitch = (text: string, { widePitch, complexPitch }: Face): number =>
  Math.max(widePitch && hasWide(text) ? widePitch : 0, complexPitch && COMPLEX.test(text) ? complexPitch : 0);

const COMPLEX = /[\u0590-\u109f\u1780-\u17ff]/;

function proseOf(stretches: readonly Stretch[], indents: Indents, emptyHeight: number): Prose {
  const text = stretches.map((stretch) => stretch.text).join('');
  const edges = new Float64Array(text.length + 1);
  const ends: { readonly end: number; readonly height: number }[] = [];
  let start = 0;
  for (const stretch of stretches) {
    if (stretch.text === '') continue;
    if (stretch.advance === undefined) writeAdvances(stretch, edges, start);
    else edges[start + 1] = stretch.advance;
    if (stretch.text.includes('\ufe0f')) widenEmoji(stretch, edges, start);
    start += stretch.text.length;
    ends.push({ end: start, height: stretch.height });
  }
  if (hasWide(text)) adjustEastAsian(text, edges);
  for (const { index } of text.matchAll(JOINED)) edges[index + 2] = 0;
  for (let at = 1; at < edges.length; at++) edges[at] = (edges[at] ?? 0) + (edges[at - 1] ?? 0);
  const breaks = stretches.map((stretch) => (stretch.whole ? unbroken(stretch.text) : stretch.text)).join('');
  return { text, breaks, edges, tabs: text.includes('\t'), stretches: ends, emptyHeight, indents };
}

/** An object with a break before and behind it and none inside: word joiners between two object replacement characters. */
const unbroken = (text: string): string => (text.length < 2 ? text : `\ufffc${'\u2060'.repeat(text.length - 2)}\ufffc`);

/** An emoji joined to the one before it is part of its picture. */
const JOINED = /\u200d\p{Extended_Pictographic}/gu;

/** Writes the width of each UTF-16 unit of a stretch at its offset plus one, where the sums will stand. */
function writeAdvances(stretch: Stretch, edges: Float64Array, start: number): void {
  const { text, face, size, charSpacing } = stretch;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const codePoint = unit < 0xd800 || unit > 0xdbff ? unit : (text.codePointAt(at) ?? unit);
    const width = stretch.capitals ? capitalWidth(codePoint, face) : widthOf(codePoint, face);
    if (width > 0) edges[start + at + 1] = width * size + charSpacing;
    if (codePoint > 0xffff) at++;
  }
}

/** Signs and digits that are shown as emoji: copyright marks, keycaps. */
const SHOWN_AS_EMOJI = /\p{Emoji}\ufe0f/gu;

function widenEmoji({ text, size }: Stretch, edges: Float64Array, start: number): void {
  for (const { index } of text.matchAll(SHOWN_AS_EMOJI)) {
    edges[start + index + 1] = Math.max(edges[start + index + 1] ?? 0, EMOJI_WIDTH * size);
  }
}

const widthOf = (codePoint: number, face: Face): number =>
  codePoint < TABLE_LIMIT ? (face.widths[codePoint] ?? 0) : face.beyond?.(codePoint) || classWidth(codePoint);

function capitalWidth(codePoint: number, face: Face): number {
  let width = 0;
  for (const capital of String.fromCodePoint(codePoint).toUpperCase()) width += widthOf(capital.codePointAt(0) ?? 0, face);
  return width;
}

/** Widens the marks that are full-width beside East Asian characters, and parts these from other letters as LibreOffice does. */
function adjustEastAsian(text: string, edges: Float64Array): void {
  let wideBefore = 0;
  let letterBefore = false;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    // LibreOffice parts them beside a space too.
    if (codePoint === 0x20 || codePoint === 0xa0) continue;
    const after = at + (codePoint > 0xffff ? 2 : 1);
    const own = edges[at + 1] ?? 0;
    const wideAfter = isWide(text.codePointAt(after) ?? 0) ? (edges[after + 1] ?? 0) : 0;
    const wide = isWide(codePoint) ? own : isAmbiguous(codePoint) ? Math.max(wideBefore, wideAfter) : 0;
    const letter = wide === 0 && LETTER.test(String.fromCodePoint(codePoint));
    const gap = wide > 0 && letterBefore ? wide : letter ? wideBefore : 0;
    edges[at + 1] = Math.max(own, wide) + gap * SCRIPT_GAP;
    wideBefore = wide;
    letterBefore = letter;
    at = after - 1;
  }
}

/** What LibreOffice parts from East Asian letters: brackets and signs too. */
const LETTER = /[\p{L}\p{N}\p{P}\p{S}]/u;

function wrap(prose: Prose, width: number): readonly Line[] {
  const { text, indents } = prose;
  const lines: Line[] = [];
  let start = 0;
  let at = 0;
  let x = indents.first;

  const finish = (): void => {
    lines.push(lineOf(prose, start, at, lines.length === 0 ? indents.first : indents.rest));
    start = at;
    x = indents.rest;
  };
  const fits = (end: number): boolean => reach(prose, x, at, shownEnd(text, at, end)) <= width + TOLERANCE;
  const put = (end: number): void => {
    x = reach(prose, x, at, end);
    at = end;
  };
  const place = (end: number, split: () => void): void => {
    if (!fits(end) && at > start) finish();
    if (fits(end)) put(end);
    else split();
  };
  const placeCharacters = (end: number): void => {
    for (const next of graphemeEnds(text, at, end)) place(next, () => put(next));
  };

  if (!HARD_BREAK.test(text) && fits(text.length)) {
    put(text.length);
    finish();
    return lines;
  }
  let pieces: number[] = [];
  for (const { end, required, weak } of opportunities(prose.breaks)) {
    pieces.push(end);
    if (weak) continue;
    place(end, () => {
      for (const piece of pieces) place(piece, () => placeCharacters(piece));
    });
    pieces = [];
    if (required) finish();
  }
  finish();
  return lines;
}

const HARD_BREAK = /[\n\v\f\r\u0085\u2028\u2029]/;

/** Where a pen at `x` stands after the text between two offsets. */
function reach(prose: Prose, x: number, from: number, to: number): number {
  const { text, edges } = prose;
  let at = from;
  let pen = x;
  if (prose.tabs) {
    for (let tab = text.indexOf('\t', at); tab >= 0 && tab < to; tab = text.indexOf('\t', at)) {
      pen += (edges[tab] ?? 0) - (edges[at] ?? 0);
      pen = (Math.floor(pen / TAB_STOP + TOLERANCE) + 1) * TAB_STOP;
      at = tab + 1;
    }
  }
  return pen + (edges[to] ?? 0) - (edges[at] ?? 0);
}

function shownEnd(text: string, start: number, end: number): number {
  let shown = end;
  while (shown > start && isTrailing(text.charCodeAt(shown - 1))) shown--;
  return shown;
}

function lineOf(prose: Prose, start: number, end: number, x: number): Line {
  const shown = shownEnd(prose.text, start, end);
  return { start, end, shown, x, width: reach(prose, x, start, shown) - x, height: heightOf(prose, start, end) };
}

/** A line is as high as the highest text in it; an empty one as what stands before it. */
function heightOf(prose: Prose, start: number, end: number): number {
  let height = 0;
  let from = 0;
  for (const stretch of prose.stretches) {
    if (from < end && stretch.end > start) height = Math.max(height, stretch.height);
    from = stretch.end;
  }
  return height || (prose.stretches.at(-1)?.height ?? prose.emptyHeight);
}
