import { within } from '../../package/view.js';
import { textOf } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { type Rule, warning } from '../rule.js';

export const titles: Rule<Deck> = {
  code: 'verify/slide-title',
  about: 'Every slide has a title in its title placeholder: screen readers, Outline view and navigation go by it.',
  *check(deck) {
    for (const slide of deck.slides) {
      const title = deck.placeholders(slide).find(({ type }) => type === 'title' || type === 'ctrTitle');
      const words = title && within(title.shape, 'a:t').map(textOf).join('').trim();
      if (!words) yield warning(slide, title ? 'the slide’s title is empty' : 'the slide has no title');
    }
  },
};
