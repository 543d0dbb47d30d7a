/** Headings leave no level out. */
import { firstLine } from '../place.js';
import { at, type Rule } from '../rule.js';

export const headingLevels: Rule = {
  code: 'heading/skipped',
  level: 'warning',
  about: 'A heading inside a slide is one level below the one that it belongs to (### below ##, not ####).',
  why: 'Levels say what belongs to what; one that is left out says that something is missing.',
  *check({ slides, source }) {
    for (const { slide, blocks } of slides) {
      let above = slide.depth;
      for (const { block, depth } of blocks) {
        if (depth === 0) continue;
        if (above > 0 && depth > above + 1)
          yield at(
            firstLine(block.span, source),
            `a heading of level ${depth} stands below one of level ${above}`,
            `use ${'#'.repeat(above + 1)}`,
          );
        above = depth;
      }
    }
  },
};
