/** Pies and doughnuts: parts of one whole, largest first from 12 o'clock, names and values outside (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { fractions, GAP, specBase } from './axes.js';
import { MOST_SLICES } from './check.js';
import { labelFormat, NOTHING, pointLabel, text, valuePrinter, widest, wrapLines } from './label.js';
import { clamp } from './number.js';
import { categoryColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, type Measure } from './request.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';
import { spread } from './spread.js';

const LABEL = { series: false, category: true, value: true };
const LABEL_SHARE = 0.3;
const NAME_LINES = 3;
/** The cosine from which on a label stands above or below the circle rather than beside it. */
const NEAR_POLE = 0.94;

/** Draws a pie, or a ring with a hole of that percentage of the radius. */
export function drawSlices(asked: ChartRequest, holeSize: number): ChartSpec {
  const request = inOrder(asked);
  const { data, frame } = request;
  const labels = sliceLabels(request);
  const diameter = fittingDiameter(labels, request);
  const placed = placeAround(labels, diameter / 2, frame.cy);
  const points = pointLabels(request, placed, diameter / 2, holeSize);
  const series: ChartSeries = {
    name: 1,
    categories: 0,
    values: 1,
    fill: solid(request.look.message),
    line: stroke(request.look.paper, 1),
    marker: null,
    points: slicePoints(request, sliceColors(request)),
    labels: {
      ...labelFormat(NOTHING, holeSize > 0 ? null : 'outEnd', 'General', text(request, request.look.text)),
      points,
      ...(holeSize === 0 && points.some(({ offset }) => offset !== null) ? { leaders: stroke(request.look.context, 0.75) } : {}),
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

/** The highlighted in the accent and the rest in greys; without a highlight a colour for each of five. The rest of a longer table is grey, and so are more. */
function sliceColors(request: ChartRequest): readonly Color[] {
  const { data, look } = request;
  const marked = highlightedCategories(request);
  const colors = categoryColors(look);
  const greys = [look.muted, look.soft, look.context];
  return data.categories.map(({ rest }, index) => {
    if (marked.size > 0) return marked.has(index) ? look.message : look.soft;
    if (rest) return look.context;
    return index < MOST_SLICES ? (colors[index] ?? look.context) : (greys[index % greys.length] ?? look.context);
  });
}

/** Slices are parted by a line of paper; those that are not sure keep their outline. */
const slicePoints = (request: ChartRequest, colors: readonly Color[]): readonly PointFormat[] =>
  colors.map((color, index) => {
    const paint = standingPaint(color, request.standings[index] ?? { look: 'solid', word: '' }, request.look);
    return { index, fill: paint.fill, line: paint.line ?? stroke(request.look.paper, 1), marker: null };
  });

/** A label of a slice: where it points to, and how large it is. EMU. */
interface SliceLabel {
  readonly index: number;
  /** Radians, clockwise from 12 o'clock. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  readonly lines: readonly string[];
}

/** A label, and the middle of its words from the middle of the circle. */
interface PlacedLabel extends SliceLabel {
  readonly x: number;
  readonly y: number;
}

/** The labels of all slices that there are. */
function sliceLabels(request: ChartRequest): readonly SliceLabel[] {
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

/** As large as labels beside the circle allow, and those above and below it where there are such. */
function fittingDiameter(labels: readonly SliceLabel[], { frame }: ChartRequest): number {
  const side = Math.max(0, ...labels.map(({ width }) => width)) + 2 * GAP;
  const ends = labels.filter(({ angle }) => Math.abs(Math.cos(angle)) > NEAR_POLE).map(({ height }) => height);
  return Math.max(frame.cy / 3, Math.min(frame.cy - 2 * (Math.max(0, ...ends) + GAP), frame.cx - 2 * side));
}

/** Labels beside their slices, on each side of the circle moved up and down until none covers another. */
function placeAround(labels: readonly SliceLabel[], radius: number, height: number): readonly PlacedLabel[] {
  const tallest = Math.max(0, ...labels.map((label) => label.height)) + GAP / 4;
  return [true, false].flatMap((right) => {
    const side = labels.filter(({ angle }) => angle <= Math.PI === right).sort((a, b) => (right ? a.angle - b.angle : b.angle - a.angle));
    const wanted = side.map((label) => height / 2 - Math.cos(label.angle) * (radius + GAP + label.height / 2) - tallest / 2);
    const tops = spread(
      wanted.map((top) => clamp(top, 0, height - tallest)),
      tallest,
      height - 1.5 * tallest,
    );
    return side.map((label, at): PlacedLabel => {
      const y = (tops[at] ?? 0) + tallest / 2 - height / 2;
      return { ...label, x: (right ? 1 : -1) * besideCircle(label, y, radius), y };
    });
  });
}

/** How far from the middle a label stands that is clear of the circle at its height; as its slice points where that is further. */
function besideCircle({ angle, width, height }: SliceLabel, y: number, radius: number): number {
  const nearest = Math.max(Math.abs(y) - height / 2, 0);
  const edge = Math.sqrt(Math.max((radius + GAP) ** 2 - nearest ** 2, 0));
  const alone = Math.abs(Math.sin(angle)) * (radius + GAP + width / 2);
  return edge === 0 ? alone : edge + width / 2;
}

function pointLabels(request: ChartRequest, labels: readonly PlacedLabel[], radius: number, holeSize: number): readonly PointLabel[] {
  const { data, look, standings, frame } = request;
  const print = valuePrinter(request);
  const values = data.series[0]?.values ?? [];
  const marked = highlightedCategories(request);
  const points = labels.map((label): PointLabel => {
    const { index, angle, lines, x, y } = label;
    const { code } = print(values[index] ?? 0, standings[index]);
    const format = labelFormat(LABEL, holeSize > 0 ? null : 'outEnd', code, text(request, look.text, marked.has(index)));
    const start = holeSize > 0 ? onRing(angle, radius, holeSize) : outside(angle, label, radius);
    const moved = holeSize > 0 || Math.hypot(x - start.x, y - start.y) > GAP / 2;
    const offset = moved ? { x: (x - start.x) / frame.cx, y: (y - start.y) / frame.cy } : null;
    return { ...pointLabel(index, format), offset, lines: lines.length > 2 ? lines : null };
  });
  return points.sort((a, b) => a.index - b.index);
}

/** Where an application puts a label outside the circle, by its middle. EMU. */
const outside = (angle: number, { width, height }: SliceLabel, radius: number): { readonly x: number; readonly y: number } => ({
  x: Math.sin(angle) * (radius + GAP / 2 + width / 2),
  y: -Math.cos(angle) * (radius + GAP / 2 + height / 2),
});

/** A ring has its labels on it and knows no other place (21.2.2.48). */
function onRing(angle: number, radius: number, holeSize: number): { readonly x: number; readonly y: number } {
  const middle = radius * (1 + holeSize / 100) * 0.5;
  return { x: Math.sin(angle) * middle, y: -Math.cos(angle) * middle };
}
