import { descendants } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';

export const timing: Rule<Deck> = {
  code: 'verify/timing',
  about:
    'What is animated on a slide is there: every shape that its timing names. PowerPoint drops the animations of a slide, or offers a repair, where one is not.',
  *check(deck) {
    for (const part of deck.drawings) {
      const ids = new Set(deck.named(part, 'p:cNvPr').map(({ attributes }) => attributes.id));
      const named = deck.named(part, 'p:timing').flatMap((node) => descendants(node));
      const gone = new Set(named.flatMap(({ attributes }) => attributes.spid ?? []).filter((id) => !ids.has(id)));
      for (const id of gone) yield error(part, `the animations name the shape ${id}, which is not there`);
    }
  },
};
