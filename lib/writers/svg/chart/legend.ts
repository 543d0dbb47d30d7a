/** The legend: a key and a name for each series, in drawing order. */
import type { XmlElement } from '../../../package/xml.js';
import type { ChartSeries, ChartSpec, Legend, Plot } from '../../../scene/chart.js';
import { fillAttributes, strokeAttributes } from '../paint.js';
import { type Box, type Page, tag } from '../svg.js';
import { columnOf } from './data.js';
import { drawMark, sizeOf } from './label.js';
import { drawMarker } from './plot.js';

/** Points: the key, the gap behind it, the gap behind an entry. */
const KEY = 8;
const BEHIND_KEY = 5;
const BEHIND_ENTRY = 16;
const LINE_KEY = 18;

/** Draws the legend in its layout, in as many rows as it takes. */
export function drawLegend(legend: Legend, chart: ChartSpec, frame: Box, page: Page): readonly XmlElement[] {
  const left = frame.x + legend.layout.x * frame.w;
  const right = left + legend.layout.w * frame.w;
  let x = left;
  let y = frame.y + legend.layout.y * frame.h;
  const entries = chart.plots.flatMap((plot) => plot.series.filter(({ helper }) => !helper).map((series) => ({ plot, series })));
  return entries.flatMap(({ plot, series }) => {
    const lines = [columnOf(chart, series.name).header];
    const { w, h } = sizeOf(lines, legend.text, null, page);
    const key = isLined(plot, series) ? LINE_KEY : KEY;
    const entry = key + BEHIND_KEY + w;
    if (x > left && x + entry > right + 1) {
      x = left;
      y += h;
    }
    const middle = y + h / 2;
    const drawn = [
      ...drawKey(plot, series, { x, y: middle - KEY / 2, w: key, h: KEY }, page),
      ...drawMark(
        { lines, text: legend.text, x: x + key + BEHIND_KEY, y: middle, across: 'left', down: 'middle', width: null, within: frame },
        page,
      ),
    ];
    x += entry + BEHIND_ENTRY;
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
