/** Parts on top of each other in columns of the body: where no layout has a place for them. */
import type { Block } from '../briefing/briefing.js';
import type { Part, Stack } from '../briefing/deck-plan.js';
import { frameKind, partGap, partHeight, type StackRow, stackWidth, subtitleHeight } from '../briefing/flow.js';
import { asRead, textBox } from '../briefing/items.js';
import type { Kinds, Place, PlaceContext } from '../briefing/kind.js';
import { sum } from '../briefing/place-context.js';
import { type Emu, emu, type Rect } from '../core/units.js';
import type { Item } from '../scene/scene.js';
import type { Layout } from '../template/model.js';

/** The items of a stack. Blocks that do well with more room share what is left. */
export function stackItems(
  stack: Stack,
  index: number,
  row: StackRow,
  layout: Layout,
  context: PlaceContext,
  kinds: Kinds,
): readonly Item[] {
  const { columnWidth, gutter } = context.template.grid;
  const x = emu(layout.body.x + stack.column * (columnWidth + gutter));
  const cx = stackWidth(stack, context);
  const heights = stackHeights(stack.parts, cx, row.height, context, kinds);
  let y = emu(layout.body.y + row.top);
  return stack.parts.flatMap((part, n) => {
    const cy = heights[n] ?? emu(0);
    const frame = asRead({ x, y, cx, cy }, layout.body, context.template);
    const items = partItems(part, frame, `s${index + 1}p${n + 1}`, context, kinds);
    y = emu(y + cy + partGap(context));
    return items;
  });
}

function stackHeights(parts: readonly Part[], width: Emu, height: Emu, context: PlaceContext, kinds: Kinds): readonly Emu[] {
  const least = parts.map((part) => partHeight(part, width, context, kinds));
  const stretching = parts.map((part) => part.type === 'block' && frameKind(part, kinds).stretches);
  const left = Math.max(0, height - sum(least) - Math.max(parts.length - 1, 0) * partGap(context));
  const share = left / Math.max(stretching.filter(Boolean).length, 1);
  return within(
    least.map((own, index) => emu(stretching[index] ? own + share : own)),
    height,
    partGap(context),
  );
}

/** Heights that end with the body: what is too tall for a slide, and may not be parted, ends there too. */
function within(heights: readonly Emu[], height: Emu, gap: Emu): readonly Emu[] {
  let left: number = height;
  return heights.map((own) => {
    const cy = emu(Math.max(0, Math.min(own, left)));
    left -= cy + gap;
    return cy;
  });
}

function partItems(part: Part, frame: Rect, id: string, context: PlaceContext, kinds: Kinds): readonly Item[] {
  if (part.type === 'text') {
    return [
      textBox(
        `${id}.text`,
        'Text',
        frame,
        part.paragraphs.map((item) => item.paragraph),
        context.body,
      ),
    ];
  }
  return withReveal(part.block, headedBlock(part, { frame, region: null, placeholders: [], id }, context, kinds));
}

/** The items of a block as it comes: all of them together. */
export const withReveal = ({ reveal }: Block, items: readonly Item[]): readonly Item[] =>
  reveal && reveal !== 'never'
    ? items.map((item, index) => ({ ...item, reveal: index === 0 && reveal !== 'with' ? 'click' : 'with' }))
    : items;

/** A block under its subtitle, both in its place. */
export function headedBlock(part: Extract<Part, { type: 'block' }>, place: Place, context: PlaceContext, kinds: Kinds): readonly Item[] {
  const { frame, id } = place;
  const kind = frameKind(part, kinds);
  const above = subtitleHeight(part, frame.cx, context, kinds);
  const rest = { ...frame, y: emu(frame.y + above), cy: emu(frame.cy - above) };
  const items = kind.place(part.block, { ...place, frame: rest }, context);
  if (above === 0) return items;
  const line = { ...frame, cy: emu(above - context.template.grid.unit) };
  const text = context.paragraph(kind.subtitle(part.block));
  return [textBox(`${id}.subtitle`, 'Subtitle', line, [text], context.template.styles.caption), ...items];
}
