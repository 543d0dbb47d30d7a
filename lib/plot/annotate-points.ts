/** Words, lines and spans in a chart of points over two value axes: dots in rows, or a scatter of points. */
import type { Axis, ChartSeries, ChartSpec, ScatterPlot, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { reaching } from './annotate-lying.js';
import { rowOf } from './annotate-rows.js';
import { GAP } from './axes.js';
import { labelFormat, NOTHING, pointLabel, text, VALUE, wrapText } from './label.js';
import { NO_FILL, stroke } from './paint.js';
import type { Annotation, ChartRequest } from './request.js';
import { positionOn } from './scale.js';
import { helperColumn, workbook } from './sheet.js';

const WORDS_SHARE = 0.25;

/** The chart with its annotations. Lines are bars of error at one helper point, so that they run through all rows. */
export function annotatedPoints(request: ChartRequest, spec: ChartSpec, [across, up]: readonly ValueAxis[]): ChartSpec {
  const plot = spec.plots[0];
  if (plot?.kind !== 'scatter' || !across || !up) return spec;
  const upright = !across.deleted && !up.deleted;
  const items = request.options.annotations;
  const spoken = items
    .filter(({ value, span }) => value === null && span === null)
    .reduce((chart: ScatterPlot, item) => withWords(request, chart, spec, item), plot);
  const edges = items.flatMap(edgesOf);
  const area = { ...spec.plotArea, w: widthFor(request, spec, spoken, across) };
  if (edges.length === 0) return { ...spec, plots: [spoken, ...spec.plots.slice(1)], plotArea: area };
  const measured = upright ? up : across;
  const axis = reaching(
    measured,
    edges.map(({ value }) => value),
  );
  const other = upright ? across : up;
  const first = spec.workbook.columns.length;
  const rows = spec.workbook.columns[0]?.cells.length ?? 0;
  const room = upright ? 0 : (request.measure.line + GAP * 0.5) / request.frame.cy;
  const plotArea = { ...area, h: area.h - room };
  const parts = edges.map((edge, index) => edgeSeries(request, plotArea, edge, axis, other, upright, first + 2 * index, rows));
  return {
    ...spec,
    plots: [{ ...spoken, series: [...spoken.series, ...parts.map(({ series }) => series)] }, ...spec.plots.slice(1)],
    axes: spec.axes.map((item): Axis => (item === measured ? axis : item)),
    plotArea,
    workbook: workbook([...spec.workbook.columns, ...parts.flatMap(({ columns }) => columns)]),
  };
}

/** The width of the plot at which all labels at the right of their points stay in the frame. */
function widthFor(request: ChartRequest, spec: ChartSpec, plot: ScatterPlot, across: ValueAxis): number {
  const { frame, measure } = request;
  const { x, w } = spec.plotArea;
  const limits = plot.series.flatMap(({ categories, labels }) =>
    (labels?.points ?? []).flatMap(({ index, lines, position, text: { bold } }) => {
      const value = spec.workbook.columns[categories]?.cells[index];
      if (position !== 'r' || typeof value !== 'number') return [];
      const at = positionOn(across, value);
      const label = Math.max(0, ...(lines ?? []).map((line) => measure.width(line, bold))) + 2 * GAP;
      return at > 0 ? [(1 - label / frame.cx - x) / at] : [];
    }),
  );
  return Math.max(w / 2, Math.min(w, ...limits));
}

/** A line at a value; a span is two lines, for a plot of points has nothing to shade. */
interface Edge {
  readonly value: number;
  readonly words: string;
  /** Where the words stand from the line, as a share of the way to the other edge. */
  readonly to: number;
}

const edgesOf = ({ value, span, text: words }: Annotation): readonly Edge[] => {
  if (value !== null) return [{ value, words, to: value }];
  if (span?.over !== 'values') return [];
  return [
    { value: span.low, words: '', to: span.low },
    { value: span.high, words, to: span.low },
  ];
};

interface EdgeParts {
  readonly series: ChartSeries;
  readonly columns: readonly WorkbookColumn[];
}

function edgeSeries(
  request: ChartRequest,
  area: ChartSpec['plotArea'],
  { value, words, to }: Edge,
  axis: ValueAxis,
  other: ValueAxis,
  upright: boolean,
  column: number,
  rows: number,
): EdgeParts {
  const { frame, measure, look } = request;
  const middle = (other.min + other.max) / 2;
  const cells = (cell: number): WorkbookColumn['cells'] => Array.from({ length: rows }, (_, index) => (index === 0 ? cell : null));
  const [x, y] = upright ? [middle, value] : [value, middle];
  const width = measure.width(words);
  const between = (positionOn(axis, to) - positionOn(axis, value)) / 2;
  const offset = upright
    ? { x: (area.w * frame.cx - width) / 2 / frame.cx, y: -(measure.line * 0.6) / frame.cy }
    : {
        x: between * area.w + inward(request, area, positionOn(axis, value) + between, width),
        y: area.h / 2 + (measure.line * 0.6 + GAP * 0.3) / frame.cy,
      };
  const format = labelFormat(VALUE, 'ctr', 'General', text(request, look.muted));
  const points = words === '' ? [] : [{ ...pointLabel(0, format), lines: [words], offset }];
  return {
    columns: [
      helperColumn(request, words || 'Line', null, cells(x), 'General'),
      helperColumn(request, `${words || 'Line'} y`, null, cells(y), 'General'),
    ],
    series: {
      name: column,
      categories: column,
      values: column + 1,
      fill: NO_FILL,
      line: null,
      marker: { symbol: 'none', size: 2, fill: NO_FILL, line: null },
      points: [],
      labels: { ...format, shows: NOTHING, points },
      helper: true,
      errorBars: [
        {
          direction: upright ? 'x' : 'y',
          sides: 'both',
          amount: { kind: 'fixed', value: (other.max - other.min) / 2 },
          line: stroke(look.muted, 1, 'dash'),
        },
      ],
    },
  };
}

/** How far a text must move to stay in the frame, as a share of its width. */
function inward({ frame }: ChartRequest, area: ChartSpec['plotArea'], at: number, width: number): number {
  const middle = (area.x + at * area.w) * frame.cx;
  return (Math.max(width / 2 - middle, 0) - Math.max(middle + width / 2 - frame.cx, 0)) / frame.cx;
}

/** Words below what the label of a point says. */
function withWords(request: ChartRequest, plot: ScatterPlot, spec: ChartSpec, { at, text: words }: Annotation): ScatterPlot {
  const row = rowOf(request, spec, at);
  const leading = plot.series.findIndex(({ helper, values }) => !helper && (spec.workbook.columns[values]?.cells[row] ?? null) !== null);
  const series = plot.series[leading];
  if (!series || words === '') return plot;
  const own = series.labels?.points.find(({ index }) => index === row);
  const format = labelFormat(VALUE, 'r', 'General', text(request, request.look.text));
  const label = own ?? pointLabel(row, format);
  const lines = [...(own?.lines ?? []), ...wrapText(words, request.frame.cx * WORDS_SHARE, request.measure)];
  const others = (series.labels?.points ?? []).filter(({ index }) => index !== row);
  const base = series.labels ?? { ...format, shows: NOTHING, points: [] };
  const labels = { ...base, points: [...others, { ...label, lines }].sort((a, b) => a.index - b.index) };
  return { ...plot, series: plot.series.map((item, index) => (index === leading ? { ...item, labels } : item)) };
}
