/** Stage 2: which slides there are, which layout each takes, and where tall content is parted. */
import { type Block, type Briefing, isMarked, type Overflow, type Section, type Slide } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import type { AgendaPlan, ContentPlan, DeckPlan, Part, PartNumber, SectionOfPlans, SlidePlan } from '../briefing/deck-plan.js';
import { frameKind } from '../briefing/flow.js';
import { type Attributes, type Citation, type Inline, inlineText, NO_ATTRIBUTES, plainInline, type Status } from '../briefing/inline.js';
import type { Kinds, PlaceContext } from '../briefing/kind.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { closest } from '../core/suggest.js';
import { emu, type Size } from '../core/units.js';
import { readTransition, transitionHint, transitionNames } from '../scene/transition.js';
import type { Layout, LayoutPurpose } from '../template/model.js';
import { byHeadings } from './chapters.js';
import { best, type Choice, choices, freeLayout, inRegions, inStacks, type PlanColumn, rowsOf } from './choose.js';
import { closingPlans } from './closing.js';
import { freeKey } from './keys.js';
import { pagesOf } from './pages.js';
import { joined, partsOf } from './parts.js';
import { registerSlide } from './register.js';
import { sideBySide } from './side-by-side.js';
import { sourceSlides } from './source-slides.js';
import { citationsOfPart, claimsOfPart } from './sources.js';
import { balanced, type SplitTarget, splitParts } from './split.js';
import { type Apart, bleed, type Grounded, inColumns, onGround, onOwnGround, setApart, withBeside } from './standing.js';
import { evenTitles, fittingTitle, titleStep } from './title.js';

export { claimsOfSlide, numberSources } from './sources.js';

/** No slide stands more than this many rungs below the deck's (LOOKS, section 2). */
const DEEPEST_STEP = 2;

/** A slide that is neither the rest of another nor a part of one. */
const WHOLE = { continued: false, part: null, anchors: [] } as const;

/** Plans a deck. */
export function planDeck(given: Briefing, deck: DeckContext, kinds: Kinds): DeckPlan {
  const hasCover = inlineText(given.meta.title).trim() !== '';
  const grounded = given.sections.map((section, index): Grounded => {
    const hasSlide = section.title.length > 0 ? given.meta.sectionSlides : hasCover && index === 0;
    return hasSlide ? onOwnGround(section, kinds) : { section, behind: null };
  });
  const briefing = { ...given, sections: grounded.map(({ section }) => section) };
  const inMain = grounded.filter(({ section }) => !isMarked(section, 'appendix'));
  const headed = inMain.flatMap(({ section }) => (section.title.length > 0 && !isMarked(section, 'hidden') ? [section] : []));
  const opening: SlidePlan[] = [];
  if (hasCover) opening.push(...coverPlans(briefing, grounded[0], deck, kinds));
  if (briefing.meta.agenda && headed.length > 0) opening.push(...agendaPlans(briefing, headed, null, deck));
  const planned = (one: Grounded): SectionOfPlans => sectionOfPlans(briefing, one, headed, deck, kinds);
  const sections = inMain.map(planned);
  const appendix = grounded.filter((one) => !inMain.includes(one)).map(planned);
  const [first, ...others] = sections;
  const name = inlineText(briefing.meta.title).trim() || deck.words.overview;
  const start: SectionOfPlans[] =
    first && inMain[0]?.section.title.length === 0
      ? [{ ...first, name: first.name || name, slides: [...opening, ...first.slides] }, ...others]
      : [...(opening.length > 0 ? [{ key: 'opening', name, number: 0, appendix: false, slides: opening }] : []), ...sections];
  const sources = sourceSlides(briefing, deck);
  const register = briefing.meta.claims ? registerSlide(briefing, deck, kinds) : null;
  const closing = closingPlans(briefing, deck, { sources: sources[0]?.key ?? null, appendix: appendix[0]?.slides[0]?.key ?? null });
  const end = [
    { key: 'sources', name: deck.words.sources, number: 0, appendix: false, slides: sources },
    {
      key: 'claims',
      name: deck.words.claims.title,
      number: 0,
      appendix: false,
      slides: register ? planSlide(register, 'split', { ...deck, sink: () => {} }, kinds) : [],
    },
    { key: 'closing', name: deck.words.closing, number: 0, appendix: false, slides: closing },
    ...appendix,
  ];
  const all = [...start, ...end].filter((section) => section.slides.length > 0);
  return { sections: evenTitles(all, deck), cited: deck.cited };
}

