/** What an author says of a listing behind its fence, in the ways of the tools that readers know. */
import type { Attributes } from '../briefing/inline.js';

/** PowerPoint numbers up to 32767 (ISO/IEC 29500-1, 20.1.10.60 ST_TextBulletStartAtNum). */
export const MOST_LINES = 32767;

const NUMBERED = /^(?:number-?lines|line-?numbers|show-?line-?numbers|linenos|lines)$/i;
const MARKED = /^(?:highlight(?:-?lines)?|hl(?:_lines)?|data-line|emphasize-lines)$/i;
const TITLED = /^(?:title|file-?name|caption)$/i;

const valueAt = ({ values }: Attributes, name: RegExp): string | undefined => Object.entries(values).find(([key]) => name.test(key))?.[1];

/** The number of the first line, where the author wants lines numbered: `{.numberLines startFrom=5}`, `showLineNumbers`, `linenos`. */
export function firstNumber(attributes: Attributes): number | null {
  const { classes, values } = attributes;
  const wanted = valueAt(attributes, NUMBERED);
  if (!classes.some((name) => NUMBERED.test(name)) && (wanted === undefined || wanted === 'false')) return null;
  const from = Number(values.startFrom ?? values.startLine ?? values.start ?? 1);
  return Number.isSafeInteger(from) && from > 0 && from < MOST_LINES ? from : 1;
}

/** What stands over the listing: `title="x.js"`; empty where nothing does. */
export const titleOf = (attributes: Attributes): string => valueAt(attributes, TITLED) ?? '';

/** The lines that the author points at, from 1: `2,4-6`; what a listing has no line for is in `missing`. */
export function markedLines(
  attributes: Attributes,
  count: number,
): { readonly marked: ReadonlySet<number>; readonly missing: readonly string[] } {
  const ranges = [...(valueAt(attributes, MARKED) ?? '').matchAll(/(\d+)(?:\s*-\s*(\d+))?/g)];
  const marked = new Set<number>();
  for (const [, from = '', to = from] of ranges) {
    for (let line = Math.max(1, Number(from)); line <= Math.min(count, Number(to)); line++) marked.add(line);
  }
  const missing = ranges.filter(([, from = '', to = from]) => Number(from) < 1 || Number(to) > count || Number(to) < Number(from));
  return { marked, missing: missing.map(([range]) => range) };
}
