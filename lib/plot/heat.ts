/** Heat maps: a native table whose cells print their figures on a colour that says how high each is. */
import { type Color, withAlpha } from '../core/color.js';
import { emu, inches, rect } from '../core/units.js';
import { GAP } from './axes.js';
import { nameWidth } from './bars.js';
import type { ColoredCell, LegendPart, Part, TablePart } from './drawing.js';
import { standingNote, text, valuePrinter, widest, wrapText } from './label.js';
import { commonForm, printNumber } from './number.js';
import { NO_FILL, solid } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, isHighlightedSeries, valuesOf } from './request.js';
import { linearScale, ticksOf } from './scale.js';
import { NO_UNIT, type Unit } from './unit.js';

/** Among which figures a colour means high: all, those of a row, those of a column. */
export const WITHIN = ['table', 'row', 'column'] as const;
type Within = (typeof WITHIN)[number];

/** How opaque the colours of the classes are, in percent, from the lowest to the highest: text on each has a contrast of 5 in all brands. */
const TINTS: Readonly<Record<number, readonly number[]>> = {
  1: [60],
  2: [20, 100],
  3: [12, 45, 100],
  4: [10, 30, 60, 100],
  5: [8, 22, 40, 60, 100],
  6: [6, 18, 30, 44, 60, 100],
};
const CLASSES = 5;
const MISSING = '–';
const TALLEST = inches(0.7);
const WIDEST = inches(2.5);
const DENSE = 1.45;

/** The least height of a heat map of so many rows, in EMU. */
export const leastHeatHeight = (rows: number, size: number): number => (rows + 4) * size * DENSE * 12_700;

/** Draws a legend and a table below it. */
export function drawHeat(asked: ChartRequest, within: Within): readonly Part[] {
  const request = asked.options.sort === 'auto' ? asked : inOrder(asked);
  const { data, frame, measure } = request;
  const names = data.categories.map((category, index) => categoryText(category, request) + standingNote(request.standings[index]));
  const { left, lines } = nameColumn(request, names);
  const cell = Math.min(WIDEST, (frame.cx - left) / Math.max(data.series.length, 1));
  const heads = data.series.map((series) => wrapText(series.name, cell - GAP, measure));
  const head = Math.max(1, ...heads.map((lines) => lines.length)) * measure.line + GAP;
  const scale = classesOf(request, within);
  const legend = legendOf(request, scale, left);
  const top = legend.frame.cy + GAP;
  const heights = evenHeights(leastHeights(lines, request), frame.cy - top - head);
  const headCells = data.series.map((series, at) =>
    plainCell(request, heads[at] ?? [], isHighlightedSeries(series, request.options), 'center', request.look.muted),
  );
  const marked = highlightedCategories(request);
  const rows = names.map((_, row) => ({
    height: emu(heights[row] ?? 0),
    cells: [
      plainCell(request, lines[row] ?? [], marked.has(row), 'left', request.look.text),
      ...data.series.map((_series, column) => figureCell(request, row, column, scale)),
    ],
  }));
  const columns = [left, ...data.series.map(() => cell)].map(emu);
  const table: TablePart = {
    kind: 'table',
    frame: rect(0, top, left + cell * data.series.length, head + total(heights)),
    header: true,
    columns,
    rows: [{ height: emu(head), cells: [plainCell(request, [], false, 'left', request.look.muted), ...headCells] }, ...rows],
  };
  return [legend, table];
}

/** The most of the frame that names take where they would else make the table taller than it. */
const MOST_NAMES = 0.5;

/** The names in lines, and the width of their column. */
interface NameColumn {
  readonly left: number;
  readonly lines: readonly (readonly string[])[];
}

