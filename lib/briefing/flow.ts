/** Heights of content: what planning and arranging must agree on. */
import { type Emu, emu, points } from '../core/units.js';
import { levelStyle, type TextStyle } from '../scene/text.js';
import type { Part, Stack } from './deck-plan.js';
import { type FlowParagraph, type FrameKind, type Kinds, kindOf, type PlaceContext } from './kind.js';
import { sum } from './place-context.js';

/** The kind of a block that fills a frame; text never asks. */
export function frameKind(part: Extract<Part, { type: 'block' }>, kinds: Kinds): FrameKind {
  const kind = kindOf(part.block, kinds);
  if (kind.flow !== 'frame') throw new TypeError(`a block of kind "${kind.name}" fills no frame`);
  return kind;
}

/** The height of running text in a style. */
export const textHeight = (paragraphs: readonly FlowParagraph[], style: TextStyle, width: Emu, context: PlaceContext): Emu =>
  context.height(
    paragraphs.map((item) => item.paragraph),
    style,
    width,
  );

/** The least height of a part at a width. */
export function partHeight(part: Part, width: Emu, context: PlaceContext, kinds: Kinds): Emu {
  if (part.type === 'text') return textHeight(part.paragraphs, context.body, width, context);
  const kind = frameKind(part, kinds);
  return emu(kind.height(part.block, width, context) + subtitleHeight(part, width, context, kinds));
}

/** The height of the line that a block's subtitle takes where the layout has no place for it; 0 without a subtitle. */
export function subtitleHeight(part: Extract<Part, { type: 'block' }>, width: Emu, context: PlaceContext, kinds: Kinds): Emu {
  const subtitle = frameKind(part, kinds).subtitle(part.block);
  if (subtitle.length === 0) return emu(0);
  return emu(context.height([context.paragraph(subtitle)], context.template.styles.caption, width) + context.template.grid.unit);
}

/** The gap between two parts on top of each other (LOOKS, section 1: block to block 2u). */
export const partGap = (context: PlaceContext): Emu => emu(2 * context.template.grid.unit);

/** The width of a stack. */
export const stackWidth = (stack: Pick<Stack, 'columns'>, context: PlaceContext): Emu => {
  const { columnWidth, gutter } = context.template.grid;
  return emu(stack.columns * columnWidth + (stack.columns - 1) * gutter);
};

/** The least height of parts on top of each other. */
export function stackHeight(parts: readonly Part[], width: Emu, context: PlaceContext, kinds: Kinds): Emu {
  const heights = parts.map((part) => partHeight(part, width, context, kinds));
  return emu(sum(heights) + Math.max(parts.length - 1, 0) * partGap(context));
}

/** A row of stacks in the body. */
export interface StackRow {
  /** From the body's top. */
  readonly top: Emu;
  readonly height: Emu;
  /** What it needs. */
  readonly least: Emu;
}

/** The rows of stacks in a height: each as high as its highest stack; what is left goes to rows with blocks that stretch, or else to the last. */
export function stackRows(stacks: readonly Stack[], height: Emu, context: PlaceContext, kinds: Kinds): readonly StackRow[] {
  const count = Math.max(0, ...stacks.map(({ row }) => row + 1));
  const rows = Array.from({ length: count }, (_, row) => stacks.filter((stack) => stack.row === row));
  const least = rows.map((row) =>
    emu(Math.max(0, ...row.map((stack) => stackHeight(stack.parts, stackWidth(stack, context), context, kinds)))),
  );
  const stretch = rows.map((row) =>
    row.some(({ parts }) => parts.some((part) => part.type === 'block' && frameKind(part, kinds).stretches)),
  );
  const takers = stretch.some(Boolean) ? stretch : rows.map((_, index) => index === count - 1);
  const left = Math.max(0, height - sum(least) - Math.max(0, count - 1) * partGap(context));
  const share = left / Math.max(1, takers.filter(Boolean).length);
  let top = 0;
  return least.map((own, index) => {
    const cy = own + (takers[index] ? share : 0);
    const row = { top: emu(top), height: emu(Math.min(cy, Math.max(0, height - top))), least: own };
    top += cy + partGap(context);
    return row;
  });
}

/** The space that a paragraph keeps above it, unless it is the first of its frame. */
export const spaceAbove = (item: FlowParagraph, style: TextStyle): Emu =>
  points(item.paragraph.spaceBefore ?? levelStyle(style, item.paragraph.level).spaceBefore);
