/** Ranges: from a low to a high end, with no middle that no source gives. */
import { defineChart } from '../briefing/chart.js';
import { leastBarHeight } from '../plot/bars.js';
import { endsAreInOrder, startsAtZero } from '../plot/check.js';
import { drawRanges } from '../plot/ranges.js';
import { inOrder } from '../plot/request.js';

export const range = defineChart({
  name: 'range',
  title: 'Range chart',
  columns: { roles: ['low', 'high'] },
  logScale: false,
  annotates: () => ['lines', 'spans'],
  options: {},
  check(check) {
    endsAreInOrder(check);
    startsAtZero(check);
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => drawRanges(request),
});
