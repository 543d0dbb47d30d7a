/** What a rule is. */
import type { Severity, Span } from '../core/diagnostic.js';
import type { Subject } from './subject.js';

/** Replaces a stretch of the briefing: what a rule is certain of. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** One thing that a rule found. */
export interface Finding {
  readonly span: Span;
  /** One lower-case sentence with the offending value, no full stop. */
  readonly message: string;
  /** What to do, one sentence each. */
  readonly hints: readonly string[];
  /** What mends it for certain; null where that is for the author to say. */
  readonly edit: Edit | null;
}

/** A rule: what must hold of a briefing, and why. It reads plain data and never throws. */
export interface Rule {
  /** `area/what`, stable. */
  readonly code: string;
  /** How bad it is unless the author says otherwise. */
  readonly level: Severity;
  /** What must hold, as one sentence. */
  readonly about: string;
  /** Why, and where the rule's limits are; a sentence or two. */
  readonly why: string;
  /** The rule of PowerPoint's Accessibility Checker that it foresees; empty for others. */
  readonly accessibility?: string;
  /** Whether `--fix` mends it. */
  readonly fixes?: true;
  /** Whether a build says it too; the others speak in `check` alone. */
  readonly builds?: true;
  check(subject: Subject): Iterable<Finding>;
}

/** A finding at a place. */
export const at = (span: Span, message: string, ...hints: readonly string[]): Finding => ({ span, message, hints, edit: null });

/** A finding that can be mended. */
export const mendable = (span: Span, message: string, edit: Edit, ...hints: readonly string[]): Finding => ({ span, message, hints, edit });
