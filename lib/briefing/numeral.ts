/** Numbers as people write them: digits with either kind of separators, English words, Chinese numerals. */

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

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const HAN = '零一二三四五六七八九';

const SMALL = `(?:${[...TENS].join('|')})(?:[ -](?:${ONES.slice(1, 10).join('|')}))?|${ONES.toReversed().join('|')}`;

/** A pattern of the numbers in words that `spelled` reads. */
export const WORDS = `(?:half a|an?|(?:${SMALL})(?: hundred)?(?: (?:and )?(?:${SMALL}))?|[一二两三四五六七八九十百]+)`;

/** A number in words; null for what is none. */
export function spelled(words: string): number | null {
  const text = words.toLowerCase();
  if (text === 'half a') return 0.5;
  if (/^an?$/.test(text)) return 1;
  if (/[一二两三四五六七八九十百]/.test(text)) return han(text.replaceAll('两', '二'));
  const parts = text.split(/[ -]/).filter((part) => part !== 'and');
  const values = parts.map((part) => (part === 'hundred' ? 100 : amountOfWord(part)));
  if (values.some((value) => value < 0)) return null;
  return values.reduce((total, value) => (value === 100 ? total * 100 : total + value), 0);
}

const amountOfWord = (word: string): number =>
  TENS.includes(word) ? (TENS.indexOf(word) + 2) * 10 : ONES.includes(word) ? ONES.indexOf(word) : -1;

/** `二十五` is 25, `三百` 300. */
function han(text: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of text) {
    const scale = sign === '百' ? 100 : sign === '十' ? 10 : 0;
    if (scale > 0) total += (digit || 1) * scale;
    digit = scale > 0 ? 0 : HAN.indexOf(sign);
  }
  return total + digit;
}