/** The layout for a purpose; null where the template has none. */
const layoutFor = (purpose: LayoutPurpose, deck: DeckContext): Layout | null =>
  deck.template.layouts.find((layout) => layout.purpose === purpose) ?? null;

const anyLayout = (purpose: LayoutPurpose, deck: DeckContext): Layout => {
  const found = layoutFor(purpose, deck) ?? layoutFor('content', deck);
  if (!found) throw new TypeError(`template "${deck.template.name}" has no layout for content`);
  return found;
};

/** The cover, and a slide with the whole title where the cover has no room for it. */
function coverPlans(briefing: Briefing, first: Grounded | undefined, deck: DeckContext, kinds: Kinds): readonly SlidePlan[] {
  const { title, subtitle, span } = briefing.meta;
  const titled = titledIn(title, anyLayout('cover', deck), deck);
  const [notes, behind] = first && first.section.title.length === 0 ? [first.section.notes, first.behind] : [[], null];
  const anchors = briefing.titleKey === '' ? [] : [briefing.titleKey];
  const cover: SlidePlan = { type: 'cover', key: freeKey('cover', deck), ...titled, anchors, subtitle, behind, notes, hidden: false, span };
  return [cover, ...wholeTitle(title, titled.title, freeKey('cover-title', deck), span, deck, kinds)];
}

/** A title in a layout of its own: as much of it, and as small, as its place asks for. */
function titledIn(title: readonly Inline[], layout: Layout, deck: DeckContext) {
  const plan = { ...WHOLE, title: fittingTitle({ ...WHOLE, title }, layout, deck), layout: layout.name };
  return { ...plan, titleStep: titleStep(plan, layout, deck) };
}

/** A slide that says a title in full which was cut; none where it was not. */
const wholeTitle = (title: readonly Inline[], shown: readonly Inline[], key: string, span: Span, deck: DeckContext, kinds: Kinds) =>
  shown === title ? [] : planSlide(untitledSlide(title, key, span), 'split', deck, kinds);

const untitledSlide = (title: readonly Inline[], key: string, span: Span): Slide => ({
  key,
  title,
  titleSpan: span,
  depth: 0,
  continued: false,
  layout: '',
  attributes: NO_ATTRIBUTES,
  columns: [{ width: null, blocks: [], span }],
  notes: [],
  hidden: false,
  span,
});

/** The agenda, over as many slides as it needs; before a section only the slide that names it. `current` from 1; null before the first. */
function agendaPlans(briefing: Briefing, headed: readonly Section[], current: number | null, deck: DeckContext): readonly AgendaPlan[] {
  const layout = anyLayout('agenda', deck);
  const target = layout.placeholders.find((placeholder) => placeholder.idx === layout.regions[0]?.placeholders[0]);
  const firstOf = (section: Section): string => (briefing.meta.sectionSlides ? section.key : (section.slides[0]?.key ?? section.key));
  const entries = headed.map((section, index) => ({ title: section.title, slide: firstOf(section), number: index + 1 }));
  const pages = target ? pagesOf(entries, target, deck, (entry) => placeContext(deck, 0).paragraph(entry.title)) : [entries];
  return pages.flatMap((page, index): readonly AgendaPlan[] => {
    if (current !== null && !page.some((entry) => entry.number === current)) return [];
    const key = current === null ? `agenda${index === 0 ? '' : `-part-${index + 1}`}` : `agenda-${current}`;
    const part = pages.length > 1 ? { n: index + 1, of: pages.length } : null;
    return [
      {
        type: 'agenda',
        key: freeKey(key, deck),
        ...titledIn([plainInline(deck.words.agenda, briefing.meta.span)], layout, deck),
        part,
        entries: page,
        from: page[0]?.number ?? 1,
        current,
        behind: null,
        notes: [],
        hidden: false,
        span: briefing.meta.span,
      },
    ];
  });
}

/** A section's own slide, and one with its whole title where that has no room. */
function sectionSlides({ section, behind }: Grounded, number: number, deck: DeckContext, kinds: Kinds): readonly SlidePlan[] {
  const { key, title, notes, span } = section;
  const titled = titledIn(title, anyLayout('section', deck), deck);
  const own: SlidePlan = {
    type: 'section',
    key,
    ...titled,
    number,
    behind,
    notes,
    hidden: isMarked(section, 'hidden'),
    ...transitionOf(section.attributes, span, deck),
    span,
  };
  return [own, ...wholeTitle(title, titled.title, freeKey(`${key}-title`, deck), span, deck, kinds)];
}

