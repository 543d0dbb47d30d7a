/**
 * Figures in running text: numbers with unit, currency, percent or magnitude, or of four digits and more that are no year. Any notation is read:
 * `10,000`, `10k`, `ten thousand` and `1万` are one figure.
 */
import { magnitudeOf } from '../core/notation.js';
import { numberOf, spelled, WORDS } from './numeral.js';

/** A figure where it stands. */
export interface Figure {
  /** In full: `5.576m` is 5576000. */
  readonly value: number;
  /** `$`, `%`, `×`, `GB`; empty for a bare count. Notations of one unit are one. */
  readonly unit: string;
  /** What its last written digit counts: 1000 in `5.576m`, 0.1 in `79.8%`. */
  readonly step: number;
  /** Whether it is one end of a range or one of several alternatives (`$589bn to $593bn`). */
  readonly inRange: boolean;
  /** As it is written. */
  readonly text: string;
  /** Offsets in the text that was read. */
  readonly start: number;
  readonly end: number;
}

/** Notations of units, each under the name that it is compared by. */
const UNITS: readonly (readonly [unit: string, written: string])[] = [
  ['pp', String.raw`percentage[ \u00a0-]points?|pp\b|Prozentpunkte?|个百分点|百分点`],
  ['%', String.raw`%|٪|％|percent\b|per cent\b|pct\b|Prozent\b|pour cent\b|por ciento\b`],
  ['×', String.raw`×|x(?![\p{L}\p{N}])|-?fold\b|times\b|-?fach\b|mal\b|倍`],
  ['$', String.raw`(?:US )?dollars?\b|USD\b|US\$|美元|ドル`],
  ['€', String.raw`[Ee]uros?\b|EUR\b|€|欧元|ユーロ`],
  ['£', String.raw`pounds? sterling\b|GBP\b|£|英镑`],
  ['¥', String.raw`yuan\b|renminbi\b|RMB\b|CNY\b|yen\b|JPY\b|人民币|元|円`],
  ['GB', String.raw`GB\b|gigabytes?\b`],
  ['TB', String.raw`TB\b|terabytes?\b`],
  ['MW', String.raw`MW\b|megawatts?\b`],
  ['GW', String.raw`GW\b|gigawatts?\b`],
  ['kWh', String.raw`kWh\b`],
  ['MWh', String.raw`MWh\b`],
  ['GWh', String.raw`GWh\b`],
  ['TWh', String.raw`TWh\b`],
  ['kg', String.raw`kg\b|kilograms?\b`],
  ['km', String.raw`km\b|kilomet(?:er|re)s?\b`],
  ['nm', String.raw`nm\b|nanomet(?:er|re)s?\b`],
  ['GHz', String.raw`GHz\b`],
  ['MHz', String.raw`MHz\b`],
  ['°C', '°C'],
  ['bp', String.raw`basis points?\b|bps?\b`],
];

const CURRENCIES: readonly (readonly [unit: string, written: string])[] = [
  ['$', String.raw`US\$|USD|HK\$|A\$|C\$|\$`],
  ['€', 'EUR|€'],
  ['£', 'GBP|£'],
  ['¥', 'CN¥|RMB|CNY|JPY|¥|￥'],
];

const either = (list: readonly (readonly [string, string])[]): string => list.map(([, written]) => written).join('|');
const DIGITS = String.raw`\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?`;
const LETTERS = '[kKmMbBtT]|bn|Bn|BN|mn|Mn|tn';
const LONG = String.raw`thousands?|millions?|billions?|trillions?|tausend|Millionen|Million|Milliarden|Milliarde|Mio\.?|Mrd\.?|milliards?|Md|mille|millones`;
const HAN = '千万|百万|万|萬|亿|億|兆|千';

/** Letters of scripts that part their words: behind one of these a number is part of a name. */
const LETTER = String.raw`\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}`;

/** What stands before a number and makes it part of a name: `GPT-4`, `v2`, `No. 1`, `p. 4`, `ISO 29500`. */
const FIGURE = new RegExp(
  String.raw`(?<![${LETTER}\p{N}_#@]|[${LETTER}\p{N}][./:-]|[\p{N}],)` +
    String.raw`(?<currency>${either(CURRENCIES)})?[ \u00a0]?(?:(?<digits>${DIGITS})|(?<words>${WORDS})(?=[ \u00a0-](?:${LONG}|percent|per cent)|(?:${HAN})))` +
    String.raw`(?:(?<letter>${LETTERS})(?![\p{L}\p{N}])|[ \u00a0-]?(?<long>${LONG})(?!\p{L})|[ \u00a0]?(?<han>${HAN}))?` +
    String.raw`(?:[ \u00a0-]?(?<unit>${either(UNITS)}))?`,
  'gu',
);

/** Dates, times, addresses, numbers of standards and papers: no figures. */
const NO_FIGURE =
  /https?:\/\/\S+|www\.\S+|\b\d{4}-\d{2}(?:-\d{2})?\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}:\d{2}(?::\d{2})?\b|\barXiv:? ?\d{4}\.\d{4,5}|\b(?:ISO|IEC|RFC|DIN|EN|ECMA|IEEE|CVE|doi)[ :/-]*[\d./-]+|(?:\b(?:No|Nr|p|pp|fig|vol|ch)\.|§) ?\d+|\d{4}\s*(?:年|년)|\b(?:v|version )\d+(?:\.\d+)*/giu;

