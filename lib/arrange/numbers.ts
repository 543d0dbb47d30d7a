/** How slides are numbered, and how the appendix leads back to the deck. */
import type { Meta, Numbering } from '../briefing/briefing.js';
import type { DeckPlan, SectionOfPlans, SlidePlan } from '../briefing/deck-plan.js';
import { type SceneSlide, visitItems } from '../scene/scene.js';

/** The letter of an appendix: its slides are A1, A2 … */
export const APPENDIX = 'A';

/** A slide that leads into the appendix. */
export interface Back {
  readonly slide: string;
  /** Its place in the deck, from 1. */
  readonly number: number;
}

/** What a slide says of its place. */
export interface SlideNumber {
  /** From 1. */
  readonly at: number;
  readonly numbering: Numbering;
  /** How many slides stand before the appendix. */
  readonly total: number;
  /** `A3`; null for a slide of the deck itself, which PowerPoint counts; empty for one that has no number. */
  readonly label: string | null;
  /** Of a slide of the appendix: where its reader came from. */
  readonly back: Back | null;
}

/** A slide with its section and its number. */
export interface NumberedSlide {
  readonly slide: SlidePlan;
  readonly section: SectionOfPlans;
  readonly number: Omit<SlideNumber, 'back'>;
}

/** All slides with their numbers, in order. The slides that begin an appendix have none. */
export function numberedSlides({ sections }: DeckPlan, { numbering }: Pick<Meta, 'numbering'>): readonly NumberedSlide[] {
  const all = sections.flatMap((section) => section.slides.map((slide) => ({ section, slide })));
  const total = all.filter(({ section }) => !section.appendix).length;
  let appendix = 0;
  return all.map(({ section, slide }, index) => {
    const label = !section.appendix ? null : slide.type === 'content' ? `${APPENDIX}${++appendix}` : '';
    return { section, slide, number: { at: index + 1, numbering, total, label } };
  });
}

/** The first slide that leads to one of the appendix; else the last that stands before it. */
export function backOf({ key, anchors }: SlidePlan, leads: ReadonlyMap<string, Back>, all: readonly NumberedSlide[]): Back | null {
  const leading = [key, ...anchors].flatMap((name) => leads.get(name) ?? []).sort((a, b) => a.number - b.number);
  const last = all.findLast(({ section }) => !section.appendix);
  return leading[0] ?? (last ? { slide: last.slide.key, number: last.number.at } : null);
}

/** The keys of the slides that a slide links to. */
export function linkedFrom({ items }: SceneSlide): readonly string[] {
  const keys: string[] = [];
  visitItems(items, (item) => {
    const cells = item.type === 'table' ? item.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) : [];
    for (const { inlines } of item.type === 'text' ? item.paragraphs : cells)
      for (const inline of inlines) if (inline.type === 'run' && inline.link?.kind === 'slide') keys.push(inline.link.slide);
  });
  return keys;
}
