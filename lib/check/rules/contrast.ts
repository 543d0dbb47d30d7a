/** Text can be told from its ground. */
import type { Color } from '../../core/color.js';
import type { Rect } from '../../core/units.js';
import { type Item, type SceneSlide, slidesOf, type TextItem } from '../../scene/scene.js';
import { levelStyle } from '../../scene/text.js';
import type { Template } from '../../template/model.js';
import { type Rgb, rgbOf } from '../../template/rgb.js';
import { at, type Rule } from '../rule.js';

/** WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for text of 18 points, or 14 bold, and more. */
const LEAST = 4.5;
const LEAST_LARGE = 3;

export const contrast: Rule = {
  code: 'access/contrast',
  level: 'warning',
  about: `Text has a contrast of ${LEAST} to 1 against what lies behind it, large text ${LEAST_LARGE} to 1 (WCAG 2.2, 1.4.3).`,
  why: 'The ground is the fill of the text’s own box, of the shape under it, or the slide’s. What stands on a picture or a gradient is not judged.',
  accessibility: 'Hard-to-read text contrast',
  *check({ scene, template, briefing }) {
    if (!scene || !template) return;
    const told = new Set<string>();
    for (const slide of slidesOf(scene)) {
      for (const { item, ratio, least } of faintOn(slide, template)) {
        const key = `${slide.layout} ${item.name.replace(/\d+/g, '')} ${ratio.toFixed(1)}`;
        if (told.has(key)) continue;
        told.add(key);
        const message = `"${item.name}" on the slide "${slide.title}" has a contrast of ${ratio.toFixed(1)}, ${least} is the least that can be read`;
        yield at(briefing.meta.templateSpan, message, 'mend the colours of the template');
      }
    }
  },
};

interface Faint {
  readonly item: TextItem;
  readonly ratio: number;
  readonly least: number;
}

const faintOn = (slide: SceneSlide, template: Template): readonly Faint[] =>
  slide.items.flatMap((item, index) =>
    item.type === 'text' ? textFaults(item, groundOf(item, slide, slide.items.slice(0, index), template), template) : [],
  );

function textFaults(item: TextItem, ground: Color | null, template: Template): readonly Faint[] {
  if (!ground) return [];
  return item.paragraphs.flatMap(({ level, inlines }) => {
    const style = levelStyle(item.style, level);
    return inlines.flatMap((inline): readonly Faint[] => {
      if (inline.type !== 'run' || inline.text.trim() === '') return [];
      const size = inline.size ?? style.size;
      const large = size >= 18 || (size >= 14 && (inline.bold ?? style.bold));
      const ratio = ratioOf(rgbOf(inline.color ?? style.color, template), rgbOf(ground, template));
      const least = large ? LEAST_LARGE : LEAST;
      return ratio < least ? [{ item, ratio, least }] : [];
    });
  });
}

/** What lies behind text; null where that is no single colour. */
function groundOf(item: TextItem, slide: SceneSlide, before: readonly Item[], template: Template): Color | null {
  const layout = template.layouts.find(({ name }) => name === slide.layout);
  const art = [...(layout?.masterArt === false ? [] : template.master.art), ...(layout?.art ?? [])];
  const below = [...art, ...before, item].filter((other) => covers(other) && (other === item || contains(other.frame, item.frame))).at(-1);
  if (!below) return layout?.background ?? template.master.background;
  return 'fill' in below && below.fill.kind === 'solid' ? below.fill.color : null;
}

/** Whether nothing is seen through it. */
const covers = (item: Item): boolean => item.type === 'picture' || ('fill' in item && item.fill.kind !== 'none');

const contains = (a: Rect, b: Rect): boolean => a.x <= b.x && a.y <= b.y && a.x + a.cx >= b.x + b.cx && a.y + a.cy >= b.y + b.cy;

function ratioOf(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
