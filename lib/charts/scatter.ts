/** Scatter charts: how two measures go together; a name at each point, a trend line on demand. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { drawPoints } from '../plot/points.js';

export const scatter = defineChart({
  name: 'scatter',
  title: 'Scatter chart',
  columns: { roles: ['x', 'y'] },
  logScale: true,
  unnamed: true,
  annotates: () => ['words', 'lines', 'spans'],
  options: { trend: z.boolean().default(false) },
  check: () => {},
  leastHeight: () => inches(2.5),
  draw: (request, { trend }) => drawPoints(request, { bubbles: false, trend }),
});
