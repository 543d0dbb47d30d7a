/** Intervals around the figures of a series: the ends as given, the distances to them by formula, error bars. */
import type { Color } from '../core/color.js';
import type { ErrorBars, WorkbookColumn } from '../scene/chart.js';
import type { DataSeries } from './data.js';
import { stroke } from './paint.js';
import type { ChartRequest } from './request.js';
import { helperColumn, valueColumn } from './sheet.js';

const LETTERS = 'ABCDEFGHIJ';

/** The columns of an interval around the series in column B; `first` is the index of the first of them. None where there is no interval. */
export function intervalColumns(request: ChartRequest, first: number): readonly WorkbookColumn[] {
  const { series, interval } = request.data;
  const [own] = series;
  if (!own || !interval) return [];
  const [low, high] = interval;
  return [valueColumn(request, low), valueColumn(request, high), ...reachColumns(request, own, [low, high], first)];
}

/** How far the figures of column B lie above the low ends and below the high ones, whose columns begin with `first`. */
function reachColumns(
  request: ChartRequest,
  own: DataSeries,
  [low, high]: readonly [DataSeries, DataSeries],
  first: number,
): readonly WorkbookColumn[] {
  const [lowCell, highCell] = [`${LETTERS.charAt(first)}#`, `${LETTERS.charAt(first + 1)}#`];
  const reach = (measure: (value: number, index: number) => number): WorkbookColumn['cells'] =>
    own.values.map((value, index) => (value === null ? null : Math.max(0, measure(value, index))));
  const below = reach((value, index) => value - (low.values[index] ?? value));
  const above = reach((value, index) => (high.values[index] ?? value) - value);
  return [helperColumn(request, 'Below', `MAX(B#-${lowCell},0)`, below), helperColumn(request, 'Above', `MAX(${highCell}-B#,0)`, above)];
}

/** The error bars of an interval whose first column is `first` (LOOKS, section 4: 1.25 pt). */
export const intervalBars = ({ data }: ChartRequest, direction: 'x' | 'y', color: Color, first = 2): readonly ErrorBars[] =>
  data.interval
    ? [{ direction, sides: 'both', amount: { kind: 'columns', minus: first + 2, plus: first + 3 }, line: stroke(color, 1.25) }]
    : [];
