/** Heat maps: a table of figures whose colours show where they are high. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { drawHeat, leastHeatHeight, WITHIN } from '../plot/heat.js';
import { inOrder } from '../plot/request.js';

export const heatmap = defineChart({
  name: 'heatmap',
  title: 'Heat map',
  columns: { roles: 'all', apart: true },
  logScale: false,
  dense: true,
  inRows: (asked, { within }) => (within === 'column' ? null : asked.options.sort === 'auto' ? asked : inOrder(asked)),
  options: { within: z.enum(WITHIN).default('table') },
  check: () => {},
  leastHeight: (data, size) => leastHeatHeight(data.categories.length, size),
  draw: (request, { within }) => drawHeat(request, within),
});
