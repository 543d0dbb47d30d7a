import { contentTypes } from '../../package/names.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';

export const themes: Rule<Deck> = {
  code: 'verify/theme',
  about: 'Every master, that of the notes too, has a theme and shares it with no other.',
  *check(deck) {
    const owners = new Map<string, string>();
    for (const master of deck.ofType(contentTypes.slideMaster, contentTypes.notesMaster, contentTypes.handoutMaster)) {
      const [theme, ...more] = deck.related(master, 'theme');
      if (theme === undefined || more.length > 0)
        yield error(master, `the master has ${theme === undefined ? 'no' : 'more than one'} theme`);
      const owner = theme === undefined ? undefined : owners.get(theme);
      if (owner !== undefined) yield error(master, `the master shares ${theme} with ${owner}`);
      else if (theme !== undefined) owners.set(theme, master);
    }
  },
};
