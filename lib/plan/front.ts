/** The slides that no slide of the briefing is: cover, agenda, the first one of a section. */
import { type Briefing, isMarked, type Section, type Slide } from '../briefing/briefing.js';
import type { AgendaPlan, SlidePlan } from '../briefing/deck-plan.js';
import { type Inline, NO_ATTRIBUTES, plainInline } from '../briefing/inline.js';
import type { Kinds } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import type { Span } from '../core/diagnostic.js';
import type { Layout } from '../template/model.js';
import { freeKey } from './keys.js';
import { anyLayout } from './layouts.js';
import { pagesOf } from './pages.js';
import { planSlide } from './slide.js';
import type { Grounded } from './standing.js';
import { fittingTitle, titleStep } from './title.js';
import { transitionOf } from './transition.js';

/** A slide that is neither the rest of another nor a part of one. */
const WHOLE = { continued: false, part: null, anchors: [] } as const;

/** The cover, and a slide with the whole title where the cover has no room for it. */
export function coverPlans(briefing: Briefing, first: Grounded | undefined, deck: DeckContext, kinds: Kinds): readonly SlidePlan[] {
  const { title, subtitle, span } = briefing.meta;
  const titled = titledIn(title, anyLayout('cover', deck), deck);
  const [notes, behind] = first && first.section.title.length === 0 ? [first.section.notes, first.behind] : [[], null];
  const anchors = briefing.titleKey === '' ? [] : [briefing.titleKey];
  const cover: SlidePlan = { type: 'cover', key: freeKey('cover', deck), ...titled, anchors, subtitle, behind, notes, hidden: false, span };
  return [cover, ...wholeTitle(title, titled.title, freeKey('cover-title', deck), span, deck, kinds)];
}

/** A title in a layout of its own: as much of it, and as small, as its place asks for. */
function titledIn(title: readonly Inline[], layout: Layout, deck: DeckContext) {
  const plan = { ...WHOLE, title: fittingTitle({ ...WHOLE, title }, layout, deck), layout: layout.name };
  return { ...plan, titleStep: titleStep(plan, layout, deck) };
}

/** A slide that says a title in full which was cut; none where it was not. */
const wholeTitle = (title: readonly Inline[], shown: readonly Inline[], key: string, span: Span, deck: DeckContext, kinds: Kinds) =>
  shown === title ? [] : planSlide(untitledSlide(title, key, span), 'split', deck, kinds);

const untitledSlide = (title: readonly Inline[], key: string, span: Span): Slide => ({
  key,
  title,
  titleSpan: span,
  depth: 0,
  continued: false,
  layout: '',
  attributes: NO_ATTRIBUTES,
  columns: [{ width: null, blocks: [], span }],
  notes: [],
  hidden: false,
  span,
});

/** The agenda, over as many slides as it needs; before a section only the slide that names it. `current` from 1; null before the first. */
export function agendaPlans(
  briefing: Briefing,
  headed: readonly Section[],
  current: number | null,
  deck: DeckContext,
): readonly AgendaPlan[] {
  const layout = anyLayout('agenda', deck);
  const target = layout.placeholders.find((placeholder) => placeholder.idx === layout.regions[0]?.placeholders[0]);
  const firstOf = (section: Section): string => (briefing.meta.sectionSlides ? section.key : (section.slides[0]?.key ?? section.key));
  const entries = headed.map((section, index) => ({ title: section.title, slide: firstOf(section), number: index + 1 }));
  const pages = target ? pagesOf(entries, target, deck, (entry) => placeContext(deck, 0).paragraph(entry.title)) : [entries];
  return pages.flatMap((page, index): readonly AgendaPlan[] => {
    if (current !== null && !page.some((entry) => entry.number === current)) return [];
    const key = current === null ? `agenda${index === 0 ? '' : `-part-${index + 1}`}` : `agenda-${current}`;
    const part = pages.length > 1 ? { n: index + 1, of: pages.length } : null;
    return [
      {
        type: 'agenda',
        key: freeKey(key, deck),
        ...titledIn([plainInline(deck.words.agenda, briefing.meta.span)], layout, deck),
        part,
        entries: page,
        from: page[0]?.number ?? 1,
        current,
        behind: null,
        notes: [],
        hidden: false,
        span: briefing.meta.span,
      },
    ];
  });
}

/** A section's own slide, and one with its whole title where that has no room. */
export function sectionSlides({ section, behind }: Grounded, number: number, deck: DeckContext, kinds: Kinds): readonly SlidePlan[] {
  const { key, title, notes, span } = section;
  const titled = titledIn(title, anyLayout('section', deck), deck);
  const own: SlidePlan = {
    type: 'section',
    key,
    ...titled,
    number,
    behind,
    notes,
    hidden: isMarked(section, 'hidden'),
    ...transitionOf(section.attributes, span, deck),
    span,
  };
  return [own, ...wholeTitle(title, titled.title, freeKey(`${key}-title`, deck), span, deck, kinds)];
}
