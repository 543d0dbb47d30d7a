/** The foot of a slide: where its figures come from, the footer, the date and the slide's number. */
import type { Briefing, Meta, Source } from '../briefing/briefing.js';
import { longDate } from '../briefing/dates.js';
import type { ContentPlan } from '../briefing/deck-plan.js';
import { placeholderText } from '../briefing/items.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import { points } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import { type Link, type Paragraph, paragraph, run, type TextInline, type TextStyle } from '../scene/text.js';
import type { Layout, Placeholder } from '../template/model.js';
import type { Back, SlideNumber } from './numbers.js';

/** The source line: each source with its number and short name, and what the statuses on the slide mean; shortened until it fits. */
export function sourceLine(plan: ContentPlan, layout: Layout, back: Back | null, briefing: Briefing, deck: DeckContext): readonly Item[] {
  const target = layout.placeholders.find((candidate) => candidate.role === 'sources');
  const sources = plan.citations.flatMap((citation) => {
    const source = briefing.sources.find((candidate) => candidate.id === citation.id);
    return source ? [{ number: deck.cited.indexOf(source.id) + 1, source, locator: citation.locator }] : [];
  });
  const meanings = plan.statuses.map((status) => deck.words.statusMeaning[status]);
  if (!target || (sources.length === 0 && meanings.length === 0 && !back)) return [];
  const named = (name: (source: Source) => string): string =>
    sources.length === 0
      ? ''
      : `${deck.words.sourceLine} ${sources.map(({ number, source, locator }) => `${number}\u00a0${name(source)}${locator === '' ? '' : `, ${locator}`}`).join('. ')}.`;
  const numbers = sources.length === 0 ? '' : `${deck.words.sourceLine} ${sources.map(({ number }) => number).join(deck.words.comma)}.`;
  const legend = meanings.join('; ');
  const candidates = [named(shortName), named(shorterName), numbers].map((text) => [text, legend].filter((part) => part !== '').join('  '));
  const lines = candidates.map((text) => withBack(text, back, deck));
  const fitting = lines.find((text) => fits(text, target, deck)) ?? lines.at(-1);
  return fitting ? [placeholderText('sources', 'Sources', target, [fitting])] : [];
}

/** The line, and in an appendix the way back behind it. */
const withBack = (text: string, back: Back | null, deck: DeckContext): Paragraph =>
  paragraph([
    ...(text === '' ? [] : [run(back ? `${text}  ` : text, deck.lang)]),
    ...(back ? [run(deck.words.backTo.replace('{n}', String(back.number)), deck.lang, { link: linkTo(back) })] : []),
  ]);

const linkTo = ({ slide }: Back): Link => ({ kind: 'slide', slide, tooltip: '' });

const fits = (text: Paragraph, target: Placeholder, deck: DeckContext): boolean =>
  placeContext(deck, 0).height([text], target.style, target.frame.cx) <= target.frame.cy;

/** How a slide's foot names a source. */
export const shortName = (source: Source): string =>
  source.short !== ''
    ? source.short
    : [source.publisher || source.author || source.title || source.id, source.date].filter((part) => part !== '').join(', ');

const shorterName = (source: Source): string => source.publisher || source.author || source.short || source.title || source.id;

/** Footer, date and slide number, each in its placeholder; what is empty is left out, and so is what `content` filled already: a cover's date. */
export function footItems(layout: Layout, content: readonly Item[], number: SlideNumber, meta: Meta, deck: DeckContext): readonly Item[] {
  const filled = new Set(content.flatMap((item) => ('placeholder' in item && item.placeholder ? [item.placeholder.idx] : [])));
  const footer = [meta.footer || deck.template.footer, meta.marking].filter((part) => part !== '').join('  |  ');
  return layout.placeholders.flatMap((target): readonly Item[] => {
    if (filled.has(target.idx)) return [];
    const text = (words: string): readonly Paragraph[] => [paragraph([run(words, deck.lang)])];
    const date = longDate(meta.date, deck.lang);
    if (target.type === 'ftr') return footer === '' ? [] : [fittingLine('footer', 'Footer', target, text(footer), deck)];
    if (target.type === 'dt') return date === '' ? [] : [fittingLine('date-footer', 'Date', target, text(date), deck)];
    if (target.type !== 'sldNum') return [];
    const inlines = numberInlines(number, layout, deck);
    return inlines.length === 0 ? [] : [placeholderText('number-footer', 'Slide number', target, [paragraph(inlines)])];
  });
}

/** A slide's number; in an appendix its own, which leads back where the layout has no line for that. */
function numberInlines({ label, numbering, total, back }: SlideNumber, layout: Layout, { lang }: DeckContext): readonly TextInline[] {
  if (numbering === 'none' || label === '') return [];
  if (label !== null) {
    const elsewhere = layout.placeholders.some(({ role }) => role === 'sources');
    return [run(label, lang, { link: back && !elsewhere ? linkTo(back) : null })];
  }
  const field = { type: 'field', field: 'slidenum', text: '‹#›', lang } as const;
  return numbering === 'total' ? [field, run(`\u00a0/\u00a0${total}`, lang)] : [field];
}

/** The least size of a footer, in points. */
const FOOTER_FLOOR = 8;
/** What Office's own insets take above and below, in points. */
const INSETS = 7.2;

/** A footer at its own size, or at the largest that its frame holds. */
function fittingLine(id: string, name: string, target: Placeholder, text: readonly Paragraph[], deck: DeckContext): Item {
  const own = target.style[0]?.size ?? FOOTER_FLOOR;
  const context = placeContext(deck, 0);
  const sized = (size: number): TextStyle => target.style.map((level) => ({ ...level, size }));
  // Text in the middle of its frame may stand in the insets.
  const room = target.frame.cy + (target.anchor === 'middle' ? points(INSETS) : 0);
  const holds = (size: number): boolean => context.height(text, sized(size), target.frame.cx) <= room;
  const sizes = Array.from({ length: Math.max(0, Math.ceil(own - FOOTER_FLOOR)) }, (_, index) => own - index - 1);
  const size = holds(own) ? own : (sizes.find(holds) ?? Math.min(own, FOOTER_FLOOR));
  return placeholderText(id, name, target, text, size === own ? null : target.style.map(() => size));
}
