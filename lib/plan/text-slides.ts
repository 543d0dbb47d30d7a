/** Slides of running text that we add at the end: the sources, a long disclaimer. */
import type { Briefing } from '../briefing/briefing.js';
import type { ContentPlan } from '../briefing/deck-plan.js';
import { plainInline } from '../briefing/inline.js';
import type { FlowParagraph } from '../briefing/kind.js';
import type { DeckContext } from '../briefing/place-context.js';
import type { Paragraph } from '../scene/text.js';
import type { Layout, Placeholder } from '../template/model.js';
import { freeKey } from './keys.js';
import { pagesOf } from './pages.js';

/** Paragraphs under a title, in the layout for sources, on as many slides as they need; none where the template has no layout for text. */
export function textSlides(
  entries: readonly FlowParagraph[],
  { key, title }: { readonly key: string; readonly title: string },
  briefing: Briefing,
  deck: DeckContext,
): readonly ContentPlan[] {
  const layout = layoutOf(deck);
  const target = layout && textPlace(layout);
  if (!layout || !target || entries.length === 0) return [];
  const pages = pagesOf(entries, target, deck, (entry) => entry.paragraph);
  return pages.map((paragraphs, index) => ({
    ...textSlide(paragraphs, { key: index === 0 ? key : `${key}-${index + 1}`, title, layout, step: 0 }, briefing, deck),
    part: pages.length > 1 ? { n: index + 1, of: pages.length } : null,
  }));
}

/** The place that takes text first. */
export const textPlace = ({ regions, placeholders }: Layout): Placeholder | undefined =>
  placeholders.find(({ idx }) => idx === regions[0]?.placeholders[0]);

/** Paragraphs under a title on one slide of a layout whose first region takes text. */
export function textSlide(
  paragraphs: readonly FlowParagraph[],
  { key, title, layout, step }: { readonly key: string; readonly title: string; readonly layout: Layout; readonly step: number },
  briefing: Briefing,
  deck: DeckContext,
): ContentPlan {
  return {
    type: 'content',
    key: freeKey(key, deck),
    anchors: [],
    layout: layout.name,
    title: [plainInline(title, briefing.meta.span)],
    continued: false,
    part: null,
    step,
    titleStep: 0,
    headings: [],
    subtitles: [],
    placement: { type: 'regions', parts: [{ type: 'text', paragraphs }] },
    citations: [],
    statuses: [],
    notes: [],
    hidden: false,
    behind: null,
    span: briefing.meta.span,
  };
}

/** The layout for sources, or, where there is none, one for running text. */
const layoutOf = ({ template: { layouts } }: DeckContext): Layout | undefined =>
  layouts.find(({ purpose }) => purpose === 'sources') ??
  layouts.find(({ purpose, regions }) => purpose === 'content' && regions.length === 1 && regions[0]?.accepts.includes('text'));

/** A paragraph that belongs to no list. */
export const plainEntry = (text: Paragraph): FlowParagraph => ({
  paragraph: text,
  number: null,
  heading: null,
  keepWithNext: false,
  inlines: [],
});
