/** Titles keep their size where they can; a long one steps down its own ladder, and what is longer still is cut. */
import { shortened } from '../briefing/cut.js';
import type { Inline } from '../briefing/inline.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { type TitledPlan, titleInlines, titleSizes } from '../briefing/title.js';
import type { Layout, Placeholder } from '../template/model.js';

/** How many rungs a title steps down to stand in its placeholder; the last where none is enough. */
export function titleStep(plan: TitledPlan, layout: Layout, deck: DeckContext): number {
  const target = titleOf(layout);
  if (!target) return 0;
  const sizes = titleSizes(target, deck);
  const step = sizes.findIndex((size) => fits(plan, size, target, deck));
  return step === -1 ? sizes.length - 1 : step;
}

/** A title that stands in its placeholder at the least size, cut behind a word where it is longer. */
export function fittingTitle(plan: TitledPlan, layout: Layout, deck: DeckContext): readonly Inline[] {
  const target = titleOf(layout);
  if (!target) return plan.title;
  const least = titleSizes(target, deck).at(-1) ?? 0;
  return shortened(plan.title, deck.lang, (title) => fits({ ...plan, title }, least, target, deck));
}

const titleOf = (layout: Layout): Placeholder | undefined => layout.placeholders.find((placeholder) => placeholder.role === 'title');

function fits(plan: TitledPlan, size: number, target: Placeholder, deck: DeckContext): boolean {
  const context = placeContext(deck, 0);
  const style = target.style.map((level) => ({ ...level, size }));
  return context.height([context.paragraph(titleInlines(plan, deck))], style, target.frame.cx) <= target.frame.cy;
}
