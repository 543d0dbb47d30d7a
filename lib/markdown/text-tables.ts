/** Tables that are drawn in plain text: pandoc's simple, multiline and grid tables (https://pandoc.org/MANUAL.html#tables). */
import type { TableNode } from '../briefing/node.js';
import { isWide } from '../text/characters.js';
import { join, type Placed, slice, trim } from './placed.js';

type Lines = readonly Placed[];
type Aligns = TableNode['align'];

/** A table as its texts. */
export interface TextTable {
  readonly align: Aligns;
  /** Without words where the table has no head. */
  readonly header: Lines;
  readonly rows: readonly Lines[];
  readonly caption: Placed | null;
  /** Whether its cells hold blocks, as those of a grid do; else text alone. */
  readonly blocks: boolean;
}

/** A table and the index of its last line. */
export interface FoundTable {
  readonly table: TextTable;
  readonly last: number;
}

const isBlank = (line: Placed | undefined): boolean => (line?.text ?? '').trim() === '';

/** The table, or the caption of one, that begins on a line; null where there is none. */
export function textTable(lines: Lines, index: number): FoundTable | null {
  if (isBlank(lines[index]) || !isBlank(lines[index - 1])) return null;
  const above = captionAt(lines, index);
  const start = above ? nextWords(lines, above.next) : index;
  const found = gridTable(lines, start) ?? ruledTable(lines, start);
  if (!found) return null;
  if (above) return { ...found, table: { ...found.table, caption: above.caption } };
  const below = captionAt(lines, nextWords(lines, found.last + 1));
  return below ? { table: { ...found.table, caption: below.caption }, last: below.next - 1 } : found;
}

function nextWords(lines: Lines, from: number): number {
  let at = from;
  while (at < lines.length && isBlank(lines[at])) at++;
  return at;
}

/** `Table: words` or `: words`, up to a blank line. */
function captionAt(lines: Lines, index: number): { readonly caption: Placed; readonly next: number } | null {
  const line = lines[index];
  const lead = line && /^ {0,3}(?:Table:|:)[ \t]+(?=\S)/.exec(line.text)?.[0].length;
  if (!lead || !isBlank(lines[index - 1])) return null;
  let next = index + 1;
  while (next < lines.length && !isBlank(lines[next])) next++;
  return { caption: join([slice(line, lead), ...lines.slice(index + 1, next)]), next };
}

/** From and to in columns of a fixed pitch, where East Asian letters take two. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The offset of a column. */
function offsetOf(text: string, column: number): number {
  let at = 0;
  let offset = 0;
  for (const character of text) {
    if (at >= column) break;
    at += /\p{M}/u.test(character) ? 0 : isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
    offset += character.length;
  }
  return offset;
}

const charAt = (line: Placed, column: number): string => line.text.charAt(offsetOf(line.text, column));
const between = (line: Placed, from: number, to: number): Placed => slice(line, offsetOf(line.text, from), offsetOf(line.text, to));

/** The texts of a cell's lines as one. */
const together = (parts: Lines): Placed => {
  const words = parts.filter((part) => !isBlank(part));
  return words.length > 0 ? join(words.map(trim)) : slice(parts[0] ?? { text: '', at: new Uint32Array(1) }, 0, 0);
};

// Simple and multiline tables: columns under rows of hyphens.

const DASHES = /^ {0,3}(?:-{2,} +)+-{2,} *$/;
const LINE = /^ {0,3}-{3,} *$/;

const is = (pattern: RegExp, line: Placed | undefined): boolean => line !== undefined && pattern.test(line.text);
const ends = (line: Placed | undefined): boolean => is(DASHES, line) || is(LINE, line);

function ruledTable(lines: Lines, start: number): FoundTable | null {
  const first = lines[start];
  if (is(DASHES, first)) return body(lines, [], start, true);
  const tall = is(LINE, first);
  const head = start + (tall ? 1 : 0);
  let rule = head;
  while (rule < lines.length && !isBlank(lines[rule]) && !is(DASHES, lines[rule])) rule++;
  const count = rule - head;
  if (!is(DASHES, lines[rule]) || count === 0 || (!tall && count > 1)) return null;
  return body(lines, lines.slice(head, rule), rule, tall);
}

/** The rows below a row of hyphens. `closed`: they end with another one, without which there is no table. */
function body(lines: Lines, head: Lines, rule: number, closed: boolean): FoundTable | null {
  const columns = [...(lines[rule]?.text ?? '').matchAll(/-+/g)].map(({ index, 0: dashes }) => ({
    from: index,
    to: index + dashes.length,
  }));
  const from = rule + 1;
  let end = from;
  while (end < lines.length && !ends(lines[end]) && (closed || !isBlank(lines[end]))) end++;
  const isClosed = ends(lines[end]) && isBlank(lines[end + 1]);
  const inside = lines.slice(from, end);
  const words = inside.filter((line) => !isBlank(line));
  if ((closed && !isClosed) || words.length === 0 || ![...head, ...words].every((line) => keepsColumns(line, columns))) return null;
  const rows = inside.some(isBlank) ? groups(inside) : inside.map((line) => [line]);
  const row = (some: Lines): Lines => cut(some, columns);
  const table = {
    align: alignsOf(head.length > 0 ? head : inside.slice(0, 1), columns),
    header: row(head),
    rows: rows.map(row),
    caption: null,
    blocks: false,
  };
  return { table, last: isClosed ? end : end - 1 };
}

