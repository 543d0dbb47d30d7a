/** What an editor picks from, as tables at the end of a draft. */
import { comment, inMarkdown } from './escape.js';
import type { Figure } from './figures.js';
import type { Labels } from './labels.js';
import type { Name } from './names.js';
import type { Sentence } from './sentences.js';
import { eventText } from './timeline.js';
import { citing, inCell, table, type Writer } from './writer.js';

/** Rows of a table that become slides; more of them stand in a comment below it. */
const MOST_ROWS = 40;
/** So many names stand in the table even if nobody says what they are. */
const FEW_NAMES = 12;

/** Every figure, date, name and hedged statement. */
export function materialBlocks(writer: Writer): readonly string[] {
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
  const known = draft.names.filter(({ kind }) => kind !== 'place').toSorted((a, b) => Number(isVague(a)) - Number(isVague(b)));
  const clear = Math.max(FEW_NAMES, known.filter((name) => !isVague(name)).length);
  const names = known.map((name) => [inCell(name.text), kindLabel(name, labels), String(name.count), where(name.sentence, name.line)]);
  const blocks = [
    ...materialTable(labels.allClaims, [labels.statement, labels.status, labels.hedge, labels.by, place], claims, writer),
    ...materialTable(labels.allFigures, [labels.figure, labels.measures, place], figures, writer),
    ...materialTable(labels.allDates, [labels.date, labels.what, place], dates, writer),
    ...materialTable(labels.allNames, [labels.name, labels.kind, labels.times, place], names, writer, clear),
  ];
  return blocks.length === 0 ? [] : [`# ${labels.material}`, ...blocks];
}

/** Named once, and nobody says what it is: it may be no name at all. */
const isVague = ({ kind, count }: Name): boolean => kind === 'name' && count < 2;

const figureCell = ({ shown, status }: Figure): string => (status === null ? inCell(shown) : `[${inCell(shown)}]{status=${status}}`);

const kindLabel = ({ kind }: Name, labels: Labels): string => (kind === 'name' ? '' : labels[kind]);

function materialTable(
  title: string,
  header: readonly string[],
  rows: readonly (readonly string[])[],
  { draft }: Writer,
  most = MOST_ROWS,
): readonly string[] {
  if (rows.length === 0) return [];
  const room = Math.min(most, MOST_ROWS);
  const [shown, more] = [rows.slice(0, room), rows.slice(room)];
  const rest =
    more.length === 0 ? [] : [comment(`${more.length} more: ${more.map((row) => row.join(' | ').replaceAll('\\', '')).join(' ; ')}`)];
  return [`## ${title}`, table(citing(header, draft.sources), shown), ...rest];
}
