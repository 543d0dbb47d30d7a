/** Where the parts of a sequence stand: a column for each participant, a row for each step. */
import type { PlaceContext } from '../briefing/kind.js';
import { emu, points, type Size } from '../core/units.js';
import { type Label, labelText, type Sequence, type SequenceStep } from '../diagram/model.js';
import type { Paragraph } from '../scene/text.js';
import { labelInlines, labelSizes, labelStyle, textSize } from './diagram-label.js';

/** The steps of a sequence that stand on one slide. */
export interface SequencePart {
  readonly sequence: Sequence;
  /** Index of the first step, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A step with its place: `y` is where its line runs, or its upper edge. */
export interface Row {
  readonly step: SequenceStep;
  readonly top: number;
  readonly height: number;
  /** Of its words. */
  readonly words: Size;
}

export interface FittedSequence {
  readonly size: number;
  readonly width: number;
  readonly height: number;
  /** The middle of each participant's column. */
  readonly columns: ReadonlyMap<string, number>;
  readonly heads: ReadonlyMap<string, Size>;
  /** Where lifelines begin. */
  readonly start: number;
  readonly rows: readonly Row[];
}

/** Distances in the type's size. */
const GAPS = { column: 1.5, beside: 0.8, row: 0.7, head: 0.5, frame: 0.8, self: 1.2, end: 0.6 } as const;
/** Widths of lines of text in the type's size, the most comfortable first. */
const WRAPS = [18, 11, 7];
/** How much wider columns may stand than they must. */
const WIDEST = 1.8;

/** What a message, a note or a frame says. */
export function stepWords(step: SequenceStep, context: PlaceContext, size: number): readonly Paragraph[] {
  if (!('label' in step)) return [];
  const number = step.type === 'message' && step.number !== null ? `${step.number}. ` : '';
  const named = step.type === 'open' && step.frame !== 'rect' ? step.frame : '';
  const label: Label = named === '' && number === '' ? step.label : prefixed(step.label, named === '' ? number : `${named} `, named !== '');
  return label.lines.length === 0 ? [] : [context.paragraph(labelInlines(label), {}, size)];
}

function prefixed(label: Label, text: string, bold: boolean): Label {
  const [first = [], ...rest] = label.lines;
  return { ...label, lines: [[{ text, bold, italic: false }, ...first], ...rest] };
}

/** The sequence in a frame, in the largest type at which it fits; null where it does not. */
export function fitSequence(part: SequencePart, frame: Size, context: PlaceContext): FittedSequence | null {
  for (const size of labelSizes(context))
    for (const wrap of WRAPS) {
      const fitted = laidOut(part, size, wrap, context);
      if (fitted.width <= frame.cx && fitted.height <= frame.cy) return spread(fitted, frame.cx);
    }
  return null;
}

/** The least height at a width, at the smallest type; infinite where it is too wide. */
export function leastSequenceHeight(part: SequencePart, width: number, context: PlaceContext): number {
  const heights = WRAPS.map((wrap) => laidOut(part, context.template.chart.size.floor, wrap, context)).flatMap((fitted) =>
    fitted.width <= width ? [fitted.height] : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...heights);
}

/** The part in two, of which the first stands in the height; null where it cannot be parted. */
export function splitSequence(
  part: SequencePart,
  width: number,
  height: number,
  context: PlaceContext,
): readonly [SequencePart, SequencePart] | null {
  const fits = (to: number): boolean => leastSequenceHeight({ ...part, to }, width, context) <= height;
  let to = part.from;
  while (to < part.to && fits(to + 1)) to++;
  if (to === part.from || to === part.to) return null;
  const even = part.from + Math.ceil((part.to - part.from) / Math.ceil((part.to - part.from) / (to - part.from)));
  return [
    { ...part, to: even },
    { ...part, from: even },
  ];
}

function laidOut({ sequence, from, to }: SequencePart, size: number, wrap: number, context: PlaceContext): FittedSequence {
  const em = points(size);
  const style = labelStyle(context, size);
  const measure = (paragraphs: readonly Paragraph[], most: number): Size =>
    paragraphs.length === 0 ? { cx: emu(0), cy: emu(0) } : textSize(paragraphs, style, emu(em * most), context);
  const heads = new Map(
    sequence.participants.map(({ id, label }) => {
      const words = measure([context.paragraph(labelInlines(label), {}, size)], Math.min(wrap, 11));
      return [id, { cx: emu(words.cx + 2 * em * GAPS.head), cy: emu(words.cy + em * GAPS.head * 1.4) }] as const;
    }),
  );
  const tallest = Math.max(0, ...[...heads.values()].map(({ cy }) => cy));
  let y = tallest + em * GAPS.row;
  const rows = sequence.steps.slice(from, to).map((step): Row => {
    const words = measure(stepWords(step, context, size), wrap);
    const height = rowHeight(step, words, em);
    const row = { step, top: y, height, words };
    y += height;
    return row;
  });
  const columns = columnsOf(sequence, rows, heads, em, context.template.rightToLeft);
  const extent = extentOf(rows, columns, heads, em);
  const moved = new Map([...columns].map(([id, x]) => [id, x - extent.left]));
  return { size, width: extent.right - extent.left, height: y + em * GAPS.end, columns: moved, heads, start: tallest, rows };
}

function rowHeight(step: SequenceStep, { cy }: Size, em: number): number {
  if (step.type === 'message') return cy + em * (step.from === step.to ? GAPS.self + GAPS.row : GAPS.row);
  if (step.type === 'note') return cy + em * (GAPS.row + GAPS.head);
  if (step.type === 'open' || step.type === 'divide') return Math.max(cy, em * GAPS.row) + em * GAPS.row;
  return step.type === 'close' ? em * GAPS.frame : 0;
}

/** Columns as near to each other as heads and messages between them allow. */
function columnsOf(
  sequence: Sequence,
  rows: readonly Row[],
  heads: ReadonlyMap<string, Size>,
  em: number,
  rightToLeft: boolean,
): ReadonlyMap<string, number> {
  const ids = sequence.participants.map(({ id }) => id);
  const order = rightToLeft ? [...ids].reverse() : ids;
  const gaps = order
    .slice(1)
    .map((id, index) => ((heads.get(id)?.cx ?? 0) + (heads.get(order[index] ?? '')?.cx ?? 0)) / 2 + em * GAPS.column);
  for (const { step, words } of [...rows].sort((a, b) => reach(a.step, order) - reach(b.step, order))) {
    if (step.type !== 'message' && step.type !== 'note') continue;
    const [a, b] = [order.indexOf(step.from), order.indexOf(step.to)].sort((one, other) => one - other) as [number, number];
    const beside = step.type === 'note' ? (step.side === 'left' ? -1 : step.side === 'right' ? 1 : 0) : step.from === step.to ? 1 : 0;
    const [first, last] = a !== b ? [a, b] : beside < 0 ? [a - 1, a] : [a, a + 1];
    const needed = words.cx + em * (GAPS.column + (a === b ? GAPS.beside : 0));
    const half = a === b && beside === 0 ? needed / 2 : needed;
    for (const [low, high] of a === b && beside === 0
      ? [
          [a - 1, a],
          [a, a + 1],
        ]
      : [[first, last]])
      widen(gaps, low ?? 0, high ?? 0, half);
  }
  return new Map(order.map((id, index) => [id, gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0)]));
}

