import type { Deck } from '../deck.js';
import { type Rule, warning } from '../rule.js';

/** A path of a machine, or nothing but a path to a picture. */
const PATH =
  /file:\/\/|\b[A-Za-z]:[\\/][^\s/]|\\\\\w+\\|\/(?:home|Users|tmp|private|var|mnt)\/|^\S*[\\/]\S*\.(?:png|jpe?g|gif|svg|webp|bmp|tiff?|emf|wmf)$/i;

export const altTexts: Rule<Deck> = {
  code: 'verify/path-in-alt-text',
  about: 'No alternative text gives away a file path: it is read aloud, and tells strangers about the author’s machine.',
  *check(deck) {
    for (const part of deck.drawings) {
      for (const { attributes } of deck.named(part, 'p:cNvPr')) {
        for (const text of [attributes.descr, attributes.title]) {
          if (text && PATH.test(text))
            yield warning(part, `the alternative text of ${JSON.stringify(attributes.name ?? '')} is a file path: ${text}`);
        }
      }
    }
  },
};
