/** How loud a rule of `check` is. */
import type { Span } from '../core/diagnostic.js';

export const LEVELS = ['off', 'info', 'warning', 'error'] as const;
export type Level = (typeof LEVELS)[number];

/** Levels by the rules' codes. */
export type Levels = Readonly<Record<string, Level>>;

/** A level that front matter sets. */
export interface SetLevel {
  readonly code: string;
  readonly level: Level;
  readonly span: Span;
}
