/** Kinds that only keep their node: what stage 1 hands to the real ones. */
import type { Block } from '../../lib/briefing/briefing.js';
import { type BlockKind, defineBlock, type ParseContext } from '../../lib/briefing/kind.js';
import type { Node } from '../../lib/briefing/node.js';
import { collect, type Diagnostic } from '../../lib/core/diagnostic.js';
import { sourceText } from '../../lib/core/source.js';
import { parseBriefing } from '../../lib/markdown/index.js';

export interface NodeBlock extends Block {
  readonly node: Node;
  readonly children: readonly Block[];
}

const keep = (type: Node['type']): BlockKind =>
  defineBlock<NodeBlock>({
    name: type,
    flow: 'text',
    parse: (node: Node, context: ParseContext) =>
      node.type === type ? { kind: type, span: node.span, node, children: context.blocks(childrenOf(node)) } : null,
    citations: () => [],
    claims: () => [],
    paragraphs: () => [],
  });

/** The nodes directly inside a node. */
export const childrenOf = (node: Node): readonly Node[] =>
  node.type === 'list' ? node.items.flatMap((item) => item.children) : node.type === 'quote' || node.type === 'div' ? node.children : [];

/** One kind for each node that a deck shows. */
export const tinyKinds: readonly BlockKind[] = (['heading', 'paragraph', 'image', 'list', 'table', 'quote', 'code'] as const).map(keep);

/** Reads a text with the tiny kinds. */
export function read(text: string, kinds: readonly BlockKind[] = tinyKinds) {
  const { sink, diagnostics } = collect();
  const source = sourceText('a.md', text);
  const briefing = parseBriefing(source, { sink, blocks: kinds, charts: [] });
  const slides = briefing.sections.flatMap((section) => section.slides);
  const nodes = slides.flatMap((slide) => slide.columns).flatMap((column) => column.blocks.map((block) => (block as NodeBlock).node));
  return { briefing, slides, nodes, diagnostics, source, codes: diagnostics.map(where) };
}

/** `3:1 area/what`. */
export const where = ({ code, span }: Diagnostic): string => `${span.start.line}:${span.start.column} ${code}`;
