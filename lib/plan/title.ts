/** Titles keep their size where they can; a long one steps down its own ladder, and what is longer still is cut. */
import { shortened } from '../briefing/cut.js';
import type { SectionOfPlans, SlidePlan } from '../briefing/deck-plan.js';
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

/** How many of a deck's titles keep the size that all have. */
const MOST = 0.75;

/** Sections whose content slides have titles of one size, as far as most of them allow, where the template wants it so. */
export function evenTitles(sections: readonly SectionOfPlans[], deck: DeckContext): readonly SectionOfPlans[] {
  if (!deck.template.ladder.even) return sections;
  const sizesOf = (plan: SlidePlan): readonly number[] => {
    const target = titleOf(deck.template.layouts.find(({ name }) => name === plan.layout));
    return target && (plan.type === 'content' || plan.type === 'agenda') ? titleSizes(target, deck) : [];
  };
  const sizes = sections.flatMap(({ slides }) => slides.flatMap((plan) => sizesOf(plan)[plan.titleStep] ?? [])).sort((a, b) => b - a);
  const common = sizes[Math.max(0, Math.ceil(sizes.length * MOST) - 1)] ?? 0;
  const even = (plan: SlidePlan): SlidePlan => {
    const step = sizesOf(plan).findIndex((size) => size <= common);
    return step > plan.titleStep ? { ...plan, titleStep: step } : plan;
  };
  return sections.map((section) => ({ ...section, slides: section.slides.map(even) }));
}

const titleOf = (layout: Layout | undefined): Placeholder | undefined =>
  layout?.placeholders.find((placeholder) => placeholder.role === 'title');

function fits(plan: TitledPlan, size: number, target: Placeholder, deck: DeckContext): boolean {
  const context = placeContext(deck, 0);
  const style = target.style.map((level) => ({ ...level, size }));
  return context.height([context.paragraph(titleInlines(plan, deck))], style, target.frame.cx) <= target.frame.cy;
}
