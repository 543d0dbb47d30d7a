/** Pareto charts: shares of the whole, largest first, and what they come to, on one axis. */
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { oneSeries, partsArePositive, partsMakeWhole, startsAtZero } from '../plot/check.js';
import { drawPareto } from '../plot/derived.js';
import { MOST_PRINTED } from '../plot/request.js';

export const pareto = defineChart({
  name: 'pareto',
  title: 'Pareto chart',
  columns: { roles: 'all' },
  logScale: false,
  most: MOST_PRINTED,
  options: {},
  check(check) {
    oneSeries(check);
    startsAtZero(check);
    partsArePositive(check);
    partsMakeWhole(check);
  },
  leastHeight: () => inches(2.5),
  draw: (request) => drawPareto(request),
});
