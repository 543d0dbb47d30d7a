/** Axes: gridlines below the plots; lines, labels and titles above them. */
import type { XmlElement } from '../../../package/xml.js';
import type { Axis, ChartSpec } from '../../../scene/chart.js';
import { strokeAttributes } from '../paint.js';
import { type Box, type Page, tag } from '../svg.js';
import { categoryNames, numbersOf, printCell } from './data.js';
import { drawMark, type Mark } from './label.js';
import { crossing, dateTicks, dateUnits, place, type Scale, scaleOf, valueTicks } from './scale.js';

/** Between an axis and its labels, in points. */
const GAP = { beside: 6, under: 3 } as const;

/** A tick: what it says and where it stands on its axis. */
interface Tick {
  readonly words: string;
  readonly at: number;
}

/** The gridlines of all value axes. */
export function drawGridlines(chart: ChartSpec, area: Box, page: Page): readonly XmlElement[] {
  return chart.axes.flatMap((axis) => {
    const { gridlines } = axis;
    if (!gridlines || axis.kind !== 'value') return [];
    const scale = scaleOf(axis, chart, area);
    return valueTicks(axis).map((tick) => across(scale, place(scale, tick), area, page, gridlines));
  });
}

/** A line over the whole plot area at a place of an axis. */
const across = ({ vertical }: Scale, at: number, { x, y, w, h }: Box, page: Page, line: Axis['line']): XmlElement =>
  tag(
    'line',
    vertical
      ? { x1: x, y1: at, x2: x + w, y2: at, ...strokeAttributes(line, page) }
      : { x1: at, y1: y, x2: at, y2: y + h, ...strokeAttributes(line, page) },
  );

/** The lines and labels of all axes. */
export function drawAxes(chart: ChartSpec, area: Box, frame: Box, page: Page): readonly XmlElement[] {
  return chart.axes.flatMap((axis) => {
    const title = drawTitle(axis, frame, page);
    const crossed = chart.axes.find(({ id }) => id === axis.crosses);
    if (axis.deleted || !crossed) return title;
    const scale = scaleOf(axis, chart, area);
    const other = scaleOf(crossed, chart, area);
    const at = place(other, crossing(other, axis.crossesAt));
    const line = axis.line ? [across(other, at, area, page, axis.line)] : [];
    const edge = axis.labels === 'low' ? other.from : at;
    return [...line, ...(axis.labels === 'none' ? [] : drawTicks(chart, scale, edge, area, frame, page)), ...title];
  });
}

function drawTicks(chart: ChartSpec, scale: Scale, edge: number, area: Box, frame: Box, page: Page): readonly XmlElement[] {
  const { axis, vertical } = scale;
  const ticks = ticksOf(chart, scale);
  const slot = Math.abs(scale.to - scale.from) / Math.max(1, scale.end - scale.start);
  const skip = axis.kind === 'category' ? axis.labelSkip : 1;
  return ticks.flatMap(({ words, at }) => {
    const lines = words.split('\n');
    const shared = { lines, text: axis.text, within: frame };
    const mark: Mark = vertical
      ? {
          ...shared,
          ...besideOf(edge, area),
          y: at,
          down: 'middle',
          width: axis.kind === 'category' ? roomBeside(edge, area, frame) : null,
        }
      : { ...shared, ...underOf(edge, area), x: at, across: 'center', width: axis.kind === 'category' ? slot * skip : null };
    return drawMark(mark, page);
  });
}

/** Labels stand outside the plot area: at its right edge to the right, else to the left. */
const isRight = (edge: number, { x, w }: Box): boolean => edge > x + w - 0.5;

const besideOf = (edge: number, area: Box): Pick<Mark, 'x' | 'across'> =>
  isRight(edge, area) ? { x: edge + GAP.beside, across: 'left' } : { x: edge - GAP.beside, across: 'right' };

const roomBeside = (edge: number, area: Box, frame: Box): number =>
  Math.max(1, isRight(edge, area) ? frame.x + frame.w - edge - GAP.beside : edge - GAP.beside - frame.x);

/** At the upper edge above, else below. */
const underOf = (edge: number, { y }: Box): Pick<Mark, 'y' | 'down'> =>
  edge < y + 0.5 ? { y: edge - GAP.under, down: 'bottom' } : { y: edge + GAP.under, down: 'top' };

/** What is said along an axis. */
function ticksOf(chart: ChartSpec, scale: Scale): readonly Tick[] {
  const { axis } = scale;
  if (axis.kind === 'value')
    return valueTicks(axis).map((tick) => ({ words: printCell(tick, axis.format, chart), at: place(scale, tick) }));
  const series = chart.plots.flatMap((plot) => ('axes' in plot && plot.axes[0] === axis.id ? plot.series : []))[0];
  if (!series) return [];
  if (axis.kind === 'category') {
    return categoryNames(chart, series).flatMap((words, index) =>
      index % axis.labelSkip === 0 ? [{ words, at: place(scale, index) }] : [],
    );
  }
  const dates = numbersOf(chart, series.categories).filter((date) => date !== null);
  return dateTicks(axis, dates).map((tick) => ({ words: printCell(tick, axis.format, chart), at: place(scale, dateUnits(tick, axis)) }));
}

function drawTitle({ title }: Axis, frame: Box, page: Page): readonly XmlElement[] {
  if (!title) return [];
  const [x, y] = [frame.x + title.x * frame.w, frame.y + title.y * frame.h];
  return drawMark({ lines: [title.words], text: title.text, x, y, across: 'left', down: 'top', width: null, within: frame }, page);
}
