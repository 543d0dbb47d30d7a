/** Lying bars: amounts compared, names of any length. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { drawBars, leastBarHeight, lyingNotes } from '../plot/bars.js';
import { colorsSuffice, noGapInWhole, noTotalInStack, sharesMakeWhole, startsAtZero } from '../plot/check.js';
import { inOrder, STACKS } from '../plot/request.js';

export const bar = defineChart({
  name: 'bar',
  title: 'Bar chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: ({ series }, { stacked }) => lyingNotes(series.length, stacked),
  options: { stacked: z.enum(STACKS).default('none') },
  check(check, { stacked }) {
    startsAtZero(check);
    colorsSuffice(check);
    if (stacked === 'none') return;
    noTotalInStack(check);
    sharesMakeWhole(check, stacked === 'percent');
    if (stacked === 'percent') noGapInWhole(check);
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, data.series.length, size),
  draw: (request, { stacked }) => drawBars(request, { direction: 'bar', stacked }),
});
