/** A source has a date. */
import { at, type Rule } from '../rule.js';

export const sourceDate: Rule = {
  code: 'source/no-date',
  level: 'warning',
  about: 'Every cited source says when it was published, or when it was read (`accessed`).',
  why: 'A figure without a date cannot be held against a later one. A year is enough.',
  *check({ briefing, citations }) {
    const cited = new Set(citations.map(({ id }) => id));
    for (const { id, date, accessed, span } of briefing.sources)
      if (date === '' && accessed === '' && cited.has(id))
        yield at(span, `source "${id}" has no date`, 'add "date: 2025-01-20", or "accessed:" for a page that changes');
  },
};
