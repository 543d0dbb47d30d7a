/** What is claimed in one place is not shown as a fact in another. */
import { sameFigure } from '../../briefing/figure.js';
import type { Status } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';
import type { SaidFigure } from '../subject.js';
import { shared } from '../words.js';

const DOUBTFUL: readonly (Status | null)[] = ['claimed', 'estimated', 'disputed'];
/** Words by which a sentence says itself that it is not its own. */
const HEDGED =
  /\b(?:claim|say|said|state|estimat|report|alleg|disput|according|assert|assum|believ|suspect|suppos|roughly|about|around|up to|puts?\b|putting|quoted|ascribed|attribut|reckon|angeblich|laut|selon|según)\w*|(?:据|称|估计|约)/iu;

export const claimAsFact: Rule = {
  code: 'claim/as-fact',
  level: 'warning',
  about: 'A figure that is claimed, estimated or disputed in one place of the briefing is not plain on another slide.',
  why: 'Two figures are taken for one where value and unit are the same and they share a word, or where the number has four digits or more that matter. A sentence that says who claims it, and a slide that shows the standing, are fair.',
  *check({ figures }) {
    const doubtful = figures.filter(({ status }) => DOUBTFUL.includes(status));
    for (const figure of figures) {
      if (figure.status !== null || figure.statement.role === 'data' || HEDGED.test(figure.sentence)) continue;
      const claims = doubtful.filter((claim) => sameFigure(claim, figure) && isTheSame(claim, figure));
      const [claim] = claims;
      if (!claim || claims.some((one) => one.slide === figure.slide)) continue;
      const where = claim.span.file === figure.span.file ? `line ${claim.span.start.line}` : `${claim.span.file}:${claim.span.start.line}`;
      yield at(
        figure.span,
        `"${figure.text}" stands as a fact here and as ${claim.status} in ${where}`,
        `mark it: [${figure.text}]{status=${claim.status}}, or write who says so`,
      );
    }
  },
};

/** Digits that matter: 5.576 has four, 50,000 one. */
const digitsOf = (value: number): number =>
  value
    .toPrecision(15)
    .replace(/e.*$/, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '').length;

const isTheSame = (a: SaidFigure, b: SaidFigure): boolean => digitsOf(a.value) >= 4 || shared(a.words, b.words) > 0;
