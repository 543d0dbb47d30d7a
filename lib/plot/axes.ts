/** Axes as every chart has them: a baseline in ink, pale gridlines on the value axis, nothing else. */
import type { CategoryAxis, ChartLayout, ChartSpec, Legend, ValueAxis } from '../scene/chart.js';
import { text, widest } from './label.js';
import { literal } from './literal.js';
import { commonForm, decimalsOf, formatCode, type NumberForm, ownForm, printNumber } from './number.js';
import { stroke } from './paint.js';
import type { ChartRequest } from './request.js';
import { logScale, type Scale, ticksOf } from './scale.js';

/** Ids of the axes of a chart with one pair. */
export const CATEGORY_AXIS = 1;
export const VALUE_AXIS = 2;

/** Between a text and what it stands beside, in EMU. */
export const GAP = 91_440;

/** A category axis; the baseline of bars and lines. */
export const categoryAxis = (request: ChartRequest, own: Partial<CategoryAxis>): CategoryAxis => ({
  kind: 'category',
  id: CATEGORY_AXIS,
  crosses: VALUE_AXIS,
  crossesAt: 'autoZero',
  position: 'b',
  deleted: false,
  reversed: false,
  gridlines: null,
  line: stroke(request.look.text, 1),
  labels: 'low',
  format: 'General',
  text: text(request, request.look.text),
  labelSkip: 1,
  ...own,
});

/** A value axis over a scale. */
export const valueAxis = (request: ChartRequest, scale: Scale, own: Partial<ValueAxis>): ValueAxis => ({
  kind: 'value',
  id: VALUE_AXIS,
  crosses: CATEGORY_AXIS,
  crossesAt: 'autoZero',
  position: 'l',
  deleted: false,
  reversed: false,
  gridlines: stroke(request.look.rule, 0.5),
  line: null,
  labels: 'nextTo',
  format: tickCode(request, scale),
  text: text(request, request.look.muted),
  min: scale.min,
  max: scale.max,
  major: scale.major,
  logBase: scale.logBase,
  between: true,
  ...own,
});

/** A value axis that only sets the scale: every value is printed. */
export const hiddenAxis = (request: ChartRequest, scale: Scale, own: Partial<ValueAxis>): ValueAxis =>
  valueAxis(request, scale, { deleted: true, gridlines: null, labels: 'none', ...own });

/** The format of tick labels: the unit on the top tick only (LOOKS, section 4); on all of a log scale, and where there are negative values. */
function tickCode(request: Pick<ChartRequest, 'data'>, scale: Scale): string {
  if (scale.logBase !== null) return logCode(request, scale);
  const ticks = ticksOf(scale);
  const form = tickForm(request, scale);
  const top = ticks.at(-1) ?? scale.max;
  if (scale.min < 0) return formatCode(form, true);
  const bare = formatCode({ ...form, prefix: '', suffix: '' }, false);
  return form.prefix === '' && form.suffix === '' ? bare : `[=${top}]${formatCode(form, false)};${bare}`;
}

/** The form of ticks: scaled as the largest wants it, with the decimals that the steps need. */
export function tickForm({ data }: Pick<ChartRequest, 'data'>, scale: Scale): NumberForm {
  const form = commonForm(ticksOf(scale), data.unit, null);
  const shown = [scale.major, scale.min].map((value) => Number((value / 10 ** form.shift).toPrecision(12)));
  return { ...form, decimals: Math.min(15, Math.max(...shown.map(decimalsOf))) };
}

/** Tick labels of a log scale: from a thousand and from a million on in the next magnitude, below as they are. */
function logCode({ data }: Pick<ChartRequest, 'data'>, scale: Scale): string {
  const from = (limit: number): string => (scale.max >= limit ? `[>=${limit}]${formatCode(ownForm(limit, data.unit, null), false)};` : '');
  return `${from(1e6)}${from(1e3)}${literal(data.unit.prefix)}General${literal(data.unit.suffix)}`;
}

