/** Waterfalls: columns that begin where the last one ended, stacked on a base that is not seen, also through zero and below it. */

import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, LinePlot, PointLabel, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, GAP, specBase, VALUE_AXIS } from './axes.js';
import { lyingArea, standingArea, thickness, whyLying, widestValue } from './bars.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, pointLabel, standingNote, text, VALUE, valuePrinter } from './label.js';
import { literal } from './literal.js';
import { solid, stroke } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories } from './request.js';
import type { Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';
import { floatingAxes, plotAreaOf, pointFormats, stack, stackLabels } from './stacks.js';

/** Connections share three series: one that ends and one that begins at a step cannot be of one line. */
const LINKS = 3;
/** Columns of the sheet before those that only some waterfalls need. */
const [BASE, RISE, FALL, TOTAL, LABEL] = [3, 4, 5, 6, 7];

/** A step of a waterfall: where it begins and ends; of a total `change` is null. */
export interface WaterfallStep {
  readonly change: number | null;
  readonly end: number;
}

/** The steps of a waterfall: an empty cell is the total of what stands before it. */
export function waterfallSteps(values: readonly (number | null)[]): readonly WaterfallStep[] {
  let end = 0;
  return values.map((change) => {
    end = tidy(end + (change ?? 0));
    return { change, end };
  });
}

/** The steps with their totals as figures, and what they come to highlighted. */
export function withTotals(request: ChartRequest): ChartRequest {
  const { data, options } = request;
  const last = data.categories.at(-1)?.key;
  return {
    ...request,
    options: { ...options, highlight: last === undefined ? options.highlight : [...options.highlight, last] },
    data: {
      ...data,
      series: data.series.map((series) => ({ ...series, values: waterfallSteps(series.values).map(({ change, end }) => change ?? end) })),
    },
  };
}

const tidy = (value: number): number => Number(value.toPrecision(15));
const lowOf = ({ change, end }: WaterfallStep): number => (change === null ? Math.min(0, end) : tidy(Math.min(end, end - change)));
const highOf = ({ change, end }: WaterfallStep): number => (change === null ? Math.max(0, end) : tidy(Math.max(end, end - change)));

/** Draws how amounts add up, from an `opening` amount where the first is one; totals stand on zero, thin lines lead from one column to the next. */
export function drawWaterfall(request: ChartRequest, opening: boolean): ChartSpec {
  const { data, look, measure } = request;
  const steps = waterfallSteps(data.series[0]?.values ?? []);
  const lying = whyLying(data) !== null;
  const names = data.categories.map((category, index) => categoryText(category, request) + standingNote(request.standings[index]));
  const area = lying ? lyingArea(request, names, null, false) : standingArea(request, names, null, false);
  const bars = thickness(names.length, 1, lying ? 'bar' : 'col', area.across);
  const room = (lying ? widestValue(request) + measure.width('+', true) : measure.line) + 1.5 * GAP;
  const scale = request.scale ?? stepScale(steps, room, area.length);
  const columns = stepColumns(request, steps);
  const below = steps.some((step) => lowOf(step) < 0);
  const shown = (colored: (step: WaterfallStep) => boolean, color: Color, at: readonly number[]): readonly ChartSeries[] =>
    at.map((column) =>
      helperSeries(column, column, {
        fill: solid(color),
        points: pointFormats(
          request,
          color,
          (index) => {
            const step = steps[index];
            return step !== undefined && colored(step);
          },
          (index) => (opening && index === 0 ? look.context : color),
        ),
      }),
    );
  const plot = stack(lying ? 'bar' : 'col', bars.gapWidth, [
    helperSeries(BASE, BASE, {}),
    ...shown(({ change }) => change !== null && change >= 0, look.comparison, below ? [RISE, LABEL + 1] : [RISE]),
    ...shown(({ change }) => change !== null && change < 0, look.counterpole, below ? [FALL, LABEL + 2] : [FALL]),
    ...shown(({ change }) => change === null, look.context, [TOTAL]),
    helperSeries(LABEL, LABEL, { labels: stackLabels(request, 'inBase', stepLabels(request, steps, opening)) }),
  ]);
  // Lines can be drawn over standing columns only.
  const links = lying ? [] : linkColumns(request, steps);
  return {
    ...specBase(request),
    plots: links.length === 0 ? [plot] : [plot, linkPlot(request, columns.length, links.length)],
    axes: floatingAxes(request, scale, lying),
    legend: null,
    plotArea: plotAreaOf(request, area, bars.across, lying),
    workbook: workbook([...columns, ...links]),
  };
}

/** From the lowest to the highest end, zero among them, with room for the labels there. */
function stepScale(steps: readonly WaterfallStep[], label: number, length: number): Scale {
  const [low, high] = [Math.min(0, ...steps.map(lowOf)), Math.max(0, ...steps.map(highOf))];
  // What lies below zero altogether is labelled at its lower end.
  const under = steps.some((step) => labelledBelow(step)) ? label : 0;
  const span = high - low || 1;
  const each = span / Math.max(length - label - under, length / 4);
  const [min, max] = [low - under * each, low + span + label * each].map((value) => Number(value.toPrecision(6)));
  return { min: min ?? 0, max: max ?? 1, major: ((max ?? 1) - (min ?? 0)) / 5, logBase: null };
}

const labelledBelow = (step: WaterfallStep): boolean => highOf(step) <= 0 && lowOf(step) < 0;

/** The sheet: what each series stands on and how far it reaches, above zero and, where a step falls below it, below. */
function stepColumns(request: ChartRequest, steps: readonly WaterfallStep[]): readonly WorkbookColumn[] {
  const column = (header: string, formula: string, cell: (step: WaterfallStep) => number): WorkbookColumn =>
    helperColumn(request, header, formula, steps.map(cell));
  const below = steps.some((step) => lowOf(step) < 0);
  const above = 'MAX(C#,C#-B#,0)-MAX(MIN(C#,C#-B#),0)';
  const under = 'MIN(C#,C#-B#,0)-MIN(MAX(C#,C#-B#),0)';
  const when = (sign: '>' | '<', formula: string): string =>
    below ? `IF(B#${sign}0,${formula},0)` : sign === '>' ? 'MAX(B#,0)' : 'MAX(-B#,0)';
  const part = (step: WaterfallStep, sign: number, side: number): number => {
    if (step.change === null || Math.sign(step.change) !== sign) return 0;
    const [low, high] = [lowOf(step), highOf(step)];
    return side > 0 ? Math.max(high, 0) - Math.max(low, 0) : Math.min(low, 0) - Math.min(high, 0);
  };
  const size = ({ change, end }: WaterfallStep): number => Math.abs(change ?? end);
  return [
    nameColumn(request, (index) => standingNote(request.standings[index])),
    ...request.data.series.slice(0, 1).map((item) => valueColumn(request, item)),
    column('End', 'SUM(B$2:B#)', ({ end }) => end),
    column('Base', below ? 'IF(B#="",0,MAX(MIN(C#,C#-B#),0)+MIN(MAX(C#,C#-B#),0))' : 'IF(B#="",0,MIN(C#,C#-B#))', (step) =>
      step.change === null ? 0 : Math.max(lowOf(step), 0) + Math.min(highOf(step), 0),
    ),
    column('Rise', when('>', above), (step) => part(step, 1, 1)),
    column('Fall', when('<', above), (step) => part(step, -1, 1)),
    column('Total', 'IF(B#="",C#,0)', ({ change, end }) => (change === null ? end : 0)),
    column(
      'Label',
      below ? 'ABS(IF(B#="",C#,B#))*IF(AND(MAX(C#,C#-B#)<=0,MIN(C#,C#-B#)<0),-1,1)' : 'ABS(IF(B#="",C#,B#))',
      (step) => size(step) * (labelledBelow(step) ? -1 : 1),
    ),
    ...(below
      ? [
          column('Rise below zero', when('>', under), (step) => part(step, 1, -1)),
          column('Fall below zero', when('<', under), (step) => part(step, -1, -1)),
        ]
      : []),
  ];
}

/** Where the thin lines lie: each from the end of a step to the start of the next, by turns in three columns, with a gap behind it. */
function linkColumns(request: ChartRequest, steps: readonly WaterfallStep[]): readonly WorkbookColumn[] {
  const count = steps.length - 1;
  const all = `C$2:C$${steps.length + 1}`;
  return Array.from({ length: Math.max(0, Math.min(LINKS, count)) }, (_, link) => {
    const cells = steps.map((_, index): number | null => {
      const from = index - ((((index - link) % LINKS) + LINKS) % LINKS);
      return index < link || index > from + 1 || from >= count ? null : (steps[from]?.end ?? null);
    });
    return helperColumn(request, `Link ${link + 1}`, `INDEX(${all},#-1-MOD(#-2-${link},${LINKS}))`, cells);
  });
}

const linkPlot = (request: ChartRequest, first: number, count: number): LinePlot => ({
  kind: 'line',
  axes: [CATEGORY_AXIS, VALUE_AXIS],
  series: Array.from({ length: count }, (_, at) => helperSeries(first + at, first + at, { line: stroke(request.look.context, 0.75) })),
});

/** Changes with their sign, totals and the amount that the first column reaches from zero without unless they are negative; the figure is the cell's, so that it follows an edit. */
function stepLabels(request: ChartRequest, steps: readonly WaterfallStep[], opening: boolean): readonly PointLabel[] {
  if (request.options.values === 'hide') return [];
  const print = valuePrinter({ ...request, data: { ...request.data, series: positive(request) } });
  const marked = highlightedCategories(request);
  return steps.map((step, index) => {
    const { change, end } = step;
    const { code } = print(Math.abs(change ?? end));
    const level = change === null || index === 0;
    const sign = level ? (end < 0 ? '−' : '') : change === 0 ? '' : change > 0 ? '+' : '−';
    const said = literal(sign) + code;
    // A label below zero is that of a negative cell, whose own sign is not printed twice.
    const format = labelFormat(
      VALUE,
      'inBase',
      labelledBelow(step) ? `${said};${said}` : said,
      text(request, request.look.text, change === null || (opening && index === 0) || marked.has(index)),
    );
    return pointLabel(index, format);
  });
}

/** The series without signs: the sign of a step is written by its label. */
const positive = ({ data }: ChartRequest): ChartRequest['data']['series'] =>
  data.series.slice(0, 1).map((series) => ({ ...series, values: series.values.map((value) => value && Math.abs(value)) }));
