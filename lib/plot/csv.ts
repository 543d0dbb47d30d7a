/** CSV with the place of every cell. */
import { CsvError, parse } from 'csv-parse/sync';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { parseFigure } from './figure.js';

/** Text with the place of each of its characters in a file that a user knows. */
export interface PlacedText {
  readonly text: string;
  span(start: number, end: number): Span;
}

/** A cell, trimmed; its span holds the quotes too. */
export interface Cell {
  readonly text: string;
  readonly span: Span;
  /** A number of JSON or YAML, whose decimal sign is the point; default: text. */
  readonly exact?: boolean;
}

/** Rows of cells, the header first; every row has as many cells as the header. */
export interface Grid {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
  /** What parts the cells of a file; empty for a table that is none of text. */
  readonly delimiter: string;
}

/** Reads CSV, or values parted by tabs or semicolons where the header has those; null, with an error, where it cannot be read. */
export function readCsv(source: PlacedText, sink: Sink): Grid | null {
  try {
    const delimiter = delimiterOf(source.text);
    const records = parse(source.text, {
      bom: true,
      delimiter,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    const grid = toGrid(placed(source, records, delimiter), delimiter, sink);
    if (!grid) sink(diagnostic('error', 'chart/no-rows', 'the table is empty', source.span(0, source.text.length)));
    return grid;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reportCsvError(error, source, sink);
    return null;
  }
}

const DELIMITERS = ['\t', ';', ','];

/** What parts the cells: what stands equally often in the first two lines, else what the header has. One column of `1,5` is not parted by commas. */
function delimiterOf(text: string): string {
  const [header = '', ...rest] = text
    .slice(0, 10_000)
    .replaceAll(/"[^"]*"/g, '')
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '');
  const [next = ''] = rest;
  const times = (line: string, sign: string): number => line.split(sign).length - 1;
  const found = DELIMITERS.filter((sign) => header.includes(sign));
  if (found.length === 0 && rest.slice(0, text.length > 10_000 ? -1 : undefined).every((line) => parseFigure(line, ',') !== null))
    return ';';
  const steady = found.find((sign) => times(header, sign) === times(next, sign));
  return steady ?? found.find((sign) => sign !== ';' || !header.includes(',')) ?? ',';
}

/** Walks the text beside the records: csv-parse says what a cell holds, the walk says where it stands. */
function placed(source: PlacedText, records: readonly (readonly string[])[], delimiter: string): readonly (readonly Cell[])[] {
  const { text } = source;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const skip = (blanks: RegExp): void => {
    while (at < text.length && text.charAt(at) !== delimiter && blanks.test(text.charAt(at))) at++;
  };
  return records.map((record) => {
    skip(/\s/);
    return record.map((value, index) => {
      if (index > 0) at += delimiter.length;
      skip(/[^\S\r\n]/);
      const start = at;
      at += text.charAt(at) === '"' ? value.replaceAll('"', '""').length + 2 : value.length;
      const span = source.span(start, at);
      skip(/[^\S\r\n]/);
      return { text: value.trim(), span };
    });
  });
}

/** Header and rows, each row as long as the header; cells past the header are an error, for nobody can say which column is missing. */
function toGrid(records: readonly (readonly Cell[])[], delimiter: string, sink: Sink): Grid | null {
  const [header, ...all] = records;
  if (!header) return null;
  // Sheets are saved with the empty rows below their last one.
  const rows = all.filter((row) => row.some(({ text }) => text !== ''));
  for (const row of rows) tellLength(row, header.length, sink);
  // One column has no delimiter that could tell how its numbers are written.
  const evidence = header.length > 1 ? delimiter : '';
  return { header, rows: rows.map((row) => header.map((_, index) => row[index] ?? missing(row))), delimiter: evidence };
}

/** A row with more cells than the header cannot be read; of a short one the last cells are taken to be missing. */
function tellLength(row: readonly Cell[], columns: number, sink: Sink): void {
  const extra = row[columns];
  const last = row.at(-1);
  if (!last || row.length === columns) return;
  const message = `${row.length} ${row.length === 1 ? 'cell' : 'cells'} in a table of ${columns} columns`;
  if (extra) {
    const span = { ...extra.span, end: last.span.end };
    sink(diagnostic('error', 'chart/extra-cell', message, span, 'put a cell that holds a comma into double quotes'));
  } else {
    const span = { ...last.span, start: row[0]?.span.start ?? last.span.start };
    sink(diagnostic('warning', 'chart/short-row', message, span, 'write an empty cell for each missing value'));
  }
}

/** A cell that a short row lacks: an empty one at its end. */
function missing(row: readonly Cell[]): Cell {
  const span = row.at(-1)?.span;
  if (!span) throw new TypeError('a record has no cells');
  return { text: '', span: { ...span, start: span.end } };
}

function reportCsvError(error: CsvError, source: PlacedText, sink: Sink): void {
  const line = Number(error.lines ?? 1);
  const lines = source.text.split(/\r\n|\r|\n/);
  const index = Math.min(error.code === 'CSV_QUOTE_NOT_CLOSED' ? openQuote(lines) : line - 1, lines.length - 1);
  const start = lineStart(source.text, index);
  const message = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'a quote is opened and not closed' : 'a quote stands inside a cell';
  const hint = 'put the whole cell into double quotes and double each quote inside it';
  sink(diagnostic('error', 'chart/csv', message, source.span(start, start + (lines[index] ?? '').length), hint));
}

/** The line in which the last quote opens. */
function openQuote(lines: readonly string[]): number {
  let open = false;
  let opened = 0;
  lines.forEach((line, index) => {
    for (const character of line) {
      if (character !== '"') continue;
      open = !open;
      if (open) opened = index;
    }
  });
  return opened;
}

function lineStart(text: string, index: number): number {
  let at = 0;
  for (let line = 0; line < index; line++) {
    const end = /\r\n|\r|\n/.exec(text.slice(at));
    if (!end) return at;
    at += end.index + end[0].length;
  }
  return at;
}
