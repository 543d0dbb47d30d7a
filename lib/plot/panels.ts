/** Small multiples: a chart for each column, side by side on one scale (LOOKS, section 4: 2 to 12 panels). */
import { emu, inches, rect } from '../core/units.js';
import type { ChartSpec, ValueAxis } from '../scene/chart.js';
import { annotated } from './annotate.js';
import { GAP } from './axes.js';
import type { DataSeries } from './data.js';
import type { Part } from './drawing.js';
import { text, valuePrinter, widest, wrapLines } from './label.js';
import {
  type Annotation,
  type ChartRequest,
  categoryText,
  highlightedCategories,
  inOrder,
  isHighlightedSeries,
  MOST_PRINTED,
  valuesOf,
} from './request.js';
import { linearScale, type Scale } from './scale.js';

export const FEWEST_PANELS = 2;
export const MOST_PANELS = 12;

/** The shape of a panel that reads best, width over height. */
const SHAPE = 1.7;
const ROW_GAP = inches(0.16);
const COLUMN_GAP = inches(0.24);
const TITLE_LINES = 2;

/** How the charts of the panels lie. */
export interface PanelStyle {
  /** Names at the left of lying bars, else below. */
  readonly lying: boolean;
  draw(request: ChartRequest): ChartSpec;
}

/** Panels from the left to the right, row by row; ticks and names of the left axis stand in the first column only. */
export function drawPanels(asked: ChartRequest, style: PanelStyle): readonly Part[] {
  const request = style.lying ? inOrder(asked) : asked;
  const { frame, look, data } = request;
  const columns = columnsOf(data.series.length, frame.cx / frame.cy);
  const rows = Math.ceil(data.series.length / columns);
  const layout = laidOut(request, style, columns, rows);
  const { width, left, pad, specs, requests } = layout;
  const step = frame.cy / rows;
  return data.series.flatMap((series, index): readonly Part[] => {
    const [spec, own] = [specs[index], requests[index]];
    if (!spec || !own) return [];
    const column = index % columns;
    const y = Math.floor(index / columns) * step;
    const x = left + column * (width + layout.gap);
    const start = column === 0 ? 0 : x - pad;
    const cut = column === 0 ? 0 : left - pad;
    const message = isHighlightedSeries(series, request.options);
    const title = titleLines(series, width, request);
    const shown = column === 0 ? spec : withoutLeftLabels(spec, cut, own.frame.cx);
    return [
      {
        kind: 'words',
        frame: rect(x, y, width, layout.title),
        lines: title,
        text: text(request, message ? look.message : look.text, true),
      },
      {
        kind: 'chart',
        frame: rect(start, y + layout.title, own.frame.cx - cut, own.frame.cy),
        title: series.name,
        chart: shown,
        request: own,
      },
    ];
  });
}

/** As many columns as give panels of the best shape, with few empty places. */
function columnsOf(count: number, shape: number): number {
  const badness = (columns: number): number => {
    const rows = Math.ceil(count / columns);
    return Math.abs(Math.log((shape * rows) / columns / SHAPE)) + ((columns * rows - count) / count) * 1.5;
  };
  return Array.from({ length: Math.min(count, 6) }, (_, index) => index + 1).reduce((best, columns) =>
    badness(columns) < badness(best) ? columns : best,
  );
}

interface Layout {
  /** Of a panel without what stands at its left. */
  readonly width: number;
  /** What the names or ticks take, once. */
  readonly left: number;
  /** What the labels below reach to the left of the plot. */
  readonly pad: number;
  /** Between panels. */
  readonly gap: number;
  readonly title: number;
  readonly specs: readonly ChartSpec[];
  readonly requests: readonly ChartRequest[];
}

/** Panels drawn at the width that is left when names or ticks stand once. */
function laidOut(request: ChartRequest, style: PanelStyle, columns: number, rows: number): Layout {
  const { frame, measure, data } = request;
  const reach = style.lying ? GAP / 2 : reachToLeft(request);
  const gap = Math.max(COLUMN_GAP, reach);
  const share = (left: number): number => (frame.cx - left - (columns - 1) * gap) / columns;
  const titles = (width: number): number =>
    Math.max(...data.series.map((series) => titleLines(series, width, request).length)) * measure.line + GAP / 2;
  let left = 0;
  let drawn = drawAll(request, style, share(0), frame.cy / rows - titles(share(0)) - ROW_GAP);
  for (let round = 0; round < 2; round++) {
    left = Math.max(...drawn.specs.map((spec) => spec.plotArea.x)) * drawn.width;
    const width = share(left);
    drawn = drawAll(request, style, left + width, frame.cy / rows - titles(width) - ROW_GAP);
  }
  const width = share(left);
  return { width, left, pad: Math.min(left, reach), gap, title: titles(width), specs: alike(drawn.specs), requests: drawn.requests };
}

