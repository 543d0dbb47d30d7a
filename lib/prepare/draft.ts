/** What a briefing is drafted from: all that was found in the sources, and which of it goes on which slide. */
import { type ChartDraft, chartOfSentence, chartOfTable } from './charts.js';
import { findDates, type WrittenDate } from './dates.js';
import { type Figure, figuresOf, type Language } from './figures.js';
import { type Group, groupSentences } from './group.js';
import { type Hedge, hasHedge, hedgeOf } from './hedges.js';
import { type Name, namesOf } from './names.js';
import { isAttribution, type Quotation, quotationsOf } from './quotes.js';
import { likeness, rankSentences } from './rank.js';
import { type Sentence, sentencesOf } from './sentences.js';
import { shortened } from './shorten.js';
import { isPassage, type SourceDocument, type SourceTable } from './source.js';
import { wordReader } from './words.js';

/** A sentence as a slide says it. */
export interface Point {
  readonly sentence: Sentence;
  /** The sentence's own words, some left out. */
  readonly text: string;
  readonly hedge: Hedge | null;
}

export interface Title {
  readonly text: string;
  /** What it was made of. */
  readonly sentences: readonly Sentence[];
  readonly by: 'source' | 'model';
}

export interface DraftSlide {
  readonly section: string;
  readonly heading: string;
  readonly title: Title;
  readonly points: readonly Point[];
}

export interface DatedEvent {
  readonly date: WrittenDate;
  /** ISO 8601; of a date without a year, with the year of the source where that is known, else as written. */
  readonly iso: string;
  /** Whether the year is the source's own date's and not written here. */
  readonly yearTaken: boolean;
  readonly sentence: Sentence;
  readonly line: number;
}

/** A table and the heading that it stands under. */
export interface PlacedTable {
  readonly table: SourceTable;
  readonly source: SourceDocument;
  readonly heading: string;
}

export interface Draft {
  readonly lang: string;
  readonly sources: readonly SourceDocument[];
  readonly brief: readonly Point[];
  readonly slides: readonly DraftSlide[];
  /** Groups of sentences for which there was no room. */
  readonly left: readonly Group[];
  readonly figures: readonly Figure[];
  readonly keyFigures: readonly Figure[];
  readonly events: readonly DatedEvent[];
  readonly names: readonly Name[];
  readonly quotations: readonly Quotation[];
  readonly claims: readonly Point[];
  readonly charts: readonly ChartDraft[];
  readonly tables: readonly PlacedTable[];
}

/** Characters of a title, of a point and of all points of a slide; a Chinese character stands for two. */
const TITLE_ROOM = 96;
const POINT_ROOM = 170;
const SLIDE_ROOM = 640;
const LEAST = 24;
/** Characters of a key figure; more of them are not set large. Chinese ones are twice as wide. */
const LONGEST_KEY_FIGURE = 16;
const MOST_POINTS = 4;
const BRIEF_POINTS = 4;
/** Slides of charts and of tables each. */
const MOST_CHARTS = 6;
const MOST_TABLES = 4;

/** Finds all that a draft needs. Pure; the same sources give the same draft. */
export function draftOf(sources: readonly SourceDocument[], { lang, grammar }: Language): Draft {
  const language = { lang, grammar };
  const all = sentencesOf(sources, lang);
  const sentences = all.filter((sentence) => !isAttribution(sentence)).map((sentence, index) => ({ ...sentence, index }));
  const words = wordReader(lang);
  const ranks = rankSentences(sentences, words);
  const { groups, left } = groupSentences(sentences, ranks, words);
  const figures = sentences.flatMap((sentence) => figuresOf(sentence, language));
  const pen = penFor(language, withFigures(ranks, figures), words);
  const names = namesOf(all, language);
  const tables = sources.flatMap(tablesOf);
  const byRank = sentences.toSorted((a, b) => pen.rank(b) - pen.rank(a) || a.index - b.index);
  return {
    lang,
    sources,
    brief: sentences.length < 8 ? [] : pen.points(byRank.slice(0, 40), BRIEF_POINTS),
    slides: groups.map((group) => slideOf(group, pen)),
    left,
    figures,
    keyFigures: keyFigures(figures, pen.rank),
    events: eventsOf(sentences),
    names,
    quotations: quotationsOf(all).map((quotation) => ({ ...quotation, speaker: wholeName(quotation.speaker, names) })),
    claims: sentences.flatMap((sentence) => (hedgeOf(sentence.text, lang, grammar) ? [pen.point(sentence)] : [])),
    charts: chartsOf(tables, sentences, figures, names),
    tables: tables.filter((placed) => chartOfTable(placed) === null && fitsSlide(placed.table)).slice(0, MOST_TABLES),
  };
}

