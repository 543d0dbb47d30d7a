/** Stage 3: frames. Every part of every slide becomes items at fixed places. */
import type { Block, Briefing, Meta } from '../briefing/briefing.js';
import { shortened } from '../briefing/cut.js';
import { longDate } from '../briefing/dates.js';
import type { AgendaPlan, ContentPlan, CoverPlan, DeckPlan, Part, SectionPlan, SlidePlan, Stack } from '../briefing/deck-plan.js';
import { frameKind, stackRows } from '../briefing/flow.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import { placeholderText } from '../briefing/items.js';
import { type Kinds, kindOf, type PlaceContext } from '../briefing/kind.js';
import { atDisplay, type DeckContext, placeContext, steppedSizes } from '../briefing/place-context.js';
import { titleInlines, titleSizes } from '../briefing/title.js';
import type { Item, Scene, SceneSlide } from '../scene/scene.js';
import { levelStyle, type Paragraph, paragraph, run, type TextInline, type TextRun } from '../scene/text.js';
import type { Layout, Placeholder, Role, Template } from '../template/model.js';
import { type Backdrop, backdrop, lightened, NO_BACKDROP } from './backdrop.js';
import { asOfLine, closingItems } from './closing.js';
import { fittingItem } from './fitting.js';
import { footItems, sourceLine } from './foot.js';
import { withKicker } from './kicker.js';
import { APPENDIX, type Back, backOf, linkedFrom, numberedSlides, type SlideNumber } from './numbers.js';
import { withScripts } from './scripts.js';
import { headedBlock, stackItems, withReveal } from './stack.js';
import { withoutWidow } from './widow.js';

/** What a scene carries besides its slides. */
export interface SceneExtras {
  /** ISO 8601, for the document properties. */
  readonly date: string;
  readonly hash: string;
}

/** Arranges a deck. */
export function arrangeDeck(plan: DeckPlan, briefing: Briefing, deck: DeckContext, kinds: Kinds, extras: SceneExtras): Scene {
  const { meta } = briefing;
  const numbered = numberedSlides(plan, meta);
  const arranged = new Map<SlidePlan, SceneSlide>();
  /** What is linked to, by its key, and from which slide first. */
  const leads = new Map<string, Back>();
  for (const { slide, section, number } of numbered) {
    const back = section.appendix ? backOf(slide, leads, numbered) : null;
    const own = withKicker(arrangeSlide(slide, { number: { ...number, back }, briefing, deck, kinds }), section, deck);
    const done = withScripts(own, { lang: deck.lang, rightToLeft: deck.template.rightToLeft }, deck.template.styles.notes);
    arranged.set(slide, done);
    if (!section.appendix) for (const key of linkedFrom(done)) if (!leads.has(key)) leads.set(key, { slide: slide.key, number: number.at });
  }
  const sections = plan.sections.map((section) => ({
    key: section.key,
    name: section.name,
    slides: section.slides.flatMap((slide) => arranged.get(slide) ?? []),
  }));
  return {
    size: deck.template.size,
    properties: {
      title: inlineText(meta.title).trim(),
      subject: inlineText(meta.subtitle).trim(),
      authors: meta.authors,
      company: deck.template.company,
      keywords: meta.keywords,
      lang: meta.lang,
      date: extras.date,
      marking: meta.marking,
    },
    sections,
    media: [],
    hash: extras.hash,
  };
}

/** What a slide is arranged with. */
interface Setting {
  readonly number: SlideNumber;
  readonly briefing: Briefing;
  readonly deck: DeckContext;
  readonly kinds: Kinds;
}

function arrangeSlide(plan: SlidePlan, setting: Setting): SceneSlide {
  const { number, briefing, deck, kinds } = setting;
  const layout = deck.template.layouts.find((candidate) => candidate.name === plan.layout);
  if (!layout) throw new TypeError(`no layout is called "${plan.layout}"`);
  const content = [...titleItem(plan, layout, deck), ...itemsBelow(plan, layout, setting)];
  const shown = [...content, ...footItems(layout, content, number, briefing.meta, deck)];
  const ground = plan.behind ? backdropOf(plan, plan.behind, shown, deck, kinds) : NO_BACKDROP;
  const words = plan.behind && plan.type !== 'content' ? lightened(shown, ground, deck.template) : shown;
  const items = [...ground.items, ...words];
  return {
    key: plan.key,
    anchors: plan.anchors,
    layout: layout.name,
    title: inlineText(titleInlines(plan, deck)).trim(),
    items,
    notes: notesOf(plan, deck, kinds),
    hidden: plan.hidden,
    colorMap: ground.colorMap,
    transition: plan.transition === undefined ? briefing.meta.transition : plan.transition,
  };
}

