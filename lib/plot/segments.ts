/**
 * Lines between two figures of each row of a chart of dots: one series that is broken by empty cells. Error bars of given lengths would say the
 * same, but LibreOffice draws none along x.
 */
import type { ChartSeries, WorkbookColumn } from '../scene/chart.js';
import type { Stroke } from '../scene/paint.js';
import { helperSeries } from './helper-series.js';
import type { ChartRequest } from './request.js';
import { helperColumn } from './sheet.js';

const LETTERS = 'ABCDEFGHIJ';
/** Two ends and a gap. */
const STEP = 3;

/** Where the ends stand: columns side by side, by the index of the first, and the column of the rows. */
export interface Segments {
  readonly first: number;
  readonly rows: number;
  readonly ends: readonly (readonly [number | null, number | null])[];
}

/** The ends of all segments, one below the other, as places on both axes. */
export function segmentColumns(request: ChartRequest, { first, rows, ends }: Segments): readonly WorkbookColumn[] {
  const last = ends.length + 1;
  const row = `INT((#-2)/${STEP})+1`;
  const whole = ends.findLastIndex((end) => !end.includes(null)) + 1;
  const cells = (at: (index: number, end: 0 | 1) => number | null): WorkbookColumn['cells'] => {
    const all = ends
      .slice(0, whole)
      .flatMap((end, index) => (end.includes(null) ? [null, null, null] : [at(index, 0), at(index, 1), null]));
    // LibreOffice loses the points of a series that stands before a longer one.
    return Array.from({ length: Math.max(all.length - 1, ends.length) }, (_, index) => all[index] ?? null);
  };
  const [left, right, across] = [first, first + 1, rows].map((column) => LETTERS.charAt(column));
  return [
    helperColumn(
      request,
      'Join',
      `INDEX(${left}$2:${right}$${last},${row},MOD(#-2,${STEP})+1)`,
      cells((index, end) => ends[index]?.[end] ?? null),
    ),
    helperColumn(
      request,
      'Join row',
      `INDEX(${across}$2:${across}$${last},${row})`,
      cells((index) => ends.length - index),
      'General',
    ),
  ];
}

/** The series that draws them; `column` is the index of the first of their columns. */
export const segmentSeries = (column: number, line: Stroke): ChartSeries => helperSeries(column, column + 1, { categories: column, line });
