/** Gantt charts: tasks from their first to their last day. */
import { defineChart } from '../briefing/chart.js';
import { leastBarHeight } from '../plot/bars.js';
import { endsAreInOrder } from '../plot/check.js';
import { drawRanges } from '../plot/ranges.js';
import { inOrder } from '../plot/request.js';

export const gantt = defineChart({
  name: 'gantt',
  title: 'Gantt chart',
  columns: { roles: ['start', 'end'], dates: true },
  logScale: false,
  annotates: () => ['lines', 'spans'],
  options: {},
  check: endsAreInOrder,
  inRows: inOrder,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => drawRanges(request),
});
