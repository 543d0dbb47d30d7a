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
  const [most, wide] = [frame.cx * NAME_SHARE, bold(measure)];
  /** What stands at an end: its figure, and at the last one of a row its name. */
  const said = (series: DataSeries, at: number): readonly string[] => {
    const figure = print(series.values[at] ?? 0).text;
    if (at === 0 && !endsLeft(series)) return [figure];
    const words = `${series.name} ${figure}`;
    return wide.width(words) <= most ? [words] : [...wrapLines(series.name, most, NAME_LINES, wide), figure];
  };
  const ends = [0, 1].map((at) => data.series.map((series) => said(series, at)));
  const [left, right] = ends.map((all) => widest(all.flat(), measure, true) + 3 * GAP);
  const tallest = ends.map((all) => Math.max(1, ...all.map((lines) => lines.length)));
  const area = {
    y: measure.line / 2,
    w: Math.max(GAP, frame.cx - (left ?? 0) - (right ?? 0)),
    h: Math.max(GAP, frame.cy - 2 * measure.line - GAP),
  };
  const colors = seriesColors(request, [look.context]);
  const offsets = [0, 1].map((at) =>
    apart(
      data.series.map((series) => {
        const value = series.values[at] ?? null;
        return value === null ? null : (1 - positionOn(scale, value)) * area.h;
      }),
      measure.line * (tallest[at] ?? 1),
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
        points: slopeLabels(
          request,
          item,
          [0, 1].map((at) => ({ lines: ends[at]?.[index] ?? [], down: offsets[at]?.[index] ?? 0 })),
        ),
      },
      helper: false,
    };
  });
  return {
    ...specBase(request),
    plots: [{ kind: 'line', axes: [CATEGORY_AXIS, VALUE_AXIS], series }],
    axes: [categoryAxis(request, { position: 'b', line: null }), hiddenAxis(request, scale, { between: false })],
    legend: null,
    plotArea: fractions(request, left ?? 0, area.y, area.w, area.h),
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

/** What stands at an end, and how far it is moved, in EMU. */
interface End {
  readonly lines: readonly string[];
  readonly down: number;
}

/** The figure at the left end, name and figure at the right one, or at the only one. */
function slopeLabels(request: ChartRequest, series: DataSeries, ends: readonly End[]): readonly PointLabel[] {
  const print = valuePrinter(request);
  const looks = text(request, request.look.text, isHighlightedSeries(series, request.options));
  return series.values.flatMap((value, at): readonly PointLabel[] => {
    const alone = endsLeft(series);
    if (value === null || (at === 0 && !alone && request.options.values === 'hide')) return [];
    const format = labelFormat(at === 0 && !alone ? VALUE : BOTH, at === 0 ? 'l' : 'r', print(value).code, looks);
    const y = (ends[at]?.down ?? 0) / request.frame.cy;
    const said = ends[at]?.lines ?? [];
    const lines = said.length > 1 ? said : null;
    return [{ ...pointLabel(at, format), lines, offset: Math.abs(y) < 0.001 ? null : { x: 0, y } }];
  });
}

/** Whether a row has a figure at the left only. */
const endsLeft = ({ values }: DataSeries): boolean => (values[0] ?? null) !== null && (values[1] ?? null) === null;

/** How far each position moves so that all lie `distance` apart; what has none takes no room. */
function apart(positions: readonly (number | null)[], distance: number, length: number): readonly number[] {
  const order = positions
    .flatMap((position, index) => (position === null ? [] : [index]))
    .sort((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const placed = spread(
    order.map((index) => positions[index] ?? 0),
    distance,
    length,
  );
  return positions.map((position, index) => (position === null ? 0 : (placed[order.indexOf(index)] ?? position) - position));
}
