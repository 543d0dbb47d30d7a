/** Content that is taller than a slide, parted into slides: between blocks first, then inside them. */
import { boundaries, lastFitting } from '../briefing/cut.js';
import type { Part } from '../briefing/deck-plan.js';
import { frameKind, partGap, spaceAbove, stackHeight } from '../briefing/flow.js';
import type { FlowParagraph, Kinds, PlaceContext } from '../briefing/kind.js';
import { MOST_CHARACTERS } from '../briefing/place-context.js';
import type { Emu, Size } from '../core/units.js';
import { emu } from '../core/units.js';
import type { TextInline } from '../scene/text.js';
import { isLeadIn, joined, type Unit, unitsOf } from './parts.js';

/** What splitting asks of the slide that it splits for. */
export interface SplitTarget {
  readonly context: PlaceContext;
  readonly kinds: Kinds;
  /** The frame of running text on a slide of text only. */
  readonly text: Size;
  /** The largest frame of a block that stands alone. */
  readonly block: Size;
  /** Whether these parts stand on one slide. */
  fits(parts: readonly Part[]): boolean;
  /** On how many slides the parts should stand, each with its share; default: each as full as it gets. */
  readonly slides?: number;
}

/** Parts of each slide, in order. Ends for any input: each round places a unit, or parts one into smaller ones. */
export function splitParts(parts: readonly Part[], target: SplitTarget): readonly (readonly Part[])[] {
  const slides: (readonly Part[])[] = [];
  const queue: Step[] = [...unitsOf(parts)];
  let current: Unit[] = [];
  const flush = (): void => {
    if (current.length > 0) slides.push(joined(current));
    current = [];
  };
  const hasShare = shareOf(target, () => slides.length);
  for (let unit = queue.shift(); unit; unit = queue.shift()) {
    if (unit === NEXT_SLIDE) {
      flush();
      continue;
    }
    if (!hasShare(current, unit, queue) && target.fits(joined([...current, unit]))) {
      current.push(unit);
      continue;
    }
    const head = unit.type === 'text' && current.length > 0 && current.every(leadsIn) ? headBelow(current, unit.paragraphs, target) : null;
    if (head) {
      queue.unshift(...head);
      continue;
    }
    const lead = unit.type === 'block' ? current.filter((one, index) => index === current.length - 1 && leadsIn(one)) : [];
    if (lead.length > 0 && lead.length < current.length) {
      current = current.slice(0, -1);
      queue.unshift(...lead, unit);
      flush();
      continue;
    }
    const below = lead.length > 0 ? partBelow(lead, unit, target) : null;
    if (below) {
      queue.unshift(...below);
      continue;
    }
    flush();
    if (target.fits([unit])) {
      current.push(unit);
      continue;
    }
    const parted = splitUnit(unit, target);
    if (parted) queue.unshift(...parted);
    else current.push(unit);
  }
  flush();
  return slides;
}

type HasShare = (current: readonly Unit[], unit: Unit, queue: readonly Step[]) => boolean;

/** Whether a slide has its share of what is left: so much that each of the slides to come has no more. */
function shareOf(target: SplitTarget, made: () => number): HasShare {
  const { slides } = target;
  if (slides === undefined) return () => false;
  const known = new Map<Unit, number>();
  const heightOf = (unit: Step): number => {
    if (unit === NEXT_SLIDE) return 0;
    const height = known.get(unit) ?? unitHeight(unit, target);
    known.set(unit, height);
    return height;
  };
  const sum = (units: readonly Step[]): number => units.reduce((total, unit) => total + heightOf(unit), 0);
  return (current, unit, queue) => {
    const left = slides - made();
    if (left < 2 || current.every(leadsIn)) return false;
    const used = sum(current);
    return used * left >= (used + heightOf(unit) + sum(queue)) * ALMOST;
  };
}

/** What is so near to a share is one. */
const ALMOST = 0.99;

const spaceOf = (item: FlowParagraph | undefined, context: PlaceContext): number => (item ? spaceAbove(item, context.body) : 0);

function unitHeight(unit: Unit, { context, kinds, block, text }: SplitTarget): number {
  const gap = unit.type === 'text' ? spaceOf(unit.paragraphs[0], context) : partGap(context);
  const height = stackHeight([unit], unit.type === 'text' ? text.cx : block.cx, context, kinds) + gap;
  return Number.isFinite(height) ? height : block.cy;
}

/** Whether a unit belongs to the block that follows it: a heading, a line that leads in. */
function leadsIn(unit: Unit): boolean {
  const last = unit.type === 'text' ? unit.paragraphs.at(-1) : undefined;
  if (!last) return false;
  return last.keepWithNext || isLeadIn(last);
}

/** What of a stretch of text stands below nothing but a line that leads it in, and the rest; null where not even its first paragraph does. */
function headBelow(lead: readonly Unit[], paragraphs: readonly FlowParagraph[], target: SplitTarget): readonly Unit[] | null {
  for (let count = paragraphs.length - 1; count > 0; count--) {
    const head: Unit = { type: 'text', paragraphs: paragraphs.slice(0, count) };
    if (!head.paragraphs.at(-1)?.heading && target.fits(joined([...lead, head])))
      return [head, { type: 'text', paragraphs: paragraphs.slice(count) }];
  }
  return null;
}