/** What a slide shows besides its title. */
function itemsBelow(plan: SlidePlan, layout: Layout, setting: Setting): readonly Item[] {
  const { number, briefing, deck } = setting;
  switch (plan.type) {
    case 'cover':
      return coverItems(plan, layout, briefing.meta, deck);
    case 'section':
      return numberItem(plan, layout, number, deck);
    case 'agenda':
      return agendaItems(plan, layout, deck);
    case 'closing':
      return closingItems(plan, layout, briefing.meta, deck);
    case 'content':
      return bodyItems(plan, layout, setting);
  }
}

function backdropOf(plan: SlidePlan, behind: Block, shown: readonly Item[], deck: DeckContext, kinds: Kinds): Backdrop {
  const ground: Part = { type: 'block', block: behind };
  // The words of a cover or a section stand anywhere on it.
  if (plan.type !== 'content') return backdrop(ground, { parts: [], isCovered: true }, shown, placeContext(deck, 0), kinds);
  const { placement } = plan;
  const parts = placement.type === 'regions' ? placement.parts : placement.stacks.flatMap((stack) => stack.parts);
  return backdrop(ground, { parts, isCovered: parts.length > 0 }, shown, placeContext(deck, plan.step), kinds);
}

const withRole = (layout: Layout, role: Role): Placeholder | undefined => layout.placeholders.find((target) => target.role === role);

function titleItem(plan: SlidePlan, layout: Layout, deck: DeckContext): readonly Item[] {
  const target = withRole(layout, 'title');
  if (!target) return [];
  const inlines = titleInlines(plan, deck);
  const text = placeContext(deck, 0).paragraph(inlines);
  const size = titleSizes(target, deck)[plan.titleStep] ?? null;
  const sizes = plan.titleStep === 0 || size === null ? null : target.style.map(() => size);
  const item = placeholderText('title', 'Title', target, [text], sizes);
  return [{ ...item, paragraphs: [withoutWidow(text, item.style, target.frame, deck.template)] }];
}

function coverItems(plan: CoverPlan, layout: Layout, meta: Meta, deck: DeckContext): readonly Item[] {
  const context = placeContext(deck, 0);
  const plain = (text: string): readonly Inline[] => (text === '' ? [] : [plainInline(text, plan.span)]);
  const coverDate = [longDate(meta.date, deck.lang), asOfLine(meta, deck)].filter((part) => part !== '').join('  |  ');
  const texts = [
    { role: 'subtitle', name: 'Subtitle', inlines: plan.subtitle },
    { role: 'authors', name: 'Authors', inlines: plain(meta.authors.join(deck.words.comma)) },
    { role: 'date', name: 'Date', inlines: plain(coverDate) },
  ] as const;
  const said = texts.filter(({ inlines }) => inlines.length > 0);
  // What a layout has no place for stands below the subtitle, and so does a date that its place would cut short: a company's cover has few
  // places, and its date is a footer.
  const hasPlace = ({ role, inlines }: (typeof texts)[number]): boolean => {
    const target = withRole(layout, role);
    return target !== undefined && (role !== 'date' || !withRole(layout, 'subtitle') || holdsWhole(target, inlines, context));
  };
  const placed = new Set(said.filter((text) => text.role === 'subtitle' || hasPlace(text)));
  const homeless = said.filter((text) => !placed.has(text)).map(({ inlines }) => inlines);
  const line = homeless.flatMap((inlines, index) => (index === 0 ? inlines : [plainInline(deck.words.comma, plan.span), ...inlines]));
  const joined = [plan.subtitle, line].filter((inlines) => inlines.length > 0);
  return texts.flatMap((text): readonly Item[] => {
    const { role, name, inlines } = text;
    const target = withRole(layout, role);
    const all = role === 'subtitle' ? joined : placed.has(text) ? [inlines] : [];
    return target && all.length > 0 ? [fittingText(role, name, target, all, context)] : [];
  });
}

