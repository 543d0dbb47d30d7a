/** Slopes: two ends and a line for each row, its name and figures at the ends. */
import type { ChartSeries, ChartSpec, Marker, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import type { DataSeries } from './data.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter, widest, wrapLines } from './label.js';
import { NO_FILL, seriesColors, standingPaint, stroke } from './paint.js';
import { type ChartRequest, isHighlightedSeries, type Measure, valuesOf } from './request.js';
import { linearScale, logScale, positionOn, type Scale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';
import { spread } from './spread.js';
import { transposed } from './transpose.js';

const DASHES = { solid: 'solid', claimed: 'solid', estimated: 'dash', disputed: 'sysDot' } as const;
/** Of the frame's width that a name and its figure take on one line. */
const NAME_SHARE = 0.35;
const NAME_LINES = 2;
const BOTH = { ...VALUE, series: true };

/** Draws a line for each row; where labels would cover each other they are moved apart. */
export function drawSlopes(asked: ChartRequest): ChartSpec {
  const request = transposed(asked);
  const { data, frame, look, measure, options } = request;
  const values = valuesOf(data);
  const scale = options.log ? logScale(values, options) : tightScale(values, request);
  const print = valuePrinter(request);
  const ends = (at: number, named: boolean): readonly string[] =>
    data.series.map((series) => `${named ? `${series.name} ` : ''}${print(series.values[at] ?? 0).text}`);
  const left = widest(ends(0, false), measure, true) + 3 * GAP;
  const [most, wide] = [frame.cx * NAME_SHARE, bold(measure)];
  const figures = ends(1, false);
  const named = ends(1, true).map((words, index) =>
    wide.width(words) <= most ? [words] : [...wrapLines(data.series[index]?.name ?? '', most, NAME_LINES, wide), figures[index] ?? ''],
  );
  const right = widest(named.flat(), measure, true) + 3 * GAP;
  const tallest = Math.max(1, ...named.map((lines) => lines.length));
  const area = { y: measure.line / 2, w: Math.max(GAP, frame.cx - left - right), h: Math.max(GAP, frame.cy - 2 * measure.line - GAP) };
  const colors = seriesColors(request, [look.context]);
  const offsets = [0, 1].map((at) =>
    apart(
      data.series.map((series) => (1 - positionOn(scale, series.values[at] ?? scale.min)) * area.h),
      measure.line * (at === 1 ? tallest : 1),
      area.h - measure.line,
    ),
  );
  const series = data.series.map((item, index): ChartSeries => {
    const message = isHighlightedSeries(item, options);
    const color = colors[index] ?? look.context;
    const standing = asked.standings[index] ?? { look: 'solid', word: '' };
    const marker: Marker = { symbol: 'circle', size: 7, ...standingPaint(color, standing, look) };
    return {
      name: index + 1,
      categories: 0,
      values: index + 1,
      fill: NO_FILL,
      line: stroke(color, message ? 3 : 1.75, DASHES[standing.look]),
      marker,
      points: [],
      labels: {
        ...labelFormat(NOTHING, 'r', print(0).code, text(request, look.text, message)),
        points: slopeLabels(request, item, [offsets[0]?.[index] ?? 0, offsets[1]?.[index] ?? 0], named[index] ?? []),
      },
      helper: false,
    };
  });
  return {
    ...specBase(request),
    plots: [{ kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series }],
    axes: [categoryAxis(request, { position: 'b', line: null }), hiddenAxis(request, scale, { between: false })],
    legend: null,
    plotArea: fractions(request, left, area.y, area.w, area.h),
    workbook: workbook([nameColumn(request), ...data.series.map((item) => valueColumn(request, item))]),
  };
}

const bold = (measure: Measure): Measure => ({ ...measure, width: (words) => measure.width(words, true) });

/** From the lowest to the highest figure, and half a label more: there are no ticks that would want round ends. */
function tightScale(values: readonly number[], { options: { min, max }, frame, measure }: ChartRequest): Scale {
  const round = linearScale(values, { min, max, fromZero: false });
  const [low, high] = [min ?? Math.min(...values), max ?? Math.max(...values)];
  if (high <= low) return round;
  const margin = Number((((high - low) * measure.line * 0.7) / frame.cy).toPrecision(3));
  return { ...round, min: Number((low - margin).toPrecision(12)), max: Number((high + margin).toPrecision(12)) };
}

/** The figure at the left end, name and figure at the right one. */
function slopeLabels(
  request: ChartRequest,
  series: DataSeries,
  offsets: readonly [number, number],
  named: readonly string[],
): readonly PointLabel[] {
  const print = valuePrinter(request);
  const looks = text(request, request.look.text, isHighlightedSeries(series, request.options));
  return series.values.flatMap((value, at): readonly PointLabel[] => {
    if (value === null || (at === 0 && request.options.values === 'hide')) return [];
    const format = labelFormat(at === 0 ? VALUE : BOTH, at === 0 ? 'l' : 'r', print(value).code, looks);
    const y = (offsets[at] ?? 0) / request.frame.cy;
    const lines = at === 1 && named.length > 1 ? named : null;
    return [{ ...pointLabel(at, format), lines, offset: Math.abs(y) < 0.001 ? null : { x: 0, y } }];
  });
}

/** How far each position moves so that all lie `distance` apart. */
function apart(positions: readonly number[], distance: number, length: number): readonly number[] {
  const order = positions.map((_, index) => index).sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = spread(
    order.map((index) => positions[index] ?? 0),
    distance,
    length,
  );
  return positions.map((position, index) => (placed[order.indexOf(index)] ?? position) - position);
}
