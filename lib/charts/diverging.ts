/** Diverging bars: what lies above and what below zero, each in a colour of its own. */
import { defineChart } from '../briefing/chart.js';
import { drawBars, leastBarHeight } from '../plot/bars.js';
import { oneSeries, startsAtZero } from '../plot/check.js';
import { colorSigns } from '../plot/derived.js';

export const diverging = defineChart({
  name: 'diverging',
  title: 'Diverging bar chart',
  columns: { roles: 'all' },
  logScale: false,
  options: {},
  check(check) {
    oneSeries(check);
    startsAtZero(check);
  },
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => colorSigns(request, drawBars(request, { direction: 'bar', stacked: 'none' })),
});
