/** Tables written inside a chart's YAML: CSV in a block scalar, or rows. */
import { diagnostic, type Position, type Sink, type Span } from '../core/diagnostic.js';
import type { YamlValue } from '../core/yaml.js';
import type { Cell, Grid, PlacedText } from './csv.js';

/** A text of lines and where each of them starts in a file. */
export interface PlacedLines {
  readonly text: string;
  readonly lines: readonly Position[];
}

/**
 * The content of a block scalar (`data: |`) with the place of each character: YAML takes the indent away, the lines stay.
 * Of a scalar written otherwise everything stands at `span`, the place of the whole.
 */
export function blockScalar(content: string, span: Span, around: PlacedLines): PlacedText {
  const sourceLines = around.text.split('\n');
  const first = around.lines.findIndex(({ line }) => line === span.start.line) + 1;
  const starts = lineStarts(content);
  const places = content.split('\n').map((line, index) => {
    const source = sourceLines[first + index];
    const start = around.lines[first + index];
    if (line === '') return start ?? null;
    return start && source?.endsWith(line) ? forward(start, source.length - line.length) : null;
  });
  const lineAt = (offset: number): number => starts.findLastIndex((start) => start <= offset);
  const place = (offset: number): Position | null => {
    const line = lineAt(offset);
    const start = places[line];
    return start ? forward(start, offset - (starts[line] ?? 0)) : null;
  };
  return {
    text: content,
    span(from, to) {
      const [start, end] = [place(from), place(to)];
      return start && end ? { file: span.file, start, end } : span;
    },
  };
}

const forward = (position: Position, by: number): Position => ({
  line: position.line,
  column: position.column + by,
  offset: position.offset + by,
});

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

type Scalar = string | number | boolean | null;
type YamlRow = Readonly<Record<string, Scalar>> | readonly Scalar[];

/** Rows written in YAML or JSON at a path: mappings from column to value, or lists of which the first is the header. */
export function rowsGrid(
  rows: readonly YamlRow[],
  read: Pick<YamlValue<unknown>, 'spanOf' | 'spanOfKey'>,
  at: readonly PropertyKey[],
  sink: Sink,
): Grid {
  const cell = (value: Scalar | undefined, ...path: readonly PropertyKey[]): Cell => {
    const place = { text: String(value ?? '').trim(), span: read.spanOf([...at, ...path]) };
    return typeof value === 'number' ? { ...place, exact: true } : place;
  };
  const lists = rows.filter((row): row is readonly Scalar[] => Array.isArray(row));
  if (lists.length === rows.length) {
    const [header = [], ...body] = lists;
    body.forEach((row, index) => {
      if (row.length <= header.length) return;
      const message = `${row.length} cells in a table of ${header.length} columns`;
      sink(diagnostic('error', 'chart/extra-cell', message, read.spanOf([...at, index + 1, header.length])));
    });
    return {
      header: header.map((value, index) => cell(value, 0, index)),
      rows: body.map((row, at) => header.map((_, index) => cell(row[index], at + 1, index))),
      delimiter: '',
    };
  }
  const maps = rows.filter((row): row is Readonly<Record<string, Scalar>> => !Array.isArray(row));
  const names = [...new Set(maps.flatMap((row) => Object.keys(row)))];
  const owner = (name: string): number => maps.findIndex((row) => Object.hasOwn(row, name));
  return {
    header: names.map((name) => ({ text: name, span: read.spanOfKey([...at, owner(name), name]) })),
    rows: maps.map((row, at) => names.map((name) => cell(Object.hasOwn(row, name) ? row[name] : null, at, name))),
    delimiter: '',
  };
}
