/** Words, lines and spans in a chart of points over two value axes: dots in rows, or a scatter of points. */
import type { Axis, ChartSeries, ChartSpec, PointLabel, ScatterPlot, ValueAxis, WorkbookColumn } from '../scene/chart.js';
import { reaching } from './annotate-lying.js';
import { rowOf } from './annotate-rows.js';
import { GAP } from './axes.js';
import { freest, type Path, sideBySide, strikes } from './boxes.js';
import { codeText, labelFormat, NOTHING, pointLabel, text, VALUE, widest, wrapText } from './label.js';
import { NO_FILL, stroke } from './paint.js';
import { boxBeside, plotBox } from './plane.js';
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
  const names = namePlaces(request, plotArea, edges, axis, upright);
  const parts = edges.map((edge, index) =>
    edgeSeries(request, plotArea, edge, { other, upright, moved: names[index] ?? 0 }, first + 2 * index, rows),
  );
  const clear = clearOfEdges(request, { ...spec, plotArea }, spoken, upright ? [across, axis] : [axis, up], edges, upright);
  return {
    ...spec,
    plots: [{ ...clear, series: [...clear.series, ...parts.map(({ series }) => series)] }, ...spec.plots.slice(1)],
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
  { value, words }: Edge,
  { other, upright, moved }: EdgePlane,
  column: number,
  rows: number,
): EdgeParts {
  const { frame, measure, look } = request;
  const middle = (other.min + other.max) / 2;
  const cells = (cell: number): WorkbookColumn['cells'] => Array.from({ length: rows }, (_, index) => (index === 0 ? cell : null));
  const [x, y] = upright ? [middle, value] : [value, middle];
  const width = measure.width(words);
  const offset = upright
    ? { x: (area.w * frame.cx - width) / 2 / frame.cx, y: (moved - measure.line * 0.6) / frame.cy }
    : { x: moved / frame.cx, y: area.h / 2 + (measure.line * 0.6 + GAP * 0.3) / frame.cy };
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

/** The axis that a line runs along, and how far its name moves from it. EMU. */
interface EdgePlane {
  readonly other: ValueAxis;
  readonly upright: boolean;
  readonly moved: number;
}

/** How far each name moves from its line so that none covers another or leaves the frame; of bands into their middle. EMU. */
function namePlaces(
  { frame, measure }: ChartRequest,
  area: ChartSpec['plotArea'],
  edges: readonly Edge[],
  axis: ValueAxis,
  upright: boolean,
): readonly number[] {
  const share = (value: number): number => positionOn(axis, value);
  const at = ({ value }: Edge): number =>
    upright ? (area.y + area.h * (1 - share(value))) * frame.cy : (area.x + area.w * share(value)) * frame.cx;
  const middle = ({ value, to }: Edge): number => (upright ? 0 : ((share(to) - share(value)) / 2) * area.w * frame.cx);
  const named = edges.filter(({ words }) => words !== '').sort((a, b) => at(a) - at(b));
  const spans = named.map((edge) => {
    const size = upright ? measure.line : measure.width(edge.words) + GAP;
    return { middle: Math.max(at(edge) + middle(edge), size / 2), size };
  });
  const placed = sideBySide(spans, upright ? frame.cy : frame.cx + GAP);
  return edges.map((edge) => (placed[named.indexOf(edge)] ?? at(edge)) - at(edge));
}

/** The plot with the labels of its points on the side where no line crosses them. */
function clearOfEdges(
  request: ChartRequest,
  spec: ChartSpec,
  plot: ScatterPlot,
  [across, up]: readonly [ValueAxis, ValueAxis],
  edges: readonly Edge[],
  upright: boolean,
): ScatterPlot {
  const { measure, lang } = request;
  const area = plotBox(request, spec.plotArea);
  const x = (value: number): number => area.x + positionOn(across, value) * area.w;
  const y = (value: number): number => area.y + (1 - positionOn(up, value)) * area.h;
  const paths = edges.map(
    ({ value }): Path =>
      upright
        ? [area.x, area.x + area.w].map((end) => ({ x: end, y: y(value) }))
        : [area.y, area.y + area.h].map((end) => ({ x: x(value), y: end })),
  );
  const cell = (column: number, row: number): number => Number(spec.workbook.columns[column]?.cells[row] ?? 0);
  const series = plot.series.map((item): ChartSeries => {
    if (item.helper || !item.labels) return item;
    const points = item.labels.points.map((label): PointLabel => {
      const point = { x: x(cell(item.categories, label.index)), y: y(cell(item.values, label.index)) };
      const lines = label.lines ?? (label.shows.value ? [codeText(label.format, cell(item.values, label.index), lang)] : []);
      const w = widest(lines, measure, label.text.bold);
      const boxAt = (side: PointLabel['position']) => boxBeside(point, side, w, lines.length * measure.line);
      if (lines.length === 0 || label.offset || !paths.some((path) => strikes(path, boxAt(label.position)))) return label;
      const places = ([label.position, 'l', 't', 'b', 'r'] as const).map((side) => ({ at: side, box: boxAt(side) }));
      return { ...label, position: freest(places, [], paths, area)?.at ?? label.position };
    });
    return { ...item, labels: { ...item.labels, points } };
  });
  return { ...plot, series };
}

/** Words below what the label of a point says. */
function withWords(
  request: ChartRequest,
  plot: ScatterPlot,
  spec: ChartSpec,
  { at, series: wanted, text: words }: Annotation,
): ScatterPlot {
  const row = rowOf(request, spec, at);
  const name = request.data.series.find(({ key }) => key === wanted)?.name;
  const leading = plot.series.findIndex(
    ({ helper, name: column, values }) =>
      !helper &&
      (name === undefined || spec.workbook.columns[column]?.header === name) &&
      (spec.workbook.columns[values]?.cells[row] ?? null) !== null,
  );
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
