/** The table of chart kinds; a new kind is a file here and a line below. */
import type { ChartKind } from '../briefing/chart.js';
import { area } from './area.js';
import { bar } from './bar.js';
import { column } from './column.js';
import { dot } from './dot.js';
import { doughnut } from './doughnut.js';
import { line } from './line.js';
import { pie } from './pie.js';
import { range } from './range.js';

/** Every kind of chart that ships with the library. */
export const chartKinds: readonly ChartKind[] = [bar, column, line, area, pie, doughnut, range, dot];
