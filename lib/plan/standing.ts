/** Blocks outside a slide's content: behind all of it, or beside it from edge to edge. */
import type { Block, Section, Slide } from '../briefing/briefing.js';
import type { Part } from '../briefing/deck-plan.js';
import { type Kinds, kindOf, type Standing } from '../briefing/kind.js';
import type { Size } from '../core/units.js';
import type { Layout } from '../template/model.js';

/** A slide, and what stands outside its content. */
export interface Apart<S extends Slide> {
  readonly slide: S;
  /** What lies behind all else; null where nothing does. */
  readonly behind: Block | null;
  readonly beside: { readonly block: Block; readonly place: 'left' | 'right'; readonly share: number | null } | null;
}

/** Takes what stands outside the content out of a slide's columns. Of several beside it the first stands there, and those that join it. */
export function setApart<S extends Slide>(slide: S, kinds: Kinds): Apart<S> {
  let behind: Block | null = null;
  let beside: Apart<S>['beside'] = null;
  const isContent = (block: Block): boolean => {
    const kind = kindOf(block, kinds);
    const standing: Standing | null = kind.flow === 'frame' ? (kind.standing?.(block) ?? null) : null;
    if (!standing) return true;
    if (standing.place === 'behind') {
      const both = behind && kind.flow === 'frame' && behind.kind === block.kind ? kind.join?.(behind, block) : block;
      if (!both) return true;
      behind = both;
      return false;
    }
    if (beside) {
      const both =
        beside.place === standing.place && beside.block.kind === block.kind && kind.flow === 'frame'
          ? kind.join?.(beside.block, block)
          : null;
      if (!both) return true;
      beside = { ...beside, block: both };
      return false;
    }
    beside = { block, place: standing.place, share: standing.share };
    return false;
  };
  const columns = slide.columns.map((column) => ({ ...column, blocks: column.blocks.filter(isContent) }));
  return { slide: behind || beside ? { ...slide, columns } : slide, behind, beside };
}

/** A section whose own slide, or the cover before it, stands on a picture; null: on none. */
export interface Grounded {
  readonly section: Section;
  readonly behind: Block | null;
}

/** Puts what lies alone behind the words that open a section, and nothing else below them, on the slide that says those words. */
export function onOwnGround(section: Section, kinds: Kinds): Grounded {
  const [first, ...others] = section.slides;
  const none = { section, behind: null };
  if (!first?.continued || first.hidden) return none;
  const { slide, behind, beside } = setApart(first, kinds);
  if (!behind || beside || slide.columns.some(({ blocks }) => blocks.length > 0)) return none;
  return { section: { ...section, slides: others, notes: [...section.notes, ...first.notes] }, behind };
}

/** A layout's place from edge to edge. */
export interface Bleed {
  readonly place: 'left' | 'right';
  /** Of the slide's width. */
  readonly share: number;
  /** Whether it comes before the layout's other places: a layout for a deck that runs the other way keeps their order. */
  readonly first: boolean;
}

/** On which side a layout has a picture from edge to edge, and the share of the slide that it takes; null where it has none. */
export function bleed(layout: Layout, size: Size): Bleed | null {
  for (const [index, { frame }] of layout.regions.entries()) {
    if (frame.y > 0 || frame.cy < size.cy || frame.cx >= size.cx) continue;
    const share = frame.cx / size.cx;
    const first = index === 0;
    if (frame.x <= 0) return { place: 'left', share, first };
    if (frame.x + frame.cx >= size.cx) return { place: 'right', share, first };
  }
  return null;
}

/** A slide as columns, where no layout has a place from edge to edge: the block takes its share of the body. */
export function inColumns<S extends Slide>({ slide, beside }: Apart<S>): S {
  if (!beside) return slide;
  const { block, place, share } = beside;
  const own = { width: share ?? 0.5, blocks: [block], span: block.span };
  const rest = { width: 1 - (share ?? 0.5), blocks: slide.columns.flatMap((column) => column.blocks), span: slide.span };
  const columns = rest.blocks.length === 0 ? [{ ...own, width: null }] : place === 'left' ? [own, rest] : [rest, own];
  return { ...slide, columns };
}

/** The parts of a slide with what stands beside them, in the order of a layout's regions. */
export const withBeside = (parts: readonly Part[], block: Block, { first }: Bleed): readonly Part[] => {
  const own: Part = { type: 'block', block };
  return first ? [own, ...parts] : [...parts, own];
};

/** A part of a slide on the same ground as the whole. */
export function onGround(slide: Slide, behind: Block | null): Slide {
  const [first, ...rest] = slide.columns;
  return behind && first ? { ...slide, columns: [{ ...first, blocks: [behind, ...first.blocks] }, ...rest] } : slide;
}
