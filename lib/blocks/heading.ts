/** A heading inside a slide. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { defineBlock, type Heading, type TextKind } from '../briefing/kind.js';
import { statement } from '../briefing/statement.js';
import type { TextInline } from '../scene/text.js';

export interface HeadingBlock extends Block, Heading {
  readonly kind: 'heading';
}

/** Points above a heading that is not the first of its frame: a block's gap. */
const SPACE_BEFORE = 14;

const bold = (inlines: readonly TextInline[]): readonly TextInline[] =>
  inlines.map((inline) => (inline.type === 'run' ? { ...inline, bold: true } : inline));

const kind: TextKind<HeadingBlock> = {
  name: 'heading',
  flow: 'text',
  parse: (node) =>
    node.type === 'heading' ? { kind: 'heading', span: node.span, inlines: node.inlines, depth: node.depth, anchor: node.anchor } : null,
  heading: ({ inlines, depth, anchor }) => ({ inlines, depth, anchor }),
  citations: (block) => citationsIn(block.inlines),
  claims: (block) => claimsIn(block.inlines),
  statements: (block) => [statement('heading', block.inlines, block.span)],
  paragraphs(block, context) {
    const paragraph = context.paragraph(block.inlines, { bullet: { kind: 'none' }, spaceBefore: SPACE_BEFORE });
    return [
      {
        paragraph: { ...paragraph, inlines: bold(paragraph.inlines) },
        inlines: block.inlines,
        number: null,
        heading: { inlines: block.inlines, depth: block.depth, anchor: block.anchor },
        keepWithNext: true,
      },
    ];
  },
};

export const headingKind = defineBlock(kind);
