/** Events on a line of time: each at its date, its words above or below, as near to the line as there is room. */
import type { ChartSeries, ChartSpec, Marker, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter, widest, wrapText } from './label.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** Columns of the sheet: events, dates, levels. */
const [DATE, LEVEL] = [1, 2];
/** Points. */
const MARKER = 9;
/** The share of the frame's width that the words of an event take. */
const WORDS_SHARE = 0.18;
const MOST_LEVELS = 6;

/** An event with the lines of its label. */
interface Placed {
  readonly x: number;
  readonly half: number;
  readonly lines: readonly string[];
}

/** Draws events; stems lead from the words to the line of time. */
export function drawTimeline(asked: ChartRequest): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, look, measure } = request;
  const [dates] = data.series;
  const print = valuePrinter(request);
  const known = (dates?.values ?? []).filter((value) => value !== null);
  const labels = data.categories.map((category, index) => {
    const date = dates?.values[index] ?? null;
    const words = wrapText(category.label, frame.cx * WORDS_SHARE, measure);
    return date === null ? [] : [print(date, request.standings[index]).text, ...words];
  });
  const margin = Math.min(frame.cx / 4, Math.max(0, ...labels.map((lines) => widest(lines, measure, true))) / 2 + GAP);
  const width = frame.cx - 2 * margin;
  const scale = dayScale(known);
  const placed = labels.map((lines, index): Placed => {
    const date = dates?.values[index] ?? scale.min;
    return { x: positionOn(scale, date) * width, half: widest(lines, measure, true) / 2 + GAP / 2, lines };
  });
  const levels = levelsOf(placed);
  const deepest = Math.max(...levels.map(Math.abs), 1);
  const tallest = Math.max(1, ...labels.map((lines) => lines.length)) * measure.line + GAP;
  const height = Math.max(frame.cy / 4, frame.cy - 2 * tallest);
  const below = levels.some((level) => level < 0);
  const up: Scale = { min: below ? -deepest : 0, max: deepest, major: 1, logBase: null };
  const series = eventSeries(request, placed, levels);
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [series] }],
    axes: [
      hiddenAxis(request, scale, {
        id: CATEGORY_AXIS,
        crosses: VALUE_AXIS,
        position: 'b',
        between: false,
        deleted: false,
        line: stroke(look.text, 1),
        format: 'yyyy-mm-dd',
      }),
      hiddenAxis(request, up, { crossesAt: 'min', between: false, format: 'General' }),
    ],
    legend: null,
    plotArea: fractions(request, margin, tallest, width, height),
    workbook: workbook([
      nameColumn(request),
      ...data.series.slice(0, 1).map((item) => valueColumn(request, item)),
      helperColumn(
        request,
        'Level',
        null,
        levels.map((level, index) => ((dates?.values[index] ?? null) === null ? null : level)),
        'General',
      ),
    ]),
  };
}

/** From the first to the last day, never of no length. */
function dayScale(days: readonly number[]): Scale {
  const [low, high] = days.length === 0 ? [0, 1] : [Math.min(...days), Math.max(...days)];
  const max = high > low ? high : low + 1;
  return { min: low, max, major: Math.max(1, Math.round((max - low) / 4)), logBase: null };
}

/** What stands on a level so far: the end of its last words, and its last stem. */
interface Level {
  readonly level: number;
  readonly end: number;
  readonly stem: number;
}

/** A level for each event, above and below the line in turn: the nearest at which words cover no words and no stem, and the stem no words. */
function levelsOf(events: readonly Placed[]): readonly number[] {
  const nothing = Number.NEGATIVE_INFINITY;
  const all = Array.from({ length: MOST_LEVELS }, (_, index): Level => {
    const side = index % 2 === 0 ? 1 : -1;
    return { level: side * (Math.floor(index / 2) + 1), end: nothing, stem: nothing };
  });
  const taken = new Map(all.map((item) => [item.level, item]));
  return events.map(({ x, half }) => {
    const levels = [...taken.values()];
    const covered = ({ level, end }: Level): number => {
      const side = levels.filter((other) => Math.sign(other.level) === Math.sign(level));
      const inner = side.filter((other) => Math.abs(other.level) < Math.abs(level)).map((other) => other.end - x);
      const outer = side.filter((other) => Math.abs(other.level) > Math.abs(level)).map((other) => other.stem - (x - half));
      return Math.max(0, end - (x - half), ...inner, ...outer);
    };
    const best = levels.reduce((found, item) => (covered(item) < covered(found) ? item : found));
    taken.set(best.level, { level: best.level, end: x + half, stem: x });
    return best.level;
  });
}

function eventSeries(request: ChartRequest, events: readonly Placed[], levels: readonly number[]): ChartSeries {
  const { look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const marker: Marker = { symbol: 'circle', size: MARKER, fill: solid(plain), line: null };
  const points = request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (events[index]?.lines.length === 0 || (standing.look === 'solid' && !marked.has(index))) return [];
    const paint = standingPaint(marked.has(index) ? look.message : plain, standing, look);
    return [{ index, fill: NO_FILL, line: null, marker: { ...marker, ...paint } }];
  });
  const labels = events.flatMap(({ lines }, index): readonly PointLabel[] => {
    if (lines.length === 0) return [];
    const side = (levels[index] ?? 1) > 0 ? 't' : 'b';
    return [{ ...pointLabel(index, labelFormat(VALUE, side, 'General', text(request, look.text, marked.has(index)))), lines }];
  });
  return {
    name: LEVEL,
    categories: DATE,
    values: LEVEL,
    fill: NO_FILL,
    line: null,
    marker,
    points,
    labels: { ...labelFormat(NOTHING, 't', 'General', text(request, look.text)), points: labels },
    helper: false,
    errorBars: [{ direction: 'y', sides: 'minus', amount: { kind: 'percent', value: 100 }, line: stroke(look.context, 1) }],
  };
}
