/** Pies and doughnuts: parts of one whole, largest first from 12 o'clock, names and values outside (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { fractions, GAP, specBase } from './axes.js';
import { MOST_SLICES } from './check.js';
import { labelFormat, pointLabel, text, valuePrinter, widest } from './label.js';
import { categoryColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

const LABEL = { series: false, category: true, value: true };
const LABEL_SHARE = 0.35;

/** Draws a pie, or a ring with a hole of that percentage of the radius. */
export function drawSlices(asked: ChartRequest, holeSize: number): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, measure } = request;
  const side = Math.min(frame.cx * LABEL_SHARE, widest(labelTexts(request).flat(), measure, true)) + 2 * GAP;
  const diameter = Math.max(frame.cy / 3, Math.min(frame.cy - 2 * (2 * measure.line + GAP), frame.cx - 2 * side));
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
    return [categoryText(category, request), print(value, request.standings[index]).text];
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

function sliceLabels(request: ChartRequest, holeSize: number, diameter: number): readonly PointLabel[] {
  const print = valuePrinter(request);
  const values = request.data.series[0]?.values ?? [];
  const marked = highlightedCategories(request);
  const lines = labelTexts(request);
  const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0) || 1;
  let before = 0;
  return values.flatMap((value, index): readonly PointLabel[] => {
    if (value === null) return [];
    const middle = ((before + value / 2) / total) * 2 * Math.PI;
    before += value;
    const { code } = print(value, request.standings[index]);
    const format = labelFormat(LABEL, holeSize > 0 ? null : 'outEnd', code, text(request, request.look.text, marked.has(index)));
    const offset = holeSize > 0 ? outside(request, lines[index] ?? [], middle, diameter / 2, holeSize) : null;
    return [{ ...pointLabel(index, format), offset }];
  });
}

/** A ring has its labels on it and knows no other place (21.2.2.48): how far one must go to stand outside. */
function outside(request: ChartRequest, lines: readonly string[], angle: number, radius: number, holeSize: number): PointLabel['offset'] {
  const { frame, measure } = request;
  const middle = radius * (1 + holeSize / 100) * 0.5;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const reach = radius - middle + 2 * GAP;
  const x = sin * (reach + widest(lines, measure, true) / 2);
  const y = -cos * (reach + measure.line);
  return { x: x / frame.cx, y: y / frame.cy };
}
