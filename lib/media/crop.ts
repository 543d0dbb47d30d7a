/** Frames and the part of a picture that stands in them: never stretched. */
import { EMU_PER_INCH, emu, type Rect, type Size } from '../core/units.js';
import type { Crop } from '../scene/scene.js';
import type { Picture, Point } from './inspect.js';

export const NO_CROP: Crop = { left: 0, top: 0, right: 0, bottom: 0 };

/** Width by height. */
export const ratioOf = ({ width, height }: Pick<Picture, 'width' | 'height'>): number => width / Math.max(height, 1);
const frameRatio = ({ cx, cy }: Size): number => cx / Math.max(cy, 1);

/** As much of a picture as fills a frame, cut so that the focus stands as near to the middle as the picture allows. */
export function cropToFill(frame: Size, ratio: number, focus: Point): Crop {
  const target = frameRatio(frame);
  if (ratio > target) {
    const [left, right] = cutRound(focus.x, target / ratio);
    return { ...NO_CROP, left, right };
  }
  const [top, bottom] = cutRound(focus.y, ratio / target);
  return { ...NO_CROP, top, bottom };
}

/** What is cut off before and behind a stretch of length `kept` round a place; all as fractions. */
function cutRound(at: number, kept: number): readonly [number, number] {
  const before = Math.min(Math.max(at - kept / 2, 0), 1 - kept);
  return [before, 1 - kept - before];
}

/** The whole picture in the middle of a frame: where it does not fill it, it is padded (a negative crop). */
export function cropToShow(frame: Size, ratio: number): Crop {
  const target = frameRatio(frame);
  const across = (1 - target / ratio) / 2;
  const down = (1 - ratio / target) / 2;
  return ratio < target ? { ...NO_CROP, left: across, right: across } : { ...NO_CROP, top: down, bottom: down };
}

/** The largest frame of that ratio inside another, at its upper left: pictures stand on the grid's line. */
export function inside(frame: Rect, ratio: number): Rect {
  const cx = emu(Math.min(frame.cx, frame.cy * ratio));
  return { ...frame, cx, cy: emu(Math.min(frame.cy, cx / ratio)) };
}

/** The same frame in the middle of another. */
export const centred = (inner: Rect, outer: Rect): Rect => ({
  ...inner,
  x: emu(outer.x + (outer.cx - inner.cx) / 2),
  y: emu(outer.y + (outer.cy - inner.cy) / 2),
});

/** Pixels of a picture to the inch of a frame. */
export const pixelsPerInch = ({ width }: Pick<Picture, 'width'>, { cx }: Size, { left, right }: Crop): number =>
  (width * (1 - left - right)) / Math.max(cx / EMU_PER_INCH, Number.EPSILON);
