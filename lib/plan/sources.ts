/** Sources: which are cited, in which order, and what is unknown or unused. */
import { type Block, type Briefing, blocksOf, type Slide } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import type { Part } from '../briefing/deck-plan.js';
import type { Citation } from '../briefing/inline.js';
import { type BlockClaim, type Kinds, kindOf } from '../briefing/kind.js';
import { diagnostic, type Sink } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';

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

/** The ids of cited sources in the order of their numbers; says which are unknown and which are never cited. */
export function numberSources(briefing: Briefing, kinds: Kinds, sink: Sink): readonly string[] {
  const known = new Set(briefing.sources.map((source) => source.id));
  const cited = new Set<string>();
  for (const section of briefing.sections) {
    const headed = [...citationsIn(section.title), ...citationsOfBlocks(section.notes, kinds)];
    const inSlides = section.slides.flatMap((slide) => [...citationsOfSlide(slide, kinds), ...citationsOfBlocks(slide.notes, kinds)]);
    for (const citation of [...headed, ...inSlides]) {
      if (known.has(citation.id)) cited.add(citation.id);
      else sink(unknownSource(citation, [...known]));
    }
  }
  for (const source of briefing.sources) {
    if (!cited.has(source.id)) sink(diagnostic('info', 'source/unused', `source "${source.id}" is never cited`, source.span));
  }
  return [...cited];
}

function unknownSource(citation: Citation, known: readonly string[]) {
  const near = closest(citation.id, known);
  const hint = near === null ? `add "${citation.id}" under "sources:" in the front matter` : `did you mean "${near}"?`;
  return diagnostic('warning', 'source/unknown', `no source is called "${citation.id}"`, citation.span, hint);
}
