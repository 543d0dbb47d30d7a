import { partOf } from '../../package/view.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';

export const notes: Rule<Deck> = {
  code: 'verify/notes',
  about: 'Notes and their slide lead to each other, and notes have a master that the presentation lists.',
  *check(deck) {
    const masters = deck.entries('p:notesMasterIdLst', 'p:notesMasterId').map((entry) => partOf(deck, deck.presentation, entry));
    for (const page of deck.notesSlides) {
      const slides = deck.related(page, 'slide');
      if (slides.length !== 1) yield error(page, `the notes lead to ${slides.length} slides`);
      for (const slide of slides) {
        if (!deck.related(slide, 'notesSlide').includes(page)) yield error(page, `the notes lead to ${slide}, which does not lead back`);
      }
      const [master] = deck.related(page, 'notesMaster');
      if (master === undefined) yield error(page, 'the notes have no master');
      else if (!masters.includes(master)) yield error(page, `the presentation does not list the notes’ master ${master}`);
    }
    for (const slide of deck.slides) {
      const pages = deck.related(slide, 'notesSlide');
      if (pages.length > 1) yield error(slide, 'the slide has more than one page of notes');
      for (const page of pages) {
        if (!deck.related(page, 'slide').includes(slide)) yield error(slide, `the slide leads to ${page}, which does not lead back`);
      }
    }
  },
};
