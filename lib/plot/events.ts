/** Events on a line of time: each at its date, its words above or below, as near to the line as there is room. */

import { emu, inches } from '../core/units.js';
import type { AxisTitle, ChartSeries, ChartSpec, LabelField, Marker, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { drawEventColumn } from './event-column.js';
import { DOT, isCrowded, type Place, type Placed, placeEvents, type Room } from './event-places.js';
import { cellPrinter, labelFormat, NOTHING, pointLabel, text, VALUE, widest, wrapText } from './label.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, highlightedCategories, inOrder } from './request.js';
import { positionOn, type Scale } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** Columns of the sheet: events, dates, levels, and of even steps the places. */
const [DATE, LEVEL, STEP] = [1, 2, 3];
/** Shares of the frame's width that the words of an event take: the first at which all have a place. */
const WORDS_SHARES = [0.18, 0.14, 0.11, 0.25];
/** EMU: words are not broken to less while they have a place. */
const WORDS_WIDTH = inches(1.4);

/** What an event says: its date, then its words on one line or more. */
interface Said {
  readonly code: string;
  readonly lines: readonly string[];
}

/** How a chart of events is laid out. EMU. */
interface Layout {
  /** Whether steps are even, and not of time. */
  readonly even: boolean;
  readonly scale: Scale;
  /** Where the events stand on the scale. */
  readonly at: readonly (number | null)[];
  readonly said: readonly Said[];
  readonly margin: number;
  readonly width: number;
  readonly room: Room;
  readonly placed: Placed;
}

/** Draws events; stems lead from the words to the line of time. */
export function drawTimeline(asked: ChartRequest): ChartSpec {
  const request = inOrder(asked);
  const { data, look } = request;
  const dates = data.series[0]?.values ?? [];
  const layout = layoutOf(request, dates);
  if (!layout) return drawEventColumn(request);
  const { even, scale, at, margin, width, room, said } = layout;
  const { places } = layout.placed;
  const levels = places.map(({ level }) => level);
  const deepest = Math.max(...levels.map(Math.abs), 1);
  const up: Scale = { min: levels.some((level) => level < 0) ? -deepest : 0, max: deepest, major: 1, logBase: null };
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [eventSeries(request, said, places, even)] }],
    axes: [
      hiddenAxis(request, scale, {
        id: CATEGORY_AXIS,
        crosses: VALUE_AXIS,
        position: 'b',
        between: false,
        deleted: false,
        line: stroke(look.text, 1),
        format: even ? 'General' : 'yyyy-mm-dd',
        ...(even ? { title: evenTitle(request, margin, width) } : {}),
      }),
      hiddenAxis(request, up, { crossesAt: 'min', between: false, format: 'General' }),
    ],
    legend: null,
    plotArea: fractions(request, margin, room.tallest, width, room.height),
    workbook: workbook([
      nameColumn(request),
      ...data.series.slice(0, 1).map((item) => valueColumn(request, item)),
      helperColumn(
        request,
        'Level',
        null,
        levels.map((level, index) => ((dates[index] ?? null) === null ? null : level)),
        'General',
      ),
      ...(even ? [helperColumn(request, 'Step', 'ROW(B#)-1', at, 'General')] : []),
    ]),
  };
}

/** On a scale of time, or in even steps where an event would lose its words; null where it would lose them there too. */
function layoutOf(request: ChartRequest, dates: readonly (number | null)[]): Layout | null {
  const known = dates.filter((value) => value !== null);
  const steps = (): Layout => {
    const at = dates.map((date, index) => (date === null ? null : index + 1));
    return bestOf(request, { even: true, scale: { min: 1, max: dates.length, major: 1, logBase: null }, at });
  };
  const tries = [...(isCrowded(known) ? [] : [() => bestOf(request, { even: false, scale: dayScale(known), at: dates })]), steps];
  for (const laid of tries) {
    const layout = laid();
    if (layout.placed.places.every(({ level }, index) => level !== 0 || (dates[index] ?? null) === null)) return layout;
  }
  return null;
}

/** The layout whose words cover least. */
function bestOf(request: ChartRequest, line: Pick<Layout, 'even' | 'scale' | 'at'>): Layout {
  // What says that the steps are even stands below.
  const cy = emu(request.frame.cy - (line.even ? 1.5 * request.measure.line : 0));
  const shares = [Math.max(WORDS_SHARES[0] ?? 0, Math.min(0.4, WORDS_WIDTH / request.frame.cx)), ...WORDS_SHARES];
  const tries = shares.map((share) => laidOut({ ...request, frame: { ...request.frame, cy } }, line, share));
  return tries.find(({ placed }) => placed.covered === 0) ?? tries.reduce((a, b) => (b.placed.covered < a.placed.covered ? b : a));
}

