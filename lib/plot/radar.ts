/** Radar charts: profiles over several measures on one scale. */
import type { ChartSeries, ChartSpec, PointFormat } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, GAP, legendAt, legendHeight, specBase, VALUE_AXIS, valueAxis } from './axes.js';
import { standingNote, text, widest } from './label.js';
import { NO_FILL, seriesColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, isHighlightedSeries, valuesOf } from './request.js';
import { linearScale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

/** Draws each series as a closed line; the scale begins at zero. */
export function drawRadar(request: ChartRequest): ChartSpec {
  const { data, frame, look, measure, options } = request;
  const scale = linearScale(valuesOf(data), { min: null, max: options.max, fromZero: true });
  const suffix = (index: number): string => standingNote(request.standings[index]);
  const names = data.categories.map((category, index) => categoryText(category, request) + suffix(index));
  const several = data.series.length > 1;
  const top = several ? legendHeight(request) + measure.line / 2 : 0;
  const side = Math.min(frame.cy - top - 2 * (measure.line + GAP), frame.cx - 2 * widest(names, measure) - 4 * GAP);
  const length = Math.max(side, frame.cy / 3);
  const colors = seriesColors(request, [look.context]);
  const series = data.series.map((item, at): ChartSeries => {
    const color = colors[at] ?? look.context;
    const message = !several || isHighlightedSeries(item, options);
    return {
      name: at + 1,
      categories: 0,
      values: at + 1,
      fill: NO_FILL,
      line: stroke(color, message ? 3 : 1.75),
      marker: { symbol: 'circle', size: 6, fill: solid(color), line: null },
      points: request.standings.flatMap((standing, index): readonly PointFormat[] =>
        standing.look === 'solid'
          ? []
          : [
              {
                index,
                fill: NO_FILL,
                line: stroke(color, message ? 3 : 1.75),
                marker: { symbol: 'circle', size: 7, ...standingPaint(color, standing, look) },
              },
            ],
      ),
      labels: null,
      helper: false,
    };
  });
  return {
    ...specBase(request),
    plots: [{ kind: 'radar', axes: [CATEGORY_AXIS, VALUE_AXIS], series }],
    axes: [
      categoryAxis(request, { line: null, gridlines: stroke(look.rule, 0.5), labels: 'nextTo' }),
      valueAxis(request, scale, { text: text(request, look.muted) }),
    ],
    legend: several
      ? legendAt(
          request,
          data.series.map((item) => item.name),
          0,
        )
      : null,
    plotArea: fractions(request, (frame.cx - length) / 2, top + (frame.cy - top - length) / 2, length, length),
    workbook: workbook([nameColumn(request, suffix), ...data.series.map((item) => valueColumn(request, item))]),
  };
}
