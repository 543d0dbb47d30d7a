/** Values upon each other: where each point of a bar or area plot begins and ends. */
import type { AreaPlot, BarPlot, ChartSpec } from '../../../scene/chart.js';
import { numbersOf } from './data.js';

/** The stretch of a point along the value axis; null where there is no value. */
export type Stretch = readonly [from: number, to: number] | null;

/** The stretches of every series, in their order. Values below zero are stacked downwards; parts of a hundred percent are fractions. */
export function stretchesOf(plot: BarPlot | AreaPlot, chart: ChartSpec): readonly (readonly Stretch[])[] {
  const values = plot.series.map((series) => numbersOf(chart, series.values));
  if (plot.grouping === 'clustered' || plot.grouping === 'standard')
    return values.map((all) => all.map((value) => (value === null ? null : [0, value])));
  const ends = new Map<string, number>();
  const whole = (index: number): number =>
    plot.grouping === 'percentStacked' ? values.reduce((sum, all) => sum + Math.abs(all[index] ?? 0), 0) || 1 : 1;
  return values.map((all) =>
    all.map((value, index): Stretch => {
      if (value === null) return null;
      const side = `${index} ${value < 0}`;
      const from = ends.get(side) ?? 0;
      const to = from + value / whole(index);
      ends.set(side, to);
      return [from, to];
    }),
  );
}
