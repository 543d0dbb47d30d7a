/** Stage 2: which slides there are, which layout each takes, and where tall content is parted. */
import { type Briefing, isMarked, type Section } from '../briefing/briefing.js';
import type { DeckPlan, SectionOfPlans, SlidePlan } from '../briefing/deck-plan.js';
import { inlineText } from '../briefing/inline.js';
import type { Kinds } from '../briefing/kind.js';
import type { DeckContext } from '../briefing/place-context.js';
import { closingPlans } from './closing.js';
import { agendaPlans, coverPlans, sectionSlides } from './front.js';
import { registerSlide } from './register.js';
import { planSlide } from './slide.js';
import { sourceSlides } from './source-slides.js';
import { type Grounded, onOwnGround } from './standing.js';
import { evenTitles } from './title.js';

export { claimsOfSlide, numberSources } from './sources.js';

/** Plans a deck. */
export function planDeck(given: Briefing, deck: DeckContext, kinds: Kinds): DeckPlan {
  const hasCover = inlineText(given.meta.title).trim() !== '';
  const grounded = given.sections.map((section, index): Grounded => {
    const hasSlide = section.title.length > 0 ? given.meta.sectionSlides : hasCover && index === 0;
    return hasSlide ? onOwnGround(section, kinds) : { section, behind: null };
  });
  const briefing = { ...given, sections: grounded.map(({ section }) => section) };
  const inMain = grounded.filter(({ section }) => !isMarked(section, 'appendix'));
  const headed = inMain.flatMap(({ section }) => (section.title.length > 0 && !isMarked(section, 'hidden') ? [section] : []));
  const opening: SlidePlan[] = [];
  if (hasCover) opening.push(...coverPlans(briefing, grounded[0], deck, kinds));
  if (briefing.meta.agenda && headed.length > 0) opening.push(...agendaPlans(briefing, headed, null, deck));
  const planned = (one: Grounded): SectionOfPlans => sectionOfPlans(briefing, one, headed, deck, kinds);
  const sections = inMain.map(planned);
  const appendix = grounded.filter((one) => !inMain.includes(one)).map(planned);
  const [first, ...others] = sections;
  const name = inlineText(briefing.meta.title).trim() || deck.words.overview;
  const start: SectionOfPlans[] =
    first && inMain[0]?.section.title.length === 0
      ? [{ ...first, name: first.name || name, slides: [...opening, ...first.slides] }, ...others]
      : [...(opening.length > 0 ? [{ key: 'opening', name, number: 0, appendix: false, slides: opening }] : []), ...sections];
  const sources = sourceSlides(briefing, deck);
  const register = briefing.meta.claims ? registerSlide(briefing, deck, kinds) : null;
  const closing = closingPlans(briefing, deck, { sources: sources[0]?.key ?? null, appendix: appendix[0]?.slides[0]?.key ?? null });
  const end = [
    { key: 'sources', name: deck.words.sources, number: 0, appendix: false, slides: sources },
    {
      key: 'claims',
      name: deck.words.claims.title,
      number: 0,
      appendix: false,
      slides: register ? planSlide(register, 'split', { ...deck, sink: () => {} }, kinds) : [],
    },
    { key: 'closing', name: deck.words.closing, number: 0, appendix: false, slides: closing },
    ...appendix,
  ];
  const all = [...start, ...end].filter((section) => section.slides.length > 0);
  return { sections: evenTitles(all, deck), cited: deck.cited };
}

function sectionOfPlans(
  briefing: Briefing,
  grounded: Grounded,
  headed: readonly Section[],
  deck: DeckContext,
  kinds: Kinds,
): SectionOfPlans {
  const { section } = grounded;
  const number = headed.indexOf(section) + 1;
  const slides: SlidePlan[] = [];
  if (section.title.length > 0) {
    if (briefing.meta.sectionSlides || section.slides.length === 0) slides.push(...sectionSlides(grounded, number, deck, kinds));
    if (briefing.meta.agenda && number > 0) slides.unshift(...agendaPlans(briefing, headed, number, deck));
  }
  const ownNotes = slides.some((slide) => slide.type === 'section') ? [] : section.notes;
  for (const [index, slide] of section.slides.entries()) {
    const noted = index === 0 && section.title.length > 0 ? { ...slide, notes: [...ownNotes, ...slide.notes] } : slide;
    slides.push(...planSlide(noted, briefing.meta.overflow, deck, kinds));
  }
  return {
    key: section.key || `section-${slides[0]?.key ?? ''}`,
    name: inlineText(section.title).trim(),
    number,
    appendix: isMarked(section, 'appendix'),
    slides,
  };
}
