/** Slides on a picture: what lies between the picture and the text, and which colours the text takes on it. */
import { type Color, type ColorMap, scheme, withAlpha } from '../core/color.js';
import type { Template } from './model.js';
import { type Rgb, rgbOf } from './rgb.js';

/** Text on a dark picture: light and dark change places, and so does what else would be dark; null for a template that is dark already. */
export const darkMap = ({ colorMap }: Pick<Template, 'colorMap'>): ColorMap | null =>
  colorMap.tx1 === 'lt1' ? null : { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2', accent1: 'lt1', hlink: 'lt1', folHlink: 'lt2' };

/** As darkMap, for words that may be light as they are, on a layout with a ground of its own: the map that shows the darkest of them lighter. */
export function mapOnDark(words: readonly Color[], template: Template): ColorMap | null {
  const map = darkMap(template);
  const darkest = (own: ColorMap | null): number => Math.min(1, ...words.map((color) => luminance(rgbOf(color, recolored(template, own)))));
  return darkest(map) >= darkest(null) ? map : null;
}

/** Words that are darker than this, as WCAG's luminance, cannot be read on a scrim. */
const LEGIBLE = 0.3;

/** The colour for words that would be dark on a scrim; null for those that are light enough. */
export const lightFor = (color: Color, template: Template, map: ColorMap | null): Color | null =>
  luminance(rgbOf(color, recolored(template, map))) < LEGIBLE ? scheme('lt1') : null;

/** A template as a slide with colours of its own shows it. */
export const recolored = (template: Template, map: ColorMap | null): Template =>
  map
    ? {
        ...template,
        colorMap: { bg1: map.bg1, tx1: map.tx1, bg2: map.bg2, tx2: map.tx2 },
        colors: {
          ...template.colors,
          accent1: template.colors[map.accent1],
          hlink: template.colors[map.hlink],
          folHlink: template.colors[map.folHlink],
        },
      }
    : template;

const DARK = scheme('dk1');
/** WCAG 2.2, 1.4.3: what text of any size needs. */
export const READABLE = 4.5;

/** Less than WCAG 2.2 asks of lines and areas (1.4.11): the tone is a mean, and a box behind a picture that needs none is worse than a pale picture. */
const SEEN = 2.25;

/** What to put behind a picture that the slide shows through, by its tone: white or dark where it would not be seen on `ground`; null where it is. */
export function backing(tone: number | null, ground: Color, template: Template): Color | null {
  if (tone === null) return null;
  const from = (color: Color): number => ratio(tone, luminance(rgbOf(color, template)));
  if (from(ground) >= SEEN) return null;
  const [best] = [ground, scheme('lt1'), DARK].sort((a, b) => from(b) - from(a));
  return best && best !== ground ? best : null;
}

/** The dark between a picture and light text: as much as the lightest picture needs. */
export function scrimColor(template: Template): Color {
  const [dark, light] = [rgbOf(DARK, template), rgbOf(scheme('lt1'), template)];
  const enough = SCRIMS.find((percent) => contrast(light, over(dark, percent / 100)) >= READABLE);
  return withAlpha(DARK, enough ?? DENSEST);
}

/** Percent: no scrim lets more through (LOOKS, section 3). */
const SCRIMS = [60, 65, 70, 75, 80];
const DENSEST = 85;

/** White seen through a scrim. */
const over = ([red, green, blue]: Rgb, share: number): Rgb => {
  const channel = (value: number): number => value * share + 1 - share;
  return [channel(red), channel(green), channel(blue)];
};

/** WCAG 2.2, contrast ratio; here without the package that judges brands, which is slow to load. */
export const contrast = (a: Rgb, b: Rgb): number => ratio(luminance(a), luminance(b));
const ratio = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);

export const luminance = ([red, green, blue]: Rgb): number => 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
export const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);

/** Percent: charts and tables keep their own colours, so the picture behind them is no more than a hint. */
const WASH = 88;

/** The paper between a picture and what has colours of its own. */
export const washColor = ({ palette }: Template): Color => withAlpha(palette.paper, WASH);
