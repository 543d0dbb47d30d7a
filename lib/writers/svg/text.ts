/** Text as `text` elements, one a paragraph, one `tspan` a line: the lines are the measured ones. */
import { type Color, scheme } from '../../core/color.js';
import type { Emu } from '../../core/units.js';
import type { XmlElement } from '../../package/xml.js';
import {
  type Align,
  type LevelStyle,
  latinFamily,
  levelStyle,
  OBJECT,
  type Paragraph,
  run,
  type TextInline,
  type TextRun,
  type TextStyle,
} from '../../scene/text.js';
import { bulletTexts } from '../../text/bullets.js';
import { equationBoxes, type PieceBox } from '../../text/formula/index.js';
import { inlineAdvances, type MeasuredLine, measureParagraphs, naturalWidth } from '../../text/measure.js';
import { ascentShare, familiesOf, fontStretches } from './fonts.js';
import { drawFormula } from './formula.js';
import { colorAttributes } from './paint.js';
import { type Attributes, type Box, type Page, pt, tag } from './svg.js';

/** Paragraphs and where they stand. */
export interface TextBlock {
  readonly paragraphs: readonly Paragraph[];
  readonly style: TextStyle;
  readonly box: Box;
  readonly anchor: 'top' | 'middle' | 'bottom';
}

/** A line and where its top is, in points. */
interface PlacedLine extends MeasuredLine {
  readonly top: number;
}

/** Draws paragraphs in a box, without insets. */
export function drawText({ style, box, anchor, ...block }: TextBlock, page: Page): readonly XmlElement[] {
  const paragraphs = block.paragraphs.map((item) => withNumber(item, page));
  const measured = measureParagraphs(paragraphs, style, page.template.fonts, Math.round(box.w * 12_700) as Emu);
  const rest = box.h - pt(measured.height);
  const top = box.y + (anchor === 'top' ? 0 : anchor === 'middle' ? rest / 2 : rest);
  const lines = placeLines(measured.lines, paragraphs, style, top);
  const bullets = bulletTexts(paragraphs, style);
  return paragraphs.flatMap((paragraph, index) => {
    const own = lines.filter((line) => line.paragraph === index);
    return drawParagraph(paragraph, levelStyle(style, paragraph.level), own, bullets[index] ?? '', box, page);
  });
}

/** Fields say what they stand for. */
const withNumber = (paragraph: Paragraph, { number }: Page): Paragraph => ({
  ...paragraph,
  inlines: paragraph.inlines.map((inline) => (inline.type === 'field' ? { ...inline, text: String(number) } : inline)),
});

function placeLines(
  lines: readonly MeasuredLine[],
  paragraphs: readonly Paragraph[],
  style: TextStyle,
  top: number,
): readonly PlacedLine[] {
  let y = top;
  return lines.map((line, at) => {
    const before = lines[at - 1]?.paragraph;
    if (before !== undefined && before !== line.paragraph) {
      const [last, next] = [paragraphs[before], paragraphs[line.paragraph]];
      y += last ? levelStyle(style, last.level).spaceAfter : 0;
      y += next ? (next.spaceBefore ?? levelStyle(style, next.level).spaceBefore) : 0;
    }
    const placed = { ...line, top: y };
    y += pt(line.height);
    return placed;
  });
}

