/** Timelines: events on a true scale of time. */
import { defineChart } from '../briefing/chart.js';
import { inches } from '../core/units.js';
import { drawTimeline } from '../plot/events.js';

export const timeline = defineChart({
  name: 'timeline',
  title: 'Timeline',
  columns: { roles: ['date'], dates: true },
  logScale: false,
  options: {},
  check: () => {},
  leastHeight: () => inches(2.5),
  draw: (request) => drawTimeline(request),
});
