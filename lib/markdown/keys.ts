/** Keys of slides and sections: the author's, or made from the title; each once. */
import type { Attributes, Inline } from '../briefing/inline.js';
import { inlineText } from '../briefing/inline.js';
import type { Span } from '../core/diagnostic.js';
import { type Reading, report } from './reading.js';

/** A title as GitHub makes an anchor of it: lower case, blanks as `-`, other signs left out. */
export const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s+/g, '-');

/** The key that the author gave: `key=` or `#id`; empty where there is none. */
export const givenKey = (attributes: Attributes): string => attributes.values.key ?? attributes.id;

/** Something that gets a key. */
export interface Keyed {
  readonly title: readonly Inline[];
  readonly attributes: Attributes;
  readonly span: Span;
}

/** The keys of all, in order. The author's come first; where two are the same the later gets a number and a warning. */
export function keysOf(reading: Reading, all: readonly Keyed[]): readonly string[] {
  const used = new Set<string>();
  const next = new Map<string, number>();
  const free = (base: string): string => {
    let key = base;
    let n = next.get(base) ?? 2;
    while (used.has(key)) key = `${base}-${n++}`;
    next.set(base, n);
    used.add(key);
    return key;
  };
  const keys = all.map(({ attributes, span }) => {
    const given = givenKey(attributes);
    if (given === '') return '';
    if (used.has(given))
      report(reading, 'warning', 'markdown/duplicate-key', `the key "${given}" is used twice`, span, 'give each slide a key of its own');
    return free(given);
  });
  return keys.map((key, index) => key || free(slugOf(inlineText(all[index]?.title ?? [])) || 'slide'));
}
