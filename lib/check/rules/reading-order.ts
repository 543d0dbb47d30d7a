/** What is read aloud follows what is seen. */
import type { Rect } from '../../core/units.js';
import { type Item, type SceneSlide, slidesOf } from '../../scene/scene.js';
import { at, type Rule } from '../rule.js';

export const readingOrder: Rule = {
  code: 'access/reading-order',
  level: 'warning',
  about: 'On every slide the title is read first, and what stands above in the same column before what stands below.',
  why: 'A screen reader follows the order of the items in the file. We set it; this rule holds templates to it, whose frames decide where things stand.',
  accessibility: 'Check reading order',
  *check({ scene, briefing }) {
    for (const slide of scene ? slidesOf(scene) : []) {
      const fault = faultOf(slide);
      if (fault !== '') yield at(briefing.meta.span, `on the slide "${slide.title}" ${fault}`, 'mend the frames of the template’s layout');
    }
  },
};

const FOOT = ['ftr', 'dt', 'sldNum'];

function faultOf({ items }: SceneSlide): string {
  const read = items.filter((item) => isRead(item));
  const title = read.findIndex((item) => typeOf(item) === 'title' || typeOf(item) === 'ctrTitle');
  if (title > 0) return `"${read[0]?.name}" is read before the title`;
  const body = read.filter((item, index) => index !== title && !FOOT.includes(typeOf(item)) && item.id !== 'sources');
  const wrong = body.flatMap((item, index) =>
    body
      .slice(index + 1)
      .filter((later) => isAbove(later.frame, item.frame))
      .map((later) => [item, later] as const),
  )[0];
  return wrong ? `"${wrong[0].name}" is read before "${wrong[1].name}", which stands above it` : '';
}

const isRead = (item: Item): boolean => !('decorative' in item && item.decorative) && item.type !== 'line';
const typeOf = (item: Item): string => ('placeholder' in item && item.placeholder ? item.placeholder.type : '');

/** Wholly above, and in one column with it. */
function isAbove(a: Rect, b: Rect): boolean {
  const overlap = Math.min(a.x + a.cx, b.x + b.cx) - Math.max(a.x, b.x);
  return a.y + a.cy <= b.y && overlap > Math.min(a.cx, b.cx) / 2;
}
