/** Bars, lying or standing. */
import type { XmlElement } from '../../../package/xml.js';
import type { BarPlot, ChartSeries, ChartSpec } from '../../../scene/chart.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, tag } from '../svg.js';
import { type Anchor, drawLabels } from './label.js';
import { type Drawn, drawErrorBars, formatOf, placesOf, scalesOf } from './plot.js';
import { crossing, place, type Scale } from './scale.js';
import { type Stretch, stretchesOf } from './stack.js';

/** Draws the bars of a plot and their labels, which are kept inside `frame`. */
export function drawBars(plot: BarPlot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  const scales = scalesOf(plot, chart, area);
  if (!scales) return { shapes: [], labels: [] };
  const stretches = stretchesOf(plot, chart);
  const drawn = plot.series.map((series, at) => {
    const anchors = anchorsOf(plot, chart, series, at, stretches[at] ?? [], scales);
    const bars = anchors.flatMap((anchor, index) => (anchor ? drawBar(anchor, series, index, page) : []));
    const byDefault = plot.grouping === 'clustered' ? 'outEnd' : 'ctr';
    return {
      shapes: [...bars, ...drawErrorBars(chart, series, scales, page)],
      labels: drawLabels(chart, series, (index) => anchors[index] ?? null, byDefault, frame, page),
    };
  });
  return { shapes: drawn.flatMap(({ shapes }) => shapes), labels: drawn.flatMap(({ labels }) => labels) };
}

function drawBar({ box }: Anchor, series: ChartSeries, index: number, page: Page): readonly XmlElement[] {
  const { fill, line } = formatOf(series, index);
  if ((fill.kind === 'none' && !line) || box.w === 0 || box.h === 0) return [];
  const { x, y, w, h } = box;
  return [tag('rect', { x, y, width: w, height: h, ...fillAttributes(fill, page), ...strokeAttributes(line, page) })];
}

/** Where the bars of a series stand: in a slot of one unit of the category axis, beside those of the other series as far as they do not overlap. */
function anchorsOf(
  plot: BarPlot,
  chart: ChartSpec,
  series: ChartSeries,
  at: number,
  stretches: readonly Stretch[],
  [across, along]: readonly [Scale, Scale],
): readonly (Anchor | null)[] {
  const { gapWidth, overlap } = plot;
  const step = 1 - overlap / 100;
  const thickness = 1 / (1 + (plot.series.length - 1) * step + gapWidth / 100);
  const offset = -0.5 + thickness * (gapWidth / 200 + at * step);
  const base = crossing(along, 'autoZero');
  const places = placesOf(chart, series, across);
  return stretches.map((stretch, index) => {
    const middle = places[index] ?? null;
    if (!stretch || middle === null) return null;
    const [from, to] = [place(along, stretch[0] === 0 ? base : stretch[0]), place(along, stretch[1])];
    const [near, far] = [place(across, middle + offset), place(across, middle + offset + thickness)];
    const box = across.vertical ? boxAround(from, near, to, far) : boxAround(near, from, far, to);
    const forward = to === from ? along.to > along.from : to > from;
    return { box, grows: across.vertical ? (forward ? 'right' : 'left') : forward ? 'down' : 'up' };
  });
}

const boxAround = (x1: number, y1: number, x2: number, y2: number): Box => ({
  x: Math.min(x1, x2),
  y: Math.min(y1, y2),
  w: Math.abs(x2 - x1),
  h: Math.abs(y2 - y1),
});
