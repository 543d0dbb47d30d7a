/** The slides at the end that name every cited source in full. */
import type { Briefing, Source } from '../briefing/briefing.js';
import { longDate } from '../briefing/dates.js';
import type { ContentPlan } from '../briefing/deck-plan.js';
import type { FlowParagraph } from '../briefing/kind.js';
import { type DeckContext, toLink } from '../briefing/place-context.js';
import { paragraph, run, type TextInline } from '../scene/text.js';
import { plainEntry, textSlides } from './text-slides.js';

/** Source slides; none where nothing is cited, or the template has no layout for them. */
export function sourceSlides(briefing: Briefing, deck: DeckContext): readonly ContentPlan[] {
  const entries = deck.cited.flatMap((id, index) => {
    const source = briefing.sources.find((candidate) => candidate.id === id);
    return source ? [entryOf(source, index + 1, deck)] : [];
  });
  return textSlides(entries, { key: 'sources', title: deck.words.sources }, briefing, deck);
}

function entryOf(source: Source, number: number, deck: DeckContext): FlowParagraph {
  const { lang, words } = deck;
  const byline = [source.author, source.publisher].filter((part) => part !== '' && part !== source.title).join(words.comma);
  const lead = [byline, longDate(source.date, lang)].filter((part) => part !== '').join(words.comma);
  const link = toLink(source.url === '' ? null : source.url, '', deck);
  const inlines: TextInline[] = [run(source.title === '' ? source.id : source.title, lang, { link })];
  if (lead !== '') inlines.push(run(`. ${lead}`, lang));
  if (source.url !== '') inlines.push(run(`. ${source.url}`, lang, { color: deck.template.palette.muted }));
  if (source.accessed !== '') inlines.push(run(`${words.comma}${words.accessed.replace('{date}', longDate(source.accessed, lang))}`, lang));
  const text = paragraph(inlines, { bullet: { kind: 'number', scheme: 'arabicPeriod', startAt: number } });
  return { ...plainEntry(text), number: { list: 'sources', ordinal: number } };
}
