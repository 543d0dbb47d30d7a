import { partOf } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';

export const hyperlinks: Rule<Deck> = {
  code: 'verify/slide-link',
  about: 'A link to a slide leads to one that the deck shows.',
  *check(deck) {
    const shown = new Set(deck.shown);
    for (const part of deck.drawings) {
      for (const link of deck.named(part, 'a:hlinkClick', 'a:hlinkHover', 'a:hlinkMouseOver')) {
        if (!link.attributes.action?.startsWith('ppaction://hlinksldjump')) continue;
        const target = partOf(deck, part, link);
        if (target === null || !shown.has(target))
          yield error(part, `a link to a slide (${link.attributes['r:id']}) leads to ${target ?? 'none'}`);
      }
    }
  },
};
