/** A figure that stands in the book of facts has the book's value. */
import { amountsOf, type Fact } from '../../briefing/fact.js';
import { agrees } from '../../briefing/figure.js';
import { printFact } from '../../briefing/print-fact.js';
import { apart, marksOf } from '../marks.js';
import { at, type Finding, type Rule } from '../rule.js';
import { figuresOf, type SaidFigure, type Subject } from '../subject.js';
import { likeness, shared, wordsOf } from '../words.js';

/** Farther apart than this, a figure is of something else. */
const NEAR = 0.5;
/** The part of a fact's own words that a sentence has to say. */
const SAID = 0.6;

export const factDiffers: Rule = {
  code: 'fact/differs',
  level: 'warning',
  about: 'A figure of which the book of facts has another value is told, in the notes too.',
  why: 'A figure is known by the words of the fact’s label, of which its sentence says most, and by unit and size; a sentence that names another thing or day than the label (V2 and not V3) is of something else. Roundings agree, and so does what lies inside a range of the book.',
  check: (subject) => [...subject.figures, ...inNotes(subject)].flatMap((figure) => differing(figure, subject)),
};

const inNotes = (subject: Subject): readonly SaidFigure[] =>
  subject.slides.flatMap((slide) => slide.notes.flatMap((note) => figuresOf(note, slide, subject)));

function differing(figure: SaidFigure, { facts, briefing }: Subject): readonly Finding[] {
  const { lang } = briefing.meta;
  if ([...facts.values()].some((fact) => isStated(figure, fact, facts))) return [];
  const meant = meantBy(figure, facts, lang);
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

/** The fact that a figure is of: the one whose label its words are most like; null where that is open. */
function meantBy(figure: SaidFigure, facts: Facts, lang: string): Fact | null {
  const about = [...facts.values()]
    .filter((fact) => isAbout(figure, fact, facts, lang))
    .map((fact) => ({ fact, like: likeness(wordsOf(fact.label, lang), figure.words) }))
    .sort((a, b) => b.like - a.like);
  const [best, next] = about;
  return best && (!next || next.like < best.like) ? best.fact : null;
}

function isAbout(figure: SaidFigure, fact: Fact, facts: Facts, lang: string): boolean {
  const words = wordsOf(fact.label, lang);
  if (words.size === 0 || shared(words, figure.words) < Math.max(1, words.size * SAID)) return false;
  if (isOfAnother(figure, fact.label, words, lang)) return false;
  return amountsOf(fact, facts).some(({ value, unit }) => {
    const [small = 0, large = 0] = [Math.abs(value), Math.abs(figure.value)].sort((a, b) => a - b);
    return unit === figure.unit && large > 0 && small / large >= NEAR;
  });
}

/** Whether the label names something (V3, 27 January) where the sentence names another one (V2, 28 January). */
function isOfAnother({ sentence, statement, text, words }: SaidFigure, label: string, ofLabel: ReadonlySet<string>, lang: string): boolean {
  const named = marksOf(label, lang, ofLabel);
  const said = marksOf(`${sentence.replace(text, ' ')} ${statement.about}`, lang, words);
  const others = new Set([...said.names].filter((name) => named.names.has(name) || !ofLabel.has(name)));
  return apart(named.names, others) || apart(named.dates, said.dates);
}
