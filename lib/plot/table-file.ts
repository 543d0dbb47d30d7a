/** Tables in files of their own: CSV, TSV, JSON. A file that several charts name is read once. */
import { z } from 'zod';
import { type Diagnostic, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { readYaml } from '../core/yaml.js';
import { type Grid, type PlacedText, readCsv } from './csv.js';
import { rowsGrid } from './inline-data.js';

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Rows in YAML or JSON: objects from column to value, or lists of which the first is the header. */
export const yamlRows = z.union([z.array(z.record(z.string(), cell)), z.array(z.array(cell))]);

/** A file as the host gave it. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What was read of a file, and what there is to be said of it. */
interface ReadFile {
  readonly grid: Grid | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is known of files that charts share; the object of a file lives as long as its build. */
const known = new WeakMap<TextFile, ReadFile>();

/** The table of a file, JSON by its name, else CSV; null, with errors at their places, where there is none. */
export function readTableFile(file: TextFile, sink: Sink): Grid | null {
  const read = known.get(file) ?? readOnce(file);
  known.set(file, read);
  read.diagnostics.forEach(sink);
  return read.grid;
}

function readOnce(file: TextFile): ReadFile {
  const source = sourceText(file.path, file.text);
  const diagnostics: Diagnostic[] = [];
  const sink: Sink = (item) => diagnostics.push(item);
  const placed = { text: file.text, span: (start: number, end: number): Span => spanAt(source, start, end) };
  const grid = isText(placed, sink) ? (/\.json$/i.test(file.path) ? readJson(placed, sink) : readCsv(placed, sink)) : null;
  return { grid, diagnostics };
}

/** Whether a file is UTF-8; a sign that could not be decoded is told where it stands. */
function isText({ text, span }: PlacedText, sink: Sink): boolean {
  const binary = text.includes('\0');
  const at = text.indexOf(binary ? '\0' : '\ufffd');
  if (at < 0) return true;
  const hint = 'save it as "CSV UTF-8"';
  const message = binary ? 'the file is no text in UTF-8' : 'a sign is not UTF-8 and cannot be read';
  sink(diagnostic(binary ? 'error' : 'warning', 'chart/encoding', message, span(at, at + 1), hint));
  return !binary;
}

/** More rows than a chart of JSON can draw: their places are not worth the time. */
const MOST_JSON = 20_000;

/** JSON is YAML: a list of rows, or an object with one under `data`. Null, with an error, where it is neither. */
function readJson(source: PlacedText, sink: Sink): Grid | null {
  const text = source.text.replace(/^\ufeff/, ' ');
  const count = rowCount(text);
  if (count > MOST_JSON) {
    const message = `${count} rows are more than ${MOST_JSON}, the most that are read of JSON`;
    sink(diagnostic('error', 'chart/too-many-rows', message, source.span(0, 1), 'use CSV, or fewer rows'));
    return null;
  }
  const read = readYaml({ ...source, text }, z.union([yamlRows, z.looseObject({ data: yamlRows })], 'expected a list of rows'), {
    area: 'chart',
    severity: 'error',
    sink,
  });
  if (!read) return null;
  const list = Array.isArray(read.value) ? read.value : read.value.data;
  const grid = rowsGrid(list, read, Array.isArray(read.value) ? [] : ['data'], sink);
  if (grid.header.length > 0) return grid;
  sink(diagnostic('error', 'chart/no-rows', 'the table is empty', source.span(0, source.text.length)));
  return null;
}

/** How many rows JSON has; 0 where it is none. */
function rowCount(text: string): number {
  try {
    const value: unknown = JSON.parse(text);
    const rows: unknown = typeof value === 'object' && value !== null && 'data' in value ? value.data : value;
    return Array.isArray(rows) ? rows.length : 0;
  } catch {
    return 0;
  }
}
