/** A draft as a briefing: every line names the place that it came from, in a comment that no slide shows. */
import { basename } from 'node:path/posix';
import type { ChartDraft } from './charts.js';
import type { DatedEvent, Draft, DraftSlide, PlacedTable, Point } from './draft.js';
import { comment, inAttribute, inCsv, inMarkdown, inYaml } from './escape.js';
import type { Figure } from './figures.js';
import { type Labels, labelsFor } from './labels.js';
import type { Name } from './names.js';
import type { Quotation } from './quotes.js';
import type { Sentence } from './sentences.js';
import { withoutStop } from './shorten.js';
import type { SourceDocument } from './source.js';

/** What the writer needs besides the draft. */
export interface WriteOptions {
  /** The path of a source as it is written in the briefing; empty for none. */
  readonly pathOf: (source: SourceDocument) => string;
}

interface Writer {
  readonly draft: Draft;
  readonly labels: Labels;
  /** `article.txt:8`; `report.docx, paragraph 8`. */
  place(source: SourceDocument, line: number): string;
  /** `8`; with several sources `article.txt:8`. */
  shortPlace(source: SourceDocument, line: number): string;
}

/** Rows of a table of material that become slides; more of them stand in a comment below it. */
const MOST_ROWS = 40;
const MOST_EVENTS = 8;
const MOST_QUOTES = 6;
const LONGEST_EVENT = 60;

/** Writes the briefing's text; ends with a line end. */
export function writeBriefing(draft: Draft, options: WriteOptions): string {
  const writer = writerFor(draft);
  const several = sectionsOf(draft);
  const slides = draft.slides.flatMap((slide, index) => {
    const opens = several && slide.section !== '' && slide.section !== draft.slides[index - 1]?.section;
    return [...(opens ? [`# ${inMarkdown(slide.section)}`] : []), ...slideBlocks(slide, writer)];
  });
  const blocks = [
    frontMatter(draft, options),
    comment(
      'A draft that briefdeck prepare made out of the sources, in their own words. Each comment names the place of its line. Check it, cut it, say it better.',
    ),
    ...briefBlocks(writer),
    ...figureBlocks(writer),
    ...slides,
    ...draft.charts.flatMap((chart) => chartBlocks(chart, writer)),
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

function writerFor(draft: Draft): Writer {
  const labels = labelsFor(draft.lang);
  const names = draft.sources.map(({ file }) => basename(file.replaceAll('\\', '/')));
  const nameOf = (source: SourceDocument): string => {
    const name = basename(source.file.replaceAll('\\', '/'));
    return names.filter((other) => other === name).length > 1 ? source.file : name.replace(/[<>]/g, '');
  };
  const place = (source: SourceDocument, line: number): string =>
    source.unit === 'line' ? `${nameOf(source)}:${line}` : `${nameOf(source)}, paragraph ${line}`;
  return { draft, labels, place, shortPlace: (source, line) => (draft.sources.length === 1 ? String(line) : place(source, line)) };
}

/** Sections only where the sources have them and there is more than one. */
const sectionsOf = ({ slides, sources }: Draft): boolean =>
  sources.length === 1 && slides.length > 5 && new Set(slides.map(({ section }) => section).filter((name) => name !== '')).size > 1;

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

function slideBlocks(slide: DraftSlide, writer: Writer): readonly string[] {
  const { title, points } = slide;
  const places = title.sentences.map((sentence) => writer.place(sentence.source, sentence.line));
  const from = `title from ${places.join(', ')}${title.by === 'model' ? ', phrased by a model' : ''}${slide.heading === '' ? '' : `; under "${slide.heading}"`}`;
  const cut = [...title.sentences, ...points.map(({ sentence }) => sentence)].filter(
    (sentence, index, all) => all.indexOf(sentence) === index && isCut(sentence, slide),
  );
  return [`## ${inMarkdown(title.text)}`, comment(from), list(points, writer), ...notesOf(cut, writer)];
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
  const entries = keyFigures.map(({ shown, quantity, measure, status, sentence, line }) => [
    `- value: ${inYaml(inMarkdown(status === 'estimated' ? quantity.text : shown))} # from ${writer.place(sentence.source, line)}`,
    `  label: ${inYaml(inMarkdown(measure))}`,
    ...(status === null ? [] : [`  status: ${status}`]),
    `  source: ${sentence.source.id}`,
  ]);
  return [`## ${writer.labels.figures}`, fence('kpi', entries.flat())];
}

const fence = (name: string, lines: readonly string[]): string => ['```'.concat(name), ...lines, '```'].join('\n');

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
    table(header.map(inCell), body),
    `[@${source.id}]`,
  ];
}

const inCell = (text: string): string => inMarkdown(text);

