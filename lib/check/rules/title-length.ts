/** A title is short enough to be read at a glance. */
import { inlineText } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';

/** Two lines of the widest title that our templates have. */
const MOST = 90;

export const titleLength: Rule = {
  code: 'title/too-long',
  level: 'warning',
  about: `A title has ${MOST} characters at most; an East Asian character counts as two.`,
  why: 'Two lines are read at a glance; a third is a paragraph.',
  *check({ slides }) {
    for (const { title } of slides) {
      const text = inlineText(title.inlines).trim();
      const length = [...text].reduce(
        (sum, sign) => sum + (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(sign) ? 2 : 1),
        0,
      );
      if (length > MOST)
        yield at(title.span, `the title has ${length} characters, ${MOST} are the most that is read at a glance`, 'say the rest below it');
    }
  },
};
