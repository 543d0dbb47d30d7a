/** Where the labels of lying bars stand, as measured. */
import type { BarPlot, ChartSeries, ChartSpec, LabelPosition, ValueAxis } from '../scene/chart.js';
import { GAP } from './axes.js';
import { codeText, widest } from './label.js';
import { labelAt } from './plane.js';
import type { ChartRequest } from './request.js';
import { positionOn } from './scale.js';

/** What a label covers of the length of the value axis, in EMU from its start. */
export interface Covered {
  readonly row: number;
  readonly from: number;
  readonly to: number;
}

/** The labels of the bars of a chart. */
export function lyingLabels(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): readonly Covered[] {
  const length = spec.plotArea.w * request.frame.cx;
  const at = (value: number): number => positionOn(axis, value) * length;
  return spec.plots.flatMap((plot) =>
    plot.kind !== 'bar' || plot.grouping === 'percentStacked'
      ? []
      : plot.series.flatMap((series, index) => labelsOf(request, spec, plot, series, index, at)),
  );
}

function labelsOf(
  request: ChartRequest,
  spec: ChartSpec,
  plot: BarPlot,
  series: ChartSeries,
  index: number,
  at: (value: number) => number,
): readonly Covered[] {
  const { labels } = series;
  const cell = (column: number, row: number): number => Number(spec.workbook.columns[column]?.cells[row] ?? 0);
  if (!labels) return [];
  return (spec.workbook.columns[series.values]?.cells ?? []).flatMap((value, row): readonly Covered[] => {
    const label = typeof value === 'number' ? labelAt(labels, row) : null;
    if (typeof value !== 'number' || !label) return [];
    const before = plot.grouping === 'clustered' ? [] : plot.series.slice(0, index);
    const start = before.reduce((sum, { values }) => sum + cell(values, row), 0);
    const lines = label.lines ?? [codeText(label.format, value, request.lang)];
    const width = widest(lines, request.measure, label.text.bold) + GAP * 0.75;
    const [from, to] = stretch(label.position, at(start), at(start + value), width);
    const moved = (label.offset?.x ?? 0) * request.frame.cx;
    return [{ row, from: from + moved, to: to + moved }];
  });
}

/** What a label of a width covers of a bar that runs from `start` to `end`. */
function stretch(position: LabelPosition, start: number, end: number, width: number): readonly [number, number] {
  const way = end < start ? -1 : 1;
  const between = (a: number, b: number): readonly [number, number] => [Math.min(a, b), Math.max(a, b)];
  if (position === 'inEnd') return between(end, end - way * width);
  if (position === 'inBase') return between(start, start + way * width);
  if (position === 'ctr' || position === null) return between((start + end - width) / 2, (start + end + width) / 2);
  return between(end, end + way * width);
}