/** The column of names: as wide as in other charts, and wider where the lines of wrapped names would not fit. */
function nameColumn(request: ChartRequest, names: readonly string[]): NameColumn {
  const { frame, measure } = request;
  const wide = (left: number): NameColumn => ({ left, lines: names.map((name) => wrapText(name, left - GAP, measure)) });
  const usual = wide(nameWidth(request, names) + 2 * GAP);
  // The legend, and heads of two lines.
  const room = frame.cy - 4 * measure.line - 2 * GAP;
  if (total(leastHeights(usual.lines, request)) <= room) return usual;
  return wide(Math.max(usual.left, Math.min(frame.cx * MOST_NAMES, widest(names, measure) + 2 * GAP)));
}

/** What rows need for their names. */
const leastHeights = (lines: NameColumn['lines'], { measure }: ChartRequest): readonly number[] =>
  lines.map((own) => Math.max(1, own.length) * measure.line + GAP * 0.5);

const total = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);

/** Heights as even as the room allows: rows whose names take several lines keep what they need, the others share the rest. */
function evenHeights(least: readonly number[], room: number): readonly number[] {
  let tall: readonly number[] = [];
  for (;;) {
    const even = (room - total(tall)) / Math.max(least.length - tall.length, 1);
    const taller = least.filter((own) => own > even);
    if (taller.length === tall.length || taller.length === least.length) return least.map((own) => Math.max(own, Math.min(TALLEST, even)));
    tall = taller;
  }
}

const plainCell = (
  request: ChartRequest,
  lines: readonly string[],
  bold: boolean,
  align: ColoredCell['align'],
  color: Color,
): ColoredCell => ({ lines, text: text(request, bold ? request.look.text : color, bold), align, fill: NO_FILL });

/** A figure on the colour of its class; the figure says what the colour says. */
function figureCell(request: ChartRequest, row: number, column: number, classes: Classes): ColoredCell {
  const { data, look, options } = request;
  const series = data.series[column];
  const value = series?.values[row] ?? null;
  const bold = highlightedCategories(request).has(row) || (series !== undefined && isHighlightedSeries(series, options));
  if (value === null) return plainCell(request, [MISSING], false, 'center', look.muted);
  const color = classes.colorOf(value, row, column);
  return {
    lines: [classes.print(value, row, column)],
    text: text(request, request.textOn(color), bold),
    align: 'center',
    fill: solid(color),
  };
}

/** A unit that the subtitle names is not said in every cell again, but for the percent sign. */
function printer(request: ChartRequest, series = request.data.series): (value: number) => string {
  const { unit } = request.data;
  const bare: Unit = unit.name === '' || unit.sign === '%' ? unit : { ...NO_UNIT, name: isLong(request) ? '' : unit.name, lang: unit.lang };
  const print = valuePrinter({ ...request, data: { ...request.data, series, unit: bare } });
  return (value) => print(value).text;
}

/** From these on figures have a magnitude, though the subtitle names their unit. */
const LONG = 1e6;

const isLong = ({ data }: ChartRequest): boolean => data.unit.magnitude === 1 && valuesOf(data).some((value) => Math.abs(value) >= LONG);

/** The colours of figures, and what the legend says of them. */
interface Classes {
  colorOf(value: number, row: number, column: number): Color;
  print(value: number, row: number, column: number): string;
  readonly swatches: readonly { readonly color: Color; readonly words: string }[];
  /** What stands in the first and the last one where the others' words have no room. */
  readonly ends: readonly [string, string];
}

function classesOf(request: ChartRequest, within: Within): Classes {
  return within === 'table' ? commonClasses(request) : ownClasses(request, within);
}

