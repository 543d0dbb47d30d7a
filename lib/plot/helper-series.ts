/** Series that hold something up, carry a label or draw a line, and are no data of their own. */
import type { ChartSeries } from '../scene/chart.js';
import { NO_FILL } from './paint.js';

/** A series of the values in column `values`, named by the head of column `name`; drawn only where `own` gives it a colour. */
export const helperSeries = (name: number, values: number, own: Partial<ChartSeries> = {}): ChartSeries => ({
  name,
  categories: 0,
  values,
  fill: NO_FILL,
  line: null,
  marker: null,
  points: [],
  labels: null,
  helper: true,
  ...own,
});
