/** One quantity has one value in a deck. */
import { agrees, figuresIn } from '../../briefing/figure.js';
import { differ, type Marks, marksOf } from '../marks.js';
import { at, type Finding, type Rule } from '../rule.js';
import type { SaidFigure } from '../subject.js';
import { likeness, shared } from '../words.js';

/** Farther apart than this, two values are of two quantities. */
const NEAR = 0.8;
/** Where only one of two sentences is dated, it may speak of another day. */
const VERY_NEAR = 0.97;
/** Sentences that share less speak of two quantities. */
const ALIKE = 0.4;
const LEAST_SHARED = 2;

export const twoValues: Rule = {
  code: 'figure/two-values',
  level: 'warning',
  about: 'The same quantity is given one value throughout ($589bn here and $593bn there is two).',
  why: 'Two figures are held against each other where unit and size are alike and their sentences share most words. Sentences that hold one value against another, stated ranges and alternatives, roundings of each other, figures of one table or chart, and sentences that name different dates or names are left alone.',
  check({ figures, briefing }) {
    const told = figures.filter((figure) => isOneStatement(figure, briefing.meta.lang));
    const stated = figures.filter(({ inRange }) => inRange);
    return told.flatMap((figure, index): readonly Finding[] => {
      if (isStated(figure, stated)) return [];
      const other = told.slice(0, index).find((one) => !isStated(one, stated) && isSameQuantity(one, figure, briefing.meta.lang));
      if (!other) return [];
      return [
        at(
          figure.span,
          `"${figure.text}" here, "${other.text}" in line ${other.span.start.line}, for what reads as the same`,
          'settle on one, or give both as a range',
        ),
      ];
    });
  },
};

/** Words of a sentence that holds a value against another one. */
const COMPARES =
  /\b(?:before|after|from|previous(?:ly)?|earlier|later|former(?:ly)?|prior|against|versus|vs|compared|than|instead|formerly|respectively)\b/i;

/** Whether its sentence says one value of one thing, and does not compare. */
function isOneStatement({ statement, unit, value, sentence }: SaidFigure, lang: string): boolean {
  if (statement.role === 'data' || (unit === '' && Math.abs(value) < 1000)) return false;
  const all = figuresIn(`${sentence}; ${statement.about}`, lang).filter((other) => other.unit === unit);
  return all.length <= 1 && !COMPARES.test(`${sentence} ${statement.about}`);
}

/** Whether it stands somewhere as one of several values of what the sentence is about. */
const isStated = (figure: SaidFigure, stated: readonly SaidFigure[]): boolean =>
  stated.some((one) => agrees(one, figure) && (one === figure || shared(one.words, figure.words) > 0));

function isSameQuantity(a: SaidFigure, b: SaidFigure, lang: string): boolean {
  if (a.unit !== b.unit || agrees(a, b) || a.statement === b.statement) return false;
  const [small, large] = [Math.abs(a.value), Math.abs(b.value)].sort((x, y) => x - y);
  if (!small || !large || small / large < NEAR) return false;
  const ofOneTable = a.slide === b.slide && a.statement.role === b.statement.role && a.statement.role === 'cell';
  if (ofOneTable || shared(a.words, b.words) < LEAST_SHARED || likeness(a.words, b.words) < ALIKE) return false;
  const [one, two] = [marksIn(a, lang), marksIn(b, lang)];
  const dated = one.dates.size > 0 === two.dates.size > 0;
  return !differ(one, two) && (dated || small / large >= VERY_NEAR);
}

const marksIn = ({ sentence, statement, words }: SaidFigure, lang: string): Marks => marksOf(`${sentence} ${statement.about}`, lang, words);
