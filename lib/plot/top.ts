/** The largest categories, and the rest summed up as one. */
import type { Category, ChartData, DataSeries } from './data.js';

/** Keeps the `count` largest categories, in the order of the table, and sums the others up under a name of their own, last. */
export function topOf(data: ChartData, count: number, name: string): ChartData {
  const total = (index: number): number => data.series.reduce((sum, series) => sum + Math.abs(series.values[index] ?? 0), 0);
  const ranked = data.categories.map((_, index) => index).sort((a, b) => total(b) - total(a) || a - b);
  const kept = ranked.slice(0, count).sort((a, b) => a - b);
  const rest = ranked.slice(count).sort((a, b) => a - b);
  const [first] = rest;
  const span = first === undefined ? undefined : data.categories[first]?.span;
  if (rest.length < 2 || !span) return data;
  const pick = <T>(items: readonly T[]): readonly T[] => kept.flatMap((index) => items.slice(index, index + 1));
  const summed = (series: DataSeries): number => {
    const sum = rest.reduce((before, index) => before + (series.values[index] ?? 0), 0);
    return Number(sum.toPrecision(15));
  };
  const other: Category = { key: name, label: name, date: null, span, rest: true };
  const statusOfRest = rest.flatMap((index) => data.status?.[index]?.text ?? []).join(' ');
  return {
    ...data,
    categories: [...pick(data.categories), other],
    series: data.series.map((series) => ({
      ...series,
      values: [...pick(series.values), summed(series)],
      spans: [...pick(series.spans), span],
    })),
    interval: null,
    status: data.status && [...pick(data.status), { text: statusOfRest.trim(), span }],
  };
}
