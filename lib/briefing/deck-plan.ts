/** DeckPlan: which layout each slide takes and which content stands where, before there are frames. Plain read-only data. */
import type { Span } from '../core/diagnostic.js';
import type { Transition } from '../scene/transition.js';
import type { Block } from './briefing.js';
import type { Citation, Inline, Status } from './inline.js';
import type { FlowParagraph } from './kind.js';

/** Content that stands in one place: running text, or one block that fills a frame. */
export type Part =
  | { readonly type: 'text'; readonly paragraphs: readonly FlowParagraph[] }
  | { readonly type: 'block'; readonly block: Block };

/** Where parts stand: in the layout's regions one by one, or stacked in columns of the body. */
export type Placement =
  | { readonly type: 'regions'; readonly parts: readonly Part[] }
  | { readonly type: 'stacks'; readonly stacks: readonly Stack[] };

/** Parts on top of each other, in columns of the grid. */
export interface Stack {
  /** Which row of stacks it stands in, from 0: those of one row stand beside each other. */
  readonly row: number;
  /** From 0. */
  readonly column: number;
  readonly columns: number;
  readonly parts: readonly Part[];
}

/** Which part of a slide that was split this is. */
export interface PartNumber {
  readonly n: number;
  readonly of: number;
}

interface PlanBase {
  readonly key: string;
  /** Further names that links lead here by. */
  readonly anchors: readonly string[];
  /** The name of a layout of the template. */
  readonly layout: string;
  readonly title: readonly Inline[];
  /** The slide goes on under the last slide's title. */
  readonly continued: boolean;
  /** Which part of a slide that was split this is; null for a whole one. */
  readonly part: PartNumber | null;
  /** Rungs down the title's own ladder. */
  readonly titleStep: number;
  /** What lies behind all else; null where nothing does. */
  readonly behind: Block | null;
  readonly notes: readonly Block[];
  readonly hidden: boolean;
  /** How it comes in; null: as any other; left out: as the deck's slides do. */
  readonly transition?: Transition | null;
  readonly span: Span;
}

/** The title slide. */
export interface CoverPlan extends PlanBase {
  readonly type: 'cover';
  readonly subtitle: readonly Inline[];
}

/** A section's own slide. */
export interface SectionPlan extends PlanBase {
  readonly type: 'section';
  /** From 1; 0: it has none. */
  readonly number: number;
}

/** The agenda: one entry a section, each linked to its slide. */
export interface AgendaPlan extends PlanBase {
  readonly type: 'agenda';
  readonly entries: readonly { readonly title: readonly Inline[]; readonly slide: string }[];
  /** The number of the first entry, from 1: a long agenda goes on over several slides. */
  readonly from: number;
  /** The number of the entry that begins now; null: none. */
  readonly current: number | null;
}

/** The last slide: who answers for the deck. */
export interface ClosingPlan extends PlanBase {
  readonly type: 'closing';
  /** Line by line; empty where there is none, or where it has slides of its own. */
  readonly contact: readonly (readonly Inline[])[];
  /** Paragraph by paragraph; empty where there is none, or where it has slides of its own. */
  readonly disclaimer: readonly (readonly Inline[])[];
  /** The slide that begins to list the sources; null where nothing is cited. */
  readonly sources: string | null;
  /** The slide that begins the appendix; null where there is none. */
  readonly appendix: string | null;
}

/** A slide of content. */
export interface ContentPlan extends PlanBase {
  readonly type: 'content';
  /** Rungs down the type ladder. */
  readonly step: number;
  /** For the layout's heading placeholders, in order. */
  readonly headings: readonly FlowParagraph[];
  /** For the layout's subtitle placeholders, in order. */
  readonly subtitles: readonly (readonly Inline[])[];
  readonly placement: Placement;
  /** What the slide cites, each source once, in reading order. */
  readonly citations: readonly Citation[];
  /** The statuses that the slide says, each once, in reading order. */
  readonly statuses: readonly Status[];
}

export type SlidePlan = CoverPlan | SectionPlan | AgendaPlan | ClosingPlan | ContentPlan;

/** The slides of one PowerPoint section. */
export interface SectionOfPlans {
  readonly key: string;
  /** From 1; 0 for slides before the first section and behind the last. */
  readonly number: number;
  readonly name: string;
  /** Stands behind the end of the deck, and is neither in its agenda nor counted. */
  readonly appendix: boolean;
  readonly slides: readonly SlidePlan[];
}

/** A deck before geometry. */
export interface DeckPlan {
  readonly sections: readonly SectionOfPlans[];
  /** Source ids in the order of their numbers, from 1. */
  readonly cited: readonly string[];
}
