/** Dates as serial numbers, days since 1899-12-30, as sheets and date axes hold them. */
import { knownLanguage } from '../core/notation.js';
import { literal } from './literal.js';

/** How exact dates are. */
export type DateUnit = 'days' | 'months' | 'years';

/** A date and how exactly it was written. */
export interface DateValue {
  readonly serial: number;
  readonly unit: DateUnit;
}

/** What the first number of `03/04/2025` is. */
export type DateOrder = 'day' | 'month';

const EPOCH = 25_569;
const DAY = 86_400_000;

/** Year, month and day as a cell names them; the calendar may not have them. */
interface DateParts {
  readonly year: number;
  readonly month: number;
  /** 0: a month. */
  readonly day: number;
}

/**
 * Reads a day or a month: ISO 8601 (`2025-01-27`, `2025-01`, days also with `/` or `.`, and with a time of midnight), `27.01.2025`, `27/01/2025`,
 * `27 Jan 2025`, `January 27, 2025`, `Jan 2025`, `27. Januar 2025`, `27 janvier 2025`, `2025年1月27日`; null where it is none that the calendar has.
 * `order`: default, the day before the month.
 */
export function parseDate(text: string, order: DateOrder = 'day'): DateValue | null {
  const parts = partsOf(text, order);
  if (!parts) return null;
  const { year, month, day } = parts;
  const time = new Date(Date.UTC(year, month - 1, day || 1));
  if (year < 1900 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== (day || 1)) return null;
  return { serial: time.getTime() / DAY + EPOCH, unit: day ? 'days' : 'months' };
}

/** Whether a cell has the shape of a date, even of one that the calendar does not have. */
export const isDateShaped = (text: string): boolean => partsOf(text, 'day') !== null;

const MIDNIGHT = String.raw`(?:[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]00:?00)?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2})${MIDNIGHT})?$`);
const YEAR_LAST = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/;
const EAST_ASIAN = /^(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日일])?$/;
const DAY_NAMED = /^(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s-]?(?:de\s)?(\p{L}{3,}\.?)[,\s-]+(?:del?\s)?(\d{4})$/u;
const MONTH_NAMED = /^(\p{L}{3,}\.?)(?:\s(\d{1,2})(?:st|nd|rd|th)?,)?[\s-]+(?:del?\s)?(\d{4})$/u;

function partsOf(text: string, order: DateOrder): DateParts | null {
  const words = text.trim();
  if (words.length < 6 || words.length > 40 || !/\d{4}/.test(words)) return null;
  const [, year, sign = '', month = '', day] = YEAR_FIRST.exec(words) ?? [];
  if (year !== undefined) return isoParts(year, sign, month, day);
  const [, first = '', mark, second = '', last] = YEAR_LAST.exec(words) ?? [];
  if (last !== undefined) return mark === '.' || order === 'day' ? dateParts(last, second, first) : dateParts(last, first, second);
  const asian = EAST_ASIAN.exec(words);
  if (asian) return dateParts(asian[1], asian[2], asian[3]);
  return namedParts(words);
}

/** A date whose month is a word. */
function namedParts(words: string): DateParts | null {
  const dayFirst = DAY_NAMED.exec(words);
  const [name, day, year] = dayFirst ? [dayFirst[2], dayFirst[1], dayFirst[3]] : (MONTH_NAMED.exec(words)?.slice(1) ?? []);
  const month = name === undefined ? undefined : monthNames().get(plainMonth(name));
  return month === undefined ? null : dateParts(year, String(month), day);
}

/** With hyphens always two digits each, so that `2024-25` stays a period; a month alone is written with a hyphen. */
function isoParts(year: string, sign: string, month: string, day: string | undefined): DateParts | null {
  if (sign === '-' ? month.length !== 2 || day?.length === 1 : day === undefined) return null;
  return day === undefined && Number(month) > 12 ? null : dateParts(year, month, day);
}

const dateParts = (year = '', month = '', day = ''): DateParts => ({ year: Number(year), month: Number(month), day: Number(day) });

/** Languages whose month names are read. */
const MONTH_LANGUAGES = ['en-US', 'en-GB', 'de', 'fr', 'es', 'ar'];
let months: ReadonlyMap<string, number> | null = null;

/** Names of months, long and short, in lower case and without a full stop; made once. */
function monthNames(): ReadonlyMap<string, number> {
  months ??= new Map(MONTH_LANGUAGES.flatMap((lang) => (['long', 'short'] as const).flatMap((width) => namesIn(lang, width))));
  return months;
}