/** The sources of a table stand in its first heading. */
const citing = ([first = '', ...others]: readonly string[], sources: readonly SourceDocument[]): readonly string[] => [
  `${first} [${sources.map(({ id }) => `@${id}`).join('; ')}]`.trim(),
  ...others,
];

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Days and months on a line of time, where there are two at least; years alone have no place on it. */
function timelineBlocks(writer: Writer): readonly string[] {
  const dated = writer.draft.events.filter(
    ({ iso, sentence, date }) =>
      /^\d{4}-\d{2}/.test(iso) && sentence.text.length > date.text.length + (/\p{Script=Han}/u.test(sentence.text) ? 6 : 14),
  );
  const same = (a: DatedEvent, b: DatedEvent): boolean => a.iso === b.iso || eventText(a) === eventText(b);
  const events = dated.filter((event, index) => dated.findIndex((other) => same(other, event)) === index);
  if (events.length < 2) return [];
  const shown = events.toSorted((a, b) => a.iso.localeCompare(b.iso)).slice(-MOST_EVENTS);
  const ids = [...new Set(shown.map(({ sentence }) => sentence.source.id))];
  return [
    `## ${writer.labels.timeline}`,
    comment(
      shown
        .map(
          (event) =>
            `${event.iso}${event.yearTaken ? ` (the year is that of the source's date; the text says "${event.date.text}")` : ''} from ${writer.place(event.sentence.source, event.line)}`,
        )
        .join('; '),
    ),
    fence('timeline', [
      `source: ${ids.length === 1 ? ids[0] : `[${ids.join(', ')}]`}`,
      'data: |',
      '  date,event',
      ...shown.map((event) => `  ${event.iso},${inCsv(eventText(event))}`),
    ]),
  ];
}

/** The clause in which the date stands, without it, cut at a word where it is long. */
function eventText({ sentence, date }: DatedEvent): string {
  const before =
    sentence.text
      .slice(0, date.start)
      .split(/[;:—–，。；]|,\s(?!\d)/)
      .at(-1) ?? '';
  const after =
    sentence.text
      .slice(date.end)
      .split(/[;:—–，。；]|[.,](?:\s|$)/)
      .find((part) => part.trim().length > 12) ?? '';
  const lead = before
    .replace(/\b(?:on|in|of|since|by|from|until|as of|At|On|In|Since|By)\s*$/, '')
    .replace(/[在于自从]$/, '')
    .trim();
  const clause = (lead.length > 12 ? `${lead} ${after.trim()}` : after.trim() || lead || sentence.text).trim();
  const words = date.iso.length < 5 || clause.length < 15 || /\b(?:said|says|told)$|说$/.test(clause) ? sentence.text : clause;
  const text = withoutStop(words.charAt(0).toUpperCase() + words.slice(1));
  if (text.length <= LONGEST_EVENT) return text;
  const cut = text.slice(0, LONGEST_EVENT);
  return `${/\p{Script=Han}/u.test(cut) ? cut.slice(0, 24) : cut.slice(0, cut.lastIndexOf(' '))}…`;
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

/** What an editor picks from: every figure, date, name and hedged statement. */
function materialBlocks(writer: Writer): readonly string[] {
  const { labels, draft } = writer;
  const place = draft.sources.some(({ unit }) => unit === 'line') ? labels.line : labels.paragraph;
  const where = (sentence: Sentence, line: number): string => inMarkdown(writer.shortPlace(sentence.source, line));
  const figures = draft.figures.map((figure) => [
    figureCell(figure),
    inCell(figure.measure || figure.sentence.text.slice(0, 100)),
    where(figure.sentence, figure.line),
  ]);
  const dates = draft.events.map((event) => [inCell(event.date.text), inCell(eventText(event)), where(event.sentence, event.line)]);
  const claims = draft.claims.flatMap(({ sentence, text, hedge }) =>
    hedge ? [[inCell(text), labels[hedge.status], inCell(hedge.words.join(', ')), inCell(hedge.by), where(sentence, sentence.line)]] : [],
  );
  const names = draft.names
    .filter(({ kind }) => kind !== 'place')
    .toSorted((a, b) => Number(a.kind === 'name') - Number(b.kind === 'name'))
    .map((name) => [inCell(name.text), kindLabel(name, labels), String(name.count), where(name.sentence, name.line)]);
  const blocks = [
    ...materialTable(labels.allClaims, [labels.statement, labels.status, labels.hedge, labels.by, place], claims, writer),
    ...materialTable(labels.allFigures, [labels.figure, labels.measures, place], figures, writer),
    ...materialTable(labels.allDates, [labels.date, labels.what, place], dates, writer),
    ...materialTable(labels.allNames, [labels.name, labels.kind, labels.times, place], names, writer),
  ];
  return blocks.length === 0 ? [] : [`# ${labels.material}`, ...blocks];
}

const figureCell = ({ shown, status }: Figure): string => (status === null ? inCell(shown) : `[${inCell(shown)}]{status=${status}}`);

const kindLabel = ({ kind }: Name, labels: Labels): string => (kind === 'name' ? '' : labels[kind]);

function materialTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { draft }: Writer,
): readonly string[] {
  if (rows.length === 0) return [];
  const [shown, more] = [rows.slice(0, MOST_ROWS), rows.slice(MOST_ROWS)];
  const rest =
    more.length === 0 ? [] : [comment(`${more.length} more: ${more.map((row) => row.join(' | ').replaceAll('\\', '')).join(' ; ')}`)];
  return [`## ${title}`, table(citing(header, draft.sources), shown), ...rest];
}
