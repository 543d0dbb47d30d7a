/** Columns and lines on one axis: amounts, and what they are measured against. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawBars } from '../plot/bars.js';
import { startsAtZero } from '../plot/check.js';
import { asLines } from '../plot/derived.js';
import { NOTES } from '../plot/read-annotations.js';

export const combo = defineChart({
  name: 'combo',
  title: 'Column and line chart',
  columns: { roles: 'all' },
  logScale: false,
  annotates: () => NOTES,
  options: { lines: z.union([z.string().transform((name) => [name]), z.array(z.string())]).default([]) },
  check(check, { lines }) {
    startsAtZero(check);
    const { data, sink, spanOf } = check;
    const names = data.series.map((series) => series.key);
    if (names.length < 2) {
      const message = 'columns and a line need two columns of numbers and the table has one';
      sink(diagnostic('error', 'chart/not-two-series', message, spanOf('data'), 'use "type: column" or "type: line"'));
    }
    for (const line of lines) {
      if (names.includes(line)) continue;
      const hint = `the columns are ${names.map((name) => `"${name}"`).join(', ')}`;
      sink(diagnostic('warning', 'chart/unknown-name', `"lines" names "${line}", which is no column of numbers`, spanOf('lines'), hint));
    }
  },
  leastHeight: () => inches(2),
  draw: (request, { lines }) => asLines(request, drawBars(request, { direction: 'col', stacked: 'none' }), lines),
});
