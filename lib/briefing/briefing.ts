/** The Briefing: what the author wrote, checked and without optional fields. Plain read-only data. */
import type { Span } from '../core/diagnostic.js';
import type { EquationSource } from '../math/index.js';
import type { Transition } from '../scene/transition.js';
import { SIZES, type SlideSize } from '../template/sizes.js';
import type { Attributes, Inline } from './inline.js';
import type { SetLevel } from './levels.js';

/** A block of content. Each kind of block adds its own fields; shared code reads only these. */
export interface Block {
  /** The name of its kind. */
  readonly kind: string;
  readonly span: Span;
  /** How it comes, where it is not there from the start. */
  readonly reveal?: BlockReveal;
}

/** Item by item, as a whole by a click, or with what came before it; `never`: the author wants it there from the start. */
export type BlockReveal = 'items' | 'click' | 'with' | 'never';

/** Blocks side by side: `::: columns`. Widths as fractions of the whole; null where the author gave none. */
export interface Column {
  readonly width: number | null;
  /** Stands across the whole width, below what comes before it; those beside each other never do. */
  readonly across?: true;
  readonly blocks: readonly Block[];
  readonly span: Span;
}

/** The content of a slide: one column, or several side by side. */
export interface Slide {
  /** The author's `key=`, or made from the title. Unique in the briefing. */
  readonly key: string;
  readonly title: readonly Inline[];
  readonly titleSpan: Span;
  /** Of its heading, as in Markdown, from 1; 0 for a slide without one. */
  readonly depth: number;
  /** A slide without a heading of its own: it goes on under the last title. */
  readonly continued: boolean;
  /** The layout that the author named; empty where there is none. */
  readonly layout: string;
  readonly attributes: Attributes;
  /** At least one; one unless the author made columns. */
  readonly columns: readonly Column[];
  /** Blocks of text only. */
  readonly notes: readonly Block[];
  readonly hidden: boolean;
  readonly span: Span;
}

/** A section: its own slide where it has a title, and a PowerPoint section. */
export interface Section {
  readonly key: string;
  /** Empty for slides before the first section. */
  readonly title: readonly Inline[];
  readonly attributes: Attributes;
  readonly notes: readonly Block[];
  readonly slides: readonly Slide[];
  readonly span: Span;
}

/** Whether `{word}` or `{.word}` stands behind a heading. */
export const isMarked = ({ attributes }: { readonly attributes: Attributes }, word: 'hidden' | 'appendix'): boolean =>
  attributes.values[word] === 'true' || attributes.classes.includes(word);

/** How slides are numbered: alone, with how many there are before the appendix, or not at all. */
export const NUMBERINGS = ['plain', 'total', 'none'] as const;
export type Numbering = (typeof NUMBERINGS)[number];

/** Where figures come from. */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  /** As written: `2025-01-20`, `2025-01`, `2025`; empty where there is none. */
  readonly date: string;
  readonly url: string;
  /** Where the address stands, or the source where there is none. */
  readonly urlSpan: Span;
  /** When a page that changes was read; as written, empty where nothing is said. */
  readonly accessed: string;
  /** A file that holds what the source says, relative to the file that names it: `check` looks figures up there. Empty: none. */
  readonly path: string;
  readonly pathSpan: Span;
  /** How the slide's foot names it; empty: made from publisher (or author, or title) and date. */
  readonly short: string;
  readonly span: Span;
}

/** What is done with content that is taller than its slide. */
export const OVERFLOWS = ['split', 'shrink', 'warn', 'error'] as const;
export type Overflow = (typeof OVERFLOWS)[number];

export { SIZES, type SlideSize };

/** Readers for whom a briefing has parts of their own. */
export interface Audience {
  readonly name: string;
  readonly span: Span;
}

/** Front matter, checked. */
export interface Meta {
  readonly title: readonly Inline[];
  readonly subtitle: readonly Inline[];
  readonly authors: readonly string[];
  /** ISO 8601 day; empty where there is none or none can be read. */
  readonly date: string;
  /** BCP 47. */
  readonly lang: string;
  /** Whether the author names it. */
  readonly langGiven: boolean;
  readonly audience: string;
  /** For whom the briefing has parts of their own; empty where it has none. */
  readonly audiences: readonly Audience[];
  readonly marking: string;
  /** The day up to which the figures stand; empty where none is named. */
  readonly asOf: string;
  /** Whom to ask, line by line; empty where none is named. */
  readonly contact: readonly (readonly Inline[])[];
  /** What the author does not answer for, paragraph by paragraph; empty where there is none. */
  readonly disclaimer: readonly (readonly Inline[])[];
  readonly footer: string;
  /** Empty: the default template. */
  readonly template: string;
  /** Where the template is named. */
  readonly templateSpan: Span;
  readonly size: SlideSize;
  readonly agenda: boolean;
  /** Whether each section begins with a slide of its own; else it is only a section of PowerPoint. Default: true. */
  readonly sectionSlides: boolean;
  readonly overflow: Overflow;
  /** Default: `plain`. */
  readonly numbering: Numbering;
  readonly keywords: readonly string[];
  /** Pixels an inch of the slide that pictures are scaled down to. Default: 220. */
  readonly pictureDpi: number;
  /** Minutes in which the deck is to be presented; null where nothing is said. */
  readonly duration: number | null;
  /** Whether a register of all claims stands behind the sources. Default: false. */
  readonly claims: boolean;
  /** Whether the items of lists come one by one. Default: false. */
  readonly incremental: boolean;
  /** How slides come in; null: as any other. */
  readonly transition: Transition | null;
  readonly durationSpan: Span;
  /** Levels of the rules of `check`. */
  readonly checks: readonly SetLevel[];
  /** Of the front matter, or of the file's start. */
  readonly span: Span;
}

/** A file that a block or the front matter names, to be read before slides are planned. */
export interface FileReference {
  readonly path: string;
  readonly use: 'data' | 'picture' | 'sources' | 'facts' | 'include';
  readonly span: Span;
}

/** A briefing. */
export interface Briefing {
  readonly file: string;
  readonly meta: Meta;
  readonly sections: readonly Section[];
  readonly sources: readonly Source[];
  /** The YAML file that holds the sources; null where they stand in the front matter itself or there are none. */
  readonly sourcesFile: FileReference | null;
  /** By what links the cover is called: its title where that stands in the text; empty where there is none. */
  readonly titleKey: string;
  /** Whether the author gives slides keys: links between them are then held to them. */
  readonly keyed: boolean;
  /** The keys of slides and headings that are for other readers than the chosen ones. */
  readonly absent: ReadonlySet<string>;
  /** Every equation, in the order in which they were read. */
  readonly equations: readonly EquationSource[];
}

/** Every block of a slide, in reading order. */
export const blocksOf = (slide: Slide): readonly Block[] => slide.columns.flatMap((column) => column.blocks);
