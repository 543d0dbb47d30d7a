/** The deck can be told in its time. */
import { isMarked } from '../../briefing/briefing.js';
import { inlineText } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';
import type { SaidSlide } from '../subject.js';
import { split } from '../words.js';
import { wordsOn } from './slide-words.js';

/** Words a minute: spoken from notes, and read from a slide. */
const SPOKEN = 130;
const READ = 180;
/** Minutes that a slide takes at least. */
const LEAST = 1 / 3;
/** A tenth over is within what a speaker makes up. */
const ALLOWED = 1.1;

export const duration: Rule = {
  code: 'deck/too-long',
  level: 'warning',
  about: 'The deck can be presented within the `duration:` of its front matter (minutes: `20`, `20 min`, `1 h`).',
  why: `A slide takes the time to speak its notes (${SPOKEN} words a minute) or, where there are none, to read it (${READ}), and at least 20 seconds. Hidden slides and the appendix take none.`,
  *check({ slides, briefing }) {
    const { duration: minutes, durationSpan, lang } = briefing.meta;
    if (minutes === null) return;
    const needed = slides
      .filter(({ slide, section }) => !slide.hidden && !isMarked(section, 'appendix'))
      .reduce((sum, said) => sum + minutesOf(said, lang), 0);
    if (needed <= minutes * ALLOWED) return;
    const longest = slides.reduce<SaidSlide | null>(
      (most, said) => (most && minutesOf(most, lang) >= minutesOf(said, lang) ? most : said),
      null,
    );
    const hint = longest
      ? [`the longest is "${inlineText(longest.slide.title).trim()}", ${minutesOf(longest, lang).toFixed(1)} minutes`]
      : [];
    yield at(durationSpan, `the deck takes about ${Math.round(needed)} minutes, ${minutes} are given`, ...hint);
  },
};

function minutesOf(said: SaidSlide, lang: string): number {
  const notes = said.notes.reduce((sum, { inlines }) => sum + split(inlineText(inlines), lang).length, 0);
  return Math.max(LEAST, notes > 0 ? notes / SPOKEN : wordsOn(said, lang) / READ);
}
