/** Numbers as charts print them. */
import { knownLanguage } from '../core/notation.js';
import { literal } from './literal.js';
import { scaleSteps, type Unit } from './unit.js';

/** Digits behind the point of a number as it prints. */
export function decimalsOf(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent));
}

const exponentOf = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value))));

/** So many significant figures are kept as they were written; of longer numbers three are printed. */
const MOST_FIGURES = 4;

/**
 * Equal decimals for all values. Those that were written, where the largest value has at most four figures with them; else three significant
 * figures of the largest, and two of the smallest with at most two decimals (none from 100 on); never more than were written, enough that no
 * value prints as zero, and one where whole numbers would falsify a small one.
 */
export function commonDecimals(values: readonly number[]): number {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  if (sizes.length === 0) return 0;
  const written = Math.max(...sizes.map(decimalsOf));
  if (written + exponentOf(Math.max(...sizes)) < MOST_FIGURES && written < MOST_FIGURES) return written;
  const forLargest = 2 - exponentOf(Math.max(...sizes));
  const forSmallest = -exponentOf(Math.min(...sizes));
  const twoFigures = Math.max(...sizes) < 100 ? Math.min(forSmallest + 1, 2) : 0;
  const most = Math.min(written, 10);
  const wanted = clamp(Math.max(forLargest, Math.min(forSmallest, 6), twoFigures), 0, most);
  const isTrue = sizes.every((value) => Math.abs(Number(value.toFixed(wanted)) - value) <= value * ROUNDING);
  return wanted === 0 && !isTrue ? Math.min(1, most) : wanted;
}

/** How values are printed: a number of decimals, and a division by a power of ten that the suffix names. */
export interface NumberForm {
  readonly prefix: string;
  readonly suffix: string;
  readonly decimals: number;
  /** 3: in thousands, 6: in millions … of the cell's value. */
  readonly shift: number;
}

/** One form for all values: large plain numbers in thousands, millions or billions of their own kind. */
export function commonForm(values: readonly number[], unit: Unit, decimals: number | null): NumberForm {
  const largest = Math.max(0, ...values.map(Math.abs));
  const plain = unit.magnitude === 1 && unit.suffix === unit.tail && unit.sign !== '%' && (unit.sign !== '' || unit.name === '');
  const steps = plain && largest >= 1e6 ? [...scaleSteps(unit.lang).keys()].filter((step) => step <= exponentOf(largest)) : [];
  const formIn = (shift: number): NumberForm =>
    shifted(unit, shift, decimals ?? commonDecimals(values.map((value) => scaleDown(value, shift))));
  const forms = [...steps.reverse().map(formIn), formIn(0)];
  return forms.find((form) => values.every((value) => printsTruly(value, form))) ?? formIn(0);
}

/** A form that divides by a power of ten. Codes divide by thousands only: of other powers they set the point themselves, before a fixed number of digits. */
function shifted(unit: Unit, shift: number, decimals: number): NumberForm {
  if (shift === 0) return { prefix: unit.prefix, suffix: unit.suffix, decimals, shift };
  const name = scaleSteps(unit.lang).get(shift + Math.round(Math.log10(unit.magnitude))) ?? '';
  return { prefix: unit.prefix, suffix: name + unit.tail, decimals: shift % 3 || decimals, shift };
}

/** How far what is printed may be from the value: a label that says $0.001m of $640 is wrong, not rounded. */
const ROUNDING = 0.05;

function printsTruly(value: number, { shift, decimals }: NumberForm): boolean {
  const scaled = Math.abs(scaleDown(value, shift));
  return Math.abs(Number(scaled.toFixed(decimals)) - scaled) <= scaled * ROUNDING;
}

/** A form of its own for a value among others of quite another size: `$0.294m`, `$1.6bn`. `decimals` is then the most. */
export function ownForm(value: number, unit: Unit, decimals: number | null): NumberForm {
  const known = unit.sign !== '%' && unit.magnitude > 1 === (unit.suffix !== unit.tail);
  const base = Math.round(Math.log10(unit.magnitude));
  const most = exponentOf(value);
  const steps = known ? [...scaleSteps(unit.lang).keys()].map((step) => step - base).filter((step) => step > 0 && step <= most) : [];
  const shift = Math.max(0, ...steps);
  const scaled = scaleDown(value, shift);
  const figures = Math.max(0, MOST_FIGURES - 1 - exponentOf(scaled));
  return shifted(unit, shift, Math.min(decimalsOf(Number(scaled.toFixed(figures))), figures, decimals ?? 10));
}

/** How far apart the values are whose labels have a magnitude each. */
const WIDE = 1000;

/** Whether values are so far apart that one form for all would print zeros or long numbers of some: `$0.3m … $1,600.0m`. */
export function isWide(values: readonly number[], unit: Unit): boolean {
  const sizes = values.filter((value) => value !== 0).map(Math.abs);
  const known = unit.sign !== '%' && (unit.sign !== '' || unit.magnitude > 1 || unit.name === '');
  if (sizes.length === 0 || !known || Math.max(...sizes) < Math.min(...sizes) * WIDE) return false;
  const common = commonForm(values, unit, null);
  return Math.max(...sizes) >= 10 ** (common.shift + 3) && (common.decimals > 0 || Math.max(...sizes) >= 10 ** (common.shift + 4));
}

const scaleDown = (value: number, shift: number): number => Number((value / 10 ** shift).toPrecision(15));

/** The number format code of a form (ISO/IEC 29500-1, 18.8.31); `note` follows the number: ` (claim)`. */
export function formatCode(form: NumberForm, negative: boolean, note = ''): string {
  const rest = form.shift % 3;
  const whole = rest > 0 ? `0"."${'0'.repeat(rest)}` : `#,##0${form.decimals > 0 ? `.${'0'.repeat(form.decimals)}` : ''}`;
  const digits = whole + ','.repeat(Math.floor(form.shift / 3));
  const body = `${literal(form.prefix)}${digits}${literal(`${form.suffix}${note}`)}`;
  return negative ? `${body};"−"${body}` : body;
}

/** A value as its form prints it, with the separators of the language. */
export function printNumber(value: number, form: NumberForm, lang: string): string {
  const digits = { minimumFractionDigits: form.decimals, maximumFractionDigits: form.decimals, useGrouping: form.shift % 3 === 0 };
  const text = new Intl.NumberFormat(knownLanguage(lang), digits).format(Math.abs(scaleDown(value, form.shift)));
  return `${value < 0 ? '−' : ''}${form.prefix}${text}${form.suffix}`;
}

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));
