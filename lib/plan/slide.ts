/** One slide of the briefing as slides of the deck. */
import type { Overflow, Slide } from '../briefing/briefing.js';
import type { ContentPlan } from '../briefing/deck-plan.js';
import type { Kinds } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { diagnostic } from '../core/diagnostic.js';
import type { Layout } from '../template/model.js';
import { byHeadings } from './chapters.js';
import { best, type Choice, inRegions, inStacks } from './choose.js';
import { contentPlan } from './content-plan.js';
import { anyLayout, wishedLayout } from './layouts.js';
import { joined } from './parts.js';
import { DEEPEST_STEP, leastBad, splitSlide } from './split-slide.js';
import { type Apart, bleed, inColumns, onGround, setApart, withBeside } from './standing.js';
import { fittingTitle } from './title.js';
import { columnsAt, type TitledSlide, titled } from './titled-slide.js';

/** One slide of the briefing as one slide of the deck, or several. */
export function planSlide(given: Slide, deckOverflow: Overflow, deck: DeckContext, kinds: Kinds): readonly ContentPlan[] {
  const apart = setApart(titled(given, deck), kinds);
  const beside = besidePlan(apart, deck, kinds);
  if (beside) return [beside];
  const slide: TitledSlide = { ...inColumns(apart), behind: apart.behind };
  const columns = columnsAt(slide, 0, deck, kinds);
  const wish = wishedLayout(slide, columns, deck, kinds);
  const overflow = overflowOf(slide, deckOverflow);
  if (columns.every((column) => column.parts.length === 0)) return [contentPlan(slide, emptyChoice(wish, deck), null, deck, kinds)];
  const deepest = overflow === 'shrink' ? Math.max(DEEPEST_STEP, deck.template.ladder.body.length - 1) : DEEPEST_STEP;
  const choice = firstFitting(slide, wish, deepest, deck, kinds);
  if (choice) return [contentPlan(slide, choice, null, deck, kinds)];
  if (overflow !== 'split') {
    const severity = overflow === 'error' ? 'error' : 'warning';
    deck.sink(
      diagnostic(severity, 'slide/overflow', 'the content is taller than its slide', slide.titleSpan, 'shorten it, or part it with "---"'),
    );
    return [contentPlan(slide, leastBad(columnsAt(slide, deepest, deck, kinds), wish, deck, deepest, kinds), null, deck, kinds)];
  }
  const chapters = byHeadings({ ...given, columns: slide.columns }, placeContext(deck, 1), kinds);
  if (!chapters) return splitSlide(slide, wish, deck, kinds);
  const message = `the slide is taller than a few and becomes ${chapters.length}, one for each of its headings`;
  deck.sink(diagnostic('info', 'slide/split', message, given.titleSpan));
  return chapters.flatMap((chapter) => planSlide(onGround(chapter, apart.behind), 'split', deck, kinds));
}

/** The best layout on the highest rung that holds the slide. A rung less is better than free frames, two are not. */
function firstFitting(slide: TitledSlide, wish: Layout | null, deepest: number, deck: DeckContext, kinds: Kinds): Choice | null {
  const at = (step: number, way: typeof inRegions): Choice | null =>
    best(way(columnsAt(slide, step, deck, kinds), wish, placeContext(deck, step), kinds));
  const steps = Array.from({ length: deepest + 1 }, (_, step) => step);
  const order = [
    ...steps.slice(0, 2).map((step) => [step, inRegions] as const),
    ...steps.slice(0, 2).map((step) => [step, inStacks] as const),
  ];
  const rest = steps.slice(2).flatMap((step) => [[step, inRegions] as const, [step, inStacks] as const]);
  for (const [step, way] of [...order, ...rest]) {
    const choice = at(step, way);
    if (choice) return choice;
  }
  return null;
}

/** A slide with a block from edge to edge beside its content, in the layout whose place for it is nearest to the wish; null where none holds the slide. */
function besidePlan(apart: Apart<TitledSlide>, deck: DeckContext, kinds: Kinds): ContentPlan | null {
  const { slide, beside, behind } = apart;
  if (!beside) return null;
  const { layouts, size } = deck.template;
  const sides = layouts.flatMap((layout) => {
    const own = layout.purpose === 'content' ? bleed(layout, size) : null;
    const keeps = fittingTitle({ ...slide, part: null }, layout, deck) === slide.title;
    return own?.place === beside.place && keeps ? [{ layout, own, off: Math.abs(own.share - (beside.share ?? own.share)) }] : [];
  });
  for (const { layout, own } of sides.sort((a, b) => a.off - b.off)) {
    for (let step = 0; step <= DEEPEST_STEP; step++) {
      const parts = joined(columnsAt(slide, step, deck, kinds).flatMap((column) => column.parts));
      const columns = [{ width: null, parts: withBeside(parts, beside.block, own) }];
      const choice = best(inRegions(columns, layout, placeContext(deck, step), kinds));
      if (choice) return contentPlan({ ...slide, behind }, choice, null, deck, kinds);
    }
  }
  return null;
}

const overflowOf = (slide: Slide, other: Overflow): Overflow => {
  const own = slide.attributes.values.overflow;
  return own === 'split' || own === 'shrink' || own === 'warn' || own === 'error' ? own : other;
};

/** A slide of a title and nothing else. */
function emptyChoice(wish: Layout | null, deck: DeckContext): Choice {
  const open = deck.template.layouts.find((layout) => layout.purpose === 'content' && layout.regions.length === 0);
  const layout = wish ?? open ?? anyLayout('content', deck);
  return { layout, placement: { type: 'stacks', stacks: [] }, step: 0, headings: [], subtitles: [], fits: true, cost: 0 };
}
