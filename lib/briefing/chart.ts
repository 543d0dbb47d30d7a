/** What a kind of chart states about itself. Shared code reads these properties and never asks for a kind by name. */
import type { z } from 'zod';
import type { ChartCheck } from '../plot/check.js';
import type { ChartData, WantedColumns } from '../plot/data.js';
import type { Drawing } from '../plot/drawing.js';
import type { Notes } from '../plot/read-annotations.js';
import type { ChartRequest, Ordered } from '../plot/request.js';

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
  /** Which words, lines and spans can stand in the chart of such data (`annotate`, `note`); default: none. */
  annotates?(data: ChartData, own: z.output<z.ZodObject<O>>): Notes;
  /** Rows are single observations: they need no names, and names may come twice; default: rows are categories, each with a name of its own. */
  readonly unnamed?: boolean;
  /** The most rows that it draws; default: `MOST_ROWS`. */
  readonly mostRows?: number;
  /**
   * What it draws with its categories in the order of the rows, from the top down: more rows than a slide holds go on over several, on one
   * scale. Null, and default: it has no rows that can be parted.
   */
  inRows?<R extends Ordered>(asked: R, own: z.output<z.ZodObject<O>>): R | null;
  /** How many categories it can show, the smallest summed up as one; default: all. */
  readonly most?: number;
  /** Whether its text has the size of a narrow frame in a wide one too: panels, cells; default: no. */
  readonly dense?: boolean;
  readonly options: O;
  /** Says what is wrong with the data; an error where the drawing would mislead. */
  check(check: ChartCheck, own: z.output<z.ZodObject<O>>): void;
  /** The least height in EMU at a size of text in points. */
  leastHeight(data: ChartData, size: number): number;
  /** What the alternative text speaks of, where the table's own figures are not what is seen; default: these. */
  told?(request: ChartRequest, own: z.output<z.ZodObject<O>>): ChartRequest;
  /** Draws one chart, or parts in the frame; never throws for data that passed the check. */
  draw(request: ChartRequest, own: z.output<z.ZodObject<O>>): Drawing;
}

/** A chart kind as the pipeline's table holds it; add one of your own with `buildDeck(source, {charts: [defineChart({…})]})`. */
export const defineChart = <O extends z.ZodRawShape>(kind: ChartKind<O>): ChartKind => kind as unknown as ChartKind;

export type { ChartCheck };
