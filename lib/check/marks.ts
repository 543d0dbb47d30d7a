/** What tells two sentences apart that are alike otherwise: dates, names, codes such as `V3`, `GPT-4o` or `Llama 405B`. */
import { split } from './words.js';

/** The marks of a text, in lower case. */
export interface Marks {
  readonly dates: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*';
const DATE = new RegExp(String.raw`\b(?:1[89]|20|21)\d\d\b|\bQ[1-4]\b|(?:\b\d{1,2} )?\b${MONTH}\b(?: \d{1,2}\b(?!\d))?`, 'g');
/** A version or size that stands behind its name. */
const NUMBERED = /(?<!\p{L})(\p{Lu}\p{L}+(?: \d+(?:\.\d+)?)?) (\d+(?:\.\d+)?[BMK]?)(?![\p{L}\d.,%])/gu;

/** The marks of a text. `words`: its content words, and no other can be a name. */
export function marksOf(text: string, lang: string, words: ReadonlySet<string>): Marks {
  const all = split(text, lang).map((word) => word.replace(/['’]s?$/, ''));
  const names = all.filter((word) => (/^\p{Lu}/u.test(word) && words.has(word.toLowerCase())) || /^\p{L}.*\d/u.test(word));
  const numbered = [...text.matchAll(NUMBERED)].filter(
    ([, name = '', number = '']) => words.has(first(name)) && !/^(?:1[89]|20|21)\d\d$/.test(number),
  );
  return {
    dates: new Set((text.match(DATE) ?? []).map((date) => date.toLowerCase())),
    names: new Set([...names, ...numbered.map(([, , number = '']) => number)].map((word) => word.toLowerCase())),
  };
}

const first = (name: string): string => (name.split(' ')[0] ?? '').toLowerCase();

/** Whether each of two sets has something that the other lacks. */
export const apart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((word) => !b.has(word)) && [...b].some((word) => !a.has(word));

/** Whether two texts speak of different days or things. */
export const differ = (a: Marks, b: Marks): boolean => apart(a.dates, b.dates) || apart(a.names, b.names);
