/** Colours, fills and lines as attributes. */
import type { Color } from '../../core/color.js';
import { digest } from '../../core/guid.js';
import type { Dash, Fill, Stroke } from '../../scene/paint.js';
import { opacityOf, rgbOf, toHex } from '../../template/rgb.js';
import { type Attributes, type Page, pt, short, tag } from './svg.js';

/** `#RRGGBB`. */
export const hex = (color: Color, { template }: Page): string => `#${toHex(rgbOf(color, template))}`;

const opacity = (name: string, color: Color): Attributes => (opacityOf(color) < 1 ? { [name]: opacityOf(color) } : {});

/** `fill`, and how opaque it is. */
export const colorAttributes = (color: Color, page: Page): Attributes => ({ fill: hex(color, page), ...opacity('fill-opacity', color) });

/** `fill` of a shape; a pattern is defined where it is first used. */
export function fillAttributes(fill: Fill, page: Page): Attributes {
  if (fill.kind === 'none') return { fill: 'none' };
  if (fill.kind === 'solid') return colorAttributes(fill.color, page);
  return { fill: `url(#${hatching(fill.preset, hex(fill.foreground, page), hex(fill.background, page), page)})` };
}

/** Points: a pattern of eight pixels, as drawn at 96 to the inch. */
const TILE = 6;

/** The id of hatching in two colours; every preset is drawn as wide diagonals, upwards unless it says down (ISO/IEC 29500-1, 20.1.10.51). */
export function hatching(preset: string, fore: string, back: string, page: Page): string {
  const id = `p${digest(page.key, preset, fore, back).slice(0, 12)}`;
  const lines = `M ${-TILE / 2} ${TILE / 2} L ${TILE / 2} ${-TILE / 2} M 0 ${TILE} L ${TILE} 0 M ${TILE / 2} ${TILE * 1.5} L ${TILE * 1.5} ${TILE / 2}`;
  const mirror = /DnDiag$/.test(preset) ? 'scale(-1 1)' : null;
  page.definitions.set(
    id,
    tag(
      'pattern',
      { id, width: TILE, height: TILE, patternUnits: 'userSpaceOnUse', patternTransform: mirror },
      tag('rect', { width: TILE, height: TILE, fill: back }),
      tag('path', { d: lines, stroke: fore, 'stroke-width': TILE * 0.265, fill: 'none' }),
    ),
  );
  return id;
}

/** Dashes and gaps in widths of the line (ISO/IEC 29500-1, 20.1.10.48). */
const DASHES: Readonly<Record<Dash, readonly number[]>> = { solid: [], dash: [4, 3], sysDash: [3, 1], sysDot: [1, 1] };

/** A line's attributes; none where there is none. `round`: caps and joins of a solid line. */
export function strokeAttributes(stroke: Stroke | null, page: Page, round = false): Attributes {
  if (!stroke) return {};
  const width = pt(stroke.width);
  const dashes = DASHES[stroke.dash].map((length) => short(length * width)).join(' ');
  return {
    stroke: hex(stroke.color, page),
    ...opacity('stroke-opacity', stroke.color),
    'stroke-width': width,
    ...(dashes === '' ? {} : { 'stroke-dasharray': dashes }),
    ...(round ? { 'stroke-linejoin': 'round', ...(dashes === '' ? { 'stroke-linecap': 'round' } : {}) } : {}),
  };
}