function tablesOf(source: SourceDocument): readonly PlacedTable[] {
  let heading = '';
  return source.passages.flatMap((item) => {
    if (!isPassage(item)) return [{ table: item, source, heading }];
    if (item.type === 'heading') heading = item.text;
    return [];
  });
}

/** A sentence that gives a figure is worth more to a briefing. */
function withFigures(ranks: readonly number[], figures: readonly Figure[]): readonly number[] {
  const giving = new Set(figures.filter(({ quantity }) => !quantity.spelled).map(({ sentence }) => sentence.index));
  return ranks.map((rank, index) => (giving.has(index) ? rank * 1.6 : rank));
}

const fitsSlide = ({ header, rows }: SourceTable): boolean => header.length <= 8 && rows.length <= 14;

/** What writes points and titles out of sentences. */
interface Pen {
  rank(sentence: Sentence): number;
  point(sentence: Sentence): Point;
  /** The best of the sentences, each saying something new, in reading order. */
  points(sentences: readonly Sentence[], most: number): readonly Point[];
  title(sentence: Sentence): string;
}

function penFor({ lang, grammar }: Language, ranks: readonly number[], words: (text: string) => readonly string[]): Pen {
  const wide = lang.startsWith('zh') || lang.startsWith('ja') ? 2 : 1;
  const rank = (sentence: Sentence): number => ranks[sentence.index] ?? 0;
  const point = (sentence: Sentence): Point => ({
    sentence,
    text: shortened(sentence.text, POINT_ROOM / wide, grammar, 'point'),
    hedge: hedgeOf(sentence.text, lang, grammar),
  });
  return {
    rank,
    point,
    title: (sentence) => shortened(sentence.text, TITLE_ROOM / wide, grammar, 'title'),
    points: (sentences, most) => {
      const chosen: Sentence[] = [];
      let room = SLIDE_ROOM / wide;
      for (const sentence of sentences.toSorted((a, b) => rank(b) - rank(a) || a.index - b.index)) {
        const { text } = point(sentence);
        const repeats = chosen.some((other) => likeness(words(other.text), words(sentence.text)) > 0.6);
        if (sentence.type === 'quote' || /[:：]$/.test(sentence.text) || sentence.text.length < LEAST / wide) continue;
        if (chosen.length === most || repeats || (text.length > room && chosen.length > 0)) continue;
        chosen.push(sentence);
        room -= text.length;
      }
      return chosen.sort((a, b) => a.index - b.index).map(point);
    },
  };
}

/** The title is the sentence that says most in the fewest words and stands by itself; the points are the best of the rest. */
function slideOf(group: Group, pen: Pen): DraftSlide {
  const best = group.sentences.toSorted((a, b) => fitness(b, pen) - fitness(a, pen) || a.index - b.index)[0];
  const rest = group.sentences.filter((sentence) => sentence !== best);
  const title = best
    ? { text: pen.title(best), sentences: [best], by: 'source' as const }
    : { text: group.heading, sentences: [], by: 'source' as const };
  const points = pen.points(rest, MOST_POINTS);
  return { section: group.section, heading: group.heading, title, points: points.length === 0 && best ? [pen.point(best)] : points };
}

