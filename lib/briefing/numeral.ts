/** Numbers as people write them: digits with either kind of separators, English words, Chinese numerals. */

import { hanValue, ONES, TENS, wordValue } from '../core/numeral.js';

/** Languages that part decimals with a comma. */
const COMMA = /^(?:de|fr|es|it|pt|nl|da|sv|nb|nn|no|fi|pl|cs|sk|hu|ro|bg|ru|uk|el|tr|id)(?:-|$)/i;

/** Written digits as a number, and what the last of them counts: `5.576` → 5.576 and 0.001. */
export function numberOf(digits: string, lang: string): { readonly value: number; readonly step: number } {
  const [whole, fraction] = parted(digits, COMMA.test(lang) && !/^de-CH/i.test(lang));
  const value = Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`);
  return { value, step: Number((10 ** -fraction.length).toPrecision(1)) };
}

/** The digits before and behind the decimal separator: the last of two kinds; of one kind what groups cannot be, or what the language says. */
function parted(digits: string, comma: boolean): readonly [string, string] {
  const plain = digits.replace(/['’\u00a0\u202f]/g, '');
  const at = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  if (at === -1) return [plain, ''];
  const separator = plain.charAt(at);
  const both = plain.includes('.') && plain.includes(',');
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(plain) && !both;
  const repeated = plain.indexOf(separator) !== at;
  const groups = grouped && (repeated || separator === (comma ? '.' : ','));
  return groups || repeated ? [plain, ''] : [plain.slice(0, at), plain.slice(at + 1)];
}

const SMALL = `(?:${[...TENS].join('|')})(?:[ -](?:${ONES.slice(0, 9).join('|')}))?|${[...ONES].reverse().join('|')}|zero`;

/** A pattern of the numbers in words that `spelled` reads. */
export const WORDS = `(?:half a|an?|(?:${SMALL})(?: hundred)?(?: (?:and )?(?:${SMALL}))?|[一二两三四五六七八九十百]+)`;

/** A number in words that `WORDS` finds. */
export function spelled(words: string): number {
  const text = words.toLowerCase();
  if (text === 'half a') return 0.5;
  if (/^an?$/.test(text)) return 1;
  return /[一二两三四五六七八九十百]/.test(text) ? hanValue(text) : wordValue(text);
}
