/** The legend: a key and a name for each series, in drawing order. */
import type { XmlElement } from '../../../package/xml.js';
import type { ChartSeries, ChartSpec, Legend, Plot } from '../../../scene/chart.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, tag } from '../svg.js';
import { columnOf } from './data.js';
import { drawMark, sizeOf } from './label.js';
import { drawMarker } from './plot.js';

/** Points: the key, the gap behind it, the least and the most between entries. */
const KEY = 8;
const LINE_KEY = 14;
const BEHIND_KEY = 4;
const BETWEEN = { least: 7, most: 16 } as const;

/** Draws the legend in its layout: as wide apart as there is room, in as many rows as it takes. */
export function drawLegend({ layout, text }: Legend, chart: ChartSpec, frame: Box, page: Page): readonly XmlElement[] {
  const [left, width] = [frame.x + layout.x * frame.w, layout.w * frame.w];
  const shown = chart.plots.flatMap((plot) => plot.series.filter(({ helper }) => !helper).map((series) => ({ plot, series })));
  const entries = shown.map(({ plot, series }) => {
    const lines = [columnOf(chart, series.name).header];
    const { w, h } = sizeOf(lines, text, null, page);
    const key = isLined(plot, series) ? LINE_KEY : KEY;
    return { plot, series, lines, key, w: key + BEHIND_KEY + w, h };
  });
  const room = (width - entries.reduce((sum, { w }) => sum + w, 0)) / Math.max(1, entries.length - 1);
  const between = Math.max(BETWEEN.least, Math.min(BETWEEN.most, room));
  let x = left;
  let y = frame.y + layout.y * frame.h;
  return entries.flatMap(({ plot, series, lines, key, w, h }) => {
    if (x > left && x + w > left + width + 1) {
      x = left;
      y += h;
    }
    const middle = y + h / 2;
    const name = { lines, text, x: x + key + BEHIND_KEY, y: middle, across: 'left', down: 'middle', width: null, within: frame } as const;
    const drawn = [...drawKey(plot, series, { x, y: middle - KEY / 2, w: key, h: KEY }, page), ...drawMark(name, page)];
    x += w + between;
    return drawn;
  });
}

const isLined = ({ kind }: Plot, { line }: ChartSeries): boolean =>
  (kind === 'line' || kind === 'scatter' || kind === 'radar') && line !== null;

/** What stands for a series: a patch of its fill, or a piece of its line with its marker. */
function drawKey(plot: Plot, series: ChartSeries, { x, y, w, h }: Box, page: Page): readonly XmlElement[] {
  if (plot.kind !== 'line' && plot.kind !== 'scatter' && plot.kind !== 'radar') {
    return [tag('rect', { x, y, width: w, height: h, ...fillAttributes(series.fill, page), ...strokeAttributes(series.line, page) })];
  }
  const middle = y + h / 2;
  const line = series.line ? [tag('line', { x1: x, y1: middle, x2: x + w, y2: middle, ...strokeAttributes(series.line, page) })] : [];
  return [...line, ...drawMarker(series.marker, { x: x + w / 2, y: middle }, page)];
}
