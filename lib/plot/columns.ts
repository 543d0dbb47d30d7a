/**
 * What the cells of a table say: figures and dates, read by how the whole column is written.
 *
 * Which sign stands before the decimals is decided for each column. Cells that can be read in one way only (`12,5`, `1.25`, `1.234,5`, `0.125`)
 * settle it, the more of them winning; where a column has none, those of the other columns do. What is still open (`1.234` alone) is read as the
 * file suggests: parted by semicolons, with a comma, else as the deck's language has it; and it is said, unless both mean the same.
 * `locale:` settles it all. So with `03/04/2025`: a day over twelve in the column shows which number is the day.
 */
import { type Diagnostic, diagnostic } from '../core/diagnostic.js';
import { type DecimalSign, decimalSignOf } from '../core/notation.js';
import type { Cell, Grid } from './csv.js';
import { type DateOrder, type DateValue, dateOrderIn, isYear, isYearHeading, orderOf, parseDate } from './date.js';
import { type Figure, isMissing, parseFigure, type Writing, writingOf } from './figure.js';

/** A cell and what it says. */
export interface DataCell extends Cell {
  readonly figure: Figure | null;
  readonly date: DateValue | null;
  /** Empty, `n/a` and the like. */
  readonly missing: boolean;
}

/** A table whose cells are read. */
export interface Table {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly DataCell[])[];
  /** How each column is written. */
  readonly written: readonly ColumnWriting[];
}

/** How a column is written. */
export interface ColumnWriting {
  readonly decimal: DecimalSign;
  readonly order: DateOrder;
  /** What is to be said where its cells are taken as figures, and where as dates; null: the column itself settles it. */
  readonly doubts: { readonly figures: Diagnostic | null; readonly dates: Diagnostic | null };
}

/** What is known of a table besides its cells. */
export interface Locales {
  /** Of the deck. */
  readonly lang: string;
  /** That the author gives; empty: none. */
  readonly locale: string;
}

/** The cell of a row in a column. */
export function cellAt(row: readonly DataCell[], index: number): DataCell {
  const cell = row[index];
  if (!cell) throw new TypeError(`a row has no cell ${index}`);
  return cell;
}

/** The head of a column. */
export function headAt(table: Table, column: number): Cell {
  const cell = table.header[column];
  if (!cell) throw new TypeError(`a table has no column ${column}`);
  return cell;
}

/** Whether a column holds years and is called so: they name rows and are no amounts. */
export const isYears = (table: Table, index: number): boolean =>
  isYearHeading(table.header[index]?.text ?? '') &&
  table.rows.every((row) => cellAt(row, index).missing || isYear(cellAt(row, index).text));

/** Reads every cell. */
export function readTable(grid: Grid, locales: Locales): Table {
  const columns = grid.header.map((_, index) => grid.rows.flatMap((row) => row[index] ?? []));
  const votes = columns.map(votesOf);
  const whole = sumOf(votes);
  const written = columns.map((cells, index): ColumnWriting => {
    const { decimal, doubt: figures } = decimalOf(cells, votes[index] ?? NO_VOTES, whole, grid, locales);
    const { order, doubt: dates } = dateOrderOf(cells, locales);
    return { decimal, order, doubts: { figures, dates } };
  });
  const readings = written.map(reader);
  return { header: grid.header, rows: grid.rows.map((row) => row.flatMap((cell, index) => readings[index]?.(cell) ?? [])), written };
}

function reader({ decimal, order }: ColumnWriting): (cell: Cell) => DataCell {
  return (cell) => {
    const missing = isMissing(cell.text);
    const figure = missing ? null : parseFigure(cell.text, cell.exact ? '.' : decimal);
    return { ...cell, missing, figure, date: missing ? null : parseDate(cell.text, order) };
  };
}

/** How many cells can only be read with a point, how many only with a comma, how many either way, how many are figures at all. */
interface Votes {
  readonly point: number;
  readonly comma: number;
  readonly either: number;
}

const NO_VOTES: Votes = { point: 0, comma: 0, either: 0 };

/** The votes of a column of figures; a column of names has none. */
function votesOf(cells: readonly Cell[]): Votes {
  const counts: Record<Writing, number> = { '.': 0, ',': 0, either: 0, plain: 0, none: 0 };
  for (const cell of cells) {
    if (isMissing(cell.text)) continue;
    counts[cell.exact ? 'plain' : writingOf(cell.text)]++;
  }
  const figures = counts['.'] + counts[','] + counts.either + counts.plain;
  return figures < counts.none ? NO_VOTES : { point: counts['.'], comma: counts[','], either: counts.either };
}

const sumOf = (all: readonly Votes[]): Votes => ({
  point: all.reduce((sum, { point }) => sum + point, 0),
  comma: all.reduce((sum, { comma }) => sum + comma, 0),
  either: 0,
});

const winner = ({ point, comma }: Votes): DecimalSign | null => (point > comma ? '.' : comma > point ? ',' : null);

function decimalOf(
  cells: readonly Cell[],
  own: Votes,
  whole: Votes,
  { delimiter }: Grid,
  { lang, locale }: Locales,
): { readonly decimal: DecimalSign; readonly doubt: Diagnostic | null } {
  const settled = locale === '' ? (winner(own) ?? (own.point === 0 ? winner(whole) : null)) : decimalSignOf(locale);
  if (settled) return { decimal: settled, doubt: null };
  const deck = decimalSignOf(lang);
  const decimal = delimiter === ';' ? ',' : deck;
  const agreed = deck === decimal && (deck === '.' || delimiter === ';');
  const open = own.either > 0 && !agreed ? cells.find((cell) => !cell.exact && writingOf(cell.text) === 'either') : undefined;
  return { decimal, doubt: open ? openNumber(open, decimal) : null };
}

function openNumber({ text, span }: Cell, decimal: DecimalSign): Diagnostic {
  const value = (sign: DecimalSign): string => String(parseFigure(text, sign)?.value ?? '');
  const other = decimal === '.' ? ',' : '.';
  const message = `"${text}" is read as ${value(decimal)} and could be ${value(other)}: no cell of the table settles which`;
  const hint = 'write "locale: en" where a point stands before the decimals, "locale: de" where a comma does';
  return diagnostic('warning', 'chart/ambiguous-number', message, span, hint);
}

/** Which number of `03/04/2025` is the day. */
function dateOrderOf(cells: readonly Cell[], { lang, locale }: Locales): { readonly order: DateOrder; readonly doubt: Diagnostic | null } {
  const orders = cells.map((cell) => orderOf(cell.text));
  if (!orders.some((order) => order !== null)) return { order: 'day', doubt: null };
  const [days, months] = [orders.filter((order) => order === 'day').length, orders.filter((order) => order === 'month').length];
  if (days !== months) return { order: days > months ? 'day' : 'month', doubt: null };
  const known = dateOrderIn(locale || lang);
  const open = known === null ? cells[orders.indexOf('either')] : undefined;
  return { order: known ?? 'day', doubt: open ? openDate(open) : null };
}

function openDate({ text, span }: Cell): Diagnostic {
  const message = `"${text}" is read with the day first: no cell of the column shows which number is the day`;
  const hint = 'write dates as 2025-01-27, or "locale: en-US" where the month stands first, "locale: en-GB" where the day does';
  return diagnostic('warning', 'chart/ambiguous-date', message, span, hint);
}
