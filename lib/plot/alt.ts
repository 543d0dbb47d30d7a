/** Alternative text made from the data: kind, subject, what is highlighted, then the highest and lowest value. */
import { standingNote, valuePrinter } from './label.js';
import { type ChartRequest, categoryText, highlightedCategories, isHighlightedSeries } from './request.js';

/** The most characters of an alternative text. */
const LONGEST = 250;
const LONGEST_NAME = 60;

interface Point {
  readonly name: string;
  readonly value: number;
  readonly printed: string;
}

/** The words for a chart, at most 250 characters. `title` names the kind, `subject` says what is measured. */
export function alternativeText(request: ChartRequest, title: string, subject: string): string {
  const points = pointsOf(request);
  const [first, ...rest] = points;
  const lead = subject === '' ? title : `${title}: ${shorten(subject, 90)}`;
  if (!first) return lead;
  const highest = rest.reduce((best, point) => (point.value > best.value ? point : best), first);
  const lowest = rest.reduce((best, point) => (point.value < best.value ? point : best), first);
  const say = (point: Point): string => `${shorten(point.name, LONGEST_NAME)} ${point.printed}`;
  const marked = markedPoints(request, points).filter((point) => point !== highest && point !== lowest);
  const extremes = highest === lowest ? [say(highest)] : [`highest ${say(highest)}`, `lowest ${say(lowest)}`];
  const parts = [...marked.map(say), ...extremes];
  return `${[lead.replace(/[.\s]+$/, ''), ...parts].reduce((text, part) => (text.length + part.length + 2 < LONGEST ? `${text}; ${part}` : text))}.`;
}

interface Placed extends Point {
  readonly series: number;
  readonly category: number;
}

function pointsOf(request: ChartRequest): readonly Placed[] {
  const { data } = request;
  const print = valuePrinter(request);
  return data.series.flatMap((series, at) =>
    series.values.flatMap((value, index): readonly Placed[] => {
      const category = data.categories[index];
      if (value === null || !category) return [];
      const name = categoryText(category, request);
      const full = data.series.length > 1 ? `${name}, ${series.name},` : name;
      const note = print(value).text === print(value, request.standings[index]).text ? standingNote(request.standings[index]) : '';
      return [{ name: full, value, printed: print(value, request.standings[index]).text + note, series: at, category: index }];
    }),
  );
}

/** What is highlighted: the categories, and of a highlighted series its last point. */
function markedPoints(request: ChartRequest, points: readonly Placed[]): readonly Placed[] {
  const { data, options } = request;
  const categories = highlightedCategories(request);
  const lasts = data.series.flatMap((series, at) =>
    isHighlightedSeries(series, options) ? points.filter((point) => point.series === at).slice(-1) : [],
  );
  return [...new Set([...points.filter((point) => categories.has(point.category)), ...lasts])];
}

const shorten = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);
