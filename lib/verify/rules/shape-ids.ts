import type { Deck } from '../deck.js';
import { error, type Rule, repeated } from '../rule.js';

export const shapeIds: Rule<Deck> = {
  code: 'verify/shape-id',
  about: 'Every shape of a slide, the tree itself among them, has an id above 0 of its own (PptxGenJS issue 1532).',
  *check(deck) {
    for (const part of deck.drawings) {
      const shapes = deck.named(part, 'p:cNvPr');
      for (const { attributes } of shapes) {
        if (!(Number(attributes.id) > 0))
          yield error(part, `the shape ${JSON.stringify(attributes.name ?? '')} has the id ${attributes.id}`);
      }
      for (const { attributes } of repeated(shapes, (item) => item.attributes.id ?? '')) {
        yield error(part, `the shape ${JSON.stringify(attributes.name ?? '')} has the id ${attributes.id}, which another has`);
      }
    }
  },
};
