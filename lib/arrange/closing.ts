/** What stands on the closing slide besides its title. */
import type { Meta } from '../briefing/briefing.js';
import { longDate } from '../briefing/dates.js';
import type { ClosingPlan } from '../briefing/deck-plan.js';
import type { Inline } from '../briefing/inline.js';
import { type DeckContext, placeContext } from '../briefing/place-context.js';
import type { Item } from '../scene/scene.js';
import { type Link, type Paragraph, paragraph, run } from '../scene/text.js';
import type { Layout, Role } from '../template/model.js';
import { fittingItem } from './fitting.js';

/** Contact, particulars and disclaimer, each in its placeholder. */
export function closingItems(plan: ClosingPlan, layout: Layout, meta: Meta, deck: DeckContext): readonly Item[] {
  const place = (role: Role, name: string, paragraphs: readonly Paragraph[]): readonly Item[] => {
    const target = layout.placeholders.find((candidate) => candidate.role === role);
    return target && paragraphs.length > 0 ? [fittingItem(role, name, target, paragraphs, placeContext(deck, 0))] : [];
  };
  return [
    ...place('contact', deck.words.contact, linesOf(plan.contact, deck)),
    ...place('details', 'Details', particulars(plan, meta, deck)),
    ...place('disclaimer', deck.words.disclaimer, linesOf(plan.disclaimer, deck)),
  ];
}

const linesOf = (lines: readonly (readonly Inline[])[], deck: DeckContext): readonly Paragraph[] =>
  lines.map((line) => placeContext(deck, 0).paragraph(line));

/** The date, the day of the figures, the marking, and the way to the sources. */
function particulars(plan: ClosingPlan, meta: Meta, deck: DeckContext): readonly Paragraph[] {
  const { words, lang, cited } = deck;
  const line = (text: string, marks: Parameters<typeof run>[2] = {}): readonly Paragraph[] =>
    text === '' ? [] : [paragraph([run(text, lang, marks)])];
  const count = cited.length === 1 ? words.oneSource : words.sourceCount.replace('{n}', String(cited.length));
  const to = (slide: string | null): Link | null => (slide === null ? null : { kind: 'slide', slide, tooltip: '' });
  const [sources, appendix] = [to(plan.sources), to(plan.appendix)];
  return [
    ...line(longDate(meta.date, lang)),
    ...line(asOfLine(meta, deck)),
    ...line(meta.marking, { bold: true }),
    ...(sources ? line(count, { link: sources }) : []),
    ...(appendix ? line(words.appendix, { link: appendix }) : []),
  ];
}

/** Up to which day the figures stand; empty where the briefing does not say. */
export const asOfLine = ({ asOf }: Meta, { words, lang }: DeckContext): string =>
  asOf === '' ? '' : words.asOf.replace('{date}', longDate(asOf, lang));
