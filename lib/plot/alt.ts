/** Alternative text made from the data, in the deck's language: kind, subject, what is highlighted, the highest and lowest value, the message. */
import { cellPrinter, standingNote } from './label.js';
import { type ChartRequest, categoryText, highlightedCategories, isHighlightedSeries } from './request.js';

/** The most characters of an alternative text. */
const LONGEST = 250;
/** Of a category; the next where not all figures fit. */
const NAME_LENGTHS = [60, 40, 25];
const LONGEST_SUBJECT = 90;
/** A message that is cut to less says nothing. */
const SHORTEST_MESSAGE = 30;

/** A figure and where it stands; series and category by index. */
interface Point {
  readonly value: number;
  readonly series: number;
  readonly category: number;
}

/**
 * The words for a chart, at most 250 characters. `title` names the kind, `subject` says what is measured, `message` what the slide says of it;
 * where they do not all fit, the message is cut or left out first.
 */
export function alternativeText(request: ChartRequest, title: string, subject: string, message = ''): string {
  const { colon, semicolon, stop } = request.words;
  const lead = subject === '' ? title : `${title}${colon}${shorten(subject, LONGEST_SUBJECT)}`;
  const room = LONGEST - stop.length;
  const tidy = lead.replace(/[.。\s]+$/, '');
  const all = NAME_LENGTHS.map((most) => statementsOf(request, most));
  const statements = all.find((parts) => [tidy, ...parts].join(semicolon).length <= room) ?? all.at(-1) ?? [];
  if (statements.length === 0) return lead;
  const added = statements.reduce((text, part) => joined(text, part, semicolon, room), tidy);
  const rest = room - added.length - semicolon.length;
  const isNew = message !== '' && message !== subject && rest >= Math.min(SHORTEST_MESSAGE, message.length);
  const said = isNew ? tidy + semicolon + shorten(message.replace(/[.。\s]+$/, ''), rest) + added.slice(tidy.length) : added;
  return said.endsWith(stop) ? said : said + stop;
}

const joined = (text: string, part: string, separator: string, most: number): string =>
  text.length + separator.length + part.length <= most ? text + separator + part : text;

/** What is highlighted, then the ends of the scale. */
function statementsOf(request: ChartRequest, longestName: number): readonly string[] {
  const { data, words } = request;
  const points = pointsOf(request).filter(({ series }) => data.measured === null || series === data.measured);
  const [first, ...rest] = points;
  if (!first) return [];
  const highest = rest.reduce((best, point) => (point.value > best.value ? point : best), first);
  const lowest = rest.reduce((best, point) => (point.value < best.value ? point : best), first);
  const say = sayer(request, longestName);
  const [low, high] = data.figures === 'dates' ? [words.earliest, words.latest] : [words.lowest, words.highest];
  const ends = highest.value === lowest.value ? [say(highest)] : [labelled(high, say(highest)), labelled(low, say(lowest))];
  const marked = markedPoints(request, points).filter((point) => point !== highest && point !== lowest);
  return [...marked.map(say), ...(data.figures === 'dates' ? ends.reverse() : ends)];
}

const labelled = (label: string, words: string): string => (/：$/.test(label) ? label + words : `${label} ${words}`);

const pointsOf = ({ data }: ChartRequest): readonly Point[] =>
  data.series.flatMap(({ values }, series) =>
    values.flatMap((value, category): readonly Point[] =>
      value === null || !data.categories[category] ? [] : [{ value, series, category }],
    ),
  );

/** A point in words: its name and its figure, and how sure that is. */
function sayer(request: ChartRequest, longestName: number): (point: Point) => string {
  const { data, standings } = request;
  return ({ value, series, category }) => {
    const print = cellPrinter(request, data.series[series], category);
    const item = data.categories[category];
    const own = item ? categoryText(item, request) : '';
    const name = data.series.length > 1 && data.measured === null ? `${own}, ${data.series[series]?.name ?? ''},` : own;
    const [plain, noted] = [print(value).text, print(value, standings[category]).text];
    const figure = plain === noted ? plain + standingNote(standings[category]) : noted;
    return `${shorten(name, longestName)} ${figure}`.trimStart();
  };
}

/** What is highlighted: the categories, and of a highlighted series its last point. */
function markedPoints(request: ChartRequest, points: readonly Point[]): readonly Point[] {
  const { data, options } = request;
  const categories = highlightedCategories(request);
  const lasts = data.series.flatMap((series, at) =>
    isHighlightedSeries(series, options) ? points.filter((point) => point.series === at).slice(-1) : [],
  );
  return [...new Set([...points.filter((point) => categories.has(point.category)), ...lasts])];
}

const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
