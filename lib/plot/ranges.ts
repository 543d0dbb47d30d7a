/** Ranges: spans from a low to a high end over lying bars that are not seen (LOOKS, section 4). */

import type { ChartSeries, ChartSpec, PointFormat, PointLabel, SeriesLabels, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { lyingArea, thickness } from './bars.js';
import { helperSeries } from './helper-series.js';
import { cellPrinter, labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { literal } from './literal.js';
import { solid, standingPaint } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { cellFormat, helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** Columns of the sheet: names, the two ends as given, and what lies between; of ranges below zero also what each part stands on and ends in. */
const [LOW, HIGH, SPAN, BASE, UNDER, ABOVE, BELOW] = [1, 2, 3, 4, 5, 6, 7];

/** EMU. */
const TICK = 3 * 12_700;

/** A row of the chart. */
interface Row {
  readonly low: number;
  readonly high: number;
  /** What its ends print. */
  readonly lowText: string;
  readonly highText: string;
}

/** Draws ranges: a base without a fill that carries the low end, the span, a helper without a fill that carries the high end. */
export function drawRanges(asked: ChartRequest): ChartSpec {
  const request = inOrder(asked);
  const { data } = request;
  const rows = readRows(request);
  const names = data.categories.map((category) => categoryText(category, request));
  const area = lyingArea(request, names, null, false);
  const bars = thickness(names.length, 1, 'bar', area.across);
  const scale = rangeScale(request, rows, area.length);
  const tick = Number((((scale.max - scale.min) * TICK) / area.length).toPrecision(2));
  const fitting = rows.map((row) => row !== null && positionOn(scale, row.low) * area.length >= request.measure.width(row.lowText) + GAP);
  const below = rows.some((row) => row !== null && row.low < 0);
  const series = below
    ? [
        base(request, rows, fitting, BASE),
        span(request, rows, SPAN),
        span(request, rows, UNDER),
        helper(request, rows, fitting, ABOVE),
        lowEnds(request, rows),
      ]
    : [base(request, rows, fitting, LOW), span(request, rows, SPAN), helper(request, rows, fitting, HIGH)];
  return {
    ...specBase(request),
    plots: [
      {
        kind: 'bar',
        direction: 'bar',
        grouping: 'stacked',
        gapWidth: bars.gapWidth,
        overlap: 100,
        axes: [CATEGORY_AXIS, VALUE_AXIS],
        series,
      },
    ],
    axes: [categoryAxis(request, { position: 'l', reversed: true }), hiddenAxis(request, scale, { position: 't' })],
    legend: null,
    plotArea: fractions(request, area.x, area.y, area.length, bars.across),
    workbook: workbook([
      nameColumn(request),
      ...data.series.slice(0, 2).map((item) => valueColumn(request, item)),
      ...(below ? throughZeroColumns(request, rows, tick) : [spanColumn(request, rows, tick)]),
    ]),
  };
}

function readRows(request: ChartRequest): readonly (Row | null)[] {
  const [lows, highs] = request.data.series;
  return request.data.categories.map((_, index) => {
    const [low, high] = [lows?.values[index] ?? null, highs?.values[index] ?? null];
    if (low === null || high === null) return null;
    const [first, last] = [cellPrinter(request, lows, index), cellPrinter(request, highs, index)];
    return {
      low,
      high,
      lowText: first(low, high < 0 ? request.standings[index] : undefined).text,
      highText: last(high, request.standings[index]).text,
    };
  });
}

/** What lies between the ends. A bar without length is not drawn: a single value is given `tick`, 3 pt of the axis. */
const spanColumn = (request: ChartRequest, rows: readonly (Row | null)[], tick: number): WorkbookColumn => ({
  header: 'Span',
  kind: 'number',
  format: request.data.figures === 'dates' ? 'General' : cellFormat(request),
  formula: `MAX(C#-B#,${tick})`,
  cells: rows.map((row) => row && Number(Math.max(row.high - row.low, tick).toPrecision(15))),
});

/** The same of ranges that reach below zero, where bars are stacked upwards and downwards by themselves. */
function throughZeroColumns(request: ChartRequest, rows: readonly (Row | null)[], tick: number): readonly WorkbookColumn[] {
  const column = (header: string, formula: string, cell: (row: Row) => number): WorkbookColumn =>
    helperColumn(
      request,
      header,
      formula,
      rows.map((row) => row && cell(row)),
    );
  return [
    column('Span above zero', `IF(C#>0,MAX(C#-MAX(B#,0),${tick}),0)`, ({ low, high }) =>
      high > 0 ? Math.max(high - Math.max(low, 0), tick) : 0,
    ),
    column('Base', 'MAX(B#,0)+MIN(C#,0)', ({ low, high }) => Math.max(low, 0) + Math.min(high, 0)),
    column('Span below zero', `IF(B#<0,MIN(B#-MIN(C#,0),-${tick}),0)`, ({ low, high }) =>
      low < 0 ? Math.min(low - Math.min(high, 0), -tick) : 0,
    ),
    column('High end', 'MAX(C#,0)', ({ high }) => Math.max(high, 0)),
    column('Low end', 'MIN(B#,0)', ({ low }) => Math.min(low, 0)),
  ];
}

/** Of dates, from where the label of the first still fits to where that of the last does. */
function dateScale(request: ChartRequest, rows: readonly (Row | null)[], length: number): Scale {
  const known = rows.filter((row) => row !== null);
  const [low, high] = [Math.min(...known.map((row) => row.low)), Math.max(...known.map((row) => row.high))];
  const room = Math.max(0, ...known.flatMap((row) => [row.lowText, row.highText].map((end) => request.measure.width(end, true)))) + 2 * GAP;
  const margin = Math.ceil(((high - low || 1) * room) / Math.max(length - 2 * room, length / 4));
  return { min: low - margin, max: high + margin, major: Math.max(1, Math.round((high - low + 2 * margin) / 5)), logBase: null };
}

/** From zero to where the label of the highest end still fits. */
function rangeScale(request: ChartRequest, rows: readonly (Row | null)[], length: number): Scale {
  if (request.scale) return request.scale;
  if (request.data.figures === 'dates' && rows.some((row) => row !== null)) return dateScale(request, rows, length);
  const low = Math.min(0, ...rows.map((row) => row?.low ?? 0));
  if (low < 0) return throughZero(request, rows, low, length);
  const high = Math.max(0, ...rows.map((row) => row?.high ?? 0)) || 1;
  const label = Math.max(0, ...rows.map((row) => (row ? request.measure.width(`${row.lowText}–${row.highText}`, true) : 0))) + 2 * GAP;
  const max = Number(((high * length) / Math.max(length - label, length / 4)).toPrecision(6));
  const wished = request.options.max;
  return { min: 0, max: wished !== null && wished > max ? wished : max, major: max / 5, logBase: null };
}

/** From the lowest to the highest end, zero among them, with room for the figures at both. */
function throughZero(request: ChartRequest, rows: readonly (Row | null)[], low: number, length: number): Scale {
  const high = Math.max(0, ...rows.map((row) => row?.high ?? 0));
  const label = (words: (row: Row) => string): number =>
    Math.max(0, ...rows.map((row) => (row ? request.measure.width(words(row), true) : 0))) + 2 * GAP;
  const [before, behind] = [label(({ lowText }) => lowText), label(({ lowText, highText }) => `${lowText}–${highText}`)];
  const each = (high - low) / Math.max(length - before - behind, length / 4);
  const [min, max] = [Number((low - before * each).toPrecision(6)), Number((high + behind * each).toPrecision(6))];
  return { min, max, major: (max - min) / 5, logBase: null };
}

const labels = (request: ChartRequest, position: 'inEnd' | 'inBase', points: readonly PointLabel[]): SeriesLabels => ({
  ...labelFormat(NOTHING, position, cellFormat(request), text(request, request.look.text)),
  points,
});

/** The end that is nearer to zero stands between it and the span, where there is room for it. */
function base(request: ChartRequest, rows: readonly (Row | null)[], fitting: readonly boolean[], column: number): ChartSeries {
  const marked = highlightedCategories(request);
  const points = rows.flatMap((row, index) => {
    const value = row && (row.high < 0 ? row.high : row.low > 0 && fitting[index] ? row.low : null);
    if (!row || value === null || row.low === row.high) return [];
    const print = cellPrinter(request, request.data.series[0], index);
    return [pointLabel(index, labelFormat(VALUE, 'inEnd', print(value).code, text(request, request.look.text, marked.has(index))))];
  });
  return helperSeries(column, column, { labels: labels(request, 'inEnd', points) });
}

/** The span; a single value is a tick in plain colour, its standing is in the label. */
function span(request: ChartRequest, rows: readonly (Row | null)[], column: number): ChartSeries {
  const { look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const points = rows.flatMap((row, index): readonly PointFormat[] => {
    const color = marked.has(index) ? look.message : plain;
    const standing = request.standings[index] ?? { look: 'solid', word: '' };
    const shown = row && row.low === row.high ? { ...standing, look: 'solid' as const } : standing;
    return row && (marked.has(index) || shown.look !== 'solid') ? [{ index, marker: null, ...standingPaint(color, shown, look) }] : [];
  });
  return helperSeries(column, column, { fill: solid(plain), points, helper: false });
}

/** The high end behind the span, with the low end where that had no room of its own. */
function helper(request: ChartRequest, rows: readonly (Row | null)[], fitting: readonly boolean[], column: number): ChartSeries {
  const marked = highlightedCategories(request);
  const points = rows.flatMap((row, index): readonly PointLabel[] => {
    if (!row || row.high < 0) return [];
    const { code } = cellPrinter(request, request.data.series[1], index)(row.high, request.standings[index]);
    const both = row.low >= 0 && row.low < row.high && !fitting[index] ? literal(`${row.lowText}–`) + code : code;
    return [pointLabel(index, labelFormat(VALUE, 'inBase', both, text(request, request.look.text, marked.has(index))))];
  });
  return helperSeries(column, column, { labels: labels(request, 'inBase', points) });
}

/** Ends below zero stand before the span; of a range that lies there altogether with how sure it is. */
function lowEnds(request: ChartRequest, rows: readonly (Row | null)[]): ChartSeries {
  const print = valuePrinter(request);
  const marked = highlightedCategories(request);
  const points = rows.flatMap((row, index): readonly PointLabel[] => {
    if (!row || row.low >= 0) return [];
    const { code } = print(row.low, row.high < 0 ? request.standings[index] : undefined);
    return [pointLabel(index, labelFormat(VALUE, 'inBase', code, text(request, request.look.text, marked.has(index))))];
  });
  return helperSeries(BELOW, BELOW, { labels: labels(request, 'inBase', points) });
}
