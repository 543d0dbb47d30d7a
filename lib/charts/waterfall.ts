/** Waterfalls: how changes add up to a total; an empty cell is the total so far. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { leastBarHeight, whyLying } from '../plot/bars.js';
import { oneSeries, startsAtZero, totalsAreEmpty } from '../plot/check.js';
import { drawWaterfall, withTotals } from '../plot/waterfalls.js';

/** More steps than these do not fit on a slide, and a running sum cannot go on over several. */
const MOST_STEPS = 20;

export const waterfall = defineChart({
  name: 'waterfall',
  title: 'Waterfall chart',
  columns: { roles: 'all' },
  logScale: false,
  mostRows: MOST_STEPS,
  annotates: (data) => (whyLying(data) === null ? ['lines'] : ['lines', 'spans']),
  options: { opening: z.boolean().default(false) },
  check(check) {
    oneSeries(check);
    startsAtZero(check);
    totalsAreEmpty(check);
  },
  leastHeight: (data, size) => (whyLying(data) === null ? inches(2) : leastBarHeight(data.categories.length, 1, size)),
  told: withTotals,
  draw: (request, { opening }) => drawWaterfall(request, opening),
});
