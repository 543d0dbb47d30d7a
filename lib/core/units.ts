/** Lengths. Inside the library a length is a whole number of English Metric Units; points and inches exist only at the borders. */

declare const emuBrand: unique symbol;

/** A length in English Metric Units: 914 400 to the inch, 12 700 to the point (ISO/IEC 29500-1, 20.1.10.16 ST_Coordinate). */
export type Emu = number & { readonly [emuBrand]: true };

export const EMU_PER_INCH = 914_400;
export const EMU_PER_POINT = 12_700;

/** A size in EMU. */
export interface Size {
  readonly cx: Emu;
  readonly cy: Emu;
}

/** A rectangle in EMU, measured from the slide's upper left corner. */
export interface Rect extends Size {
  readonly x: Emu;
  readonly y: Emu;
}

/** Rounds a number of EMU to a whole one. */
export const emu = (value: number): Emu => Math.round(value) as Emu;

/** Inches to EMU. */
export const inches = (value: number): Emu => emu(value * EMU_PER_INCH);

/** Points to EMU. */
export const points = (value: number): Emu => emu(value * EMU_PER_POINT);

/** EMU to inches. */
export const toInches = (value: Emu): number => value / EMU_PER_INCH;

/** EMU to points. */
export const toPoints = (value: Emu): number => value / EMU_PER_POINT;

/** A rectangle from four lengths in EMU. */
export const rect = (x: number, y: number, cx: number, cy: number): Rect => ({
  x: emu(x),
  y: emu(y),
  cx: emu(cx),
  cy: emu(cy),
});
