/** Units, and numbers as charts print them. */
import { CURRENCIES, CURRENCY, MAGNITUDE, MAGNITUDES } from './figure.js';

/** What stands around a number in a label: `$`, `bn`, `%`. */
export interface Unit {
  /** As the author wrote it: `US$ million`; empty where nobody said. */
  readonly name: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What one counts: 1e6 where the unit is a million. */
  readonly magnitude: number;
}

export const NO_UNIT: Unit = { name: '', prefix: '', suffix: '', magnitude: 1 };

const UNIT = new RegExp(String.raw`^(${CURRENCY})?\s*(${MAGNITUDE}|%|×|x|°C)?$`, 'i');

/** What a unit puts around a number: signs and magnitudes; words ("chips") stay in the subtitle. */
export function readUnit(name: string): Unit {
  const text = name.trim();
  const currency = shortCurrency(new RegExp(`^(${CURRENCY})`).exec(text)?.[1] ?? '');
  const short = UNIT.exec(text);
  const magnitude = new RegExp(String.raw`^(?:${CURRENCY})?\s*(${MAGNITUDE})(?![\p{L}\d])`, 'iu').exec(text)?.[1] ?? '';
  if (short)
    return {
      name: text,
      prefix: currency,
      suffix: shortMagnitude(short[2] ?? ''),
      magnitude: MAGNITUDES[(short[2] ?? '').toLowerCase()] ?? 1,
    };
  const scaled = currency === '' ? '' : shortMagnitude(magnitude);
  return { name: text, prefix: currency, suffix: scaled, magnitude: MAGNITUDES[magnitude.toLowerCase()] ?? 1 };
}

const SHORT: Readonly<Record<string, string>> = { thousand: 'k', million: 'm', mn: 'm', billion: 'bn', trillion: 'tn', x: '×' };
/** The subtitle says which dollars they are. */
const shortCurrency = (sign: string): string => CURRENCIES[sign] ?? sign;
const shortMagnitude = (word: string): string => SHORT[word.toLowerCase()] ?? word;

/** Digits behind the point of a number as it prints. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

const exponentOf = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))));

/**
 * Equal decimals for all values: three significant figures of the largest, and two of the smallest with at most two decimals (none from 100 on);
 * never more than were written, enough that no value prints as zero, and one where whole numbers would falsify a small one.
 */
export function commonDecimals(values: readonly number[]): number {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  if (sizes.length === 0) return 0;
  const written = Math.max(...sizes.map(decimalsOf));
  const forLargest = 2 - exponentOf(Math.max(...sizes));
  const forSmallest = -exponentOf(Math.min(...sizes));
  const twoFigures = Math.max(...sizes) < 100 ? Math.min(forSmallest + 1, 2) : 0;
  const most = Math.min(written, 10);
  const wanted = clamp(Math.max(forLargest, Math.min(forSmallest, 6), twoFigures), 0, most);
  const isTrue = sizes.every((value) => Math.abs(Number(value.toFixed(wanted)) - value) <= value * ROUNDING);
  return wanted === 0 && !isTrue ? Math.min(1, most) : wanted;
}

/** How values are printed: a number of decimals, and a division by a power of a thousand that the suffix names. */
export interface NumberForm {
  readonly prefix: string;
  readonly suffix: string;
  readonly decimals: number;
  /** 1: in thousands, 2: in millions … of the cell's value. */
  readonly thousands: number;
}

/** One form for all values: large plain numbers in thousands, millions or billions of their own kind. */
export function commonForm(values: readonly number[], unit: Unit, decimals: number | null): NumberForm {
  const largest = Math.max(0, ...values.map(Math.abs));
  const plain = unit.magnitude === 1 && unit.suffix === '' && (unit.prefix !== '' || unit.name === '');
  const most = plain && largest >= 1e6 ? Math.min(4, Math.floor(exponentOf(largest) / 3)) : 0;
  const formIn = (thousands: number): NumberForm => ({
    prefix: unit.prefix,
    suffix: unit.suffix + nameOf(thousands, 1),
    decimals: decimals ?? commonDecimals(values.map((value) => scaleDown(value, thousands))),
    thousands,
  });
  const forms = Array.from({ length: most + 1 }, (_, less) => formIn(most - less));
  return forms.find((form) => values.every((value) => printsTruly(value, form))) ?? formIn(0);
}

/** How far what is printed may be from the value: a label that says $0.001m of $640 is wrong, not rounded. */
const ROUNDING = 0.05;

function printsTruly(value: number, { thousands, decimals }: NumberForm): boolean {
  const scaled = Math.abs(scaleDown(value, thousands));
  return Math.abs(Number(scaled.toFixed(decimals)) - scaled) <= scaled * ROUNDING;
}

/** A form of its own for a value among others of quite another size: `$0.29m`, `$1.6bn`. `decimals` is then the most. */
export function ownForm(value: number, unit: Unit, decimals: number | null): NumberForm {
  const known = unit.magnitude > 1 ? unit.suffix !== '' : unit.suffix === '';
  const step = Math.log10(unit.magnitude) / 3;
  const room = known && Number.isInteger(step) ? Math.max(0, 4 - step) : 0;
  const thousands = clamp(Math.floor(exponentOf(value) / 3), 0, room);
  const scaled = scaleDown(value, thousands);
  const wanted = Math.min(decimalsOf(scaled), Math.max(0, 2 - exponentOf(scaled)), decimals ?? 10);
  const suffix = thousands === 0 ? unit.suffix : nameOf(thousands, unit.magnitude);
  return { prefix: unit.prefix, suffix, decimals: wanted, thousands };
}

const scaleDown = (value: number, thousands: number): number => Number((value / 1000 ** thousands).toPrecision(15));

const nameOf = (thousands: number, magnitude: number): string =>
  thousands === 0 ? '' : (['', 'k', 'm', 'bn', 'tn'][thousands + Math.round(Math.log10(magnitude) / 3)] ?? '');

/** The number format code of a form (ISO/IEC 29500-1, 18.8.31); `note` follows the number: ` (claim)`. */
export function formatCode(form: NumberForm, negative: boolean, note = ''): string {
  const digits = `#,##0${form.decimals > 0 ? `.${'0'.repeat(form.decimals)}` : ''}${','.repeat(form.thousands)}`;
  const body = `${literal(form.prefix)}${digits}${literal(`${form.suffix}${note}`)}`;
  return negative ? `${body};"−"${body}` : body;
}

/** Text as a literal of a format code; double quotes cannot stand in one and become typographic. */
export const literal = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '”')}"`);

/** A value as its form prints it, with the separators of the language. */
export function printNumber(value: number, form: NumberForm, lang: string): string {
  const digits = { minimumFractionDigits: form.decimals, maximumFractionDigits: form.decimals };
  const text = new Intl.NumberFormat(knownLanguage(lang), digits).format(Math.abs(scaleDown(value, form.thousands)));
  return `${value < 0 ? '−' : ''}${form.prefix}${text}${form.suffix}`;
}

/** The language where this machine can print its numbers and dates, else English. */
export function knownLanguage(lang: string): string {
  try {
    return Intl.NumberFormat.supportedLocalesOf(lang)[0] ?? 'en';
  } catch {
    return 'en';
  }
}

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
