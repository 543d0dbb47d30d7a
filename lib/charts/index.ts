/** The table of chart kinds; a new kind is a file here and a line below. */
import type { ChartKind } from '../briefing/chart.js';
import { area } from './area.js';
import { bar } from './bar.js';
import { bubble } from './bubble.js';
import { bullet } from './bullet.js';
import { column } from './column.js';
import { combo } from './combo.js';
import { diverging } from './diverging.js';
import { dot } from './dot.js';
import { doughnut } from './doughnut.js';
import { dumbbell } from './dumbbell.js';
import { funnel } from './funnel.js';
import { gantt } from './gantt.js';
import { heatmap } from './heatmap.js';
import { histogram } from './histogram.js';
import { line } from './line.js';
import { lollipop } from './lollipop.js';
import { multiples } from './multiples.js';
import { pareto } from './pareto.js';
import { pie } from './pie.js';
import { radar } from './radar.js';
import { range } from './range.js';
import { scatter } from './scatter.js';
import { slope } from './slope.js';
import { timeline } from './timeline.js';
import { waterfall } from './waterfall.js';

/** Every kind of chart that ships with the library. */
export const chartKinds: readonly ChartKind[] = [
  bar,
  column,
  line,
  area,
  pie,
  doughnut,
  range,
  dot,
  bubble,
  bullet,
  combo,
  diverging,
  dumbbell,
  funnel,
  gantt,
  heatmap,
  histogram,
  lollipop,
  multiples,
  pareto,
  radar,
  scatter,
  slope,
  timeline,
  waterfall,
];
