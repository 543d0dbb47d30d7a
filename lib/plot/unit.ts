/** Units: what stands around a number in a label, as the deck's language puts it. */
import { CURRENCY, currencySign, knownLanguage, MAGNITUDE, magnitudeOf, wordedSign } from '../core/notation.js';
import type { Figure } from './figure.js';

/** What stands around a number in a label: `$`, `bn`, `%`. */
export interface Unit {
  /** As the author wrote it: `US$ million`; empty where nobody said. */
  readonly name: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What of the suffix stays where numbers are scaled: `\u00a0€`. */
  readonly tail: string;
  /** What is measured, alike however it is written: `$`, `%`; empty for counts and where nobody said. */
  readonly sign: string;
  /** What one counts: 1e6 where the unit is a million. */
  readonly magnitude: number;
  /** What plain numbers of the table are multiplied by: 100 where the author counts 亿 and the deck millions. */
  readonly times: number;
  readonly lang: string;
}

export const NO_UNIT: Unit = { name: '', prefix: '', suffix: '', tail: '', sign: '', magnitude: 1, times: 1, lang: 'en' };

/** Names of powers of ten that charts print, where the common ones of the language are others than Intl's short ones, or none. */
const OWN_STEPS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  en: { 3: 'k', 6: 'm', 9: 'bn', 12: 'tn' },
  de: { 3: '\u00a0Tsd.', 6: '\u00a0Mio.', 9: '\u00a0Mrd.', 12: '\u00a0Bio.' },
  es: { 3: '\u00a0mil', 6: '\u00a0M', 9: '\u00a0mil\u00a0M', 12: '\u00a0B' },
};

const stepsByLanguage = new Map<string, ReadonlyMap<number, string>>();

/** The powers of ten that a language has names for, each with its short name as it stands behind digits: `bn`, `\u00a0Mrd.`, `亿`. */
export function scaleSteps(lang: string): ReadonlyMap<number, string> {
  const known = knownLanguage(lang);
  const found = stepsByLanguage.get(known) ?? new Map(stepsOf(known));
  stepsByLanguage.set(known, found);
  return found;
}

function stepsOf(lang: string): readonly (readonly [number, string])[] {
  const own = OWN_STEPS[lang.split('-')[0] ?? ''];
  if (own) return Object.entries(own).map(([exponent, name]) => [Number(exponent), name]);
  const format = new Intl.NumberFormat(lang, { notation: 'compact' });
  return [3, 4, 6, 8, 9, 12].flatMap((exponent) => {
    const parts = format.formatToParts(10 ** exponent);
    const digits = parts.filter(({ type }) => type === 'integer').map(({ value }) => value);
    const at = parts.findIndex(({ type }) => type === 'compact');
    if (at < 1 || digits.length !== 1 || [...(digits[0] ?? '')].length !== 1) return [];
    const gap = parts[at - 1]?.type === 'literal' ? '\u00a0' : '';
    return [[exponent, gap + (parts[at]?.value ?? '')] as const];
  });
}

/** What a language puts around the digits: where a currency stands, and how percent is written. */
interface Habits {
  readonly behind: boolean;
  readonly percent: { readonly prefix: string; readonly suffix: string };
}

const habitsByLanguage = new Map<string, Habits>();

function habitsOf(lang: string): Habits {
  const known = knownLanguage(lang);
  const found = habitsByLanguage.get(known) ?? readHabits(known);
  habitsByLanguage.set(known, found);
  return found;
}

function readHabits(lang: string): Habits {
  const euro = new Intl.NumberFormat(lang, { style: 'currency', currency: 'EUR' }).formatToParts(1).map(({ type }) => type);
  const share = new Intl.NumberFormat(lang, { style: 'percent' }).formatToParts(0.05);
  const [first, second] = share;
  const gap = second?.type === 'literal' && /[\u00a0\u202f ]/.test(second.value) ? '\u00a0' : '';
  const percent = first?.type === 'percentSign' ? { prefix: '%', suffix: '' } : { prefix: '', suffix: `${gap}%` };
  return { behind: euro.indexOf('currency') > euro.indexOf('integer'), percent };
}

/** A unit as it is written. */
interface WrittenUnit {
  readonly name: string;
  /** What it measures; empty for counts. */
  readonly sign: string;
  /** The currency as it is written; empty where there is none. */
  readonly currency: string;
  readonly magnitude: number;
  /** Whether labels say the magnitude; else the subtitle does. */
  readonly said: boolean;
  /** Words that say what is counted, without their magnitude; empty for signs. */
  readonly words: string;
}

const UNIT = new RegExp(String.raw`^(?:(${CURRENCY})\s*(${MAGNITUDE})?|(${MAGNITUDE})\s*(${CURRENCY})?)(?:$|(?![\p{L}\d]))`, 'iu');
const SCALED = new RegExp(String.raw`^(${MAGNITUDE})(?=\s|\p{Script=Han})\s*`, 'iu');
const MARKS = ['%', '×', '°C', '°F'];

