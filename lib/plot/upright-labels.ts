/** Words in a chart whose values go upwards, where nothing is in their way. */
import type { ChartSpec, LabelPosition, PointLabel, ValueAxis } from '../scene/chart.js';
import { GAP } from './axes.js';
import { type Box, freest, type Path, type Place } from './boxes.js';
import { labelFormat, pointLabel, text, VALUE, widest } from './label.js';
import { boxBeside, labelsOf, type Plane, pathsOf, planeOf } from './plane.js';
import type { ChartRequest } from './request.js';

/** What stands in a chart already. */
export interface Around {
  readonly plane: Plane;
  /** Grows with each label that is placed. */
  readonly taken: Box[];
  readonly paths: readonly Path[];
  /** How many rows there are. */
  readonly rows: number;
  /** Whether rows have slots of their own, as columns do. */
  readonly between: boolean;
}

/** The labels and lines of a chart. */
export function aroundOf(request: ChartRequest, spec: ChartSpec, axis: ValueAxis): Around {
  const plane = planeOf(request, spec, axis);
  const series = spec.plots.flatMap((plot) =>
    plot.kind === 'line' || (plot.kind === 'bar' && plot.grouping === 'clustered') ? plot.series : [],
  );
  return {
    plane,
    taken: series.flatMap((item) => labelsOf(request, spec, plane, item).map(({ box }) => box)),
    paths: spec.plots.flatMap((plot) => (plot.kind === 'line' ? plot.series.flatMap((item) => pathsOf(spec, plane, item)) : [])),
    rows: spec.workbook.columns[0]?.cells.length ?? 0,
    between: axis.between,
  };
}

/** A label at a row, and what it covers. */
export interface PlacedLabel {
  readonly point: PointLabel;
  readonly box: Box;
}

const NO_BREAK_SPACE = '\u00a0';
/** More rows than this are tried at even distances. */
const MOST_TRIED = 40;

/** How far a box must move to lie inside another along the line of categories. */
const inward = (box: Box, { x, w }: Box): number => Math.max(x - box.x, 0) - Math.max(box.x + box.w - x - w, 0);

const shiftedBy = (box: Box, x: number): Box => ({ ...box, x: box.x + x });

/** The offset of a label, null where it has none: LibreOffice draws leader lines to labels that were moved. */
const offsetOf = ({ frame }: Plane, x: number, y = 0): PointLabel['offset'] =>
  x === 0 && y === 0 ? null : { x: x / frame.w, y: y / frame.h };

/** The name of a line or band: at the right of columns, else above or below the line where nothing else stands, as far right as can be. */
export function lineName(request: ChartRequest, around: Around, words: string, level: number, shift: number): PlacedLabel | null {
  const { measure, look } = request;
  const { plane, rows } = around;
  if (words === '' || rows === 0) return null;
  const width = measure.width(words);
  const labelAt = (row: number, position: LabelPosition, x: number, y = 0): PointLabel => ({
    ...pointLabel(row, labelFormat(VALUE, position, 'General', text(request, look.muted))),
    lines: [words],
    offset: offsetOf(plane, x, y),
  });
  if (around.between) {
    const slot = plane.area.w / rows;
    const box = boxBeside({ x: plane.area.x + plane.area.w, y: plane.y(level) + shift }, 'r', width, measure.line);
    return { point: labelAt(rows - 1, 'r', slot / 2, shift), box };
  }
  const step = Math.max(1, Math.ceil(rows / MOST_TRIED));
  const tried = Array.from({ length: Math.ceil(rows / step) }, (_, index) => rows - 1 - index * step);
  const places = (['t', 'b'] as const).flatMap((side) =>
    tried.map((row): Place<PointLabel> => {
      const middle = boxBeside({ x: plane.x(row), y: plane.y(level) }, side, width, measure.line);
      const x = inward(middle, plane.area);
      return { at: labelAt(row, side, x), box: shiftedBy(middle, x) };
    }),
  );
  const best = freest(places, around.taken, around.paths, plane.frame);
  return best && { point: best.at, box: best.box };
}

/** The words of a shaded span, in its middle under the plot's upper edge; under other words where those reach into it. */
export function spanName(
  request: ChartRequest,
  around: Around,
  lines: readonly string[],
  row: number,
  [first, last]: readonly [number, number],
): PlacedLabel | null {
  const { measure, look } = request;
  const { plane } = around;
  const format = labelFormat(VALUE, 'b', 'General', text(request, look.muted));
  const middle = (plane.x(first) + plane.x(last)) / 2;
  const places = [0, 1, 2, 3].map((blank): Place<PointLabel> => {
    const top = { x: middle, y: plane.area.y + blank * measure.line };
    const box = boxBeside(top, 'b', widest(lines, measure), lines.length * measure.line);
    const x = inward(box, plane.area);
    const said = [...Array<string>(blank).fill(NO_BREAK_SPACE), ...lines];
    const offset = offsetOf(plane, Math.round(middle + x - plane.x(row)));
    return { at: { ...pointLabel(row, format), lines: said, offset }, box: shiftedBy(box, x) };
  });
  const best = freest(places, around.taken, around.paths, plane.frame);
  return best && { point: best.at, box: best.box };
}

/** The words above a line over columns. */
export function bracketName(request: ChartRequest, { plane }: Around, lines: readonly string[], row: number, level: number): PlacedLabel {
  const { measure, look } = request;
  const format = labelFormat(VALUE, 't', 'General', text(request, look.muted));
  const box = boxBeside({ x: plane.x(row), y: plane.y(level) }, 't', widest(lines, measure), lines.length * measure.line);
  return { point: { ...pointLabel(row, format), lines }, box };
}

/** Where words at a point stand. */
export interface PointPlace {
  /** The height at which they begin, clear of the line around the point. */
  readonly top: number;
  /** The figure itself. */
  readonly own: number;
  readonly below: boolean;
  /** From the middle of the row, as a share of the frame. */
  readonly shift: number;
}

/** Words at a point; an empty line keeps them clear of the point's own label. */
export function pointWords(request: ChartRequest, around: Around, lines: readonly string[], row: number, place: PointPlace): PlacedLabel {
  const { measure, look } = request;
  const { plane } = around;
  const format = labelFormat(VALUE, place.below ? 'b' : 't', 'General', text(request, look.text));
  const keep = place.top === place.own ? [NO_BREAK_SPACE] : [];
  const size = { w: widest(lines, measure), h: lines.length * measure.line };
  const boxOf = (blank: number): Box => {
    const gap = blank * measure.line * (place.below ? 1 : -1);
    return boxBeside({ x: plane.x(row) + place.shift * plane.frame.w, y: plane.y(place.top) + gap }, format.position, size.w, size.h);
  };
  const places = [keep.length, keep.length + 1, keep.length + 2].map((blank): Place<PointLabel> => {
    const blanks = Array<string>(blank).fill(NO_BREAK_SPACE);
    const x = inward(boxOf(blank), { ...plane.frame, w: plane.frame.w - GAP / 4 });
    const offset = offsetOf(plane, x + place.shift * plane.frame.w);
    const said = place.below ? [...blanks, ...lines] : [...lines, ...blanks];
    return { at: { ...pointLabel(row, format), lines: said, offset }, box: shiftedBy(boxOf(blank), x) };
  });
  const best = freest(places, around.taken, around.paths, plane.frame) ?? places[0];
  if (!best) throw new TypeError('words at a point have no place');
  return { point: best.at, box: best.box };
}
