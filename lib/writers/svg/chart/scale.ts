/** Axes as scales: where a value, a date or a category stands. */
import type { Axis, CategoryAxis, ChartSpec, DateAxis, ValueAxis } from '../../../scene/chart.js';
import type { Box } from '../svg.js';
import { numbersOf } from './data.js';

/** An axis over the plot area; positions are points of the page. */
export interface Scale {
  readonly axis: Axis;
  readonly vertical: boolean;
  /** Where the axis begins and ends. */
  readonly from: number;
  readonly to: number;
  /** What the axis counts between its ends: values; days, months or years; categories, each one wide. */
  readonly start: number;
  readonly end: number;
}

/** The scale of an axis of the chart. */
export function scaleOf(axis: Axis, chart: ChartSpec, area: Box): Scale {
  const vertical = axis.position === 'l' || axis.position === 'r';
  const ends: readonly [number, number] = vertical ? [area.y + area.h, area.y] : [area.x, area.x + area.w];
  const [from, to] = axis.reversed ? [ends[1], ends[0]] : ends;
  return { axis, vertical, from, to, ...extentOf(axis, chart) };
}

function extentOf(axis: Axis, chart: ChartSpec): { readonly start: number; readonly end: number } {
  if (axis.kind === 'value') return { start: axis.min, end: axis.max };
  const margin = isBetween(axis, chart) ? 0.5 : 0;
  const places = placesOn(axis, chart);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0) return { start: 0, end: 1 };
  return { start: low - margin, end: Math.max(high + margin, low - margin + 1e-9) };
}

/** Whether points stand between the ticks of this axis: the axis that crosses it says so. */
const isBetween = (axis: Axis, chart: ChartSpec): boolean => {
  const other = chart.axes.find(({ id }) => id === axis.crosses);
  return other?.kind !== 'value' || other.between;
};

/** The places of all points on an axis of categories or dates. */
function placesOn(axis: CategoryAxis | DateAxis, chart: ChartSpec): readonly number[] {
  const series = chart.plots.flatMap((plot) => ('axes' in plot && plot.axes[0] === axis.id ? plot.series : []));
  return series.flatMap(({ categories }) =>
    axis.kind === 'date'
      ? numbersOf(chart, categories).flatMap((date) => (date === null ? [] : [dateUnits(date, axis)]))
      : (chart.workbook.columns[categories]?.cells ?? []).map((_, index) => index),
  );
}

const EPOCH = 25_569;
const DAY = 86_400_000;

/** The day of a serial number, days since 1899-12-30. */
const toDate = (serial: number): Date => new Date(Math.round((serial - EPOCH) * DAY));

/** A date, as a serial number, in units of its axis. */
export function dateUnits(serial: number, { baseUnit }: DateAxis): number {
  if (baseUnit === 'days') return serial;
  const date = toDate(serial);
  return baseUnit === 'years' ? date.getUTCFullYear() : date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** Where what stands on an axis stands on the page; never beyond the plot area. */
export function place({ axis, from, to, start, end }: Scale, value: number): number {
  const log = axis.kind === 'value' && axis.logBase !== null;
  const share = log ? Math.log(Math.max(value, start) / start) / Math.log(end / start) : (value - start) / (end - start);
  return from + (to - from) * Math.max(0, Math.min(1, share));
}

/** Where the n-th point of a series stands on an axis of categories or dates, in what the axis counts; null for one without a date. */
export function categoryPlace({ axis }: Scale, dates: readonly (number | null)[], index: number): number | null {
  if (axis.kind !== 'date') return index;
  const date = dates[index] ?? null;
  return date === null ? null : dateUnits(date, axis);
}

/** Where another axis crosses this one, in what this one counts. */
export function crossing({ axis, start, end }: Scale, at: Axis['crossesAt']): number {
  if (at === 'max') return end;
  if (at === 'min' || axis.kind !== 'value' || axis.logBase !== null) return start;
  return Math.max(start, Math.min(end, 0));
}

/** The values at which a value axis has ticks. */
export function valueTicks({ min, max, major, logBase }: ValueAxis): readonly number[] {
  const tidy = (value: number): number => Number(value.toPrecision(12));
  if (logBase !== null) {
    const steps = Math.round(Math.log(max / min) / Math.log(logBase));
    return Array.from({ length: steps + 1 }, (_, index) => tidy(min * logBase ** index));
  }
  const steps = Math.floor(tidy((max - min) / major));
  return Array.from({ length: steps + 1 }, (_, index) => tidy(min + index * major));
}

/** The dates at which a date axis has ticks, as serial numbers, from its first date on. */
export function dateTicks(axis: DateAxis, dates: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...dates), Math.max(...dates)];
  const ticks: number[] = [];
  for (let tick = first; tick <= last && ticks.length < MOST_TICKS; tick = stepped(first, axis, ticks.length)) ticks.push(tick);
  return ticks;
}

/** More labels than any chart holds. */
const MOST_TICKS = 200;

function stepped(first: number, { majorUnit, majorTimeUnit }: DateAxis, steps: number): number {
  if (majorTimeUnit === 'days') return first + steps * majorUnit;
  const date = toDate(first);
  const months = steps * majorUnit * (majorTimeUnit === 'years' ? 12 : 1);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, date.getUTCDate()) / DAY + EPOCH;
}
