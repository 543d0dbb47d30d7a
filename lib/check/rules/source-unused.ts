/** A source is cited. */
import { at, type Rule } from '../rule.js';

export const sourceUnused: Rule = {
  code: 'source/unused',
  level: 'info',
  about: 'Every source in front matter is cited.',
  why: 'One that is not stands on no source slide. Those in a file of their own, which several briefings may share, are left alone.',
  builds: true,
  *check({ briefing, citations }) {
    const cited = new Set(citations.map(({ id }) => id));
    for (const { id, span } of briefing.sources)
      if (!cited.has(id) && span.file === briefing.file) yield at(span, `source "${id}" is never cited`);
  },
};
