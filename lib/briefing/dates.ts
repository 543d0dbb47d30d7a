/** Dates: from the forms in which people write them to ISO 8601 days, and back to the words of a language. */

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'januar', 'janvier', 'enero'],
  ['feb', 'february', 'februar', 'février', 'fevrier', 'febrero'],
  ['mar', 'march', 'märz', 'maerz', 'mars', 'marzo'],
  ['apr', 'april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['jun', 'june', 'juni', 'juin', 'junio'],
  ['jul', 'july', 'juli', 'juillet', 'julio'],
  ['aug', 'august', 'août', 'aout', 'agosto'],
  ['sep', 'sept', 'september', 'septembre', 'septiembre'],
  ['oct', 'october', 'oktober', 'okt', 'octobre', 'octubre'],
  ['nov', 'november', 'novembre', 'noviembre'],
  ['dec', 'december', 'dezember', 'dez', 'décembre', 'decembre', 'diciembre'],
];

/** The day in ISO 8601, of `2025-01-20`, `2025/1/20`, `20 January 2025`, `Jan 20, 2025`, `20.01.2025`, `2025年1月20日` or a timestamp; null where no day, or more than one, can be meant. */
export function isoDay(text: string): string | null {
  const words = text.trim();
  const numeric =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.*)?$/.exec(words) ??
    /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号]?$/.exec(words);
  if (numeric) return day(Number(numeric[1]), Number(numeric[2]), Number(numeric[3]));
  const dotted = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/.exec(words);
  if (dotted) return day(Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(words);
  if (slashed) return slashedDay(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const dayFirst = /^(?:\p{L}+,?\s+)?(\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?(\p{L}+)\.?,?\s+(?:de\s+)?(\d{4})$/u.exec(words);
  if (dayFirst) return day(Number(dayFirst[3]), month(dayFirst[2]), Number(dayFirst[1]));
  const monthFirst = /^(?:\p{L}+,\s+)?(\p{L}+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(words);
  return monthFirst ? day(Number(monthFirst[3]), month(monthFirst[1]), Number(monthFirst[2])) : null;
}

/** `3/4/2025` is the third of April here and the fourth of March there. */
const slashedDay = (a: number, b: number, year: number): string | null =>
  a > 12 ? day(year, b, a) : b > 12 || a === b ? day(year, a, b) : null;

const month = (name = ''): number => MONTHS.findIndex((names) => names.includes(name.toLowerCase())) + 1;

function day(year: number, monthNumber: number, dayNumber: number): string | null {
  const date = new Date(Date.UTC(year, monthNumber - 1, dayNumber));
  const same = date.getUTCMonth() === monthNumber - 1 && date.getUTCDate() === dayNumber && year >= 1000;
  return same ? date.toISOString().slice(0, 10) : null;
}

/** A day in words, `20 January 2025`; a month, `January 2025`; any other text as it is. */
export function longDate(date: string, lang: string): string {
  const [, year, month, dayOfMonth] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(date) ?? [];
  if (year === undefined || month === undefined) return date;
  const day = new Date(`${year}-${month}-${dayOfMonth ?? '01'}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const format: Intl.DateTimeFormatOptions = dayOfMonth === undefined ? { year: 'numeric', month: 'long' } : { dateStyle: 'long' };
  return new Intl.DateTimeFormat(dateLocale(lang), { ...format, timeZone: 'UTC' }).format(day);
}

/** English without a country writes its dates as most of its readers do: day, month, year. */
const dateLocale = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);
