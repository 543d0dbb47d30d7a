/** Gantt charts: tasks from their first to their last day. */
import { defineChart } from '../briefing/chart.js';
import { leastBarHeight } from '../plot/bars.js';
import { endsAreInOrder } from '../plot/check.js';
import { endOfMonth } from '../plot/date.js';
import { drawRanges } from '../plot/ranges.js';
import { type ChartRequest, inOrder } from '../plot/request.js';

/** A task that ends in a month ends with its last day. */
const toEndsOfMonths = (request: ChartRequest): ChartRequest => ({
  ...request,
  data: {
    ...request.data,
    series: request.data.series.map((series, at) => ({
      ...series,
      values: series.values.map((day, index) => (day !== null && at === 1 && series.units?.[index] === 'months' ? endOfMonth(day) : day)),
    })),
  },
});

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
  draw: (request) => drawRanges(toEndsOfMonths(request)),
});
