/** How much room the paragraphs of a scene take, in whichever of PowerPoint and LibreOffice they take more. */
import { EMU_PER_POINT, type Emu, toPoints } from '../core/units.js';
import {
  type EquationInline,
  type LevelStyle,
  levelStyle,
  OBJECT,
  type Paragraph,
  plainText,
  type TextInline,
  type TextStyle,
  type ThemeFonts,
} from '../scene/text.js';
import { bulletTexts } from './bullets.js';
import { type Face, themeFace } from './families.js';
import { equationBoxes } from './formula/index.js';
import { advanceOf, type Indents, type Line, layOut, lineHeight, type Stretch } from './layout.js';

/** A line as measured. */
export interface MeasuredLine {
  /** Index of its paragraph. */
  readonly paragraph: number;
  /** Offsets into the paragraph's plain text, `end` exclusive: the lines of a paragraph lie end to end. */
  readonly start: number;
  readonly end: number;
  /** What is seen: without the trailing space and the line break. */
  readonly text: string;
  /** Where it starts, from the frame's left edge, were it left-aligned. */
  readonly x: Emu;
  readonly width: Emu;
  readonly height: Emu;
}

/** Paragraphs as measured. */
export interface MeasuredParagraphs {
  readonly lines: readonly MeasuredLine[];
  /** From the first line's top to the last line's foot, space between the paragraphs included, insets not. */
  readonly height: Emu;
  /** From the frame's left edge to the end of the widest line. */
  readonly width: Emu;
}

/** Superscripts and subscripts are drawn at two thirds. */
const SCRIPT_SCALE = 2 / 3;

/** A subscript lowered by 40 %, as pptxgenjs writes it, reaches this far below its line's foot in LibreOffice, in em of the text around it. */
const SUBSCRIPT_DROP = 0.32;

/** PowerPoint's boxes stand 0.071 pt over the sum of their lines. */
export const BOX_ALLOWANCE = 0.072;

/**
 * Lays paragraphs out at a width in EMU, without insets, and measures the lines.
 * The first paragraph's space before counts as none, as PowerPoint and LibreOffice have it; the last one's space after counts.
 * A word that is wider than the line is broken between characters; a single character may be wider than the line.
 */
export function measureParagraphs(paragraphs: readonly Paragraph[], style: TextStyle, fonts: ThemeFonts, width: Emu): MeasuredParagraphs {
  const bullets = bulletTexts(paragraphs, style);
  const lines: MeasuredLine[] = [];
  let height = 0;
  let widest = 0;
  paragraphs.forEach((paragraph, index) => {
    const level = levelStyle(style, paragraph.level);
    const text = plainText(paragraph);
    if (index > 0) height += paragraph.spaceBefore ?? level.spaceBefore;
    const { lines: own, excess } = laidOut(paragraph, level, fonts, bullets[index] ?? '', toPoints(width));
    for (const line of own) {
      lines.push(measuredLine(index, text, line));
      height += line.height;
      widest = Math.max(widest, line.x + line.width);
    }
    height += excess + level.spaceAfter;
  });
  return { lines, height: roundUp(paragraphs.length > 0 ? height + BOX_ALLOWANCE : 0), width: roundUp(widest) };
}

/** The width in EMU of the widest paragraph, indents included, when no line is broken but where the author broke it. */
export const naturalWidth = (paragraphs: readonly Paragraph[], style: TextStyle, fonts: ThemeFonts): Emu =>
  measureParagraphs(paragraphs, style, fonts, Number.POSITIVE_INFINITY as Emu).width;

/** Points to whole EMU, never less, and never a negative zero. */
export const roundUp = (value: number): Emu => (Math.ceil(value * EMU_PER_POINT - 0.001) || 0) as Emu;

const measuredLine = (paragraph: number, text: string, line: Line): MeasuredLine => ({
  paragraph,
  start: line.start,
  end: line.end,
  text: text.slice(line.start, line.shown),
  x: roundUp(line.x),
  width: roundUp(line.width),
  height: roundUp(line.height),
});

/** A paragraph's lines, and what its links may need besides, in points. */
interface LaidOut {
  readonly lines: readonly Line[];
  readonly excess: number;
}

/** Planning asks for the same paragraphs over and over: each is laid out once for a theme's fonts, a level and a width. */
const KNOWN = new WeakMap<ThemeFonts, WeakMap<LevelStyle, WeakMap<Paragraph, Map<string, LaidOut>>>>();

function laidOut(paragraph: Paragraph, level: LevelStyle, fonts: ThemeFonts, bullet: string, width: number): LaidOut {
  const ofFonts = KNOWN.get(fonts) ?? new WeakMap<LevelStyle, WeakMap<Paragraph, Map<string, LaidOut>>>();
  const ofLevel = ofFonts.get(level) ?? new WeakMap<Paragraph, Map<string, LaidOut>>();
  const ofParagraph = ofLevel.get(paragraph) ?? new Map<string, LaidOut>();
  const key = `${width},${bullet}`;
  const known = ofParagraph.get(key);
  if (known) return known;
  const { stretches, indents, emptyHeight } = proseOf(paragraph, level, fonts, bullet);
  const lines = layOut(stretches, indents, emptyHeight, width);
  const made = { lines, excess: linkExcess(paragraph, stretches, indents, emptyHeight, width) };
  KNOWN.set(fonts, ofFonts.set(level, ofLevel.set(paragraph, ofParagraph.set(key, made))));
  return made;
}

