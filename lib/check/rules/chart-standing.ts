/** What is doubted in the text is not drawn as sure in a chart. */
import { sameFigure } from '../../briefing/figure.js';
import type { Status } from '../../briefing/inline.js';
import { at, type Rule } from '../rule.js';
import type { SaidFigure } from '../subject.js';
import { shared } from '../words.js';

/** Statuses under which a figure is drawn otherwise than a confirmed one. */
const DOUBTFUL: readonly (Status | null)[] = ['reported', 'claimed', 'estimated', 'disputed'];

export const chartStanding: Rule = {
  code: 'chart/disputed-as-confirmed',
  level: 'warning',
  about: 'A figure that the briefing calls reported, claimed, estimated or disputed is not drawn as confirmed.',
  why: 'Two figures are one where value and unit are the same and so is their source; where one of the two names none, where they share a word. Figures of one digit are met everywhere by chance and left alone.',
  builds: true,
  *check({ figures }) {
    const doubted = figures.filter(({ status }) => DOUBTFUL.includes(status));
    for (const figure of figures) {
      if (figure.statement.role !== 'data' || figure.status !== 'confirmed' || !isTelling(figure.value)) continue;
      const claim = doubted.find((one) => isSame(figure, one) && !ofOneBlock(figure, one));
      if (!claim) continue;
      const message = `${figure.text} (${figure.statement.about.trim()}) is drawn as confirmed, and is ${claim.status} in line ${claim.span.start.line}: "${claim.text}"`;
      yield at(figure.span, message, `write "${claim.status}" in a column "status"`);
    }
  },
};

/** A chart that doubts its figures itself, in its title or in a row of its own, says so. */
const ofOneBlock = ({ slide, statement }: SaidFigure, other: SaidFigure): boolean =>
  slide.blocks.some(({ statements }) => statements.includes(statement) && statements.includes(other.statement));

const isTelling = (value: number): boolean => Math.abs(value) >= 1000 || /[1-9]\d*[1-9]/.test(String(Math.abs(value)).replace('.', ''));

function isSame(figure: SaidFigure, claim: SaidFigure): boolean {
  const known = figure.sources.length > 0 && claim.sources.length > 0;
  const related = known ? claim.sources.some((id) => figure.sources.includes(id)) : shared(figure.words, claim.words) > 0;
  return related && sameFigure({ ...figure, value: Math.abs(figure.value) }, { ...claim, value: Math.abs(claim.value) });
}
