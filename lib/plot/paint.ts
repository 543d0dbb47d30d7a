/** Colours of series and points: the message in the accent, the rest in greys, doubt drawn as doubt (LOOKS, sections 3 and 4). */
import { type Color, scheme, withAlpha } from '../core/color.js';
import { points } from '../core/units.js';
import type { Fill, Stroke } from '../scene/paint.js';
import type { ChartLook, Template } from '../template/model.js';
import { opacityOf, type Rgb, rgbOf } from '../template/rgb.js';
import { type ChartRequest, highlightedCategories, isHighlightedSeries, type Standing } from './request.js';

export const NO_FILL: Fill = { kind: 'none' };

export const solid = (color: Color): Fill => ({ kind: 'solid', color });

/** A line; `width` in points. */
export const stroke = (color: Color, width: number, dash: Stroke['dash'] = 'solid'): Stroke => ({ color, width: points(width), dash });

/** The colours that tell categories apart, in their order. */
export const categoryColors = (look: ChartLook): readonly Color[] => [look.message, look.comparison, ...look.categories];

/** A colour for each series; beside a highlighted one the others take `greys` as far as they reach, the first of them where only categories are highlighted. */
export function seriesColors(request: ChartRequest, greys: readonly Color[]): readonly Color[] {
  const { data, options, look } = request;
  const marked = data.series.map((series) => isHighlightedSeries(series, options));
  if (marked.includes(true)) {
    // More others than there are greys are told apart by colour, or two of them would look the same.
    // Lines are named where they end: there one grey does for all.
    const [grey, ...more] = greys;
    const tooFew = more.length > 0 && marked.filter((isMessage) => !isMessage).length > greys.length;
    const rest = tooFew ? categoryColors(look).slice(1) : greys;
    const last = tooFew ? look.context : grey;
    let others = 0;
    return marked.map((isMessage) => (isMessage ? look.message : (rest[others++] ?? last ?? look.context)));
  }
  const muted = data.series.length === 1 && highlightedCategories(request).size > 0;
  if (muted) return greys.slice(0, 1);
  const colors = categoryColors(look);
  return data.series.map((_, index) => colors[index] ?? look.context);
}

/** Fill and outline of a bar, slice or marker. */
export interface Paint {
  readonly fill: Fill;
  readonly line: Stroke | null;
}

/** A colour as the standing of its figure has it drawn. What is doubtful has an outline, and that is never pale. */
export function standingPaint(color: Color, { look: kind }: Standing, look: ChartLook): Paint {
  const strong = color === look.soft ? look.context : color;
  if (kind === 'claimed') return { fill: solid(withAlpha(strong, 50)), line: stroke(strong, 1.25) };
  if (kind === 'estimated') {
    return { fill: { kind: 'pattern', preset: 'wdUpDiag', foreground: strong, background: look.paper }, line: stroke(strong, 1.25) };
  }
  if (kind === 'disputed') return { fill: solid(look.paper), line: stroke(strong, 1.5, 'sysDash') };
  return { fill: solid(color), line: null };
}

/** White or the theme's dark, whichever can be read better on a fill, which stands on paper where it is seen through. */
export function textOn(fill: Color, template: Pick<Template, 'colors' | 'colorMap'>): Color {
  const [paper, full, opacity] = [rgbOf(scheme('bg1'), template), rgbOf(fill, template), opacityOf(fill)];
  const through = (at: 0 | 1 | 2): number => full[at] * opacity + paper[at] * (1 - opacity);
  const ground = luminance([through(0), through(1), through(2)]);
  const contrast = (slot: 'lt1' | 'dk1'): number => {
    const text = luminance(rgbOf(scheme(slot), template));
    return (Math.max(ground, text) + 0.05) / (Math.min(ground, text) + 0.05);
  };
  return contrast('lt1') >= contrast('dk1') ? scheme('lt1') : scheme('dk1');
}

/** Relative luminance (WCAG 2.2). */
function luminance([r, g, b]: Rgb): number {
  const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}
