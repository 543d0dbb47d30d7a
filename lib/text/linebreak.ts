/** Where a line may end: Unicode Standard Annex 14, and graphemes where a word is wider than the line. */
import LineBreaker from 'linebreak';
import { isSyllable, isWide } from './characters.js';
import { segmentEnds } from './segments.js';

/** A place where a line may end. */
export interface Opportunity {
  /** Offset of what would start the next line. */
  readonly end: number;
  /** The line ends here whatever its width. */
  readonly required: boolean;
  /** Only LibreOffice breaks here unless it must: between Latin letters and signs, as after a slash, and inside Korean words. */
  readonly weak: boolean;
}

/** The places where the lines of a text may end, in order; the last is the end of the text. */
export function opportunities(text: string): readonly Opportunity[] {
  const breaker = new LineBreaker(text);
  const words = SPACELESS.test(text) ? wordEnds(text) : [];
  const found: Opportunity[] = [];
  let word = 0;
  for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
    const { position: end } = next;
    for (let at = words[word]; at !== undefined && at <= end; at = words[++word])
      if (at < end) found.push({ end: at, required: false, weak: false });
    const required = next.required && isHardBreak(text.charCodeAt(end - 1));
    found.push({ end, required, weak: !required && end < text.length && isWeak(text, end) });
  }
  return found;
}

/** Scripts that part no words by spaces, and whose lines end between words all the same (class SA of the annex). */
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/;
const SPACELESS_RUN = new RegExp(`(?:${SPACELESS.source}\\p{M}*)+`, 'gu');

/** Where the words of such scripts end inside their runs, by the dictionaries of Unicode (ICU), as LibreOffice and PowerPoint do by theirs. */
function wordEnds(text: string): readonly number[] {
  const ends: number[] = [];
  for (const { 0: run, index } of text.matchAll(SPACELESS_RUN)) {
    for (const end of segmentEnds(run, 'word')) if (end < run.length) ends.push(index + end);
  }
  return ends;
}

/** Whether a UTF-16 unit ends a line by itself: line feed, vertical tab, form feed, carriage return, next line, line and paragraph separator. */
export const isHardBreak = (unit: number): boolean => (unit >= 0x0a && unit <= 0x0d) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;

/** Whether a UTF-16 unit at the end of a line takes no room there. */
export const isTrailing = (unit: number): boolean => unit === 0x20 || unit === 0x09 || isHardBreak(unit);

/**
 * PowerPoint breaks Latin text after spaces, hyphens and dashes; the annex also after slashes, before em dashes and the like. Korean it breaks
 * at spaces, unless `latinLnBrk` says otherwise; the annex between all syllables.
 */
function isWeak(text: string, end: number): boolean {
  const before = text.charCodeAt(end - 1);
  const after = text.charCodeAt(end);
  if (isSyllable(before) && isSyllable(after)) return true;
  return before < 0x2000 && !BREAKS_AFTER.has(before) && !isWide(before) && after < 0x2e80 && !isWide(after);
}

/** Tab, space, hyphen-minus, soft hyphen. */
const BREAKS_AFTER: ReadonlySet<number> = new Set([0x09, 0x20, 0x2d, 0xad]);

/** The ends of the user-perceived characters of `text` between two offsets. */
export const graphemeEnds = (text: string, start: number, end: number): readonly number[] =>
  segmentEnds(text.slice(start, end), 'grapheme').map((at) => start + at);