/** The face of a level: its theme's, with the Latin letters of its own family where it has one. */
function levelFace({ font, family }: LevelStyle, fonts: ThemeFonts, bold: boolean, italic: boolean): Face {
  const own = family === undefined || font === 'mono' ? fonts : { ...fonts, [font]: { ...fonts[font], latin: family } };
  return themeFace(own, font, bold, italic);
}

/** A paragraph as layout takes it. */
function proseOf(paragraph: Paragraph, level: LevelStyle, fonts: ThemeFonts, bullet: string) {
  const face = levelFace(level, fonts, level.bold, level.italic);
  const indents = indentsOf(paragraph, level, face, bullet);
  const stretches = paragraph.inlines.flatMap((inline) => stretchesOf(inline, level, fonts));
  return { stretches, indents, emptyHeight: lineHeight('', face, level.size, level.lineSpacing) };
}

/**
 * What LibreOffice needs more for links, in points: it starts a link that does not fit on a new line, and ends the line behind one that is
 * longer than a line.
 */
function linkExcess(paragraph: Paragraph, stretches: readonly Stretch[], indents: Indents, emptyHeight: number, width: number): number {
  if (!paragraph.inlines.some((inline) => inline.type === 'run' && inline.link !== null && /\W/.test(inline.text))) return 0;
  const heightOf = (some: readonly Stretch[]): number =>
    layOut(some, indents, emptyHeight, width).reduce((total, line) => total + line.height, 0);
  const links = paragraph.inlines.flatMap((inline) =>
    inline.type === 'equation' ? inline.equation.pieces.map(() => false) : [isLink(inline)],
  );
  const whole = stretches.map((stretch, index) => ({ ...stretch, whole: links[index] ?? false }));
  const long = whole.filter((stretch) => stretch.whole && advanceOf(stretch) > width - indents.rest);
  return Math.max(0, heightOf(whole) - heightOf(stretches)) + long.reduce((total, stretch) => total + stretch.height, 0);
}

const isLink = (inline: TextInline): boolean => inline.type === 'run' && inline.link !== null;

/** A bullet that is wider than its hanging indent pushes the text away. */
function indentsOf(paragraph: Paragraph, level: LevelStyle, face: Face, bullet: string): Indents {
  if (paragraph.bullet.kind === 'none') return { first: 0, rest: 0 };
  const rest = toPoints(paragraph.indent?.marginLeft ?? level.marginLeft);
  if (paragraph.bullet.kind === 'continued') return { first: rest, rest };
  const first = rest + (paragraph.indent ? -toPoints(paragraph.indent.hanging) : toPoints(level.indent));
  if (bullet === '') return { first, rest };
  const width = advanceOf({ text: bullet, face, size: level.size, height: 0, capitals: false, charSpacing: 0, whole: false });
  return { first: Math.max(first + width, first, rest), rest };
}

/** The width of each inline in points, were all on one line. */
export const inlineAdvances = (inlines: readonly TextInline[], level: LevelStyle, fonts: ThemeFonts): readonly number[] =>
  inlines.map((inline) => stretchesOf(inline, level, fonts).reduce((sum, stretch) => sum + advanceOf(stretch), 0));

function stretchesOf(inline: TextInline, level: LevelStyle, fonts: ThemeFonts): readonly Stretch[] {
  if (inline.type !== 'equation') return [stretchOf(inline, level, fonts)];
  const face = levelFace(level, fonts, false, false);
  return equationBoxes(inline, level).map(({ width, ascent, descent }) => ({
    text: OBJECT,
    face,
    size: level.size,
    height: (ascent + descent) * level.lineSpacing,
    advance: width,
    capitals: false,
    charSpacing: 0,
    whole: false,
  }));
}

function stretchOf(inline: Exclude<TextInline, EquationInline>, level: LevelStyle, fonts: ThemeFonts): Stretch {
  const marks = inline.type === 'run' ? inline : null;
  const text = inline.type === 'break' ? '\n' : inline.text;
  const [bold, italic] = [marks?.bold ?? level.bold, marks?.italic ?? level.italic];
  const face = marks?.mono ? themeFace(fonts, 'mono', bold, italic) : levelFace(level, fonts, bold, italic);
  const size = marks?.size ?? level.size;
  const baseline = marks?.baseline ?? 'none';
  const drop = baseline === 'subscript' ? SUBSCRIPT_DROP * size : 0;
  return {
    text,
    face,
    size: baseline === 'none' ? size : size * SCRIPT_SCALE,
    height: lineHeight(text, face, size, level.lineSpacing) + drop,
    capitals: level.capitals,
    charSpacing: 0,
    whole: false,
  };
}
