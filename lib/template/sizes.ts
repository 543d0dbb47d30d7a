/** Slide sizes. */
import { emu, type Size } from '../core/units.js';

/** The sizes that a deck can have. */
export const SIZES = ['16:9', '4:3', 'A4'] as const;
export type SlideSize = (typeof SIZES)[number];

const EMU_PER_MILLIMETRE = 36_000;

/** A size in EMU: 13.333 × 7.5 in, 10 × 7.5 in, or ISO 216's A4 on its side, 297 × 210 mm. */
export const slideSize = (size: SlideSize): Size => DIMENSIONS[size];

const DIMENSIONS: Readonly<Record<SlideSize, Size>> = {
  '16:9': { cx: emu(12_192_000), cy: emu(6_858_000) },
  '4:3': { cx: emu(9_144_000), cy: emu(6_858_000) },
  A4: { cx: emu(297 * EMU_PER_MILLIMETRE), cy: emu(210 * EMU_PER_MILLIMETRE) },
};