/** Round classes of all figures; those below zero in the colour of the opposite. */
function commonClasses(request: ChartRequest): Classes {
  const { look, options, lang, data } = request;
  const values = valuesOf({ ...data, interval: null });
  const scale = request.scale ?? linearScale(values, { min: options.min, max: options.max, fromZero: false });
  const ticks = ticksOf(scale);
  const bounds = ticks.length > 1 ? ticks : [scale.min, scale.max];
  const stretches = bounds.slice(1).map((high, index) => ({ low: bounds[index] ?? high, high }));
  const [below, above] = [stretches.filter(({ high }) => high <= 0), stretches.filter(({ high }) => high > 0)];
  const diverges = below.length > 0 && above.length > 0;
  const deepest = Math.max(below.length, above.length);
  const tint = (base: Color, count: number, at: number): Color => withAlpha(base, (TINTS[Math.min(count, 6)] ?? [])[at] ?? 100);
  const colors = diverges
    ? [
        ...below.map((_, at) => tint(look.counterpole, deepest, below.length - 1 - at)),
        ...above.map((_, at) => tint(look.message, deepest, at)),
      ]
    : stretches.map((_, at) => tint(look.message, stretches.length, at));
  const name = isLong(request) ? '' : data.unit.name || ' ';
  const form = commonForm(bounds, { ...data.unit, prefix: '', suffix: '', tail: '', sign: '', name }, null);
  const print = (value: number, own = form): string => printNumber(value, own, lang);
  const colorOf = (value: number): Color => {
    const at = stretches.findIndex(({ high }, index) => value < high || index === stretches.length - 1);
    return colors[Math.max(0, at)] ?? look.message;
  };
  const swatches = stretches.map(({ low, high }, at) => {
    const unit = at === stretches.length - 1 ? data.unit : NO_UNIT;
    const to = scale.min < 0 ? '\u2009…\u2009' : '–';
    return {
      color: colors[at] ?? look.message,
      words: `${data.unit.prefix && at === 0 ? data.unit.prefix : ''}${print(low, { ...form, suffix: '' })}${to}${print(high)}${unit.suffix}`,
    };
  });
  return { colorOf, print: printer(request), swatches, ends: [print(bounds[0] ?? 0), print(bounds.at(-1) ?? 0)] };
}

/** Figures that can be compared in their row or column only: five classes from its lowest to its highest. */
function ownClasses(request: ChartRequest, within: Exclude<Within, 'table'>): Classes {
  const { look, data } = request;
  const tints = TINTS[CLASSES] ?? [];
  const color = (at: number): Color => withAlpha(look.message, tints[at] ?? 100);
  const peers = (row: number, column: number): readonly number[] =>
    within === 'row'
      ? data.series.flatMap(({ values }) => values[row] ?? [])
      : (data.series[column]?.values ?? []).filter((value) => value !== null);
  const colorOf = (value: number, row: number, column: number): Color => {
    const all = peers(row, column);
    const [low, high] = [Math.min(...all), Math.max(...all)];
    const share = high > low ? (value - low) / (high - low) : 1;
    return color(Math.min(CLASSES - 1, Math.floor(share * CLASSES)));
  };
  const swatches = tints.map((_, at) => ({ color: color(at), words: at === 0 ? 'min' : at === CLASSES - 1 ? 'max' : '' }));
  /** Figures that are compared have equal decimals. */
  const alike = (row: number, column: number): ChartRequest['data']['series'] =>
    within === 'column'
      ? data.series.slice(column, column + 1)
      : data.series.map((series) => ({ ...series, values: series.values.slice(row, row + 1) }));
  return { colorOf, print: (value, row, column) => printer(request, alike(row, column))(value), swatches, ends: ['min', 'max'] };
}

/** The classes side by side, above the figures. */
function legendOf(request: ChartRequest, { swatches, ends }: Classes, left: number): LegendPart {
  const { frame, measure } = request;
  const wish =
    widest(
      swatches.map(({ words }) => words),
      measure,
    ) +
    2 * GAP;
  const width = Math.min(wish, (frame.cx - left) / Math.max(swatches.length, 1));
  return {
    kind: 'legend',
    frame: rect(left, 0, width * swatches.length, measure.line + GAP * 0.4),
    swatches: swatches.map(({ color, words }, at) => ({
      words: wish <= width + GAP ? words : at === 0 ? ends[0] : at === swatches.length - 1 ? ends[1] : '',
      text: text(request, request.textOn(color)),
      fill: solid(color),
    })),
  };
}
