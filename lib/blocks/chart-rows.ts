/** Charts of more rows than a slide holds: parted evenly, each part on the scale of all. */
import type { ChartKind } from '../briefing/chart.js';
import type { Status } from '../briefing/inline.js';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { type Emu, inches } from '../core/units.js';
import type { ChartData } from '../plot/data.js';
import { type ChartOptions, picked } from '../plot/request.js';

/** All rows of a chart that goes on over several slides. */
export interface WholeChart {
  readonly data: ChartData;
  readonly statuses: readonly Status[];
  /** Whether the chart begins with this part. */
  readonly first: boolean;
}

/** What a chart block has that is parted. */
interface Rows {
  readonly data: ChartData | null;
  readonly options: ChartOptions;
  readonly own: Readonly<Record<string, unknown>>;
  readonly statuses: readonly Status[];
  /** Null: the chart stands on one slide. */
  readonly whole: WholeChart | null;
}

/** What a line above the chart may take of a slide. */
const SUBTITLE_ROOM = inches(0.5);
const FEWEST_ROWS = 3;

/** As many rows as a slide holds, evenly parted, and the rest; null where the kind has no rows or they cannot be parted further. `size` in points. */
export function partRows<B extends Rows>(block: B, chart: ChartKind, size: number, height: Emu): readonly [B, B] | null {
  const { data, options, statuses, own } = block;
  const rows = data && chart.inRows?.({ data, options, standings: statuses }, own);
  if (!rows) return null;
  const count = rows.data.categories.length;
  const order = Array.from({ length: count }, (_, index) => index);
  const fits = (some: number): boolean => chart.leastHeight(picked(rows, order.slice(0, some)).data, size) <= height - SUBTITLE_ROOM;
  const most = order.findLast((index) => fits(index + 1)) ?? -1;
  const head = most + 1 < count ? Math.ceil(count / Math.ceil(count / Math.max(most + 1, 1))) : Math.ceil(count / 2);
  if (head < FEWEST_ROWS || head >= count) return null;
  const all = block.whole ?? { data: rows.data, statuses: rows.standings };
  const part = (from: number, to: number, isFirst: boolean): B => {
    const some = picked(rows, order.slice(from, to));
    const whole = { ...all, first: isFirst && (block.whole?.first ?? true) };
    return { ...block, options: { ...options, sort: 'none' }, data: some.data, statuses: some.standings, whole };
  };
  return [part(0, head, true), part(head, count, false)];
}

/** Says, once a chart, that it goes on, and how it could be kept short. */
export function tellParted({ categories }: ChartData, span: Span, sink: Sink): void {
  const message = `${categories.length} rows are more than a slide holds: the chart goes on over several`;
  const hint = 'write "top: 15" to draw the largest and sum up the rest, or choose rows with "where"';
  sink(diagnostic('info', 'chart/parted', message, span, hint));
}
