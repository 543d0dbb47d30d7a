/** The colours of code: chosen among a theme's own, so that each can be read on the panel and told from the others. */
import { type Color, type ColorTransform, type SchemeSlot, scheme } from '../core/color.js';
import type { TokenRole } from '../highlight/token.js';
import { contrast, linear, luminance, READABLE } from './ground.js';
import type { Template } from './model.js';
import { opacityOf, type Rgb, rgbOf } from './rgb.js';

/** What listings are drawn with. */
export interface CodeColors {
  readonly roles: Readonly<Record<TokenRole, Color>>;
  /** Behind a line that the author points at. */
  readonly mark: Color;
}

type Brand = Pick<Template, 'colors' | 'colorMap' | 'palette'>;

const KNOWN = new WeakMap<Brand, CodeColors>();

/** The colours of code in a template; made once for each. */
export function codeColors(brand: Brand): CodeColors {
  const known = KNOWN.get(brand);
  if (known) return known;
  const made = chosen(brand);
  KNOWN.set(brand, made);
  return made;
}

const ACCENTS: readonly SchemeSlot[] = ['accent2', 'accent3', 'accent4', 'accent5', 'accent6', 'accent1'];

function chosen(brand: Brand): CodeColors {
  const { ink, muted, accent } = brand.palette;
  const dark = luminance(panelRgb(brand)) < luminance(rgbOf(ink, brand));
  const mark = tinted(accent, ...(dark ? DIM : PALE));
  const readable = (color: Color): Color => readableOn([panelRgb(brand), rgbOf(mark, brand)], color, dark, brand) ?? ink;
  const keyword = readable(accent);
  const comment = readable(muted);
  const others = ACCENTS.map((slot) => readable(scheme(slot)));
  const [string = ink, number = ink, type = ink, called = ink] = farthest([ink, comment, keyword], others, 4, brand);
  const nearest = (hue: number): Color =>
    others.reduce((best, color) => (hueGap(color, hue, brand) < hueGap(best, hue, brand) ? color : best));
  return {
    roles: {
      plain: ink,
      keyword,
      comment,
      string,
      number,
      type,
      function: called,
      inserted: nearest(GREEN),
      deleted: nearest(RED),
    },
    mark,
  };
}

const tinted = (color: Color, ...transforms: readonly ColorTransform[]): Color =>
  color.kind === 'scheme' ? scheme(color.slot, ...transforms) : color;

/** Office's own "lighter 80 %", and its like on dark ground. */
const PALE: readonly ColorTransform[] = [
  { name: 'lumMod', percent: 20 },
  { name: 'lumOff', percent: 80 },
];
const DIM: readonly ColorTransform[] = [{ name: 'lumMod', percent: 35 }];

/** The panel as it is seen: one that shows through lies on the paper. */
function panelRgb(brand: Brand): Rgb {
  const { panel, paper } = brand.palette;
  const [over, under] = [rgbOf(panel, brand), rgbOf(paper, brand)];
  const share = opacityOf(panel);
  const channel = (at: 0 | 1 | 2): number => over[at] * share + under[at] * (1 - share);
  return [channel(0), channel(1), channel(2)];
}

/** Steps by which a colour gives way to its ground, in percent of its lightness. */
const STEPS = [100, 90, 80, 70, 60, 50, 40, 30];

/** The colour, as much darker or lighter as all grounds need; null where that does not help. */
function readableOn(grounds: readonly Rgb[], color: Color, dark: boolean, brand: Brand): Color | null {
  if (color.kind === 'literal') return color;
  const steps = STEPS.map((percent) =>
    percent === 100
      ? color
      : scheme(
          color.slot,
          ...color.transforms,
          { name: 'lumMod', percent },
          ...(dark ? [{ name: 'lumOff' as const, percent: 100 - percent }] : []),
        ),
  );
  return steps.find((step) => grounds.every((ground) => contrast(rgbOf(step, brand), ground) >= READABLE)) ?? null;
}

/** So many of these colours, each the one that is farthest from all that are taken. */
function farthest(taken: readonly Color[], from: readonly Color[], count: number, brand: Brand): readonly Color[] {
  if (count === 0) return [];
  const gap = (color: Color): number => Math.min(...taken.map((other) => distance(oklab(color, brand), oklab(other, brand))));
  const best = from.reduce((far, color) => (gap(color) > gap(far) ? color : far));
  return [best, ...farthest([...taken, best], from, count - 1, brand)];
}

type Lab = readonly [lightness: number, a: number, b: number];

const distance = (one: Lab, two: Lab): number => Math.hypot(one[0] - two[0], one[1] - two[1], one[2] - two[2]);

/** Hues of OKLab in degrees: that of sRGB's green and red. */
const [GREEN, RED] = [142, 29];

function hueGap(color: Color, hue: number, brand: Brand): number {
  const [, a, b] = oklab(color, brand);
  const gap = Math.abs((Math.atan2(b, a) * 180) / Math.PI - hue) % 360;
  return Math.hypot(a, b) < GREY ? 360 : Math.min(gap, 360 - gap);
}

/** Less colour than this is grey, and has no hue. */
const GREY = 0.03;

/** https://bottosson.github.io/posts/oklab/; here without the package that judges brands, which is slow to load. */
function oklab(color: Color, brand: Brand): Lab {
  const [r, g, b] = rgbOf(color, brand).map(linear);
  const mixed = (weights: Lab): number => Math.cbrt(weights[0] * (r ?? 0) + weights[1] * (g ?? 0) + weights[2] * (b ?? 0));
  const [l, m, s] = [
    mixed([0.4122214708, 0.5363325363, 0.0514459929]),
    mixed([0.2119034982, 0.6806995451, 0.1073969566]),
    mixed([0.0883024619, 0.2817188376, 0.6299787005]),
  ];
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
