/** Titles keep their size where they can; a long one steps down its own ladder. */
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { type TitledPlan, titleInlines } from '../briefing/title.js';
import type { Layout } from '../template/model.js';

/** How many rungs a title steps down to stand in its placeholder; the last where none is enough. */
export function titleStep(plan: TitledPlan, layout: Layout, deck: DeckContext): number {
  const target = layout.placeholders.find((placeholder) => placeholder.role === 'title');
  const sizes = deck.template.ladder.title;
  if (!target) return 0;
  const context = placeContext(deck, 0);
  const paragraph = context.paragraph(titleInlines(plan, deck));
  const own = target.style[0]?.size ?? 0;
  const rungs = [own, ...sizes.filter((size) => size < own)];
  const height = (size: number): number =>
    context.height(
      [paragraph],
      target.style.map((level) => ({ ...level, size })),
      target.frame.cx,
    );
  const step = rungs.findIndex((size) => height(size) <= target.frame.cy);
  return step === -1 ? rungs.length - 1 : step;
}
