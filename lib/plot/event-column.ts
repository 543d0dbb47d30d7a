/** Events from top to bottom, for frames too narrow for words side by side: an event a row, its date and words at the right. */
import type { ChartSeries, ChartSpec, PointFormat } from '../scene/chart.js';
import { CATEGORY_AXIS, fractions, GAP, hiddenAxis, specBase, VALUE_AXIS } from './axes.js';
import { DOT } from './event-places.js';
import { cellPrinter, labelFormat, NOTHING, pointLabel, text, VALUE, wrapLines } from './label.js';
import { NO_FILL, solid, standingPaint, stroke } from './paint.js';
import { type ChartRequest, highlightedCategories } from './request.js';
import { helperColumn, nameColumn, valueColumn, workbook } from './sheet.js';

/** Columns of the sheet: events, dates, where the line of time stands, rows. */
const [LINE, ROW] = [2, 3];
/** The line of time stands at the left edge of a plot that is a dot wide. */
const ACROSS = { min: 0, max: 1, major: 1, logBase: null };

/** Draws events in even rows, the first on top; what a row has no room for ends in an ellipsis. */
export function drawEventColumn(request: ChartRequest): ChartSpec {
  const { data, frame, look, measure } = request;
  const dates = data.series[0]?.values ?? [];
  const rows = Math.max(1, dates.length);
  const down = { min: -rows - 0.5, max: -0.5, major: 1, logBase: null };
  // What says that the steps are even stands below.
  const height = Math.max(GAP, frame.cy - 1.5 * measure.line);
  const known = (cell: (index: number) => number) => dates.map((date, index) => (date === null ? null : cell(index)));
  const place = fractions(request, 0, frame.cy - measure.line, 1, 1);
  return {
    ...specBase(request),
    plots: [{ kind: 'scatter', axes: [CATEGORY_AXIS, VALUE_AXIS], series: [rowSeries(request, height / rows)] }],
    axes: [
      hiddenAxis(request, ACROSS, {
        id: CATEGORY_AXIS,
        crosses: VALUE_AXIS,
        crossesAt: 'min',
        position: 'b',
        between: false,
        deleted: false,
        format: 'General',
        title: { words: request.words.evenSteps, x: place.x, y: place.y, text: text(request, look.muted) },
      }),
      hiddenAxis(request, down, { crossesAt: 'min', between: false, deleted: false, line: stroke(look.text, 1), format: 'General' }),
    ],
    legend: null,
    plotArea: fractions(request, DOT, 0, DOT, height),
    workbook: workbook([
      nameColumn(request),
      ...data.series.slice(0, 1).map((item) => valueColumn(request, item)),
      helperColumn(
        request,
        'Line',
        null,
        known(() => 0),
        'General',
      ),
      helperColumn(
        request,
        'Row',
        '1-ROW(B#)',
        known((index) => -index - 1),
        'General',
      ),
    ]),
  };
}

function rowSeries(request: ChartRequest, pitch: number): ChartSeries {
  const { data, frame, look, measure } = request;
  const [dates] = data.series;
  const marked = highlightedCategories(request);
  const plain = marked.size === 0 ? look.message : look.context;
  const marker = { symbol: 'circle' as const, size: DOT / 12_700, fill: solid(plain), line: null };
  const width = frame.cx - 2.5 * DOT - GAP;
  const most = Math.max(1, Math.floor(pitch / measure.line));
  const labels = data.categories.flatMap(({ label }, index) => {
    const date = dates?.values[index] ?? null;
    if (date === null) return [];
    const bold = { ...measure, width: (words: string) => measure.width(words, marked.has(index)) };
    const day = cellPrinter(request, dates, index)(date, request.standings[index]).text;
    const lines = most === 1 ? wrapLines(`${day}  ${label}`, width, 1, bold) : [day, ...wrapLines(label, width, most - 1, bold)];
    const format = labelFormat(VALUE, 'r', 'General', text(request, look.text, marked.has(index)));
    return [
      { ...pointLabel(index, format), lines, ...(lines.length === 2 && lines[1] === label ? { field: [null, 'cells' as const] } : {}) },
    ];
  });
  const points = request.standings.flatMap((standing, index): readonly PointFormat[] => {
    if ((dates?.values[index] ?? null) === null || (standing.look === 'solid' && !marked.has(index))) return [];
    const paint = standingPaint(marked.has(index) ? look.message : plain, standing, look);
    return [{ index, fill: NO_FILL, line: null, marker: { ...marker, ...paint } }];
  });
  return {
    name: ROW,
    categories: LINE,
    values: ROW,
    fill: NO_FILL,
    line: null,
    marker,
    points,
    labels: { ...labelFormat(NOTHING, 'r', 'General', text(request, look.text)), points: labels, cells: 0 },
    helper: false,
  };
}
