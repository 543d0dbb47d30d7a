/** No word alone on the last line of a title. */

import type { Rect } from '../core/units.js';
import type { Paragraph, TextRun, TextStyle } from '../scene/text.js';
import type { Template } from '../template/model.js';
import { measureParagraphs } from '../text/measure.js';

/** A line that gives its last word away keeps at least this many. */
const LEAST_WORDS = 2;

/**
 * The paragraph with a no-break space before its last word, where that word stood alone on the last line: two words do then, the outline and
 * a search see the same words, and no line break is fixed.
 */
export function withoutWidow(text: Paragraph, style: TextStyle, frame: Rect, { fonts }: Template): Paragraph {
  const lines = linesOf(text, style, frame, fonts);
  const [before, last] = lines.slice(-2);
  if (before === undefined || last === undefined || wordsIn(last) > 1 || wordsIn(before) <= LEAST_WORDS) return text;
  const joined = joinedAtLastSpace(text);
  if (!joined) return text;
  const after = linesOf(joined, style, frame, fonts);
  return after.length === lines.length && wordsIn(after.at(-1) ?? '') > 1 ? joined : text;
}

const linesOf = (text: Paragraph, style: TextStyle, frame: Rect, fonts: Template['fonts']): readonly string[] =>
  measureParagraphs([text], style, fonts, frame.cx).lines.map((line) => line.text);

const wordsIn = (line: string): number => line.trim().split(/\s+/).length;

/** Null where there is no space to join at. */
function joinedAtLastSpace(text: Paragraph): Paragraph | null {
  const at = text.inlines.findLastIndex((inline) => inline.type === 'run' && inline.text.trimEnd().includes(' '));
  const found = text.inlines[at];
  if (found?.type !== 'run') return null;
  const space = found.text.trimEnd().lastIndexOf(' ');
  const run: TextRun = { ...found, text: `${found.text.slice(0, space)}\u00a0${found.text.slice(space + 1)}` };
  return { ...text, inlines: text.inlines.with(at, run) };
}
