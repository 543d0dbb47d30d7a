/** A table's columns are named. */
import { inlineText } from '../../briefing/inline.js';
import { firstLine } from '../place.js';
import { at, type Rule } from '../rule.js';

export const headerRow: Rule = {
  code: 'access/header-row',
  level: 'warning',
  about: 'A table has a header row in which every column but the first is named.',
  why: 'A screen reader says the head before each cell. The corner above row names may stay empty.',
  accessibility: 'No header row specified',
  *check({ slides, source }) {
    for (const { blocks } of slides) {
      for (const { block, statements } of blocks) {
        const heads = statements.filter(({ role }) => role === 'head');
        const empty = heads.filter(({ inlines }, index) => inlineText(inlines).trim() === '' && (index > 0 || heads.length === 1));
        const all = heads.length > 0 && heads.every(({ inlines }) => inlineText(inlines).trim() === '');
        const first = all ? heads[0] : empty[0];
        if (!first) continue;
        const place = firstLine(block.span, source);
        yield at(place, all ? 'the table has no header row' : 'a column of the table has no head', 'name every column in the first row');
      }
    }
  },
};