function drawParagraph(
  paragraph: Paragraph,
  level: LevelStyle,
  lines: readonly PlacedLine[],
  bullet: string,
  box: Box,
  page: Page,
): readonly XmlElement[] {
  const { fonts } = page.template;
  const share = ascentShare(latinFamily(level, fonts));
  // Spacing is taken from or put above a line: what hangs below the baseline stays.
  const baseline = (line: PlacedLine): number =>
    withEquations(line) ? mathBaseline(paragraph, line, level) : line.top + pt(line.height) * (1 - (1 - share) / level.lineSpacing);
  const align = paragraph.align ?? level.align;
  const mathLines = lines.filter(withEquations).flatMap((line) => drawMathLine(paragraph, line, baseline(line), level, box, page));
  const spans = lines
    .filter((line) => !withEquations(line))
    .flatMap((line) => {
      const pieces = drawPieces(piecesOf(paragraph, line.start, line.start + line.text.length), level, paragraph.rightToLeft, page);
      if (pieces.length === 0) return [];
      const marked = paragraph.rightToLeft ? [ISOLATE, ...pieces, POP] : pieces;
      return [tag('tspan', { x: lineX(line, align, paragraph.rightToLeft, box), y: baseline(line) }, ...marked)];
    });
  const looks = { ...levelAttributes(level, page), 'xml:space': 'preserve' };
  const [first] = lines;
  const mark = bullet === '' || !first ? [] : [drawBullet(paragraph, level, bullet, box, baseline(first), looks, page)];
  const grounds = lines.flatMap((line) => drawHighlights(paragraph, level, line, align, box, page));
  const text = spans.length === 0 ? [] : [tag('text', { ...looks, 'text-anchor': ANCHORS[align] }, ...spans)];
  return spans.length + mathLines.length === 0 ? mark : [...grounds, ...mark, ...text, ...mathLines];
}

const withEquations = (line: PlacedLine): boolean => line.text.includes(OBJECT);

/** The pieces of equations on a line, in order. */
const boxesOn = (pieces: readonly Piece[], level: LevelStyle): readonly PieceBox[] =>
  pieces.flatMap(({ inline, from, text }) =>
    inline.type === 'equation' ? equationBoxes(inline, level).slice(from, from + text.length) : [],
  );

function mathBaseline(paragraph: Paragraph, line: PlacedLine, level: LevelStyle): number {
  const boxes = boxesOn(piecesOf(paragraph, line.start, line.start + line.text.length), level);
  return line.top + pt(line.height) - level.lineSpacing * Math.max(...boxes.map(({ descent }) => descent));
}

/** A line with equations: each piece of text and of equations where the widths before it end. */
function drawMathLine(paragraph: Paragraph, line: PlacedLine, y: number, level: LevelStyle, box: Box, page: Page): readonly XmlElement[] {
  const align = paragraph.align ?? level.align;
  const start = lineX(line, align, paragraph.rightToLeft, box);
  const width = pt(line.width);
  let x = align === 'left' ? start : align === 'right' ? start - width : start - width / 2;
  return piecesOf(paragraph, line.start, line.start + line.text.length).flatMap((piece) => {
    const { inline, text, from } = piece;
    const at = x;
    if (inline.type !== 'equation') {
      x += inlineAdvances([{ ...inline, text } as TextInline], level, page.template.fonts)[0] ?? 0;
      const looks = { ...levelAttributes(level, page), 'xml:space': 'preserve' };
      return [tag('text', { ...looks, x: at, y }, ...drawPieces([piece], level, false, page))];
    }
    const looks = colorAttributes(inline.color ?? level.color, page);
    const boxes = equationBoxes(inline, level).slice(from, from + text.length);
    const widthOf = (some: readonly { readonly width: number }[]): number => some.reduce((sum, { width: own }) => sum + own, 0);
    x += widthOf(boxes);
    const left = at + (widthOf(boxes) - widthOf(boxes.map((piece) => piece.box))) / 2;
    const drawn = boxes.flatMap((own, index) =>
      drawFormula(own.box, left + widthOf(boxes.slice(0, index).map((piece) => piece.box)), y, looks, page),
    );
    return [tag('g', { role: 'math', 'aria-label': inline.equation.tex }, ...drawn)];
  });
}

/** Behind it a blank counts. */
const END = run('.', 'en');

