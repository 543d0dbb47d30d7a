/** Bullets: a figure as a bar from zero, and the mark that it is measured against. */
import { defineChart } from '../briefing/chart.js';
import { partsArePositive, startsAtZero } from '../plot/check.js';
import { drawDots, leastDotHeight } from '../plot/dots.js';
import { inOrder } from '../plot/request.js';

export const bullet = defineChart({
  name: 'bullet',
  title: 'Bullet chart',
  columns: { roles: ['value', 'target'] },
  logScale: false,
  annotates: () => ['words', 'lines', 'spans'],
  options: {},
  check(check) {
    startsAtZero(check);
    partsArePositive(check);
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastDotHeight(data.categories.length + 1, size),
  draw: (request) => drawDots(request, 'bullets'),
});
