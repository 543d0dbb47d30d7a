/** The words that we add to a deck, in its language. */
import type { Status } from './inline.js';

/** Words of one language; `{n}` and `{of}` are replaced. */
export interface Words {
  readonly lang: string;
  readonly agenda: string;
  readonly sources: string;
  /** Leads the source line at a slide's foot: `Sources:`. */
  readonly sourceLine: string;
  readonly notes: string;
  /** Behind a title that goes on: `({n}/{of})`. */
  readonly part: string;
  readonly untitled: string;
  /** What a status is called in a label. */
  readonly status: Readonly<Record<Status, string>>;
  /** What it means, said once on a slide where it appears. */
  readonly statusMeaning: Readonly<Record<Status, string>>;
}

const en: Words = {
  lang: 'en',
  agenda: 'Agenda',
  sources: 'Sources',
  sourceLine: 'Sources:',
  notes: 'Notes',
  part: '({n}/{of})',
  untitled: 'Untitled',
  status: {
    confirmed: 'confirmed',
    reported: 'reported',
    claimed: 'claim',
    estimated: 'est.',
    computed: 'computed',
    disputed: 'disputed',
  },
  statusMeaning: {
    confirmed: 'confirmed = shown by records',
    reported: 'reported = by the press, not confirmed',
    claimed: 'claim = stated by the party itself',
    estimated: 'est. = outside estimate',
    computed: 'computed = worked out from cited figures',
    disputed: 'disputed = sources disagree',
  },
};

/** The words for a language tag; English where we have none. */
export const wordsFor = (_lang: string): Words => en;
