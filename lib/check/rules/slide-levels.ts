/** A list does not nest deeper than its eye can follow. */
import { at, type Rule } from '../rule.js';
import { statementsOf } from '../subject.js';

const MOST = 3;

export const slideLevels: Rule = {
  code: 'slide/too-deep',
  level: 'warning',
  about: `Lists nest ${MOST} levels deep at most.`,
  why: 'The type of deeper levels is too small to be read from a seat.',
  *check({ slides }) {
    for (const said of slides) {
      const deep = statementsOf(said).find(({ role, level }) => role === 'item' && level >= MOST);
      if (deep) yield at(deep.span, `the list nests ${deep.level + 1} levels deep, ${MOST} are the most that is read`);
    }
  },
};
