/** Funnels: what is left after each step, in the order of the table. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { leastBarHeight } from '../plot/bars.js';
import { oneSeries, partsArePositive, startsAtZero } from '../plot/check.js';
import { drawFunnel, PERCENTS } from '../plot/funnels.js';

/** More steps than these do not fit on a slide. */
const MOST_STEPS = 20;

export const funnel = defineChart({
  name: 'funnel',
  title: 'Funnel chart',
  columns: { roles: 'all' },
  logScale: false,
  mostRows: MOST_STEPS,
  options: { percent: z.enum(PERCENTS).default('first') },
  check(check) {
    oneSeries(check);
    startsAtZero(check);
    partsArePositive(check);
  },
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request, { percent }) => drawFunnel(request, percent),
});
