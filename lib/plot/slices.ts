/** Pies and doughnuts: parts of one whole, largest first from 12 o'clock, names and values outside (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { fractions, GAP, specBase } from './axes.js';
import { MOST_SLICES } from './check.js';
import { labelFormat, pointLabel, text, valuePrinter, widest, wrapLines } from './label.js';
import { clamp } from './number.js';
import { categoryColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, type Measure } from './request.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';
import { spread } from './spread.js';

const LABEL = { series: false, category: true, value: true };
const LABEL_SHARE = 0.3;
const NAME_LINES = 3;

/** Draws a pie, or a ring with a hole of that percentage of the radius. */
export function drawSlices(asked: ChartRequest, holeSize: number): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, measure } = request;
  const texts = labelTexts(request);
  const side = widest(texts.flat(), measure, true) + 2 * GAP;
  const tallest = Math.max(2, ...texts.map((lines) => lines.length)) * measure.line;
  const diameter = Math.max(frame.cy / 3, Math.min(frame.cy - 2 * (tallest + GAP), frame.cx - 2 * side));
  const colors = sliceColors(request);
  const series: ChartSeries = {
    name: 1,
    categories: 0,
    values: 1,
    fill: solid(request.look.message),
    line: stroke(request.look.paper, 1),
    marker: null,
    points: slicePoints(request, colors),
    labels: {
      ...labelFormat(LABEL, holeSize > 0 ? null : 'outEnd', 'General', text(request, request.look.text)),
      points: sliceLabels(request, holeSize, diameter),
    },
    helper: false,
  };
  return {
    ...specBase(request),
    plots: [{ kind: 'pie', holeSize, series: [series] }],
    axes: [],
    legend: null,
    plotArea: fractions(request, (frame.cx - diameter) / 2, (frame.cy - diameter) / 2, diameter, diameter),
    workbook: workbook([nameColumn(request), ...data.series.slice(0, 1).map((item) => valueColumn(request, item))]),
  };
}

/** The lines of each slice's label. */
function labelTexts(request: ChartRequest): readonly (readonly string[])[] {
  const print = valuePrinter(request);
  return request.data.categories.map((category, index) => {
    const value = request.data.series[0]?.values[index] ?? 0;
    const { frame, measure } = request;
    const bold: Measure = { ...measure, width: (words) => measure.width(words, true) };
    return [
      ...wrapLines(categoryText(category, request), frame.cx * LABEL_SHARE, NAME_LINES, bold),
      print(value, request.standings[index]).text,
    ];
  });
}

/** The highlighted in the accent and the rest in greys; without a highlight a colour for each of five, then grey. */
function sliceColors(request: ChartRequest): readonly Color[] {
  const { data, look } = request;
  const marked = highlightedCategories(request);
  const colors = categoryColors(look);
  return data.categories.map((_, index) => {
    if (marked.size === 0) return index < MOST_SLICES ? (colors[index] ?? look.context) : look.context;
    return marked.has(index) ? look.message : look.soft;
  });
}

/** Slices are parted by a line of paper; those that are not sure keep their outline. */
const slicePoints = (request: ChartRequest, colors: readonly Color[]): readonly PointFormat[] =>
  colors.map((color, index) => {
    const paint = standingPaint(color, request.standings[index] ?? { look: 'solid', word: '' }, request.look);
    return { index, fill: paint.fill, line: paint.line ?? stroke(request.look.paper, 1), marker: null };
  });

