/** What stands at the dots of a row: figures, of bullets figure and mark together. */
import type { ChartSeries, LabelPosition, PointLabel, WorkbookColumn } from '../scene/chart.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { type ChartRequest, highlightedCategories, isHighlightedSeries, printsAll } from './request.js';
import { helperColumn } from './sheet.js';
import { figureText } from './text-formula.js';

/** What joins a dot: nothing, the axis at zero, or the dot of the other series; `bullets`: a bar from zero, and the other series as its mark. */
export type DotStyle = 'plain' | 'stems' | 'joined' | 'bullets';

/** A figure at a dot, or of bullets behind figure and mark. */
export interface DotLabel {
  readonly row: number;
  /** The index of its series. */
  readonly at: number;
  /** Where it is bound to. */
  readonly value: number;
  readonly side: Exclude<LabelPosition, null>;
  readonly code: string;
  readonly words: string;
  readonly bold: boolean;
}

/** Whether all figures of rows of dots are printed, so that no value axis is needed; a log scale is read on its axis only, and so is an interval. */
export function dotsPrinted(request: ChartRequest, style: DotStyle): boolean {
  const { data, options } = request;
  if (style === 'plain' && (data.series.length > 1 || options.log || data.interval)) return false;
  if (options.log) return false;
  return printsAll(style === 'bullets' ? { ...request, data: { ...data, series: data.series.slice(0, 1) } } : request);
}

/** The labels of all rows: of every figure, or of the highlighted ones where those are too many. */
export function dotLabels(request: ChartRequest, style: DotStyle): readonly DotLabel[] {
  const { data, options } = request;
  if (options.values === 'hide' || (style === 'plain' && data.series.length > 1)) return [];
  const marked = highlightedCategories(request);
  const all = dotsPrinted(request, style) || (style === 'plain' && printsAll(request));
  const rows = data.categories.map((_, row) => row).filter((row) => all || marked.has(row));
  if (style === 'bullets') return rows.flatMap((row) => bulletLabel(request, row, marked.has(row)));
  return rows.flatMap((row) =>
    data.series.flatMap((series, at): readonly DotLabel[] => {
      const value = series.values[row] ?? null;
      if (value === null) return [];
      const { code, text: words } = valuePrinter(request)(value, data.series.length > 1 ? undefined : request.standings[row]);
      const bold = marked.has(row) || (data.series.length > 1 && isHighlightedSeries(series, options));
      return [{ row, at, value, side: sideOf(request, style, row, at), code, words, bold }];
    }),
  );
}

/** Outside of what joins two dots, before a stem that comes from the right, above an interval, else behind the dot. */
function sideOf({ data }: ChartRequest, style: DotStyle, row: number, at: number): DotLabel['side'] {
  const [own, other] = [data.series[at]?.values[row] ?? 0, data.series[1 - at]?.values[row] ?? null];
  if (style === 'joined' && other !== null) return own < other || (own === other && at === 0) ? 'l' : 'r';
  if (style === 'stems') return own < 0 ? 'l' : 'r';
  return data.interval ? 't' : 'r';
}

function bulletLabel(request: ChartRequest, row: number, bold: boolean): readonly DotLabel[] {
  const { data, standings } = request;
  const [own, mark] = data.series;
  const [value, goal] = [own?.values[row] ?? null, mark?.values[row] ?? null];
  if (value === null) return [];
  const print = valuePrinter(request);
  const { code, text: words } = print(value, standings[row]);
  const name = row === 0 ? `${mark?.name ?? ''} ` : '';
  const said = goal === null ? words : `${words} (${name}${print(goal).text})`;
  return [{ row, at: 2, value: Math.max(value, goal ?? value), side: 'r', code, words: said, bold }];
}

/** Where the labels of bullets stand, and what they say, so that both follow an edit of the figures. */
export function bulletColumns(request: ChartRequest, labels: readonly DotLabel[]): readonly WorkbookColumn[] {
  const { data } = request;
  const ends = data.categories.map((_, row) => labels.find((label) => label.row === row) ?? null);
  const said = ends.map((label) => label?.words ?? null);
  const [value, goal] = [figureText(request, 'B#'), figureText(request, 'C#')];
  const sure = request.standings.every(({ word }) => word === '');
  return [
    helperColumn(
      request,
      'Label at',
      'MAX(B#,C#)',
      ends.map((label) => label?.value ?? null),
    ),
    {
      header: 'Label',
      kind: 'text',
      format: 'General',
      formula: sure && value && goal ? `${value}&IF(C#="",""," ("&IF(ROW(B#)=2,C$1&" ","")&${goal}&")")` : null,
      cells: said,
    },
  ];
}

/** The labels of one series, each of which says the figure of its cell; `cells`: the column of the words in place of figures. */
export function seriesLabels(request: ChartRequest, labels: readonly DotLabel[], cells?: number): ChartSeries['labels'] {
  const { look } = request;
  const [first] = labels;
  if (!first) return null;
  const points = labels.map(({ row, side, code, words, bold }): PointLabel => {
    // A scatter plot's label shows y as its value: the figure is on x, so each label is given as text.
    const format = labelFormat(VALUE, side, code, text(request, look.text, bold));
    return { ...pointLabel(row, format), lines: [words], field: cells === undefined ? 'x' : 'cells' };
  });
  const shared = labelFormat(NOTHING, first.side, 'General', text(request, look.text));
  return { ...shared, points, ...(cells === undefined ? {} : { cells }) };
}
