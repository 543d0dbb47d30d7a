/** Bars that float on a base that is not seen and are fed by formulas of the sheet; funnels. */

import type { Color } from '../core/color.js';
import type { BarPlot, ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { lyingArea, type PlotFrame, thickness } from './bars.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { solid, standingPaint } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** The labels of a helper series: only of points that have one. */
export const stackLabels = (request: ChartRequest, position: 'inBase' | 'ctr', points: readonly PointLabel[]): ChartSeries['labels'] => ({
  ...labelFormat(NOTHING, position, 'General', text(request, request.look.text)),
  points,
});

/** Bars on each other. */
export const stack = (direction: BarPlot['direction'], gapWidth: number, series: readonly ChartSeries[]): BarPlot => ({
  kind: 'bar',
  direction,
  grouping: 'stacked',
  gapWidth,
  overlap: 100,
  axes: [CATEGORY_AXIS, VALUE_AXIS],
  series,
});

/** Points of a colour of their own: highlighted, or not sure. */
export function pointFormats(request: ChartRequest, color: Color, drawn: (index: number) => boolean): readonly PointFormat[] {
  const marked = highlightedCategories(request);
  return request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (!drawn(index) || (standing.look === 'solid' && !marked.has(index))) return [];
    const own = marked.has(index) ? request.look.message : color;
    return [{ index, marker: null, ...standingPaint(own, standing, request.look) }];
  });
}

/** Names at the baseline, and a scale that is not seen. */
export const floatingAxes = (request: ChartRequest, scale: Scale, lying: boolean): ChartSpec['axes'] => [
  categoryAxis(request, { position: lying ? 'l' : 'b', reversed: lying }),
  hiddenAxis(request, scale, { position: lying ? 't' : 'l' }),
];

/** The plot's place in the frame. */
export const plotAreaOf = (request: ChartRequest, area: PlotFrame, across: number, lying: boolean): ChartSpec['plotArea'] =>
  lying ? fractions(request, area.x, area.y, area.length, across) : fractions(request, area.x, area.y, across, area.length);

/** Draws a funnel: lying bars about one middle, the steps in the order of the table. */
export function drawFunnel(asked: ChartRequest): ChartSpec {
  const request = asked.options.sort === 'auto' ? asked : inOrder(asked);
  const { data, look, measure } = request;
  const [series] = data.series;
  const values = series?.values ?? [];
  const names = data.categories.map((category) => categoryText(category, request));
  const area = lyingArea(request, names, null, false);
  const bars = thickness(names.length, 1, 'bar', area.across);
  const high = request.scale?.max ?? (Math.max(0, ...values.map((value) => value ?? 0)) || 1);
  const scale: Scale = { min: 0, max: high, major: high / 5, logBase: null };
  const color = highlightedCategories(request).size > 0 ? look.context : look.message;
  const print = valuePrinter(request);
  const marked = highlightedCategories(request);
  const fits = (value: number, index: number): boolean =>
    positionOn(scale, value) * area.length >= measure.width(print(value, request.standings[index]).text, true) + GAP;
  const labelled = (inside: boolean): readonly PointLabel[] =>
    values.flatMap((value, index): readonly PointLabel[] => {
      if (value === null || request.options.values === 'hide' || fits(value, index) !== inside) return [];
      const own = marked.has(index) ? look.message : color;
      const pale = (request.standings[index]?.look ?? 'solid') !== 'solid';
      const looks = text(request, inside && !pale ? request.textOn(own) : look.text, true);
      return [pointLabel(index, labelFormat(VALUE, inside ? 'ctr' : 'inBase', print(value, request.standings[index]).code, looks))];
    });
  const base = values.map((value) => (value === null ? null : (high - value) / 2));
  const rows = `B$2:B$${values.length + 1}`;
  return {
    ...specBase(request),
    plots: [
      stack('bar', bars.gapWidth, [
        helperSeries(2, 2, {}),
        helperSeries(1, 1, {
          fill: solid(color),
          points: pointFormats(request, color, (index) => (values[index] ?? null) !== null),
          labels: stackLabels(request, 'ctr', labelled(true)),
          helper: false,
        }),
        helperSeries(3, 3, { labels: stackLabels(request, 'inBase', labelled(false)) }),
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
    ]),
  };
}
