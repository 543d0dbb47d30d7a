import type { SlidePlan } from '../briefing/deck-plan.js';
import type { Attributes } from '../briefing/inline.js';
import type { DeckContext } from '../briefing/place-context.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { readTransition, transitionHint, transitionNames } from '../scene/transition.js';

/** The transition that a slide asks for; one that nobody knows is told. */
export function transitionOf({ values }: Attributes, span: Span, deck: DeckContext): Pick<SlidePlan, 'transition'> {
  const wish = values.transition;
  if (wish === undefined) return {};
  const transition = readTransition(wish);
  if (transition !== undefined) return { transition };
  const near = closest(wish, transitionNames);
  const hint = near === null ? transitionHint : `did you mean "${near}"?`;
  deck.sink(diagnostic('warning', 'slide/transition', `"${wish}" is no transition`, span, hint));
  return {};
}
