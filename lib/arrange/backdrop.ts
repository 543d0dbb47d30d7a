/** A picture behind a slide, and what keeps its text readable. */
import type { Part } from '../briefing/deck-plan.js';
import { frameKind } from '../briefing/flow.js';
import { plainArea } from '../briefing/items.js';
import type { Kinds, PlaceContext } from '../briefing/kind.js';
import type { Color, ColorMap } from '../core/color.js';
import { type Emu, emu, type Rect, rect } from '../core/units.js';
import type { Item, ShapeItem } from '../scene/scene.js';
import { darkMap, lightFor, mapOnDark, scrimColor, washColor } from '../template/ground.js';
import type { Template } from '../template/model.js';

/** What lies below a slide's items, and the colours that those take on it. */
export interface Backdrop {
  readonly items: readonly Item[];
  readonly colorMap: ColorMap | null;
}

export const NO_BACKDROP: Backdrop = { items: [], colorMap: null };

/** What stands on a backdrop. */
export interface OnBackdrop {
  readonly parts: readonly Part[];
  /** Whether text may stand anywhere, not only at the head and the foot. */
  readonly isCovered: boolean;
}

/**
 * The backdrop of a slide whose parts stand in `content`. Light text stands on a dark scrim: over all of the picture where there is a body, else only
 * behind title and foot. What has colours of its own, a chart, a table, stands on the picture washed out.
 */
export function backdrop(
  behind: Part,
  { parts, isCovered }: OnBackdrop,
  content: readonly Item[],
  context: PlaceContext,
  kinds: Kinds,
): Backdrop {
  if (behind.type !== 'block') return NO_BACKDROP;
  const { size } = context.template;
  const whole = rect(0, 0, size.cx, size.cy);
  const place = { frame: whole, region: null, placeholders: [], id: 'backdrop' };
  const pictures = frameKind(behind, kinds).place(behind.block, place, context);
  if (pictures.length === 0) return NO_BACKDROP;
  if (parts.some((part) => hasColors(part, kinds)))
    return { items: [...pictures, scrim('scrim', whole, washColor(context.template))], colorMap: null };
  const bands = isCovered ? [whole] : bandsBehind(content, whole, context.template.grid.unit);
  const dark = scrimColor(context.template);
  return {
    items: [...pictures, ...bands.map((frame, index) => scrim(index === 0 ? 'scrim' : `scrim${index + 1}`, frame, dark))],
    colorMap: parts.length > 0 || !isCovered ? darkMap(context.template) : mapOnDark(colorsOf(content), context.template),
  };
}

/** The words of a layout with colours of its own, some dark and some light, all of them light. */
export function lightened(items: readonly Item[], { colorMap }: Backdrop, template: Template): readonly Item[] {
  return items.map((item) => {
    const light = item.type === 'text' && item.style[0] ? lightFor(item.style[0].color, template, colorMap) : null;
    if (item.type !== 'text' || !light) return item;
    const paragraphs = item.paragraphs.map((one) => ({
      ...one,
      inlines: one.inlines.map((inline) => (inline.type === 'run' ? { ...inline, color: light } : inline)),
    }));
    return { ...item, paragraphs };
  });
}

const colorsOf = (items: readonly Item[]): readonly Color[] =>
  items.flatMap((item) => (item.type === 'text' ? item.style.slice(0, 1).map(({ color }) => color) : []));

/** Charts, tables, pictures and code bring colours that were chosen for paper. */
const COLORED: ReadonlySet<string> = new Set(['chart', 'table', 'picture', 'code']);

const hasColors = (part: Part, kinds: Kinds): boolean => part.type === 'block' && COLORED.has(frameKind(part, kinds).content);

/** From the upper edge to below the title, and from above the foot to the lower edge. */
function bandsBehind(content: readonly Item[], whole: Rect, unit: Emu): readonly Rect[] {
  const middle = whole.cy / 2;
  const top = Math.max(0, ...content.filter(({ frame }) => frame.y < middle).map(({ frame }) => frame.y + frame.cy + unit));
  const foot = Math.min(whole.cy, ...content.filter(({ frame }) => frame.y >= middle).map(({ frame }) => frame.y - unit));
  const bands = [
    { ...whole, cy: emu(top) },
    { ...whole, y: emu(foot), cy: emu(whole.cy - foot) },
  ];
  return bands.filter(({ cy }) => cy > 0);
}

const scrim = (id: string, frame: Rect, color: Color): ShapeItem => plainArea(`backdrop.${id}`, 'Scrim', frame, color);
