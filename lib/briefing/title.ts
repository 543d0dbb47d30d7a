/** The words of a slide's title. */
import type { PartNumber } from './deck-plan.js';
import type { Span } from '../core/diagnostic.js';
import { type Inline, plainInline } from './inline.js';
import type { DeckContext } from './place-context.js';

/** A title with the number of its part: `What it cost (2/3)`. An empty one is called untitled, for a slide must have a title. */
export function titleInlines(title: readonly Inline[], part: PartNumber | null, deck: Pick<DeckContext, 'words'>): readonly Inline[] {
  const words = title.some((inline) => inline.type === 'text' && inline.text.trim() !== '') ? title : [...title, plainInline(deck.words.untitled, spanOf(title))];
  if (!part) return words;
  const label = deck.words.part.replace('{n}', String(part.n)).replace('{of}', String(part.of));
  return [...words, plainInline(`\u00a0${label}`, spanOf(title))];
}

const NOWHERE: Span = { file: '', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };

const spanOf = (beside: readonly Inline[]): Span => beside.at(-1)?.span ?? NOWHERE;
