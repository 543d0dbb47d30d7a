/** What a rule is and what it finds. */
import type { Severity } from '../core/diagnostic.js';

/** One thing that a rule found in one part. */
export interface Finding {
  readonly severity: Severity;
  /** Absolute: `/ppt/slides/slide3.xml`. */
  readonly part: string;
  /** One lower-case sentence with the offending value, no full stop. */
  readonly message: string;
  /** Where in the part, from 1; the part's beginning where that is not known. */
  readonly line: number;
  readonly column: number;
}

/** A rule about a package, or about a deck. A rule never throws, whatever the file holds. */
export interface Rule<View> {
  /** `verify/shape-id`, stable. */
  readonly code: string;
  /** What must hold, as one sentence, with the reason where it is not plain. */
  readonly about: string;
  readonly check: (view: View) => Iterable<Finding>;
}

const finding =
  (severity: Severity) =>
  (part: string, message: string, line = 1, column = 1): Finding => ({ severity, part, message, line, column });

/** PowerPoint would offer a repair or show something wrong. */
export const error = finding('error');

/** The deck opens and shows, yet something is amiss. */
export const warning = finding('warning');

/** Worth knowing. */
export const info = finding('info');

/** The items whose key occurred before, in order. */
export function repeated<T>(items: Iterable<T>, key: (item: T) => string): readonly T[] {
  const seen = new Set<string>();
  return [...items].filter((item) => seen.size === seen.add(key(item)).size);
}
