/** Rows of a table chosen by what a column holds, before any figure is read. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import type { DataCell, Table } from './columns.js';
import { type DateOrder, parseDate } from './date.js';
import { parseFigure } from './figure.js';

/** What the cells of a column must be: one of these texts, or `> 10`, `!= x`. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** The rows that hold what is asked for in every column; null, with an error, where a column is unknown or no row is left. */
export function rowsWhere(table: Table, where: Where, spanOf: (column: string) => Span, sink: Sink): Table | null {
  const names = table.header.map((cell) => cell.text);
  let rows = table.rows;
  for (const [column, wanted] of Object.entries(where)) {
    const at = names.indexOf(column);
    if (at < 0) {
      const near = closest(column, names);
      const hint = near === null ? `the columns are ${names.map((name) => `"${name}"`).join(', ')}` : `did you mean "${near}"?`;
      sink(diagnostic('error', 'chart/unknown-column', `the table has no column "${column}"`, spanOf(column), hint));
      return null;
    }
    const order = table.written[at]?.order ?? 'day';
    const tests = wanted.map((wish) => condition(wish, order));
    rows = rows.filter((row) => tests.some((holds) => holds(row[at])));
    if (rows.length > 0) continue;
    const message = `no row is left where "${column}" is ${wanted.join(' or ')}`;
    sink(diagnostic('error', 'chart/no-rows', message, spanOf(column)));
    return null;
  }
  return { ...table, rows };
}

/** A test of a cell: figures are compared as figures (a bound has a decimal point), dates as dates, everything else as text. */
function condition(wish: string, dateOrder: DateOrder): (cell: DataCell | undefined) => boolean {
  const [, sign = '=', bound = ''] = /^\s*(>=|<=|!=|>|<|=)?\s*(.*)$/s.exec(wish) ?? [];
  const [figure, date] = [parseFigure(bound), parseDate(bound, dateOrder)];
  return (cell) => {
    const own = cell?.text ?? '';
    if (own === '' && bound !== '') return sign === '!=';
    const order =
      cell?.figure && figure
        ? cell.figure.value * cell.figure.magnitude - figure.value * figure.magnitude
        : cell?.date && date
          ? cell.date.serial - date.serial
          : Number(own > bound) - Number(own < bound);
    return { '=': order === 0, '!=': order !== 0, '>': order > 0, '<': order < 0, '>=': order >= 0, '<=': order <= 0 }[sign] ?? false;
  };
}
