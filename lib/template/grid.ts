/** From columns and inches to frames on a slide of any size. */
import { type Emu, emu, inches, points, type Rect, rect, type Size } from '../core/units.js';
import type { Grid } from './model.js';
import type { FrameData, Length, TemplateData } from './schema.js';

/** The grid on a slide of one size, and how far what stands low moves down on a high one. */
export interface Geometry {
  readonly size: Size;
  readonly grid: Grid;
  /** What stands at this height or lower moves down by `extra`. */
  readonly rise: Emu;
  readonly extra: Emu;
  readonly bands: TemplateData['bands'];
}

/** A length in EMU; a bare number is inches. */
export function toEmu(length: Length): Emu {
  if (typeof length === 'number') return inches(length);
  const value = Number.parseFloat(length);
  if (length.endsWith('pt')) return points(value);
  return inches(length.endsWith('mm') ? value / 25.4 : value);
}

/** The geometry of a slide: margins, gutters and bands as written, columns as wide as the slide lets them be. */
export function geometryOf(data: TemplateData, size: Size): Geometry {
  const { columns } = data.grid;
  const margin = toEmu(data.grid.margin);
  const gutter = toEmu(data.grid.gutter);
  const unit = toEmu(data.grid.unit);
  const columnWidth = emu((size.cx - 2 * margin - (columns - 1) * gutter) / columns);
  const extra = Math.max(0, size.cy - toEmu(data.grid.height));
  return {
    size,
    grid: { margin, columns, columnWidth, gutter, unit },
    rise: toEmu(data.grid.rise),
    // In whole steps, so that the rhythm stays.
    extra: emu(Math.floor(extra / (unit / 2)) * (unit / 2)),
    bands: data.bands,
  };
}

/** The left edge of a column, from 1. */
export const columnStart = ({ grid }: Geometry, column: number): Emu => emu(grid.margin + (column - 1) * (grid.columnWidth + grid.gutter));

/** The width of so many columns with the gutters between them. */
export const columnsWidth = ({ grid }: Geometry, count: number): Emu => emu(count * grid.columnWidth + (count - 1) * grid.gutter);

/** The band of that name as a frame over all columns. */
export function bandFrame(geometry: Geometry, band: readonly [Length, Length]): Rect {
  const [top, bottom] = [height(geometry, toEmu(band[0])), height(geometry, toEmu(band[1]))];
  return rect(geometry.grid.margin, top, columnsWidth(geometry, geometry.grid.columns), bottom - top);
}

const height = ({ rise, extra }: Geometry, y: Emu): Emu => (y >= rise ? emu(y + extra) : y);

/** The frame that is written; a string says what is wrong with it. `top` is added to every y. */
export function frameOf(geometry: Geometry, data: FrameData, top: Emu = emu(0)): Rect | string {
  const x = horizontal(geometry, data);
  const y = vertical(geometry, data, top);
  if (typeof x === 'string') return x;
  if (typeof y === 'string') return y;
  return rect(x[0], y[0], x[1] - x[0], y[1] - y[0]);
}

type Stretch = readonly [Emu, Emu];

function horizontal(geometry: Geometry, { columns, x }: FrameData): Stretch | string {
  const { size, grid } = geometry;
  if (x) return [place(x[0], emu(0), size.cx, toEmu), place(x[1], size.cx, size.cx, toEmu)];
  if (!columns) return 'no "columns" and no "x"';
  const [first, last] = columns;
  const beyond = columns.find((column) => column !== 'edge' && column > grid.columns);
  if (beyond !== undefined) return `the grid has ${grid.columns} columns, not ${beyond}`;
  const left = first === 'edge' ? emu(0) : columnStart(geometry, first);
  const right = last === 'edge' ? size.cx : emu(columnStart(geometry, last) + grid.columnWidth);
  return right > left ? [left, right] : `column ${last} lies left of column ${first}`;
}

function vertical(geometry: Geometry, { y }: FrameData, top: Emu): Stretch | string {
  if (y === undefined) return 'no "y"';
  const ends = typeof y === 'string' ? geometry.bands[y] : y;
  if (!ends) return `there is no band "${String(y)}"`;
  const [from, to] = ends;
  const { cy } = geometry.size;
  const written = (length: Length): Emu => height(geometry, emu(toEmu(length) + top));
  return [place(from, emu(0), cy, written), place(to, cy, cy, written)];
}

/** An end of a frame: the slide's own edge, a part of the slide, or as it is written. */
function place(end: Length, edge: Emu, whole: Emu, written: (length: Length) => Emu): Emu {
  if (end === 'edge') return edge;
  return typeof end === 'string' && end.endsWith('%') ? emu((whole * Number.parseFloat(end)) / 100) : written(end);
}
