/** A diagram in Mermaid's language as shapes with glued connectors; what cannot be drawn stands as its code. */
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
import { flowchartLines, flowchartStatements, linesAsText } from './flowchart-said.js';
import { sequenceItems, sequenceStatements } from './sequence.js';
import { leastSequenceHeight, type SequencePart, sequenceLines, splitSequence } from './sequence-fit.js';

export interface DiagramBlock extends Block {
  readonly kind: 'diagram';
  readonly source: DiagramSource;
  /** What it is where it cannot be drawn. */
  readonly code: CodeBlock;
  /** Null before `resolve`. */
  readonly flowchart: Flowchart | null;
  readonly sequence: SequencePart | null;
}

const kind: FrameKind<DiagramBlock> = {
  name: 'diagram',
  flow: 'frame',
  content: 'chart',
  stretches: true,
  parse(node, context) {
    if (node.type !== 'code' || node.language !== 'mermaid') return null;
    const { text, span } = fenceText(node);
    return {
      kind: 'diagram',
      span: node.span,
      source: { text, span, whole: node.span },
      code: codeBlock(node, context),
      flowchart: null,
      sequence: null,
    };
  },
  diagram: ({ source }) => source,
  language: ({ code }) => code.language,
  resolve(block, { diagrams }) {
    if (block.flowchart || block.sequence) return block;
    const diagram = diagrams(block.source);
    const code: CodeBlock = { ...block.code, ...(block.reveal ? { reveal: block.reveal } : {}) };
    if (diagram?.kind === 'flowchart') return { ...block, flowchart: diagram };
    return diagram ? { ...block, sequence: { sequence: diagram, from: 0, to: diagram.steps.length } } : code;
  },
  citations: () => [],
  claims: () => [],
  statements: ({ flowchart, sequence }) =>
    flowchart ? flowchartStatements(flowchart) : sequence ? sequenceStatements(sequence.sequence) : [],
  slots: () => 1,
  subtitle: ({ flowchart, sequence, code, span }) => {
    const words = flowchart?.title || sequence?.sequence.title || code.title;
    return words === '' ? [] : [plainInline(words, span)];
  },
  height: ({ flowchart, sequence }, width, context) =>
    flowchart ? leastHeight(flowchart, width, context) : emu(sequence ? leastSequenceHeight(sequence, width, context) : 0),
  place: ({ flowchart, sequence, span }, place, context) =>
    flowchart ? flowchartItems(flowchart, span, place, context) : sequence ? sequenceItems(sequence, place, context) : [],
  split(block, width, height, context) {
    const parts = block.sequence && splitSequence(block.sequence, width, height, context);
    return (
      parts && [
        { ...block, sequence: parts[0] },
        { ...block, sequence: parts[1] },
      ]
    );
  },
  asText({ flowchart, sequence, span }, context) {
    const what = flowchart ? 'flowchart' : 'sequence';
    const message = `the ${what} is too large for a slide at ${context.template.chart.size.floor} pt: its steps stand as a list`;
    context.sink(diagnostic('warning', 'diagram/too-large', message, { ...span, end: span.start }, 'part it into several diagrams'));
    return linesAsText(flowchart ? flowchartLines(flowchart) : sequence ? sequenceLines(sequence) : [], span, context);
  },
};

export const diagramKind = defineBlock(kind);
