/** Funnels: what is left after each step, in the order of the table. */
import { defineChart } from '../briefing/chart.js';
import { leastBarHeight } from '../plot/bars.js';
import { oneSeries, partsArePositive, startsAtZero } from '../plot/check.js';
import { drawFunnel } from '../plot/stacks.js';

export const funnel = defineChart({
  name: 'funnel',
  title: 'Funnel chart',
  columns: { roles: 'all' },
  logScale: false,
  options: {},
  check(check) {
    oneSeries(check);
    startsAtZero(check);
    partsArePositive(check);
  },
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => drawFunnel(request),
});
