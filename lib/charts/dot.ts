/** Dots: figures of very different size, on a linear or a log scale. */
import { defineChart } from '../briefing/chart.js';
import { drawDots, leastDotHeight } from '../plot/dots.js';

export const dot = defineChart({
  name: 'dot',
  title: 'Dot chart',
  columns: { roles: 'all', intervals: true },
  logScale: true,
  options: {},
  check: () => {},
  leastHeight: (data, size) => leastDotHeight(data.categories.length, size),
  draw: (request) => drawDots(request),
});
