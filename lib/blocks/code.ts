/** A listing: monospace text on a panel, as editable text. */
import type { Block } from '../briefing/briefing.js';
import { lastFitting } from '../briefing/cut.js';
import { placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import { rung } from '../briefing/place-context.js';
import { type Emu, emu } from '../core/units.js';
import { type Insets, levelStyle, type Paragraph, paragraph, run, type TextStyle } from '../scene/text.js';
import { graphemeEnds } from '../text/linebreak.js';

export interface CodeBlock extends Block {
  readonly kind: 'code';
  readonly language: string;
  readonly lines: readonly string[];
}

const TAB = '    ';

const kind: FrameKind<CodeBlock> = {
  name: 'code',
  flow: 'frame',
  content: 'code',
  stretches: false,
  parse: (node) =>
    node.type === 'code'
      ? { kind: 'code', span: node.span, language: node.language, lines: node.text.replace(/\n+$/, '').split('\n') }
      : null,
  citations: () => [],
  claims: () => [],
  slots: () => 1,
  subtitle: () => [],
  height(block, width, context) {
    const insets = panelInsets(context);
    const inner = emu(width - insets.left - insets.right);
    return emu(context.height(paragraphsOf(block, context), styleOf(context), inner) + insets.top + insets.bottom);
  },
  place(block, place, context) {
    const name = block.language === '' ? 'Code' : `Code: ${block.language}`;
    const paragraphs = paragraphsOf(block, context);
    const target = place.placeholders.find((placeholder) => levelStyle(placeholder.style, 0).font === 'mono');
    if (target) return [placeholderText(`${place.id}.code`, name, target, paragraphs, context.step > 0 ? [context.codeSize] : null)];
    const looks = { insets: panelInsets(context), fill: { kind: 'solid', color: context.template.palette.panel } } as const;
    return [textBox(`${place.id}.code`, name, place.frame, paragraphs, styleOf(context), looks)];
  },
  split(block, width, height, context) {
    const fits = (count: number): boolean => kind.height(part(block, 0, count), width, context) <= height;
    let fitting = 0;
    while (fitting < block.lines.length && fits(fitting + 1)) fitting++;
    if (fitting >= block.lines.length) return null;
    if (fitting === 0) return cutLine(block, width, height, context);
    const even = Math.ceil(block.lines.length / Math.ceil(block.lines.length / fitting));
    return [part(block, 0, even), part(block, even, block.lines.length)];
  },
};

const part = (block: CodeBlock, from: number, to: number): CodeBlock => ({ ...block, lines: block.lines.slice(from, to) });

/** A line that is taller than the frame, parted where the frame ends. */
function cutLine(block: CodeBlock, width: Emu, height: Emu, context: PlaceContext): readonly [CodeBlock, CodeBlock] | null {
  const [line = '', ...others] = block.lines;
  const headOf = (end: number): CodeBlock => ({ ...block, lines: [line.slice(0, end)] });
  const end = lastFitting(graphemeEnds(line, 0, line.length), (at) => kind.height(headOf(at), width, context) <= height);
  return end === 0 || end === line.length ? null : [headOf(end), { ...block, lines: [line.slice(end), ...others] }];
}

const styleOf = (context: PlaceContext): TextStyle =>
  context.template.styles.code.map((level) => ({ ...level, size: rung(context.template.ladder.code, context.step) }));

function panelInsets(context: PlaceContext): Insets {
  const { unit } = context.template.grid;
  return { left: unit, top: unit, right: unit, bottom: unit };
}

/** One paragraph a line, left to right whatever its letters; spaces that indent do not collapse in DrawingML. */
const paragraphsOf = (block: CodeBlock, context: PlaceContext): readonly Paragraph[] =>
  block.lines.map((line) => paragraph(line === '' ? [] : [run(line.replaceAll('\t', TAB), context.lang)], { bullet: { kind: 'inherit' } }));

export const codeKind = defineBlock(kind);
