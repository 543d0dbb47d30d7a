/** Diverging bars: what lies above and what below zero, each in a colour of its own. */
import { defineChart } from '../briefing/chart.js';
import { drawBars, leastBarHeight } from '../plot/bars.js';
import { oneSeries, startsAtZero } from '../plot/check.js';
import { colorSigns } from '../plot/derived.js';
import { inOrder } from '../plot/request.js';

export const diverging = defineChart({
  name: 'diverging',
  title: 'Diverging bar chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => ['words', 'lines', 'spans'],
  options: {},
  check(check) {
    oneSeries(check);
    startsAtZero(check);
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => colorSigns(request, drawBars(request, { direction: 'bar', stacked: 'none' })),
});
