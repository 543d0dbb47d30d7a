/** Histograms: how raw values spread; the chart counts them. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { oneSeries, startsAtZero } from '../plot/check.js';
import { countedRequest, drawHistogram } from '../plot/histograms.js';

export const histogram = defineChart({
  name: 'histogram',
  title: 'Histogram',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => ['lines', 'spans'],
  unnamed: true,
  mostRows: 100_000,
  options: { bins: z.int().min(2).max(50).nullable().default(null), count: z.string().default('') },
  check(check) {
    oneSeries(check);
    startsAtZero(check);
    const values = (check.data.series[0]?.values ?? []).filter((value) => value !== null);
    if (values.length < 2 || values.some((value) => value !== values[0])) return;
    const message = `all ${values.length} values are ${values[0]}: the chart has one column`;
    check.sink(diagnostic('warning', 'chart/one-value', message, check.spanOf('data')));
  },
  leastHeight: () => inches(2),
  told: (request, { bins, count }) => countedRequest(request, bins, count),
  draw: (request, { bins, count }) => drawHistogram(request, bins, count),
});
