/** A slide is no page. */
import { inlineText } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';
import { type SaidSlide, statementsOf } from '../subject.js';
import { split } from '../words.js';

/** More are read while nobody listens. */
const MOST = 110;

export const slideWords: Rule = {
  code: 'slide/too-many-words',
  level: 'warning',
  about: `A slide has ${MOST} words at most, title and tables included; values of charts, code and notes do not count.`,
  why: 'What is read cannot be listened to: what belongs to be said goes into the notes.',
  *check({ slides, briefing }) {
    for (const said of slides) {
      const count = wordsOn(said, briefing.meta.lang);
      if (count > MOST)
        yield at(
          said.slide.titleSpan,
          `the slide has ${count} words, ${MOST} are the most that is read while somebody speaks`,
          'move what is said into "::: notes"',
          'or part the slide',
        );
    }
  },
};

/** The words that a reader of the slide reads. */
export const wordsOn = (said: SaidSlide, lang: string): number =>
  statementsOf(said)
    .filter(({ role }) => role !== 'data')
    .reduce((sum, { inlines }) => sum + split(inlineText(inlines), lang).length, 0);
