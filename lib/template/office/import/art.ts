/** A file's art as art of a template: rectangles, lines, drawings of paths, and pictures as files. */
import { type Rect, type Size, toInches, toPoints } from '../../../core/units.js';
import type { PathCommand } from '../../../scene/scene.js';
import type { Template } from '../../model.js';
import type { Drawn, DrawnShape, Ink, Paint, Turn } from '../backdrop/index.js';
import { inkExpression } from './colors.js';

/** What a template has of art, as it grows. */
export interface ArtBook {
  readonly drawings: Record<string, object>;
  /** The names of files by the parts that they were. */
  readonly files: Map<string, { readonly path: string; readonly data: Uint8Array }>;
  /** The drawing that is a logo by its name; empty where there is none. */
  logo: string;
}

export interface ArtContext {
  readonly book: ArtBook;
  readonly template: Template;
  /** How much larger a slide of the template is than one of the file. */
  readonly scale: number;
  readonly tell: (what: string) => void;
}

/** A move of a point, for turns of groups around it. */
type Move = (x: number, y: number) => readonly [number, number];

/** The entries of one list of `art`. */
export const artEntries = (items: readonly Drawn[], list: string, context: ArtContext): readonly object[] =>
  flattened(items, (x, y) => [x, y]).flatMap(([shape, move], index) => entryOf(shape, move, `${list}${index + 1}`, context));

function flattened(items: readonly Drawn[], around: Move): readonly (readonly [DrawnShape, Move])[] {
  return items.flatMap((item) => {
    const own = turning(item.frame, item.turn);
    const move: Move = (x, y) => around(...own(x, y));
    return item.kind === 'shape' ? [[item, move] as const] : flattened(item.items, move);
  });
}

/** Mirrors, then turns about the middle of a frame. */
function turning({ x, y, cx, cy }: Rect, { degrees, flipped }: Turn): Move {
  const [mx, my] = [x + cx / 2, y + cy / 2];
  const radian = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(radian), Math.sin(radian)];
  return (px, py) => {
    const [dx, dy] = [(px - mx) * (flipped.x ? -1 : 1), (py - my) * (flipped.y ? -1 : 1)];
    return [mx + dx * cos - dy * sin, my + dx * sin + dy * cos];
  };
}

function entryOf(shape: DrawnShape, move: Move, name: string, context: ArtContext): readonly object[] {
  const { tell, template } = context;
  if (shape.text)
    tell(
      `the words "${shape.text.paragraphs.flatMap(({ inlines }) => inlines.map((one) => (one.type === 'break' ? ' ' : one.text))).join('')}"`,
    );
  if (shape.fill?.kind === 'picture') return pictureEntry(shape, shape.fill.picture, name, context);
  const fill = shape.fill && inkOf(shape.fill, tell);
  const ink = (one: Ink): string => inkExpression(one, template, tell);
  const pen = shape.pen && { color: ink(shape.pen.ink), width: `${Math.max(0.25, Math.round(shape.pen.width * context.scale * 4) / 4)}pt` };
  const paths = shape.outlines.flatMap(({ geometry, filled, stroked }) => {
    const commands = moved(geometry.commands, geometry, shape.frame, move);
    const looks = { ...(filled && fill ? { fill: ink(fill) } : {}), ...(stroked && pen ? { stroke: pen } : {}) };
    return commands.length > 0 && Object.keys(looks).length > 0 ? [{ commands, looks }] : [];
  });
  const box = boundsOf(paths.flatMap(({ commands }) => commands));
  if (!box) return [];
  const title = label(shape.name, name);
  const [only] = paths;
  if (paths.length === 1 && only && isRectangle(only.commands) && only.looks.fill !== undefined && only.looks.stroke === undefined)
    return [{ draw: 'rect', name: title, fill: only.looks.fill, ...placed(box, context) }];
  if (box[2] - box[0] < 1 || box[3] - box[1] < 1) return pen ? [{ draw: 'line', name: title, stroke: pen, ...placed(box, context) }] : [];
  // A drawing is as wide as the slide is in points, so that its numbers can be read.
  context.book.drawings[name] = {
    width: round(toPoints((box[2] - box[0]) as Rect['cx'])),
    height: round(toPoints((box[3] - box[1]) as Rect['cx'])),
    paths: paths.map(({ commands, looks }) => ({ data: pathText(commands, box), ...looks })),
  };
  return [{ draw: 'drawing', name: title, drawing: name, ...placed(box, context) }];
}

/** A fill as one colour; a gradient is its middle one. */
function inkOf(paint: Paint, tell: ArtContext['tell']): Ink | null {
  if (paint.kind === 'solid') return paint.ink;
  if (paint.kind === 'picture') return null;
  tell(paint.kind === 'gradient' ? 'gradients: one of their colours stands for them' : 'patterns: their colour stands for them');
  return paint.kind === 'pattern' ? paint.foreground : (paint.stops[Math.floor(paint.stops.length / 2)]?.ink ?? null);
}

