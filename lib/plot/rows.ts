/** Rows of a table chosen by what a column holds, before any figure is read. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import type { Cell, Grid } from './csv.js';
import { parseFigure } from './number.js';

/** What the cells of a column must be: one of these texts, or `> 10`, `!= x`. */
export type Where = Readonly<Record<string, readonly string[]>>;

/** The rows that hold what is asked for in every column; null, with an error, where a column is unknown or no row is left. */
export function rowsWhere(grid: Grid, where: Where, spanOf: (column: string) => Span, sink: Sink): Grid | null {
  const names = grid.header.map((cell) => cell.text);
  let rows = grid.rows;
  for (const [column, wanted] of Object.entries(where)) {
    const at = names.indexOf(column);
    if (at < 0) {
      const near = closest(column, names);
      const hint = near === null ? `the columns are ${names.map((name) => `"${name}"`).join(', ')}` : `did you mean "${near}"?`;
      sink(diagnostic('error', 'chart/unknown-column', `the table has no column "${column}"`, spanOf(column), hint));
      return null;
    }
    rows = rows.filter((row) => wanted.some((wish) => holds(row[at], wish)));
    if (rows.length > 0) continue;
    const message = `no row is left where "${column}" is ${wanted.join(' or ')}`;
    sink(diagnostic('error', 'chart/no-rows', message, spanOf(column)));
    return null;
  }
  return { ...grid, rows };
}

/** Figures are compared as figures, everything else as text; so dates are in their order. */
function holds(cell: Cell | undefined, wish: string): boolean {
  const [, sign = '=', bound = ''] = /^\s*(>=|<=|!=|>|<|=)?\s*(.*)$/s.exec(wish) ?? [];
  const own = cell?.text ?? '';
  const [a, b] = [parseFigure(own), parseFigure(bound)];
  const order = a && b ? a.value * a.magnitude - b.value * b.magnitude : own < bound ? -1 : own > bound ? 1 : 0;
  if (own === '' && bound !== '') return sign === '!=';
  return { '=': order === 0, '!=': order !== 0, '>': order > 0, '<': order < 0, '>=': order >= 0, '<=': order <= 0 }[sign] ?? false;
}