function fitness(sentence: Sentence, pen: Pen): number {
  const title = pen.title(sentence);
  const wide = /\p{Script=Han}/u.test(title) ? 2 : 1;
  const length = title.length * wide > TITLE_ROOM ? (TITLE_ROOM / (title.length * wide)) ** 3 : 1;
  const plain = hasHedge(title) ? 0.9 : 1;
  const opens = sentence.position === 0 ? 1.3 : 1;
  const quoted = /^[“"「]/u.test(title) || sentence.type === 'quote' ? 0.3 : 1;
  const item = sentence.type === 'item' ? 0.7 : 1;
  const sentenceLike = /[.。！!]["”’」)]*$/u.test(sentence.text) ? 1 : 0.4;
  return (0.2 + pen.rank(sentence)) * length * plain * opens * quoted * item * sentenceLike;
}

/** The figures that a reader would look for first: exact ones with a unit, in sentences that matter. */
function keyFigures(figures: readonly Figure[], rank: (sentence: Sentence) => number): readonly Figure[] {
  const weight = ({ quantity, measure, sentence }: Figure): number =>
    (0.3 + rank(sentence)) *
    (quantity.spelled ? 0.3 : 1) *
    (measure === '' ? 0.3 : 1) *
    (quantity.unit === '' && quantity.value < 10 ? 0.4 : 1) *
    (measure.length > 50 ? 0.6 : 1) *
    (measure.includes('…') ? 0.85 : 1) *
    (/^(?:day|week|month|year|hour|minute|second)$/.test(quantity.unit) ? 0.5 : 1);
  const distinct = figures.filter((figure, index) => figures.findIndex((other) => other.shown === figure.shown) === index);
  const best = distinct
    .toSorted((a, b) => weight(b) - weight(a) || a.sentence.index - b.sentence.index)
    .filter((figure) => weight(figure) > 0.15);
  const short = best.filter((figure) => roomOf(keyText(figure)) <= LONGEST_KEY_FIGURE);
  const perSentence = short.filter((figure, index) => short.findIndex((other) => other.sentence === figure.sentence) === index);
  return perSentence.slice(0, 4).sort((a, b) => a.sentence.index - b.sentence.index || a.quantity.start - b.quantity.start);
}

/** A key figure as it is set: its status says that it is an estimate. */
export const keyText = ({ status, quantity, shown }: Figure): string => (status === 'estimated' ? quantity.text : shown);

const roomOf = (text: string): number => text.length * (/\p{Script=Han}/u.test(text) ? 1.6 : 1);

/** Dates with what the sentence says; a date without a year is the one nearest to the source's own date. */
function eventsOf(sentences: readonly Sentence[]): readonly DatedEvent[] {
  return sentences.flatMap((sentence) =>
    findDates(sentence.text).map((date): DatedEvent => {
      const known = sentence.source.date;
      const yearless = date.iso.startsWith('--');
      const iso = yearless && known !== '' ? nearest(date.iso.slice(2), known) : date.iso;
      return { date, iso, yearTaken: yearless && known !== '', sentence, line: sentence.lineOf(date.start) };
    }),
  );
}

/** `-01-20` in the year that brings it nearest to a day. */
function nearest(monthDay: string, day: string): string {
  const year = Number(day.slice(0, 4));
  const distance = (iso: string): number => Math.abs(Date.parse(iso) - Date.parse(day)) || 0;
  return [year, year - 1, year + 1]
    .map((candidate) => `${candidate}-${monthDay}`)
    .reduce((best, iso) => (distance(iso) < distance(best) ? iso : best));
}

/** `Jonas Reiter` for `Reiter`, where one person of the text bears that name. */
function wholeName(speaker: string, names: readonly Name[]): string {
  const longer = names.filter(({ kind, text }) => kind === 'person' && (text.endsWith(` ${speaker}`) || text.endsWith(`·${speaker}`)));
  return speaker !== '' && longer.length === 1 ? (longer[0]?.text ?? speaker) : speaker;
}

function chartsOf(
  tables: readonly PlacedTable[],
  sentences: readonly Sentence[],
  figures: readonly Figure[],
  names: readonly Name[],
): readonly ChartDraft[] {
  const ofTables = tables.flatMap((placed) => chartOfTable(placed) ?? []);
  const groups = new Map<Sentence, Figure[]>();
  for (const figure of figures) groups.set(figure.sentence, [...(groups.get(figure.sentence) ?? []), figure]);
  const ofSentences = sentences.flatMap((sentence) => chartOfSentence(sentence, groups.get(sentence) ?? [], names) ?? []);
  return [...ofTables, ...ofSentences].slice(0, MOST_CHARTS);
}
