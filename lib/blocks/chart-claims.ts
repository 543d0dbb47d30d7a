/** How sure the figures of a chart are, and what it claims with them. */
import { claimsIn } from '../briefing/claims.js';
import { type Citation, type Inline, STATUSES, type Status } from '../briefing/inline.js';
import type { BlockClaim, ResolveContext } from '../briefing/kind.js';
import { wordsFor } from '../briefing/words.js';
import { diagnostic } from '../core/diagnostic.js';
import type { ChartData } from '../plot/data.js';
import { printDate } from '../plot/date.js';
import type { Standing } from '../plot/request.js';

/** What a chart says of its figures. */
export interface ClaimedChart {
  readonly title: readonly Inline[];
  readonly unit: string;
  readonly sources: readonly Citation[];
  /** Null where the data have errors. */
  readonly data: ChartData | null;
  /** One for each category. */
  readonly statuses: readonly Status[];
}

/** How a figure of a status is drawn. */
export const STANDING_LOOKS: Readonly<Record<Status, Standing['look']>> = {
  confirmed: 'solid',
  computed: 'solid',
  reported: 'claimed',
  claimed: 'claimed',
  estimated: 'estimated',
  disputed: 'disputed',
};

/** How the words for a standing begin, the most doubtful first: of several in one cell the first found holds. */
const STATUS_STEMS: readonly (readonly [string, Status])[] = [
  ['disput', 'disputed'],
  ['estimat', 'estimated'],
  ['claim', 'claimed'],
  ['report', 'reported'],
  ['comput', 'computed'],
  ['confirm', 'confirmed'],
];

/** Statuses in English or in the deck's language. */
export function readStatuses(data: ChartData, { lang, sink }: ResolveContext): readonly Status[] {
  const own = Object.entries(wordsFor(lang).status).map(([status, word]) => [word.toLowerCase(), status] as const);
  return data.categories.map((_, index) => {
    const cell = data.status?.[index];
    if (!cell || cell.text === '') return 'confirmed';
    const words = cell.text.toLowerCase();
    const found =
      STATUS_STEMS.find(([stem]) => words.includes(stem))?.[1] ??
      STATUSES.find((name) => own.some(([word, status]) => word === words && status === name));
    if (found) return found;
    sink(
      diagnostic('warning', 'chart/unknown-status', `unknown status "${cell.text}"`, cell.span, `the statuses are ${STATUSES.join(', ')}`),
    );
    return 'confirmed';
  });
}

/** Every figure that is not confirmed, and the claims of the title. */
export function chartClaims(block: ClaimedChart): readonly BlockClaim[] {
  const { data } = block;
  const inTitle = claimsIn(block.title);
  if (!data) return inTitle;
  const rows = data.categories.flatMap((category, index) => {
    const status = block.statuses[index] ?? 'confirmed';
    const values = data.series.flatMap((series) => {
      const value = series.values[index] ?? null;
      return value === null ? [] : [data.figures === 'dates' ? printDate(value, data.dateUnit, 'en') : value];
    });
    if (status === 'confirmed' || values.length === 0) return [];
    const unit = block.unit === '' ? '' : ` ${block.unit}`;
    const text = `${category.label}: ${[...new Set(values)].join(' to ')}${unit}`;
    return [{ text, status, by: '', sources: block.sources.map(({ id }) => id), span: category.span }];
  });
  return [...inTitle, ...rows];
}