/** What lies behind marked words of a line. */
function drawHighlights(
  paragraph: Paragraph,
  level: LevelStyle,
  line: PlacedLine,
  align: Align,
  box: Box,
  page: Page,
): readonly XmlElement[] {
  const pieces = piecesOf(paragraph, line.start, line.start + line.text.length);
  const lengthOf = (inlines: readonly TextInline[]): number =>
    pt(naturalWidth([{ ...paragraph, bullet: { kind: 'none' }, inlines: [...inlines, END] }], [level], page.template.fonts));
  const widthOf = (some: readonly Piece[]): number =>
    lengthOf(some.map(({ inline, text }) => (inline.type === 'break' ? inline : { ...inline, text }))) - lengthOf([]);
  const anchor = lineX(line, align, paragraph.rightToLeft, box);
  const left = anchor - (align === 'left' ? 0 : align === 'right' ? pt(line.width) : pt(line.width) / 2);
  return pieces.flatMap(({ inline }, index) => {
    if (inline.type !== 'run' || !inline.highlight) return [];
    const [from, to] = [widthOf(pieces.slice(0, index)), widthOf(pieces.slice(0, index + 1))];
    const x = left + (paragraph.rightToLeft ? pt(line.width) - to : from);
    return [tag('rect', { x, y: line.top, width: to - from, height: pt(line.height), ...colorAttributes(inline.highlight, page) })];
  });
}

/** A paragraph from right to left, said in the text itself: not every renderer reads the attribute `direction` (UAX 9, 2.6). */
const [ISOLATE, POP] = ['\u2067', '\u2069'];

const ANCHORS = { left: null, center: 'middle', right: 'end' } as const;

/** Where a line is anchored. Its indent is on the side from which it is read. */
function lineX(line: MeasuredLine, align: Align, rightToLeft: boolean, box: Box): number {
  const indent = pt(line.x);
  const [left, right] = rightToLeft ? [0, indent] : [indent, 0];
  if (align === 'left') return box.x + left;
  if (align === 'right') return box.x + box.w - right;
  return box.x + (left + box.w - right) / 2;
}

function drawBullet(
  paragraph: Paragraph,
  level: LevelStyle,
  bullet: string,
  box: Box,
  y: number,
  looks: Attributes,
  page: Page,
): XmlElement {
  const { indent, bullet: mark } = paragraph;
  const at = indent ? pt(indent.marginLeft) - pt(indent.hanging) : pt(level.marginLeft) + pt(level.indent);
  const own = mark.kind === 'line' ? mark.color : mark.kind === 'inherit' && level.bullet ? level.bullet.color : null;
  const color = own ? colorAttributes(own, page) : {};
  const side = paragraph.rightToLeft ? { x: box.x + box.w - at, 'text-anchor': 'end' } : { x: box.x + at };
  return tag('text', { ...looks, ...color, ...side, y }, ...(paragraph.rightToLeft ? [ISOLATE, bullet, POP] : [bullet]));
}

const levelAttributes = (level: LevelStyle, page: Page): Attributes => ({
  'font-family': familiesOf(level.font, page.template.fonts, [], level.family),
  'font-size': level.size,
  ...weight(level.bold),
  ...slant(level.italic),
  ...colorAttributes(level.color, page),
});

const weight = (bold: boolean): Attributes => ({ 'font-weight': bold ? 'bold' : null });
const slant = (italic: boolean): Attributes => ({ 'font-style': italic ? 'italic' : null });

interface Piece {
  readonly inline: TextInline;
  readonly text: string;
  /** Where it starts in the inline's own text. */
  readonly from: number;
}

/** What of each inline stands between two offsets of the paragraph's plain text. */
function piecesOf(paragraph: Paragraph, from: number, to: number): readonly Piece[] {
  let at = 0;
  return paragraph.inlines.flatMap((inline) => {
    const text = inline.type === 'break' ? '\n' : inline.text;
    const start = at;
    at += text.length;
    const shown = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return shown === '' || inline.type === 'break' ? [] : [{ inline, text: shown, from: Math.max(0, from - start) }];
  });
}

/** Superscripts and subscripts are drawn at two thirds, as PowerPoint draws them; up and down in parts of the text around them. */
const SCRIPT = { size: 2 / 3, superscript: -0.3, subscript: 0.25 } as const;

