/** Columns that are taller than a slide: they go on side by side over several. */
import type { Part } from '../briefing/deck-plan.js';
import { stackHeight, stackWidth } from '../briefing/flow.js';
import type { FlowParagraph, Kinds, PlaceContext } from '../briefing/kind.js';
import type { Size } from '../core/units.js';
import { type PlanColumn, toStacks } from './choose.js';
import { joined } from './parts.js';
import { balanced, type SplitTarget, splitParts } from './split.js';

type Parts = readonly Part[];

/** What a column says on each slide, and the heading that it goes on under. */
interface Pages {
  readonly column: PlanColumn;
  readonly heading: Parts;
  readonly pages: readonly Parts[];
}

/**
 * The columns of each slide, in order, those with something left beside each other; null where something in them stands in no column.
 * Where only one goes on, it takes the whole width, in the way of `whole`.
 */
export function sideBySide(
  columns: readonly PlanColumn[],
  body: Size,
  whole: SplitTarget,
  context: PlaceContext,
  kinds: Kinds,
): readonly (readonly PlanColumn[])[] | null {
  const stacks = toStacks(columns, context);
  const filled = columns.flatMap((column, index) => {
    const stack = stacks[index];
    return stack && column.parts.length > 0 ? [{ column, size: { ...body, cx: stackWidth(stack, context) } }] : [];
  });
  if (filled.length < 2) return null;
  const drafts = filled.map(({ column, size }) => pagesOf(column, size, null, context, kinds));
  const most = Math.max(...drafts.map(({ pages }) => pages.length));
  const all = filled.map(({ column, size }, index) => {
    const draft = drafts[index];
    return draft && (draft.pages.length < 2 || draft.pages.length === most) ? draft : pagesOf(column, size, most, context, kinds);
  });
  const fits = ({ heading, pages }: Pages, { cx, cy }: Size): boolean =>
    pages.every((parts) => stackHeight(joined([...heading, ...parts]), cx, context, kinds) <= cy);
  if (!all.every((pages, index) => fits(pages, filled[index]?.size ?? body))) return null;
  return together(all, whole);
}

/** A column over slides as tall as the body; `slides`: over so many, where it has the text for it. */
function pagesOf(column: PlanColumn, size: Size, slides: number | null, context: PlaceContext, kinds: Kinds): Pages {
  const { heading, rest } = withoutHeading(column.parts);
  const taken =
    heading.length > 0
      ? stackHeight(joined([...heading, ...rest.slice(0, 1)]), size.cx, context, kinds) -
        stackHeight(rest.slice(0, 1), size.cx, context, kinds)
      : 0;
  const room = { ...size, cy: (size.cy - taken) as Size['cy'] };
  const fits = (parts: Parts): boolean => stackHeight(joined([...heading, ...parts]), size.cx, context, kinds) <= size.cy;
  const target = { context, kinds, text: room, block: room, fits };
  const greedy = splitParts(rest, target);
  return { column, heading, pages: slides === null ? balanced(rest, greedy, target) : splitParts(rest, { ...target, slides }) };
}

/** A heading that begins a column stands above each of its parts. */
function withoutHeading(parts: Parts): { readonly heading: Parts; readonly rest: Parts } {
  const [first, ...others] = parts;
  const [head, ...paragraphs] = first?.type === 'text' ? first.paragraphs : [];
  if (!head?.heading) return { heading: [], rest: parts };
  const rest: Parts = paragraphs.length > 0 ? [{ type: 'text', paragraphs }, ...others] : others;
  return rest.length > 0 ? { heading: [{ type: 'text', paragraphs: [head] }], rest } : { heading: [], rest: parts };
}

/** Links lead to the first of the slides on which a heading stands. */
const repeated = (heading: Parts): Parts =>
  heading.map((part) => (part.type === 'text' ? { ...part, paragraphs: part.paragraphs.map(withoutAnchor) } : part));

const withoutAnchor = (item: FlowParagraph): FlowParagraph => (item.heading ? { ...item, heading: { ...item.heading, anchor: '' } } : item);

/** The columns slide by slide. */
function together(all: readonly Pages[], whole: SplitTarget): readonly (readonly PlanColumn[])[] {
  const slides: (readonly PlanColumn[])[] = [];
  const longest = Math.max(...all.map(({ pages }) => pages.length));
  for (let at = 0; at < longest; at++) {
    const left = all.filter(({ pages }) => pages.length > at);
    const [only] = left;
    const headed = ({ heading, pages }: Pages): Parts => joined([...(at === 0 ? heading : repeated(heading)), ...(pages[at] ?? [])]);
    if (left.length > 1 || !only) slides.push(left.map((pages) => ({ width: pages.column.width, parts: headed(pages) })));
    else {
      const rest = joined([...repeated(only.heading), ...only.pages.slice(at).flat()]);
      const parted = balanced(rest, splitParts(rest, whole), whole);
      return [...slides, ...parted.map((parts) => [{ width: null, parts }])];
    }
  }
  return slides;
}
