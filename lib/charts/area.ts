/** Areas over dates or categories: how a whole grows out of its parts. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { colorsSuffice, noTotalInStack, partsArePositive, sharesMakeWhole, startsAtZero } from '../plot/check.js';
import { drawAreas } from '../plot/lines.js';
import { STACKS } from '../plot/request.js';

export const area = defineChart({
  name: 'area',
  title: 'Area chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => ['words', 'lines'],
  options: { stacked: z.enum(STACKS).default('stacked') },
  check(check, { stacked }) {
    startsAtZero(check);
    colorsSuffice(check);
    if (stacked !== 'none') {
      noTotalInStack(check);
      sharesMakeWhole(check, stacked === 'percent');
    }
    if (check.data.series.length > 1) partsArePositive(check);
    const doubtful =
      check.data.order === 'date' ? check.data.status?.find((cell) => cell.text !== '' && !/confirm|comput/i.test(cell.text)) : undefined;
    if (doubtful) {
      const message = `an area over dates cannot show that a figure is "${doubtful.text}"`;
      check.sink(diagnostic('warning', 'chart/standing-not-shown', message, doubtful.span, 'use "type: line"'));
    }
    for (const series of check.data.series) {
      const gap = series.spans[series.values.indexOf(null)];
      if (!gap) continue;
      const message = `column "${series.key}" has a gap, and an area would fall to zero there`;
      check.sink(diagnostic('error', 'chart/gap-in-area', message, gap, 'use "type: line": it leaves the gap open'));
    }
  },
  leastHeight: () => inches(2),
  draw: (request, { stacked }) => drawAreas(request, request.data.series.length > 1 ? stacked : 'none'),
});
