/** Dumbbells: two figures for each name, and how far they lie apart. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { drawDots, leastDotHeight } from '../plot/dots.js';
import { inOrder } from '../plot/request.js';

export const dumbbell = defineChart({
  name: 'dumbbell',
  title: 'Dumbbell chart',
  columns: { roles: 'all' },
  logScale: true,
  annotates: () => ['words', 'lines', 'spans'],
  options: {},
  check({ data, sink, spanOf }) {
    if (data.series.length === 2) return;
    const message = `a dumbbell joins two columns of numbers and the table has ${data.series.length}`;
    sink(diagnostic('error', 'chart/not-two-series', message, spanOf('data'), 'choose two: "series: [first, second]"'));
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastDotHeight(data.categories.length, size),
  draw: (request) => drawDots(request, 'joined'),
});