const reach = (step: SequenceStep, order: readonly string[]): number =>
  step.type === 'message' || step.type === 'note' ? Math.abs(order.indexOf(step.from) - order.indexOf(step.to)) : 0;

/** Gives the gaps between two columns together at least a width. */
function widen(gaps: number[], low: number, high: number, needed: number): void {
  if (low < 0 || high > gaps.length) return;
  const now = gaps.slice(low, high).reduce((sum, gap) => sum + gap, 0);
  const more = Math.max(0, needed - now) / (high - low);
  for (let at = low; at < high; at++) gaps[at] = (gaps[at] ?? 0) + more;
}

/** From the leftmost to the rightmost of what is drawn. */
function extentOf(
  rows: readonly Row[],
  columns: ReadonlyMap<string, number>,
  heads: ReadonlyMap<string, Size>,
  em: number,
): { readonly left: number; readonly right: number } {
  const sides = [...columns].flatMap(([id, x]) => [x - (heads.get(id)?.cx ?? 0) / 2, x + (heads.get(id)?.cx ?? 0) / 2]);
  const depth = deepest(rows.map(({ step }) => step));
  const boxes = rows.flatMap((row) => {
    const box = wordsBox(row, columns, em);
    return box ? [box.x - em * GAPS.head, box.x + row.words.cx + em * GAPS.head] : [];
  });
  const all = [...sides, ...boxes];
  const around = depth * em * GAPS.frame;
  return { left: Math.min(...all) - around, right: Math.max(...all) + around };
}

