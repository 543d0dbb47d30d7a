/** Colours as they are seen: slots of the theme resolved, transformations applied. */
import type { Color } from '../core/color.js';
import type { Template } from './model.js';

/** Channels from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What resolves a theme colour. */
export type Theme = Pick<Template, 'colors' | 'colorMap'>;

/** A colour with its transformations, but for `alpha`, which opacityOf tells. */
export function rgbOf(color: Color, { colors, colorMap }: Theme): Rgb {
  if (color.kind === 'literal') return fromHex(color.hex);
  const { slot } = color;
  const mapped = slot === 'bg1' || slot === 'tx1' || slot === 'bg2' || slot === 'tx2' ? colorMap[slot] : slot;
  return color.transforms.reduce<Rgb>((at, { name, percent }) => {
    if (name === 'lumMod') return withLightness(at, (lightness) => (lightness * percent) / 100);
    return name === 'lumOff' ? withLightness(at, (lightness) => Math.min(1, lightness + percent / 100)) : at;
  }, fromHex(colors[mapped]));
}

/** How opaque a colour is, from 0 to 1. */
export const opacityOf = (color: Color): number =>
  color.kind === 'literal' ? 1 : color.transforms.reduce((at, { name, percent }) => (name === 'alpha' ? percent / 100 : at), 1);

/** `RRGGBB`. */
export const toHex = (color: Rgb): string =>
  color
    .map((channel) =>
      Math.round(Math.max(0, Math.min(1, channel)) * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase();

const fromHex = (hex: string): Rgb => {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return [channel(0), channel(2), channel(4)];
};

/** Changes the lightness of a colour and keeps hue and saturation (HSL), as `lumMod` and `lumOff` do. */
function withLightness(color: Rgb, change: (lightness: number) => number): Rgb {
  const [high, low] = [Math.max(...color), Math.min(...color)];
  const before = (high + low) / 2;
  const after = change(before);
  const room = (lightness: number): number => 1 - Math.abs(2 * lightness - 1);
  const stretch = room(before) === 0 ? 0 : room(after) / room(before);
  const channel = (value: number): number => after + (value - before) * stretch;
  return [channel(color[0]), channel(color[1]), channel(color[2])];
}
