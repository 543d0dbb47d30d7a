/** Dates in running text. */

/** A date as it is written. */
export interface WrittenDate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** `2025-01-20`, `2025-01`, `2025`; `--01-20` where the text names no year (ISO 8601:2000, 5.2.1.3). */
  readonly iso: string;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
const MONTH =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const YEAR = '(?:19|20)\\d\\d';

/** Year, month and day as numbers; NaN where it is not written. */
type Parts = readonly [year: number, month: number, day: number];

const FORMS: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => Parts])[] = [
  [
    new RegExp(`(?<![\\d.-])(${YEAR})-(\\d\\d)-(\\d\\d)(?![\\d-])`, 'gu'),
    ([year, month, day]) => [Number(year), Number(month), Number(day)],
  ],
  [
    new RegExp(`(?:(${YEAR})\\s*年)?\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]`, 'gu'),
    ([year, month, day]) => [Number(year ?? Number.NaN), Number(month), Number(day)],
  ],
  [new RegExp(`(${YEAR})\\s*年\\s*(\\d{1,2})\\s*月`, 'gu'), ([year, month]) => [Number(year), Number(month), Number.NaN]],
  [new RegExp(`(${YEAR})\\s*年(?![\\d来])`, 'gu'), ([year]) => [Number(year), Number.NaN, Number.NaN]],
  [
    new RegExp(`\\b(${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\d)(?:,?\\s+(${YEAR})\\b)?`, 'gu'),
    ([month, day, year]) => [Number(year ?? Number.NaN), monthOf(month), Number(day)],
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?:\\s+of)?\\s+(${MONTH})\\b\\.?(?:,?\\s+(${YEAR})\\b)?`, 'gu'),
    ([day, month, year]) => [Number(year ?? Number.NaN), monthOf(month), Number(day)],
  ],
  [new RegExp(`\\b(${MONTH})\\.?,?\\s+(?:of\\s+)?(${YEAR})\\b`, 'gu'), ([month, year]) => [Number(year), monthOf(month), Number.NaN]],
  [
    new RegExp(
      `(?<![\\d$€£¥.,-]|\\p{L}-?)(${YEAR})(?![\\d%,.]*\\d|\\s?(?:%|percent|per cent|people|chips|GPUs|million|billion))(?=\\b|年)`,
      'gu',
    ),
    ([year]) => [Number(year), Number.NaN, Number.NaN],
  ],
];

/** The dates of a text in reading order; the fullest form where several meet. */
export function findDates(text: string): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  for (const [pattern, read] of FORMS) {
    for (const match of text.matchAll(pattern)) {
      const iso = isoOf(read(match.slice(1)));
      const raw = match[0].trim().replace(/(?<=\p{L}{5})\.$/u, '');
      const start = match.index + match[0].indexOf(raw);
      const end = start + raw.length;
      if (iso !== null && !found.some((other) => other.start < end && start < other.end)) found.push({ start, end, text: raw, iso });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const monthOf = (name = ''): number => MONTHS.findIndex((month) => month.startsWith(name.toLowerCase().slice(0, 3))) + 1;

function isoOf([year, month, day]: Parts): string | null {
  const two = (n: number): string => String(n).padStart(2, '0');
  if (Number.isNaN(month)) return String(year);
  if (month < 1 || month > 12) return null;
  if (Number.isNaN(day)) return `${year}-${two(month)}`;
  const date = new Date(Date.UTC(Number.isNaN(year) ? 2000 : year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${Number.isNaN(year) ? '-' : year}-${two(month)}-${two(day)}`;
}
