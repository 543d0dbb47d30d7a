/** Text as DrawingML sees it: paragraphs of runs, styled by the levels of a list style. */
import type { Color } from '../core/color.js';
import type { Emu } from '../core/units.js';
import type { Equation } from './formula.js';

/** Where a run leads: an address, or a slide of the same deck by its key. */
export type Link =
  | { readonly kind: 'url'; readonly url: string; readonly tooltip: string }
  | { readonly kind: 'slide'; readonly slide: string; readonly tooltip: string };

/** A stretch of text with one look. `null` inherits from the paragraph's level. */
export interface TextRun {
  readonly type: 'run';
  readonly text: string;
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly strike: boolean;
  /** Default: no. */
  readonly underline?: boolean;
  /** What lies behind the words; default: nothing. */
  readonly highlight?: Color;
  readonly baseline: 'none' | 'superscript' | 'subscript';
  /** Set in the theme's monospace family. */
  readonly mono: boolean;
  /** Set in the system's emoji font; default false. */
  readonly emoji?: boolean;
  /** Points. Never set in a placeholder but for words that are smaller than the text they stand in. */
  readonly size: number | null;
  readonly color: Color | null;
  readonly link: Link | null;
  /** BCP 47. */
  readonly lang: string;
}

/** A line break inside a paragraph. */
export interface LineBreak {
  readonly type: 'break';
}

/** Text that PowerPoint keeps up to date; `text` is what it shows now. */
export interface Field {
  readonly type: 'field';
  readonly field: 'slidenum';
  readonly text: string;
  readonly lang: string;
}

/** An equation among text. */
export interface EquationInline {
  readonly type: 'equation';
  readonly equation: Equation;
  /** What it is in plain text: one object replacement character for each of its pieces. */
  readonly text: string;
  readonly bold: boolean | null;
  /** Points: of one that would be wider than its frame; null: that of the text around it. */
  readonly size: number | null;
  readonly color: Color | null;
  /** BCP 47. */
  readonly lang: string;
}

/** Stands for a piece of an equation (Unicode 16, 23.8). */
export const OBJECT = '\ufffc';

/** An equation as it stands among text. */
export const equationInline = (equation: Equation, lang: string, bold: boolean | null = null): EquationInline => ({
  type: 'equation',
  equation,
  text: OBJECT.repeat(equation.pieces.length),
  bold,
  size: null,
  color: null,
  lang,
});

export type TextInline = TextRun | LineBreak | Field | EquationInline;

/** The numbering schemes that we use (ISO/IEC 29500-1, 20.1.10.61 ST_TextAutonumberScheme). */
export type AutoNumber = 'arabicPeriod' | 'alphaLcPeriod' | 'romanLcPeriod';

/**
 * `inherit`: as the level says; `none`: no bullet, and the text starts at the frame's edge; `continued`: no bullet, and the text stays where
 * the level's text stands: a further paragraph of a list item.
 */
export type Bullet =
  | { readonly kind: 'inherit' }
  | { readonly kind: 'none' }
  | { readonly kind: 'continued' }
  | { readonly kind: 'number'; readonly scheme: AutoNumber; readonly startAt: number }
  | { readonly kind: 'character'; readonly character: string }
  /** The number of a line of a listing: its own, whatever stands above it. */
  | { readonly kind: 'line'; readonly number: number; readonly color: Color };

export type Align = 'left' | 'center' | 'right';

/** A paragraph. `null` inherits from its level. */
export interface Paragraph {
  /** 0 to 8. */
  readonly level: number;
  readonly bullet: Bullet;
  readonly align: Align | null;
  /** Where the text stands and how far the bullet hangs to its left, where the level's own indent is too narrow: for numbers. */
  readonly indent: { readonly marginLeft: Emu; readonly hanging: Emu } | null;
  /** Points. */
  readonly spaceBefore: number | null;
  readonly rightToLeft: boolean;
  /** Whether it comes by a click; default: it is there from the start. */
  readonly reveal?: Reveal;
  readonly inlines: readonly TextInline[];
}

