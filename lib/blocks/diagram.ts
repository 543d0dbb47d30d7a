/** A diagram in Mermaid's language: a flowchart as shapes with glued connectors; what cannot be drawn stands as its code. */
import type { Block } from '../briefing/briefing.js';
import { fenceText } from '../briefing/fence.js';
import { plainInline } from '../briefing/inline.js';
import { defineBlock, type FrameKind } from '../briefing/kind.js';
import { diagnostic } from '../core/diagnostic.js';
import { emu } from '../core/units.js';
import type { DiagramSource } from '../diagram/index.js';
import type { Flowchart } from '../diagram/model.js';
import { type CodeBlock, codeBlock } from './code.js';
import { flowchartItems } from './flowchart.js';
import { leastHeight } from './flowchart-fit.js';
import { flowchartParagraphs, flowchartStatements } from './flowchart-said.js';

export interface DiagramBlock extends Block {
  readonly kind: 'diagram';
  readonly source: DiagramSource;
  /** What it is where it cannot be drawn. */
  readonly code: CodeBlock;
  /** Null before `resolve`. */
  readonly flowchart: Flowchart | null;
}

const kind: FrameKind<DiagramBlock> = {
  name: 'diagram',
  flow: 'frame',
  content: 'chart',
  stretches: true,
  parse(node, context) {
    if (node.type !== 'code' || node.language !== 'mermaid') return null;
    const { text, span } = fenceText(node);
    return { kind: 'diagram', span: node.span, source: { text, span, whole: node.span }, code: codeBlock(node, context), flowchart: null };
  },
  diagram: ({ source }) => source,
  language: ({ code }) => code.language,
  resolve(block, { diagrams }) {
    if (block.flowchart) return block;
    const diagram = diagrams(block.source);
    const code: CodeBlock = { ...block.code, ...(block.reveal ? { reveal: block.reveal } : {}) };
    return diagram?.kind === 'flowchart' ? { ...block, flowchart: diagram } : code;
  },
  citations: () => [],
  claims: () => [],
  statements: ({ flowchart }) => (flowchart ? flowchartStatements(flowchart) : []),
  slots: () => 1,
  subtitle: ({ flowchart, code, span }) => {
    const words = flowchart?.title || code.title;
    return words === '' ? [] : [plainInline(words, span)];
  },
  height: ({ flowchart }, width, context) => (flowchart ? leastHeight(flowchart, width, context) : emu(0)),
  place: ({ flowchart, span }, place, context) => (flowchart ? flowchartItems(flowchart, span, place, context) : []),
  split: () => null,
  asText({ flowchart, span }, context) {
    if (!flowchart) return [];
    const message = `the flowchart is too large for a slide at ${context.template.chart.size.floor} pt: its steps stand as a list`;
    context.sink(diagnostic('warning', 'diagram/too-large', message, { ...span, end: span.start }, 'part it into several diagrams'));
    return flowchartParagraphs(flowchart, context);
  },
};

export const diagramKind = defineBlock(kind);
