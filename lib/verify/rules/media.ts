import { digest } from '../../core/guid.js';
import type { Deck } from '../deck.js';
import { type Rule, warning } from '../rule.js';

export const media: Rule<Deck> = {
  code: 'verify/media-twice',
  about: 'A picture, sound or film that is used often is stored once.',
  *check(deck) {
    const parts = deck.parts.filter((part) => /^(image|audio|video)\//.test(deck.contentType(part) ?? ''));
    const bySize = new Map<number, string[]>();
    for (const part of parts) bySize.set(deck.bytes(part).length, [...(bySize.get(deck.bytes(part).length) ?? []), part]);
    for (const group of bySize.values()) {
      if (group.length < 2) continue;
      const first = new Map<string, string>();
      for (const part of group) {
        const hash = digest(deck.bytes(part));
        const same = first.get(hash);
        if (same === undefined) first.set(hash, part);
        else yield warning(part, `the same bytes as ${same.slice(1)}`);
      }
    }
  },
};