/** What says that the line is not to scale, at its end. */
function evenTitle(request: ChartRequest, margin: number, width: number): AxisTitle {
  const { words, measure, frame, look } = request;
  const x = Math.max(0, margin + width - measure.width(words.evenSteps));
  const place = fractions(request, x, frame.cy - measure.line, 1, 1);
  return { words: words.evenSteps, x: place.x, y: place.y, text: text(request, look.muted) };
}

/** The words at `share` of the frame's width, and their places. */
function laidOut(request: ChartRequest, line: Pick<Layout, 'even' | 'scale' | 'at'>, share: number): Layout {
  const { scale, at } = line;
  const { data, frame, measure } = request;
  const [dates] = data.series;
  const marked = highlightedCategories(request);
  const said = data.categories.map((category, index): Said => {
    const date = dates?.values[index] ?? null;
    if (date === null) return { code: '', lines: [] };
    const { code, text: words } = cellPrinter(request, dates, index)(date, request.standings[index]);
    return { code, lines: [words, ...wrapText(category.label, frame.cx * share, measure)] };
  });
  const widths = said.map(({ lines }) => widest(lines, measure, true));
  const margin = Math.min(frame.cx / 4, Math.max(0, ...widths) / 2 + GAP);
  const width = frame.cx - 2 * margin;
  const tallest = Math.max(1, ...said.map(({ lines }) => lines.length)) * measure.line + 2 * GAP;
  const room: Room = { cx: frame.cx, height: Math.max(frame.cy / 4, frame.cy - 2 * tallest), tallest };
  const events = said.map(({ lines }, index) => ({
    x: margin + positionOn(scale, at[index] ?? scale.min) * width,
    w: (widths[index] ?? 0) + GAP,
    h: lines.length * measure.line,
    leading: marked.has(index),
  }));
  return { ...line, said, margin, width, room, placed: placeEvents(events, room) };
}

/** From the first to the last day; what all happened on one day stands in the middle. */
function dayScale(days: readonly number[]): Scale {
  const [low, high] = days.length === 0 ? [0, 1] : [Math.min(...days), Math.max(...days)];
  const [min, max] = high > low ? [low, high] : [low - 1, low + 1];
  return { min, max, major: Math.max(1, Math.round((max - min) / 4)), logBase: null };
}

function eventSeries(request: ChartRequest, said: readonly Said[], places: readonly Place[], even: boolean): ChartSeries {
  const { look } = request;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const marker: Marker = { symbol: 'circle', size: DOT / 12_700, fill: solid(plain), line: null };
  const points = request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if (said[index]?.lines.length === 0 || (standing.look === 'solid' && !marked.has(index))) return [];
    const paint = standingPaint(marked.has(index) ? look.message : plain, standing, look);
    return [{ index, fill: NO_FILL, line: null, marker: { ...marker, ...paint } }];
  });
  const labels = said.flatMap((item, index): readonly PointLabel[] => {
    const place = places[index];
    if (item.lines.length === 0 || !place || place.level === 0) return [];
    return [eventLabel(request, item, place, index, marked.has(index), even)];
  });
  return {
    name: LEVEL,
    categories: even ? STEP : DATE,
    values: LEVEL,
    fill: NO_FILL,
    line: null,
    marker,
    points,
    labels: { ...labelFormat(NOTHING, 't', 'General', text(request, look.text)), points: labels, cells: 0 },
    helper: false,
    errorBars: [{ direction: 'y', sides: 'minus', amount: { kind: 'percent', value: 100 }, line: stroke(look.context, 1) }],
  };
}

/** A date, which follows its cell, and words, which do on one line; a stem behind them is hidden. */
function eventLabel(request: ChartRequest, { code, lines }: Said, place: Place, index: number, marked: boolean, even: boolean): PointLabel {
  const { look } = request;
  const format = labelFormat(VALUE, place.side, code, text(request, look.text, marked));
  const field: readonly (LabelField | null)[] = [even ? null : 'x', lines.length === 2 ? 'cells' : null];
  return { ...pointLabel(index, format), lines, field, ...(place.crossed ? { fill: solid(look.paper) } : {}) };
}
