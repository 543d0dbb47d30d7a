/** What a slide says, piece by piece, as the rules of `check` read it: words with their places, and what holds for them. */
import type { Span } from '../core/diagnostic.js';
import type { Citation, Inline, Status } from './inline.js';

/** What a statement is on its slide. `data`: a value that a chart draws. */
export type Role = 'title' | 'heading' | 'text' | 'item' | 'quote' | 'head' | 'cell' | 'value' | 'label' | 'caption' | 'data' | 'note';

/** One statement: a paragraph, an item of a list, a cell of a table, a value of a chart. */
export interface Statement {
  readonly role: Role;
  readonly inlines: readonly Inline[];
  /** What says elsewhere what it is about: the heads of a cell's row and column, a key figure's label. */
  readonly about: string;
  /** Sources that hold for it besides those in its own words. */
  readonly citations: readonly Citation[];
  /** Its standing where that is not said in its own words; null: nothing is said. */
  readonly status: Status | null;
  /** How deep a list nests, from 0. */
  readonly level: number;
  readonly span: Span;
}

/** A statement; what is not given is empty. */
export const statement = (
  role: Role,
  inlines: readonly Inline[],
  span: Span,
  more: Partial<Pick<Statement, 'about' | 'citations' | 'status' | 'level'>> = {},
): Statement => ({ role, inlines, about: '', citations: [], status: null, level: 0, span, ...more });
