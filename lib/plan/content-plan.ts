/** A slide of content as the plan has it: what it shows, cites and claims. */
import { citationsIn, claimsIn } from '../briefing/claims.js';
import type { ContentPlan, Part, PartNumber } from '../briefing/deck-plan.js';
import type { Citation, Status } from '../briefing/inline.js';
import type { Kinds } from '../briefing/kind.js';
import type { DeckContext } from '../briefing/place-context.js';
import type { Choice } from './choose.js';
import { freeKey } from './keys.js';
import { citationsOfPart, claimsOfPart } from './sources.js';
import { titleStep } from './title.js';
import type { TitledSlide } from './titled-slide.js';
import { transitionOf } from './transition.js';

/** The slide that a choice of layout makes of content. */
export function contentPlan(slide: TitledSlide, choice: Choice, part: PartNumber | null, deck: DeckContext, kinds: Kinds): ContentPlan {
  const titled = { title: slide.title, continued: slide.continued, part };
  const parts = partsIn(choice);
  const citations = [...citationsIn(slide.title), ...parts.flatMap((item) => citationsOfPart(item, kinds))];
  const claims = [...claimsIn(slide.title), ...parts.flatMap((item) => claimsOfPart(item, kinds))];
  return {
    type: 'content',
    key: part && part.n > 1 ? freeKey(`${slide.key}-${part.n}`, deck) : slide.key,
    anchors: parts.flatMap((item) => (item.type === 'text' ? item.paragraphs.flatMap(({ heading }) => heading?.anchor || []) : [])),
    layout: choice.layout.name,
    ...titled,
    step: choice.step,
    titleStep: titleStep(titled, choice.layout, deck),
    headings: choice.headings,
    subtitles: choice.subtitles,
    placement: choice.placement,
    behind: slide.behind,
    citations: uniqueById(
      citations.filter((citation) => deck.cited.includes(citation.id)),
      deck,
    ),
    statuses: [...new Set(claims.map((claim): Status => claim.status))].filter((status) => status !== 'confirmed'),
    notes: part && part.n > 1 ? [] : slide.notes,
    hidden: slide.hidden,
    ...transitionOf(slide.attributes, slide.titleSpan, deck),
    span: slide.span,
  };
}

/** What a slide shows, in reading order. */
function partsIn({ placement, headings }: Choice): readonly Part[] {
  const parts = placement.type === 'regions' ? placement.parts : placement.stacks.flatMap((stack) => stack.parts);
  return [{ type: 'text', paragraphs: headings }, ...parts];
}

/** Each source once, with every page that is cited of it. */
function uniqueById(citations: readonly Citation[], deck: DeckContext): readonly Citation[] {
  const locators = (id: string): string =>
    [...new Set(citations.filter((citation) => citation.id === id).map(({ locator }) => locator))]
      .filter((locator) => locator !== '')
      .join('; ');
  return [...new Map(citations.map((citation) => [citation.id, citation])).values()]
    .map((citation) => ({ ...citation, locator: locators(citation.id) }))
    .sort((a, b) => deck.cited.indexOf(a.id) - deck.cited.indexOf(b.id));
}