/** Points between a cover's subtitle and what stands below it for want of a place. */
const JOINED_GAP = 3;

/** The least size of what a cover says besides its title, in points. */
const COVER_FLOOR = 12;

/** Whether a place of the cover holds a text to its end at the least size. */
function holdsWhole(target: Placeholder, inlines: readonly Inline[], context: PlaceContext): boolean {
  const style = target.style.map((level) => ({ ...level, size: Math.min(level.size, COVER_FLOOR) }));
  return context.height([context.paragraph(inlines)], style, target.frame.cx) <= target.frame.cy;
}

/** Text of the cover: steps down the body's ladder as far as it must, and its first paragraph is cut where that is not enough. */
function fittingText(id: string, name: string, target: Placeholder, texts: readonly (readonly Inline[])[], context: PlaceContext): Item {
  const [inlines = [], ...others] = texts;
  const below = others.map((text) => context.paragraph(text, { spaceBefore: JOINED_GAP }));
  const own = target.style[0]?.size ?? COVER_FLOOR;
  const rungs = context.template.ladder.body.flatMap((sizes) => sizes[0] ?? []);
  const sizes = [own, ...rungs.filter((size) => size < own && size > COVER_FLOOR), Math.min(own, COVER_FLOOR)];
  const fits = (some: readonly Inline[], size: number): boolean =>
    context.height(
      [context.paragraph(some), ...below],
      target.style.map((level) => ({ ...level, size })),
      target.frame.cx,
    ) <= target.frame.cy;
  const size = sizes.find((candidate) => fits(inlines, candidate)) ?? COVER_FLOOR;
  const text = context.paragraph(shortened(inlines, context.lang, (some) => fits(some, size)));
  const item = placeholderText(id, name, target, [text, ...below], size === own ? null : target.style.map(() => size));
  return { ...item, paragraphs: [withoutWidow(text, item.style, target.frame, context.template), ...below] };
}

/** The number of a section; a letter where the appendix begins. */
function numberItem(plan: SectionPlan, layout: Layout, { label }: SlideNumber, deck: DeckContext): readonly Item[] {
  const target = withRole(layout, 'number');
  const text = plan.number > 0 ? String(plan.number) : label === null ? '' : APPENDIX;
  return target && text !== '' ? [placeholderText('number', 'Section number', target, [paragraph([run(text, deck.lang)])])] : [];
}

function agendaItems(plan: AgendaPlan, layout: Layout, deck: DeckContext): readonly Item[] {
  const target = layout.placeholders.find((candidate) => candidate.idx === layout.regions[0]?.placeholders[0]) ?? withRole(layout, 'body');
  if (!target) return [];
  const context = placeContext(deck, 0);
  const entries = plan.entries.map((entry, index) => {
    const text = context.paragraph(entry.title, { bullet: { kind: 'number', scheme: 'arabicPeriod', startAt: plan.from } });
    const link = { kind: 'slide', slide: entry.slide, tooltip: '' } as const;
    const marks = { link, ...agendaLooks(plan.current, plan.from + index, deck.template.palette) };
    return {
      ...text,
      inlines: text.inlines.flatMap((inline): readonly TextInline[] =>
        inline.type === 'run' ? wordRuns({ ...inline, ...marks }) : [inline],
      ),
    };
  });
  return [placeholderText('agenda', 'Agenda', target, entries)];
}

/** A run for each word: LibreOffice breaks a link that is longer than a line inside a word, and between two links it does not. */
const wordRuns = (linked: TextRun): readonly TextRun[] => (linked.text.match(/\S+\s*|\s+/g) ?? []).map((text) => ({ ...linked, text }));

/** The section that begins now stands out and the others step back; before the first all are alike. Their own colour, not that of links. */
function agendaLooks(current: number | null, number: number, { ink, muted, accent }: Template['palette']): Pick<TextRun, 'bold' | 'color'> {
  if (current === null) return { bold: null, color: ink };
  return current === number ? { bold: true, color: accent } : { bold: null, color: muted };
}

