/** Dots: points on a linear or a log scale, names at the left (LOOKS, section 4). */
import type { Color } from '../core/color.js';
import type { ChartSeries, ChartSpec, Marker, PointFormat, PointLabel, WorkbookColumn } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, hiddenAxis, legendAt, legendHeight, specBase, tickTexts, VALUE_AXIS, valueAxis } from './axes.js';
import { nameWidth } from './bars.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, valuePrinter, wrapText } from './label.js';
import { NO_FILL, seriesColors, solid, standingPaint } from './paint.js';
import { type ChartRequest, categoryText, highlightedCategories, inOrder, valuesOf } from './request.js';
import { linearScale, logScale, positionOn, type Scale } from './scale.js';
import { nameColumn, valueColumn, workbook } from './sheet.js';

/** Points. */
const MARKER = 10;
const DENSEST = 1.4;

/** Draws a scatter plot whose rows are the categories. A scatter plot has no names of its own: a helper series on the axis carries them. */
export function drawDots(asked: ChartRequest): ChartSpec {
  const request = inOrder(asked);
  const { data, frame, measure, options } = request;
  const values = valuesOf(data);
  const scale = options.log ? logScale(values, options) : linearScale(values, { min: options.min, max: options.max, fromZero: false });
  const names = data.categories.map((category) => categoryText(category, request));
  const several = data.series.length > 1;
  const x = nameWidth(request, names) + 2 * GAP;
  const y = (several ? legendHeight(request) : 0) + measure.line + GAP;
  const right = Math.max(measure.width(tickTexts(request, scale).at(-1) ?? '') / 2, labelRoom(request, scale, frame.cx - x));
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [...dotSeries(request), nameSeries(request, names)] }],
    axes: axes(request, scale),
    legend: several
      ? legendAt(
          request,
          data.series.map((series) => series.name),
          x,
        )
      : null,
    plotArea: fractions(request, x, y, frame.cx - x - right, frame.cy - y - GAP / 4),
    workbook: workbook([
      nameColumn(request),
      ...data.series.map((series) => valueColumn(request, series)),
      ...helperColumns(request, scale),
    ]),
  };
}

/** The least height of a row of dots, in EMU. */
export const leastDotHeight = (categories: number, size: number): number => (categories + 3) * size * DENSEST * 12_700;

const rows = (request: ChartRequest): number => request.data.categories.length;

/** The rows from the bottom up, and the point of the axis at which the names stand. */
function helperColumns(request: ChartRequest, scale: Scale): readonly WorkbookColumn[] {
  const count = rows(request);
  const shared = { kind: 'number', format: 'General' } as const;
  return [
    {
      ...shared,
      header: 'Row',
      formula: `ROWS(A#:A$${count + 1})`,
      cells: request.data.categories.map((_, index) => count - index),
    },
    { ...shared, header: 'Axis', formula: null, cells: request.data.categories.map(() => scale.min) },
  ];
}

/** How far the value labels reach beyond a plot of this width. */
function labelRoom(request: ChartRequest, scale: Scale, width: number): number {
  if (!printed(request)) return 0;
  const print = valuePrinter(request);
  const [series] = request.data.series;
  const ends = (series?.values ?? []).map((value, index) =>
    value === null
      ? 0
      : positionOn(scale, value) * width + request.measure.width(print(value, request.standings[index]).text, true) + 2 * GAP,
  );
  return Math.min(Math.max(0, ...ends.map((end) => end - width)), width / 3);
}

const printed = ({ data, options }: ChartRequest): boolean => data.series.length === 1 && options.values !== 'hide';

function axes(request: ChartRequest, scale: Scale): ChartSpec['axes'] {
  const across: Scale = { min: 0.5, max: rows(request) + 0.5, major: 1, logBase: null };
  const own = { id: CATEGORY_AXIS, crosses: VALUE_AXIS, crossesAt: 'max', position: 't', between: false } as const;
  return [
    valueAxis(request, scale, own),
    hiddenAxis(request, across, {
      id: VALUE_AXIS,
      crosses: CATEGORY_AXIS,
      crossesAt: 'min',
      position: 'l',
      between: false,
      format: 'General',
    }),
  ];
}

const marker = (color: Color): Marker => ({ symbol: 'circle', size: MARKER, fill: solid(color), line: null });

function dotSeries(request: ChartRequest): readonly ChartSeries[] {
  const { data, look } = request;
  const colors = seriesColors(request, [look.context, look.soft]);
  const marked = data.series.length === 1 ? highlightedCategories(request) : new Set<number>();
  return data.series.map((series, at) => {
    const color = colors[at] ?? look.context;
    const points = series.values.flatMap((value, index): readonly PointFormat[] => {
      const standing = request.standings[index] ?? { look: 'solid', word: '' };
      if (value === null || (standing.look === 'solid' && !marked.has(index))) return [];
      const own = marked.has(index) ? look.message : color;
      return [{ index, fill: NO_FILL, line: null, marker: { ...marker(own), ...standingPaint(own, standing, look) } }];
    });
    return {
      name: at + 1,
      categories: at + 1,
      values: data.series.length + 1,
      fill: NO_FILL,
      line: null,
      marker: marker(color),
      points,
      labels: dotLabels(request, at),
      helper: false,
    };
  });
}

function dotLabels(request: ChartRequest, at: number): ChartSeries['labels'] {
  if (!printed(request)) return null;
  const print = valuePrinter(request);
  const marked = highlightedCategories(request);
  // A scatter plot's label shows y as its value: the figure is on x, so each label is given as text.
  const points = (request.data.series[at]?.values ?? []).flatMap((value, index): readonly PointLabel[] => {
    if (value === null) return [];
    const shown = print(value, request.standings[index]);
    const format = labelFormat(VALUE, 'r', shown.code, text(request, request.look.text, marked.has(index)));
    return [{ ...pointLabel(index, format), lines: [shown.text] }];
  });
  return { ...labelFormat(NOTHING, 'r', 'General', text(request, request.look.text)), points };
}

function nameSeries(request: ChartRequest, names: readonly string[]): ChartSeries {
  const { data, look, measure } = request;
  const width = nameWidth(request, names);
  const format = labelFormat(VALUE, 'l', 'General', text(request, look.text));
  return {
    name: 0,
    categories: data.series.length + 2,
    values: data.series.length + 1,
    fill: NO_FILL,
    line: null,
    marker: { symbol: 'none', size: 2, fill: NO_FILL, line: null },
    points: [],
    labels: {
      ...format,
      shows: NOTHING,
      points: names.map((name, index) => ({ ...pointLabel(index, format), lines: wrapText(name, width, measure) })),
    },
    helper: true,
  };
}
