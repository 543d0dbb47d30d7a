/** What bubbles need besides points: how large they are drawn, room for them inside the plot, and a key to their sizes. */
import type { ChartSeries, WorkbookColumn } from '../scene/chart.js';
import { GAP, tickForm } from './axes.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, widest, wrapLines } from './label.js';
import { commonForm, formatCode, printNumber } from './number.js';
import { stroke } from './paint.js';
import { type ChartRequest, MOST_PRINTED } from './request.js';
import type { Scale } from './scale.js';
import { helperColumn } from './sheet.js';
import { NO_UNIT } from './unit.js';

/** The share of the plot's shorter side that applications take for the largest bubble at a scale of 100 %. */
const LARGEST = 0.25;
/** The most of the frame's width that the key takes. */
const KEY_SHARE = 0.25;

/** Percent of what applications take for the largest bubble: less where there are many. */
export const bubbleScale = ({ data }: ChartRequest): number => (data.categories.length <= MOST_PRINTED ? 100 : 60);

/** How far each bubble reaches from its middle in a plot of that size. EMU; areas are the sizes. */
export function bubbleRadius(request: ChartRequest, w: number, h: number): (size: number) => number {
  const sizes = (request.data.series[2]?.values ?? []).filter((size) => size !== null);
  const largest = Math.max(...sizes, 0) || 1;
  const whole = Math.min(w, h) * LARGEST * (bubbleScale(request) / 100) * 0.5;
  return (size) => whole * Math.sqrt(Math.max(0, size) / largest);
}

/** The values that an axis of `length` must hold, so that no bubble of that radius leaves the plot. */
export function withReach(values: readonly number[], radius: number, length: number): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const share = Math.min(0.3, radius / length);
  const reach = ((high - low) / (1 - 2 * share)) * share;
  return reach > 0 ? [...values, low - reach, high + reach] : values;
}

/** Figures at an axis of bubbles: none beyond `top`, where the key stands, none below zero where there is nothing. */
export function bubbleTicks(request: ChartRequest, scale: Scale, values: readonly number[], top: number | null): string {
  const plain = formatCode(tickForm(request, scale), false);
  const unused = scale.min < 0 && values.every((value) => value >= 0);
  if (top === null && !unused) return formatCode(tickForm(request, scale), scale.min < 0);
  return [...(top === null ? [] : [`[>${top}]""`]), ...(unused ? ['[<0]""'] : []), plain].join(';');
}

/** A key to the sizes of bubbles: round ones of a large, a middle and a small size. */
export interface BubbleKey {
  readonly sizes: readonly number[];
  /** Lines of words for each size. */
  readonly words: readonly (readonly string[])[];
  /** EMU: what it takes at the right of the plot. */
  readonly width: number;
}

/** The key to the sizes of a plot of that height; null where there is none to show, or no room. */
export function bubbleKey(request: ChartRequest, height: number): BubbleKey | null {
  const { data, frame, measure, lang } = request;
  const size = data.series[2];
  const known = (size?.values ?? []).filter((value) => value !== null && value > 0);
  if (!size || known.length < 2 || request.options.values === 'hide') return null;
  const sizes = roundSizes(Math.max(...known.map((value) => value ?? 0)));
  const form = commonForm(sizes, { ...NO_UNIT, lang }, null);
  const radius = bubbleRadius(request, frame.cx, height)(sizes[0] ?? 0);
  const room = frame.cx * KEY_SHARE - 2 * radius - 2 * GAP;
  const words = sizes.map((value, index) => {
    const figure = printNumber(value, form, lang);
    const whole = `${size.name} ${figure}`;
    return index > 0 ? [figure] : measure.width(whole) <= room ? [whole] : [...wrapLines(size.name, room, 1, measure), figure];
  });
  const width = 2 * radius + 3 * GAP + widest(words.flat(), measure);
  return width > frame.cx * KEY_SHARE + GAP ? null : { sizes, words, width };
}

/** 1, 2 or 5 × 10ⁿ that is no larger than the largest, the next below it, and a tenth. */
function roundSizes(largest: number): readonly number[] {
  const power = 10 ** Math.floor(Math.log10(largest));
  const digit = largest / power >= 5 ? 5 : largest / power >= 2 ? 2 : 1;
  const next = { 5: 2, 2: 1, 1: 0.5 }[digit];
  return [digit, next, digit / 10].map((value) => Number((value * power).toPrecision(6)));
}

/** The plane that a key stands in; `data` is how much of its width the data take. */
interface KeyPlane {
  readonly across: Scale;
  readonly up: Scale;
  readonly w: number;
  readonly h: number;
  readonly data: number;
}

/** The key's columns: words, places on both axes, sizes; and the series that draws it, whose first column is `first`. */
export function keyParts(
  request: ChartRequest,
  key: BubbleKey,
  plane: KeyPlane,
  first: number,
): { readonly columns: readonly WorkbookColumn[]; readonly series: ChartSeries } {
  const { look, measure } = request;
  const radius = bubbleRadius(request, plane.w, plane.h);
  const largest = radius(key.sizes[0] ?? 0);
  const x = plane.across.min + ((plane.data + GAP + largest) / plane.w) * (plane.across.max - plane.across.min);
  let down = 0;
  const ys = key.sizes.map((size) => {
    const half = Math.max(radius(size), measure.line / 2);
    const middle = down + half;
    down = middle + half + GAP / 2;
    return plane.up.max - (middle / plane.h) * (plane.up.max - plane.up.min);
  });
  const tidy = (value: number): number => Number(value.toPrecision(6));
  const cells = helperColumn(request, 'Key size', null, key.sizes, 'General');
  const format = labelFormat(VALUE, 'r', 'General', text(request, look.muted));
  return {
    columns: [
      { ...cells, header: 'Key', kind: 'text', cells: key.words.map((lines) => lines.join(' ')) },
      helperColumn(
        request,
        'Key x',
        null,
        key.sizes.map(() => tidy(x)),
        'General',
      ),
      helperColumn(request, 'Key y', null, ys.map(tidy), 'General'),
      cells,
    ],
    series: helperSeries(first, first + 2, {
      categories: first + 1,
      sizes: first + 3,
      line: stroke(look.muted, 1),
      labels: {
        ...format,
        shows: NOTHING,
        points: key.words.map((lines, index) => ({
          ...pointLabel(index, format),
          lines,
          ...(lines.length === 1 ? { field: 'cells' as const } : {}),
        })),
        cells: first,
      },
    }),
  };
}
