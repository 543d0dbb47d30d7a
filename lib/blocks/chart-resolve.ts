import type { ChartKind } from '../briefing/chart.js';
import { chartWordsFor } from '../briefing/chart-words.js';
import type { ResolveContext } from '../briefing/kind.js';
import { atMost, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { type ChartCheck, eachValue, fitsAxis, intervalsHold, MOST_ROWS, namesDiffer, noSecondAxis, tellRows } from '../plot/check.js';
import { readTable, type Table } from '../plot/columns.js';
import type { Cell, Grid } from '../plot/csv.js';
import { type ChartData, type DataWish, readData } from '../plot/data.js';
import { readAnnotations } from '../plot/read-annotations.js';
import type { Annotation, ChartOptions } from '../plot/request.js';
import { rowsWhere } from '../plot/rows.js';
import { sourceColumns } from '../plot/sheet.js';
import { readTableFile } from '../plot/table-file.js';
import { topOf } from '../plot/top.js';
import { type ChartBlock, kindOf } from './chart-block.js';
import { readStatuses } from './chart-claims.js';

/** Reads the table and has the kind check it. Errors stand at the cells; the block stays. */
export function resolveChart(block: ChartBlock, given: ResolveContext): ChartBlock {
  const few = atMost(given.sink, MOST_TOLD);
  const context = { ...given, sink: few.sink };
  const resolved = { ...drawnBlock(block, context), logScale: chartWordsFor(given.lang).logScale };
  few.finish();
  return resolved;
}

/** The block with what it draws, where its data have no error. */
function drawnBlock(block: ChartBlock, context: ResolveContext): ChartBlock {
  const chart = kindOf(block, context.charts);
  const rows = chart && chosenRows(block, chart, context);
  if (!chart || !rows) return block;
  let sound = true;
  const sink: Sink = (item) => {
    if (item.severity === 'error') sound = false;
    context.sink(item);
  };
  const spanOf = (option: string): Span => block.spans[option] ?? block.span;
  const whole = readData(rows.table, chart.columns, wishOf(block, context, spanOf), sink);
  if (!whole) return block;
  const data = summedUp(whole, block, chart, context, spanOf);
  const check: ChartCheck = { data, options: inUnitOf(data, block.options), sink, spanOf };
  knownNames(block, data, context.sink);
  if (block.options.log) checkLog(chart, data, context.charts, spanOf('log'), sink);
  if (block.secondary.length > 0) noSecondAxis(check);
  checkTable(chart, check);
  const { annotations, noted } = annotationsOf(block, chart, data, context.sink);
  if (sound) chart.check(check, block.own);
  if (!sound) return block;
  return {
    ...block,
    note: noted ? '' : block.note,
    unit: data.unit.times === 1 ? block.unit : data.unit.name,
    options: { ...check.options, annotations },
    data,
    full: block.workbook === 'full' ? sourceColumns(rows.all) : [],
    statuses: readStatuses(data, context),
  };
}

/** The whole table, and the rows of it that are drawn; null where there is none, or more than can be drawn. */
function chosenRows(block: ChartBlock, chart: ChartKind, context: ResolveContext): { readonly all: Table; readonly table: Table } | null {
  const grid = expanded(gridOf(block, context), context);
  if (!grid) return null;
  const all = readTable(grid, { lang: context.lang, locale: block.locale });
  const table = rowsWhere(all, block.where, (column) => block.spans[`where.${column}`] ?? block.span, context.sink);
  const most = chart.mostRows ?? MOST_ROWS;
  if (!table || block.top !== null || table.rows.length <= most) return table && { all, table };
  tellRows(table.rows.length, most, block.spans.data ?? block.span, context.sink);
  return null;
}

const wishOf = (block: ChartBlock, { lang }: ResolveContext, spanOf: (option: string) => Span): DataWish => ({
  series: block.series,
  category: block.category,
  labels: block.labels,
  unit: block.unit,
  lang,
  spanOf: (key, index) => (index === undefined ? undefined : block.spans[`${key}.${index}`]) ?? spanOf(key),
});

/** The data with the rest of a longer table as one category, where the author or the kind wants few. */
function summedUp(
  whole: ChartData,
  block: ChartBlock,
  chart: ChartKind,
  { lang, sink }: ResolveContext,
  spanOf: (option: string) => Span,
): ChartData {
  const sums = whole.order !== 'date' && whole.figures === 'numbers' && whole.measured === null;
  if (block.top !== null && !sums) {
    const message = '"top" is not followed: the rest of dates or of points cannot be summed up';
    sink(diagnostic('warning', 'chart/no-top', message, spanOf('top'), 'choose rows under "where"'));
  }
  const other = block.other || chartWordsFor(lang).other;
  const limit = chart.most ?? Number.POSITIVE_INFINITY;
  const tooMany = whole.categories.length > limit && block.top === null;
  if (tooMany) {
    const message = `${whole.categories.length} parts are more than ${chart.title.toLowerCase()}s can name: all but ${limit - 1} are drawn as "${other}"`;
    sink(diagnostic('info', 'chart/summed-up', message, spanOf('type'), 'write "top: 5" for fewer, or "type: bar" for all'));
  }
  return sums && (block.top !== null || tooMany) ? topOf(whole, block.top ?? limit - 1, other) : whole;
}

/** What is written into the chart; its note too, where the kind has a place for words. */
function annotationsOf(
  block: ChartBlock,
  chart: ChartKind,
  data: ChartData,
  sink: Sink,
): { readonly annotations: readonly Annotation[]; readonly noted: boolean } {
  const notes = chart.annotates?.(data, block.own) ?? [];
  const noted = block.note !== '' && notes.includes('words');
  const written = noted ? [...block.annotate, { at: '', series: '', value: '', from: '', to: '', text: block.note }] : block.annotate;
  const at = (index: number): Span => block.spans[`annotate.${index}`] ?? block.spans.annotate ?? block.span;
  return { annotations: readAnnotations(written, data, { notes, title: chart.title }, at, sink), noted };
}

/** The wished ends of the axis in the unit that is drawn. */
const inUnitOf = ({ unit }: ChartData, options: ChartOptions): ChartOptions =>
  unit.times === 1 ? options : { ...options, min: options.min && options.min * unit.times, max: options.max && options.max * unit.times };

/** What the table alone shows: names that stand there twice, figures beyond the wished ends of the axis. */
function checkTable(chart: ChartKind, check: ChartCheck): void {
  if (!chart.unnamed) namesDiffer(check);
  intervalsHold(check);
  if (check.data.figures === 'numbers') fitsAxis(chart.logScale ? check : { ...check, options: { ...check.options, min: null } });
}

/** More messages of one kind about one chart than anybody reads. */
const MOST_TOLD = 10;

/** The table with its facts as numbers, whose decimal sign is the point. */
function expanded(grid: Grid | null, { expand }: ResolveContext): Grid | null {
  const cellOf = (cell: Cell): Cell => {
    if (!cell.text.includes('{{')) return cell;
    const exact = /^\{\{[^{}]*\}\}$/.test(cell.text);
    return { ...cell, text: expand(cell.text, cell.span), ...(exact ? { exact } : {}) };
  };
  return grid && { ...grid, header: grid.header.map(cellOf), rows: grid.rows.map((row) => row.map(cellOf)) };
}

function gridOf(block: ChartBlock, context: ResolveContext): Grid | null {
  if (block.source.kind === 'none') return null;
  if (block.source.kind === 'grid') return block.source.grid;
  const { reference } = block.source;
  const file = context.file(reference);
  if ('text' in file) return readTableFile(file, context.sink);
  const why = 'failure' in file ? file.failure : 'it is a picture';
  context.sink(diagnostic('error', 'chart/data-file', `data file "${reference.path}" cannot be read: ${why}`, reference.span));
  return null;
}

/** Names in `highlight` and `labels` that the table does not have. */
function knownNames(block: ChartBlock, data: ChartData, sink: Sink): void {
  const keys = [...data.categories, ...data.series].map((item) => item.key);
  const names = [...keys, ...data.categories.map((item) => item.label), ...data.series.map((item) => item.name)];
  const report = (name: string, known: readonly string[], option: string, span: Span): void => {
    if (known.includes(name)) return;
    const near = closest(name, known);
    const hints = near === null ? [] : [`did you mean "${near}"?`];
    sink(
      diagnostic('warning', 'chart/unknown-name', `"${option}" names "${name}", which is neither a series nor a category`, span, ...hints),
    );
  };
  const at = (key: string): Span => block.spans[key] ?? block.span;
  block.options.highlight.forEach((name, index) => {
    report(name, names, 'highlight', block.spans[`highlight.${index}`] ?? at('highlight'));
  });
  for (const name of Object.keys(block.labels))
    report(name, [...keys, data.heading], 'labels', block.spans[`labels.${name}`] ?? at('labels'));
}

function checkLog(chart: ChartKind, data: ChartData, charts: readonly ChartKind[], span: Span, sink: Sink): void {
  if (!chart.logScale) {
    const others = charts
      .filter((other) => other.logScale)
      .slice(0, 2)
      .map((other) => `"type: ${other.name}"`);
    const message = `a log scale falsifies "type: ${chart.name}": lengths and areas are read from zero`;
    sink(diagnostic('error', 'chart/log-scale', message, span, `use ${[...others].sort().join(' or ')}`));
  }
  eachValue(data, (value, column, cell) => {
    if (value > 0) return;
    sink(diagnostic('error', 'chart/not-positive', `a log scale has no place for ${value} in column "${column}"`, cell));
  });
}
