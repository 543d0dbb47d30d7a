/** A listing: monospace text on a panel, as editable text. */
import type { Block } from '../briefing/briefing.js';
import { lastFitting } from '../briefing/cut.js';
import { placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type PlaceContext } from '../briefing/kind.js';
import type { CodeNode } from '../briefing/node.js';
import { rung } from '../briefing/place-context.js';
import { type Emu, emu } from '../core/units.js';
import { type Bullet, type Insets, levelStyle, type Paragraph, paragraph, run, type TextStyle } from '../scene/text.js';
import { graphemeEnds } from '../text/linebreak.js';

export interface CodeBlock extends Block {
  readonly kind: 'code';
  readonly language: string;
  readonly lines: readonly string[];
  /** The number of the first line; null: lines are not numbered. */
  readonly first: number | null;
}

const TAB = '    ';

const kind: FrameKind<CodeBlock> = {
  name: 'code',
  flow: 'frame',
  content: 'code',
  stretches: false,
  parse: (node) =>
    node.type === 'code'
      ? { kind: 'code', span: node.span, language: node.language, lines: node.text.replace(/\n+$/, '').split('\n'), first: firstOf(node) }
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
  split(whole, width, height, context) {
    const block = isProgram(whole) ? { ...whole, first: whole.first ?? 1 } : whole;
    const fits = (count: number): boolean => kind.height(part(block, 0, count), width, context) <= height;
    let fitting = 0;
    while (fitting < block.lines.length && fits(fitting + 1)) fitting++;
    if (fitting >= block.lines.length) return null;
    if (fitting === 0) return cutLine(block, width, height, context);
    const even = Math.ceil(block.lines.length / Math.ceil(block.lines.length / fitting));
    return [part(block, 0, even), part(block, even, block.lines.length)];
  },
};

/** The number of the first line, where the author wants lines numbered: `{.numberLines startFrom=5}`, `showLineNumbers`, `linenos`. */
function firstOf({ attributes }: CodeNode): number | null {
  const { classes, values } = attributes;
  const wanted =
    classes.some((name) => NUMBERED.test(name)) || Object.entries(values).some(([key, value]) => NUMBERED.test(key) && value !== 'false');
  const from = Number(values.startFrom ?? values.startLine ?? values.start ?? 1);
  return wanted ? (Number.isSafeInteger(from) && from > 0 && from < MOST_LINES ? from : 1) : null;
}

const NUMBERED = /^(?:number-?lines|line-?numbers|show-?line-?numbers|linenos|lines)$/i;
/** PowerPoint numbers up to 32767 (ISO/IEC 29500-1, 20.1.10.60 ST_TextBulletStartAtNum). */
const MOST_LINES = 32767;
/** Languages whose lines nobody names by their numbers. */
const PROSE = new Set(['', 'text', 'txt', 'plain', 'plaintext', 'console', 'output', 'md', 'markdown']);

/** Whether a listing that is parted has its lines numbered, so that a reader sees how it goes on. */
const isProgram = (block: CodeBlock): boolean => !PROSE.has(block.language);

const part = (block: CodeBlock, from: number, to: number): CodeBlock => ({
  ...block,
  lines: block.lines.slice(from, to),
  first: block.first === null ? null : block.first + from,
});

/** A line that is taller than the frame, parted where the frame ends. */
function cutLine(block: CodeBlock, width: Emu, height: Emu, context: PlaceContext): readonly [CodeBlock, CodeBlock] | null {
  const [line = '', ...others] = block.lines;
  const headOf = (end: number): CodeBlock => ({ ...block, lines: [line.slice(0, end)] });
  const end = lastFitting(graphemeEnds(line, 0, line.length), (at) => kind.height(headOf(at), width, context) <= height);
  if (end === 0 || end === line.length) return null;
  return [headOf(end), { ...block, lines: [line.slice(end), ...others] }];
}

const styleOf = (context: PlaceContext): TextStyle =>
  context.template.styles.code.map((level) => ({ ...level, size: rung(context.template.ladder.code, context.step) }));

function panelInsets(context: PlaceContext): Insets {
  const { unit } = context.template.grid;
  return { left: unit, top: unit, right: unit, bottom: unit };
}

/** One paragraph a line, left to right whatever its letters; spaces that indent do not collapse in DrawingML. */
function paragraphsOf(block: CodeBlock, context: PlaceContext): readonly Paragraph[] {
  const { first } = block;
  const indent = first === null ? null : indentFor(first + block.lines.length - 1, context);
  return block.lines.map((line, index) => {
    const text = line === '' && first !== null ? ' ' : line.replaceAll('\t', TAB);
    const bullet = first === null ? ({ kind: 'inherit' } as const) : numbered(first + index, context);
    return paragraph(text === '' ? [] : [run(text, context.lang)], { bullet, indent });
  });
}

/** A line's number; a line without words has a blank, for PowerPoint numbers no empty paragraph. */
const numbered = (line: number, context: PlaceContext): Bullet => ({
  kind: 'line',
  number: Math.min(line, MOST_LINES),
  color: context.template.palette.muted,
});

/** Room for the last number and two blanks that part it from the code. */
function indentFor(last: number, context: PlaceContext): Paragraph['indent'] {
  const width = context.width([paragraph([run('0'.repeat(String(last).length + 2), context.lang)])], styleOf(context));
  return { marginLeft: width, hanging: width };
}

export const codeKind = defineBlock(kind);
