/** The data of a chart: a table of cells, turned into categories and series of numbers. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { cellAt, type DataCell, headAt, isYears, type Table } from './columns.js';
import type { Cell } from './csv.js';
import { type DateUnit, isDateShaped, isPeriod, isYear } from './date.js';
import { type Figure, writingOf } from './figure.js';
import {
  type ReadColumns,
  tellDoubts,
  tellDropped,
  tellHeader,
  tellMixedUnits,
  tellOtherUnits,
  tellRowUnits,
  tellTwins,
} from './tell-table.js';
import { inUnit, type Unit, unitOf } from './unit.js';

/** A category: a row of the table. */
export interface Category {
  /** As the table has it. */
  readonly key: string;
  /** As the chart shows it. */
  readonly label: string;
  /** The serial number of a date; null for a name. */
  readonly date: number | null;
  readonly span: Span;
  /** What is left of a longer table, summed up: always last. Default: a row of its own. */
  readonly rest?: boolean;
}

/** A column of figures; `null` is a gap. */
export interface DataSeries {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly spans: readonly Span[];
  /** Of dates: how exact each was written; default: as `ChartData.dateUnit` says of all. */
  readonly units?: readonly DateUnit[];
}

/** What a chart shows. */
export interface ChartData {
  /** The head of the categories' column. */
  readonly heading: string;
  /** `time`: the order means something. `date`: and so do the distances. */
  readonly order: 'none' | 'time' | 'date';
  /** How exact the dates are. */
  readonly dateUnit: DateUnit;
  readonly categories: readonly Category[];
  readonly series: readonly DataSeries[];
  /** What the series hold: amounts, or the serial numbers of days. */
  readonly figures: 'numbers' | 'dates';
  /** The ends of the intervals around the only series; null where the table has none or the kind draws none. */
  readonly interval: readonly [DataSeries, DataSeries] | null;
  readonly unit: Unit;
  /** The index of the series that the other ones only place, y of points; null: all are of one measure. */
  readonly measured: number | null;
  /** The cells of the column `status` or `standing`, as written; null where there is none. */
  readonly status: readonly Cell[] | null;
}

/** Which columns make the series: all of numbers, or one for each role, found by its name, else by their order. */
export interface WantedColumns {
  readonly roles: 'all' | readonly string[];
  /** Whether the columns hold dates; default: numbers. */
  readonly dates?: boolean;
  /** Whether columns called `low…` and `high…` are intervals around a third one; default: they are series. */
  readonly intervals?: boolean;
  /** Whether rows can be measured apart from each other; default: all stand on one scale. */
  readonly apart?: boolean;
}

/** What the author says about the table. */
export interface DataWish {
  /** Names of columns; empty: all of numbers. */
  readonly series: readonly string[];
  /** The column of the categories; empty: the first, or none where every column is needed for figures: the rows have no names then. */
  readonly category: string;
  /** New names of series and categories. */
  readonly labels: Readonly<Record<string, string>>;
  readonly unit: string;
  /** Of the deck. */
  readonly lang: string;
  /** The place of one of the names above. */
  spanOf(key: 'series' | 'category' | 'data', index?: number): Span;
}

const STATUS_HEADERS = ['status', 'standing'];

