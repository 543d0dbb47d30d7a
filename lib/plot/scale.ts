/** Axis scales: round ends, round steps. */
import type { DateUnit } from './date.js';

/** A value axis from `min` to `max` in steps of `major`. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly major: number;
  /** `null`: linear. */
  readonly logBase: number | null;
}

/** What the author or the kind of chart fixes. */
export interface ScaleWish {
  readonly min: number | null;
  readonly max: number | null;
  /** The axis starts at zero: always for bars and areas. */
  readonly fromZero: boolean;
}

const STEPS = [1, 2, 2.5, 5];
const FEWEST = 4;
const MOST = 6;

/** Rid of what binary fractions add: 0.30000000000000004 is 0.3. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** A linear scale over the values: 4 to 6 steps of 1, 2, 2.5 or 5 × 10ⁿ (LOOKS, section 4). Ends that are wished are kept, where they leave a range. */
export function linearScale(values: readonly number[], wish: ScaleWish): Scale {
  const [low, high] = extent(values, wish);
  const exponent = Math.floor(Math.log10(high - low));
  const candidates = [exponent - 2, exponent - 1, exponent].flatMap((power) => STEPS.map((step) => tidy(step * 10 ** power)));
  const scales = candidates.map((major) => stepped(low, high, major));
  const fitting = scales.filter((scale) => stepsOf(scale) >= FEWEST && stepsOf(scale) <= MOST);
  const best = [...fitting].sort((a, b) => a.max - a.min - (b.max - b.min) || b.major - a.major)[0] ?? padded(scales);
  return { ...best, min: wish.min ?? best.min, max: wish.max ?? best.max };
}

/** The range to be covered, never empty. */
function extent(values: readonly number[], wish: ScaleWish): readonly [number, number] {
  const all = wish.fromZero ? [...values, 0] : values;
  const low = wish.min ?? Math.min(...(all.length > 0 ? all : [0]));
  const high = wish.max ?? Math.max(...(all.length > 0 ? all : [1]));
  if (high - low > Math.abs(high) * 1e-9) return [low, high];
  if (wish.min !== null) return [low, low + Math.max(Math.abs(low), 1)];
  const spread = Math.abs(high) || 1;
  return wish.fromZero && high <= 0 && low < 0
    ? [-spread, 0]
    : wish.fromZero || high === 0
      ? [0, spread]
      : [high - spread / 2, high + spread / 2];
}

const stepped = (low: number, high: number, major: number): Scale => ({
  min: tidy(Math.floor(tidy(low / major)) * major),
  max: tidy(Math.ceil(tidy(high / major)) * major),
  major,
  logBase: null,
});

/** How many steps a scale has. */
export const stepsOf = (scale: Scale): number => Math.round((scale.max - scale.min) / scale.major);

/** Where no step divides the range into 4 to 6, the nearest with too few gets one more. */
function padded(scales: readonly Scale[]): Scale {
  const few = scales.filter((scale) => stepsOf(scale) < FEWEST).sort((a, b) => stepsOf(b) - stepsOf(a))[0] ?? scales[0];
  if (!few) throw new TypeError('a scale has no candidates');
  return { ...few, max: tidy(few.min + FEWEST * few.major) };
}

/** A scale of powers of ten over positive values, at least two decades; of a hundred or a thousand where that is the base. Wished ends are moved out to a power. */
export function logScale(values: readonly number[], wish: Pick<ScaleWish, 'min' | 'max'>, base = 10): Scale {
  const positive = values.filter((value) => value > 0);
  const low = floorPower(wish.min !== null && wish.min > 0 ? wish.min : Math.min(...positive, positive.length > 0 ? Infinity : 1), base);
  const high = ceilPower(wish.max !== null && wish.max > 0 ? wish.max : Math.max(...positive, positive.length > 0 ? 0 : 10), base);
  return { min: low, max: Math.max(high, low * (base === 10 ? 100 : base)), major: base, logBase: base };
}

const floorPower = (value: number, base: number): number => tidy(base ** Math.floor(tidy(Math.log10(value) / Math.log10(base))));
const ceilPower = (value: number, base: number): number => tidy(base ** Math.ceil(tidy(Math.log10(value) / Math.log10(base))));

/** Without the rest that floating point leaves, which makes of zero a number next to it. */
const wholeMillionths = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The values at an axis's ticks. */
export function ticksOf(scale: Scale): readonly number[] {
  if (scale.logBase !== null) {
    const { min, max, logBase } = scale;
    const powers = Math.round(Math.log10(max / min) / Math.log10(logBase));
    return Array.from({ length: powers + 1 }, (_, index) => tidy(min * logBase ** index));
  }
  const count = Math.floor(tidy((scale.max - scale.min) / scale.major));
  const first = scale.min / scale.major;
  return Array.from({ length: count + 1 }, (_, index) => tidy(wholeMillionths(first + index) * scale.major));
}

/** Where a value lies on a scale: 0 at its start, 1 at its end. */
export const positionOn = (scale: Scale, value: number): number =>
  scale.logBase === null
    ? (value - scale.min) / (scale.max - scale.min)
    : Math.log(Math.max(value, scale.min) / scale.min) / Math.log(scale.max / scale.min);

/** Steps of a date axis. */
export interface DateSteps {
  readonly count: number;
  readonly unit: DateUnit;
}

const DATE_STEPS: readonly (DateSteps & { readonly days: number })[] = [
  ...[1, 2, 7, 14].map((count) => ({ count, unit: 'days' as const, days: count })),
  ...[1, 2, 3, 6].map((count) => ({ count, unit: 'months' as const, days: count * 30 })),
  ...[1, 2, 5, 10, 20, 50].map((count) => ({ count, unit: 'years' as const, days: count * 365 })),
];

const UNITS: readonly DateUnit[] = ['days', 'months', 'years'];

/** The finest steps at which at most `most` labels stand on a range of days; never finer than the dates were written. */
export function dateSteps(days: number, most: number, finest: DateUnit): DateSteps {
  const allowed = DATE_STEPS.filter((step) => UNITS.indexOf(step.unit) >= UNITS.indexOf(finest));
  const found = allowed.find((step) => Math.floor(days / step.days) + 1 <= most) ?? allowed.at(-1);
  return { count: found?.count ?? 1, unit: found?.unit ?? 'years' };
}
