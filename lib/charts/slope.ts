/** Slopes: how each row went from the first column to the last. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawSlopes } from '../plot/slopes.js';

/** More lines than these cannot be named at their ends. */
const MOST_LINES = 15;

export const slope = defineChart({
  name: 'slope',
  title: 'Slope chart',
  columns: { roles: 'all' },
  logScale: true,
  mostRows: MOST_LINES,
  options: {},
  check({ data, sink, spanOf }) {
    if (data.series.length === 2) return;
    const message = `a slope runs between two columns of numbers and the table has ${data.series.length}`;
    sink(diagnostic('error', 'chart/not-two-series', message, spanOf('data'), 'choose two: "series: [before, after]"'));
  },
  leastHeight: (data, size) => Math.max(inches(2), (data.categories.length + 2) * size * 1.35 * 12_700),
  draw: (request) => drawSlopes(request),
});
