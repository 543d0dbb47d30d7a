import { contentTypes, relationshipKind, relationshipsPart } from '../../package/names.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';

const EXPECTED: Readonly<Record<string, string>> = {
  slide: contentTypes.slide,
  slideLayout: contentTypes.slideLayout,
  slideMaster: contentTypes.slideMaster,
  theme: contentTypes.theme,
  notesMaster: contentTypes.notesMaster,
  handoutMaster: contentTypes.handoutMaster,
  notesSlide: contentTypes.notesSlide,
  chart: contentTypes.chart,
};

export const relationshipTargets: Rule<Deck> = {
  code: 'verify/relationship-target',
  about: 'A relationship leads to a part of the content type that its own type asks for.',
  *check(deck) {
    for (const source of deck.parts) {
      for (const { id, type, target, external } of deck.relationships(source)) {
        const expected = EXPECTED[relationshipKind(type)];
        const actual = external || deck.locate(target) === null ? null : deck.contentType(target);
        if (expected && actual && actual !== expected) {
          yield error(relationshipsPart(source), `the relationship ${id} is of type ${relationshipKind(type)}, but ${target} is ${actual}`);
        }
      }
    }
  },
};
