/** Lollipops: amounts compared as bars are, with less ink. */
import { defineChart } from '../briefing/chart.js';
import { oneSeries, startsAtZero } from '../plot/check.js';
import { drawDots, leastDotHeight } from '../plot/dots.js';
import { inOrder } from '../plot/request.js';

export const lollipop = defineChart({
  name: 'lollipop',
  title: 'Lollipop chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => ['words', 'lines', 'spans'],
  options: {},
  check(check) {
    oneSeries(check);
    startsAtZero(check);
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastDotHeight(data.categories.length, size),
  draw: (request) => drawDots(request, 'stems'),
});
