/** Small multiples: one column a panel, all panels of one kind and on one scale. */
import { z } from 'zod';
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawBars, leastBarHeight } from '../plot/bars.js';
import { startsAtZero } from '../plot/check.js';
import type { ChartData } from '../plot/data.js';
import { drawAreas, drawLines } from '../plot/lines.js';
import { drawPanels, FEWEST_PANELS, MOST_PANELS, type PanelStyle } from '../plot/panels.js';
import { NOTES } from '../plot/read-annotations.js';

const STYLES = {
  line: { lying: false, draw: drawLines },
  area: { lying: false, draw: (request) => drawAreas(request, 'none') },
  column: { lying: false, draw: (request) => drawBars(request, { direction: 'col', stacked: 'none' }) },
  bar: { lying: true, draw: (request) => drawBars(request, { direction: 'bar', stacked: 'none' }) },
} as const satisfies Readonly<Record<string, PanelStyle>>;

const OF = ['auto', 'line', 'area', 'column', 'bar'] as const;

/** Lines over time, bars of names. */
const kindOf = (of: (typeof OF)[number], { order }: Pick<ChartData, 'order'>): keyof typeof STYLES =>
  of === 'auto' ? (order === 'none' ? 'bar' : 'line') : of;

/** Three rows of these stand under a chart's subtitle. */
const LEAST_PANEL = inches(1.3);

export const multiples = defineChart({
  name: 'multiples',
  title: 'Small multiples',
  columns: { roles: 'all' },
  logScale: true,
  dense: true,
  annotates: (data, { of }) => (kindOf(of, data) === 'area' ? ['words', 'lines'] : NOTES),
  options: { of: z.enum(OF).default('auto') },
  check(check, { of }) {
    const { data, options, sink, spanOf } = check;
    const count = data.series.length;
    if (count < FEWEST_PANELS || count > MOST_PANELS) {
      const message = `small multiples are ${FEWEST_PANELS} to ${MOST_PANELS} panels and the table has ${count} columns of numbers`;
      sink(diagnostic('error', 'chart/panels', message, spanOf('data'), 'choose some under "series"'));
    }
    const kind = kindOf(of, data);
    if (kind !== 'line') startsAtZero(check);
    if (kind !== 'line' && options.log) {
      sink(diagnostic('error', 'chart/log-scale', 'a log scale would falsify bars and areas', spanOf('log'), 'write "of: line"'));
    }
  },
  leastHeight: (data, size) => {
    const rows = Math.ceil(data.series.length / 4);
    return rows * Math.max(LEAST_PANEL, data.order === 'none' ? leastBarHeight(data.categories.length, 1, size) : 0) + inches(0.4);
  },
  draw: (request, { of }) => drawPanels(request, STYLES[kindOf(of, request.data)]),
});
