/** Ranges: from a low to a high end, with no middle that no source gives. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { leastBarHeight } from '../plot/bars.js';
import { eachValue, endsAreInOrder, startsAtZero } from '../plot/check.js';
import { drawRanges } from '../plot/ranges.js';
import { inOrder } from '../plot/request.js';

export const range = defineChart({
  name: 'range',
  title: 'Range chart',
  columns: { roles: ['low', 'high'] },
  logScale: false,
  annotates: () => ['lines', 'spans'],
  options: {},
  check(check) {
    endsAreInOrder(check);
    startsAtZero(check);
    const [low] = check.data.series;
    eachValue({ series: low ? [low] : [] }, (value, _, span, index) => {
      if (value >= 0) return;
      const message = `"${check.data.categories[index]?.key ?? ''}" starts below zero at ${value}`;
      check.sink(diagnostic('error', 'chart/negative-range', message, span, 'use "type: dot"'));
    });
  },
  inRows: inOrder,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => drawRanges(request),
});
