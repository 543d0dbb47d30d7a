/** Standing columns: few short names, or time from left to right. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawBars, leastBarHeight } from '../plot/bars.js';
import { startsAtZero } from '../plot/check.js';
import type { ChartData } from '../plot/data.js';
import { STACKS } from '../plot/request.js';

/** LOOKS, section 4: past these, columns lie down. */
const MOST_COLUMNS = 6;
const LONGEST_NAME = 12;

/** Why columns cannot stand; null where they can. Time keeps running from left to right. */
function whyLying({ order, categories }: ChartData): string | null {
  if (order !== 'none') return null;
  if (categories.length > MOST_COLUMNS) return `${categories.length} columns are more than ${MOST_COLUMNS}`;
  const long = categories.find((category) => category.label.length > LONGEST_NAME);
  return long ? `"${long.label}" is longer than ${LONGEST_NAME} characters` : null;
}

export const column = defineChart({
  name: 'column',
  title: 'Column chart',
  columns: 'all',
  logScale: false,
  options: { stacked: z.enum(STACKS).default('none') },
  check(check) {
    startsAtZero(check);
    const why = whyLying(check.data);
    if (why === null) return;
    const hint = 'write "type: bar", or fewer and shorter names under "labels"';
    check.sink(diagnostic('info', 'chart/column-as-bar', `drawn as bars: ${why}`, check.spanOf('type'), hint));
  },
  leastHeight: (data, size) => (whyLying(data) === null ? inches(2) : leastBarHeight(data.categories.length, data.series.length, size)),
  draw: (request, { stacked }) => drawBars(request, { direction: whyLying(request.data) === null ? 'col' : 'bar', stacked }),
});
