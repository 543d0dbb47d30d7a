/** A list can be held in mind. */
import { at, type Rule } from '../rule.js';

const MOST = 7;

export const slideItems: Rule = {
  code: 'slide/too-many-items',
  level: 'warning',
  about: `A column of a slide lists ${MOST} items at most, those nested below others not counted.`,
  why: 'Seven is what a list on a slide holds before it becomes a register; an appendix is the place for those.',
  *check({ slides }) {
    for (const { slide, blocks } of slides) {
      for (const column of slide.columns.keys()) {
        const items = blocks
          .filter((block) => block.column === column)
          .flatMap(({ statements }) => statements.filter(({ role, level }) => role === 'item' && level === 0));
        const first = items[MOST];
        if (first)
          yield at(
            first.span,
            `${items.length} items are listed here, ${MOST} are the most that a slide holds`,
            'group them, or part the slide',
          );
      }
    }
  },
};
