import { partOf } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { error, type Rule, repeated } from '../rule.js';

export const slideIds: Rule<Deck> = {
  code: 'verify/slide-id',
  about:
    'Every entry of the slide list leads to a slide of its own and has an id of its own, from 256 to 2147483647 (ISO/IEC 29500-1, 19.7.13).',
  *check(deck) {
    const entries = deck.entries('p:sldIdLst', 'p:sldId');
    for (const entry of entries) {
      const id = Number(entry.attributes.id);
      if (!Number.isInteger(id) || id < 256 || id > 2147483647)
        yield error(deck.presentation, `the slide id ${entry.attributes.id} is out of range`);
      const part = partOf(deck, deck.presentation, entry);
      if (part === null || !deck.slides.includes(part))
        yield error(deck.presentation, `the slide id ${entry.attributes.id} leads to no slide`);
    }
    for (const entry of repeated(entries, ({ attributes }) => attributes.id ?? '')) {
      yield error(deck.presentation, `two slides have the id ${entry.attributes.id}`);
    }
    for (const slide of repeated(deck.shown, (part) => part)) yield error(deck.presentation, `${slide.slice(1)} is listed twice`);
  },
};
