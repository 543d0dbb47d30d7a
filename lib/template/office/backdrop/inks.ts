/** Colours of a file's art, as they are seen: for drawing only, so nothing is left to resolve. */
import { colorsNamed } from 'culori';
import { type SchemeColor, THEME_SLOTS, type ThemeSlot } from '../../../core/color.js';
import { elements, type XmlElement } from '../../../package/xml.js';
import { type Rgb, toHex } from '../../rgb.js';
import { colorIn } from '../color.js';

/** A colour. */
export interface Ink {
  /** `RRGGBB`. */
  readonly hex: string;
  /** From 0 to 1. */
  readonly opacity: number;
  /** As the file writes it, where that is a colour of the theme; null: a literal, or what a theme's own fill is drawn in. */
  readonly theme: SchemeColor | null;
}

/** What names of colours stand for on a master or a layout. */
export interface InkTheme {
  readonly colors: Readonly<Record<ThemeSlot, string>>;
  /** `p:clrMap`, or what overrules it: from the names on slides to slots of the theme. */
  readonly map: Readonly<Record<string, string>>;
}

interface Seen {
  readonly rgb: Rgb;
  readonly opacity: number;
}

/** The colour that an element holds; `placeholder` is what a theme's own fills and lines are drawn in (`phClr`). Null where it holds none that we know. */
export function inkIn(holder: XmlElement | undefined, theme: InkTheme, placeholder: Ink | null = null): Ink | null {
  const node = holder && elements(holder).find(({ name }) => COLOR.test(name));
  const base = node && baseOf(node, theme, placeholder);
  if (!node || !base) return null;
  const { rgb, opacity } = elements(node).reduce<Seen>(
    (seen, { name, attributes }) => transformed(seen, name.slice(2), Number(attributes.val)),
    base,
  );
  const written = colorIn(holder);
  const followed = node.attributes.val === 'phClr' ? (placeholder?.theme ?? null) : written?.kind === 'scheme' ? written : null;
  return { hex: toHex(rgb), opacity: Math.min(1, Math.max(0, opacity)), theme: followed };
}

const COLOR = /^a:(?:schemeClr|srgbClr|sysClr|prstClr|scrgbClr|hslClr)$/;

const seen = (rgb: Rgb, opacity = 1): Seen => ({ rgb, opacity });
const channels = (value: number): Rgb => [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
const fromHex = (hex: string): Seen | null => (/^[0-9a-f]{6}$/i.test(hex) ? seen(channels(Number.parseInt(hex, 16))) : null);

function baseOf(node: XmlElement, { colors, map }: InkTheme, placeholder: Ink | null): Seen | null {
  const { val = '', lastClr, r, g, b, hue, sat, lum } = node.attributes;
  switch (node.name) {
    case 'a:schemeClr': {
      if (val === 'phClr') return placeholder && seen(fromHex(placeholder.hex)?.rgb ?? [0, 0, 0], placeholder.opacity);
      const slot = map[val] ?? val;
      return isSlot(slot) ? fromHex(colors[slot]) : null;
    }
    case 'a:sysClr':
      return fromHex(lastClr ?? (val === 'window' ? 'FFFFFF' : '000000'));
    case 'a:prstClr':
      return named(val);
    case 'a:scrgbClr':
      return seen([r, g, b].map((part) => gamma(percentOf(part))) as unknown as Rgb);
    case 'a:hslClr':
      return seen(fromHsl([Number(hue ?? 0) / 21_600_000, percentOf(sat), percentOf(lum)]));
    default:
      return fromHex(val);
  }
}

const isSlot = (name: string): name is ThemeSlot => THEME_SLOTS.some((slot) => slot === name);
const percentOf = (text: string | undefined): number => Number.parseFloat(text ?? '0') / (text?.endsWith('%') ? 100 : 100_000);

/** ISO/IEC 29500-1, 20.1.10.47: the names of CSS, some of them shortened. */
function named(name: string): Seen | null {
  const long = name.replace(/^dk/, 'dark').replace(/^lt/, 'light').replace(/^med/, 'medium').toLowerCase();
  const known: Readonly<Record<string, number>> = colorsNamed;
  const value = known[name.toLowerCase()] ?? known[long];
  return value === undefined ? null : seen(channels(value));
}

/** One transformation (ISO/IEC 29500-1, 20.1.2.3); one that we do not know changes nothing. */
function transformed({ rgb, opacity }: Seen, name: string, value: number): Seen {
  const part = value / 100_000;
  const hsl = (change: (hsl: Rgb) => Rgb): Seen => seen(fromHsl(change(toHsl(rgb))), opacity);
  const linear = (change: (channel: number) => number): Seen =>
    seen(
      each(rgb, (channel) => gamma(change(degamma(channel)))),
      opacity,
    );
  switch (name) {
    case 'alpha':
      return seen(rgb, part);
    case 'alphaMod':
      return seen(rgb, opacity * part);
    case 'alphaOff':
      return seen(rgb, opacity + part);
    case 'lumMod':
      return hsl(([h, s, l]) => [h, s, l * part]);
    case 'lumOff':
      return hsl(([h, s, l]) => [h, s, l + part]);
    case 'satMod':
      return hsl(([h, s, l]) => [h, s * part, l]);
    case 'satOff':
      return hsl(([h, s, l]) => [h, s + part, l]);
    case 'hueMod':
      return hsl(([h, s, l]) => [h * part, s, l]);
    case 'hueOff':
      return hsl(([h, s, l]) => [h + value / 21_600_000, s, l]);
    case 'shade':
      return linear((channel) => channel * part);
    case 'tint':
      return linear((channel) => channel * part + 1 - part);
    case 'inv':
      return linear((channel) => 1 - channel);
    case 'gray': {
      const grey = 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
      return seen([grey, grey, grey], opacity);
    }
    case 'comp':
      return hsl(([h, s, l]) => [h + 0.5, s, l]);
    default:
      return seen(rgb, opacity);
  }
}

const each = ([a, b, c]: Rgb, change: (channel: number) => number): Rgb => [change(a), change(b), change(c)];
const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const degamma = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const gamma = (value: number): number => {
  const at = clamp(value);
  return at <= 0.0031308 ? at * 12.92 : 1.055 * at ** (1 / 2.4) - 0.055;
};

/** Hue, saturation and lightness, each from 0 to 1. */
function toHsl([r, g, b]: Rgb): Rgb {
  const [high, low] = [Math.max(r, g, b), Math.min(r, g, b)];
  const [l, d] = [(high + low) / 2, high - low];
  if (d === 0) return [0, 0, l];
  const sextant = high === r ? (g - b) / d + (g < b ? 6 : 0) : high === g ? (b - r) / d + 2 : (r - g) / d + 4;
  return [sextant / 6, d / (1 - Math.abs(2 * l - 1)), l];
}

function fromHsl([hue, saturation, lightness]: Rgb): Rgb {
  const [h, s, l] = [((hue % 1) + 1) % 1, clamp(saturation), clamp(lightness)];
  const spread = s * Math.min(l, 1 - l);
  const channel = (n: number): number => {
    const k = (n + h * 12) % 12;
    return l - spread * Math.max(-1, Math.min(k - 3, 9 - k, 1));
  };
  return [channel(0), channel(8), channel(4)];
}
