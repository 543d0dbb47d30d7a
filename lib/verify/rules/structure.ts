import { listed, partOf } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { error, type Finding, type Rule } from '../rule.js';

export const structure: Rule<Deck> = {
  code: 'verify/structure',
  about: 'Every slide has a layout, every layout a master, and masters and the presentation list what is theirs.',
  *check(deck) {
    for (const slide of deck.slides) yield* one(deck, slide, 'slideLayout', 'layout');
    for (const layout of deck.layouts) yield* one(deck, layout, 'slideMaster', 'master');
    const shown = new Set(deck.entries('p:sldMasterIdLst', 'p:sldMasterId').map((entry) => partOf(deck, deck.presentation, entry)));
    for (const master of deck.masters) {
      if (!shown.has(master)) yield error(master, 'the presentation does not list the master');
      const list = new Set(listed(deck.root(master), 'p:sldLayoutIdLst', 'p:sldLayoutId').map((entry) => partOf(deck, master, entry)));
      for (const layout of deck.layouts) {
        if (deck.related(layout, 'slideMaster').includes(master) && !list.has(layout))
          yield error(layout, 'its master does not list the layout');
      }
      for (const layout of list) {
        if (layout !== null && !deck.related(layout, 'slideMaster').includes(master))
          yield error(master, `${layout} is listed, but has another master`);
      }
    }
  },
};

function* one(deck: Deck, part: string, kind: string, what: string): Iterable<Finding> {
  const { length } = deck.related(part, kind);
  if (length !== 1) yield error(part, `the part has ${length === 0 ? 'no' : 'more than one'} ${what}`);
}
