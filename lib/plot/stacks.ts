/** Bars that float: waterfalls and funnels, stacked on a base that is not seen and fed by formulas of the sheet. */

import type { Color } from '../core/color.js';
import type { BarPlot, ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { lyingArea, type PlotFrame, standingArea, thickness, whyLying, widestValue } from './bars.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, valuePrinter } from './label.js';
import { literal } from './literal.js';
import { solid, standingPaint } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

const labels = (request: ChartRequest, position: 'inBase' | 'ctr', points: readonly PointLabel[]): ChartSeries['labels'] => ({
  ...labelFormat(NOTHING, position, 'General', text(request, request.look.text)),
  points,
});

const stack = (direction: BarPlot['direction'], gapWidth: number, series: readonly ChartSeries[]): BarPlot => ({
  kind: 'bar',
  direction,
  grouping: 'stacked',
  gapWidth,
  overlap: 100,
  axes: [CATEGORY_AXIS, VALUE_AXIS],
  series,
});

/** Points of a colour of their own: highlighted, or not sure. */
function pointFormats(request: ChartRequest, color: Color, drawn: (index: number) => boolean): readonly PointFormat[] {
  const marked = highlightedCategories(request);
  return request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (!drawn(index) || (standing.look === 'solid' && !marked.has(index))) return [];
    const own = marked.has(index) ? request.look.message : color;
    return [{ index, marker: null, ...standingPaint(own, standing, request.look) }];
  });
}

/** A scale from zero on which a label of `label` EMU fits behind the highest end. */
function roomyScale(high: number, label: number, length: number): Scale {
  const max = Number((((high || 1) * length) / Math.max(length - label, length / 4)).toPrecision(6));
  return { min: 0, max, major: max / 5, logBase: null };
}

/** A step of a waterfall: where it begins and ends; of a total `change` is null. */
export interface WaterfallStep {
  readonly change: number | null;
  readonly end: number;
}

/** The steps of a waterfall: an empty cell is the total of what stands before it. */
export function waterfallSteps(values: readonly (number | null)[]): readonly WaterfallStep[] {
  let end = 0;
  return values.map((change) => {
    end = Number((end + (change ?? 0)).toPrecision(15));
    return { change, end };
  });
}

/** Draws how amounts add up: columns that begin where the last one ended, totals from zero. */
export function drawWaterfall(request: ChartRequest): ChartSpec {
  const { data, look, measure } = request;
  const [series] = data.series;
  const steps = waterfallSteps(series?.values ?? []);
  const lying = whyLying(data) !== null;
  const names = data.categories.map((category, index) => categoryText(category, request) + standingNote(request.standings[index]));
  const area = lying ? lyingArea(request, names, null, false) : standingArea(request, names, null, false);
  const bars = thickness(names.length, 1, lying ? 'bar' : 'col', area.across);
  const high = Math.max(...steps.map(({ change, end }) => Math.max(end, end - (change ?? 0))));
  const room = (lying ? widestValue(request) + measure.width('+', true) : measure.line) + 1.5 * GAP;
  const scale = request.scale ?? roomyScale(high, room, area.length);
  const size = steps.map(({ change, end }) => (change === null ? end : Math.abs(change)));
  const shown = (colored: (step: WaterfallStep) => boolean, color: Color, column: number): ChartSeries =>
    helperSeries(column, column, {
      fill: solid(color),
      points: pointFormats(request, color, (index) => {
        const step = steps[index];
        return step !== undefined && colored(step);
      }),
    });
  const plot = stack(lying ? 'bar' : 'col', bars.gapWidth, [
    helperSeries(3, 3, {}),
    shown(({ change }) => change !== null && change >= 0, look.comparison, 4),
    shown(({ change }) => change !== null && change < 0, look.counterpole, 5),
    shown(({ change }) => change === null, look.context, 6),
    helperSeries(7, 7, { labels: labels(request, 'inBase', stepLabels(request, steps)) }),
  ]);
  return {
    ...specBase(request),
    plots: [plot],
    axes: floatingAxes(request, scale, lying),
    legend: null,
    plotArea: plotAreaOf(request, area, bars.across, lying),
    workbook: workbook([
      nameColumn(request, (index) => standingNote(request.standings[index])),
      ...data.series.slice(0, 1).map((item) => valueColumn(request, item)),
      helperColumn(
        request,
        'End',
        'SUM(B$2:B#)',
        steps.map(({ end }) => end),
      ),
      helperColumn(
        request,
        'Base',
        'IF(B#="",0,MIN(C#,C#-B#))',
        steps.map(({ change, end }) => (change === null ? 0 : Math.min(end, end - change))),
      ),
      helperColumn(
        request,
        'Rise',
        'MAX(B#,0)',
        steps.map(({ change }) => Math.max(change ?? 0, 0)),
      ),
      helperColumn(
        request,
        'Fall',
        'MAX(-B#,0)',
        steps.map(({ change }) => Math.max(-(change ?? 0), 0)),
      ),
      helperColumn(
        request,
        'Total',
        'IF(B#="",C#,0)',
        steps.map(({ change, end }) => (change === null ? end : 0)),
      ),
      helperColumn(request, 'Size', 'E#+F#+G#', size),
    ]),
  };
}

/** Changes with their sign, totals without; the figure is the cell's, so that it follows an edit. */
function stepLabels(request: ChartRequest, steps: readonly WaterfallStep[]): readonly PointLabel[] {
  if (request.options.values === 'hide') return [];
  const print = valuePrinter({ ...request, data: { ...request.data, series: positive(request) } });
  const marked = highlightedCategories(request);
  return steps.map(({ change, end }, index) => {
    const { code } = print(change === null ? end : Math.abs(change));
    const sign = change === null || change === 0 ? '' : literal(change > 0 ? '+' : '−');
    const format = labelFormat(VALUE, 'inBase', sign + code, text(request, request.look.text, change === null || marked.has(index)));
    return pointLabel(index, format);
  });
}

/** The series without signs: the sign of a step is written by its label. */
const positive = ({ data }: ChartRequest): ChartRequest['data']['series'] =>
  data.series.slice(0, 1).map((series) => ({ ...series, values: series.values.map((value) => value && Math.abs(value)) }));

const floatingAxes = (request: ChartRequest, scale: Scale, lying: boolean): ChartSpec['axes'] => [
  categoryAxis(request, { position: lying ? 'l' : 'b', reversed: lying }),
  hiddenAxis(request, scale, { position: lying ? 't' : 'l' }),
];

const plotAreaOf = (request: ChartRequest, area: PlotFrame, across: number, lying: boolean): ChartSpec['plotArea'] =>
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
          labels: labels(request, 'ctr', labelled(true)),
          helper: false,
        }),
        helperSeries(3, 3, { labels: labels(request, 'inBase', labelled(false)) }),
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