/** How deep frames nest. */
export function deepest(steps: readonly SequenceStep[]): number {
  let depth = 0;
  let most = 0;
  let missing = 0;
  for (const { type } of steps) {
    if (type === 'open') depth++;
    if (type === 'close') depth--;
    most = Math.max(most, depth);
    missing = Math.min(missing, depth);
  }
  return most - missing + 1;
}

/** Where the words of a message or a note begin; null for other steps. */
export function wordsBox(
  { step, words, top }: Row,
  columns: ReadonlyMap<string, number>,
  em: number,
): { readonly x: number; readonly y: number } | null {
  if (step.type !== 'message' && step.type !== 'note') return null;
  const [from, to] = [columns.get(step.from) ?? 0, columns.get(step.to) ?? 0];
  const middle = (from + to) / 2 - words.cx / 2;
  if (step.type === 'message') return { x: step.from === step.to ? from + em * GAPS.beside : middle, y: top };
  const y = top + em * GAPS.head * 0.5;
  if (step.side === 'over') return { x: middle, y };
  return { x: step.side === 'left' ? from - em * (GAPS.beside + GAPS.head) - words.cx : from + em * (GAPS.beside + GAPS.head), y };
}

/** Columns further apart where there is room. */
function spread(fitted: FittedSequence, width: number): FittedSequence {
  const xs = [...fitted.columns.values()];
  const [first, last] = [Math.min(...xs), Math.max(...xs)];
  const span = last - first;
  const room = Math.min(width - fitted.width, span * (WIDEST - 1));
  if (span === 0 || room <= 0) return fitted;
  const columns = new Map([...fitted.columns].map(([id, x]) => [id, x + ((x - first) / span) * room]));
  return { ...fitted, columns, width: fitted.width + room };
}

/** The steps in words, a line each. */
export function sequenceLines({ sequence, from, to }: SequencePart): readonly string[] {
  const names = new Map(sequence.participants.map(({ id, label }) => [id, labelText(label) || id]));
  const name = (id: string): string => names.get(id) ?? id;
  return sequence.steps.slice(from, to).flatMap((step): readonly string[] => {
    if (step.type === 'message') {
      const number = step.number === null ? '' : `${step.number}. `;
      return [`${number}${name(step.from)} → ${name(step.to)}: ${labelText(step.label)}`];
    }
    if (step.type === 'note') return [`${name(step.from)}: ${labelText(step.label)}`];
    if (step.type === 'open') return step.frame === 'rect' ? [] : [`${step.frame} ${labelText(step.label)}`.trim()];
    return step.type === 'divide' && labelText(step.label) !== '' ? [labelText(step.label)] : [];
  });
}
