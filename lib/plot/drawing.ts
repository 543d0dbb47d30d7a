/** What a kind of chart draws: a chart that fills its frame, or parts at frames of their own. */
import type { Emu, Rect } from '../core/units.js';
import type { ChartSpec, ChartText } from '../scene/chart.js';
import type { Fill } from '../scene/paint.js';
import type { ChartRequest } from './request.js';

/** One of several charts side by side; frames of parts are measured from the corner of the whole. */
export interface ChartPart {
  readonly kind: 'chart';
  readonly frame: Rect;
  /** What it shows of the whole. */
  readonly title: string;
  readonly chart: ChartSpec;
  /** What it was drawn from, for its alternative text. */
  readonly request: ChartRequest;
}

/** Lines of text. */
export interface WordsPart {
  readonly kind: 'words';
  readonly frame: Rect;
  readonly lines: readonly string[];
  readonly text: ChartText;
}

/** A cell of a table that shows figures as colours. */
export interface ColoredCell {
  readonly lines: readonly string[];
  readonly text: ChartText;
  readonly align: 'left' | 'center' | 'right';
  readonly fill: Fill;
}

/** A native table. */
export interface TablePart {
  readonly kind: 'table';
  readonly frame: Rect;
  /** The first row is a head. */
  readonly header: boolean;
  readonly columns: readonly Emu[];
  readonly rows: readonly { readonly height: Emu; readonly cells: readonly ColoredCell[] }[];
}

/** What colours mean: swatches of one width, side by side. */
export interface LegendPart {
  readonly kind: 'legend';
  readonly frame: Rect;
  readonly swatches: readonly { readonly words: string; readonly text: ChartText; readonly fill: Fill }[];
}

export type Part = ChartPart | WordsPart | TablePart | LegendPart;

/** A chart, or parts in reading order. */
export type Drawing = ChartSpec | readonly Part[];

/** Whether a drawing is one chart. */
export const isChart = (drawing: Drawing): drawing is ChartSpec => !Array.isArray(drawing);
