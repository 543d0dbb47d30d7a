/** How people write numbers: magnitudes, currencies and percent in the languages of the words that we add. Every reader of figures takes them from here. */

/** The sign before the decimals; the other one, spaces and apostrophes part groups of three digits. */
export type DecimalSign = '.' | ',';

/** What a magnitude counts, by its name in lower case: English, German, French, Spanish, Chinese and Japanese. */
export const MAGNITUDES: Readonly<Record<string, number>> = {
  ...named(1e3, 'k', 'thousand', 'thousands', 'tsd', 'tsd.', 'tausend', 'mille', '千'),
  ...named(1e4, '万', '萬'),
  ...named(1e6, 'm', 'mn', 'mln', 'million', 'millions', 'mio', 'mio.', 'millionen', 'millón', 'millones', '百万', '百萬'),
  ...named(1e7, '千万', '千萬'),
  ...named(1e8, '亿', '億'),
  ...named(1e9, 'b', 'bn', 'billion', 'billions', 'mrd', 'mrd.', 'milliarde', 'milliarden', 'md', 'milliard', 'milliards', 'mil millones'),
  ...named(1e12, 't', 'tn', 'trillion', 'trillions', '万亿', '萬億', '兆'),
};

function named(magnitude: number, ...names: readonly string[]): Readonly<Record<string, number>> {
  return Object.fromEntries(names.map((name) => [name, magnitude]));
}

/** What a written magnitude counts; 1 where it is none. */
export const magnitudeOf = (name: string): number => MAGNITUDES[name.toLowerCase()] ?? 1;

/** Names as alternatives of a pattern, the longer first. */
const alternatives = (names: readonly string[]): string =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll(/[.$]/g, String.raw`\$&`))
    .join('|');

/** The magnitudes as a pattern. */
export const MAGNITUDE = alternatives(Object.keys(MAGNITUDES));

/** Signs of currencies, and the one that a figure is printed with and compared by. */
export const CURRENCIES: Readonly<Record<string, string>> = {
  US$: '$',
  USD: '$',
  $: '$',
  美元: '$',
  'CN¥': 'CN¥',
  CNY: 'CN¥',
  RMB: 'CN¥',
  人民币: 'CN¥',
  元: 'CN¥',
  HK$: 'HK$',
  港元: 'HK$',
  A$: 'A$',
  C$: 'C$',
  EUR: '€',
  '€': '€',
  欧元: '€',
  GBP: '£',
  '£': '£',
  英镑: '£',
  JPY: '¥',
  '¥': '¥',
  '￥': '¥',
  円: '¥',
  日元: '¥',
  CHF: 'CHF',
};

/** The currencies as a pattern. */
export const CURRENCY = alternatives(Object.keys(CURRENCIES));

/** The sign of a currency as it is written in any way; text that is none as it is. */
export const currencySign = (written: string): string => CURRENCIES[written.toUpperCase()] ?? written;

/** Units in words that say what a sign says. */
const WORDED: readonly (readonly [sign: string, words: RegExp])[] = [
  ['%', /^(?:％|٪|percent|per cent|pct|prozent|pour cent|por ciento|百分比)(?![\p{L}\d])/iu],
  ['$', /^(?:us )?dollars?(?![\p{L}\d])/iu],
  ['€', /^euros?(?![\p{L}\d])/iu],
  ['£', /^pounds?(?: sterling)?(?![\p{L}\d])/iu],
  ['CN¥', /^(?:yuan|renminbi)(?![\p{L}\d])/iu],
];

/** The sign that words at the start of a unit stand for; empty: none. */
export const wordedSign = (words: string): string => WORDED.find(([, pattern]) => pattern.test(words))?.[0] ?? '';

/** The decimal sign of a language; the point where this machine does not know it. */
export function decimalSignOf(lang: string): DecimalSign {
  try {
    return new Intl.NumberFormat(lang).formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';
  } catch {
    return '.';
  }
}

/** Whether a tag names a language that this machine knows. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

/** The language where this machine can print its numbers and dates, else English. */
export function knownLanguage(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}