function sectionOfPlans(
  briefing: Briefing,
  grounded: Grounded,
  headed: readonly Section[],
  deck: DeckContext,
  kinds: Kinds,
): SectionOfPlans {
  const { section } = grounded;
  const number = headed.indexOf(section) + 1;
  const slides: SlidePlan[] = [];
  if (section.title.length > 0) {
    if (briefing.meta.sectionSlides || section.slides.length === 0) slides.push(...sectionSlides(grounded, number, deck, kinds));
    if (briefing.meta.agenda && number > 0) slides.unshift(...agendaPlans(briefing, headed, number, deck));
  }
  const ownNotes = slides.some((slide) => slide.type === 'section') ? [] : section.notes;
  for (const [index, slide] of section.slides.entries()) {
    const noted = index === 0 && section.title.length > 0 ? { ...slide, notes: [...ownNotes, ...slide.notes] } : slide;
    slides.push(...planSlide(noted, briefing.meta.overflow, deck, kinds));
  }
  return {
    key: section.key || `section-${slides[0]?.key ?? ''}`,
    name: inlineText(section.title).trim(),
    number,
    appendix: isMarked(section, 'appendix'),
    slides,
  };
}

/** One slide of the briefing as one slide of the deck, or several. */
function planSlide(given: Slide, deckOverflow: Overflow, deck: DeckContext, kinds: Kinds): readonly ContentPlan[] {
  const apart = setApart(titled(given, deck), kinds);
  const beside = besidePlan(apart, deck, kinds);
  if (beside) return [beside];
  const slide: TitledSlide = { ...inColumns(apart), behind: apart.behind };
  const columns = columnsAt(slide, 0, deck, kinds);
  const wish = wishedLayout(slide, columns, deck, kinds);
  const overflow = overflowOf(slide, deckOverflow);
  if (columns.every((column) => column.parts.length === 0)) return [contentPlan(slide, emptyChoice(wish, deck), null, deck, kinds)];
  const deepest = overflow === 'shrink' ? Math.max(DEEPEST_STEP, deck.template.ladder.body.length - 1) : DEEPEST_STEP;
  const choice = firstFitting(slide, wish, deepest, deck, kinds);
  if (choice) return [contentPlan(slide, choice, null, deck, kinds)];
  if (overflow !== 'split') {
    const severity = overflow === 'error' ? 'error' : 'warning';
    deck.sink(
      diagnostic(severity, 'slide/overflow', 'the content is taller than its slide', slide.titleSpan, 'shorten it, or part it with "---"'),
    );
    return [contentPlan(slide, leastBad(columnsAt(slide, deepest, deck, kinds), wish, deck, deepest, kinds), null, deck, kinds)];
  }
  const chapters = byHeadings({ ...given, columns: slide.columns }, placeContext(deck, 1), kinds);
  if (!chapters) return splitSlide(slide, wish, deck, kinds);
  const message = `the slide is taller than a few and becomes ${chapters.length}, one for each of its headings`;
  deck.sink(diagnostic('info', 'slide/split', message, given.titleSpan));
  return chapters.flatMap((chapter) => planSlide(onGround(chapter, apart.behind), 'split', deck, kinds));
}

/** The best layout on the highest rung that holds the slide. A rung less is better than free frames, two are not. */
function firstFitting(slide: TitledSlide, wish: Layout | null, deepest: number, deck: DeckContext, kinds: Kinds): Choice | null {
  const at = (step: number, way: typeof inRegions): Choice | null =>
    best(way(columnsAt(slide, step, deck, kinds), wish, placeContext(deck, step), kinds));
  const steps = Array.from({ length: deepest + 1 }, (_, step) => step);
  const order = [
    ...steps.slice(0, 2).map((step) => [step, inRegions] as const),
    ...steps.slice(0, 2).map((step) => [step, inStacks] as const),
  ];
  const rest = steps.slice(2).flatMap((step) => [[step, inRegions] as const, [step, inStacks] as const]);
  for (const [step, way] of [...order, ...rest]) {
    const choice = at(step, way);
    if (choice) return choice;
  }
  return null;
}

