/** Lines over dates or categories. */
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { colorsSuffice } from '../plot/check.js';
import { drawLines } from '../plot/lines.js';
import { NOTES } from '../plot/read-annotations.js';

export const line = defineChart({
  name: 'line',
  title: 'Line chart',
  columns: { roles: 'all', intervals: true },
  logScale: true,
  annotates: () => NOTES,
  options: {},
  check: colorsSuffice,
  leastHeight: () => inches(2),
  draw: (request) => drawLines(request),
});
