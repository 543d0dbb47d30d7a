import { textOf } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { type Rule, warning } from '../rule.js';

export const texts: Rule<Deck> = {
  code: 'verify/control-character',
  about: 'Text holds no control characters but tabs: a line end is an a:br or a new paragraph.',
  *check(deck) {
    for (const part of deck.drawings) {
      for (const node of deck.named(part, 'a:t')) {
        const found = /[^\P{Cc}\t]/u.exec(textOf(node));
        if (found)
          yield warning(part, `the text ${JSON.stringify(textOf(node).slice(0, 40))} holds a control character (${code(found[0])})`);
      }
    }
  },
};

const code = (character: string): string => `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
