/** An equation on lines of its own. */
import type { Block } from '../briefing/briefing.js';
import type { InlineMath } from '../briefing/inline.js';
import { defineBlock, type PlaceContext, type TextKind } from '../briefing/kind.js';
import { diagnostic } from '../core/diagnostic.js';
import { emu, toPoints } from '../core/units.js';
import { type EquationInline, levelStyle, type Paragraph } from '../scene/text.js';
import { equationBoxes } from '../text/formula/index.js';

export interface EquationBlock extends Block {
  readonly kind: 'equation';
  readonly inline: InlineMath;
}

const kind: TextKind<EquationBlock> = {
  name: 'equation',
  flow: 'text',
  parse: (node) => (node.type === 'math' ? { kind: 'equation', span: node.span, inline: node.inline } : null),
  citations: () => [],
  claims: () => [],
  paragraphs(block, context) {
    const paragraph = withRoom(context.paragraph([block.inline], { bullet: { kind: 'none' } }), block, context);
    return [{ paragraph, inlines: [block.inline], number: null, heading: null, keepWithNext: false }];
  },
};

/** Smaller letters than this share of the text's cannot be read beside it. */
const SMALLEST = 0.6;

/** The paragraph, centred; an equation of which a piece is wider than the text is set smaller. One that cannot be read stands as it is. */
function withRoom(paragraph: Paragraph, { span }: EquationBlock, context: PlaceContext): Paragraph {
  const [inline] = paragraph.inlines;
  if (inline?.type !== 'equation') return paragraph;
  const share = textWidth(context) / widest(inline, context);
  if (share < SMALLEST) {
    const message = 'the equation is wider than the slide has room for';
    context.sink(diagnostic('warning', 'math/too-wide', message, span, 'break it into lines: \\begin{aligned} … \\\\ … \\end{aligned}'));
  }
  const size = share >= 1 ? null : Math.floor(levelStyle(context.body, 0).size * Math.max(share, SMALLEST) * 2) / 2;
  return { ...paragraph, align: 'center', inlines: [{ ...inline, size }] };
}

const widest = (inline: EquationInline, context: PlaceContext): number =>
  Math.max(...equationBoxes(inline, levelStyle(context.body, 0)).map(({ width }) => width), 1);

/** Points: the widest place that the template has for running text. */
function textWidth({ template }: PlaceContext): number {
  const regions = template.layouts
    .filter(({ purpose }) => purpose === 'content')
    .flatMap((layout) => layout.regions.filter(({ accepts }) => accepts.includes('text') || accepts.includes('any')));
  return toPoints(emu(regions.length === 0 ? template.size.cx : Math.max(...regions.map(({ frame }) => frame.cx))));
}

export const equationKind = defineBlock(kind);
