/** Sources: which are cited, in which order, and what is unknown or unused. */
import { type Block, type Briefing, blocksOf, type Slide } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import type { Part } from '../briefing/deck-plan.js';
import type { Citation } from '../briefing/inline.js';
import { type BlockClaim, type Kinds, kindOf } from '../briefing/kind.js';

/** What a slide cites, in reading order. */
export const citationsOfSlide = (slide: Slide, kinds: Kinds): readonly Citation[] => [
  ...citationsIn(slide.title),
  ...citationsOfBlocks(blocksOf(slide), kinds),
];

/** What blocks cite, in reading order. */
const citationsOfBlocks = (blocks: readonly Block[], kinds: Kinds): readonly Citation[] =>
  blocks.flatMap((block) => kindOf(block, kinds).citations(block));

/** What blocks claim, in reading order. */
const claimsOfBlocks = (blocks: readonly Block[], kinds: Kinds): readonly BlockClaim[] =>
  blocks.flatMap((block) => kindOf(block, kinds).claims(block));

/** What a part of a slide cites, in reading order. */
export const citationsOfPart = (part: Part, kinds: Kinds): readonly Citation[] =>
  part.type === 'text' ? part.paragraphs.flatMap((item) => citationsIn(item.inlines)) : citationsOfBlocks([part.block], kinds);

/** What a part of a slide claims, in reading order. */
export const claimsOfPart = (part: Part, kinds: Kinds): readonly BlockClaim[] =>
  part.type === 'text' ? part.paragraphs.flatMap((item) => claimsIn(item.inlines)) : claimsOfBlocks([part.block], kinds);

/** What a slide claims, in reading order. */
export const claimsOfSlide = (slide: Slide, kinds: Kinds): readonly BlockClaim[] => [
  ...claimsIn(slide.title),
  ...claimsOfBlocks(blocksOf(slide), kinds),
];

/** The ids of cited sources in the order of their numbers. */
export function numberSources(briefing: Briefing, kinds: Kinds): readonly string[] {
  const known = new Set(briefing.sources.map((source) => source.id));
  const cited = new Set<string>();
  for (const section of briefing.sections) {
    const headed = [...citationsIn(section.title), ...citationsOfBlocks(section.notes, kinds)];
    const inSlides = section.slides.flatMap((slide) => [...citationsOfSlide(slide, kinds), ...citationsOfBlocks(slide.notes, kinds)]);
    for (const citation of [...headed, ...inSlides]) {
      if (known.has(citation.id)) cited.add(citation.id);
    }
  }
  return [...cited];
}
