/** Charts: a fence of YAML that names a kind, its data and what it shall show. */
import { z } from 'zod';
import type { Block, FileReference } from '../briefing/briefing.js';
import type { ChartKind } from '../briefing/chart.js';
import { chartWordsFor } from '../briefing/chart-words.js';
import { citationsIn } from '../briefing/claims.js';
import { fenceText } from '../briefing/fence.js';
import { type Citation, type Inline, inlineText, plainInline, type Status } from '../briefing/inline.js';
import { referenceTo } from '../briefing/items.js';
import { defineBlock, type FrameKind, type ParseContext, type PlaceContext, type ResolveContext } from '../briefing/kind.js';
import type { CodeNode, TableNode } from '../briefing/node.js';
import { type Statement, statement } from '../briefing/statement.js';
import { atMost, diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { type Emu, emu, inches, type Size } from '../core/units.js';
import { readYaml, type YamlText, type YamlValue } from '../core/yaml.js';
import { annotated } from '../plot/annotate.js';
import { type ChartCheck, eachValue, fitsAxis, intervalsHold, MOST_ROWS, namesDiffer, noSecondAxis, tellRows } from '../plot/check.js';
import { readTable } from '../plot/columns.js';
import { type Cell, type Grid, readCsv } from '../plot/csv.js';
import { type ChartData, readData } from '../plot/data.js';
import { type Drawing, isChart } from '../plot/drawing.js';
import { isLocale } from '../plot/figure.js';
import { blockScalar, rowsGrid } from '../plot/inline-data.js';
import { textOn } from '../plot/paint.js';
import { sharedScale } from '../plot/panels.js';
import { readAnnotations, type WrittenAnnotation } from '../plot/read-annotations.js';
import { type ChartOptions, type ChartRequest, type Measure, SORTS, VALUES, valuesOf } from '../plot/request.js';
import { rowsWhere, type Where } from '../plot/rows.js';
import { linearScale } from '../plot/scale.js';
import { sourceColumns, withSource } from '../plot/sheet.js';
import { readTableFile, yamlRows } from '../plot/table-file.js';
import { topOf } from '../plot/top.js';
import type { WorkbookColumn } from '../scene/chart.js';
import { type LevelStyle, paragraph, run } from '../scene/text.js';
import { chartClaims, drawnFigures, readStatuses, STANDING_LOOKS } from './chart-claims.js';
import { chartItems } from './chart-items.js';
import { partRows, tellParted, type WholeChart } from './chart-rows.js';

/** What a chart's workbook holds: what is drawn, or beside it the whole table, on a sheet of its own. */
const WORKBOOKS = ['plotted', 'full'] as const;

/** Where the table comes from; `none` where the author gave none that could be read. */
type DataSource =
  | { readonly kind: 'file'; readonly reference: FileReference }
  | { readonly kind: 'grid'; readonly grid: Grid }
  | { readonly kind: 'none' };

export interface ChartBlock extends Block {
  readonly kind: 'chart';
  /** The name of a kind of chart; empty where nobody knows it. */
  readonly type: string;
  readonly title: readonly Inline[];
  readonly unit: string;
  readonly note: string;
  /** The author's own alternative text. */
  readonly alt: string;
  readonly options: ChartOptions;
  /** Words, lines and spans as written, before `resolve` finds them in the data. */
  readonly annotate: readonly WrittenAnnotation[];
  /** The options that only this kind takes. */
  readonly own: Readonly<Record<string, unknown>>;
  readonly series: readonly string[];
  readonly category: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly sources: readonly Citation[];
  readonly source: DataSource;
  /** Which rows are drawn. */
  readonly where: Where;
  /** How many categories are drawn, the rest as one under that name; null: all. */
  readonly top: number | null;
  /** Empty: in the deck's language. */
  readonly other: string;
  /** Whose way of writing numbers and dates the table has; empty: what the table shows. */
  readonly locale: string;
  readonly workbook: (typeof WORKBOOKS)[number];
  /** Series for a second axis, which no chart draws. */
  readonly secondary: readonly string[];
  /** How the subtitle calls a log scale. */
  readonly logScale: string;
  /** Places of options: `type`, `series.0`. */
  readonly spans: Readonly<Record<string, Span>>;
  /** What is drawn; null before `resolve`, and where the data have errors. */
  readonly data: ChartData | null;
  /** The whole table for the workbook; empty: it holds what is drawn. */
  readonly full: readonly WorkbookColumn[];
  /** One for each category. */
  readonly statuses: readonly Status[];
  readonly whole: WholeChart | null;
}

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]).transform((value) => (value === null ? '' : String(value)));
const words = z.union([scalar.transform((word) => [word]), z.array(scalar)]).default([]);
const text = scalar.default('');
const number = z.number().nullable().default(null);

