/** The last slide: whom to ask, the date, the marking, the sources, and what the author does not answer for. */
import type { Briefing } from '../briefing/briefing.js';
import { boundaries, sliceInlines } from '../briefing/cut.js';
import type { ClosingPlan, ContentPlan, SlidePlan } from '../briefing/deck-plan.js';
import { type Inline, inlineText, plainInline } from '../briefing/inline.js';
import { type DeckContext, placeContext, steppedSizes } from '../briefing/place-context.js';
import type { Paragraph } from '../scene/text.js';
import type { Layout, Role } from '../template/model.js';
import { freeKey } from './keys.js';
import { plainEntry, textPlace, textSlide, textSlides } from './text-slides.js';
import { fittingTitle, titleStep } from './title.js';

type Lines = readonly (readonly Inline[])[];

/**
 * The closing slide of a briefing that names a contact or a disclaimer, in the template's layout with places for them, else in one for text. What has
 * no place on it, or is longer than its place, gets slides of its own before it. `leads`: the first slides of the sources and of the appendix.
 */
export function closingPlans(
  briefing: Briefing,
  deck: DeckContext,
  leads: Pick<ClosingPlan, 'sources' | 'appendix'>,
): readonly SlidePlan[] {
  const { contact, span } = briefing.meta;
  const { closing, contact: contactWord, disclaimer: disclaimerWord } = deck.words;
  const disclaimer = briefing.meta.disclaimer.length > 0 ? briefing.meta.disclaimer : brandDisclaimer(deck, span);
  if (contact.length === 0 && disclaimer.length === 0) return [];
  const said = contact.length > 0 && disclaimer.length > 0 ? [plainInline(disclaimerWord, span)] : [];
  const layout = deck.template.layouts.find(
    ({ purpose, placeholders }) => purpose === 'closing' && placeholders.some(({ role }) => role === 'contact'),
  );
  const single = layout ? null : oneSlide(contact, said, disclaimer, briefing, deck);
  if (single) return [single];
  const apart = (key: 'contact' | 'disclaimer', lines: Lines, title: string): readonly SlidePlan[] =>
    layout && stands(lines, layout, key, deck) ? [] : textSlides(entriesOf(lines, deck), { key, title }, briefing, deck);
  const own = {
    contact: apart('contact', contact, contactWord),
    disclaimer: apart('disclaimer', disclaimer, disclaimerWord),
  };
  if (!layout) return [...own.contact, ...own.disclaimer];
  const titled = { title: [plainInline(closing, span)], continued: false, part: null };
  const plan: ClosingPlan = {
    type: 'closing',
    key: freeKey('closing', deck),
    anchors: [],
    layout: layout.name,
    ...titled,
    title: fittingTitle(titled, layout, deck),
    titleStep: titleStep(titled, layout, deck),
    contact: own.contact.length > 0 ? [] : contact,
    disclaimer: own.disclaimer.length > 0 ? [] : disclaimer,
    ...leads,
    behind: null,
    notes: [],
    hidden: false,
    span,
  };
  return [...own.contact, ...own.disclaimer, plan];
}

/** Points over the disclaimer on a slide that it shares with the contact. */
const DISCLAIMER_GAP = 18;

/** Contact and disclaimer, under its word, on one slide of running text, for templates without places of their own; null where that is too much for one. */
function oneSlide(contact: Lines, word: readonly Inline[], disclaimer: Lines, briefing: Briefing, deck: DeckContext): ContentPlan | null {
  const { template, words } = deck;
  const layout =
    template.layouts.find((item) => item.purpose === 'closing' && takesText(item)) ??
    template.layouts.find((item) => item.purpose === 'content' && takesText(item));
  const target = layout && textPlace(layout);
  if (!layout || !target) return null;
  const bullet = { kind: 'none' } as const;
  for (let step = 0; step <= DEEPEST_STEP; step++) {
    const context = placeContext(deck, step);
    const sizes = steppedSizes(target, template.ladder, step);
    const style = target.style.map((level, index) => ({ ...level, size: sizes?.[Math.min(index, sizes.length - 1)] ?? level.size }));
    const line = (inlines: readonly Inline[], marks: Parameters<typeof context.paragraph>[1] = {}) =>
      context.paragraph(inlines, { bullet, ...marks }, style[0]?.size);
    const head = word.length > 0 ? [bold(line(word, { spaceBefore: DISCLAIMER_GAP }))] : [];
    const paragraphs = [...contact.map((item) => line(item)), ...head, ...disclaimer.map((item) => line(item))];
    if (context.height(paragraphs, style, target.frame.cx) <= target.frame.cy)
      return textSlide(paragraphs.map(plainEntry), { key: 'closing', title: words.closing, layout, step }, briefing, deck);
  }
  return null;
}

const takesText = ({ regions }: Layout): boolean => regions.length === 1 && regions[0]?.accepts.includes('text') === true;

const bold = (text: Paragraph): Paragraph => ({
  ...text,
  inlines: text.inlines.map((inline) => (inline.type === 'run' ? { ...inline, bold: true } : inline)),
});

/** Type gives way by this many rungs before text is parted. */
const DEEPEST_STEP = 2;

/** What the brand says in every deck whose briefing says nothing else. */
const brandDisclaimer = (deck: DeckContext, span: Briefing['meta']['span']): Lines =>
  deck.template.disclaimer
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text) => [plainInline(text.trim(), span)]);

/** Whether lines stand in the layout's place for them. */
function stands(lines: Lines, layout: Layout, role: Role, deck: DeckContext): boolean {
  const target = layout.placeholders.find((candidate) => candidate.role === role);
  const context = placeContext(deck, 0);
  if (!target) return lines.length === 0;
  const paragraphs = lines.map((line) => context.paragraph(line));
  return context.height(paragraphs, target.style, target.frame.cx) <= target.frame.cy;
}

/** Sentence by sentence, so that a paragraph that is longer than a slide can be parted. */
const entriesOf = (lines: Lines, deck: DeckContext) =>
  lines.flatMap((line) => {
    const text = inlineText(line);
    const ends = text.length > LONG ? [...boundaries(text, 'sentence', deck.lang), text.length] : [text.length];
    const bullet = { kind: 'none' } as const;
    return ends.map((end, index) => plainEntry(placeContext(deck, 0).paragraph(sliceInlines(line, ends[index - 1] ?? 0, end), { bullet })));
  });

/** Characters of a paragraph that may fill more than half a slide. */
const LONG = 900;
