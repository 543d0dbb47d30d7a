/** Radar charts: profiles over several measures on one scale. */
import type { ChartSeries, ChartSpec, PointFormat, WorkbookColumn } from '../scene/chart.js';
import {
  CATEGORY_AXIS,
  categoryAxis,
  fractions,
  GAP,
  legendAt,
  legendHeight,
  specBase,
  tickForm,
  tickTexts,
  VALUE_AXIS,
  valueAxis,
} from './axes.js';
import { helperSeries } from './helper-series.js';
import { labelFormat, NOTHING, pointLabel, standingNote, text, VALUE, widest, wrapLines } from './label.js';
import { formatCode } from './number.js';
import { NO_FILL, seriesColors, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, categoryText, isHighlightedSeries, valuesOf } from './request.js';
import { linearScale, type Scale, ticksOf } from './scale.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** Of the frame's width that a name takes. */
const NAME_SHARE = 0.22;
const NAME_LINES = 3;

/** Draws each series as a closed line; the scale begins at zero. */
export function drawRadar(request: ChartRequest): ChartSpec {
  const { data, frame, look, measure, options } = request;
  const scale = linearScale(valuesOf(data), { min: null, max: options.max, fromZero: true });
  const suffix = (index: number): string => standingNote(request.standings[index]);
  const names = data.categories.map((category, index) =>
    wrapLines(categoryText(category, request) + suffix(index), frame.cx * NAME_SHARE, NAME_LINES, measure),
  );
  const several = data.series.length > 1;
  const top = several ? legendHeight(request) + measure.line / 2 : 0;
  const tallest = Math.max(1, ...names.map((lines) => lines.length)) * measure.line;
  const side = Math.min(frame.cy - top - 2 * (tallest + GAP), frame.cx - 2 * widest(names.flat(), measure) - 4 * GAP);
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
  const rings = ringParts(request, scale, data.series.length + 1);
  return {
    ...specBase(request),
    plots: [{ kind: 'radar', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [...series, ...rings.series] }],
    axes: [
      categoryAxis(request, { line: null, gridlines: stroke(look.rule, 0.5), labels: 'nextTo' }),
      valueAxis(request, scale, { labels: 'none' }),
    ],
    legend: several
      ? legendAt(
          request,
          data.series.map((item) => item.name),
          0,
        )
      : null,
    plotArea: fractions(request, (frame.cx - length) / 2, top + (frame.cy - top - length) / 2, length, length),
    workbook: workbook([
      { ...nameColumn(request), cells: names.map((lines) => lines.join('\n')) },
      ...data.series.map((item) => valueColumn(request, item)),
      ...rings.columns,
    ]),
  };
}

/** What the rings stand for: figures on the ray where they are furthest from the data, over the lines. An axis would print them below these. */
function ringParts(
  request: ChartRequest,
  scale: Scale,
  first: number,
): { readonly columns: readonly WorkbookColumn[]; readonly series: readonly ChartSeries[] } {
  const { data, look } = request;
  const ray = freestRay(request, scale);
  // The outermost ring lies at the names, and follows from the others.
  const ticks = ticksOf(scale).slice(1, -1);
  const texts = tickTexts(request, scale).slice(1, -1);
  // A radar knows no places for labels.
  const format = { ...labelFormat(VALUE, null, 'General', text(request, look.muted)), fill: solid(look.paper) };
  return {
    columns: ticks.map((tick, at) =>
      helperColumn(
        request,
        `Ring ${texts[at] ?? tick}`,
        null,
        data.categories.map((_, index) => (index === ray ? tick : null)),
      ),
    ),
    series: ticks.map((_, at) => {
      const own = { ...format, format: ringCode(request, scale, at === ticks.length - 1) };
      return helperSeries(first + at, first + at, { labels: { ...own, shows: NOTHING, points: [pointLabel(ray, own)] } });
    }),
  };
}

/** The last has the unit. */
const ringCode = (request: ChartRequest, scale: Scale, last: boolean): string => {
  const form = tickForm(request, scale);
  return formatCode(last ? form : { ...form, prefix: '', suffix: '' }, false);
};

/** The ray on which no figure comes close to a ring. */
function freestRay({ data }: ChartRequest, scale: Scale): number {
  const ticks = ticksOf(scale).slice(1, -1);
  const distance = (index: number): number =>
    Math.min(...data.series.flatMap(({ values }) => ticks.map((tick) => Math.abs((values[index] ?? scale.min) - tick))));
  return data.categories.reduce((best, _, index) => (distance(index) > distance(best) * 1.001 ? index : best), 0);
}
