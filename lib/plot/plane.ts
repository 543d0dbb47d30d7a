/** Where the points and labels of a chart of lines or columns lie, as measured. */
import type { ChartSeries, ChartSpec, LabelPosition, Plot, PointLabel, SeriesLabels, ValueAxis } from '../scene/chart.js';
import { GAP } from './axes.js';
import type { Box, Path, Point } from './boxes.js';
import { codeText } from './label.js';
import type { ChartRequest } from './request.js';
import { positionOn } from './scale.js';

/** The plane of a chart whose values go upwards. EMU. */
export interface Plane {
  readonly area: Box;
  readonly frame: Box;
  x(row: number): number;
  y(value: number): number;
}

/** The plot area of a chart in EMU. */
export const plotBox = ({ frame }: Pick<ChartRequest, 'frame'>, { x, y, w, h }: ChartSpec['plotArea']): Box => ({
  x: x * frame.cx,
  y: y * frame.cy,
  w: w * frame.cx,
  h: h * frame.cy,
});

/** The plane of a chart over categories, days or months. */
export function planeOf({ frame }: Pick<ChartRequest, 'frame'>, spec: ChartSpec, axis: ValueAxis): Plane {
  const area = plotBox({ frame }, spec.plotArea);
  return {
    area,
    frame: { x: 0, y: 0, w: frame.cx, h: frame.cy },
    x: (row) => area.x + area.w * rowShare(spec, axis, row),
    y: (value) => area.y + area.h * (1 - positionOn(axis, value)),
  };
}

/** Where a row lies along the categories: of days by their distances. */
export function rowShare(spec: ChartSpec, axis: Pick<ValueAxis, 'between'>, row: number): number {
  const cells = spec.workbook.columns[0]?.cells ?? [];
  const at = cells[row];
  if (spec.axes.some(({ kind }) => kind === 'date') && typeof at === 'number') {
    const dates = cells.filter((cell) => typeof cell === 'number');
    const [low, high] = [Math.min(...dates), Math.max(...dates)];
    return high > low ? (at - low) / (high - low) : 0;
  }
  return axis.between ? (row + 0.5) / Math.max(1, cells.length) : row / Math.max(1, cells.length - 1);
}

const valueAt = (spec: ChartSpec, column: number, row: number): number | null => {
  const cell = spec.workbook.columns[column]?.cells[row];
  return typeof cell === 'number' ? cell : null;
};

/** The drawn lines of a series, parted at its gaps. */
export function pathsOf(spec: ChartSpec, plane: Plane, { values, line, trend, helper }: ChartSeries): readonly Path[] {
  const level = helper && trend ? valueAt(spec, values, 0) : null;
  if (level !== null) return [[plane.area.x, plane.area.x + plane.area.w].map((x) => ({ x, y: plane.y(level) }))];
  if (line === null) return [];
  const paths: Point[][] = [[]];
  (spec.workbook.columns[values]?.cells ?? []).forEach((cell, row) => {
    if (typeof cell === 'number') paths.at(-1)?.push({ x: plane.x(row), y: plane.y(cell) });
    else paths.push([]);
  });
  return paths.filter((path) => path.length > 1);
}

/** The ends of the columns of a plot that stand beside each other. */
export function columnEnds(spec: ChartSpec, plane: Plane, plot: Plot): readonly Path[] {
  if (plot.kind !== 'bar' || plot.grouping !== 'clustered' || plot.direction !== 'col') return [];
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const width = plane.area.w / Math.max(1, rows) / (plot.series.length + plot.gapWidth / 100);
  return plot.series.flatMap(({ values }, index) =>
    (spec.workbook.columns[values]?.cells ?? []).flatMap((cell, row): readonly Path[] => {
      if (typeof cell !== 'number') return [];
      const left = plane.x(row) + (index - plot.series.length / 2) * width;
      return [[left, left + width].map((x) => ({ x, y: plane.y(cell) }))];
    }),
  );
}

/** From the middle of a point's mark to its label. */
const REACH = GAP * 0.75;

/** Where a label of this size stands at a point. */
export function boxBeside(point: Point, position: LabelPosition, w: number, h: number): Box {
  if (position === 'r') return { x: point.x + REACH, y: point.y - h / 2, w, h };
  if (position === 'l') return { x: point.x - REACH - w, y: point.y - h / 2, w, h };
  if (position === 'b') return { x: point.x - w / 2, y: point.y + REACH, w, h };
  if (position === 'ctr') return { x: point.x - w / 2, y: point.y - h / 2, w, h };
  if (position === 'inEnd') return { x: point.x - w / 2, y: point.y, w, h };
  if (position === 'inBase') return { x: point.x - w / 2, y: point.y - h, w, h };
  return { x: point.x - w / 2, y: point.y - REACH - h, w, h };
}

/** A label as it is seen. */
export interface SeenLabel {
  readonly row: number;
  readonly label: PointLabel;
  readonly box: Box;
}

/** The labels of a series of lines or columns, the largest column of a row first. */
export function labelsOf(request: ChartRequest, spec: ChartSpec, plane: Plane, series: ChartSeries): readonly SeenLabel[] {
  const { labels } = series;
  if (!labels) return [];
  return (spec.workbook.columns[series.values]?.cells ?? []).flatMap((_, row): readonly SeenLabel[] => {
    const value = valueAt(spec, series.values, row);
    const label = labelAt(labels, row);
    const lines = label && value !== null ? linesOf(request, spec, series, label, value) : [];
    if (!label || value === null || lines.length === 0) return [];
    const { frame, measure } = request;
    const w = Math.max(...lines.map((line) => measure.width(line, label.text.bold)));
    const base = label.position === 'inBase' ? 0 : value;
    const at = { x: plane.x(row) + (label.offset?.x ?? 0) * frame.cx, y: plane.y(base) + (label.offset?.y ?? 0) * frame.cy };
    const position = label.position === 'outEnd' && value < 0 ? 'b' : label.position;
    return [{ row, label, box: boxBeside(at, position, w, lines.length * measure.line) }];
  });
}

/** The label of a row: its own, or that of the series; null where it says nothing. */
export function labelAt(labels: SeriesLabels, row: number): PointLabel | null {
  const own = labels.points.find(({ index }) => index === row);
  const { points: _, cells: __, ...shared } = labels;
  const label = own ?? { ...shared, index: row, lines: null, offset: null };
  const { series, category, value } = label.shows;
  return series || category || value || label.lines ? label : null;
}

function linesOf(request: ChartRequest, spec: ChartSpec, series: ChartSeries, label: PointLabel, value: number): readonly string[] {
  if (label.lines) return label.lines;
  const name = label.shows.series ? (spec.workbook.columns[series.name]?.header ?? '') : '';
  const figure = label.shows.value ? codeText(label.format, value, request.lang) : '';
  return [[name, figure].filter((part) => part !== '').join(label.separator)].flatMap((words) => words.split('\n'));
}
