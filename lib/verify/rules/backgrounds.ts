import { elements } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Rule, warning } from '../rule.js';

const isFill = (name: string): boolean => /^a:(no|solid|grad|blip|patt|grp)Fill$/.test(name);

export const backgrounds: Rule<Deck> = {
  code: 'verify/background',
  about:
    'A background has a fill, and an effect list, if an empty one: its lack was seen to bring up the repair dialog (PptxGenJS issue 1442), though LibreOffice omits it.',
  *check(deck) {
    for (const part of deck.drawings) {
      for (const node of deck.named(part, 'p:bgPr')) {
        const names = elements(node).map(({ name }) => name);
        if (!names.some(isFill)) yield error(part, 'the background has no fill');
        if (!names.includes('a:effectLst') && !names.includes('a:effectDag')) yield warning(part, 'the background has no a:effectLst');
      }
    }
  },
};
