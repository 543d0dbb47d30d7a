/** Funnels: lying bars about one middle, with what is left of the first step or of the one before. */

import { knownLanguage } from '../core/notation.js';
import type { ChartSpec, PointLabel, WorkbookColumn } from '../scene/chart.js';
import { GAP, specBase } from './axes.js';
import { lyingArea, thickness } from './bars.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { solid } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';
import { floatingAxes, plotAreaOf, pointFormats, stack, stackLabels } from './stacks.js';
import { figureText, joinedText, quoted } from './text-formula.js';

/** What a step is a share of. */
export const PERCENTS = ['first', 'previous', 'none'] as const;
type Percent = (typeof PERCENTS)[number];

/** Columns of the sheet. */
const [VALUES, BASE, LABEL, WORDS] = [1, 2, 3, 4];

/** Draws a funnel: the steps in the order of the table. */
export function drawFunnel(asked: ChartRequest, percent: Percent): ChartSpec {
  const request = asked.options.sort === 'auto' ? asked : inOrder(asked);
  const { data, look, measure } = request;
  const values = data.series[0]?.values ?? [];
  const names = data.categories.map((category) => categoryText(category, request));
  const area = lyingArea(request, names, null, false);
  const bars = thickness(names.length, 1, 'bar', area.across);
  const widest = request.scale?.max ?? Math.max(0, ...values.map((value) => value ?? 0));
  // A scale has a length, also where all figures are zero.
  const high = widest || 1;
  const scale: Scale = { min: 0, max: high, major: high / 5, logBase: null };
  const marked = highlightedCategories(request);
  const color = marked.size > 0 ? look.context : look.message;
  const words = labelColumn(request, percent);
  const fits = (value: number, index: number): boolean =>
    positionOn(scale, value) * area.length >= measure.width(String(words.cells[index] ?? ''), true) + GAP;
  const labelled = (inside: boolean): readonly PointLabel[] =>
    values.flatMap((value, index): readonly PointLabel[] => {
      const line = words.cells[index];
      if (value === null || typeof line !== 'string' || request.options.values === 'hide' || fits(value, index) !== inside) return [];
      const pale = (request.standings[index]?.look ?? 'solid') !== 'solid';
      const looks = text(request, inside && !pale ? request.textOn(marked.has(index) ? look.message : color) : look.text, true);
      const { code } = valuePrinter(request)(value, request.standings[index]);
      return [{ ...pointLabel(index, labelFormat(VALUE, inside ? 'ctr' : 'inBase', code, looks)), lines: [line], field: 'cells' }];
    });
  const linked = (position: 'ctr' | 'inBase', points: readonly PointLabel[]) => {
    const labels = stackLabels(request, position, points);
    return labels && points.length > 0 ? { ...labels, cells: WORDS } : labels;
  };
  const rows = `B$2:B$${values.length + 1}`;
  const base = values.map((value) => (value === null ? null : (widest - value) / 2));
  return {
    ...specBase(request),
    plots: [
      stack('bar', bars.gapWidth, [
        helperSeries(BASE, BASE, {}),
        helperSeries(VALUES, VALUES, {
          fill: solid(color),
          points: pointFormats(request, color, (index) => (values[index] ?? null) !== null),
          labels: linked('ctr', labelled(true)),
          helper: false,
        }),
        helperSeries(LABEL, LABEL, { labels: linked('inBase', labelled(false)) }),
      ]),
    ],
    axes: floatingAxes(request, scale, true).map((axis) => ({ ...axis, line: null })),
    legend: null,
    plotArea: plotAreaOf(request, area, bars.across, true),
    workbook: workbook([
      nameColumn(request),
      ...data.series.slice(0, 1).map((item) => valueColumn(request, item)),
      helperColumn(request, 'Base', `(MAX(${rows})-B#)/2`, base),
      helperColumn(request, 'Label', 'B#', values),
      words,
    ]),
  };
}

/** What each step says: its figure, and its share of another step in percent. */
function labelColumn(request: ChartRequest, percent: Percent): WorkbookColumn {
  const { data, standings, lang } = request;
  const values = data.series[0]?.values ?? [];
  const print = valuePrinter(request);
  const whole = (index: number): number | null =>
    percent === 'none' || index === 0 ? null : (values[percent === 'first' ? 0 : index - 1] ?? null);
  const shares = values.map((value, index) => {
    const of = whole(index);
    return value === null || of === null || of === 0 ? null : (100 * value) / of;
  });
  const decimals = shares.some((share) => share !== null && share > 0 && share < 1) ? 1 : 0;
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const sign = new Intl.NumberFormat(knownLanguage(lang), { style: 'percent' })
    .formatToParts(0.5)
    .map((part) => (part.type === 'integer' ? '#' : part.value));
  const [before = '', after = ''] = sign.join('').split('#');
  const said = (share: number): string => ` (${before}${new Intl.NumberFormat(knownLanguage(lang), digits).format(share)}${after})`;
  const figure = figureText(request, 'B#');
  const share = `FIXED(100*B#/${percent === 'first' ? 'B$2' : 'INDEX(B$2:B#,ROW(B#)-2)'},${decimals})`;
  const whenever = shares.every((item, index) => index === 0 || item !== null) && standings.every(({ word }) => word === '');
  return {
    header: 'Words',
    kind: 'text',
    format: 'General',
    formula:
      figure === null || !whenever
        ? null
        : percent === 'none'
          ? figure
          : `${figure}&IF(ROW(B#)=2,"",${joinedText(quoted(` (${before}`), share, quoted(`${after})`))})`,
    cells: values.map((value, index) => {
      const own = shares[index] ?? null;
      return value === null ? null : print(value, standings[index]).text + (own === null ? '' : said(own));
    }),
  };
}
