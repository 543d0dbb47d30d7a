/** Diagnostics as text: the place, the line that it stands in, a caret, what to do. */
import pc from 'picocolors';
import type { Diagnostic, Severity } from '../core/diagnostic.js';
import type { Settings } from './arguments.js';
import type { Io, Output } from './io.js';
import { type Cell, cells, columnsOf, printable } from './width.js';

export type Colors = ReturnType<typeof pc.createColors>;

/** How text is printed. */
export interface TextStyle {
  readonly colors: Colors;
  /** Lines of the input are shortened to this. */
  readonly columns: number;
  /** The lines of a file that a diagnostic names; none where it is no text file. */
  lines(file: string): readonly string[];
}

/** Makes the colours, or their plain twin. */
export const colorsOf = (enabled: boolean): Colors => pc.createColors(enabled);

/** Colours as asked for; else on a terminal that has them (https://no-color.org, https://force-color.org). */
export function colorsFor(output: Output, { color }: Pick<Settings, 'color'>, { env }: Pick<Io, 'env'>): Colors {
  return colorsOf(color ?? (env.NO_COLOR ? false : env.FORCE_COLOR ? true : output.isTTY && env.TERM !== 'dumb'));
}

/** The lines of a text, without line ends and byte order mark. */
export const linesOf = (text: string): readonly string[] => text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);

/** One diagnostic, ending with a line end. */
export function diagnosticText(item: Diagnostic, style: TextStyle): string {
  const { colors } = style;
  const paint = painter(item.severity, colors);
  const lines = style.lines(item.span.file);
  const { line, column } = item.span.start;
  const place = lines.length === 0 && line === 1 && column === 1 ? '' : `:${line}:${column}`;
  const head = `${colors.bold(printable(item.span.file) + place)} ${paint(item.severity)} ${colors.dim(item.code)}: ${printable(item.message)}`;
  const hints = item.hints.map((hint) => `   ${colors.cyan('hint:')} ${printable(hint)}`);
  return [head, ...excerpt(item, lines[line - 1], style, paint), ...hints].map((row) => `${row}\n`).join('');
}

type Paint = (text: string) => string;

export const painter = (severity: Severity, colors: Colors): Paint =>
  severity === 'error' ? (text) => colors.red(colors.bold(text)) : severity === 'warning' ? colors.yellow : colors.blue;

function excerpt({ span }: Diagnostic, line: string | undefined, style: TextStyle, paint: Paint): readonly string[] {
  if (line === undefined) return [];
  const number = String(span.start.line).padStart(5);
  const start = Math.min(span.start.column - 1, line.length);
  const end = span.end.line > span.start.line ? line.length : Math.min(span.end.column - 1, line.length);
  const { text, indent, width } = underline(line, start, Math.max(start, end), style.columns - number.length - 3);
  const gutter = style.colors.dim;
  return [
    `${gutter(`${number} |`)} ${text}`.trimEnd(),
    `${gutter(`${' '.repeat(number.length)} |`)} ${' '.repeat(indent)}${paint('^'.repeat(width))}`,
  ];
}

interface Underlined {
  readonly text: string;
  readonly indent: number;
  readonly width: number;
}

const ELLIPSIS = '…';

/** The line as it is printed, shortened round the span to `room` columns, and where its carets stand. */
export function underline(line: string, start: number, end: number, room: number): Underlined {
  const all = cells(line);
  const first = cellsBefore(all, line, start);
  const last = Math.max(first, cellsBefore(all, line, end));
  const { from, to } = view(all, first, last, Math.max(room, 20));
  const [left, right] = [from > 0 ? ELLIPSIS : '', to < all.length ? ELLIPSIS : ''];
  const width = total(all.slice(first, Math.min(last, to)));
  return {
    text:
      left +
      all
        .slice(from, to)
        .map((cell) => cell.text)
        .join('') +
      right,
    indent: left.length + total(all.slice(from, first)),
    width: Math.max(1, width),
  };
}

const total = (some: readonly Cell[]): number => some.reduce((sum, cell) => sum + cell.columns, 0);

/** How many characters start before an offset of UTF-16 units. */
function cellsBefore(all: readonly Cell[], line: string, offset: number): number {
  return offset >= line.length ? all.length : cells(line.slice(0, offset)).length;
}

/** The stretch of characters to show: all where they fit, else the span with its surroundings, what is before it first. */
function view(all: readonly Cell[], first: number, last: number, room: number): { from: number; to: number } {
  if (total(all) <= room) return { from: 0, to: all.length };
  const span = Math.min(total(all.slice(first, last)), room);
  let from = first;
  let left = Math.floor((room - span) / 2) - 1;
  while (from > 0 && (all[from - 1]?.columns ?? 0) <= left) left -= all[--from]?.columns ?? 0;
  let to = from;
  let right = room - (from > 0 ? 1 : 0) - 1;
  while (to < all.length && (all[to]?.columns ?? 0) <= right) right -= all[to++]?.columns ?? 0;
  return { from, to };
}

/** Rows of cells, each column as wide as its widest cell; the last one is not padded. */
export function tableText(rows: readonly (readonly string[])[], indent: string): string {
  const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => columnsOf(row[i] ?? ''))));
  const pad = (cell: string, i: number, row: readonly string[]): string =>
    i === row.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - columnsOf(cell));
  return rows.map((row) => `${indent}${row.map(pad).join('  ').trimEnd()}\n`).join('');
}

/** `1 error`, `2 errors`. */
export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
