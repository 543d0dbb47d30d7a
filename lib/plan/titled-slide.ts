/** A slide whose title stands in its place, and its columns at each size of the text. */
import type { Block, Slide } from '../briefing/briefing.js';
import type { Part, PartNumber } from '../briefing/deck-plan.js';
import type { Inline } from '../briefing/inline.js';
import type { Kinds, PlaceContext } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import type { PlanColumn } from './choose.js';
import { anyLayout, namedLayout } from './layouts.js';
import { joined, partsOf } from './parts.js';
import { fittingTitle } from './title.js';

/** A slide whose title is too long for its place: what stands there, and the whole of it as the body's first paragraph. */
export interface TitledSlide extends Slide {
  /** Empty where the title stands in its place. */
  readonly lead: readonly Inline[];
  /** What lies behind all of it. */
  readonly behind: Block | null;
}

/** The longest mark that a title carries behind it. */
const LONGEST_PART: PartNumber = { n: 99, of: 99 };

export function titled(slide: Slide, deck: DeckContext): TitledSlide {
  const named = namedLayout(slide, deck);
  const layout = named?.purpose === 'named' ? named : anyLayout('content', deck);
  const title = fittingTitle({ ...slide, part: LONGEST_PART }, layout, deck);
  return { ...slide, title, behind: null, lead: title === slide.title || slide.continued ? [] : slide.title };
}

function leadOf(lead: readonly Inline[], context: PlaceContext): readonly Part[] {
  if (lead.length === 0) return [];
  const paragraph = context.paragraph(lead, { bullet: { kind: 'none' } });
  return [{ type: 'text', paragraphs: [{ paragraph, inlines: lead, number: null, heading: null, keepWithNext: false }] }];
}

/** The parts of a slide's columns; a status word takes its size from the text that it stands in, so each step has its own. */
export const columnsAt = (slide: TitledSlide, step: number, deck: DeckContext, kinds: Kinds): readonly PlanColumn[] =>
  slide.columns.map((column, index) => {
    const context = placeContext(deck, step);
    const parts = partsOf(column.blocks, context, kinds);
    return {
      width: column.width,
      ...(column.across ? { across: true } : {}),
      parts: index === 0 ? joined([...leadOf(slide.lead, context), ...parts]) : parts,
    };
  });
