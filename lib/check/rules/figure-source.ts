/** A figure says where it comes from. */
import { citationsIn } from '../../briefing/claims.js';
import { agrees } from '../../briefing/figure.js';
import type { Statement } from '../../briefing/statement.js';
import { firstLine } from '../place.js';
import { at, type Finding, type Rule } from '../rule.js';
import { citationsOf, type SaidFigure, type SaidSlide, type Subject, statementsOf } from '../subject.js';

const HINT = 'cite one: [@id]';

export const figureSource: Rule = {
  code: 'figure/no-source',
  level: 'warning',
  about:
    'Every figure on a slide cites a source: where it stands, beside it (its table row or column, its key figure, the item above it), or where the slide says it again.',
  why: 'A figure is a number with unit, currency, percent or magnitude, or of four digits and more that is no year. A title is covered by what its slide cites, a quotation by its attribution, and what is marked as computed by what it was computed from.',
  check: (subject) => [...figures(subject), ...subject.slides.flatMap((slide) => charts(slide, subject))],
};

const figures = (subject: Subject): readonly Finding[] =>
  subject.figures
    .filter((figure) => figure.statement.role !== 'data' && !isSourced(figure, subject))
    .map((figure) => at(figure.span, `"${figure.text}" names no source`, HINT));

function isSourced(figure: SaidFigure, subject: Subject): boolean {
  const { statement, slide, status } = figure;
  if (figure.sources.length > 0 || status === 'computed' || isFootnoted(statement)) return true;
  const all = statementsOf(slide);
  if (statement.role === 'title' || statement.role === 'heading') return all.some((one) => citationsOf(one).length > 0 || isFootnoted(one));
  if (leadsOf(statement, all).some((lead) => citationsOf(lead).length > 0)) return true;
  return subject.figures.some((other) => other.slide === slide && other.sources.length > 0 && agrees(other, figure));
}

/** A raised number or letter is a footnote's mark. */
const isFootnoted = ({ inlines }: Statement): boolean =>
  inlines.some((inline) => inline.type === 'text' && inline.baseline === 'superscript' && /^\s*(?:\d+|[a-z]{1,2})$/.test(inline.text));

/** The items that an item of a list stands below. */
function leadsOf(statement: Statement, all: readonly Statement[]): readonly Statement[] {
  if (statement.role !== 'item') return [];
  const leads: Statement[] = [];
  let level = statement.level;
  for (const one of all.slice(0, all.indexOf(statement)).toReversed()) {
    if (one.role !== 'item') break;
    if (one.level >= level) continue;
    leads.push(one);
    level = one.level;
  }
  return leads;
}

/** A chart cites its source as a whole; in a briefing that has sources a build tells it too (`chart/no-source`). */
const charts = (slide: SaidSlide, { source, briefing }: Subject): readonly Finding[] =>
  (briefing.sources.length > 0 ? [] : slide.blocks)
    .filter(({ statements }) => statements.some(({ role }) => role === 'data'))
    .filter(({ statements }) => statements.every((one) => citationsIn(one.inlines).length + one.citations.length === 0))
    .map(({ block }) => at(firstLine(block.span, source), 'the chart names no source', 'add "source: id"'));
