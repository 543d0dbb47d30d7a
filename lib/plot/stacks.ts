/** Bars that float on a base that is not seen and are fed by formulas of the sheet: what waterfalls and funnels share. */

import type { Color } from '../core/color.js';
import type { BarPlot, ChartSeries, ChartSpec, PointFormat, PointLabel } from '../scene/chart.js';
import { CATEGORY_AXIS, categoryAxis, fractions, hiddenAxis, VALUE_AXIS } from './axes.js';
import type { PlotFrame } from './bars.js';
import { labelFormat, NOTHING, text } from './label.js';
import { standingPaint } from './paint.js';
import { type ChartRequest, highlightedCategories } from './request.js';
import type { Scale } from './scale.js';

/** The labels of a helper series: only of points that have one. */
export const stackLabels = (request: ChartRequest, position: 'inBase' | 'ctr', points: readonly PointLabel[]): ChartSeries['labels'] => ({
  ...labelFormat(NOTHING, position, 'General', text(request, request.look.text)),
  points,
});

/** Bars on each other. */
export const stack = (direction: BarPlot['direction'], gapWidth: number, series: readonly ChartSeries[]): BarPlot => ({
  kind: 'bar',
  direction,
  grouping: 'stacked',
  gapWidth,
  overlap: 100,
  axes: [CATEGORY_AXIS, VALUE_AXIS],
  series,
});

/** Points of a colour of their own: highlighted, or not sure. */
export function pointFormats(
  request: ChartRequest,
  color: Color,
  drawn: (index: number) => boolean,
  colorAt: (index: number) => Color = () => color,
): readonly PointFormat[] {
  const marked = highlightedCategories(request);
  return request.standings.flatMap((standing, index): readonly PointFormat[] => {
    const plain = colorAt(index);
    if (!drawn(index) || (standing.look === 'solid' && !marked.has(index) && plain === color)) return [];
    const own = marked.has(index) ? request.look.message : plain;
    return [{ index, marker: null, ...standingPaint(own, standing, request.look) }];
  });
}

/** Names at the baseline, and a scale that is not seen. */
export const floatingAxes = (request: ChartRequest, scale: Scale, lying: boolean): ChartSpec['axes'] => [
  categoryAxis(request, { position: lying ? 'l' : 'b', reversed: lying }),
  hiddenAxis(request, scale, { position: lying ? 't' : 'l' }),
];

/** The plot's place in the frame. */
export const plotAreaOf = (request: ChartRequest, area: PlotFrame, across: number, lying: boolean): ChartSpec['plotArea'] =>
  lying ? fractions(request, area.x, area.y, area.length, across) : fractions(request, area.x, area.y, across, area.length);
