/** Figures as people write them in the cells of a table: signs, currencies, magnitudes, the separators of several languages. */

import { CURRENCY, currencySign, type DecimalSign, MAGNITUDE, magnitudeOf } from '../core/notation.js';

/** A figure in a cell. */
export interface Figure {
  readonly value: number;
  /** Its currency as it is written; empty where there is none. */
  readonly currency: string;
  /** What it measures: a currency or `%`, alike however it is written; empty for a plain number. */
  readonly sign: string;
  readonly magnitude: number;
}

const SPACES = String.raw`\u0020\u00a0\u2009\u202f`;

/** A figure by its decimal sign. No group begins with a zero, so that 0.125 is no thousand. */
const FIGURES: Readonly<Record<DecimalSign, RegExp>> = { '.': figurePattern(String.raw`\.`, ','), ',': figurePattern(',', String.raw`\.`) };

function figurePattern(decimal: string, group: string): RegExp {
  const thousands = String.raw`[1-9]\d{0,2}(?<part>[${group}${SPACES}'’])\d{3}(?:\k<part>\d{3})*(?:${decimal}\d+)?`;
  const indian = String.raw`[1-9]\d?(?:${group}\d{2})+${group}\d{3}(?:${decimal}\d+)?`;
  const plain = String.raw`(?:\d+(?:${decimal}\d+)?|${decimal}\d+)(?:e[+-]?\d+)?`;
  const front = String.raw`(?<before>[−–+-]?)\s*(?<front>${CURRENCY})?\s*(?<after>[−–+-]?)`;
  const back = String.raw`\s*(?<magnitude>%|${MAGNITUDE})?(?<gap>\s*)(?<behind>${CURRENCY})?`;
  return new RegExp(`^${front}(?<digits>${thousands}|${indian}|${plain})${back}$`, 'iu');
}

/** Beyond these lies no quantity of anything, and formats and scales lose their digits. */
const LARGEST = 1e30;
const SMALLEST = 1e-12;

/**
 * Reads a number with its currency, percent sign or magnitude (`$5.6M`, `1.2bn`, `12%`, `3,4 Mio. €`, `(3.1)` for −3.1); null where it is none.
 * `decimal`: default, the point.
 */
export function parseFigure(text: string, decimal: DecimalSign = '.'): Figure | null {
  const plain = withLatinDigits(text.trim(), decimal);
  if (!/\d/.test(plain)) return null;
  const bracketed = /^([^()\d]*)\(([^()−–+-]*)\)([^()\d]*)$/.exec(plain);
  const found = FIGURES[decimal].exec(bracketed ? bracketed.slice(1).join('') : plain)?.groups;
  if (!found?.digits) return null;
  const [front, behind, magnitude] = [found.front ?? '', found.behind ?? '', found.magnitude ?? ''];
  if ((front !== '' && behind !== '') || (bracketed && (found.before || found.after))) return null;
  const size = Number(plainDigits(found.digits, decimal));
  if (size !== 0 && (size > LARGEST || size < SMALLEST)) return null;
  const negative = bracketed !== null || /[−–-]/.test(`${found.before ?? ''}${found.after ?? ''}`);
  return {
    value: negative && size !== 0 ? -size : size,
    currency: front || behind,
    sign: magnitude === '%' ? '%' : currencySign(front || behind),
    magnitude: magnitudeOf(magnitude),
  };
}

const plainDigits = (digits: string, decimal: DecimalSign): string => {
  const [whole = '', ...rest] = digits.split(decimal);
  return [whole.replaceAll(/[^\de+-]/gi, ''), ...rest].join('.');
};

/** Arabic and full-width digits and signs as the Latin ones, without marks of direction. */
function withLatinDigits(text: string, decimal: DecimalSign): string {
  if (!/[\u061c\u0660-\u066c\u06f0-\u06f9\u200e\u200f\uff01-\uff5e]/.test(text)) return text;
  return text
    .replaceAll(/[\u061c\u200e\u200f]/g, '')
    .replaceAll(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll('\u066a', '%')
    .replaceAll('\u066b', decimal)
    .replaceAll('\u066c', '\u00a0');
}

/** What stands in a cell for a value that is not there: `n/a`, `–`, `...`. */
const MISSING =
  /^(?:|n\.?\s?\/?\s?a\.?|n\.?\s?v\.?|k\.\s?a\.|n\.?\s?d\.?|s\/d|null|nan|none|[-–—―−]{1,3}|\.{2,3}|…|\?|无|無|不适用|暂无|なし|該当なし|غير متاح)$/i;

const LONGEST_MISSING = 10;

/** Whether a cell says that there is no value. */
export const isMissing = (text: string): boolean => text.length <= LONGEST_MISSING && MISSING.test(text.trim());

/** Which sign a figure takes as its decimal one: `either` where both readings give a number, and not the same. */
export type Writing = DecimalSign | 'either' | 'plain' | 'none';

/** How a figure is written: `12,5` with a comma, `1,234.5` with a point, `1.234` in either way, `12` plainly; `none`: it is no figure. */
export function writingOf(text: string): Writing {
  if (!/[.,\u066b\u066c\uff0c\uff0e]/.test(text)) return parseFigure(text) ? 'plain' : 'none';
  const [point, comma] = [parseFigure(text, '.'), parseFigure(text, ',')];
  if (point && comma) return point.value === comma.value ? 'plain' : 'either';
  return point ? '.' : comma ? ',' : 'none';
}

const FIGURE_IN_TEXT = new RegExp(
  String.raw`(?:(?<front>${CURRENCY})\s?)?(?<digits>\d(?:[\d.,]*\d)?)(?:\s?(?<behind>${CURRENCY}))?(?:\s?(?<magnitude>%|(?:${MAGNITUDE})(?![\p{L}\d])))?`,
  'giu',
);

/** The figures in running text, without their signs; one that can be read in two ways is there twice. */
export const figuresIn = (text: string): readonly Figure[] =>
  [...text.matchAll(FIGURE_IN_TEXT)].flatMap(({ groups = {} }) => {
    const words = `${groups.front ?? groups.behind ?? ''}${groups.digits ?? ''}${groups.magnitude ?? ''}`;
    const writing = writingOf(words);
    const signs: readonly DecimalSign[] = writing === 'either' ? ['.', ','] : [writing === ',' ? ',' : '.'];
    return signs.flatMap((sign) => parseFigure(words, sign) ?? []);
  });
