/** What a theme colour looks like, and how well it stands out: HSL transforms as DrawingML has them, contrast as WCAG 2.2 defines it. */
import type { Color } from '../../lib/core/color.js';
import type { Template } from '../../lib/template/model.js';

type Rgb = readonly [number, number, number];

/** The colour as red, green and blue from 0 to 1, on the template's own colour map. */
export function rgbOf(color: Color, template: Template): Rgb {
  if (color.kind === 'literal') return fromHex(color.hex);
  const map: Readonly<Record<string, string>> = template.colorMap;
  const colors: Readonly<Record<string, string>> = template.colors;
  const base = fromHex(colors[map[color.slot] ?? color.slot] ?? '');
  return color.transforms.reduce((rgb, { name, percent }) => {
    if (name === 'alpha') return rgb;
    const [h, s, l] = toHsl(rgb);
    return toRgb(h, s, Math.min(1, name === 'lumMod' ? l * (percent / 100) : l + percent / 100));
  }, base);
}

/** From 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const fromHex = (hex: string): Rgb => [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function toHsl([r, g, b]: Rgb): Rgb {
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const [l, d] = [(max + min) / 2, max - min];
  if (d === 0) return [0, 0, l];
  const s = d / (1 - Math.abs(2 * l - 1));
  const h = max === r ? ((g - b) / d + 6) % 6 : max === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return [h, s, l];
}

function toRgb(h: number, s: number, l: number): Rgb {
  const c = s * (1 - Math.abs(2 * l - 1));
  const channel = (shift: number): number => l - c / 2 + c * Math.max(0, Math.min(1, Math.abs(((h + shift) % 6) - 3) - 1));
  return [channel(0), channel(4), channel(2)];
}
