/** A listing: monospace text on a panel, as editable text. */
import type { Block } from '../briefing/briefing.js';
import { lastFitting } from '../briefing/cut.js';
import { placeholderText, textBox } from '../briefing/items.js';
import { defineBlock, type FrameKind, type ParseContext, type PlaceContext } from '../briefing/kind.js';
import type { CodeNode } from '../briefing/node.js';
import { rung } from '../briefing/place-context.js';
import { diagnostic, type Span } from '../core/diagnostic.js';
import { type Emu, emu } from '../core/units.js';
import { plainTokens, sliceTokens, type Token } from '../highlight/token.js';
import { type Bullet, type Insets, levelStyle, type Paragraph, paragraph, run, type TextRun, type TextStyle } from '../scene/text.js';
import { type CodeColors, codeColors } from '../template/code-colors.js';
import { graphemeEnds } from '../text/linebreak.js';
import { firstNumber, MOST_LINES, markedLines, titleOf } from './code-settings.js';

/** A line of a listing. */
export interface CodeLine {
  readonly text: string;
  /** The line in pieces by what they are. */
  readonly tokens: readonly Token[];
  /** Whether the author points at it. */
  readonly marked: boolean;
}

export interface CodeBlock extends Block {
  readonly kind: 'code';
  readonly language: string;
  /** Stands over the listing; empty where nothing does. */
  readonly title: string;
  readonly lines: readonly CodeLine[];
  /** The number of the first line; null: lines are not numbered. */
  readonly first: number | null;
}

const TAB = '    ';

const kind: FrameKind<CodeBlock> = {
  name: 'code',
  flow: 'frame',
  content: 'code',
  stretches: false,
  parse: (node, context) => (node.type === 'code' ? codeBlock(node, context) : null),
  language: ({ language }) => (PROSE.has(language) ? '' : language),
  resolve(block, context) {
    if (PROSE.has(block.language)) return block;
    const tokens = context.highlighter.highlight(
      block.lines.map(({ text }) => text),
      block.language,
    );
    if (!tokens) {
      const message = `the language "${block.language}" is not known: the listing stands without colours`;
      context.sink(diagnostic('info', 'code/unknown-language', message, fenceSpan(block)));
    }
    return tokens ? { ...block, lines: block.lines.map((line, index) => ({ ...line, tokens: tokens[index] ?? line.tokens })) } : block;
  },
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
    const name = block.title || (block.language === '' ? 'Code' : `Code: ${block.language}`);
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

/** A fence as a listing. */
export function codeBlock(node: CodeNode, { sink }: ParseContext): CodeBlock {
  const { span, language, attributes } = node;
  const lines = node.text.replace(/\n+$/, '').split('\n');
  const { marked, missing } = markedLines(attributes, lines.length);
  for (const range of missing) {
    const message = `line ${range} cannot be highlighted: the listing has ${lines.length === 1 ? 'one line' : `${lines.length} lines`}`;
    sink(diagnostic('warning', 'code/no-line', message, fenceSpan(node)));
  }
  return {
    kind: 'code',
    span,
    language,
    title: titleOf(attributes),
    first: firstNumber(attributes),
    lines: lines.map((text, index) => ({ text, tokens: plainTokens(text), marked: marked.has(index + 1) })),
  };
}

const fenceSpan = ({ span }: { readonly span: Span }): Span => ({ ...span, end: span.start });

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
  const [line, ...others] = block.lines;
  if (!line) return null;
  const { length } = line.text;
  const headOf = (end: number): CodeBlock => ({ ...block, lines: [linePart(line, 0, end)] });
  const end = lastFitting(graphemeEnds(line.text, 0, length), (at) => kind.height(headOf(at), width, context) <= height);
  if (end === 0 || end === length) return null;
  return [headOf(end), { ...block, lines: [linePart(line, end, length), ...others] }];
}

const linePart = (line: CodeLine, from: number, to: number): CodeLine => ({
  ...line,
  text: line.text.slice(from, to),
  tokens: sliceTokens(line.tokens, from, to),
});

const STYLES = new WeakMap<TextStyle, Map<number, TextStyle>>();

/** The template's style at this step; the same object each time, for texts are measured once for each. */
function styleOf({ template, step }: PlaceContext): TextStyle {
  const { code } = template.styles;
  const size = rung(template.ladder.code, step);
  const sizes = STYLES.get(code) ?? new Map<number, TextStyle>();
  const made = sizes.get(size) ?? code.map((level) => ({ ...level, size }));
  STYLES.set(code, sizes.set(size, made));
  return made;
}

function panelInsets(context: PlaceContext): Insets {
  const { unit } = context.template.grid;
  return { left: unit, top: unit, right: unit, bottom: unit };
}

/** One paragraph a line, left to right whatever its letters, under the title; spaces that indent do not collapse in DrawingML. */
function paragraphsOf(block: CodeBlock, context: PlaceContext): readonly Paragraph[] {
  const { first, lines } = block;
  const colors = codeColors(context.template);
  const indent = first === null ? null : indentFor(first + lines.length - 1, context);
  const code = lines.map((line, index) => {
    const number = first === null ? null : first + index;
    const spaceBefore = index === 0 && block.title !== '' ? BELOW_TITLE : null;
    return lineParagraph(line, number, { indent, spaceBefore }, colors, context);
  });
  const title = run(block.title, context.lang, { bold: true, color: context.template.palette.muted });
  return block.title === '' ? code : [paragraph([title], { bullet: { kind: 'none' } }), ...code];
}

type LineMarks = Pick<Paragraph, 'indent' | 'spaceBefore'>;

/** Planning asks for the lines of what is left of a listing on every slide: each is made once, so that it is measured once too. */
const KNOWN = new WeakMap<CodeColors, WeakMap<CodeLine, Map<string, Paragraph>>>();

function lineParagraph(line: CodeLine, number: number | null, marks: LineMarks, colors: CodeColors, context: PlaceContext): Paragraph {
  const ofColors = KNOWN.get(colors) ?? new WeakMap<CodeLine, Map<string, Paragraph>>();
  const ofLine = ofColors.get(line) ?? new Map<string, Paragraph>();
  const key = `${number},${marks.indent?.marginLeft},${marks.spaceBefore},${context.lang}`;
  const known = ofLine.get(key);
  if (known) return known;
  const bullet = number === null ? ({ kind: 'inherit' } as const) : numbered(number, context);
  const made = paragraph(runsOf(line, number !== null, colors, context), { bullet, ...marks });
  KNOWN.set(colors, ofColors.set(line, ofLine.set(key, made)));
  return made;
}

/** Points between a title and the code. */
const BELOW_TITLE = 6;

/** A line's tokens in the colours of code; one that the author points at is bold, on a ground of its own, so that it stands out in print too. */
function runsOf(
  { tokens, text, marked }: CodeLine,
  numbered: boolean,
  { roles, mark }: CodeColors,
  { lang }: PlaceContext,
): readonly TextRun[] {
  const looks = marked ? { bold: true, highlight: mark } : {};
  if (text === '') return numbered || marked ? [run(' ', lang, looks)] : [];
  return tokens.map((token) =>
    run(token.text.replaceAll('\t', TAB), lang, {
      ...looks,
      color: token.role === 'plain' ? null : roles[token.role],
      italic: token.role === 'comment' ? true : null,
    }),
  );
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
