/** No two slides have the same title. */
import { inlineText } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';

export const titleRepeated: Rule = {
  code: 'title/repeated',
  level: 'warning',
  about: 'Every slide has a title of its own.',
  why: 'Who finds a slide by its title, with a screen reader or in the outline, cannot tell two of one name apart. Slides that go on under the last title are numbered by us.',
  accessibility: 'Duplicate slide title',
  *check({ slides }) {
    const seen = new Map<string, number>();
    for (const { title } of slides) {
      const key = inlineText(title.inlines).trim().replace(/\s+/g, ' ').toLowerCase();
      if (key === '') continue;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, title.span.start.line);
      else
        yield at(
          title.span,
          `the title "${inlineText(title.inlines).trim()}" stands in line ${before} already`,
          'say what is new on this slide',
        );
    }
  },
};
