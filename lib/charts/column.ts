/** Standing columns: few short names, or time from left to right. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawBars, leastBarHeight, lyingNotes, whyLying } from '../plot/bars.js';
import { colorsSuffice, noGapInWhole, noTotalInStack, sharesMakeWhole, startsAtZero } from '../plot/check.js';
import { NOTES } from '../plot/read-annotations.js';
import { inOrder, STACKS } from '../plot/request.js';

export const column = defineChart({
  name: 'column',
  title: 'Column chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: (data, { stacked }) => (whyLying(data) === null ? NOTES : lyingNotes(data.series.length, stacked)),
  options: { stacked: z.enum(STACKS).default('none') },
  check(check, { stacked }) {
    startsAtZero(check);
    colorsSuffice(check);
    if (stacked !== 'none') {
      noTotalInStack(check);
      sharesMakeWhole(check, stacked === 'percent');
      if (stacked === 'percent') noGapInWhole(check);
    }
    const why = whyLying(check.data);
    if (why === null) return;
    const hint = 'write "type: bar", or fewer and shorter names under "labels"';
    check.sink(diagnostic('info', 'chart/column-as-bar', `drawn as bars: ${why}`, check.spanOf('type'), hint));
  },
  inRows: (asked) => (whyLying(asked.data) === null ? null : inOrder(asked)),
  leastHeight: (data, size) => (whyLying(data) === null ? inches(2) : leastBarHeight(data.categories.length, data.series.length, size)),
  draw: (request, { stacked }) => drawBars(request, { direction: whyLying(request.data) === null ? 'col' : 'bar', stacked }),
});
