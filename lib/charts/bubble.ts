/** Bubble charts: two measures, and a third as the area of the bubble. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { drawPoints } from '../plot/points.js';

export const bubble = defineChart({
  name: 'bubble',
  title: 'Bubble chart',
  columns: { roles: ['x', 'y', 'size'] },
  logScale: false,
  unnamed: true,
  options: {},
  check({ data, sink }) {
    const sizes = data.series[2];
    sizes?.values.forEach((value, index) => {
      const span = sizes.spans[index];
      if (value === null || value > 0 || !span) return;
      sink(diagnostic('error', 'chart/not-positive', `a bubble has no area for ${value} in column "${sizes.key}"`, span));
    });
  },
  leastHeight: () => inches(2.25),
  draw: (request) => drawPoints(request, { bubbles: true, trend: false }),
});
