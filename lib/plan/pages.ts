/** Lists that go on over several slides: sources, an agenda. */
import type { DeckContext } from '../briefing/place-context.js';
import { placeContext } from '../briefing/place-context.js';
import { points } from '../core/units.js';
import { levelStyle, type Paragraph } from '../scene/text.js';
import type { Placeholder } from '../template/model.js';

/** Items on as few pages as hold them, as even as that allows; at least one item a page. */
export function pagesOf<T>(
  items: readonly T[],
  target: Placeholder,
  deck: DeckContext,
  paragraph: (item: T) => Paragraph,
): readonly (readonly T[])[] {
  const context = placeContext(deck, 0);
  const heights = items.map((item) => {
    const text = paragraph(item);
    return (
      context.height([text], target.style, target.frame.cx) + points(text.spaceBefore ?? levelStyle(target.style, text.level).spaceBefore)
    );
  });
  const fewest = parted(items, heights, target.frame.cy);
  let low = 0;
  let high: number = target.frame.cy;
  let best = fewest;
  for (let round = 0; round < 8; round++) {
    const limit = (low + high) / 2;
    const tried = parted(items, heights, limit);
    if (tried.length > fewest.length) low = limit;
    else {
      high = limit;
      best = tried;
    }
  }
  return best;
}

function parted<T>(items: readonly T[], heights: readonly number[], limit: number): readonly (readonly T[])[] {
  const pages: T[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    const own = heights[index] ?? 0;
    if (used + own > limit) {
      pages.push([]);
      used = 0;
    }
    pages.at(-1)?.push(item);
    used += own;
  }
  return pages;
}
