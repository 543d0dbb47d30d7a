/** Faults of data that several kinds of chart look for. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import type { ChartData, DataSeries } from './data.js';
import { printDate } from './date.js';
import { type ChartOptions, isHighlightedSeries } from './request.js';

/** Data and options as a kind checks them, before anything is drawn. */
export interface ChartCheck {
  readonly data: ChartData;
  readonly options: ChartOptions;
  readonly sink: Sink;
  /** The place of an option in the briefing; of the chart where the author did not write it. */
  spanOf(option: string): Span;
}

/** A gap in a whole: the other parts would be drawn as all of it. */
export function noGapInWhole({ data, sink }: ChartCheck): void {
  for (const { key, values, spans } of data.series) {
    const at = values.indexOf(null);
    const span = spans[at];
    if (at === -1 || !span) continue;
    const message = `column "${key}" has a gap, and the other parts of "${data.categories[at]?.label ?? ''}" would be drawn as its whole`;
    sink(diagnostic('error', 'chart/gap-in-whole', message, span, 'write the figure, 0 where there is none, or leave "percent" out'));
  }
}

/** An interval lies around its figure, and has two ends. */
export function intervalsHold({ data, sink }: ChartCheck): void {
  const [own] = data.series;
  const [low, high] = data.interval ?? [];
  if (!own || !low || !high) return;
  own.values.forEach((value, index) => {
    const span = own.spans[index];
    const [from, to] = [low.values[index] ?? null, high.values[index] ?? null];
    if (value === null || !span) return;
    if ((from !== null && value < from) || (to !== null && value > to)) {
      const message = `${value} in column "${own.key}" lies outside its interval, ${from ?? 'open'} to ${to ?? 'open'}`;
      sink(diagnostic('error', 'chart/outside-interval', message, span));
    } else if ((from === null) !== (to === null)) {
      const message = `the interval around ${value} in column "${own.key}" has one end only; it is drawn on that side`;
      sink(diagnostic('warning', 'chart/half-interval', message, span));
    }
  });
}

/** Lengths are read from zero: a wish for another start is not followed. */
export function startsAtZero({ options, sink, spanOf }: ChartCheck): void {
  if (options.min === null || options.min <= 0) return;
  const hint = 'use "type: dot" or "type: line" to show a part of the scale';
  sink(
    diagnostic(
      'warning',
      'chart/not-from-zero',
      `lengths and areas are read from zero: "min: ${options.min}" is not followed`,
      spanOf('min'),
      hint,
    ),
  );
}

/** More rows than any chart can show; the application takes seconds to open such a one. */
export const MOST_ROWS = 5_000;

/** A chart of thousands of rows shows none of them. */
export function tellRows(count: number, most: number, span: Span, sink: Sink): void {
  const message = `${count} rows are more than the ${most} that a chart can draw`;
  sink(diagnostic('error', 'chart/too-many-rows', message, span, 'choose rows under "where", or the largest with "top"'));
}

/** Two categories of one name: which is which cannot be seen. */
export function namesDiffer({ data, sink }: ChartCheck): void {
  const seen = new Set<string>();
  for (const { key, label, span } of data.categories) {
    if (seen.has(label) && label !== '') {
      const hint = 'name the rows by another column with "category", or choose some under "where"';
      sink(diagnostic('warning', 'chart/duplicate-category', `two categories are called "${key}"`, span, hint));
    }
    seen.add(label);
  }
}

/** Two scales side by side make two series run together or apart as one likes. */
export function noSecondAxis({ sink, spanOf }: ChartCheck): void {
  const message = 'a second axis is not drawn: where two scales meet is arbitrary, and suggests a correlation that nobody has shown';
  const hint = 'make two charts side by side, give both series as an index of one start, or use "type: scatter"';
  sink(diagnostic('warning', 'chart/two-axes', message, spanOf('secondary'), hint));
}

/** Values that the wished ends of the axis leave out. */
export function fitsAxis({ data, options, sink, spanOf }: ChartCheck): void {
  const { min, max } = options;
  const hint = 'leave the end of the axis to the chart, or choose rows under "where"';
  eachValue(data, (value, column) => {
    const above = max !== null && value > max;
    if (!above && !(min !== null && value < min)) return;
    const message = `${value} in column "${column}" lies ${above ? 'above' : 'below'} the end of the axis, ${above ? max : min}`;
    sink(diagnostic('warning', 'chart/off-axis', message, spanOf(above ? 'max' : 'min'), hint));
  });
}