function pictureEntry(
  shape: DrawnShape,
  picture: (Paint & { kind: 'picture' })['picture'],
  name: string,
  context: ArtContext,
): readonly object[] {
  const { book, tell } = context;
  const box = clipped(shape.frame, context.template.size);
  if (!box) return [];
  if (shape.turn.degrees !== 0 || shape.turn.flipped.x || shape.turn.flipped.y) tell('the turn of a picture');
  if (picture.tile) tell('the tiles of a picture: it stands there once');
  const path = fileFor(picture.part, picture.bytes, book);
  const title = label(shape.name, name);
  book.drawings[name] = { file: path };
  if (book.logo === '' && /logo|brand|signet|wordmark/i.test(shape.name)) book.logo = name;
  const { crop } = picture;
  const whole = crop.left <= 0 && crop.right <= 0 && crop.top <= 0 && crop.bottom <= 0;
  return [{ draw: 'drawing', name: title, drawing: name, ...(whole ? {} : { fit: 'cover' }), ...placed(box, context) }];
}

/** The picture as a file of the folder, once, under its own name: names of parts are no paths. */
export function fileFor(part: string, data: Uint8Array, { files }: Pick<ArtBook, 'files'>): string {
  const known = files.get(part);
  if (known) return known.path;
  const path = `assets/${part.slice(part.lastIndexOf('/') + 1).replace(/[^\w.-]/g, '_')}`;
  files.set(part, { path, data });
  return path;
}

const label = (name: string, usual: string): string => (/^[\p{L}\p{N}][^\p{C}]*$/u.test(name.trim()) ? name.trim() : usual);

type Box = readonly [left: number, top: number, right: number, bottom: number];

function clipped({ x, y, cx, cy }: Rect, size: Size): Box | null {
  const box: Box = [Math.max(0, x), Math.max(0, y), Math.min(size.cx, x + cx), Math.min(size.cy, y + cy)];
  return box[2] > box[0] && box[3] > box[1] ? box : null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** A box as a frame: across in parts of the slide, so that it keeps its place on slides of another shape. */
export function placed([left, top, right, bottom]: Box, { template, scale }: Pick<ArtContext, 'template' | 'scale'>): object {
  const { cx, cy } = template.size;
  const across = (x: number): string => `${Math.round((x / cx) * 100_000) / 1000}%`;
  const down = (y: number): number => round(toInches(y as Rect['y']) * scale);
  const near = (value: number, edge: number): boolean => Math.abs(value - edge) < NEAR;
  return {
    x: [near(left, 0) ? 'edge' : across(left), near(right, cx) ? 'edge' : across(right)],
    y: [near(top, 0) ? 'edge' : down(top), near(bottom, cy) ? 'edge' : down(bottom)],
  };
}

/** A hundredth of an inch. */
const NEAR = 9_144;

function moved(
  commands: readonly PathCommand[],
  space: { width: number; height: number },
  frame: Rect,
  move: Move,
): readonly PathCommand[] {
  const at = (x: number, y: number) => move(frame.x + (x / space.width) * frame.cx, frame.y + (y / space.height) * frame.cy);
  return commands.map((command): PathCommand => {
    if (command.op === 'close') return command;
    const [x, y] = at(command.x, command.y);
    if (command.op !== 'cubic') return { op: command.op, x, y };
    const [[x1, y1], [x2, y2]] = [at(command.x1, command.y1), at(command.x2, command.y2)];
    return { op: 'cubic', x1, y1, x2, y2, x, y };
  });
}

function boundsOf(commands: readonly PathCommand[]): Box | null {
  const points = commands.flatMap((command) => (command.op === 'close' ? [] : [command]));
  if (points.length === 0) return null;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** Four corners with upright and level sides. */
function isRectangle(commands: readonly PathCommand[]): boolean {
  const corners = commands.flatMap((command) => (command.op === 'move' || command.op === 'line' ? [command] : []));
  if (corners.length !== 4 || commands.some(({ op }) => op === 'cubic')) return false;
  return corners.every((corner, index) => {
    const next = corners[(index + 1) % 4];
    return next !== undefined && (Math.abs(next.x - corner.x) < 2 || Math.abs(next.y - corner.y) < 2);
  });
}

/** SVG path data in points, from the upper left corner of the box. */
function pathText(commands: readonly PathCommand[], [left, top]: Box): string {
  const at = (x: number, y: number): string => `${round(toPoints((x - left) as Rect['x']))} ${round(toPoints((y - top) as Rect['y']))}`;
  return commands
    .map((command) => {
      if (command.op === 'close') return 'Z';
      if (command.op !== 'cubic') return `${command.op === 'move' ? 'M' : 'L'}${at(command.x, command.y)}`;
      return `C${at(command.x1, command.y1)} ${at(command.x2, command.y2)} ${at(command.x, command.y)}`;
    })
    .join('');
}