/** A slide with a block from edge to edge beside its content, in the layout whose place for it is nearest to the wish; null where none holds the slide. */
function besidePlan(apart: Apart<TitledSlide>, deck: DeckContext, kinds: Kinds): ContentPlan | null {
  const { slide, beside, behind } = apart;
  if (!beside) return null;
  const { layouts, size } = deck.template;
  const sides = layouts.flatMap((layout) => {
    const own = layout.purpose === 'content' ? bleed(layout, size) : null;
    const keeps = fittingTitle({ ...slide, part: null }, layout, deck) === slide.title;
    return own?.place === beside.place && keeps ? [{ layout, own, off: Math.abs(own.share - (beside.share ?? own.share)) }] : [];
  });
  for (const { layout, own } of sides.sort((a, b) => a.off - b.off)) {
    for (let step = 0; step <= DEEPEST_STEP; step++) {
      const parts = joined(columnsAt(slide, step, deck, kinds).flatMap((column) => column.parts));
      const columns = [{ width: null, parts: withBeside(parts, beside.block, own) }];
      const choice = best(inRegions(columns, layout, placeContext(deck, step), kinds));
      if (choice) return contentPlan({ ...slide, behind }, choice, null, deck, kinds);
    }
  }
  return null;
}

/** A slide whose title is too long for its place: what stands there, and the whole of it as the body's first paragraph. */
interface TitledSlide extends Slide {
  /** Empty where the title stands in its place. */
  readonly lead: readonly Inline[];
  /** What lies behind all of it. */
  readonly behind: Block | null;
}

/** The longest mark that a title carries behind it. */
const LONGEST_PART: PartNumber = { n: 99, of: 99 };

function titled(slide: Slide, deck: DeckContext): TitledSlide {
  const named = namedLayout(slide, deck);
  const layout = named?.purpose === 'named' ? named : anyLayout('content', deck);
  const title = fittingTitle({ ...slide, part: LONGEST_PART }, layout, deck);
  return { ...slide, title, behind: null, lead: title === slide.title || slide.continued ? [] : slide.title };
}

function leadOf(lead: readonly Inline[], context: PlaceContext): readonly Part[] {
  if (lead.length === 0) return [];
  const paragraph = context.paragraph(lead, { bullet: { kind: 'none' } });
  return [{ type: 'text', paragraphs: [{ paragraph, inlines: lead, number: null, heading: null, keepWithNext: false }] }];
}

/** The parts of a slide's columns; a status word takes its size from the text that it stands in, so each step has its own. */
const columnsAt = (slide: TitledSlide, step: number, deck: DeckContext, kinds: Kinds): readonly PlanColumn[] =>
  slide.columns.map((column, index) => {
    const context = placeContext(deck, step);
    const parts = partsOf(column.blocks, context, kinds);
    return {
      width: column.width,
      ...(column.across ? { across: true } : {}),
      parts: index === 0 ? joined([...leadOf(slide.lead, context), ...parts]) : parts,
    };
  });

const overflowOf = (slide: Slide, other: Overflow): Overflow => {
  const own = slide.attributes.values.overflow;
  return own === 'split' || own === 'shrink' || own === 'warn' || own === 'error' ? own : other;
};

/** The layout that the author named, where it can hold the slide; what it cannot is said, and the layout is chosen as if none were named. */
function wishedLayout(slide: Slide, columns: readonly PlanColumn[], deck: DeckContext, kinds: Kinds): Layout | null {
  if (slide.layout === '') return null;
  const { layouts, name } = deck.template;
  const warn = (code: string, message: string, hint: string): null => {
    deck.sink(diagnostic('warning', `slide/${code}`, message, slide.titleSpan, hint));
    return null;
  };
  const usable = layouts.filter(({ purpose }) => purpose === 'content' || purpose === 'named' || purpose === 'closing');
  const keys = usable.map((layout) => layout.key);
  const found = namedLayout(slide, deck);
  const nearest = found ? undefined : usable.find(({ serves }) => serves.includes(slide.layout));
  if (nearest) {
    const message = `template "${name}" has no layout "${slide.layout}": "${nearest.name}" is the nearest`;
    deck.sink(diagnostic('info', 'slide/nearest-layout', message, slide.titleSpan));
    return holds(nearest, columns, deck, kinds) ? nearest : null;
  }
  if (!found) {
    const near = closest(slide.layout, keys);
    return warn(
      'unknown-layout',
      `template "${name}" has no layout "${slide.layout}"`,
      near ? `did you mean "${near}"?` : `it has ${keys.join(', ')}`,
    );
  }
  if (!usable.includes(found))
    return warn('layout-not-for-content', `layout "${slide.layout}" holds no content of a slide`, `use ${keys.join(', ')}`);
  const hint = 'it has another number of places, or for other content';
  return holds(found, columns, deck, kinds)
    ? found
    : warn('layout-does-not-fit', `the content does not go into layout "${slide.layout}"`, hint);
}

