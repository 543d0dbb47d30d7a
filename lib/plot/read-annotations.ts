/** Words, lines and spans as authors write them, found in the data of their chart. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import type { ChartData } from './data.js';
import { parseDate } from './date.js';
import { parseFigure } from './figure.js';
import type { Annotation } from './request.js';
import { inUnit } from './unit.js';

/** What annotations say: words at a category, a line at a value, a shaded span. */
export const NOTES = ['words', 'lines', 'spans'] as const;
export type Notes = readonly (typeof NOTES)[number][];

/** An annotation as it is written; empty where a key is not given. */
export interface WrittenAnnotation {
  readonly at: string;
  readonly series: string;
  readonly value: string;
  readonly from: string;
  readonly to: string;
  readonly text: string;
}

/** Which kinds of annotation a chart has a place for, and what such a chart is called. */
export interface Place {
  readonly notes: Notes;
  readonly title: string;
}

/** The annotations that can be drawn; of the others it is said why they are left out. */
export function readAnnotations(
  written: readonly WrittenAnnotation[],
  data: ChartData,
  { notes, title }: Place,
  spanOf: (index: number) => Span,
  sink: Sink,
): readonly Annotation[] {
  return written.flatMap((item, index): readonly Annotation[] => {
    const tell = (code: string, message: string, ...hints: readonly string[]): readonly Annotation[] => {
      sink(diagnostic('warning', code, message, spanOf(index), ...hints));
      return [];
    };
    const what = item.from !== '' || item.to !== '' ? 'spans' : item.value !== '' ? 'lines' : 'words';
    if (!notes.includes(what)) {
      const hint = notes.length === 0 ? 'use "type: line" or "type: column"' : `it takes ${notes.join(' and ')}`;
      return tell('chart/no-annotations', `a ${title.toLowerCase()} like this has no place for ${what}: one is left out`, hint);
    }
    if (what === 'words') return wordsAt(item, data, tell);
    if (what === 'spans') return spanOver(item, data, tell);
    const value = figureOf(item.value, data);
    return value === null
      ? tell('chart/not-a-number', `"${item.value}" is no value at which a line can lie`)
      : [{ at: '', series: '', value, span: null, text: item.text }];
  });
}

type Tell = (code: string, message: string, ...hints: readonly string[]) => readonly Annotation[];

/** A value on the axis: a figure, or a day where the chart shows days. */
const figureOf = (text: string, { figures, unit }: ChartData): number | null => {
  if (figures === 'dates') return parseDate(text)?.serial ?? null;
  const figure = parseFigure(text);
  return figure && inUnit(figure, unit);
};

const namesOf = ({ categories }: ChartData): readonly string[] => [...new Set(categories.flatMap(({ key, label }) => [key, label]))];

function wordsAt(item: WrittenAnnotation, data: ChartData, tell: Tell): readonly Annotation[] {
  const unknown = (name: string, what: string, known: readonly string[]): readonly Annotation[] => {
    const near = closest(name, known);
    return tell(
      'chart/unknown-name',
      `"annotate" names "${name}", which is no ${what}`,
      ...(near === null ? [] : [`did you mean "${near}"?`]),
    );
  };
  if (item.at !== '' && !namesOf(data).includes(item.at)) return unknown(item.at, 'category', namesOf(data));
  const series = data.series.find(({ key, name }) => item.series === key || item.series === name);
  if (item.series !== '' && !series) {
    const names = data.series.flatMap(({ key, name }) => [key, name]);
    return unknown(item.series, 'series', [...new Set(names)]);
  }
  return [{ at: item.at, series: series?.key ?? '', value: null, span: null, text: item.text }];
}

/** From one category to another, or from one value to another. */
function spanOver(item: WrittenAnnotation, data: ChartData, tell: Tell): readonly Annotation[] {
  const [from, to] = [rowOf(item.from, data, 'first'), rowOf(item.to, data, 'last')];
  if (from !== null && to !== null) {
    const key = (row: number): string => data.categories[row]?.key ?? '';
    const span = { over: 'categories', first: key(Math.min(from, to)), last: key(Math.max(from, to)) } as const;
    return [{ at: '', series: '', value: null, span, text: item.text }];
  }
  const [low, high] = [figureOf(item.from, data), figureOf(item.to, data)];
  if (low === null || high === null) {
    const hint = 'write two categories, or two values of the axis';
    return tell('chart/no-span', `from "${item.from}" to "${item.to}" is no span of this chart`, hint);
  }
  return [
    { at: '', series: '', value: null, span: { over: 'values', low: Math.min(low, high), high: Math.max(low, high) }, text: item.text },
  ];
}

/** The row of a category; of a chart of dates the next that lies inside. */
function rowOf(name: string, data: ChartData, end: 'first' | 'last'): number | null {
  const found = data.categories.findIndex(({ key, label }) => key === name || label === name);
  if (found >= 0) return found;
  const date = data.order === 'date' ? (parseDate(name)?.serial ?? null) : null;
  if (date === null) return null;
  const inside = data.categories.flatMap((category, index) => {
    const own = category.date ?? 0;
    return (end === 'first' ? own >= date : own <= date) ? [index] : [];
  });
  return (end === 'first' ? inside[0] : inside.at(-1)) ?? null;
}