function namesIn(lang: string, month: 'long' | 'short'): readonly (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(lang, { month, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, index) => [plainMonth(format.format(Date.UTC(2024, index, 1))), index + 1] as const);
}

const plainMonth = (name: string): string => name.replace(/\.$/, '').toLowerCase();

/** What `03/04/2025` can only be: `25/04` has the day first, `04/25` the month; `either` where the calendar has both; null for other forms. */
export function orderOf(text: string): DateOrder | 'either' | null {
  if (!/^\d{1,2}[/-]\d{1,2}[/-]\d{4}$/.test(text.trim())) return null;
  const [day, month] = [parseDate(text, 'day'), parseDate(text, 'month')];
  if (day && month) return day.serial === month.serial ? null : 'either';
  return day ? 'day' : month ? 'month' : null;
}

/** The order that a language tag fixes; null where its countries differ: `en` alone. */
export function dateOrderIn(lang: string): DateOrder | null {
  if (lang.toLowerCase() === 'en') return null;
  const parts = new Intl.DateTimeFormat(knownLanguage(lang), { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts(0);
  const [first] = parts.filter(({ type }) => type !== 'literal');
  return first?.type === 'month' ? 'month' : 'day';
}

/** Whether a cell is a year: it names a category and is no quantity. */
export const isYear = (text: string): boolean => /^(1[89]|2[01])\d\d$/.test(text.trim());

/** Whether a cell names a stretch of time that has an order of its own: `Q1 2025`, `2025 Q1`, `FY2025`, `2024/25`. */
export const isPeriod = (text: string): boolean =>
  /^([QTH][1-4] ?\d{4}|\d{4}[ -]?[QTH][1-4]|FY ?\d{2,4}|\d{4}[/–-]\d{2})$/i.test(text.trim());

/** Whether a heading says that a column holds years, in the languages of the words that we add. */
export const isYearHeading = (text: string): boolean =>
  /^(?:(?:fiscal |calendar )?years?|fy|jahr|année|an|año|年|年份|年度|السنة|سنة|العام|عام)$/i.test(text.trim());

/** A date in the deck's language: `27 Jan 2025`, `Jan 2025`. */
export const printDate = (serial: number, unit: DateUnit, lang: string): string =>
  dateFormat(unit, lang).format(new Date((serial - EPOCH) * DAY));

/** English without a country writes its dates as most of its readers do: day, month, year. */
function dateFormat(unit: DateUnit, lang: string): Intl.DateTimeFormat {
  const known = knownLanguage(lang);
  return new Intl.DateTimeFormat(known === 'en' ? 'en-GB' : known, {
    year: 'numeric',
    ...(unit === 'years' ? {} : { month: 'short' }),
    ...(unit === 'days' ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  });
}

/** The last day of the month that a day lies in, both as serial numbers. */
export function endOfMonth(serial: number): number {
  const date = new Date((serial - EPOCH) * DAY);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) / DAY + EPOCH;
}

/** Languages in format codes: the numbers of [MS-LCID], hexadecimal. */
const LOCALES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    en: '809',
    'en-US': '409',
    'zh-TW': '404',
    'zh-HK': '404',
    zh: '804',
    de: '407',
    'de-CH': '807',
    'de-AT': 'C07',
    fr: '40C',
    es: 'C0A',
    it: '410',
    nl: '413',
    pt: '816',
    'pt-BR': '416',
    pl: '415',
    cs: '405',
    sv: '41D',
    da: '406',
    nb: '414',
    no: '414',
    fi: '40B',
    ru: '419',
    uk: '422',
    tr: '41F',
    el: '408',
    ja: '411',
    ko: '412',
    ar: '401',
  }),
);

/** The format code of dates on an axis, in the order and with the month names of the deck's language (ISO/IEC 29500-1, 18.8.31: `[$-409]`). */
export function dateCode(unit: DateUnit, lang: string): string {
  const locale = LOCALES.get(lang) ?? LOCALES.get(lang.split('-')[0] ?? '');
  const parts = dateFormat(unit, locale === undefined ? 'en' : lang).formatToParts(0);
  const numeric = parts.some(({ type, value }) => type === 'month' && /\d/.test(value));
  const code = parts.map(({ type, value }) => {
    if (type === 'day') return 'd';
    if (type === 'month') return numeric ? `m${literal(value.replaceAll(/\d/g, ''))}` : 'mmm';
    if (type === 'year') return 'yyyy';
    return /^[ ,.]+$/.test(value) ? value.replaceAll(/[,.]/g, (sign) => (sign === ',' ? '","' : '"."')) : literal(value);
  });
  return `[$-${locale ?? '809'}]${code.join('')}`;
}