/** The options of every chart; a kind adds its own. */
const common = {
  type: text,
  title: text,
  data: z.union([z.string(), ...yamlRows.options], 'expected a path, CSV or a list of rows').default(''),
  unit: text,
  highlight: words,
  source: words,
  alt: text,
  note: text,
  series: words,
  category: text,
  where: z.record(z.string(), z.union([scalar.transform((word) => [word]), z.array(scalar)])).default({}),
  top: z.int().min(1).nullable().default(null),
  other: text,
  locale: text.refine((tag) => tag === '' || isLocale(tag), 'expected a language such as "en", "de" or "fr-CH"'),
  workbook: z.enum(WORKBOOKS).default('plotted'),
  secondary: words,
  labels: z.record(z.string(), scalar).default({}),
  sort: z.enum(SORTS).default('auto'),
  values: z.enum(VALUES).default('auto'),
  decimals: z.int().min(0).max(10).nullable().default(null),
  format: text,
  min: number,
  max: number,
  log: z.boolean().default(false),
  annotate: z.array(z.strictObject({ at: text, value: text, from: text, to: text, text })).default([]),
};
const schema = z.strictObject(common);
type Common = z.output<typeof schema>;

const kind: FrameKind<ChartBlock> = {
  name: 'chart',
  flow: 'frame',
  content: 'chart',
  stretches: true,
  parse(node, context) {
    if (node.type === 'table' && node.directive !== '') return parseChart(directive(node), context);
    return node.type === 'code' && FENCES.has(node.language) ? parseChart(fence(node), context) : null;
  },
  files: (block) => (block.source.kind === 'file' ? [block.source.reference] : []),
  resolve: resolveChart,
  citations: (block) => [...citationsIn(block.title), ...block.sources],
  claims: chartClaims,
  drawn: drawnFigures,
  statements: chartStatements,
  slots: () => 1,
  subtitle,
  height(block, width, context) {
    const chart = kindOf(block, context.charts);
    return chart && block.data ? emu(chart.leastHeight(block.data, textSize(chart, width, context))) : inches(2);
  },
  place(block, place, context) {
    const chart = kindOf(block, context.charts);
    if (!chart || !block.data) return [];
    const target = place.placeholders[0];
    const { frame } = place;
    const request = requestOf(chart, block, block.data, frame, context);
    if (block.whole?.first) tellParted(block.whole.data, block.span, context.sink);
    return chartItems(drawn(chart, request, block), chart.told?.(request, block.own) ?? request, {
      id: place.id,
      frame,
      placeholder: target ? referenceTo(target) : null,
      name: inlineText(block.title) || chart.name,
      kind: request.words.kinds[chart.name] ?? chart.title,
      subject: inlineText(subtitle(block)),
      message: context.title,
      alt: block.alt,
      style: lineStyle(request.size, context),
      lang: context.lang,
    });
  },
  split(block, width, height, context) {
    const chart = kindOf(block, context.charts);
    return chart ? partRows(block, chart, textSize(chart, width, context), height) : null;
  },
};

/** What a chart is asked to draw; one that goes on over slides keeps the scale of all its rows. */
function requestOf(chart: ChartKind, block: ChartBlock, data: ChartData, frame: Size, context: PlaceContext): ChartRequest {
  const request = chartRequest(chart, block, data, block.statuses, frame, context);
  if (!block.whole) return request;
  // Rows that were given their height have room for a figure each, clusters have not.
  const mostPrinted = data.series.length === 1 ? Number.POSITIVE_INFINITY : 0;
  const whole = { ...chartRequest(chart, block, block.whole.data, block.whole.statuses, frame, context), mostPrinted };
  const all = drawn(chart, whole, block);
  const { min, max } = block.options;
  const scale = isChart(all) ? sharedScale([all]) : linearScale(valuesOf(block.whole.data), { min, max, fromZero: false });
  return scale ? { ...request, mostPrinted, scale } : request;
}

function drawn(chart: ChartKind, request: ChartRequest, block: ChartBlock): Drawing {
  const drawing = chart.draw(request, block.own);
  return isChart(drawing) ? withSource(annotated(request, drawing), block.full) : drawing;
}

/** The fences that are charts, and the type of those that name none. */
const FENCES: ReadonlyMap<string, string> = new Map([
  ['chart', ''],
  ['timeline', 'timeline'],
]);

const kindOf = (block: ChartBlock, charts: readonly ChartKind[]): ChartKind | undefined =>
  charts.find((chart) => chart.name === block.type);

