/** Dates as serial numbers, days since 1899-12-30, as sheets and date axes hold them. */
import { knownLanguage } from './number.js';

/** How exact dates are. */
export type DateUnit = 'days' | 'months' | 'years';

/** A date and how exactly it was written. */
export interface DateValue {
  readonly serial: number;
  readonly unit: DateUnit;
}

const EPOCH = 25_569;
const DAY = 86_400_000;

/** Reads an ISO 8601 day or month (`2025-01-27`, `2025-01`); null where it is none that the calendar has. */
export function parseDate(text: string): DateValue | null {
  const found = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3] ?? 1)];
  const time = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || time.getUTCMonth() !== month - 1 || time.getUTCDate() !== day) return null;
  return { serial: time.getTime() / DAY + EPOCH, unit: found[3] ? 'days' : 'months' };
}

/** Whether a cell is a year: it names a category and is no quantity. */
export const isYear = (text: string): boolean => /^(1[89]|2[01])\d\d$/.test(text.trim());

/** Whether a cell names a stretch of time that has an order of its own: `Q1 2025`, `2025 Q1`, `FY2025`, `2024/25`. */
export const isPeriod = (text: string): boolean => /^(Q[1-4] ?\d{4}|\d{4}[ -]?Q[1-4]|FY ?\d{2,4}|\d{4}[/–-]\d{2})$/i.test(text.trim());

/** A date in the deck's language: `27 Jan 2025`, `Jan 2025`. */
export function printDate(serial: number, unit: DateUnit, lang: string): string {
  const fields: Intl.DateTimeFormatOptions = {
    year: 'numeric',
    ...(unit === 'years' ? {} : { month: 'short' }),
    ...(unit === 'days' ? { day: 'numeric' } : {}),
    timeZone: 'UTC',
  };
  const known = knownLanguage(lang);
  return new Intl.DateTimeFormat(known.startsWith('en') ? 'en-GB' : known, fields).format(new Date((serial - EPOCH) * DAY));
}

const LOCALES = new Map(
  Object.entries({
    en: '809',
    'zh-CN': '804',
    zh: '804',
    de: '407',
    fr: '40C',
    es: 'C0A',
    ja: '411',
    ar: '401',
  }),
);

/** The format code of dates on an axis, month names in the deck's language (ISO/IEC 29500-1, 18.8.31: `[$-409]`). */
export function dateCode(unit: DateUnit, lang: string): string {
  const locale = LOCALES.get(lang) ?? LOCALES.get(lang.split('-')[0] ?? '') ?? '809';
  return { days: `[$-${locale}]d mmm yyyy`, months: `[$-${locale}]mmm yyyy`, years: 'yyyy' }[unit];
}
