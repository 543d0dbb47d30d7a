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

/** Where the words of an event stand at its marker. */
type Side = 't' | 'b' | 'l' | 'r';

/** An event with the lines of its label, and the level and side at which they stand. */
interface Placed {
  readonly lines: readonly string[];
  readonly level: number;
  readonly side: Side;
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
  const tallest = Math.max(1, ...labels.map((lines) => lines.length)) * measure.line + 2 * GAP;
  const height = Math.max(frame.cy / 4, frame.cy - 2 * tallest);
  const events = labels.map((lines, index) => {
    const date = dates?.values[index] ?? scale.min;
    return { x: margin + positionOn(scale, date) * width, w: widest(lines, measure, true), h: lines.length * measure.line, lines };
  });
  const placed = placeEvents(events, { cx: frame.cx, height, tallest });
  const levels = placed.map(({ level }) => level);
  const deepest = Math.max(...levels.map(Math.abs), 1);
  const below = levels.some((level) => level < 0);
  const up: Scale = { min: below ? -deepest : 0, max: deepest, major: 1, logBase: null };
  const series = eventSeries(request, placed);
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

/** An event before its words have a place: where it stands, and how large they are. EMU. */
interface Event {
  readonly x: number;
  readonly w: number;
  readonly h: number;
  readonly lines: readonly string[];
}

/** What the plot has for events: its height, and what stands free above and below it. EMU. */
interface Room {
  readonly cx: number;
  readonly height: number;
  readonly tallest: number;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Levels for the words: the fewest at which none covers another or a stem, else those that cover least. */
function placeEvents(events: readonly Event[], room: Room): readonly Placed[] {
  const tries = [1, 2, 3, 4, 5, 6].map((depth) => tryLevels(events, room, depth));
  const best = tries.find(({ covered }) => covered === 0) ?? tries.reduce((a, b) => (b.covered < a.covered ? b : a));
  return best.placed;
}

/** Each event at the level and side that cover least of what stands already, near the line and above or below its marker where all are alike. */
function tryLevels(events: readonly Event[], room: Room, depth: number): { readonly placed: readonly Placed[]; readonly covered: number } {
  const step = room.height / 2 / depth;
  const stems: Box[] = [];
  const words: Box[] = [];
  let covered = 0;
  const placed = events.map((event, index): Placed => {
    if (event.lines.length === 0) return { lines: [], level: 1, side: 't' };
    const start = index % 2 === 0 ? 1 : -1;
    const options = Array.from({ length: depth }, (_, at) => at + 1).flatMap((level) =>
      [start * level, -start * level].flatMap((signed) =>
        ([signed > 0 ? 't' : 'b', 'r', 'l'] as const).map((side) => ({ level: signed, side, ...boxesOf(event, signed * step, side) })),
      ),
    );
    const cost = ({ label, stem }: (typeof options)[number]): number =>
      overlap(label, [...words, ...stems, ...futureStems(events, index, label)]) + overlap(stem, words) + outside(label, room);
    const best = options.reduce((a, b) => (cost(b) < cost(a) - 1 ? b : a));
    covered += cost(best);
    words.push(best.label);
    stems.push(best.stem);
    return { lines: event.lines, level: best.level, side: best.side };
  });
  return { placed, covered: Math.round(covered) };
}

/** Where the words and the stem of an event lie; y counts downwards from the line of time. */
function boxesOf({ x, w, h }: Event, level: number, side: Side): { readonly label: Box; readonly stem: Box } {
  const reach = MARKER * 6_350 + GAP / 2;
  const top = { t: -level - reach - h, b: -level + reach, l: -level - h / 2, r: -level - h / 2 }[side];
  const left = { t: x - w / 2, b: x - w / 2, l: x - reach - w, r: x + reach }[side];
  const stem = { x: x - GAP / 3, y: Math.min(0, -level), w: (2 * GAP) / 3, h: Math.abs(level) };
  return { label: { x: left, y: top, w, h }, stem };
}

/** Events that come next stand close to the line: at least there words would lie in their way. */
const futureStems = (events: readonly Event[], index: number, { y, h }: Box): readonly Box[] =>
  Math.min(Math.abs(y), Math.abs(y + h)) > h * 2
    ? []
    : events.slice(index + 1).map(({ x }) => ({ x: x - GAP / 3, y: y < 0 ? -h : 0, w: 1, h }));

const overlap = (box: Box, others: readonly Box[]): number =>
  others.reduce((sum, other) => {
    const across = Math.min(box.x + box.w, other.x + other.w) - Math.max(box.x, other.x);
    const down = Math.min(box.y + box.h, other.y + other.h) - Math.max(box.y, other.y);
    return across > 0 && down > 0 ? sum + across * down : sum;
  }, 0);

/** How much of a text lies outside the frame. */
const outside = ({ x, y, w, h }: Box, { cx, height, tallest }: Room): number => {
  const half = height / 2 + tallest;
  const across = Math.max(0, -x) + Math.max(0, x + w - cx);
  const down = Math.max(0, -half - y) + Math.max(0, y + h - half);
  return across * h + down * w;
};

function eventSeries(request: ChartRequest, events: readonly Placed[]): ChartSeries {
  const { look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const marker: Marker = { symbol: 'circle', size: MARKER, fill: solid(plain), line: null };
  const points = request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (events[index]?.lines.length === 0 || (standing.look === 'solid' && !marked.has(index))) return [];
    const paint = standingPaint(marked.has(index) ? look.message : plain, standing, look);
    return [{ index, fill: NO_FILL, line: null, marker: { ...marker, ...paint } }];
  });
  const labels = events.flatMap(({ lines, side }, index): readonly PointLabel[] => {
    if (lines.length === 0) return [];
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
