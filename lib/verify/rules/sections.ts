import { elements } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Rule, repeated, warning } from '../rule.js';

export const sections: Rule<Deck> = {
  code: 'verify/section',
  about: 'Sections hold every slide once, in the deck’s order, and nothing else ([MS-PPTX] 2.6.27).',
  *check(deck) {
    const all = deck.named(deck.presentation, 'p14:section');
    if (all.length === 0) return;
    const slides = deck.entries('p:sldIdLst', 'p:sldId').map(({ attributes }) => attributes.id ?? '');
    const held = all.flatMap((section) => elements(section, 'p14:sldIdLst').flatMap((list) => elements(list, 'p14:sldId')));
    const ids = held.map(({ attributes }) => attributes.id ?? '');
    for (const section of repeated(all, ({ attributes }) => attributes.id ?? '')) {
      yield error(deck.presentation, `two sections have the id ${section.attributes.id}`);
    }
    for (const id of repeated(ids, (item) => item)) yield error(deck.presentation, `the slide ${id} is in a section twice`);
    for (const id of ids) if (!slides.includes(id)) yield error(deck.presentation, `a section holds the slide ${id}, which is not there`);
    for (const id of slides) if (!ids.includes(id)) yield error(deck.presentation, `the slide ${id} is in no section`);
    const known = ids.filter((id) => slides.includes(id));
    if (known.length === slides.length && known.join() !== slides.join())
      yield warning(deck.presentation, 'the sections hold the slides in another order');
  },
};
