/** Dates as the deck's language writes them. */

/** A day in words; the text itself where it is no day of the form 2025-01-20. */
export function longDate(date: string, lang: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return date;
  return new Intl.DateTimeFormat(locale(lang), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
}

/** English without a country writes its dates as most of its readers do: day, month, year. */
const locale = (lang: string): string => (lang === 'en' ? 'en-GB' : lang);
