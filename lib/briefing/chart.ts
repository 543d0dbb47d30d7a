/** What a kind of chart states about itself. Shared code reads these properties and never asks for a kind by name. */
import type { z } from 'zod';
import type { ChartCheck } from '../plot/check.js';
import type { ChartData, WantedColumns } from '../plot/data.js';
import type { ChartRequest } from '../plot/request.js';
import type { ChartSpec } from '../scene/chart.js';

/** A kind of chart. `O` are the options that it takes besides those of every chart, each with a default. */
export interface ChartKind<O extends z.ZodRawShape = z.ZodRawShape> {
  /** As authors write it: `type: bar`. Unique. */
  readonly name: string;
  /** As the alternative text says it, in English: `Bar chart`. */
  readonly title: string;
  /** Which columns of the table it draws. */
  readonly columns: WantedColumns;
  /** Whether a log scale tells the truth: of points and lines, never of lengths and areas. */
  readonly logScale: boolean;
  /** Whether words and lines can stand in the chart of such data (`annotate`, `note`); default: never. */
  readonly annotates?: (data: ChartData) => boolean;
  /** Rows are single observations: they need no names, and names may come twice; default: rows are categories, each with a name of its own. */
  readonly unnamed?: boolean;
  /** The most rows that it draws; default: `MOST_ROWS`. */
  readonly mostRows?: number;
  readonly options: O;
  /** Says what is wrong with the data; an error where the drawing would mislead. */
  check(check: ChartCheck, own: z.output<z.ZodObject<O>>): void;
  /** The least height in EMU at a size of text in points. */
  leastHeight(data: ChartData, size: number): number;
  /** Draws; never throws for data that passed the check. */
  draw(request: ChartRequest, own: z.output<z.ZodObject<O>>): ChartSpec;
}

/** A chart kind as the pipeline's table holds it; add one of your own with `buildDeck(source, {charts: [defineChart({…})]})`. */
export const defineChart = <O extends z.ZodRawShape>(kind: ChartKind<O>): ChartKind => kind as unknown as ChartKind;

export type { ChartCheck };
