/** Histograms: how raw values spread; the chart counts them. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { wordsFor } from '../briefing/words.js';
import { inches } from '../core/units.js';
import { drawBars } from '../plot/bars.js';
import { oneSeries } from '../plot/check.js';
import { binned } from '../plot/derived.js';

export const histogram = defineChart({
  name: 'histogram',
  title: 'Histogram',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => ['lines', 'spans'],
  options: { bins: z.int().min(2).max(50).nullable().default(null), count: z.string().default('') },
  check: oneSeries,
  leastHeight: () => inches(2),
  draw: (request, { bins, count }) =>
    drawBars(binned(request, bins, count || wordsFor(request.lang).count), { direction: 'col', stacked: 'none', gap: 4 }),
});