/** Parts of a whole are never negative. */
export function partsArePositive({ data, sink }: ChartCheck): void {
  eachValue(data, (value, column, span) => {
    if (value >= 0) return;
    const message = `a part of a whole cannot be negative: ${value} in column "${column}"`;
    sink(diagnostic('error', 'chart/negative-part', message, span, 'use "type: bar"'));
  });
}

/** A profile is drawn from a middle that is its zero. */
export function raysArePositive({ data, sink }: ChartCheck): void {
  eachValue(data, (value, column, span) => {
    if (value >= 0) return;
    const message = `a radar chart has no place for a figure below its middle, which is zero: ${value} in column "${column}"`;
    sink(diagnostic('error', 'chart/negative-ray', message, span, 'use "type: bar"'));
  });
}

/** Series that colours tell apart (LOOKS, section 3). */
const MOST_COLORS = 5;

/** More series than there are colours for, and none that stands out: the last ones would be of one grey. */
export function colorsSuffice({ data, options, sink, spanOf }: ChartCheck): void {
  const count = data.series.length;
  if (count <= MOST_COLORS || data.series.some((series) => isHighlightedSeries(series, options))) return;
  const message = `${count} series are more than the ${MOST_COLORS} that colours tell apart: from the sixth on they are grey`;
  const hint = 'name the one that matters under "highlight", choose some under "series", or use "type: multiples"';
  sink(diagnostic('warning', 'chart/too-many-series', message, spanOf('data'), hint));
}

/** Both ends of each range are there, the low one first. */
export function endsAreInOrder({ data, sink }: ChartCheck): void {
  const [lows, highs] = data.series;
  const print = (value: number): string => (data.figures === 'dates' ? printDate(value, data.dateUnit, 'en') : String(value));
  data.categories.forEach(({ key }, index) => {
    const [low, high] = [lows?.values[index] ?? null, highs?.values[index] ?? null];
    const [lowSpan, highSpan] = [lows?.spans[index], highs?.spans[index]];
    if (!lowSpan || !highSpan) return;
    if ((low === null) !== (high === null)) {
      const hint = 'write the same figure twice for a single value';
      sink(diagnostic('error', 'chart/half-range', `"${key}" has only one end`, low === null ? lowSpan : highSpan, hint));
    }
    if (low === null || high === null || low <= high) return;
    sink(diagnostic('error', 'chart/reversed-range', `"${key}" runs from ${print(low)} down to ${print(high)}`, lowSpan));
  });
}

/** Names of totals in the languages of the words that we add. */
const TOTAL = /^(?:(?:grand |sub)?totals?|sum|overall|gesamt|summe|insgesamt|somme|ensemble|suma|合计|总计|合計|المجموع)$/i;

/** Parts of a whole sum up to it, and the whole is none of them. */
export function partsMakeWhole({ data, sink, spanOf }: ChartCheck): void {
  for (const series of data.series.slice(0, 1)) {
    const values = series.values.map((value) => value ?? 0);
    const sum = values.reduce((total, value) => total + value, 0);
    if (values.length > 0 && sum === 0) {
      sink(
        diagnostic('error', 'chart/no-whole', 'the parts come to zero: there is no whole to be parted', spanOf('data'), 'use "type: bar"'),
      );
      return;
    }
    const whole = values.findIndex(
      (value, index) => TOTAL.test(data.categories[index]?.key ?? '') || isSumOfOthers(value, sum, values.length),
    );
    const span = series.spans[whole];
    if (span) {
      const message = `"${data.categories[whole]?.key ?? ''}" looks like the total of the other parts, and is drawn as one of them`;
      sink(diagnostic('warning', 'chart/total-as-part', message, span, 'leave the row of the total out'));
      return;
    }
    if (data.unit.sign !== '%' || Math.abs(sum - 100) <= Math.max(1, values.length / 2)) continue;
    const message = `the parts come to ${Number(sum.toPrecision(4))} %, not to 100 %`;
    sink(diagnostic('warning', 'chart/parts-not-whole', message, spanOf('data'), 'add what is missing as "Other", or use "type: bar"'));
  }
}

