import type { Deck } from '../deck.js';
import { error, type Rule, repeated, warning } from '../rule.js';

export const shapeIds: Rule<Deck> = {
  code: 'verify/shape-id',
  about:
    'Every shape of a slide has an id of its own (PptxGenJS issue 1532), neither 0 nor that of the shape tree; LibreOffice writes both on masters, and one id twice on layouts, and PowerPoint bears it.',
  *check(deck) {
    const slides: ReadonlySet<string> = new Set(deck.slides);
    for (const part of deck.drawings) {
      const twice = slides.has(part) ? error : warning;
      const [tree, ...shapes] = deck
        .named(part, 'p:cNvPr')
        .map(({ attributes }) => ({ id: attributes.id ?? '', name: JSON.stringify(attributes.name ?? '') }));
      for (const { id, name } of shapes)
        if (!(Number(id) > 0) || id === tree?.id) yield warning(part, `the shape ${name} has the id ${id}`);
      for (const { id, name } of repeated(shapes, (shape) => shape.id))
        yield twice(part, `the shape ${name} has the id ${id}, which another has`);
    }
  },
};
