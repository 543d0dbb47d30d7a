/** Charts, drawn from what DrawingML would be told of them: by plot, never by kind. */
import type { XmlElement } from '../../../package/xml.js';
import type { ChartSpec, Plot } from '../../../scene/chart.js';
import type { Box, Page } from '../svg.js';
import { drawAxes, drawGridlines } from './axes.js';
import { drawBars } from './bars.js';
import { drawLegend } from './legend.js';
import { drawAreas, drawBubbles, drawLines } from './lines.js';
import type { Drawn } from './plot.js';
import { drawRadar, drawSlices } from './round.js';

/** Draws a chart in a frame: gridlines, plots, axes, labels, the legend. */
export function drawChart(chart: ChartSpec, frame: Box, page: Page): readonly XmlElement[] {
  const { x, y, w, h } = chart.plotArea;
  const area = { x: frame.x + x * frame.w, y: frame.y + y * frame.h, w: w * frame.w, h: h * frame.h };
  const plots = chart.plots.map((plot) => drawPlot(plot, chart, area, frame, page));
  const overAxes = !chart.plots.some(({ kind }) => kind === 'radar');
  return [
    ...(overAxes ? drawGridlines(chart, area, page) : []),
    ...plots.flatMap(({ shapes }) => shapes),
    ...(overAxes ? drawAxes(chart, area, frame, page) : []),
    ...plots.flatMap(({ labels }) => labels),
    ...(chart.legend ? drawLegend(chart.legend, chart, frame, page) : []),
  ];
}

function drawPlot(plot: Plot, chart: ChartSpec, area: Box, frame: Box, page: Page): Drawn {
  switch (plot.kind) {
    case 'bar':
      return drawBars(plot, chart, area, frame, page);
    case 'line':
    case 'scatter':
      return drawLines(plot, chart, area, frame, page);
    case 'area':
      return drawAreas(plot, chart, area, frame, page);
    case 'bubble':
      return drawBubbles(plot, chart, area, frame, page);
    case 'pie':
      return drawSlices(plot, chart, area, frame, page);
    case 'radar':
      return drawRadar(plot, chart, area, frame, page);
  }
}
