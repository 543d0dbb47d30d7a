/** Sections can be told apart. */
import { inlineText } from '../../briefing/inline.js';
import { firstLine } from '../place.js';
import { at, type Rule } from '../rule.js';

export const sectionName: Rule = {
  code: 'access/section-name',
  level: 'warning',
  about: 'Every section has a name of its own in words.',
  why: 'PowerPoint lists slides by their sections, and a screen reader jumps by them.',
  accessibility: 'Missing or repeated section name',
  *check({ briefing, source }) {
    const seen = new Map<string, number>();
    for (const { title, span } of briefing.sections) {
      const name = inlineText(title).trim();
      if (title.length === 0) continue;
      const before = seen.get(name.toLowerCase());
      const place = firstLine(span, source);
      if (name === '') yield at(place, 'the section has no name in words');
      else if (before === undefined) seen.set(name.toLowerCase(), span.start.line);
      else yield at(place, `the section "${name}" stands in line ${before} already`, 'give each a name of its own');
    }
  },
};
