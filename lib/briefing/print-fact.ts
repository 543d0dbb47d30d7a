/** Facts in the words of a language. */
import { amountOf, type Fact, type FactBook, type Written } from './fact.js';

const CODES: Readonly<Record<string, string>> = {
  $: 'USD',
  US$: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  'CN¥': 'CNY',
  CNY: 'CNY',
  USD: 'USD',
  EUR: 'EUR',
};
/** From here on a number is printed in millions. */
const COMPACT_FROM = 1e6;
/** Digits of a computed value that nobody rounded. */
const COMPUTED_DIGITS = 3;

/** A fact as a reader of the language sees it: `$5.576m`, `5,576 Mio. $`, `10,000–50,000 chips`. */
export function printFact(fact: Fact, book: FactBook, lang: string): string {
  const { low, high, unit } = fact;
  if (low && high) return printRange(low, high, unit, lang);
  if (fact.value) return printAmount(fact.value, unit, lang);
  const value = amountOf(fact, book);
  return typeof value === 'number' ? printComputed(value, unit, lang) : '';
}

/** A value that a formula gave, rounded. */
export const printComputed = (value: number, unit: string, lang: string): string => {
  const rounded = Number(value.toPrecision(COMPUTED_DIGITS));
  return printAmount({ value: rounded, step: stepOf(rounded), compact: false }, unit, lang);
};

const stepOf = (value: number): number => 10 ** -(String(value).split('.')[1]?.length ?? 0);

/** The unit is said once; of a currency both ends carry the sign. */
function printRange(low: Written, high: Written, unit: string, lang: string): string {
  const both = unit in CODES || low.compact !== high.compact;
  return `${printAmount(low, both ? unit : '', lang)}–${printAmount(high, unit, lang)}`;
}

type Printed = Pick<Written, 'value' | 'step' | 'compact'>;

function printAmount({ value, step, compact }: Printed, unit: string, lang: string): string {
  const large = compact || Math.abs(value) >= COMPACT_FROM;
  const digits = Math.max(0, Math.round(-Math.log10(step || 1)));
  const form: Intl.NumberFormatOptions = large
    ? { notation: 'compact', maximumSignificantDigits: 15 }
    : { minimumFractionDigits: digits, maximumFractionDigits: Math.max(digits, 0) };
  const code = CODES[unit];
  if (code !== undefined)
    return signed(
      new Intl.NumberFormat(lang, { ...form, style: 'currency', currency: code, currencyDisplay: 'narrowSymbol' }),
      value,
      unit,
      lang,
    );
  if (unit === '%') {
    const percent = { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits } as const;
    return signed(new Intl.NumberFormat(lang, percent), value / 100, unit, lang);
  }
  const number = signed(new Intl.NumberFormat(lang, form), value, unit, lang);
  return unit === '' ? number : /^[×x°]/.test(unit) ? `${number}${unit}` : `${number}\u00a0${unit}`;
}

/** English writes `$5.6m` and `$593bn`; a true minus sign everywhere. */
function signed(format: Intl.NumberFormat, value: number, unit: string, lang: string): string {
  const parts = format.formatToParts(value).map(({ type, value: part }) => {
    if (type === 'minusSign') return '−';
    if (type === 'currency' && unit === 'US$') return 'US$';
    return type === 'compact' && /^en\b/i.test(lang) ? (ENGLISH[part] ?? part) : part;
  });
  return parts.join('');
}

const ENGLISH: Readonly<Record<string, string>> = { K: 'k', M: 'm', B: 'bn', T: 'tn' };
