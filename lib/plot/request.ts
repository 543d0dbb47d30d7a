/** What a kind of chart is asked to draw, and the questions that every kind asks of it. */
import type { Color } from '../core/color.js';
import type { Size } from '../core/units.js';
import type { ChartLook } from '../template/model.js';
import type { Category, ChartData, DataSeries } from './data.js';
import { printDate } from './date.js';
import type { Scale } from './scale.js';

/** How values are ordered. `auto`: falling, unless the order of the table means something. */
export const SORTS = ['auto', 'none', 'ascending', 'descending'] as const;
/** Whether values are printed. `auto`: where there are at most twelve. */
export const VALUES = ['auto', 'show', 'hide'] as const;
/** How series stand to each other. */
export const STACKS = ['none', 'stacked', 'percent'] as const;

/** Words at a category, a line at a value, or a shaded span. */
export interface Annotation {
  /** The category; empty: the highlighted or the highest. */
  readonly at: string;
  /** The key of the series whose point it is; empty: the highest of the category. */
  readonly series: string;
  /** Where the line lies; null: there is none. */
  readonly value: number | null;
  /** What is shaded; null: nothing. Categories by their keys. */
  readonly span:
    | { readonly over: 'values'; readonly low: number; readonly high: number }
    | { readonly over: 'categories'; readonly first: string; readonly last: string }
    | null;
  readonly text: string;
}

/** Options that every kind of chart takes. `null` and empty: the chart decides. */
export interface ChartOptions {
  /** Names of series or categories. */
  readonly highlight: readonly string[];
  readonly sort: (typeof SORTS)[number];
  readonly values: (typeof VALUES)[number];
  readonly decimals: number | null;
  /** A number format code for the values. */
  readonly format: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly log: boolean;
  readonly annotations: readonly Annotation[];
}

/** How sure a figure is: how it is drawn, and the word that says so; empty for what is sure. */
export interface Standing {
  readonly look: 'solid' | 'claimed' | 'estimated' | 'disputed';
  readonly word: string;
}

/** Measures text in the chart's font and size; lengths in EMU. */
export interface Measure {
  readonly line: number;
  width(text: string, bold?: boolean): number;
}

/** The words that charts add, in the deck's language. */
export interface ChartWords {
  /** What kinds are called, by their names; of a kind that is not here its title is said. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly highest: string;
  readonly lowest: string;
  readonly earliest: string;
  readonly latest: string;
  /** What the rest of a longer table is called. */
  readonly other: string;
  readonly logScale: string;
  /** Headings of columns that a chart works out. */
  readonly count: string;
  readonly share: string;
  readonly cumulativeShare: string;
  /** Under a line of time whose events stand at equal distances. */
  readonly evenSteps: string;
  /** Between the kind and the subject, between statements, and at the end. */
  readonly colon: string;
  readonly semicolon: string;
  readonly stop: string;
}

/** A chart to be drawn. */
export interface ChartRequest {
  readonly data: ChartData;
  readonly options: ChartOptions;
  /** One for each category. */
  readonly standings: readonly Standing[];
  readonly look: ChartLook;
  readonly frame: Size;
  /** Of the text, in points. */
  readonly size: number;
  readonly lang: string;
  readonly words: ChartWords;
  readonly measure: Measure;
  /** The scale that it shares with other charts; default: one of its own. */
  readonly scale?: Scale;
  /** How many values are printed at most where the author does not say; default: twelve. */
  readonly mostPrinted?: number;
  /** The colour in which text can be read on a fill. */
  textOn(fill: Color): Color;
}

/** At most so many values are all printed (LOOKS, section 4). */
export const MOST_PRINTED = 12;

/** All values there are. */
export const valuesOf = (data: ChartData): readonly number[] =>
  [...data.series, ...(data.interval ?? [])].flatMap((series) => series.values.filter((value) => value !== null));

/** Whether every value is printed, so that no value axis is needed. */
export const printsAll = ({ data, options, mostPrinted = MOST_PRINTED }: Pick<ChartRequest, 'data' | 'options' | 'mostPrinted'>): boolean =>
  options.values === 'show' || (options.values === 'auto' && valuesOf({ ...data, interval: null }).length <= mostPrinted);

/** A category as the chart shows it: a date in the deck's language. */
export const categoryText = (category: Category, { data, lang }: Pick<ChartRequest, 'data' | 'lang'>): string =>
  category.date === null || category.label !== category.key ? category.label : printDate(category.date, data.dateUnit, lang);

const isNamed = (item: { readonly key: string }, name: string, names: readonly string[]): boolean =>
  names.includes(item.key) || names.includes(name);

export const isHighlightedSeries = (series: DataSeries, options: ChartOptions): boolean => isNamed(series, series.name, options.highlight);
export const isHighlightedCategory = (category: Category, options: ChartOptions): boolean =>
  isNamed(category, category.label, options.highlight);

/** The indexes of the highlighted categories. */
export const highlightedCategories = ({ data, options }: Pick<ChartRequest, 'data' | 'options'>): ReadonlySet<number> =>
  new Set(data.categories.flatMap((category, index) => (isHighlightedCategory(category, options) ? [index] : [])));

/** What can be put in order: data, and what goes with each category. */
export interface Ordered<S = unknown> {
  readonly data: ChartData;
  readonly options: ChartOptions;
  /** One for each category. */
  readonly standings: readonly S[];
}

/** The same with its categories in the order in which they are drawn: by the sum of their values unless the table's order means something. */
export function inOrder<R extends Ordered>(request: R): R {
  const { data, options } = request;
  const natural = data.figures === 'dates' ? 'ascending' : data.order === 'none' ? 'descending' : 'none';
  const sort = options.sort === 'auto' ? natural : options.sort;
  if (sort === 'none') return request;
  const leading = data.series.filter((series) => isHighlightedSeries(series, options));
  const counted = leading.length > 0 ? leading : data.series;
  const total = (index: number): number => counted.reduce((sum, series) => sum + (series.values[index] ?? 0), 0);
  const rest = (index: number): number => (data.categories[index]?.rest ? 1 : 0);
  const rising = (a: number, b: number): number => (sort === 'ascending' ? total(a) - total(b) : total(b) - total(a));
  const order = data.categories.map((_, index) => index).sort((a, b) => rest(a) - rest(b) || rising(a, b));
  return picked(request, order);
}

/** The same with these categories only, by index, in this order. */
export function picked<R extends Ordered>(request: R, order: readonly number[]): R {
  const { data } = request;
  const pick = <T>(items: readonly T[]): readonly T[] => order.flatMap((index) => items.slice(index, index + 1));
  const pickSeries = (series: DataSeries): DataSeries => ({
    ...series,
    values: pick(series.values),
    spans: pick(series.spans),
    ...(series.units ? { units: pick(series.units) } : {}),
  });
  return {
    ...request,
    standings: pick(request.standings),
    data: {
      ...data,
      categories: pick(data.categories),
      series: data.series.map(pickSeries),
      interval: data.interval && [pickSeries(data.interval[0]), pickSeries(data.interval[1])],
    },
  };
}
