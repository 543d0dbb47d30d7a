/** Colours: a slot of the theme, transformed as DrawingML transforms it, or a literal that the author wrote. */

/** The twelve colours that a slide can name (ISO/IEC 29500-1, 20.1.10.54 ST_SchemeColorVal). */
export type SchemeSlot =
  | 'tx1'
  | 'bg1'
  | 'tx2'
  | 'bg2'
  | 'accent1'
  | 'accent2'
  | 'accent3'
  | 'accent4'
  | 'accent5'
  | 'accent6'
  | 'hlink'
  | 'folHlink';

/** The twelve colours that a theme defines, in the order of the schema (ISO/IEC 29500-1, 20.1.6.2 clrScheme). */
export const THEME_SLOTS = [
  'dk1',
  'lt1',
  'dk2',
  'lt2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
] as const;

export type ThemeSlot = (typeof THEME_SLOTS)[number];

/** One transformation; `percent` from 0 to 100. */
export interface ColorTransform {
  readonly name: 'lumMod' | 'lumOff' | 'alpha';
  readonly percent: number;
}

/** A theme colour: it changes when the theme does. */
export interface SchemeColor {
  readonly kind: 'scheme';
  readonly slot: SchemeSlot | ThemeSlot;
  readonly transforms: readonly ColorTransform[];
}

/** A fixed colour, `RRGGBB`; only what an author wrote into the briefing. */
export interface LiteralColor {
  readonly kind: 'literal';
  readonly hex: string;
}

export type Color = SchemeColor | LiteralColor;

/** Which colours of the theme a slide's names stand for, where it has a map of its own (ISO/IEC 29500-1, 20.1.6.8 overrideClrMapping). */
export type ColorMap = Readonly<Record<'bg1' | 'tx1' | 'bg2' | 'tx2' | 'accent1' | 'hlink' | 'folHlink', ThemeSlot>>;

/** A theme colour, transformed in the order given. */
export const scheme = (slot: SchemeSlot | ThemeSlot, ...transforms: readonly ColorTransform[]): SchemeColor => ({
  kind: 'scheme',
  slot,
  transforms,
});

/** The same theme colour, seen through: `percent` 100 is opaque. */
export const withAlpha = (color: Color, percent: number): Color =>
  color.kind === 'scheme' ? { ...color, transforms: [...color.transforms, { name: 'alpha', percent }] } : color;