/**
 * The pieces of a line. Each says how far it stands from the one before it, for `baseline-shift` is not known everywhere; from right to left,
 * where renderers differ in which piece comes before, it says how far it stands from the line.
 */
function drawPieces(pieces: readonly Piece[], level: LevelStyle, rightToLeft: boolean, page: Page): readonly (XmlElement | string)[] {
  const shifts = pieces.map(({ inline }) =>
    inline.type === 'run' && inline.baseline !== 'none' ? SCRIPT[inline.baseline] * (inline.size ?? level.size) : 0,
  );
  return pieces.flatMap((piece, index) => {
    const own = shifts[index] ?? 0;
    return drawPiece(piece, level, rightToLeft ? shifted(-own) : moved(own - (shifts[index - 1] ?? 0)), page);
  });
}

const moved = (shift: number): Attributes => (shift === 0 ? {} : { dy: shift });
const shifted = (shift: number): Attributes => (shift === 0 ? {} : { 'baseline-shift': shift });

function drawPiece({ inline, text }: Piece, level: LevelStyle, shift: Attributes, page: Page): readonly (XmlElement | string)[] {
  const shown = level.capitals ? text.toUpperCase() : text;
  const looks = inline.type === 'run' ? runAttributes(inline, level, page) : {};
  const spans = stretchesOf(shown, inline, level, page).map(({ text: words, font }, index) => {
    const attributes = { ...looks, ...font, ...('dy' in shift && index > 0 ? {} : shift) };
    return Object.keys(attributes).length === 0 ? words : tag('tspan', attributes, words);
  });
  const link = inline.type === 'run' ? inline.link : null;
  const href = link === null ? null : link.kind === 'slide' ? `#${link.slide}` : SAFE.test(link.url) ? link.url : null;
  return href === null ? spans : [tag('a', { href }, ...spans)];
}

/** A text as it is, or parted where another font has its letters. */
function stretchesOf(text: string, inline: TextInline, level: LevelStyle, page: Page) {
  const { fonts } = page.template;
  const mark = inline.type === 'run' ? inline : null;
  const font = mark?.mono ? 'mono' : level.font;
  return fontStretches(text, font === 'mono' ? fonts.mono : fonts[font].latin, page.faces).map((stretch) => {
    const first = [...(mark?.emoji ? EMOJI_FONTS : []), ...(stretch.family === null ? [] : [stretch.family])];
    return { text: stretch.text, font: first.length === 0 ? {} : { 'font-family': familiesOf(font, fonts, first) } };
  });
}

/** What systems call the fonts of their emoji. */
const EMOJI_FONTS = ['Segoe UI Emoji', 'Apple Color Emoji', 'Noto Color Emoji'];

/** What a browser may follow: the web, mail, telephone and files beside the drawing; no scripts. */
const SAFE = /^(?:(?:https?|mailto|tel):|(?![a-z][a-z0-9+.-]*:))/i;

/** What of a run's looks is not its level's. */
function runAttributes({ bold, italic, strike, mono, baseline, link, ...run }: TextRun, level: LevelStyle, page: Page): Attributes {
  const size = (run.size ?? level.size) * (baseline === 'none' ? 1 : SCRIPT.size);
  const decoration = [link || run.underline ? 'underline' : '', strike ? 'line-through' : ''].filter(Boolean).join(' ');
  const color: Color | null = run.color ?? (link ? scheme('hlink') : null);
  return {
    ...(bold === null || bold === level.bold ? {} : { 'font-weight': bold ? 'bold' : 'normal' }),
    ...(italic === null || italic === level.italic ? {} : { 'font-style': italic ? 'italic' : 'normal' }),
    ...(mono ? { 'font-family': familiesOf('mono', page.template.fonts) } : {}),
    ...(size === level.size ? {} : { 'font-size': size }),
    ...(decoration === '' ? {} : { 'text-decoration': decoration }),
    ...(color ? colorAttributes(color, page) : {}),
  };
}
