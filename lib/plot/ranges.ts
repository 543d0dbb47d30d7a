/** Ranges: spans from a low to a high end over lying bars that are not seen (LOOKS, section 4). */

import type { ChartSeries, ChartSpec, PointFormat, PointLabel, SeriesLabels, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { lyingArea, thickness } from './bars.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter } from './label.js';
import { literal } from './literal.js';
import { solid, standingPaint } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { cellFormat, nameColumn, valueColumn, workbook } from './sheet.js';

/** Columns of the sheet: names, the two ends as given, and what lies between. */
const [LOW, HIGH, SPAN] = [1, 2, 3];

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
  const series = [base(request, rows, fitting), span(request, rows), helper(request, rows, fitting)];
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
      spanColumn(request, rows, tick),
    ]),
  };
}

function readRows(request: ChartRequest): readonly (Row | null)[] {
  const print = valuePrinter(request);
  const [lows, highs] = request.data.series;
  return request.data.categories.map((_, index) => {
    const [low, high] = [lows?.values[index] ?? null, highs?.values[index] ?? null];
    if (low === null || high === null) return null;
    return { low, high, lowText: print(low).text, highText: print(high, request.standings[index]).text };
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
  const high = Math.max(0, ...rows.map((row) => row?.high ?? 0)) || 1;
  const label = Math.max(0, ...rows.map((row) => (row ? request.measure.width(`${row.lowText}–${row.highText}`, true) : 0))) + 2 * GAP;
  const max = Number(((high * length) / Math.max(length - label, length / 4)).toPrecision(6));
  const wished = request.options.max;
  return { min: 0, max: wished !== null && wished > max ? wished : max, major: max / 5, logBase: null };
}

const labels = (request: ChartRequest, position: 'inEnd' | 'inBase', points: readonly PointLabel[]): SeriesLabels => ({
  ...labelFormat(NOTHING, position, cellFormat(request), text(request, request.look.text)),
  points,
});

/** The low end stands before the span, where there is room for it. */
function base(request: ChartRequest, rows: readonly (Row | null)[], fitting: readonly boolean[]): ChartSeries {
  const print = valuePrinter(request);
  const marked = highlightedCategories(request);
  const points = rows.flatMap((row, index) =>
    row && fitting[index] && row.low < row.high
      ? [pointLabel(index, labelFormat(VALUE, 'inEnd', print(row.low).code, text(request, request.look.text, marked.has(index))))]
      : [],
  );
  return helperSeries(LOW, LOW, { labels: labels(request, 'inEnd', points) });
}

/** The span; a single value is a tick in plain colour, its standing is in the label. */
function span(request: ChartRequest, rows: readonly (Row | null)[]): ChartSeries {
  const { look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const points = rows.flatMap((row, index): readonly PointFormat[] => {
    const color = marked.has(index) ? look.message : plain;
    const standing = request.standings[index] ?? { look: 'solid', word: '' };
    const shown = row && row.low === row.high ? { ...standing, look: 'solid' as const } : standing;
    return row && (marked.has(index) || shown.look !== 'solid') ? [{ index, marker: null, ...standingPaint(color, shown, look) }] : [];
  });
  return helperSeries(SPAN, SPAN, { fill: solid(plain), points, helper: false });
}

/** The high end behind the span, with the low end where that had no room of its own. */
function helper(request: ChartRequest, rows: readonly (Row | null)[], fitting: readonly boolean[]): ChartSeries {
  const print = valuePrinter(request);
  const marked = highlightedCategories(request);
  const points = rows.flatMap((row, index): readonly PointLabel[] => {
    if (!row) return [];
    const { code } = print(row.high, request.standings[index]);
    const both = row.low < row.high && !fitting[index] ? literal(`${row.lowText}–`) + code : code;
    return [pointLabel(index, labelFormat(VALUE, 'inBase', both, text(request, request.look.text, marked.has(index))))];
  });
  return helperSeries(HIGH, HIGH, { labels: labels(request, 'inBase', points) });
}