/** What a tick prints, for measuring: with the unit. */
export function tickTexts(request: ChartRequest, scale: Scale): readonly string[] {
  const form = tickForm(request, scale);
  return ticksOf(scale).map((tick) =>
    scale.logBase === null
      ? printNumber(tick, form, request.lang)
      : printNumber(tick, ownForm(tick, request.data.unit, null), request.lang),
  );
}

/** A log scale whose ticks have room beside each other on an axis as long as `length` says: from power of ten to power, else in steps of two or three. */
export function logScaleAcross(
  request: ChartRequest,
  values: readonly number[],
  wish: Parameters<typeof logScale>[1],
  length: (scale: Scale) => number,
): Scale {
  const scales = [10, 100, 1000].map((base) => logScale(values, wish, base));
  const fits = (scale: Scale): boolean => tickWidth(request, scale) + GAP <= length(scale) / (ticksOf(scale).length - 1);
  return scales.find(fits) ?? scales.at(-1) ?? logScale(values, wish);
}

/** The width of the widest tick label. */
export const tickWidth = (request: ChartRequest, scale: Scale): number => widest(tickTexts(request, scale), request.measure);

/** A rectangle of the frame, in EMU, as fractions; kept inside the frame. */
export function fractions(request: Pick<ChartRequest, 'frame'>, x: number, y: number, w: number, h: number): ChartLayout {
  const { cx, cy } = request.frame;
  const part = (value: number, whole: number): number => Math.round(Math.max(0, Math.min(1, value / whole)) * 100_000) / 100_000;
  const [left, top] = [part(x, cx), part(y, cy)];
  return { x: left, y: top, w: Math.max(0.01, Math.min(part(w, cx), 1 - left)), h: Math.max(0.01, Math.min(part(h, cy), 1 - top)) };
}

/** Beside the names of a legend: the symbol and what parts the entries. */
const ENTRY_ROOM = 3.5 * GAP;

/** How many lines a legend takes in a width, its entries being as wide as the widest of them; a name that is wider than that is broken. */
function legendLines({ measure }: ChartRequest, names: readonly string[], width: number): number {
  const entry = widest(names, measure) + ENTRY_ROOM;
  if (entry > width) return names.reduce((sum, name) => sum + Math.ceil((measure.width(name) + ENTRY_ROOM) / width), 0);
  return Math.ceil(names.length / Math.max(1, Math.floor(width / entry)));
}

const seriesNames = ({ data }: ChartRequest): readonly string[] => data.series.map(({ name }) => name);

/** The height that a legend takes, in EMU. It is measured as if it began at the left edge, or further in by a tenth. */
export const legendHeight = (request: ChartRequest, names = seriesNames(request)): number =>
  legendLines(request, names, request.frame.cx * LEGEND_SHARE) * request.measure.line + GAP;

const LEGEND_SHARE = 0.85;

/** A legend on top whose left edge stands on the plot's, wide enough for its entries on one line, or on as few as that takes. */
export function legendAt(request: ChartRequest, names: readonly string[], x: number): Legend {
  const entry = widest(names, request.measure) + ENTRY_ROOM;
  const lines = legendLines(request, names, request.frame.cx * LEGEND_SHARE);
  const width = Math.min(entry * Math.ceil(names.length / lines) + GAP, request.frame.cx - x);
  const left = lines > 1 ? Math.min(x, request.frame.cx * (1 - LEGEND_SHARE)) : x;
  const layout = fractions(request, left, 0, lines > 1 ? request.frame.cx - left : width, request.measure.line * lines + GAP * 0.5);
  return { layout, text: text(request, request.look.text) };
}

/** The parts of a spec that are alike for all charts. */
export const specBase = (request: ChartRequest): Pick<ChartSpec, 'text' | 'lang'> => ({
  text: text(request, request.look.text),
  lang: request.lang,
});

/** The values of the series summed up for each category: what stacks reach, up and down. */
export const stackEnds = ({ data }: Pick<ChartRequest, 'data'>): readonly number[] =>
  data.categories.flatMap((_, index) => {
    const values = data.series.map((series) => series.values[index] ?? 0);
    const sum = (items: readonly number[]): number => items.reduce((total, value) => total + value, 0);
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
