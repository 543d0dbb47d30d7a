/** Sources and claims that stand in inline text. */
import type { Citation, Inline } from './inline.js';
import type { BlockClaim } from './kind.js';

/** The sources that inlines cite, in reading order. */
export const citationsIn = (inlines: readonly Inline[]): readonly Citation[] =>
  inlines.flatMap((inline) => {
    if (inline.type === 'citation') return inline.items;
    return inline.type === 'status' ? inline.sources : [];
  });

/** The claims that inlines make, in reading order. */
export const claimsIn = (inlines: readonly Inline[]): readonly BlockClaim[] =>
  inlines.flatMap((inline) =>
    inline.type === 'status'
      ? [{ text: inline.text, status: inline.status, by: inline.by, sources: inline.sources.map(({ id }) => id), span: inline.span }]
      : [],
  );
