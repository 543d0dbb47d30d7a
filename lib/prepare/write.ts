/** A draft as a briefing: every line names the place that it came from, in a comment that no slide shows. */
import type { ChartDraft } from './charts.js';
import { type Draft, type DraftSlide, keyText, type PlacedTable, type Point } from './draft.js';
import { comment, inAttribute, inCsv, inMarkdown, inYaml } from './escape.js';
import { bareHeading } from './group.js';
import { materialBlocks } from './material.js';
import type { Quotation } from './quotes.js';
import type { Sentence } from './sentences.js';
import { withoutStop } from './shorten.js';
import type { SourceDocument } from './source.js';
import { timelineBlocks } from './timeline.js';
import { citing, fence, inCell, table, type Writer, writerFor } from './writer.js';

/** What the writer needs besides the draft. */
export interface WriteOptions {
  /** The path of a source as it is written in the briefing; empty for none. */
  readonly pathOf: (source: SourceDocument) => string;
}

const MOST_QUOTES = 6;
/** Points beside a chart. */
const MOST_BESIDE = 3;

/** Writes the briefing's text; ends with a line end. */
export function writeBriefing(draft: Draft, options: WriteOptions): string {
  const writer = writerFor(draft);
  const several = sectionsOf(draft);
  const homes = homesOf(draft);
  const beside = new Set(homes.values());
  const slides = draft.slides.flatMap((slide, index) => {
    const opens = several && slide.section !== '' && slide.section !== draft.slides[index - 1]?.section;
    return [...(opens ? [`# ${inMarkdown(slide.section)}`] : []), ...slideBlocks(slide, homes.get(slide) ?? null, writer)];
  });
  const blocks = [
    frontMatter(draft, options),
    comment(
      'A draft that briefdeck prepare made out of the sources, in their own words. Each comment names the place of its line. Check it, cut it, say it better.',
    ),
    ...briefBlocks(writer),
    ...figureBlocks(writer),
    ...slides,
    ...draft.charts.filter((chart) => !beside.has(chart)).flatMap((chart) => chartBlocks(chart, writer)),
    ...draft.tables.flatMap((placed) => sourceTableBlocks(placed, writer)),
    ...timelineBlocks(writer),
    ...quoteBlocks(writer),
    ...materialBlocks(writer),
    ...draft.left.map((group) =>
      comment(
        `left out: ${group.heading === '' ? 'a passage' : group.heading}, from ${writer.place(group.source, group.sentences[0]?.line ?? 1)}`,
      ),
    ),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** A chart stands on the slide that speaks of its figures, where that slide has room and no other chart. */
function homesOf({ slides, charts }: Draft): ReadonlyMap<DraftSlide, ChartDraft> {
  const homes = new Map<DraftSlide, ChartDraft>();
  for (const chart of charts) {
    const home = slides.find((slide) => slide.points.length <= MOST_BESIDE && !homes.has(slide) && speaksOf(slide, chart));
    if (home) homes.set(home, chart);
  }
  return homes;
}

const speaksOf = (slide: DraftSlide, { sentence, heading, source }: ChartDraft): boolean =>
  sentence
    ? slide.title.sentences.includes(sentence) || slide.points.some((point) => point.sentence === sentence)
    : heading !== '' && slide.heading === bareHeading(heading) && slide.points[0]?.sentence.source === source;

/** Sections only where the sources have them, and each of them a few slides. */
function sectionsOf({ slides, sources }: Draft): boolean {
  const names = new Set(slides.map(({ section }) => section).filter((name) => name !== ''));
  return sources.length === 1 && names.size > 1 && slides.length >= names.size * 2;
}

function frontMatter({ sources, lang }: Draft, { pathOf }: WriteOptions): string {
  const [first] = sources;
  const alone = sources.length === 1 ? first : undefined;
  const entries = sources.map((source) => {
    const known = [
      ['title', source.title],
      ['author', source.authors.join(', ')],
      ['publisher', source.publisher],
      ['date', source.date],
      ['url', source.url],
      ['file', pathOf(source)],
    ] as const;
    const fields = known.filter(([, value]) => value !== '').map(([key, value]) => `${key}: ${inYaml(value)}`);
    return `  ${source.id}: {${fields.join(', ')}}`;
  });
  return [
    '---',
    `title: ${inYaml(first?.title ?? '')}`,
    ...(alone && alone.subtitle !== '' ? [`subtitle: ${inYaml(alone.subtitle)}`] : []),
    ...(alone && alone.date !== '' ? [`date: ${alone.date}`] : []),
    `lang: ${lang}`,
    'sources:',
    ...entries,
    '---',
  ].join('\n');
}

/** `[words]{status=claimed by="…" source=article}` for a hedged statement, else the words and what they cite; then the place. */
function pointText({ sentence, text, hedge }: Point, writer: Writer): string {
  const from = `from ${writer.place(sentence.source, sentence.line)}`;
  if (!hedge) return `${inMarkdown(text)} [@${sentence.source.id}] ${comment(from)}`;
  const by = hedge.by === '' ? '' : ` by=${inAttribute(hedge.by)}`;
  const words = hedge.words.map((word) => `"${word}"`).join(', ');
  return `[${inMarkdown(text)}]{status=${hedge.status}${by} source=${sentence.source.id}} ${comment(`${from}; hedged by ${words}`)}`;
}

function briefBlocks(writer: Writer): readonly string[] {
  const { brief } = writer.draft;
  return brief.length === 0 ? [] : [`## ${writer.labels.brief}`, list(brief, writer)];
}

const list = (points: readonly Point[], writer: Writer): string => points.map((point) => `- ${pointText(point, writer)}`).join('\n');

function slideBlocks(slide: DraftSlide, chart: ChartDraft | null, writer: Writer): readonly string[] {
  const { title, points } = slide;
  const places = title.sentences.map((sentence) => writer.place(sentence.source, sentence.line));
  const from = `title from ${places.join(', ')}${title.by === 'model' ? ', phrased by a model' : ''}${slide.heading === '' ? '' : `; under "${slide.heading}"`}`;
  const cut = [...title.sentences, ...points.map(({ sentence }) => sentence)].filter(
    (sentence, index, all) => all.indexOf(sentence) === index && isCut(sentence, slide),
  );
  return [
    `## ${inMarkdown(title.text)}`,
    comment(from),
    list(points, writer),
    ...(chart ? chartBlocks(chart, writer).slice(1) : []),
    ...notesOf(cut, writer),
  ];
}

/** Whether the slide says less than the sentence. */
function isCut(sentence: Sentence, { title, points }: DraftSlide): boolean {
  const said = [title.text, ...points.map(({ text }) => text)];
  const bare = (text: string): string => text.replace(/[.。]$/, '').toLowerCase();
  return !said.some((text) => bare(text) === bare(sentence.text));
}

/** Sentences that the slide shortens, whole. */
function notesOf(sentences: readonly Sentence[], writer: Writer): readonly string[] {
  if (sentences.length === 0) return [];
  const rows = sentences.map((sentence) => `${inMarkdown(sentence.text)} (${inMarkdown(writer.place(sentence.source, sentence.line))})`);
  return [['::: notes', rows.join('\n\n'), ':::'].join('\n')];
}

function figureBlocks(writer: Writer): readonly string[] {
  const { keyFigures } = writer.draft;
  if (keyFigures.length < 2) return [];
  const entries = keyFigures.map((figure) => [
    `- value: ${inYaml(inMarkdown(keyText(figure)))} # from ${writer.place(figure.sentence.source, figure.line)}`,
    `  label: ${inYaml(inMarkdown(figure.measure))}`,
    ...(figure.status === null ? [] : [`  status: ${figure.status}`]),
    `  source: ${figure.sentence.source.id}`,
  ]);
  return [`## ${writer.labels.figures}`, fence('kpi', entries.flat())];
}

function chartBlocks(chart: ChartDraft, writer: Writer): readonly string[] {
  const { sentence, source, header, rows, left } = chart;
  const lines = [...new Set(rows.map(({ line }) => line))];
  const places =
    lines.length > 3
      ? `${writer.place(source, lines[0] ?? 1)} to ${lines.at(-1)}`
      : lines.map((line) => writer.place(source, line)).join(', ');
  const standing = rows.some(({ status }) => status !== '');
  const title = sentence
    ? (writer.draft.slides.flatMap(({ points }) => points).find((point) => point.sentence === sentence)?.text ?? withoutStop(sentence.text))
    : [chart.heading, chart.title].filter(Boolean).join(': ') || header.join(', ');
  const data = [
    [...header, ...(standing ? ['status'] : [])],
    ...rows.map(({ cells, status }) => [...cells, ...(standing ? [status] : [])]),
  ];
  return [
    `## ${inMarkdown(title)}`,
    comment(
      `figures from ${places}: see that they measure the same thing, then say in the title what they show${left.length === 0 ? '' : `; not drawn: ${left.join(', ')}`}`,
    ),
    fence('chart', [
      `type: ${chart.type}`,
      ...(chart.sentence === null && chart.type === 'column' ? ['sort: none'] : []),
      ...(chart.title === '' ? [] : [`title: ${inYaml(inMarkdown(chart.title))}`]),
      ...(chart.unit === '' ? [] : [`unit: ${inYaml(chart.unit)}`]),
      `source: ${source.id}`,
      'data: |',
      ...data.map((row) => `  ${row.map(inCsv).join(',')}`),
    ]),
  ];
}

function sourceTableBlocks({ table: { header, rows, lines }, source, heading }: PlacedTable, writer: Writer): readonly string[] {
  const [first = 1] = lines;
  const body = rows.map((row, index) =>
    row.map(
      (cell, at) =>
        `${inCell(cell)}${at === row.length - 1 ? ` ${comment(`from ${writer.place(source, lines[index + 1] ?? first)}`)}` : ''}`,
    ),
  );
  const title = heading || header.filter((cell) => cell !== '').join(', ') || writer.labels.table;
  return [
    `## ${inMarkdown(title)}`,
    comment(`table from ${writer.place(source, first)}`),
    table(citing(header.map(inCell), [source]), body),
  ];
}

function quoteBlocks(writer: Writer): readonly string[] {
  const { quotations } = writer.draft;
  const named = quotations
    .toSorted((a, b) => Number(b.speaker !== '') - Number(a.speaker !== '') || a.sentence.index - b.sentence.index)
    .slice(0, MOST_QUOTES);
  const rows = named.toSorted((a, b) => a.sentence.index - b.sentence.index).map((quotation) => quoteText(quotation, writer));
  return Array.from({ length: Math.ceil(rows.length / 2) }, (_, index) => [
    `## ${writer.labels.quotes}${rows.length > 2 ? ` (${index + 1})` : ''}`,
    ...rows.slice(index * 2, index * 2 + 2),
  ]).flat();
}

function quoteText({ sentence, line, text, speaker }: Quotation, writer: Writer): string {
  const place = writer.place(sentence.source, line);
  const unnamed = speaker === '' ? '; the sentence names no speaker' : '';
  const rows = [`> ${inMarkdown(text)} [@${sentence.source.id}] ${comment(`from ${place}${unnamed}`)}`];
  return [...rows, ...(speaker === '' ? [] : ['>', `> — ${inMarkdown(speaker)}`])].join('\n');
}
