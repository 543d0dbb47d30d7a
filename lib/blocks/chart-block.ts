/** The block of a chart: the options that every kind takes, and what becomes of them. */
import { z } from 'zod';
import type { Block, FileReference } from '../briefing/briefing.js';
import type { ChartKind } from '../briefing/chart.js';
import type { Citation, Inline, Status } from '../briefing/inline.js';
import type { Span } from '../core/diagnostic.js';
import { isLocale } from '../core/notation.js';
import type { Grid } from '../plot/csv.js';
import type { ChartData } from '../plot/data.js';
import type { WrittenAnnotation } from '../plot/read-annotations.js';
import { type ChartOptions, SORTS, VALUES } from '../plot/request.js';
import type { Where } from '../plot/rows.js';
import { yamlRows } from '../plot/table-file.js';
import type { WorkbookColumn } from '../scene/chart.js';
import type { WholeChart } from './chart-rows.js';

/** What a chart's workbook holds: what is drawn, or beside it the whole table, on a sheet of its own. */
const WORKBOOKS = ['plotted', 'full'] as const;

/** Where the table comes from; `none` where the author gave none that could be read. */
export type DataSource =
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
export const text = scalar.default('');
const number = z.number().nullable().default(null);

/** The options of every chart; a kind adds its own. */
export const common = {
  type: text.describe('the kind'),
  title: text.describe("what is measured, in which unit: the chart's subtitle"),
  data: z
    .union([z.string(), ...yamlRows.options], 'expected a path, CSV or a list of rows')
    .default('')
    .describe('a file (CSV, TSV, JSON), CSV under `data: |`, or rows'),
  unit: text.describe("of all figures; default: the cells' own"),
  highlight: words.describe('series or categories in the accent, the rest in grey'),
  source: words.describe('ids of what it cites'),
  alt: text.describe('the alternative text; default: made of the figures'),
  note: text.describe('a sentence in the chart where it has room, else behind the subtitle'),
  series: words.describe('which columns are drawn; default: those of numbers'),
  category: text.describe('which column names the rows; default: the first'),
  where: z
    .record(z.string(), z.union([scalar.transform((word) => [word]), z.array(scalar)]))
    .default({})
    .describe('which rows: {year: 2024, loss: "> 10", who: [a, b]}'),
  top: z.int().min(1).nullable().default(null).describe('so many of the largest, the rest summed up'),
  other: text.describe('how the rest is called'),
  locale: text
    .refine((tag) => tag === '' || isLocale(tag), 'expected a language such as "en", "de" or "fr-CH"')
    .describe('how the table writes numbers and dates, where it cannot be seen'),
  workbook: z
    .enum(WORKBOOKS)
    .default('plotted')
    .describe('plotted: Edit Data opens what is drawn; full: the whole table on a second sheet'),
  secondary: words.describe('refused: a second axis misleads'),
  labels: z.record(z.string(), scalar).default({}).describe("new names for series, categories and the first column's head"),
  sort: z.enum(SORTS).default('auto').describe('of the categories; auto keeps time in its order'),
  values: z.enum(VALUES).default('auto').describe('whether figures are printed at bars and points'),
  decimals: z.int().min(0).max(10).nullable().default(null).describe('of printed figures; default: as many as they need'),
  format: text.describe('a number format code of Excel, in place of all this'),
  min: number.describe('where the value axis starts'),
  max: number.describe('where the value axis ends'),
  log: z.boolean().default(false).describe('a log scale, for points and lines only'),
  annotate: z
    .array(z.strictObject({ at: text, series: text, value: text, from: text, to: text, text }))
    .default([])
    .describe('words at a point (at, series), a line at a value, a shaded span (from, to), each with its text'),
};
export const schema = z.strictObject(common);
export type Common = z.output<typeof schema>;

/** The kind of a chart; undefined where nobody knows it. */
export const kindOf = (block: ChartBlock, charts: readonly ChartKind[]): ChartKind | undefined =>
  charts.find((chart) => chart.name === block.type);