/** Reads signs, magnitudes and the words of a unit: `US$ million`, `亿元`, `Mio. €`, `thousand GPU hours`, `万人`, `chips`. */
function writtenUnit(text: string): WrittenUnit {
  const name = text.trim();
  const none = { name, currency: '', magnitude: 1, said: true, words: '' };
  const mark = name === 'x' ? '×' : name;
  if (mark === '' || MARKS.includes(mark)) return { ...none, sign: mark };
  const [whole = '', front = '', scaled = '', scale = '', back = ''] = UNIT.exec(name) ?? [];
  const currency = front || back;
  const magnitude = magnitudeOf(scaled || scale);
  if (currency !== '' || (whole === name && whole !== '')) return { ...none, sign: currencySign(currency), currency, magnitude };
  const [lead = '', word = ''] = SCALED.exec(name) ?? [];
  const words = name.slice(lead.length);
  const sign = wordedSign(words);
  const isCurrency = sign !== '' && sign !== '%';
  return {
    ...none,
    sign,
    currency: isCurrency ? sign : '',
    magnitude: magnitudeOf(word),
    said: sign !== '' || /\p{Script=Han}/u.test(word),
    words: sign === '' ? words : '',
  };
}

/** The author's unit, else what all cells carry alike; magnitudes are brought to the smallest that occurs, and to one that the language names. */
export function unitOf(figures: readonly (Figure | null)[], wished: string, lang: string): Unit {
  const wish = writtenUnit(wished);
  const marked = figures.filter((figure): figure is Figure => figure !== null && figure.value !== 0);
  const [least] = [...marked].sort((a, b) => a.magnitude - b.magnitude);
  const isScaled = wish.magnitude > 1;
  const written = {
    ...wish,
    sign: wish.sign || (least?.sign ?? ''),
    currency: wish.currency || (least?.currency ?? ''),
    magnitude: isScaled ? wish.magnitude : (least?.magnitude ?? 1),
    said: isScaled ? wish.said : true,
  };
  const sizes = marked.map(({ value, magnitude }) => Math.abs(value) * (magnitude === 1 ? written.magnitude : magnitude));
  const magnitude = written.said ? namedMagnitude(written.magnitude, sizes, lang) : written.magnitude;
  const unit = around({ ...written, magnitude }, lang);
  if (magnitude === written.magnitude) return unit;
  const name = wished === '' ? '' : `${unit.prefix}${unit.suffix}`.trim();
  return { ...unit, name: wish.words === '' ? name : wish.words, times: Number((written.magnitude / magnitude).toPrecision(12)) };
}

/** From how far apart sizes are the smallest chooses their magnitude: by the largest, it would be zeros (0.00294亿). */
const FAR = 1000;

/** The magnitude, or the largest that the language has a name for and that leaves the largest value (of sizes far apart, the smallest) a figure of 5 and more. */
function namedMagnitude(magnitude: number, sizes: readonly number[], lang: string): number {
  const exponent = Math.round(Math.log10(magnitude));
  const steps = [...scaleSteps(lang).keys()];
  if (magnitude === 1 || steps.includes(exponent) || steps.length === 0) return magnitude;
  const [smallest, largest] = sizes.length === 0 ? [magnitude, 5 * magnitude] : [Math.min(...sizes), Math.max(...sizes)];
  const telling = largest >= FAR * smallest ? smallest : largest;
  return 10 ** Math.max(Math.min(...steps), ...steps.filter((step) => 5 * 10 ** step <= telling));
}

/** The signs as the language sets them around digits. */
function around({ name, sign, currency, magnitude, said }: WrittenUnit, lang: string): Unit {
  const scale = said && magnitude > 1 ? (scaleSteps(lang).get(Math.round(Math.log10(magnitude))) ?? '') : '';
  const shared = { name, sign, magnitude, times: 1, lang };
  const { behind, percent } = habitsOf(lang);
  if (sign === '%') return { ...shared, prefix: percent.prefix, suffix: scale + percent.suffix, tail: percent.suffix };
  if (currency === '') return { ...shared, prefix: '', suffix: scale + sign, tail: sign };
  const isWord = /\p{Script=Han}/u.test(currency) && /^(?:zh|ja)/.test(lang);
  const tail = isWord ? currency : behind ? `\u00a0${sign}` : '';
  return { ...shared, prefix: tail === '' ? sign : '', suffix: scale + tail, tail };
}

/** A figure counted in the unit: `$1.2bn` is 1200 in millions. A plain number is taken to be in the author's unit already. */
export const inUnit = ({ value, magnitude }: Pick<Figure, 'value' | 'magnitude'>, unit: Unit): number =>
  magnitude === 1
    ? unit.times === 1
      ? value
      : Number((value * unit.times).toPrecision(15))
    : Number(((value * magnitude) / unit.magnitude).toPrecision(15));

/** Why a cell cannot be counted in the unit that the author gave: what the cell says, and what the unit does; null where they agree. */
export function contradiction(
  figure: Figure,
  wished: string,
): { readonly cell: string; readonly unit: string; readonly sure: boolean } | null {
  const { sign, words, name } = writtenUnit(wished);
  if (figure.sign === '' || figure.sign === sign || (sign === '' && words === '')) return null;
  if (sign === '' && figure.sign === '%') return null;
  return { cell: figure.sign, unit: name, sure: sign !== '' };
}