/** The layout of the name or the key that the author wrote. */
const namedLayout = ({ layout }: Slide, deck: DeckContext): Layout | undefined =>
  deck.template.layouts.find(({ key, name }) => layout !== '' && (key === layout || name.toLowerCase() === layout.toLowerCase()));

/** Whether a layout has a place for each part of a slide. */
const holds = (layout: Layout, columns: readonly PlanColumn[], deck: DeckContext, kinds: Kinds): boolean =>
  columns.every((column) => column.parts.length === 0) ||
  layout.regions.length === 0 ||
  inRegions(columns, layout, placeContext(deck, 0), kinds).length > 0;

/** A slide of a title and nothing else. */
function emptyChoice(wish: Layout | null, deck: DeckContext): Choice {
  const open = deck.template.layouts.find((layout) => layout.purpose === 'content' && layout.regions.length === 0);
  const layout = wish ?? open ?? anyLayout('content', deck);
  return { layout, placement: { type: 'stacks', stacks: [] }, step: 0, headings: [], subtitles: [], fits: true, cost: 0 };
}

function leastBad(columns: readonly PlanColumn[], wish: Layout | null, deck: DeckContext, step: number, kinds: Kinds): Choice {
  const [first, ...others] = choices(columns, wish, placeContext(deck, step), kinds);
  if (!first) throw new TypeError('no layout takes the content');
  return others.reduce((least, choice) => (choice.cost < least.cost ? choice : least), first);
}

/** Content too tall for one slide: columns go on side by side where they can, else they are read one after the other, which is said. */
function splitSlide(slide: TitledSlide, wish: Layout | null, deck: DeckContext, kinds: Kinds): readonly ContentPlan[] {
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

function contentPlan(slide: TitledSlide, choice: Choice, part: PartNumber | null, deck: DeckContext, kinds: Kinds): ContentPlan {
  const titled = { title: slide.title, continued: slide.continued, part };
  const parts = partsIn(choice);
  const citations = [...citationsIn(slide.title), ...parts.flatMap((item) => citationsOfPart(item, kinds))];
  const claims = [...claimsIn(slide.title), ...parts.flatMap((item) => claimsOfPart(item, kinds))];
  return {
    type: 'content',
    key: part && part.n > 1 ? freeKey(`${slide.key}-${part.n}`, deck) : slide.key,
    anchors: parts.flatMap((item) => (item.type === 'text' ? item.paragraphs.flatMap(({ heading }) => heading?.anchor || []) : [])),
    layout: choice.layout.name,
    ...titled,
    step: choice.step,
    titleStep: titleStep(titled, choice.layout, deck),
    headings: choice.headings,
    subtitles: choice.subtitles,
    placement: choice.placement,
    behind: slide.behind,
    citations: uniqueById(
      citations.filter((citation) => deck.cited.includes(citation.id)),
      deck,
    ),
    statuses: [...new Set(claims.map((claim): Status => claim.status))].filter((status) => status !== 'confirmed'),
    notes: part && part.n > 1 ? [] : slide.notes,
    hidden: slide.hidden,
    ...transitionOf(slide.attributes, slide.titleSpan, deck),
    span: slide.span,
  };
}

/** The transition that a slide asks for; one that nobody knows is told. */
function transitionOf({ values }: Attributes, span: Span, deck: DeckContext): Pick<SlidePlan, 'transition'> {
  const wish = values.transition;
  if (wish === undefined) return {};
  const transition = readTransition(wish);
  if (transition !== undefined) return { transition };
  const near = closest(wish, transitionNames);
  const hint = near === null ? transitionHint : `did you mean "${near}"?`;
  deck.sink(diagnostic('warning', 'slide/transition', `"${wish}" is no transition`, span, hint));
  return {};
}

/** What a slide shows, in reading order. */
function partsIn({ placement, headings }: Choice): readonly Part[] {
  const parts = placement.type === 'regions' ? placement.parts : placement.stacks.flatMap((stack) => stack.parts);
  return [{ type: 'text', paragraphs: headings }, ...parts];
}

/** Each source once, with every page that is cited of it. */
function uniqueById(citations: readonly Citation[], deck: DeckContext): readonly Citation[] {
  const locators = (id: string): string =>
    [...new Set(citations.filter((citation) => citation.id === id).map(({ locator }) => locator))]
      .filter((locator) => locator !== '')
      .join('; ');
  return [...new Map(citations.map((citation) => [citation.id, citation])).values()]
    .map((citation) => ({ ...citation, locator: locators(citation.id) }))
    .sort((a, b) => deck.cited.indexOf(a.id) - deck.cited.indexOf(b.id));
}