/** How something comes that is not there from the start: by a click of its own, or with what came before it. */
export type Reveal = 'click' | 'with';

/** One level of a list style, wholly resolved: what a text in a placeholder inherits. */
export interface LevelStyle {
  readonly font: 'major' | 'minor' | 'mono';
  /** The family in the theme's stead: only where a company's own template names one. */
  readonly family?: string;
  /** Points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly capitals: boolean;
  readonly color: Color;
  readonly align: Align;
  /** Default: from left to right. */
  readonly rightToLeft?: boolean;
  /** Of the font's own pitch: 1 is single. */
  readonly lineSpacing: number;
  /** Points. */
  readonly spaceBefore: number;
  /** Points. */
  readonly spaceAfter: number;
  /** Left edge of the text. */
  readonly marginLeft: Emu;
  /** Of the first line, against `marginLeft`; negative hangs the bullet. */
  readonly indent: Emu;
  readonly bullet: { readonly character: string; readonly color: Color } | null;
}

/** Levels 0 to 8; a level past the last takes the last. */
export type TextStyle = readonly LevelStyle[];

/** Insets of a text box. */
export interface Insets {
  readonly left: Emu;
  readonly top: Emu;
  readonly right: Emu;
  readonly bottom: Emu;
}

export const NO_INSETS: Insets = { left: 0 as Emu, top: 0 as Emu, right: 0 as Emu, bottom: 0 as Emu };

/** A family for each kind of script. */
export interface FontSet {
  readonly latin: string;
  readonly eastAsian: string;
  readonly complex: string;
}

/** A face of a font that was given as a file. */
export interface FontFace {
  /** As Office names it: `Noto Sans Arabic`. */
  readonly family: string;
  readonly bold: boolean;
  readonly italic: boolean;
  /** From baseline to baseline at single spacing, in em. */
  readonly pitch: number;
  /** How wide Arabic text is against the sum of its letters, each alone. */
  readonly joining: number;
  /** The width of a character in em; 0 for one that the face lacks. */
  advance(codePoint: number): number;
}

/** The families of a theme; `mono` is ours, a theme has none. */
export interface ThemeFonts {
  readonly major: FontSet;
  readonly minor: FontSet;
  readonly mono: string;
  /** Fonts whose files the user named; default: none. */
  readonly files?: readonly FontFace[];
}

/** The family of a level's Latin letters. */
export const latinFamily = ({ font, family }: LevelStyle, fonts: ThemeFonts): string =>
  family ?? (font === 'mono' ? fonts.mono : fonts[font].latin);

/** The style of a level. */
export function levelStyle(style: TextStyle, level: number): LevelStyle {
  const found = style[Math.min(level, style.length - 1)];
  if (!found) throw new TypeError('a text style has no levels');
  return found;
}

/** A run of plain text. */
export const run = (text: string, lang: string, marks: Partial<Omit<TextRun, 'type' | 'text' | 'lang'>> = {}): TextRun => ({
  type: 'run',
  text,
  bold: null,
  italic: null,
  strike: false,
  baseline: 'none',
  mono: false,
  size: null,
  color: null,
  link: null,
  lang,
  ...marks,
});

/** A paragraph of level 0 that inherits everything. */
export const paragraph = (inlines: readonly TextInline[], marks: Partial<Omit<Paragraph, 'inlines'>> = {}): Paragraph => ({
  level: 0,
  bullet: { kind: 'inherit' },
  align: null,
  indent: null,
  spaceBefore: null,
  rightToLeft: false,
  inlines,
  ...marks,
});

/** The words of a paragraph, as a reader sees them. */
export const plainText = (item: Paragraph): string => item.inlines.map((inline) => (inline.type === 'break' ? '\n' : inline.text)).join('');