function bodyItems(plan: ContentPlan, layout: Layout, { number, briefing, deck, kinds }: Setting): readonly Item[] {
  const context = placeContext(deck, plan.step, inlineText(plan.title).trim());
  const subtitles = plan.subtitles.map((words) => context.paragraph(words));
  const headings = plan.headings.map((item) => item.paragraph);
  return [
    ...inReadingOrder(
      [
        ...inRole('subtitle', 'Subtitle', subtitles, layout, context),
        ...inRole('heading', 'Heading', headings, layout, context),
        ...(plan.placement.type === 'regions'
          ? regionItems(plan.placement.parts, layout, context, kinds)
          : stacked(plan.placement.stacks, layout, context, kinds)),
      ],
      layout,
    ),
    ...sourceLine(plan, layout, number.back, briefing, deck),
  ];
}

/**
 * Items in the order of the placeholders that they fill, for a layout names each heading before what it heads; an item without a placeholder
 * stays behind the one before it.
 */
function inReadingOrder(items: readonly Item[], layout: Layout): readonly Item[] {
  let rank = -1;
  const ranked = items.map((item) => {
    const idx = 'placeholder' in item && item.placeholder ? item.placeholder.idx : null;
    if (idx !== null) rank = layout.placeholders.findIndex((target) => target.idx === idx);
    return { item, rank };
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

/** One paragraph in each placeholder of a role, in order. */
const inRole = (role: Role, name: string, paragraphs: readonly Paragraph[], layout: Layout, context: PlaceContext): readonly Item[] =>
  layout.placeholders
    .filter((target) => target.role === role)
    .flatMap((target, index) => {
      const text = paragraphs[index];
      const id = index === 0 ? role : `${role}${index + 1}`;
      return text ? [fittingItem(id, index === 0 ? name : `${name} ${index + 1}`, target, [text], context)] : [];
    });

/** Stacks beside each other and in rows below each other. */
function stacked(stacks: readonly Stack[], layout: Layout, context: PlaceContext, kinds: Kinds): readonly Item[] {
  const rows = stackRows(stacks, layout.body.cy, context, kinds);
  return stacks.flatMap((stack, index) => {
    const row = rows[stack.row];
    return row ? stackItems(stack, index, row, layout, context, kinds) : [];
  });
}

/** Each part in the region of its own. */
const regionItems = (parts: readonly Part[], layout: Layout, context: PlaceContext, kinds: Kinds): readonly Item[] =>
  parts.flatMap((part, index) => {
    const region = layout.regions[index];
    if (!region) return [];
    const targets = region.placeholders.flatMap((idx) => layout.placeholders.filter((target) => target.idx === idx));
    const id = `p${index + 1}`;
    if (part.type === 'block') {
      const place = { frame: region.frame, region, placeholders: targets, id };
      return withReveal(
        part.block,
        region.headroom ? headedBlock(part, place, context, kinds) : frameKind(part, kinds).place(part.block, place, context),
      );
    }
    const target = targets[0];
    if (!target) return [];
    const sizes = steppedSizes(target, context.template.ladder, context.step);
    const own = part.paragraphs.map((item) => item.paragraph);
    const paragraphs = atDisplay(own, sizes?.[0] ?? levelStyle(target.style, 0).size, context);
    return [placeholderText(`${id}.text`, index === 0 ? 'Text' : `Text ${index + 1}`, target, paragraphs, sizes)];
  });

/** Speaker notes: what the author wrote as notes, paragraph by paragraph. */
function notesOf(plan: SlidePlan, deck: DeckContext, kinds: Kinds): readonly Paragraph[] {
  const context = placeContext(deck, 0);
  return plan.notes.flatMap((block) => {
    const kind = kindOf(block, kinds);
    return kind.flow === 'text' ? kind.paragraphs(block, context).map((item) => inNotes(item.paragraph)) : [];
  });
}

/** Notes inherit no bullets, and their levels have other indents than a slide's. */
const inNotes = (item: Paragraph): Paragraph => ({
  ...item,
  bullet: item.bullet.kind === 'inherit' ? { kind: 'character', character: '•' } : item.bullet,
  indent: null,
});