/** A block in smaller units, the first of which stands under what leads it in; null where it cannot be parted so. */
function partBelow(lead: readonly Unit[], unit: Unit, target: SplitTarget): readonly Step[] | null {
  const { context, kinds, block } = target;
  const taken = stackHeight(joined(lead), block.cx, context, kinds) + partGap(context);
  const steps = splitUnit(unit, { ...target, block: { ...block, cy: emu(block.cy - taken) } });
  const first = steps?.[0];
  return steps && first && first !== NEXT_SLIDE && target.fits(joined([...lead, first])) ? steps : null;
}

/** What is to be placed next, or that a slide ends: two halves of a table never stand side by side. */
type Step = Unit | typeof NEXT_SLIDE;
const NEXT_SLIDE = 'next slide';

/** A unit as smaller ones; null where it cannot be parted. */
function splitUnit(unit: Unit, target: SplitTarget): readonly Step[] | null {
  if (unit.type === 'block') {
    const kind = frameKind(unit, target.kinds);
    const halves = kind.split(unit.block, target.block.cx, target.block.cy, target.context);
    if (halves) return [{ type: 'block', block: halves[0] }, NEXT_SLIDE, { type: 'block', block: halves[1] }];
    const paragraphs = kind.asText?.(unit.block, target.context) ?? [];
    return paragraphs.length > 0 ? unitsOf([{ type: 'text', paragraphs }]) : null;
  }
  const [first, ...others] = unit.paragraphs;
  if (!first) return null;
  const head = fittingParagraphs(unit.paragraphs, target);
  if (head > 0 && head < unit.paragraphs.length) {
    return [
      { type: 'text', paragraphs: unit.paragraphs.slice(0, head) },
      { type: 'text', paragraphs: unit.paragraphs.slice(head) },
    ];
  }
  const halves = cutParagraph(first, target);
  return (
    halves && [
      { type: 'text', paragraphs: [halves[0]] },
      { type: 'text', paragraphs: [halves[1], ...others] },
    ]
  );
}

/** How many of the paragraphs stand in the text frame. */
function fittingParagraphs(paragraphs: readonly FlowParagraph[], target: SplitTarget): number {
  let used = 0;
  for (const [index, item] of paragraphs.entries()) {
    used += heightOf(item, target) + (index === 0 ? 0 : spaceAbove(item, target.context.body));
    if (used > target.text.cy) return index;
  }
  return paragraphs.length;
}

const heightOf = (item: FlowParagraph, target: SplitTarget): Emu =>
  target.context.height([item.paragraph], target.context.body, target.text.cx);

/** A paragraph parted at the last sentence end that fits, else between words, else anywhere. */
function cutParagraph(item: FlowParagraph, target: SplitTarget): readonly [FlowParagraph, FlowParagraph] | null {
  const whole = item.paragraph.inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
  const text = whole.slice(0, MOST_CHARACTERS);
  const fits = (at: number): boolean => heightOf(headOf(item, at), target) <= target.text.cy;
  for (const granularity of ['sentence', 'word', 'grapheme'] as const) {
    const ends = boundaries(text, granularity, target.context.lang);
    const at = lastFitting(ends, fits);
    if (at > 0) return [headOf(item, at), tailOf(item, at)];
  }
  return null;
}

const headOf = (item: FlowParagraph, at: number): FlowParagraph => ({
  ...item,
  keepWithNext: false,
  paragraph: { ...item.paragraph, inlines: trimmedEnd(slice(item.paragraph.inlines, 0, at)) },
});

/** What is left keeps its level but no bullet and no number: it is the same paragraph. */
function tailOf(item: FlowParagraph, at: number): FlowParagraph {
  const { bullet, inlines } = item.paragraph;
  const rest = bullet.kind === 'none' ? bullet : ({ kind: 'continued' } as const);
  return { ...item, number: null, paragraph: { ...item.paragraph, bullet: rest, inlines: slice(inlines, at, Number.POSITIVE_INFINITY) } };
}

function slice(inlines: readonly TextInline[], from: number, to: number): readonly TextInline[] {
  let at = 0;
  return inlines.flatMap((inline): readonly TextInline[] => {
    const start = at;
    at += inline.type === 'break' ? 1 : inline.text.length;
    if (inline.type !== 'run') return start >= from && at <= to ? [inline] : [];
    const text = inline.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...inline, text }];
  });
}

function trimmedEnd(inlines: readonly TextInline[]): readonly TextInline[] {
  const last = inlines.at(-1);
  return last?.type === 'run' ? [...inlines.slice(0, -1), { ...last, text: last.text.trimEnd() }] : inlines;
}

/** Slides of one height instead of several full ones and one that is almost empty: as many as there are, or as few. */
export function balanced(parts: readonly Part[], greedy: readonly (readonly Part[])[], target: SplitTarget): readonly (readonly Part[])[] {
  const { kinds, context, block } = target;
  if (greedy.length < 2 || parts.some((part) => part.type === 'block' && frameKind(part, kinds).stretches)) return greedy;
  const even = splitParts(parts, { ...target, slides: greedy.length });
  const least = (slides: readonly (readonly Part[])[]): number =>
    Math.min(...slides.map((slide) => stackHeight(slide, block.cx, context, kinds)));
  return even.length <= greedy.length && least(even) > least(greedy) ? even : greedy;
}
