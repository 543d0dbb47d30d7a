/** Text with the place in the file of each of its characters: what marked reads, and what every position is derived from. */
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';

/** A text whose line ends are `\n`. `at` has one entry more than the text has characters: the last is where the text ends. */
export interface Placed {
  readonly text: string;
  /** The offset in the file of each character, and of the end. */
  readonly at: Uint32Array;
}

/** A stretch of a file, its line ends made `\n`. */
export function place(source: SourceText, start: number, end: number): Placed {
  const { text } = source;
  const at = new Uint32Array(end - start + 1);
  let length = 0;
  for (let i = start; i < end; i++) {
    if (text.charCodeAt(i) === 10 && i > start && text.charCodeAt(i - 1) === 13) continue;
    at[length++] = i;
  }
  at[length] = end;
  return { text: text.slice(start, end).replace(/\r\n?/g, '\n'), at: at.subarray(0, length + 1) };
}

/** A part of a text; offsets as those of `String.slice`, none negative. */
export const slice = (placed: Placed, from: number, to = placed.text.length): Placed => ({
  text: placed.text.slice(from, to),
  at: placed.at.subarray(Math.min(from, placed.text.length), Math.max(from, Math.min(to, placed.text.length)) + 1),
});

/** The offset of the first character. */
export const startOf = (placed: Placed): number => placed.at[0] ?? 0;

/** The offset behind the last character. */
export const endOf = (placed: Placed): number => (placed.text.length > 0 ? (placed.at[placed.text.length - 1] ?? 0) + 1 : startOf(placed));

/** The span from the first to the last character that is no blank. */
export function spanOf(source: SourceText, placed: Placed): Span {
  const trimmed = trim(placed);
  return spanAt(source, startOf(trimmed), endOf(trimmed));
}

/** Without blanks at either end. */
export function trim(placed: Placed): Placed {
  const end = placed.text.trimEnd().length;
  return slice(placed, Math.min(end, placed.text.length - placed.text.trimStart().length), end);
}

/** The lines, without their ends. */
export function linesOf(placed: Placed): readonly Placed[] {
  const lines: Placed[] = [];
  let start = 0;
  for (let end = placed.text.indexOf('\n'); end !== -1; end = placed.text.indexOf('\n', start)) {
    lines.push(slice(placed, start, end));
    start = end + 1;
  }
  lines.push(slice(placed, start));
  return lines;
}

/** Joins texts with `between`, which stands where the text before it ends. */
export function join(parts: readonly Placed[], between = '\n'): Placed {
  const text = parts.map((part) => part.text).join(between);
  const at = new Uint32Array(text.length + 1);
  let length = 0;
  parts.forEach((part, index) => {
    const end = part.at[part.text.length] ?? 0;
    at.set(part.at.subarray(0, part.text.length), length);
    length += part.text.length;
    const gap = index < parts.length - 1 ? between.length : 1;
    at.fill(end, length, length + gap);
    length += gap;
  });
  return { text, at };
}

/**
 * Places a line that marked derived from a line of the file: a container's mark taken off, leading tabs made blanks, blanks at the end perhaps
 * left out. The two agree from their ENDS.
 * What stands before the part that agrees is blank and is placed where that part starts, or on the tab that it was made of.
 */
export function placeFromEnd(text: string, whole: Placed): Placed {
  if (whole.text === text) return whole;
  const blanks = text.length - text.trimEnd().length;
  const line = slice(whole, 0, Math.min(whole.text.length, whole.text.trimEnd().length + blanks));
  let same = 0;
  const most = Math.min(text.length, line.text.length);
  while (same < most && text.charCodeAt(text.length - 1 - same) === line.text.charCodeAt(line.text.length - 1 - same)) same++;
  const from = line.text.length - same;
  if (same === text.length) return slice(line, from);
  const at = new Uint32Array(text.length + 1);
  at.fill(line.at[line.text.charAt(from - 1) === '\t' ? from - 1 : from] ?? 0, 0, text.length - same);
  at.set(line.at.subarray(from), text.length - same);
  return { text, at };
}

/** Whether a line that marked made can be derived from this one. */
export const agree = (text: string, line: Placed): boolean => line.text.trimEnd().endsWith(text.trim());

/** Places a text that was derived from `from` by leaving backslashes or blanks out; what has no counterpart is placed where its neighbour is. */
export function placeWithin(text: string, from: Placed): Placed {
  if (from.text === text) return from;
  const at = new Uint32Array(text.length + 1);
  let i = 0;
  for (let k = 0; k < text.length; k++) {
    const found = from.text.charAt(i) === text.charAt(k) ? i : next(from.text, i, text.charAt(k));
    at[k] = from.at[Math.min(found ?? i, from.text.length)] ?? 0;
    if (found !== null) i = found + 1;
  }
  at[text.length] = from.at[i] ?? 0;
  return { text, at };
}

/** The next place of a character, past backslashes and blanks only. */
function next(text: string, from: number, character: string): number | null {
  for (let i = from; i < text.length; i++) {
    if (text.charAt(i) === character) return i;
    if (!/[\\\s]/.test(text.charAt(i))) return null;
  }
  return null;
}