/** Two figures that are one statement: a range, or alternatives. */
const JOINS = /^\s*(?:-|–|—|~|～|to|or|and|bis|oder|und|à|ou|et|a|y|至|到|或|和)\s*(?:about |around |over |under |about )?$/iu;
const TIGHT = /^\s*(?:-|–|—|~|～|to|bis|à|至|到)\s*$/iu;

type Notations = readonly (readonly [unit: string, pattern: RegExp])[];
const whole = (list: readonly (readonly [string, string])[]): Notations =>
  list.map(([unit, written]) => [unit, new RegExp(`^(?:${written})$`, 'iu')]);
const UNIT_NOTATIONS = whole(UNITS);
const CURRENCY_NOTATIONS = whole(CURRENCIES);

const unitOf = (written: string, notations: Notations): string => notations.find(([, pattern]) => pattern.test(written))?.[0] ?? '';

const isYear = (digits: string): boolean => /^(?:1[5-9]|20|21)\d\d$/.test(digits);

/** The figures of a text. `all`: every number is one, as in data; else only what a reader takes for a figure. */
export function figuresIn(text: string, lang: string, all = false): readonly Figure[] {
  const masked = text.replace(NO_FIGURE, (match) => ' '.repeat(match.length));
  const found = [...masked.matchAll(FIGURE)].map((match) => read(match, lang));
  const joined = found.map((figure, index): Read => {
    const next = found[index + 1];
    const gap = next ? masked.slice(figure.end, next.start) : '';
    if (!next || !TIGHT.test(gap)) return figure;
    const scaled = figure.magnitude === 1 && figure.unit === '' && next.value > 0 && figure.value < 1000 ? next.magnitude : 1;
    return { ...figure, value: figure.value * scaled, step: figure.step * scaled, unit: figure.unit || next.unit, bound: true };
  });
  return joined.flatMap((figure, index): readonly Figure[] => {
    if (!all && !counts(figure)) return [];
    const { magnitude: _, plain: __, bound: ___, ...rest } = figure;
    const [before, after] = [joined[index - 1], joined[index + 1]];
    const joins = (a: Read | undefined, b: Read | undefined): boolean =>
      a !== undefined && b !== undefined && a.unit === b.unit && JOINS.test(masked.slice(a.end, b.start));
    return [{ ...rest, inRange: joins(before, figure) || joins(figure, after) }];
  });
}

interface Read extends Figure {
  readonly magnitude: number;
  /** The digits alone, where nothing says what they count. */
  readonly plain: string;
  /** Whether it is the lower end of a range whose upper end says the unit. */
  readonly bound: boolean;
}

function read(match: RegExpExecArray, lang: string): Read {
  const { currency = '', digits = '', words = '', letter, long, han, unit = '' } = match.groups ?? {};
  const named = (letter ?? long ?? han ?? '').toLowerCase().replace(/\.$/, '');
  const magnitude = Math.max(magnitudeOf(named), magnitudeOf(named.replace(/s$/, '')));
  const { value, step } = digits === '' ? { value: spelled(words), step: 1 } : numberOf(digits, lang);
  const lead = match[0].length - match[0].trimStart().length;
  return {
    value: clean(value * magnitude),
    step: clean(step * magnitude),
    unit: unitOf(currency, CURRENCY_NOTATIONS) || unitOf(unit, UNIT_NOTATIONS),
    inRange: false,
    text: match[0].trim(),
    start: match.index + lead,
    end: match.index + match[0].length,
    magnitude,
    plain: digits,
    bound: false,
  };
}

const clean = (value: number): number => Number(value.toPrecision(15));

/** Whether a reader takes it for a figure. */
function counts({ unit, magnitude, plain, bound, value }: Read): boolean {
  if (unit !== '' || magnitude > 1) return value !== 0;
  if (bound && value >= 1000) return true;
  return plain.replace(/[.,]\d{1,2}$/, '').replace(/\D/g, '').length >= 4 && !isYear(plain);
}

const NEAR = 1e-9;

/** Whether two figures say the same number of the same unit. */
export const sameFigure = (a: Amount, b: Amount): boolean => fitting(a.unit, b.unit) && near(a.value, b.value, 0);

/** What figures are compared by. */
export type Amount = Pick<Figure, 'value' | 'unit' | 'step'>;

/** Whether one figure is the other, exactly or rounded: $5.6m and $5.576m, $600bn and $593bn. */
export const agrees = (a: Amount, b: Amount): boolean =>
  fitting(a.unit, b.unit) && near(Math.abs(a.value), Math.abs(b.value), Math.max(roundness(a), roundness(b)) / 2);

/** Whether one figure is another one, exactly or rounded: what is rounded says less than what it was rounded from. */
export const rounds = (rounded: Amount, exact: Amount): boolean =>
  fitting(rounded.unit, exact.unit) && near(Math.abs(rounded.value), Math.abs(exact.value), roundness(rounded) / 2);

const fitting = (a: string, b: string): boolean => a === b || (a === '%' && b === 'pp') || (a === 'pp' && b === '%');
const near = (a: number, b: number, most: number): boolean => Math.abs(a - b) <= most + Math.max(Math.abs(a), Math.abs(b)) * NEAR;

/** What a figure is rounded to: its last digit that is no trailing zero, where it has no decimals. */
function roundness({ value, step }: Amount): number {
  let unit = step;
  while (unit > 0 && value !== 0 && Number.isInteger(clean(value / (unit * 10))) && Math.abs(value) > unit * 10) unit *= 10;
  return unit;
}
