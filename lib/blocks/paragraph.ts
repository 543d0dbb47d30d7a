/** A paragraph of running text. */
import type { Block } from '../briefing/briefing.js';
import { citationsIn, claimsIn } from '../briefing/claims.js';
import { type Inline, inlineText } from '../briefing/inline.js';
import { defineBlock, type TextKind } from '../briefing/kind.js';
import { statement } from '../briefing/statement.js';

export interface ParagraphBlock extends Block {
  readonly kind: 'paragraph';
  readonly inlines: readonly Inline[];
  /** Whether it is never parted from what follows. */
  readonly leads: boolean;
}

const leadsIn = (inlines: readonly Inline[]): boolean => /[:：]$/.test(inlineText(inlines).trim());

const kind: TextKind<ParagraphBlock> = {
  name: 'paragraph',
  flow: 'text',
  parse: (node) =>
    node.type === 'paragraph'
      ? { kind: 'paragraph', span: node.span, inlines: node.inlines, leads: node.leads ?? leadsIn(node.inlines) }
      : null,
  citations: (block) => citationsIn(block.inlines),
  claims: (block) => claimsIn(block.inlines),
  statements: (block) => [statement('text', block.inlines, block.span)],
  paragraphs(block, context) {
    const paragraph = context.paragraph(block.inlines, { bullet: { kind: 'none' } });
    return [{ paragraph, inlines: block.inlines, number: null, heading: null, keepWithNext: block.leads }];
  },
};

export const paragraphKind = defineBlock(kind);
