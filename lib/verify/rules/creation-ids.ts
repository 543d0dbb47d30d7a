import { within } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { type Rule, repeated, warning } from '../rule.js';

export const creationIds: Rule<Deck> = {
  code: 'verify/creation-id',
  about: 'No two slides, and no two shapes of a slide, have the same creation id: it is by these that versions of a deck are compared.',
  *check(deck) {
    const slides = deck.slides.flatMap((slide) =>
      deck.named(slide, 'p14:creationId').map(({ attributes }) => ({ slide, id: attributes.val ?? '' })),
    );
    for (const { slide, id } of repeated(slides, (item) => item.id)) yield warning(slide, `another slide has the creation id ${id}`);
    for (const slide of deck.slides) {
      const shapes = deck.named(slide, 'p:cNvPr').flatMap((node) => within(node, 'a16:creationId'));
      for (const { attributes } of repeated(shapes, (item) => item.attributes.id ?? '')) {
        yield warning(slide, `two shapes have the creation id ${attributes.id}`);
      }
    }
  },
};
