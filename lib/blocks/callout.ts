/** A callout (`> [!NOTE]`): words set apart by a line in the accent where they begin. */
import type { Block } from '../briefing/briefing.js';
import { asRead, textBox } from '../briefing/items.js';
import { defineBlock, type FlowParagraph, type FrameKind, type PlaceContext, type TextKind } from '../briefing/kind.js';
import { type Emu, emu, points } from '../core/units.js';
import type { Item, LineItem } from '../scene/scene.js';
import { type Paragraph, paragraph, run } from '../scene/text.js';

export interface CalloutBlock extends Block {
  readonly kind: 'callout';
  /** What the callout is: `NOTE`; empty where it has none, or a title of its own. */
  readonly label: string;
  readonly blocks: readonly Block[];
}

/** The accent line at the left (LOOKS, section 5). */
const LINE = points(3);

/** The name of what it is, above its words: the line at the left is not the only sign. */
function labelOf(block: CalloutBlock, context: PlaceContext): readonly FlowParagraph[] {
  if (block.label === '') return [];
  const text = context.words.callouts[block.label] ?? `${block.label.charAt(0)}${block.label.slice(1).toLowerCase()}`;
  const label = run(text, context.lang, { bold: true, color: context.template.palette.accent });
  const words = paragraph([label], { bullet: { kind: 'none' } });
  return [{ paragraph: words, inlines: [], number: null, heading: null, keepWithNext: true }];
}

/** A callout holds running text of the kinds that it is given; a frame inside one is no text, and stays outside. */
export const calloutKind = (texts: readonly TextKind[]) => {
  const kindOf = (block: Block): TextKind | undefined => texts.find((kind) => kind.name === block.kind);
  const flow = (block: CalloutBlock, context: PlaceContext): readonly FlowParagraph[] => [
    ...labelOf(block, context),
    ...block.blocks.flatMap((inner) => kindOf(inner)?.paragraphs(inner, context) ?? []),
  ];
  const paragraphs = (block: CalloutBlock, context: PlaceContext): readonly Paragraph[] =>
    flow(block, context).map((item) => item.paragraph);
  const indent = (context: PlaceContext): Emu => emu(LINE + context.template.grid.unit);
  const innerWidth = (width: Emu, context: PlaceContext): Emu => emu(width - indent(context));

  const kind: FrameKind<CalloutBlock> = {
    name: 'callout',
    flow: 'frame',
    content: 'callout',
    stretches: false,
    parse(node, context) {
      if (node.type !== 'quote') return null;
      const blocks = context.blocks(node.children);
      if (blocks.some((block) => !kindOf(block))) return null;
      return { kind: 'callout', span: node.span, label: node.titled ? '' : node.callout, blocks };
    },
    citations: (block) => block.blocks.flatMap((inner) => kindOf(inner)?.citations(inner) ?? []),
    claims: (block) => block.blocks.flatMap((inner) => kindOf(inner)?.claims(inner) ?? []),
    statements: (block) => block.blocks.flatMap((inner) => kindOf(inner)?.statements?.(inner) ?? []),
    slots: () => 1,
    subtitle: () => [],
    height: (block, width, context) =>
      context.height(paragraphs(block, context), context.template.styles.callout, innerWidth(width, context)),
    place(block, place, context): readonly Item[] {
      const { frame, id } = place;
      const cy = kind.height(block, frame.cx, context);
      const line: LineItem = {
        type: 'line',
        id: `${id}.line`,
        name: 'Callout line',
        frame: asRead({ x: emu(frame.x + LINE / 2), y: frame.y, cx: emu(0), cy }, frame, context.template),
        stroke: { color: context.template.palette.accent, width: LINE, dash: 'solid' },
        decorative: true,
      };
      const x = emu(frame.x + indent(context));
      const inner = asRead({ x, y: frame.y, cx: innerWidth(frame.cx, context), cy }, frame, context.template);
      return [textBox(`${id}.text`, 'Callout', inner, paragraphs(block, context), context.template.styles.callout), line];
    },
    split: () => null,
    asText: flow,
  };
  return defineBlock(kind);
};
