import { child } from '../../package/xml.js';
import { type Deck, placeholderMark, properties } from '../deck.js';
import { error, type Rule } from '../rule.js';

/** Placeholders that PowerPoint itself writes without text: what they hold is something else. */
const TEXTLESS = new Set(['sldImg', 'pic', 'clipArt', 'media', 'chart', 'tbl', 'dgm']);

export const textBodies: Rule<Deck> = {
  code: 'verify/text-body',
  about: 'Every shape has a text body, if an empty one: the schema does not ask for it, PowerPoint does (PptxGenJS issue 1441).',
  *check(deck) {
    for (const part of deck.drawings) {
      for (const shape of deck.named(part, 'p:sp')) {
        const type = placeholderMark(shape)?.attributes.type ?? '';
        if (!child(shape, 'p:txBody') && !TEXTLESS.has(type))
          yield error(part, `the shape ${JSON.stringify(properties(shape).name ?? '')} has no text body`);
      }
    }
  },
};
