/** A figure that stands in the book of facts has the book's value. */
import { amountsOf, type Fact } from '../../briefing/fact.js';
import { agrees } from '../../briefing/figure.js';
import { printFact } from '../../briefing/print-fact.js';
import { at, type Finding, type Rule } from '../rule.js';
import { figuresOf, type SaidFigure, type Subject } from '../subject.js';
import { shared, wordsOf } from '../words.js';

/** Farther apart than this, a figure is of something else. */
const NEAR = 0.5;
/** The part of a fact's own words that a sentence has to say. */
const SAID = 0.6;

export const factDiffers: Rule = {
  code: 'fact/differs',
  level: 'warning',
  about: 'A figure of which the book of facts has another value is told, in the notes too.',
  why: 'A figure is known by the words of the fact’s label, of which its sentence says most, and by unit and size. Roundings agree, and so does what lies inside a range of the book.',
  check: (subject) => [...subject.figures, ...inNotes(subject)].flatMap((figure) => differing(figure, subject)),
};

const inNotes = (subject: Subject): readonly SaidFigure[] =>
  subject.slides.flatMap((slide) => slide.notes.flatMap((note) => figuresOf(note, slide, subject)));

function differing(figure: SaidFigure, { facts, briefing }: Subject): readonly Finding[] {
  const { lang } = briefing.meta;
  if ([...facts.values()].some((fact) => isStated(figure, fact, facts))) return [];
  const meant = [...facts.values()].find((fact) => isAbout(figure, fact, facts, lang));
  if (!meant) return [];
  const message = `"${figure.text}" here, ${printFact(meant, facts, lang)} in the book of facts for "${meant.label}"`;
  return [at(figure.span, message, `write {{facts.${meant.id}}}`)];
}

type Facts = Subject['facts'];

function isStated(figure: SaidFigure, fact: Fact, facts: Facts): boolean {
  const amounts = amountsOf(fact, facts);
  const [low, high] = amounts;
  if (amounts.some((amount) => agrees(amount, figure))) return true;
  return low !== undefined && high !== undefined && low.unit === figure.unit && low.value <= figure.value && figure.value <= high.value;
}

function isAbout(figure: SaidFigure, fact: Fact, facts: Facts, lang: string): boolean {
  const words = wordsOf(fact.label, lang);
  if (words.size === 0 || shared(words, figure.words) < Math.max(1, words.size * SAID)) return false;
  return amountsOf(fact, facts).some(({ value, unit }) => {
    const [small = 0, large = 0] = [Math.abs(value), Math.abs(figure.value)].sort((a, b) => a - b);
    return unit === figure.unit && large > 0 && small / large >= NEAR;
  });
}
