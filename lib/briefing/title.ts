/** The words of a slide's title. */

import type { Span } from '../core/diagnostic.js';
import type { Placeholder } from '../template/model.js';
import type { PartNumber } from './deck-plan.js';
import { type Inline, inlineText, plainInline } from './inline.js';
import type { DeckContext } from './place-context.js';

/**
 * A slide's title with what we add: `What it cost (2/3)`, `What it cost (continued)`. An empty one is called an overview, for a slide must
 * have a title.
 */
export function titleInlines(plan: TitledPlan, deck: Pick<DeckContext, 'words'>): readonly Inline[] {
  const { title } = plan;
  const words = title.some((inline) => inline.type === 'text' && inline.text.trim() !== '')
    ? title
    : [...title, plainInline(deck.words.overview, spanOf(title))];
  const marks = [...(plan.continued ? [deck.words.continued] : []), ...(plan.part ? [partLabel(plan.part, deck)] : [])];
  // A mark stays with the last word, unless that is so long that both could only break inside it.
  const last = inlineText(words).trimEnd().split(/\s/).at(-1) ?? '';
  const gap = last.length > LONG_WORD ? ' ' : '\u00a0';
  return [...words, ...marks.map((mark) => plainInline(`${gap}${mark}`, spanOf(title)))];
}

/** Letters of a word that may take a line by itself. */
const LONG_WORD = 20;

/** The sizes that a title may have in its placeholder, the placeholder's own first. */
export function titleSizes(target: Placeholder, deck: Pick<DeckContext, 'template'>): readonly number[] {
  const own = target.style[0]?.size ?? 0;
  return [own, ...deck.template.ladder.title.filter((size) => size < own)];
}

/** What a title is made of. */
export interface TitledPlan {
  readonly title: readonly Inline[];
  readonly continued: boolean;
  readonly part: PartNumber | null;
}

const partLabel = (part: PartNumber, deck: Pick<DeckContext, 'words'>): string =>
  deck.words.part.replace('{n}', String(part.n)).replace('{of}', String(part.of));

const NOWHERE: Span = { file: '', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

const spanOf = (beside: readonly Inline[]): Span => beside.at(-1)?.span ?? NOWHERE;
