import { listed } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { error, type Rule, repeated } from '../rule.js';

export const layoutIds: Rule<Deck> = {
  code: 'verify/layout-id',
  about:
    'The ids of masters and layouts are 2147483648 and above, and no two in the deck are the same (ISO/IEC 29500-1, 19.7.14 and 19.7.16).',
  *check(deck) {
    const masters = deck
      .entries('p:sldMasterIdLst', 'p:sldMasterId')
      .map(({ attributes }) => ({ part: deck.presentation, id: attributes.id }));
    const layouts = deck.masters.flatMap((part) =>
      listed(deck.root(part), 'p:sldLayoutIdLst', 'p:sldLayoutId').map(({ attributes }) => ({ part, id: attributes.id })),
    );
    const given = [...masters, ...layouts].flatMap(({ part, id }) => (id === undefined ? [] : [{ part, id }]));
    for (const { part, id } of given) {
      if (!(Number(id) >= 2147483648 && Number(id) <= 4294967295)) yield error(part, `the id ${id} of a master or layout is out of range`);
    }
    for (const { part, id } of repeated(given, (item) => item.id)) yield error(part, `two masters or layouts have the id ${id}`);
  },
};
