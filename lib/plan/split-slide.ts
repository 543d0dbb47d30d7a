/** Content too tall for one slide: over how many, at which size, in columns or one after the other. */
import type { Slide } from '../briefing/briefing.js';
import type { ContentPlan, Part } from '../briefing/deck-plan.js';
import { frameKind } from '../briefing/flow.js';
import type { Kinds, PlaceContext } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { diagnostic } from '../core/diagnostic.js';
import { emu, type Size } from '../core/units.js';
import type { Layout } from '../template/model.js';
import { best, type Choice, choices, freeLayout, type PlanColumn, rowsOf } from './choose.js';
import { contentPlan } from './content-plan.js';
import { joined } from './parts.js';
import { sideBySide } from './side-by-side.js';
import { balanced, type SplitTarget, splitParts } from './split.js';
import { columnsAt, type TitledSlide } from './titled-slide.js';

/** No slide stands more than this many rungs below the deck's (LOOKS, section 2). */
export const DEEPEST_STEP = 2;

/** Content too tall for one slide: columns go on side by side where they can, else they are read one after the other, which is said. */
export function splitSlide(slide: TitledSlide, wish: Layout | null, deck: DeckContext, kinds: Kinds): readonly ContentPlan[] {
  const usable = wish && wish.purpose !== 'closing' ? wish : null;
  const attempts = Array.from({ length: DEEPEST_STEP + 1 }, (_, step) => attempt(slide, usable, step, deck, kinds));
  const fewest = Math.min(...attempts.map(({ slides }) => slides.length));
  const chosen = attempts.find(({ slides }) => slides.length <= fewest * 1.34) ?? attempts[0];
  if (!chosen) return [];
  const context = placeContext(deck, chosen.step);
  const slides = chosen.even();
  const of = slides.length;
  const plans = slides.map((columns, index) => {
    const choice = best(choices(columns, usable, context, kinds)) ?? best(choices(columns, null, context, kinds));
    if (!choice)
      overflows(
        slide,
        columns.flatMap(({ parts }) => parts),
        deck,
        kinds,
      );
    const part = of > 1 ? { n: index + 1, of } : null;
    return contentPlan(slide, choice ?? leastBad(columns, null, deck, chosen.step, kinds), part, deck, kinds);
  });
  if (chosen.linear) {
    const message = 'the columns are too tall to stand side by side: they follow each other';
    deck.sink(diagnostic('info', 'slide/columns', message, slide.titleSpan, 'shorten them, or part the slide with "---"'));
  }
  if (of > 1) deck.sink(diagnostic('info', 'slide/split', `the slide is taller than one and becomes ${of}`, slide.titleSpan));
  return plans;
}

/** A slide that was parted at a step. */
interface Attempt {
  readonly step: number;
  readonly slides: readonly (readonly PlanColumn[])[];
  /** Whether columns had to be read one after the other. */
  readonly linear: boolean;
  /** The slides with their content shared evenly. */
  readonly even: () => readonly (readonly PlanColumn[])[];
}

function attempt(slide: TitledSlide, usable: Layout | null, step: number, deck: DeckContext, kinds: Kinds): Attempt {
  const rows = rowsOf(columnsAt(slide, step, deck, kinds));
  const [only = []] = rows;
  return rows.length > 1 ? attemptRows(rows, usable, step, deck, kinds) : attemptRow(only, usable, step, deck, kinds);
}

/** Rows one below the other, as many on a slide as it holds. What stands above columns that fill a slide goes into the first of them. */
function attemptRows(
  rows: readonly (readonly PlanColumn[])[],
  usable: Layout | null,
  step: number,
  deck: DeckContext,
  kinds: Kinds,
): Attempt {
  const fits = (columns: readonly PlanColumn[]): boolean => best(choices(columns, null, placeContext(deck, step), kinds)) !== null;
  const slides: (readonly PlanColumn[])[] = [];
  let linear = false;
  for (const row of rows) {
    const last = slides.at(-1) ?? [];
    if (last.length > 0 && fits([...last, ...row])) {
      slides[slides.length - 1] = [...last, ...row];
      continue;
    }
    const [above] = last;
    const [first, ...others] = row;
    const isLed = last.length === 1 && above?.across && first && !first.across;
    if (isLed) slides.pop();
    const led = isLed ? [{ ...first, parts: joined([...above.parts, ...first.parts]) }, ...others] : row;
    const parted = fits(led) ? null : attemptRow(led, usable, step, deck, kinds);
    linear ||= parted?.linear ?? false;
    slides.push(...(parted?.even() ?? [led]));
  }
  return { step, slides, linear, even: () => slides };
}

function attemptRow(columns: readonly PlanColumn[], usable: Layout | null, step: number, deck: DeckContext, kinds: Kinds): Attempt {
  const context = placeContext(deck, step);
  const target = splitTarget(usable, context, kinds);
  const beside = columns.length > 1 ? sideBySide(columns, openBody(deck), target, context, kinds) : null;
  if (beside) return { step, slides: beside, linear: false, even: () => beside };
  const parts = columns.flatMap((column) => column.parts);
  const slides = splitParts(parts, target);
  const alone = (some: readonly (readonly Part[])[]) => some.map((own) => [{ width: null, parts: own }]);
  return { step, slides: alone(slides), linear: columns.length > 1, even: () => alone(balanced(parts, slides, target)) };
}

/** The body of the layout in which content stands free. */
const openBody = (deck: DeckContext): Size => freeLayout(placeContext(deck, 0)).body;

function overflows(slide: Slide, parts: readonly Part[], deck: DeckContext, kinds: Kinds): void {
  const block = parts.find((part) => part.type === 'block');
  const span = block?.type === 'block' ? block.block.span : slide.titleSpan;
  const what = block?.type === 'block' ? `the ${frameKind(block, kinds).name}` : 'the text';
  deck.sink(diagnostic('warning', 'slide/overflow', `${what} is taller than a slide and cannot be parted`, span, 'make it shorter'));
}

function splitTarget(wish: Layout | null, context: PlaceContext, kinds: Kinds): SplitTarget {
  const content = context.template.layouts.filter((layout) => layout.purpose === 'content');
  const text =
    wish?.regions.find((region) => region.accepts.includes('text')) ??
    content.flatMap((layout) => (layout.regions.length === 1 ? layout.regions : [])).find((region) => region.accepts.includes('text'));
  const body = content[0]?.body ?? { cx: emu(1), cy: emu(1) };
  return {
    context,
    kinds,
    text: text ? text.frame : body,
    block: body,
    fits: (parts) => best(choices([{ width: null, parts }], wish, context, kinds)) !== null,
  };
}

export function leastBad(columns: readonly PlanColumn[], wish: Layout | null, deck: DeckContext, step: number, kinds: Kinds): Choice {
  const [first, ...others] = choices(columns, wish, placeContext(deck, step), kinds);
  if (!first) throw new TypeError('no layout takes the content');
  return others.reduce((least, choice) => (choice.cost < least.cost ? choice : least), first);
}
