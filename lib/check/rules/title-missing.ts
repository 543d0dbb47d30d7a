/** A slide has a title. */
import { inlineText } from '../../briefing/inline.js';
import { firstLine } from '../place.js';
import { at, type Rule } from '../rule.js';

export const titleMissing: Rule = {
  code: 'title/missing',
  level: 'warning',
  about: 'Every slide has a title in words.',
  why: 'A heading without words leaves the slide without a name for screen readers, outline and links; we call it an overview. A slide that goes on under the last title has that one.',
  accessibility: 'Missing slide title',
  *check({ slides, source }) {
    for (const { slide } of slides) {
      const named = inlineText(slide.title).trim() !== '' || slide.title.some((inline) => inline.type === 'image' && inline.alt !== '');
      if (!named) yield at(firstLine(slide.span, source), 'the slide has no title', 'write one behind ##');
    }
  },
};