/** Whether nothing stands where two columns are parted. */
const keepsColumns = (line: Placed, columns: readonly Stretch[]): boolean =>
  columns.slice(1).every(({ from }) => charAt(line, from - 1).trim() === '');

/** Lines between blank ones. */
const groups = (lines: Lines): readonly Lines[] =>
  lines
    .reduce<Placed[][]>(
      (all, line) => {
        if (isBlank(line)) all.push([]);
        else all.at(-1)?.push(line);
        return all;
      },
      [[]],
    )
    .filter((group) => group.length > 0);

function cut(row: Lines, columns: readonly Stretch[]): Lines {
  return columns.map((_, index) => {
    const from = index === 0 ? 0 : (columns[index]?.from ?? 0);
    const to = columns[index + 1]?.from ?? Number.POSITIVE_INFINITY;
    return together(row.map((line) => between(line, from, to)));
  });
}

/** Words flush with their hyphens at the left, at the right, at neither end. */
const alignsOf = (head: Lines, columns: readonly Stretch[]): Aligns =>
  columns.map(({ from, to }) => {
    const line = head.find((one) => between(one, from, to).text.trim() !== '');
    if (!line) return null;
    const [left, right] = [charAt(line, from).trim() !== '', charAt(line, to - 1).trim() !== ''];
    return left === right ? (left ? null : 'center') : left ? 'left' : 'right';
  });

// Grid tables: cells in frames of `+`, `-` and `|`.

const FRAME = /^ {0,3}\+(?:[-=:]+\+)+ *$/;

function gridTable(lines: Lines, start: number): FoundTable | null {
  const top = lines[start];
  if (!top || !FRAME.test(top.text)) return null;
  let end = start + 1;
  while (end < lines.length && /^ {0,3}[|+].*[|+] *$/.test(lines[end]?.text ?? '')) end++;
  const inside = lines.slice(start, end);
  if (inside.length < 3 || !is(FRAME, inside.at(-1)) || !isBlank(lines[end])) return null;
  const edges = [
    ...new Set(inside.filter((line) => is(FRAME, line)).flatMap((line) => [...line.text.matchAll(/\+/g)].map(({ index }) => index))),
  ];
  edges.sort((a, b) => a - b);
  const rows = gridRows(inside.slice(1), edges);
  const heads = inside.findIndex((line, index) => index > 0 && is(FRAME, line) && line.text.includes('='));
  const headed = heads > 0 && heads < inside.length - 1;
  const [first = [], ...others] = rows;
  const align = gridAligns(inside[headed ? heads : 0] ?? top, edges);
  const none = align.map(() => slice(top, 0, 0));
  const table = { align, header: headed ? first : none, rows: headed ? others : rows, caption: null, blocks: true };
  return table.rows.length > 0 ? { table, last: end - 1 } : null;
}

/** The cells between the frames. A line that frames only some of them parts none of the others. */
function gridRows(lines: Lines, edges: readonly number[]): readonly Lines[] {
  const rows: Lines[] = [];
  let row: Placed[] = [];
  for (const line of lines) {
    if (is(FRAME, line) || /\+-+[+|]|[+|]-+\+/.test(line.text)) {
      if (row.length > 0) rows.push(gridCells(row, edges));
      row = is(FRAME, line) ? [] : [line];
    } else row.push(line);
  }
  return rows;
}

function gridCells(row: Lines, edges: readonly number[]): Lines {
  const parts = (edge: number): boolean => row.every((line) => /[|+]/.test(charAt(line, edge)));
  const open = edges.slice(0, -1).map((edge, index) => index === 0 || parts(edge));
  return open.map((starts, index) => {
    if (!starts) return slice(row[0] ?? { text: '', at: new Uint32Array(1) }, 0, 0);
    const next = open.findIndex((one, at) => at > index && one);
    const to = edges[next === -1 ? edges.length - 1 : next] ?? 0;
    const texts = row
      .map((line) => between(line, (edges[index] ?? 0) + 1, to))
      .map((text) => (/^[-=+]+$/.test(text.text) ? slice(text, 0, 0) : text));
    return undented(texts);
  });
}

/** A cell's lines without the indent that all have. */
function undented(lines: Lines): Placed {
  const words = lines.filter((line) => !isBlank(line));
  const indent = Math.min(...words.map((line) => line.text.length - line.text.trimStart().length));
  return words.length > 0
    ? trimEnd(join(lines.map((line) => slice(line, Math.min(indent, line.text.length), line.text.trimEnd().length))))
    : together(lines);
}

const trimEnd = (text: Placed): Placed => slice(text, 0, text.text.trimEnd().length);

/** `:---`, `---:`, `:---:` between two edges. */
const gridAligns = (frame: Placed, edges: readonly number[]): Aligns =>
  edges.slice(1).map((edge, index) => {
    const text = between(frame, (edges[index] ?? 0) + 1, edge).text;
    const [left, right] = [text.startsWith(':'), text.endsWith(':')];
    return left && right ? 'center' : left ? 'left' : right ? 'right' : null;
  });
