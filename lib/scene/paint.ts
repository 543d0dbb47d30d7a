/** Fills and lines, for shapes, tables and charts alike. */
import type { Color } from '../core/color.js';
import type { Emu } from '../core/units.js';

/** What an area is filled with; `preset` is a pattern of ISO/IEC 29500-1, 20.1.10.51 ST_PresetPatternVal. */
export type Fill =
  | { readonly kind: 'none' }
  | { readonly kind: 'solid'; readonly color: Color }
  | { readonly kind: 'pattern'; readonly preset: string; readonly foreground: Color; readonly background: Color };

/** How a line is broken (ISO/IEC 29500-1, 20.1.10.48 ST_PresetLineDashVal). */
export type Dash = 'solid' | 'dash' | 'sysDash' | 'sysDot';

/** A line. */
export interface Stroke {
  readonly color: Color;
  readonly width: Emu;
  readonly dash: Dash;
}
