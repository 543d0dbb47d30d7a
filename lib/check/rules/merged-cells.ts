/** A table's cells are not merged. */
import { spanAt } from '../../core/source.js';
import { isUnread } from '../place.js';
import { at, type Rule } from '../rule.js';

const MERGED = /<t[dh]\b[^>]*\b(?:col|row)span\s*=\s*["']?(?:[2-9]|\d\d)[^>]*>/gi;

export const mergedCells: Rule = {
  code: 'access/merged-cells',
  level: 'info',
  about: 'A table has no merged cells.',
  why: 'A screen reader loses its way in them. In our decks there are none: a cell of an HTML table that spans several is set as one and empty ones beside it, which is told here.',
  accessibility: 'Merged or split cells',
  *check({ source }) {
    for (const match of source.text.matchAll(MERGED)) {
      if (isUnread(source.text, match.index)) continue;
      yield at(
        spanAt(source, match.index, match.index + match[0].length),
        'this cell spans several; on the slide it is one, and those beside it are empty',
        'repeat its words, or part the table',
      );
    }
  },
};
