/** What a deck needs of a picture file. */
import { EMU_PER_INCH } from '../core/units.js';
import type { PictureItem } from '../scene/scene.js';
import type { Picture } from './inspect.js';

/** What a deck needs of a picture: a box of its pixels, and how many of the deck's a pixel of it becomes. */
export interface Need {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** At most 1, but for drawings. */
  readonly scale: number;
}

/** All that any of the items shows of a picture, at the finest scale that one of them wants. */
export function needOf(
  picture: Pick<Picture, 'kind' | 'width' | 'height'>,
  items: readonly Pick<PictureItem, 'frame' | 'crop'>[],
  dpi: number,
): Need {
  const { width, height, kind } = picture;
  const clamp = (share: number): number => Math.min(1, Math.max(0, share));
  const left = Math.floor(Math.min(...items.map(({ crop }) => clamp(crop.left))) * width + ROUNDING);
  const top = Math.floor(Math.min(...items.map(({ crop }) => clamp(crop.top))) * height + ROUNDING);
  const right = Math.ceil(Math.max(...items.map(({ crop }) => 1 - clamp(crop.right))) * width - ROUNDING);
  const bottom = Math.ceil(Math.max(...items.map(({ crop }) => 1 - clamp(crop.bottom))) * height - ROUNDING);
  const wanted = items.map(({ frame, crop }) =>
    Math.max(
      ((frame.cx / EMU_PER_INCH) * dpi) / (width * Math.max(1 - crop.left - crop.right, TINY)),
      ((frame.cy / EMU_PER_INCH) * dpi) / (height * Math.max(1 - crop.top - crop.bottom, TINY)),
    ),
  );
  const scale = Math.max(...wanted);
  const whole = { left: 0, top: 0, width, height };
  if (kind === 'drawing') return { ...whole, scale };
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top), scale: Math.min(1, scale) };
}

/** Of a pixel: what arithmetic loses. */
const ROUNDING = 1e-6;
const TINY = 1e-6;
