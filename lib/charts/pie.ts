/** A pie: a few parts of one whole. */
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { MOST_SLICES, oneSeries, partsArePositive, partsMakeWhole, slicesAreFew } from '../plot/check.js';
import { drawSlices } from '../plot/slices.js';

export const pie = defineChart({
  name: 'pie',
  title: 'Pie chart',
  columns: { roles: 'all' },
  logScale: false,
  most: MOST_SLICES,
  options: {},
  check(check) {
    oneSeries(check);
    partsArePositive(check);
    partsMakeWhole(check);
    slicesAreFew(check);
  },
  leastHeight: () => inches(2.5),
  draw: (request) => drawSlices(request, 0),
});