/** Reads a table; null, with errors at the cells, where the chart would be wrong. */
export function readData(table: Table, columns: WantedColumns, wish: DataWish, sink: Sink): ChartData | null {
  let sound = true;
  const fail: Sink = (item) => {
    if (item.severity === 'error') sound = false;
    sink(item);
  };
  if (table.rows.length === 0) {
    fail(diagnostic('error', 'chart/no-rows', 'the table has a header and no rows', wish.spanOf('data')));
    return null;
  }
  const names = table.header.map((cell) => cell.text);
  const meant = columns.dates ? isDates : isNumeric;
  const categoryAt = wish.category === '' ? firstName(table, columns) : findColumn(names, wish.category, wish.spanOf('category'), fail);
  const statusAt = names.findIndex((name, index) => index !== categoryAt && STATUS_HEADERS.includes(name.toLowerCase()));
  const able = names.map((_, index) => index).filter((index) => index !== categoryAt && index !== statusAt && meant(table, index));
  const years = columns.roles === 'all' ? able.filter((index) => isYears(table, index)) : [];
  const free = years.length === able.length ? able : able.filter((index) => !years.includes(index));
  const chosen = chooseColumns(names, columns, wish, free, fail);
  tellTwins(table.header, [wish.category, ...wish.series], fail);
  tellHeader(
    chosen.map((index) => headAt(table, index)),
    fail,
  );
  if (!sound) return null;
  if (!columns.dates && wish.series.length === 0) tellDropped(table, [categoryAt, statusAt, ...free], sink);
  const readFigure = columns.dates ? readDay : readCell;
  const figures = chosen.map((index) => table.rows.map((row) => readFigure(row[index], names[index] ?? '', fail)));
  const unit = unitOf(figures.flat(), wish.unit, wish.lang);
  if (!columns.dates) tellUnits({ table, chosen, figures }, columns, wish, fail);
  const categoryCells = table.rows.map((row) => (categoryAt < 0 ? noName(row) : cellAt(row, categoryAt)));
  const dates = datesOf(categoryCells, fail);
  tellDoubts(table, columns.dates ? [] : chosen, [...(columns.dates ? chosen : []), ...(dates ? [categoryAt] : [])], sink);
  if (!sound) return null;
  const labels = new Map(Object.entries(wish.labels));
  const rename = (key: string): string => labels.get(key) ?? key;
  const all = chosen.map((index, position) => ({
    key: names[index] ?? '',
    name: rename(names[index] ?? ''),
    values: (figures[position] ?? []).map((figure) => (figure ? inUnit(figure, unit) : null)),
    spans: table.rows.map((row) => cellAt(row, index).span),
    ...(columns.dates ? { units: table.rows.map((row) => row[index]?.date?.unit ?? 'days') } : {}),
  }));
  return {
    heading: rename(names[categoryAt] || 'Category'),
    order: dates ? 'date' : categoryCells.every((cell) => isYear(cell.text) || isPeriod(cell.text)) ? 'time' : 'none',
    dateUnit: (columns.dates ? figureUnit(table, chosen) : dates?.unit) ?? 'days',
    categories: categoryCells.map((cell, index) => ({
      key: cell.text,
      label: rename(cell.text),
      date: dates?.serials[index] ?? null,
      span: cell.span,
    })),
    ...withInterval(all, columns),
    figures: columns.dates ? 'dates' : 'numbers',
    unit,
    measured: columns.roles !== 'all' && columns.roles[0] === 'x' ? 1 : null,
    status: statusAt < 0 ? null : table.rows.map((row) => cellAt(row, statusAt)),
  };
}

/** Figures that cannot stand on one scale; columns that are measured apart, as x and y, have units of their own. */
function tellUnits(read: ReadColumns, { roles, apart }: WantedColumns, { unit }: DataWish, sink: Sink): void {
  tellMixedUnits(read, roles === 'all', sink);
  tellOtherUnits(read, unit, sink);
  if (roles === 'all' && !apart) tellRowUnits(read.table, sink);
}

/** The name of a row of a table without names. */
const noName = (row: readonly DataCell[]): DataCell => ({ ...cellAt(row, 0), text: '', date: null });

function findColumn(names: readonly string[], wanted: string, span: Span, fail: Sink): number {
  const found = names.indexOf(wanted);
  if (found >= 0) return found;
  const near = closest(wanted, names);
  const hint = near === null ? `the columns are ${names.map((name) => `"${name}"`).join(', ')}` : `did you mean "${near}"?`;
  fail(diagnostic('error', 'chart/unknown-column', `the table has no column "${wanted}"`, span, hint));
  return 0;
}

/** The column of names where the author names none: the first, of a table of dates the first that holds none; −1 where all are needed for figures. */
function firstName(table: Table, columns: WantedColumns): number {
  const all = table.header.map((_, index) => index);
  if (columns.dates) return all.find((index) => !isDates(table, index)) ?? (all.length > columns.roles.length ? 0 : -1);
  const wanted = columns.roles === 'all' ? 1 : columns.roles.length;
  return all.length === wanted && all.every((index) => isNumeric(table, index)) ? -1 : 0;
}

/** The series, and the ends of their intervals where the kind draws such. */
function withInterval(all: readonly DataSeries[], { intervals }: WantedColumns): Pick<ChartData, 'series' | 'interval'> {
  const low = all.find(({ key }) => /^low/i.test(key));
  const high = all.find(({ key }) => /^high/i.test(key));
  const rest = all.filter((item) => item !== low && item !== high);
  return intervals && low && high && rest.length === 1 ? { series: rest, interval: [low, high] } : { series: all, interval: null };
}

