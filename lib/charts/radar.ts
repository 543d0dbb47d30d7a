/** Radar charts: a profile over three measures or more. */
import { defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { inches } from '../core/units.js';
import { raysArePositive } from '../plot/check.js';
import { drawRadar } from '../plot/radar.js';

/** More names than these do not fit round a circle. */
const MOST_RAYS = 16;

export const radar = defineChart({
  name: 'radar',
  title: 'Radar chart',
  columns: { roles: 'all' },
  logScale: false,
  mostRows: MOST_RAYS,
  options: {},
  check(check) {
    raysArePositive(check);
    const { data, sink, spanOf } = check;
    if (data.categories.length >= 3) return;
    const message = `a radar chart has no shape with ${data.categories.length} measures`;
    sink(diagnostic('error', 'chart/too-few-categories', message, spanOf('data'), 'use "type: bar"'));
  },
  leastHeight: () => inches(2.25),
  draw: (request) => drawRadar(request),
});
