import type { Deck } from '../deck.js';
import { type Rule, warning } from '../rule.js';

export const lines: Rule<Deck> = {
  code: 'verify/empty-line',
  about: 'An outline that is written says something: an empty a:ln is a trace of a writer that lost the line it was given.',
  *check(deck) {
    for (const part of deck.drawings) {
      const empty = deck.named(part, 'a:ln').filter((node) => node.children.length === 0 && Object.keys(node.attributes).length === 0);
      if (empty.length > 0) yield warning(part, `${empty.length} outlines are empty`);
    }
  },
};