const isSumOfOthers = (value: number, sum: number, count: number): boolean =>
  count > 3 && value > 0 && Math.abs(sum - 2 * value) <= Math.abs(value) * 1e-3;

/** Whether a column is what the others come to, in every row. */
const isSumOfColumns = (series: DataSeries, all: readonly DataSeries[]): boolean =>
  all.length > 2 &&
  series.values.length > 1 &&
  series.values.every((value, index) => {
    const sum = all.reduce((total, other) => total + (other === series ? 0 : (other.values[index] ?? 0)), 0);
    return value !== null && value > 0 && Math.abs(sum - value) <= value * 1e-3;
  });

/** Columns that stand on each other are parts: a total among them would be counted twice. */
export function noTotalInStack({ data, sink }: ChartCheck): void {
  for (const series of data.series) {
    const [span] = series.spans;
    if (data.series.length < 2 || !span || !(TOTAL.test(series.key) || isSumOfColumns(series, data.series))) continue;
    const message = `column "${series.key}" looks like a total, and is stacked on its parts`;
    sink(diagnostic('warning', 'chart/total-as-part', message, span, 'name the parts alone under "series"'));
  }
}

/** Shares that stand on each other come to a whole, or what is missing is drawn as if it were there. */
export function sharesMakeWhole({ data, sink }: ChartCheck, scaled: boolean): void {
  if (data.unit.sign !== '%' || data.series.length < 2 || data.series.some((series) => TOTAL.test(series.key))) return;
  data.categories.forEach(({ key, span }, index) => {
    const values = data.series.map((series) => series.values[index] ?? 0);
    const sum = values.reduce((total, value) => total + value, 0);
    const slack = Math.max(1, values.length / 2);
    if (sum === 0 || (scaled ? Math.abs(sum - 100) <= slack : sum <= 100 + slack)) return;
    const message = `the parts of "${key}" come to ${Number(sum.toPrecision(4))} %, not to 100 %`;
    const hint = scaled
      ? 'add what is missing as a column, or write "stacked: stacked"'
      : 'shares of one whole come to 100 %: use "stacked: none"';
    sink(diagnostic('warning', 'chart/parts-not-whole', message, span, hint));
  });
}

/** A total in a list of changes would be added to them. */
export function totalsAreEmpty({ data, sink }: ChartCheck): void {
  const [series] = data.series;
  let sum = 0;
  series?.values.forEach((value, index) => {
    const [key, span] = [data.categories[index]?.key ?? '', series.spans[index]];
    const repeats = value !== null && index > 1 && value !== 0 && Math.abs(value - sum) <= Math.abs(value) * 1e-3;
    if (span && value !== null && (TOTAL.test(key) || repeats)) {
      const message = `"${key}" looks like the total of the steps before it, and is drawn as one more step`;
      sink(diagnostic('warning', 'chart/total-as-part', message, span, 'leave the cell empty: an empty cell is the total so far'));
    }
    sum += value ?? 0;
  });
}

/** Only one column can be drawn. */
export function oneSeries({ data, sink, spanOf }: ChartCheck): void {
  if (data.series.length <= 1) return;
  const names = data.series.map((series) => `"${series.key}"`).join(', ');
  const message = `the chart shows one column of numbers and the table has ${data.series.length}: ${names}`;
  sink(diagnostic('error', 'chart/too-many-series', message, spanOf('data'), `choose one: "series: ${data.series[0]?.key}"`));
}

/** Calls back for every value there is. */
export function eachValue(
  data: Pick<ChartData, 'series'>,
  visit: (value: number, column: string, span: Span, index: number) => void,
): void {
  for (const series of data.series) {
    series.values.forEach((value, index) => {
      const span = series.spans[index];
      if (value !== null && span) visit(value, series.key, span, index);
    });
  }
}

/** More parts than this cannot be told apart by colour (LOOKS, section 3). */
export const MOST_SLICES = 5;

/** A pie with many parts is read worse than bars. */
export function slicesAreFew({ data, sink, spanOf }: ChartCheck): void {
  const count = data.categories.length;
  if (count <= MOST_SLICES) return;
  const message = `${count} slices are more than ${MOST_SLICES}: the smallest share one grey`;
  sink(diagnostic('warning', 'chart/too-many-slices', message, spanOf('type'), 'use "type: bar", or sum the small parts up as "Other"'));
}
