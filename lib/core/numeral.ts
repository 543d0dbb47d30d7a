/** Numbers in words: English ones and Chinese numerals. Every reader of figures takes them from here. */
import { magnitudeOf } from './notation.js';

/** One to nineteen. */
export const ONES =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
/** Twenty to ninety. */
export const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** What an English number in words says: `two hundred and six million`; words that are none count nothing. */
export function wordValue(raw: string): number {
  let total = 0;
  /** What stands before the next magnitude; null: nothing, which counts as one of it. */
  let current: number | null = null;
  for (const word of raw
    .toLowerCase()
    .replace(/(?<=hundred|thousand|million|billion|trillion|dozen)s\b/g, '')
    .split(/[\s-]+/)) {
    const one = word === 'zero' ? 0 : ONES.indexOf(word) + 1 || null;
    const ten = TENS.indexOf(word);
    const scale = magnitudeOf(word);
    if (one !== null) current = (current ?? 0) + one;
    else if (ten >= 0) current = (current ?? 0) + (ten + 2) * 10;
    else if (word === 'hundred') current = (current ?? 1) * 100;
    else if (word === 'dozen') current = (current ?? 1) * 12;
    else if (scale > 1) {
      total += (current ?? 1) * scale;
      current = null;
    }
  }
  return total + (current ?? 0);
}

/** The digits of Chinese numerals. */
export const HAN_VALUE: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** What a Chinese numeral says: `三千二百万` is 32,000,000. */
export function hanValue(text: string): number {
  for (const [mark, factor] of [
    ['亿', 1e8],
    ['万', 1e4],
  ] as const) {
    const at = text.lastIndexOf(mark);
    if (at !== -1) return (hanValue(text.slice(0, at)) || 1) * factor + hanValue(text.slice(at + 1));
  }
  let total = 0;
  let digit = 0;
  for (const character of text) {
    const factor = { 十: 10, 百: 100, 千: 1000 }[character];
    if (factor === undefined) digit = HAN_VALUE[character] ?? 0;
    else {
      total += (digit || 1) * factor;
      digit = 0;
    }
  }
  return total + digit;
}
