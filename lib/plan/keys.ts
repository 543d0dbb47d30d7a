/** Keys of slides that the author did not write. */
import type { DeckContext } from '../briefing/place-context.js';

/** A key for a slide of ours: the wish, unless a slide or section of the briefing has it. */
export function freeKey(wish: string, deck: Pick<DeckContext, 'slideKeys'>): string {
  let key = wish;
  while (deck.slideKeys.has(key)) key += '_';
  return key;
}
