/** The slides at the end that name every cited source in full. */
import type { Briefing, Source } from '../briefing/briefing.js';
import { longDate } from '../briefing/dates.js';
import type { ContentPlan } from '../briefing/deck-plan.js';
import { plainInline } from '../briefing/inline.js';
import type { FlowParagraph } from '../briefing/kind.js';
import { type DeckContext, toLink } from '../briefing/place-context.js';
import { paragraph, run, type TextInline } from '../scene/text.js';
import { freeKey } from './keys.js';
import { pagesOf } from './pages.js';

/** Source slides; none where nothing is cited, or the template has no layout for them. */
export function sourceSlides(briefing: Briefing, deck: DeckContext): readonly ContentPlan[] {
  const layout = deck.template.layouts.find((candidate) => candidate.purpose === 'sources');
  const region = layout?.regions[0];
  const target = layout?.placeholders.find((placeholder) => placeholder.idx === region?.placeholders[0]);
  if (!layout || !target || deck.cited.length === 0) return [];
  const entries = deck.cited.flatMap((id, index) => {
    const source = briefing.sources.find((candidate) => candidate.id === id);
    return source ? [entryOf(source, index + 1, deck)] : [];
  });
  const pages = pagesOf(entries, target, deck, (entry) => entry.paragraph);
  return pages.map((paragraphs, index) => ({
    type: 'content',
    key: freeKey(index === 0 ? 'sources' : `sources-${index + 1}`, deck),
    anchors: [],
    layout: layout.name,
    title: [plainInline(deck.words.sources, briefing.meta.span)],
    continued: false,
    part: pages.length > 1 ? { n: index + 1, of: pages.length } : null,
    step: 0,
    titleStep: 0,
    headings: [],
    subtitles: [],
    placement: { type: 'regions', parts: [{ type: 'text', paragraphs }] },
    citations: [],
    statuses: [],
    notes: [],
    hidden: false,
    behind: null,
    span: briefing.meta.span,
  }));
}

function entryOf(source: Source, number: number, deck: DeckContext): FlowParagraph {
  const { lang, words } = deck;
  const byline = [source.author, source.publisher].filter((part) => part !== '' && part !== source.title).join(words.comma);
  const lead = [byline, longDate(source.date, lang)].filter((part) => part !== '').join(words.comma);
  const link = toLink(source.url === '' ? null : source.url, '', deck);
  const inlines: TextInline[] = [run(source.title === '' ? source.id : source.title, lang, { link })];
  if (lead !== '') inlines.push(run(`. ${lead}`, lang));
  if (source.url !== '') inlines.push(run(`. ${source.url}`, lang, { color: deck.template.palette.muted }));
  return {
    paragraph: paragraph(inlines, { bullet: { kind: 'number', scheme: 'arabicPeriod', startAt: number } }),
    number: { list: 'sources', ordinal: number },
    heading: null,
    keepWithNext: false,
    inlines: [],
  };
}