/** What the first name and the first figure reach to the left of their point. */
function reachToLeft(request: ChartRequest): number {
  const { data, measure } = request;
  const print = valuePrinter(request);
  const names = data.categories.slice(0, 1).map((category) => categoryText(category, request));
  const figures = data.series.map(({ values }) => (values[0] === null || values[0] === undefined ? '' : print(values[0]).text));
  return Math.max(widest(names, measure), widest(figures, measure, true)) / 2;
}

/** All panels in a frame of one size, on the scale that all need. */
function drawAll(
  request: ChartRequest,
  style: PanelStyle,
  width: number,
  height: number,
): { readonly width: number; readonly specs: readonly ChartSpec[]; readonly requests: readonly ChartRequest[] } {
  const frame = { cx: emu(width), cy: emu(Math.max(height, inches(0.4))) };
  const requests = request.data.series.map((series, index) => panelRequest(request, series, index, frame, style.lying));
  const draw = (own: ChartRequest): ChartSpec => annotated(own, style.draw(own));
  const scale = sharedScale(requests.map(draw));
  const scaled = scale ? requests.map((own) => ({ ...own, scale })) : requests;
  return { width, specs: scaled.map(draw), requests: scaled };
}

/** One column; beside a highlighted one the others step back. A line is named, and words stand, in one panel. */
function panelRequest(
  request: ChartRequest,
  series: DataSeries,
  index: number,
  frame: ChartRequest['frame'],
  lying: boolean,
): ChartRequest {
  const { options, data, look, measure } = request;
  const marked = data.series.findIndex((other) => isHighlightedSeries(other, options));
  const leading = index === Math.max(marked, 0);
  const back = marked >= 0 && !isHighlightedSeries(series, options);
  const print = valuePrinter(request);
  const label =
    widest(
      valuesOf(data).map((value) => print(value).text),
      measure,
      true,
    ) + GAP;
  return {
    ...request,
    frame,
    data: { ...data, series: [series] },
    options: {
      ...options,
      sort: 'none',
      highlight: highlightedCategories(request).size > 0 ? options.highlight : [],
      annotations: leading ? options.annotations : options.annotations.filter(isDrawn).map((item) => ({ ...item, text: '' })),
    },
    look: back ? { ...look, message: look.context } : look,
    mostPrinted: lying ? MOST_PRINTED : Math.min(MOST_PRINTED, Math.floor(frame.cx / label)),
  };
}

/** Lines and spans stand in every panel, words in one. */
const isDrawn = ({ value, span }: Annotation): boolean => value !== null || span !== null;

const valueAxisOf = (spec: ChartSpec): ValueAxis | undefined => spec.axes.find((axis) => axis.kind === 'value');

/** The scale on which several charts can be compared: round where ticks are shown. Null where one has none. */
export function sharedScale(specs: readonly ChartSpec[]): Scale | null {
  const axes = specs.flatMap((spec) => valueAxisOf(spec) ?? []);
  const [first] = axes;
  if (!first || axes.length < specs.length) return null;
  const [min, max] = [Math.min(...axes.map((axis) => axis.min)), Math.max(...axes.map((axis) => axis.max))];
  if (first.logBase !== null) return { min, max, major: first.major, logBase: first.logBase };
  if (axes.every(({ deleted }) => deleted)) return { min, max, major: (max - min) / 5, logBase: null };
  return linearScale([min, max], { min: null, max: null, fromZero: false });
}

/** The same plot in every panel. */
function alike(specs: readonly ChartSpec[]): readonly ChartSpec[] {
  const areas = specs.map(({ plotArea }) => plotArea);
  const [x, y] = [Math.max(...areas.map((area) => area.x)), Math.max(...areas.map((area) => area.y))];
  const w = Math.min(...areas.map((area) => area.x + area.w)) - x;
  const h = Math.min(...areas.map((area) => area.y + area.h)) - y;
  return specs.map((spec) => ({ ...spec, plotArea: { x, y, w, h } }));
}

/** A panel beside another: its frame begins `cut` further right, and says no names or ticks at the left. */
function withoutLeftLabels(spec: ChartSpec, cut: number, width: number): ChartSpec {
  const rest = width - cut;
  const { x, y, w, h } = spec.plotArea;
  const round = (value: number): number => Math.round(value * 100_000) / 100_000;
  return {
    ...spec,
    axes: spec.axes.map((axis) => (axis.position === 'l' ? { ...axis, labels: 'none' } : axis)),
    plotArea: { x: round((x * width - cut) / rest), y, w: round(Math.min((w * width) / rest, 1 - (x * width - cut) / rest)), h },
  };
}

/** The name of a panel on at most two lines. */
const titleLines = (series: DataSeries, width: number, { measure }: ChartRequest): readonly string[] =>
  wrapLines(series.name, width, TITLE_LINES, { ...measure, width: (words) => measure.width(words, true) });
