/** What a build or a check tells besides the deck. */
import type { Briefing } from './briefing/briefing.js';
import type { DeckPlan } from './briefing/deck-plan.js';
import { inlineText, type Status } from './briefing/inline.js';
import type { Kinds } from './briefing/kind.js';
import type { DeckContext } from './briefing/place-context.js';
import { titleInlines } from './briefing/title.js';
import type { Fix, Voice } from './check/index.js';
import { collect, type Diagnostic, inReadingOrder, type Span } from './core/diagnostic.js';
import { originOf, type SourceText } from './core/source.js';
import { claimsOfSlide } from './plan/index.js';

/** A slide of the finished deck. */
export interface SlideInfo {
  /** From 1. */
  readonly number: number;
  readonly key: string;
  readonly title: string;
  readonly layout: string;
  readonly section: string;
}

/** A statement with a status. */
export interface Claim {
  readonly text: string;
  readonly status: Status;
  readonly by: string;
  /** The ids of its sources, parted by a comma and a blank; empty where the author names none. */
  readonly source: string;
  /** The slide's number, from 1. */
  readonly slide: number;
  readonly span: Span;
}

/** A source of the briefing. */
export interface SourceInfo {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly date: string;
  readonly url: string;
  /** Its number in the deck; 0 where nothing cites it. */
  readonly number: number;
}

export interface CheckResult {
  readonly diagnostics: readonly Diagnostic[];
  readonly claims: readonly Claim[];
  readonly sources: readonly SourceInfo[];
  readonly slides: readonly SlideInfo[];
  /** What would mend the briefing for certain; of a check only, a build looks for none. */
  readonly fixes: readonly Fix[];
}

export interface BuildResult extends CheckResult {
  /** The deck; left out when there is an error, unless a draft is wanted. */
  readonly pptx?: Uint8Array;
}

/** What was told, and of which text; `early`: before that was put together, in the places of its files. */
export interface Told {
  readonly diagnostics: readonly Diagnostic[];
  readonly early: readonly Diagnostic[];
  readonly source: SourceText;
  readonly voice: Voice;
}

/** Diagnostics in the files that they are about, at the levels that are set there, in reading order. */
export function inTheirFiles({ diagnostics, early, source, voice }: Told): readonly Diagnostic[] {
  const placed = collect();
  for (const item of [...inReadingOrder(diagnostics).map((item) => ({ ...item, span: originOf(source, item.span) })), ...early]) {
    const spoken = voice(item);
    if (spoken) placed.sink(spoken);
  }
  return inReadingOrder(placed.diagnostics);
}

/** What a build tells besides the deck. */
export function report(
  told: Told,
  briefing: Briefing,
  plan: DeckPlan | null,
  deck: DeckContext | null,
  kinds: Kinds,
): Omit<CheckResult, 'fixes'> {
  const slides = plan && deck ? slideInfos(plan, deck) : [];
  const numbers = new Map(slides.map((slide) => [slide.key, slide.number]));
  const claims = briefing.sections
    .flatMap((section) => section.slides)
    .flatMap((slide) =>
      claimsOfSlide(slide, kinds).map(({ sources, ...claim }) => ({
        ...claim,
        source: sources.join(', '),
        span: originOf(told.source, claim.span),
        slide: numbers.get(slide.key) ?? 0,
      })),
    );
  const sources = briefing.sources.map(({ id, title, publisher, date, url }) => ({
    id,
    title,
    publisher,
    date,
    url,
    number: (deck?.cited.indexOf(id) ?? -1) + 1,
  }));
  return { diagnostics: inTheirFiles(told), claims, sources, slides };
}

const slideInfos = (plan: DeckPlan, deck: DeckContext): readonly SlideInfo[] =>
  plan.sections
    .flatMap((section) => section.slides.map((slide) => ({ slide, section: section.name })))
    .map(({ slide, section }, index) => ({
      number: index + 1,
      key: slide.key,
      title: inlineText(titleInlines(slide, deck)).trim(),
      layout: slide.layout,
      section,
    }));
