/** A slide that would become many: its headings, where it has some, become the titles of slides of their own. */
import { type Block, blocksOf, type Slide } from '../briefing/briefing.js';
import { partHeight } from '../briefing/flow.js';
import { plainInline } from '../briefing/inline.js';
import { type Heading, headingOf, type Kinds, type PlaceContext } from '../briefing/kind.js';
import { partsOf } from './parts.js';

/** A slide of no more parts than this keeps its one title, with their numbers. */
const FEW = 3;
/** How many more slides than parts the headings may make: a title over every line or two helps nobody. */
const MORE = 1.5;

/** The slide parted at its headings of the highest level; null where it is short enough, or has none to speak of. */
export function byHeadings(slide: Slide, context: PlaceContext, kinds: Kinds): readonly Slide[] | null {
  if (slide.columns.length > 1 || slide.layout !== '') return null;
  const blocks = blocksOf(slide);
  const depths = blocks.flatMap((block) => headingOf(block, kinds)?.depth ?? []);
  if (depths.length === 0) return null;
  const whole = pagesOf(blocks, context, kinds);
  if (whole <= FEW) return null;
  const groups = groupsAt(Math.min(...depths), blocks, kinds);
  const pages = groups.reduce((total, group) => total + Math.ceil(pagesOf(group.blocks, context, kinds)), 0);
  if (pages > Math.ceil(whole) * MORE) return null;
  return groups.map((group, index) => (group.heading ? headed(slide, group.heading, group.blocks, index) : below(slide, group.blocks)));
}

interface Group {
  /** Null: what stands before the first heading. */
  readonly heading: Heading | null;
  readonly blocks: readonly Block[];
}

function groupsAt(depth: number, blocks: readonly Block[], kinds: Kinds): readonly Group[] {
  const groups: { heading: Heading | null; blocks: Block[] }[] = [{ heading: null, blocks: [] }];
  for (const block of blocks) {
    const heading = headingOf(block, kinds);
    if (heading?.depth === depth) groups.push({ heading, blocks: [] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups.filter((group) => group.heading || group.blocks.length > 0);
}

/** About how many slides blocks fill; one that must be parted anyway counts as a slide. */
function pagesOf(blocks: readonly Block[], context: PlaceContext, kinds: Kinds): number {
  const body = context.template.layouts.find((layout) => layout.purpose === 'content')?.body;
  if (!body) return 0;
  const heights = partsOf(blocks, context, kinds).map((part) => partHeight(part, body.cx, context, kinds) / body.cy);
  return heights.reduce((total, height) => total + (Number.isFinite(height) ? height : 1), 0);
}

/** A slide under its own heading. The first one names the whole slide too, where nothing stands before it. */
function headed(slide: Slide, heading: Heading, blocks: readonly Block[], index: number): Slide {
  const { inlines, anchor } = heading;
  const span = inlines[0]?.span ?? slide.titleSpan;
  const title = index === 0 ? [...slide.title, plainInline(' – ', span), ...inlines] : inlines;
  const own = { ...below(slide, blocks), title, titleSpan: { ...span, end: inlines.at(-1)?.span.end ?? span.end } };
  return index === 0 ? own : { ...own, key: anchor || `${slide.key}-${index + 1}`, continued: false, notes: [] };
}

const below = (slide: Slide, blocks: readonly Block[]): Slide => ({
  ...slide,
  columns: slide.columns.map((column) => ({ ...column, blocks })),
});