/** A chart as its author wrote it, in a fence or above a table. */
interface Written {
  readonly yaml: YamlText;
  readonly span: Span;
  /** The type where none is named. */
  readonly type: string;
  /** The table that follows the comment; null for a fence. */
  readonly grid: Grid | null;
  /** The fence, for the places in inline data. */
  readonly code: CodeNode | null;
}

const fence = (node: CodeNode): Written => ({
  yaml: fenceText(node),
  span: node.span,
  type: FENCES.get(node.language) ?? '',
  grid: null,
  code: node,
});

/** `<!-- chart: bar, unit: "%" -->` above a table: options after a comma, as `key=value`, or a line each. */
function directive(node: TableNode): Written {
  const [, type = '', rest = ''] = /^chart\b\s*:?\s*([\w-]*)[ \t]*,?([\s\S]*)$/i.exec(node.directive) ?? [];
  const pairs = [...rest.matchAll(/([\w-]+)=("[^"]*"|\S+)/g)].map(([, key = '', value = '']) => `${key}: ${quoted(value)}`);
  const options = rest.includes('\n') ? rest : pairs.length > 0 && !/:\s/.test(rest) ? pairs.join('\n') : rest.trim() && `{${rest}}`;
  const cell = ({ inlines, span }: TableNode['header'][number]): Cell => ({ text: inlineText(inlines).trim(), span });
  const span = { ...node.span, end: node.span.start };
  const blank = (row: Grid['header']): Grid['header'] =>
    node.header.map((head, index) => row[index] ?? { text: '', span: row.at(-1)?.span ?? head.span });
  return {
    yaml: { text: options === '' ? '{}' : options, span: () => span },
    span: node.span,
    type,
    grid: { header: node.header.map(cell), rows: node.rows.map((row) => blank(row.map(cell))), delimiter: '' },
    code: null,
  };
}

const quoted = (value: string): string => (value.startsWith('"') ? value : JSON.stringify(value));

function parseChart(node: Written, context: ParseContext): ChartBlock {
  const { yaml } = node;
  const typed = readYaml(yaml, z.looseObject({ type: text }), { area: 'chart', severity: 'error', sink: () => {} })?.value.type ?? '';
  const named = typed === '' ? node.type : typed;
  const chart = context.charts.find(({ name }) => name === named);
  const report = { area: 'chart', severity: 'error', sink: context.sink } as const;
  const read = readYaml<Common>(yaml, z.strictObject({ ...common, ...chart?.options }), report);
  const value = read?.value ?? schema.parse({});
  const spans = read ? spansOf(read) : {};
  const at = (key: string): Span => spans[key] ?? node.span;
  if (read && !chart) unknownType(named, at('type'), context);
  const { type: _, title, data, source, highlight, labels, series, category, unit, note, alt, ...rest } = value;
  const { sort, values, decimals, format, min, max, log, annotate, where, top, other, locale, workbook, secondary, ...own } = rest;
  return {
    kind: 'chart',
    span: node.span,
    type: chart?.name ?? '',
    title: title === '' ? [] : context.inlines(title, at('title')),
    unit,
    note,
    alt,
    options: { highlight, sort, values, decimals, format, min, max, log, annotations: [] },
    annotate,
    own,
    series,
    category,
    labels,
    sources: source.map((id, index) => ({ id: id.replace(/^@/, ''), locator: '', span: spans[`source.${index}`] ?? at('source') })),
    source: node.grid ? { kind: 'grid', grid: node.grid } : read ? dataSource(data, read, node, context.sink) : { kind: 'none' },
    where,
    top,
    other,
    locale,
    workbook,
    secondary,
    logScale: LOG_SCALE,
    spans,
    data: null,
    full: [],
    statuses: [],
    whole: null,
  };
}

function unknownType(name: string, span: Span, { charts, sink }: ParseContext): void {
  const names = charts.map((chart) => chart.name);
  const near = closest(name, names);
  const hint = near === null ? `the types are ${names.join(', ')}` : `did you mean "${near}"?`;
  const message = name === '' ? 'the chart has no type' : `unknown chart type "${name}"`;
  sink(diagnostic('error', name === '' ? 'chart/no-type' : 'chart/unknown-type', message, span, hint));
}

/** The places of all options and of the entries of lists. */
function spansOf(read: YamlValue<Common>): Readonly<Record<string, Span>> {
  const spans: Record<string, Span> = {};
  for (const [key, value] of Object.entries(read.value)) {
    spans[key] = read.spanOf([key]);
    const entries = Array.isArray(value) && key !== 'data' ? value : [];
    entries.forEach((_, index) => {
      spans[`${key}.${index}`] = read.spanOf([key, index]);
    });
    for (const column of key === 'where' ? Object.keys(read.value.where) : []) spans[`where.${column}`] = read.spanOf(['where', column]);
    for (const name of key === 'labels' ? Object.keys(read.value.labels) : []) spans[`labels.${name}`] = read.spanOfKey(['labels', name]);
  }
  return spans;
}

function dataSource(data: Common['data'], read: YamlValue<Common>, node: Written, sink: Sink): DataSource {
  const span = read.spanOf(['data']);
  if (data.length === 0) {
    const hint = 'write "data: file.csv", or CSV under "data: |"';
    sink(diagnostic('error', 'chart/no-data', 'the chart has no data', node.span, hint));
    return { kind: 'none' };
  }
  if (typeof data !== 'string') return toSource(rowsGrid(data, read, ['data'], sink));
  if (!/[\r\n]/.test(data)) return { kind: 'file', reference: { path: data, use: 'data', span } };
  return node.code ? toSource(readCsv(blockScalar(data, span, node.code), sink)) : { kind: 'none' };
}

const toSource = (grid: Grid | null): DataSource => (grid ? { kind: 'grid', grid } : { kind: 'none' });

const LOG_SCALE = 'log scale';

/** On a log scale each figure is printed in its own magnitude, so the subtitle names none. */
const MAGNITUDE = /\s*\b(?:thousands?|millions?|billions?|trillions?|bn|tn|[kmb])$/i;

/** Title and unit, as the layout's subtitle says them: what is measured, in which unit, on which scale. */
function subtitle(block: ChartBlock): readonly Inline[] {
  const title = inlineText(block.title);
  const own = block.options.log ? block.unit.replace(MAGNITUDE, '') : block.unit;
  const unit = own !== '' && !title.toLowerCase().includes(own.toLowerCase()) ? own : '';
  const scale =
    block.options.log && ![LOG_SCALE, block.logScale].some((words) => title.toLowerCase().includes(words.toLowerCase()))
      ? block.logScale
      : '';
  const said = [title, unit, scale].filter((part) => part !== '');
  const more = [...said.slice(title === '' ? 0 : 1), ...(block.note === '' ? [] : [block.note])];
  if (more.length === 0) return block.title;
  const span = block.spans.unit ?? block.span;
  return [...block.title, plainInline((title === '' ? '' : ', ') + more.join(', '), span)];
}

/** Reads the table and has the kind check it. Errors stand at the cells; the block stays. */
function resolveChart(block: ChartBlock, given: ResolveContext): ChartBlock {
  const few = atMost(given.sink, MOST_TOLD);
  const context = { ...given, sink: few.sink };
  const resolved = { ...drawnBlock(block, context), logScale: chartWordsFor(given.lang).logScale };
  few.finish();
  return resolved;
}

/** The block with what it draws, where its data have no error. */
function drawnBlock(block: ChartBlock, context: ResolveContext): ChartBlock {
  const chart = kindOf(block, context.charts);
  const grid = expanded(gridOf(block, context), context);
  if (!chart || !grid) return block;
  const all = readTable(grid, { lang: context.lang, locale: block.locale });
  const table = rowsWhere(all, block.where, (column) => block.spans[`where.${column}`] ?? block.span, context.sink);
  if (!table) return block;
  const most = chart.mostRows ?? MOST_ROWS;
  if (block.top === null && table.rows.length > most) {
    tellRows(table.rows.length, most, block.spans.data ?? block.span, context.sink);
    return block;
  }
  let sound = true;
  const sink: Sink = (item) => {
    if (item.severity === 'error') sound = false;
    context.sink(item);
  };
  const spanOf = (option: string): Span => block.spans[option] ?? block.span;
  const wish = {
    series: block.series,
    category: block.category,
    labels: block.labels,
    unit: block.unit,
    spanOf: (key: string, index?: number): Span => (index === undefined ? undefined : block.spans[`${key}.${index}`]) ?? spanOf(key),
  };
  const whole = readData(table, chart.columns, wish, sink);
  if (!whole) return block;
  const sums = whole.order !== 'date' && whole.figures === 'numbers' && whole.measured === null;
  if (block.top !== null && !sums) {
    const message = '"top" is not followed: the rest of dates or of points cannot be summed up';
    context.sink(diagnostic('warning', 'chart/no-top', message, spanOf('top'), 'choose rows under "where"'));
  }
  const other = block.other || chartWordsFor(context.lang).other;
  const limit = chart.most ?? Number.POSITIVE_INFINITY;
  const tooMany = whole.categories.length > limit && block.top === null;
  if (tooMany) {
    const message = `${whole.categories.length} parts are more than ${chart.title.toLowerCase()}s can name: all but ${limit - 1} are drawn as "${other}"`;
    sink(diagnostic('info', 'chart/summed-up', message, spanOf('type'), 'write "top: 5" for fewer, or "type: bar" for all'));
  }
  const data = sums && (block.top !== null || tooMany) ? topOf(whole, block.top ?? limit - 1, other) : whole;
  knownNames(block, data, context.sink);
  if (block.options.log) checkLog(chart, data, context.charts, spanOf('log'), sink);
  if (block.secondary.length > 0) noSecondAxis({ data, options: block.options, sink, spanOf });
  checkTable(chart, { data, options: block.options, sink, spanOf });
  const notes = chart.annotates?.(data, block.own) ?? [];
  const noted = block.note !== '' && notes.includes('words');
  const written = noted ? [...block.annotate, { at: '', value: '', from: '', to: '', text: block.note }] : block.annotate;
  const at = (index: number): Span => block.spans[`annotate.${index}`] ?? spanOf('annotate');
  const annotations = readAnnotations(written, data, { notes, title: chart.title }, at, context.sink);
  if (sound) chart.check({ data, options: block.options, sink, spanOf }, block.own);
  if (!sound) return block;
  const options = { ...block.options, annotations };
  const full = block.workbook === 'full' ? sourceColumns(all) : [];
  return { ...block, note: noted ? '' : block.note, options, data, full, statuses: readStatuses(data, context) };
}

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

/** The chart's title, and every value that it draws with its unit. */
function chartStatements(block: ChartBlock): readonly Statement[] {
  const { data, sources: own } = block;
  const citations = [...citationsIn(block.title), ...own];
  const caption = statement('caption', block.title, block.spans.title ?? block.span, { citations });
  if (!data || data.figures === 'dates') return [caption];
  const values = data.series.flatMap((series) =>
    series.values.flatMap((value, index): readonly Statement[] => {
      const category = data.categories[index];
      const span = series.spans[index];
      if (value === null || !category || !span) return [];
      const about = `${category.label} ${series.name}`;
      const status = block.statuses[index] ?? null;
      return [statement('data', [plainInline(withUnit(value, block.unit), span)], span, { about, citations, status })];
    }),
  );
  return [caption, ...values];
}

const withUnit = (value: number, unit: string): string =>
  /^(?:US\$|[$€£¥])/.test(unit) ? unit.replace(/^(?:US\$|[$€£¥])/, (sign) => `${sign}${value}`) : `${value} ${unit}`.trim();

/** Points; one step down the ladder takes the next smaller size of a chart's text. */
function textSize({ dense = false }: ChartKind, width: Emu, { template, step }: Pick<PlaceContext, 'template' | 'step'>): number {
  const { size, wideFrom } = template.chart;
  const sizes = width >= wideFrom && !dense ? [size.wide, size.narrow, size.floor] : [size.narrow, size.floor];
  return sizes[Math.min(step, sizes.length - 1)] ?? size.floor;
}

function chartRequest(
  chart: ChartKind,
  block: ChartBlock,
  data: ChartData,
  statuses: readonly Status[],
  frame: Size,
  context: PlaceContext,
): ChartRequest {
  const { template, words, lang } = context;
  const size = textSize(chart, frame.cx, context);
  return {
    data,
    options: block.options,
    standings: statuses.map((status) => ({ look: STANDING_LOOKS[status], word: status === 'confirmed' ? '' : words.status[status] })),
    look: template.chart,
    frame,
    size,
    lang,
    words: chartWordsFor(lang),
    measure: chartMeasure(size, context),
    textOn: (fill) => textOn(fill, template),
  };
}

/** A line in the body font. */
function lineStyle(size: number, { template }: PlaceContext): LevelStyle {
  const [body] = template.styles.body;
  if (!body) throw new TypeError('the template has no body style');
  return { ...body, font: 'minor', size, bold: false, lineSpacing: 1, bullet: null, marginLeft: emu(0), indent: emu(0), spaceBefore: 0 };
}

/** Measures in the body font, on one line. */
function chartMeasure(size: number, context: PlaceContext): Measure {
  const level = lineStyle(size, context);
  const line = [paragraph([run('Ag', context.lang)])];
  return {
    line: context.height(line, [level], inches(10)),
    width: (words, bold = false) => context.width([paragraph([run(words, context.lang)])], [{ ...level, bold }]),
  };
}

export const chartKind = defineBlock(kind);
