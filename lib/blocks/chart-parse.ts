/** Charts as they are written: a fence of YAML, or a comment above a table. */
import { z } from 'zod';
import { fenceText } from '../briefing/fence.js';
import { inlineText } from '../briefing/inline.js';
import type { ParseContext } from '../briefing/kind.js';
import type { CodeNode, TableNode } from '../briefing/node.js';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { readYaml, type YamlText, type YamlValue } from '../core/yaml.js';
import { type Cell, type Grid, readCsv } from '../plot/csv.js';
import { blockScalar, rowsGrid } from '../plot/inline-data.js';
import { type ChartBlock, type Common, common, type DataSource, schema, text } from './chart-block.js';
import { LOG_SCALE } from './chart-said.js';

/** The fences that are charts, and the type of those that name none. */
export const FENCES: ReadonlyMap<string, string> = new Map([
  ['chart', ''],
  ['timeline', 'timeline'],
]);

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

/** A fence of YAML. */
export const fence = (node: CodeNode): Written => ({
  yaml: fenceText(node),
  span: node.span,
  type: FENCES.get(node.language) ?? '',
  grid: null,
  code: node,
});

/** `<!-- chart: bar, unit: "%" -->` above a table: options after a comma, as `key=value`, or a line each. */
export function directive(node: TableNode): Written {
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

/** The block of a chart as it is written; an unknown type and wrong options are said. */
export function parseChart(node: Written, context: ParseContext): ChartBlock {
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
