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

/** The space that a paragraph keeps above it, unless it is the first of its frame. */
export const spaceAbove = (item: FlowParagraph, style: TextStyle): Emu =>
  points(item.paragraph.spaceBefore ?? levelStyle(style, item.paragraph.level).spaceBefore);