function chooseColumns(
  names: readonly string[],
  { roles, dates }: WantedColumns,
  wish: DataWish,
  free: readonly number[],
  fail: Sink,
): readonly number[] {
  const named = wish.series.map((name, index) => findColumn(names, name, wish.spanOf('series', index), fail));
  const chosen = named.length > 0 ? named : roles === 'all' ? free : byRole(names, roles, free);
  const enough = roles === 'all' ? chosen.length > 0 : chosen.length === roles.length;
  if (!enough) {
    const what = dates ? 'dates' : 'numbers';
    const wanted = roles === 'all' ? `a column of ${what}` : `columns of ${what} for ${roles.join(' and ')}`;
    fail(diagnostic('error', 'chart/no-numbers', `the chart needs ${wanted} and the table has none`, wish.spanOf('data')));
  }
  return chosen;
}

/** Half of what a column holds are numbers: then it is meant as one, and what is not a number in it is a mistake. */
const isNumeric = (table: Table, index: number): boolean => isHalf(table, index, (cell) => cell.figure !== null);

/** Half of what a column holds are days or months. */
const isDates = (table: Table, index: number): boolean => isHalf(table, index, (cell) => cell.date !== null);

function isHalf(table: Table, index: number, meant: (cell: DataCell) => boolean): boolean {
  const filled = table.rows.map((row) => cellAt(row, index)).filter(({ missing }) => !missing);
  const count = filled.filter(meant).length;
  return count > 0 && count * 2 >= filled.length;
}

/** The columns whose names begin with the roles (`low_units`), else as many as there are roles, from the left. */
function byRole(names: readonly string[], roles: readonly string[], free: readonly number[]): readonly number[] {
  const found = roles.map((role) => free.find((index) => names[index]?.toLowerCase().startsWith(role)));
  const known = found.filter((index) => index !== undefined);
  return known.length === roles.length ? known : free.slice(0, roles.length);
}

function readCell(cell: DataCell | undefined, column: string, fail: Sink): Figure | null {
  if (!cell || cell.missing) return null;
  if (!cell.figure) {
    const other = /^[^,.]*,[^,.]*$/.test(cell.text) ? 'decimal comma' : /^[^,.]*\.[^,.]*$/.test(cell.text) ? 'decimal point' : '';
    const hint =
      other !== '' && writingOf(cell.text) !== 'none'
        ? `the other numbers of the column have no ${other}; write them all alike`
        : 'leave the cell empty for a missing value';
    fail(diagnostic('error', 'chart/not-a-number', `"${cell.text}" in column "${column}" is not a number`, cell.span, hint));
  }
  return cell.figure;
}

/** A day, or the first of a month, as its serial number. */
function readDay(cell: DataCell | undefined, column: string, fail: Sink): Figure | null {
  if (!cell || cell.missing) return null;
  if (!cell.date) {
    const message = `"${cell.text}" in column "${column}" is not a date`;
    fail(diagnostic('error', 'chart/not-a-date', message, cell.span, 'write dates as 2025-01-27 or 2025-01'));
  }
  return cell.date && { value: cell.date.serial, currency: '', sign: '', magnitude: 1 };
}

/** Serial numbers where every category is a date; null where one is none. */
function datesOf(cells: readonly DataCell[], fail: Sink): { readonly serials: readonly number[]; readonly unit: DateUnit } | null {
  if (cells.length === 0 || !cells.every((cell) => cell.date !== null || isDateShaped(cell.text))) return null;
  const dates = cells.map((cell) => {
    if (!cell.date) fail(diagnostic('error', 'chart/not-a-date', `the calendar has no "${cell.text}"`, cell.span));
    return cell.date ?? { serial: 0, unit: 'days' as const };
  });
  return { serials: dates.map((date) => date.serial), unit: dates.every((date) => date.unit === 'months') ? 'months' : 'days' };
}

/** How exact the dates of columns are: months where none is a day. */
function figureUnit(table: Table, columns: readonly number[]): DateUnit {
  const units = columns.flatMap((index) => table.rows.flatMap((row) => row[index]?.date?.unit ?? []));
  return units.length > 0 && units.every((unit) => unit === 'months') ? 'months' : 'days';
}
