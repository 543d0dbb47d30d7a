/** What all plots over axes share. */
import type { XmlElement } from '../../../package/xml.js';
import type { ChartSeries, ChartSpec, ErrorAmount, ErrorBars, Marker, Plot, PointFormat } from '../../../scene/chart.js';
import type { Stroke } from '../../../scene/paint.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, pathData, tag } from '../svg.js';
import { abscissae, numbersOf } from './data.js';
import { categoryPlace, place, type Scale, scaleOf } from './scale.js';

/** A plot as drawn: what lies below, and the labels, which stand above all plots. */
export interface Drawn {
  readonly shapes: readonly XmlElement[];
  readonly labels: readonly XmlElement[];
}

/** A point of the page. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The scales of a plot, of its categories or x values and of its values; null where the chart lacks an axis. */
export function scalesOf(plot: Exclude<Plot, { kind: 'pie' }>, chart: ChartSpec, area: Box): readonly [Scale, Scale] | null {
  const [first, second] = plot.axes.map((id) => chart.axes.find((axis) => axis.id === id));
  return first && second ? [scaleOf(first, chart, area), scaleOf(second, chart, area)] : null;
}

/** The looks of a point: its own, else its series'. */
export const formatOf = (series: ChartSeries, index: number): ChartSeries | PointFormat =>
  series.points.find((point) => point.index === index) ?? series;

/** The place of each point of a series on the first axis of its plot, in what that axis counts. */
export function placesOf(chart: ChartSpec, series: ChartSeries, scale: Scale): readonly (number | null)[] {
  const given = scale.axis.kind === 'category' ? [] : abscissae(chart, series);
  return numbersOf(chart, series.values).map((_, index) =>
    scale.axis.kind === 'value' ? (given[index] ?? null) : categoryPlace(scale, given, index),
  );
}

/** Where a pair of values stands. */
export function pointAt(across: Scale, along: Scale, at: number, value: number): Point {
  const [first, second] = [place(across, at), place(along, value)];
  return across.vertical ? { x: second, y: first } : { x: first, y: second };
}

/** The points of a series; null where there is no value. */
export function pointsOf(chart: ChartSpec, series: ChartSeries, [across, along]: readonly [Scale, Scale]): readonly (Point | null)[] {
  const places = placesOf(chart, series, across);
  return numbersOf(chart, series.values).map((value, index) => {
    const at = places[index] ?? null;
    return value === null || at === null ? null : pointAt(across, along, at, value);
  });
}

/** A line through points, in pieces of one look; a point's look is that of the line that leads to it, null of none. */
export function drawPath(points: readonly (Point | null)[], lookAt: (index: number) => Stroke | null, page: Page): readonly XmlElement[] {
  const pieces: { readonly line: Stroke; readonly points: Point[]; end: number }[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const line = lookAt(index);
    if (!point || !before || !line) return;
    const last = pieces.at(-1);
    if (last?.end === index - 1 && sameStroke(last.line, line)) {
      last.points.push(point);
      last.end = index;
    } else pieces.push({ line, points: [before, point], end: index });
  });
  return pieces.map((piece) => polyline(piece.points, piece.line, page));
}

const sameStroke = (a: Stroke, b: Stroke): boolean =>
  a.width === b.width && a.dash === b.dash && JSON.stringify(a.color) === JSON.stringify(b.color);

const polyline = (points: readonly Point[], line: Stroke, page: Page): XmlElement =>
  tag('path', { d: outline(points), fill: 'none', ...strokeAttributes(line, page, true) });

/** Path data through points. */
export const outline = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => pathData(index === 0 ? 'M' : 'L', x, y)).join(' ');

/** The mark at a point; none where there is none. */
export function drawMarker(marker: Marker | null, { x, y }: Point, page: Page): readonly XmlElement[] {
  if (!marker || marker.symbol === 'none') return [];
  const looks = { ...fillAttributes(marker.fill, page), ...strokeAttributes(marker.line, page) };
  const r = marker.size / 2;
  if (marker.symbol === 'circle') return [tag('circle', { cx: x, cy: y, r, ...looks })];
  return [tag('rect', { x: x - r, y: y - marker.size / 8, width: marker.size, height: marker.size / 4, ...looks })];
}

/** The bars of error of a series: lines from each point along an axis. */
export function drawErrorBars(chart: ChartSpec, series: ChartSeries, scales: readonly [Scale, Scale], page: Page): readonly XmlElement[] {
  return (series.errorBars ?? []).flatMap((bars) => {
    const [plus, minus] = reachOf(bars, chart);
    const places = placesOf(chart, series, scales[0]);
    return numbersOf(chart, series.values).flatMap((value, index) => {
      const at = places[index] ?? null;
      if (value === null || at === null) return [];
      const level = bars.direction === 'x' && scales[0].axis.kind === 'value';
      const end = (distance: number): Point =>
        level ? pointAt(scales[0], scales[1], at + distance, value) : pointAt(scales[0], scales[1], at, value + distance);
      const from = level ? at : value;
      const [a, b] = [end(-minus(index, from)), end(plus(index, from))];
      return a.x === b.x && a.y === b.y ? [] : [tag('path', { d: outline([a, b]), ...strokeAttributes(bars.line, page) })];
    });
  });
}

/** How far a bar reaches from a value; a hundred percent down lead to zero, from below zero too. */
type Reach = (index: number, value: number) => number;

function reachOf({ amount, sides }: ErrorBars, chart: ChartSpec): readonly [plus: Reach, minus: Reach] {
  const none: Reach = () => 0;
  const [plus, minus] = reachesOf(amount, chart);
  return [sides === 'minus' ? none : plus, sides === 'plus' ? none : minus];
}

function reachesOf(amount: ErrorAmount, chart: ChartSpec): readonly [plus: Reach, minus: Reach] {
  if (amount.kind === 'columns') {
    const [plus, minus] = [numbersOf(chart, amount.plus), numbersOf(chart, amount.minus)];
    return [(index) => plus[index] ?? 0, (index) => minus[index] ?? 0];
  }
  const reach: Reach = (_, value) => (amount.kind === 'fixed' ? amount.value : (value * amount.value) / 100);
  return [reach, reach];
}
