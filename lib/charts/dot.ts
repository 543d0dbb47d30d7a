/** Dots: figures of very different size, on a linear or a log scale. */
import { defineChart } from '../briefing/chart.js';
import { drawDots, leastDotHeight } from '../plot/dots.js';
import { inOrder } from '../plot/request.js';

export const dot = defineChart({
  name: 'dot',
  title: 'Dot chart',
  columns: { roles: 'all', intervals: true },
  logScale: true,
  annotates: () => ['words', 'lines', 'spans'],
  options: {},
  check: () => {},
  inRows: inOrder,
  leastHeight: (data, size) => leastDotHeight(data.categories.length, size),
  draw: (request) => drawDots(request),
});
