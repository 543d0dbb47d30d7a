/** Labels of lines, each on the side of its point where neither a line nor another label is in its way. */
import type { ChartSeries, ChartSpec, PointLabel, ValueAxis } from '../scene/chart.js';
import { type Box, freest, type Path, type Place, strikes } from './boxes.js';
import { boxBeside, columnEnds, labelsOf, type Plane, pathsOf, planeOf, type SeenLabel } from './plane.js';
import type { ChartRequest } from './request.js';

const SIDES = ['t', 'b', 'r', 'l'] as const;

/** Whether a label may change sides: a figure that nothing has moved. */
const isFree = ({ label }: SeenLabel): boolean =>
  label.shows.value &&
  !label.shows.series &&
  label.lines === null &&
  label.offset === null &&
  (label.position === 't' || label.position === 'b');

/** The series with these labels in place of those of their rows. */
function withLabels(series: ChartSeries, points: readonly PointLabel[]): ChartSeries {
  const { labels } = series;
  if (!labels) return series;
  const rows = new Set(points.map(({ index }) => index));
  const all = [...labels.points.filter(({ index }) => !rows.has(index)), ...points];
  return { ...series, labels: { ...labels, points: all.sort((a, b) => a.index - b.index) } };
}

/** The chart with the figures of its lines where they can be read. */
export function untangled(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const plane = planeOf(request, spec, axis);
  const lines = spec.plots.flatMap((plot) => (plot.kind === 'line' ? plot.series : []));
  const seen = lines.map((series) => labelsOf(request, spec, plane, series));
  const columns = spec.plots.flatMap((plot) => (plot.kind === 'bar' && plot.grouping === 'clustered' ? plot.series : []));
  const fixed = [...seen.flat().filter((label) => !isFree(label)), ...columns.flatMap((series) => labelsOf(request, spec, plane, series))];
  const taken = fixed.map(({ box }) => box);
  const ends = spec.plots.flatMap((plot) => columnEnds(spec, plane, plot));
  const paths = [...lines.flatMap((series) => pathsOf(spec, plane, series)), ...ends];
  const moved = new Map<ChartSeries, readonly PointLabel[]>();
  lines.forEach((series, index) => {
    const free = (seen[index] ?? []).filter(isFree);
    const found = free.flatMap((label) => placed(label, plane, taken, paths));
    if (found.length > 0) moved.set(series, found);
  });
  if (moved.size === 0) return spec;
  const withMoved = (series: ChartSeries): ChartSeries => {
    const points = moved.get(series);
    return points ? withLabels(series, points) : series;
  };
  return {
    ...spec,
    plots: spec.plots.map((plot) => (plot.kind === 'line' ? { ...plot, series: plot.series.map(withMoved) } : plot)),
  };
}

/** The chart with the figures of columns that a line would cross inside their columns, where these are long enough. */
export function clearOfLines(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): ChartSpec {
  const plane = planeOf(request, spec, axis);
  const paths = spec.plots.flatMap((plot) => (plot.kind === 'line' ? plot.series.flatMap((series) => pathsOf(spec, plane, series)) : []));
  const inside = (series: ChartSeries): ChartSeries => {
    const struck = labelsOf(request, spec, plane, series).filter(({ label, box, row }) => {
      const value = Number(spec.workbook.columns[series.values]?.cells[row] ?? 0);
      const long = Math.abs(plane.y(value) - plane.y(0)) > box.h * 1.5;
      return label.position === 'outEnd' && long && paths.some((path) => strikes(path, box));
    });
    if (struck.length === 0) return series;
    const points = struck.map(({ row, label }): PointLabel => {
      const { fill } = series.points.find(({ index }) => index === row) ?? series;
      const color = fill.kind === 'solid' ? request.textOn(fill.color) : request.look.text;
      return { ...label, position: 'inEnd', text: { ...label.text, color } };
    });
    return withLabels(series, points);
  };
  const plots = spec.plots.map((plot) =>
    plot.kind === 'bar' && plot.grouping === 'clustered' ? { ...plot, series: plot.series.map(inside) } : plot,
  );
  return { ...spec, plots };
}

/** The label where it stands best, if that is elsewhere; its box is taken from then on. */
function placed({ row, label, box }: SeenLabel, plane: Plane, taken: Box[], paths: readonly Path[]): readonly PointLabel[] {
  const point = { x: plane.x(row), y: pointOf(label, box) };
  const places = [label.position, ...SIDES.filter((side) => side !== label.position)].map(
    (at): Place<PointLabel['position']> => ({ at, box: boxBeside(point, at, box.w, box.h) }),
  );
  // Lines of text are measured with their pitch: half of it may reach beyond the frame's upper edge.
  const slack = box.h / 2;
  const inside = { ...plane.frame, y: -slack, h: plane.area.y + plane.area.h + slack };
  const best = freest(places, taken, paths, inside);
  taken.push(best?.box ?? box);
  return best && best.at !== label.position ? [{ ...label, position: best.at }] : [];
}

/** The height of the point that a box stands at. */
function pointOf({ position }: PointLabel, box: Box): number {
  const flat = boxBeside({ x: 0, y: 0 }, position, box.w, box.h);
  return box.y - flat.y;
}