/** A label of a slice: where it points to, and how large it is. */
interface SliceLabel {
  readonly index: number;
  /** Radians, clockwise from 12 o'clock. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

function sliceLabels(request: ChartRequest, holeSize: number, diameter: number): readonly PointLabel[] {
  const print = valuePrinter(request);
  const values = request.data.series[0]?.values ?? [];
  const marked = highlightedCategories(request);
  const radius = diameter / 2;
  const labels = anglesOf(request);
  const parted = partLabels(labels, radius, request);
  return labels.map((label, at): PointLabel => {
    const { index, angle, lines } = label;
    const { code } = print(values[index] ?? 0, request.standings[index]);
    const format = labelFormat(LABEL, holeSize > 0 ? null : 'outEnd', code, text(request, request.look.text, marked.has(index)));
    const target = clear(parted[at] ?? angle, label, radius);
    const start = holeSize > 0 ? onRing(angle, radius, holeSize) : outside(angle, label, radius);
    const offset = { x: (target.x - start.x) / request.frame.cx, y: (target.y - start.y) / request.frame.cy };
    const near = (parted[at] ?? angle) === angle && Math.hypot(target.x - start.x, target.y - start.y) < GAP;
    const moved = near && holeSize === 0 ? null : offset;
    return { ...pointLabel(index, format), offset: moved, lines: lines.length > 2 ? lines : null };
  });
}

/** The middle of each slice. */
function anglesOf(request: ChartRequest): readonly SliceLabel[] {
  const values = request.data.series[0]?.values ?? [];
  const lines = labelTexts(request);
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) || 1;
  let before = 0;
  return values.flatMap((value, index): readonly SliceLabel[] => {
    if (value === null) return [];
    const angle = ((before + value / 2) / total) * 2 * Math.PI;
    before += value;
    const own = lines[index] ?? [];
    return [{ index, angle, width: widest(own, request.measure, true), height: own.length * request.measure.line, lines: own }];
  });
}

/** The angles at which labels stand, so that none covers another: on each side they are moved along the circle, two lines apart. */
function partLabels(labels: readonly SliceLabel[], radius: number, { measure }: ChartRequest): readonly number[] {
  const tallest = Math.max(2 * measure.line, ...labels.map(({ height }) => height));
  const reach = radius + 2 * GAP + tallest / 2;
  const angles = labels.map(({ angle }) => angle);
  for (const right of [true, false]) {
    const side = labels.flatMap(({ angle }, at) => (angle <= Math.PI === right ? [{ at, y: reach * (1 - Math.cos(angle)) }] : []));
    const ordered = side.sort((a, b) => a.y - b.y);
    const placed = spread(
      ordered.map(({ y }) => y),
      tallest,
      2 * reach,
    );
    ordered.forEach(({ at, y }, index) => {
      const moved = placed[index] ?? y;
      const angle = Math.acos(clamp(1 - moved / reach, -1, 1));
      if (Math.abs(moved - y) > 1) angles[at] = right ? angle : 2 * Math.PI - angle;
    });
  }
  return angles;
}

/** The middle of a label outside the circle, from its centre. EMU. */
const outside = (angle: number, { width, height }: SliceLabel, radius: number): { readonly x: number; readonly y: number } => ({
  x: Math.sin(angle) * (radius + 2 * GAP + width / 2),
  y: -Math.cos(angle) * (radius + 2 * GAP + height / 2),
});

/** The middle of a label whose whole box is clear of the circle: wide ones reach back over it beside its upper and lower quarters. */
function clear(angle: number, label: SliceLabel, radius: number): { readonly x: number; readonly y: number } {
  const middle = outside(angle, label, radius);
  const [across, down] = [Math.max(Math.abs(middle.x) - label.width / 2, 0), Math.max(Math.abs(middle.y) - label.height / 2, 0)];
  const missing = radius + GAP / 2 - Math.hypot(across, down);
  if (missing <= 0) return middle;
  const needed = Math.sqrt(Math.max((radius + GAP / 2) ** 2 - down ** 2, 0));
  return { ...middle, x: Math.sign(Math.sin(angle)) * (needed + label.width / 2) };
}

/** A ring has its labels on it and knows no other place (21.2.2.48). */
function onRing(angle: number, radius: number, holeSize: number): { readonly x: number; readonly y: number } {
  const middle = radius * (1 + holeSize / 100) * 0.5;
  return { x: Math.sin(angle) * middle, y: -Math.cos(angle) * middle };
}
