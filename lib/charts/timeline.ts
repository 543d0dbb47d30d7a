/** Timelines: events on a true scale of time. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { isCrowded } from '../plot/event-places.js';
import { drawTimeline } from '../plot/events.js';
import { inOrder } from '../plot/request.js';

/** More events than these go on over several slides: their words would have no place. */
const MOST_EVENTS = 16;
/** The pitch of lines, in sizes of text: a narrow frame has a line for each event. */
const LINE = 1.25;

export const timeline = defineChart({
  name: 'timeline',
  title: 'Timeline',
  columns: { roles: ['date'], dates: true },
  logScale: false,
  options: {},
  check({ data, sink, spanOf }) {
    const [dates] = data.series;
    const days = (dates?.values ?? []).filter((day) => day !== null).sort((a, b) => a - b);
    if (isCrowded(days)) {
      const message = 'events stand too close for their words on a scale of time: they are drawn in even steps';
      const hint = 'choose a shorter stretch under "where", or fewer events';
      sink(diagnostic('info', 'chart/even-steps', message, spanOf('data'), hint));
    }
    data.categories.forEach(({ key }, index) => {
      const span = dates?.spans[index];
      if (!span || dates?.values[index] !== null) return;
      sink(diagnostic('warning', 'chart/no-date', `"${key}" has no date, and no place on the line of time`, span));
    });
  },
  inRows: inOrder,
  leastHeight: ({ categories: { length } }, size) => Math.max(inches(length > MOST_EVENTS ? 8 : 2.5), (length + 2) * size * LINE * 12_700),
  draw: (request) => drawTimeline(request),
});
