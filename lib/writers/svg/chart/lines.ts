/** Lines, areas, points and bubbles. */
import type { XmlElement } from '../../../package/xml.js';
import type { AreaPlot, BubblePlot, ChartSeries, ChartSpec, LinePlot, ScatterPlot } from '../../../scene/chart.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, tag } from '../svg.js';
import { numbersOf } from './data.js';
import { type Anchor, drawLabels } from './label.js';
import {
  type Drawn,
  drawErrorBars,
  drawMarker,
  drawPath,
  formatOf,
  outline,
  type Point,
  placesOf,
  pointAt,
  pointsOf,
  scalesOf,
} from './plot.js';
import { crossing, type Scale } from './scale.js';
import { stretchesOf } from './stack.js';

const NOTHING: Drawn = { shapes: [], labels: [] };

const together = (all: readonly Drawn[]): Drawn => ({
  shapes: all.flatMap(({ shapes }) => shapes),
  labels: all.flatMap(({ labels }) => labels),
});

/** What a label stands round: a mark of that diameter in points. */
export const around = ({ x, y }: Point, size: number): Anchor => ({
  box: { x: x - size / 2, y: y - size / 2, w: size, h: size },
  grows: 'up',
});

/** Draws lines with markers, over categories, dates or values. */
export function drawLines(plot: LinePlot | ScatterPlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const scales = scalesOf(plot, chart, area);
  if (!scales) return NOTHING;
  return together(
    plot.series.map((series) => {
      const points = pointsOf(chart, series, scales);
      const marks = drawLinesAndMarkers(series, points, page);
      const trend = drawTrend(chart, series, scales, page);
      return {
        shapes: [...drawErrorBars(chart, series, scales, page), ...trend, ...marks],
        labels: drawLabels(chart, series, (index) => anchorAt(series, points, index), 'r', frame, page),
      };
    }),
  );
}

/** The line through points, then the markers at them. */
export function drawLinesAndMarkers(series: ChartSeries, points: readonly (Point | null)[], page: Page): readonly XmlElement[] {
  const path = drawPath(points, (index) => formatOf(series, index).line, page);
  return [...path, ...points.flatMap((point, index) => (point ? drawMarker(formatOf(series, index).marker, point, page) : []))];
}

export function anchorAt(series: ChartSeries, points: readonly (Point | null)[], index: number): Anchor | null {
  const point = points[index];
  const { marker } = formatOf(series, index);
  return point ? around(point, marker && marker.symbol !== 'none' ? marker.size : 0) : null;
}

/** A straight line fitted to the points by least squares, from the first x to the last. */
function drawTrend(chart: ChartSpec, series: ChartSeries, [across, along]: readonly [Scale, Scale], page: Page): readonly XmlElement[] {
  const { trend } = series;
  if (!trend) return [];
  const xs = placesOf(chart, series, across);
  const pairs = numbersOf(chart, series.values).flatMap((y, index) => {
    const x = xs[index] ?? null;
    return x === null || y === null ? [] : [{ x, y }];
  });
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(pairs.map(({ x }) => x)), mean(pairs.map(({ y }) => y))];
  const spread = pairs.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  if (pairs.length < 2 || spread === 0) return [];
  const slope = pairs.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / spread;
  const { trendReach: reach = 0 } = series;
  const ends = [Math.min(...pairs.map(({ x }) => x)) - reach, Math.max(...pairs.map(({ x }) => x)) + reach];
  const points = ends.map((x) => pointAt(across, along, x, my + slope * (x - mx)));
  return drawPath(points, () => trend, page);
}

/** Draws areas: each piece between gaps closed along what it stands on. */
export function drawAreas(plot: AreaPlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const scales = scalesOf(plot, chart, area);
  if (!scales) return NOTHING;
  const [across, along] = scales;
  const stretches = stretchesOf(plot, chart);
  return together(
    plot.series.map((series, at) => {
      const places = placesOf(chart, series, across);
      const edges = (stretches[at] ?? []).map((stretch, index) => {
        const x = places[index] ?? null;
        if (!stretch || x === null) return null;
        const low = stretch[0] === 0 ? crossing(along, 'autoZero') : stretch[0];
        return { low: pointAt(across, along, x, low), high: pointAt(across, along, x, stretch[1]) };
      });
      const looks = { ...fillAttributes(series.fill, page), ...strokeAttributes(series.line, page) };
      const tops = edges.map((edge) => edge?.high ?? null);
      return {
        shapes: runsOf(edges).map((run) =>
          tag('path', { d: `${outline([...run.map(({ high }) => high), ...run.map(({ low }) => low).reverse()])} Z`, ...looks }),
        ),
        labels: drawLabels(chart, series, (index) => anchorAt(series, tops, index), 't', frame, page),
      };
    }),
  );
}

/** The stretches without a gap. */
function runsOf<T>(items: readonly (T | null)[]): readonly (readonly T[])[] {
  const runs: T[][] = [];
  items.forEach((item, index) => {
    if (item === null) return;
    if (index === 0 || items[index - 1] === null) runs.push([]);
    runs.at(-1)?.push(item);
  });
  return runs;
}

/** The largest bubble takes a quarter of the plot's shorter side, as Office draws it. */
const LARGEST = 0.25;

/** Draws bubbles, whose areas are their sizes; the larger ones below. */
export function drawBubbles(plot: BubblePlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const scales = scalesOf(plot, chart, area);
  if (!scales) return NOTHING;
  const sizesOf = (series: ChartSeries): readonly (number | null)[] => numbersOf(chart, series.sizes ?? series.values);
  const largest = Math.max(0, ...plot.series.flatMap(sizesOf).map((size) => size ?? 0)) || 1;
  const whole = Math.min(area.w, area.h) * LARGEST * (plot.scale / 100);
  return together(
    plot.series.map((series) => {
      const points = pointsOf(chart, series, scales);
      const diameters = sizesOf(series).map((size) => whole * Math.sqrt(Math.max(0, size ?? 0) / largest));
      const order = [...points.keys()].sort((a, b) => (diameters[b] ?? 0) - (diameters[a] ?? 0));
      return {
        shapes: order.flatMap((index) => {
          const point = points[index];
          const { fill, line } = formatOf(series, index);
          const r = (diameters[index] ?? 0) / 2;
          return point
            ? [tag('circle', { cx: point.x, cy: point.y, r, ...fillAttributes(fill, page), ...strokeAttributes(line, page) })]
            : [];
        }),
        labels: drawLabels(
          chart,
          series,
          (index) => {
            const point = points[index];
            return point ? around(point, diameters[index] ?? 0) : null;
          },
          'r',
          frame,
          page,
        ),
      };
    }),
  );
}
