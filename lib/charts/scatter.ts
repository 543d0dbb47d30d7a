/** Scatter charts: how two measures go together; a name at each point, a trend line on demand. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
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
  check({ options, sink, spanOf }, { trend }) {
    if (!trend || !options.log) return;
    const message = 'a trend that is straight on a linear scale is bent on a log scale: it is left out';
    sink(diagnostic('warning', 'chart/trend-on-log', message, spanOf('trend'), 'leave "log" or "trend" out'));
  },
  leastHeight: () => inches(2.5),
  draw: (request, { trend }) => drawPoints(request, { bubbles: false, trend: trend && !request.options.log }),
});
