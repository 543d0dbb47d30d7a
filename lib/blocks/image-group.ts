/** Several pictures that share a frame: a gallery, and strips from edge to edge. */

import { asRead } from '../briefing/items.js';
import type { Place, PlaceContext } from '../briefing/kind.js';
import {
  captionBelow,
  captionHeight,
  freePicture,
  isCut,
  panel,
  plainPicture,
  type Shown,
  shownRatio,
  tellNoSize,
} from '../briefing/pictures.js';
import { type Emu, emu, type Rect } from '../core/units.js';
import { centred, inside } from '../media/crop.js';
import { inRows } from '../media/rows.js';
import type { Item } from '../scene/scene.js';

/** Several pictures, alone on their slide or not: each whole in rows, or where all are to be cut, in equal cells of the grid. */
export function gallery(pictures: readonly Shown[], { frame, id }: Place, isAlone: boolean, context: PlaceContext): readonly Item[] {
  for (const shown of pictures) tellNoSize(shown, context);
  const placed = pictures.every(isCut) ? cells(pictures, frame, context) : rows(pictures, frame, context);
  const frames = isAlone ? inTheMiddle(placed, frame, context) : placed;
  return pictures.flatMap((shown, index) => {
    const placed = frames[index];
    if (!placed) return [];
    const own = asRead(placed, frame, context.template);
    const name = `${id}.${index + 1}`;
    const fit = pictures.every(isCut) ? 'cover' : 'contain';
    return [...freePicture({ ...shown, fit, shares: true }, own, name, context), ...captionBelow(shown, own, own.cx, name, context)];
  });
}

/** Pictures that leave a column of the grid and more empty stand in the middle of the slide; less would look like a slip of the left edge. */
function inTheMiddle(frames: readonly Rect[], frame: Rect, { template }: PlaceContext): readonly Rect[] {
  const { columns, columnWidth, gutter } = template.grid;
  const right = Math.max(...frames.map(({ x, cx }) => x + cx));
  const spare = frame.x + frame.cx - right;
  const isWhole = frame.cx >= columns * columnWidth + (columns - 1) * gutter - gutter;
  return !isWhole || spare < columnWidth ? frames : frames.map((own) => ({ ...own, x: emu(own.x + spare / 2) }));
}

function rows(pictures: readonly Shown[], frame: Rect, context: PlaceContext): readonly Rect[] {
  const below = (index: number, width: Emu): Emu => {
    const shown = pictures[index];
    return shown ? captionHeight(shown, width, context) : emu(0);
  };
  return inRows(pictures.map(shownRatio), { frame, gap: context.template.grid.gutter, below });
}

/** Equal cells: up to three in a row, four in two rows of two, six in two rows of three. */
function cells(pictures: readonly Shown[], frame: Rect, context: PlaceContext): readonly Rect[] {
  const across = pictures.length <= 3 ? pictures.length : Math.ceil(pictures.length / 2);
  const down = Math.ceil(pictures.length / across);
  const gap = context.template.grid.gutter;
  const cx = emu((frame.cx - gap * (across - 1)) / across);
  const captions = Math.max(...pictures.map((shown) => captionHeight(shown, cx, context)));
  const cy = emu((frame.cy - gap * (down - 1)) / down - captions);
  return pictures.map((_, index) => ({
    x: emu(frame.x + (index % across) * (cx + gap)),
    y: emu(frame.y + Math.floor(index / across) * (cy + captions + gap)),
    cx,
    cy: emu(Math.max(cy, 0)),
  }));
}

/** Pictures from edge to edge, side by side over the whole frame or on top of each other. What cannot be shown leaves no hole. */
export function strips(pictures: readonly Shown[], { frame, id }: Place, context: PlaceContext): readonly Item[] {
  const there = pictures.filter(({ picture }) => picture);
  const vertical = pictures.some(({ standing }) => standing?.vertical);
  const edge = (length: Emu, index: number): Emu => emu((length * index) / there.length);
  return there.flatMap((shown, index) => {
    const [x, y] = [edge(frame.cx, index), edge(frame.cy, index)];
    const strip = vertical
      ? { ...frame, y: emu(frame.y + y), cy: emu(edge(frame.cy, index + 1) - y) }
      : asRead({ ...frame, x: emu(frame.x + x), cx: emu(edge(frame.cx, index + 1) - x) }, frame, context.template);
    const name = `${id}.${index + 1}`;
    if (shown.fit !== 'contain') return freePicture({ ...shown, fit: 'cover' }, strip, name, context);
    // Beside a picture that does not fill its place nothing of the master shows through.
    const own = centred(inside(strip, shownRatio(shown)), strip);
    return [panel(strip, context.template.palette.paper, name), ...plainPicture(shown, own, name, context)];
  });
}
