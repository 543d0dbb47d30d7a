/** Shaded spans and lines in a chart of bars, columns or lines: stacked helper bars without gaps between them. */
import { withAlpha } from '../core/color.js';
import type { AreaPlot, Axis, BarPlot, ChartSeries, ChartSpec, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, hiddenAxis, VALUE_AXIS } from './axes.js';
import { NO_FILL, solid } from './paint.js';
import type { Annotation, ChartRequest } from './request.js';
import { helperColumn } from './sheet.js';

/** The axes of helper bars before a plot of bars, which can share none with them. */
const [FRONT_CATEGORIES, FRONT_VALUES] = [3, 4];
/** Percent: what lies behind still shows. */
const SHADE = 14;
/** EMU. */
const LINE = 1.25 * 12_700;

/** A stretch of the value axis in some of the rows. */
export interface Stretch {
  readonly words: string;
  readonly low: number;
  readonly high: number;
  readonly rows: ReadonlySet<number> | null;
  readonly line: boolean;
  /** Rows in which it is left out, for a label stands there; default: none. */
  readonly gaps?: ReadonlySet<number>;
}

/** What an annotation covers; `rowsBetween` finds the rows of categories. Null for words. */
export function stretchOf(
  { value, span, text }: Annotation,
  axis: ValueAxis,
  length: number,
  rowsBetween: (first: string, last: string) => ReadonlySet<number>,
): Stretch | null {
  if (value !== null) {
    const half = ((axis.max - axis.min) * LINE) / length / 2;
    return { words: text, low: value - half, high: value + half, rows: null, line: true };
  }
  if (!span) return null;
  return span.over === 'values'
    ? { words: text, low: span.low, high: span.high, rows: null, line: false }
    : { words: text, low: axis.min, high: axis.max, rows: rowsBetween(span.first, span.last), line: false };
}

/** Whether the categories are days, which lie unevenly. */
export const isOverDays = ({ axes }: Pick<ChartSpec, 'axes'>): boolean =>
  axes.some((item) => item.kind === 'date' && item.baseUnit === 'days');

/** What spans add to a chart. */
export interface SpanParts {
  readonly plot: BarPlot | AreaPlot;
  readonly axes: readonly Axis[];
  readonly columns: readonly WorkbookColumn[];
  /** The column of each span that is seen, in the order of the stretches. */
  readonly seen: readonly number[];
}

/**
 * Bars over the whole width of their rows: before lying bars on axes of their own and seen through, behind lines on theirs; before columns and
 * between days an area. `first` is the index of the first column that they add.
 */
export function spanParts(
  request: ChartRequest,
  spec: ChartSpec,
  axis: ValueAxis,
  stretches: readonly Stretch[],
  first: number,
): SpanParts {
  const lying = axis.position !== 'l';
  const front = lying || axis.between;
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  // An area over one row has no width.
  const asArea = !lying && rows > 1 && (axis.between || isOverDays(spec));
  const layers = layersOf(stretches, rows, asArea ? 0 : null);
  const series = layers.map((layer, at): ChartSeries => {
    const shade = layer.stretch?.line ? request.look.muted : front ? withAlpha(request.look.muted, SHADE) : request.look.panel;
    return {
      name: first + at,
      categories: 0,
      values: first + at,
      fill: layer.stretch ? solid(shade) : NO_FILL,
      line: null,
      marker: null,
      points: [],
      labels: null,
      helper: true,
    };
  });
  const axes: readonly [number, number] = front ? [FRONT_CATEGORIES, FRONT_VALUES] : [CATEGORY_AXIS, VALUE_AXIS];
  const bars: BarPlot = { kind: 'bar', direction: lying ? 'bar' : 'col', grouping: 'stacked', gapWidth: 0, overlap: 100, axes, series };
  return {
    plot: asArea ? { kind: 'area', grouping: 'stacked', axes, series } : bars,
    axes: lying ? frontAxes(request, axis) : front ? edgeAxes(request, axis, !asArea) : [],
    columns: layers.map(({ header, cells }) => helperColumn(request, header, null, cells)),
    seen: stretches.map((stretch) => first + layers.findIndex((layer) => layer.stretch === stretch)),
  };
}

/** A layer of the stack; one that is seen belongs to a stretch. */
interface Layer {
  readonly header: string;
  readonly stretch: Stretch | null;
  readonly cells: readonly (number | null)[];
}

/** The stretches as layers that lie upon each other, from zero up and from zero down; `outside` stands in the rows that they do not cover. */
function layersOf(stretches: readonly Stretch[], rows: number, outside: 0 | null): readonly Layer[] {
  const build = (list: readonly Stretch[], up: boolean): readonly Layer[] => {
    const reached = Array<number>(rows).fill(0);
    const size = up ? Math.max : Math.min;
    return list.flatMap((stretch): readonly Layer[] => {
      const [near, far] = up ? [Math.max(stretch.low, 0), stretch.high] : [Math.min(stretch.high, 0), stretch.low];
      const inside = (row: number): boolean => (stretch.rows === null || stretch.rows.has(row)) && !stretch.gaps?.has(row);
      const gaps = reached.map((at, row) => (inside(row) ? size(0, near - at) : outside));
      const own = reached.map((at, row) => (inside(row) ? size(0, far - size(near, at)) : outside));
      own.forEach((_, row) => {
        if (inside(row)) reached[row] = size(reached[row] ?? 0, far);
      });
      const header = stretch.words || (stretch.line ? 'Line' : 'Span');
      return [
        { header: `Up to ${header}`, stretch: null, cells: gaps },
        { header, stretch, cells: own },
      ];
    });
  };
  /** What runs through all rows lies below what fills some to the top. */
  const whole = ({ rows: some }: Stretch): number => (some === null ? 0 : 1);
  const above = stretches.filter(({ high }) => high > 0).sort((a, b) => whole(a) - whole(b) || a.low - b.low);
  const below = stretches.filter(({ low }) => low < 0).sort((a, b) => whole(a) - whole(b) || b.high - a.high);
  return [...build(above, true), ...build(below, false)];
}

/** A second pair of axes over columns, which an area fills from edge to edge, not from the middle of the first column to that of the last. */
function edgeAxes(request: ChartRequest, axis: ValueAxis, between: boolean): readonly Axis[] {
  const scale = { min: axis.min, max: axis.max, major: axis.major, logBase: axis.logBase };
  return [
    categoryAxis(request, { id: FRONT_CATEGORIES, crosses: FRONT_VALUES, deleted: true, labels: 'none', line: null }),
    hiddenAxis(request, scale, { id: FRONT_VALUES, crosses: FRONT_CATEGORIES, crossesAt: 'max', position: 'r', between }),
  ];
}

/** A second pair of axes, alike and without a line or a label; deleted ones LibreOffice takes for the first pair. */
function frontAxes(request: ChartRequest, axis: ValueAxis): readonly Axis[] {
  const scale = { min: axis.min, max: axis.max, major: axis.major, logBase: axis.logBase };
  return [
    categoryAxis(request, {
      id: FRONT_CATEGORIES,
      crosses: FRONT_VALUES,
      position: 'l',
      reversed: true,
      labels: 'none',
      line: null,
    }),
    hiddenAxis(request, scale, { id: FRONT_VALUES, crosses: FRONT_CATEGORIES, crossesAt: 'max', position: 'b', deleted: false }),
  ];
}
