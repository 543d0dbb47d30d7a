/** The public door to measuring: points in, points out. */
import { EMU_PER_POINT } from '../core/units.js';
import { faceOf } from './families.js';
import { layOut, lineHeight, type Stretch } from './layout.js';
import { BOX_ALLOWANCE, roundUp } from './measure.js';

/** A stretch of text in one look; what is left out is as the options say. */
export interface MeasurableRun {
  /** `\n` breaks the line. */
  readonly text: string;
  /** A family: `Calibri`. */
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
}

/** How a text is set. */
export interface MeasureTextOptions {
  /** A family: `Calibri`. Families without a width table are measured a little too wide and high. */
  readonly font: string;
  /** Points. */
  readonly size: number;
  /** Default false. */
  readonly bold?: boolean;
  /** Default false. */
  readonly italic?: boolean;
  /** Points, without insets. Default: lines are as long as they come. */
  readonly width?: number;
  /** Of the font's own pitch, at most 10. Default 1, which is single. */
  readonly lineSpacing?: number;
  /** Points before each paragraph but the first. Default 0. */
  readonly spaceBefore?: number;
  /** Points after each paragraph. Default 0. */
  readonly spaceAfter?: number;
  /** Points after each character, negative to set it tighter. Default 0. */
  readonly charSpacing?: number;
}

/** A line of a text as measured, in points. */
export interface MeasuredTextLine {
  /** What is seen: without the trailing space and the line break. */
  readonly text: string;
  readonly width: number;
  readonly height: number;
}

/** A text as measured, in points, without insets. */
export interface MeasuredText {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly MeasuredTextLine[];
}

/**
 * Measures a text as PowerPoint or LibreOffice draws it, whichever needs more room; all in points, without insets.
 * A string has a paragraph per line; else the text is a list of paragraphs, each a list of runs. Throws a TypeError for what is neither.
 */
export function measureText(text: string | readonly (readonly MeasurableRun[])[], options: MeasureTextOptions): MeasuredText {
  checkOptions(options);
  const { lineSpacing = 1, spaceBefore = 0, spaceAfter = 0, width = Number.POSITIVE_INFINITY } = options;
  const face = faceOf(options.font, options.bold ?? false, options.italic ?? false);
  const lines: MeasuredTextLine[] = [];
  let height = 0;
  let widest = 0;
  paragraphsOf(text).forEach((runs, index) => {
    const stretches = runs.map((run) => stretchOf(run, options));
    const joined = runs.map((run) => run.text).join('');
    if (index > 0) height += spaceBefore;
    for (const line of layOut(stretches, FLUSH, lineHeight('', face, options.size, lineSpacing), width)) {
      lines.push({ text: joined.slice(line.start, line.shown), width: toPoints(line.width), height: toPoints(line.height) });
      height += line.height;
      widest = Math.max(widest, line.width);
    }
    height += spaceAfter;
  });
  return { width: toPoints(widest), height: toPoints(lines.length > 0 ? height + BOX_ALLOWANCE : 0), lines };
}

const FLUSH = { first: 0, rest: 0 };

/** Whole EMU in points, never less. */
const toPoints = (value: number): number => roundUp(value) / EMU_PER_POINT;

function paragraphsOf(text: unknown): readonly (readonly MeasurableRun[])[] {
  if (typeof text === 'string') return text.split(/\r\n|\n|\r/).map((line) => [{ text: line }]);
  if (!Array.isArray(text)) throw new TypeError('text must be a string or a list of paragraphs');
  return text.map((runs: unknown, index) => {
    if (!Array.isArray(runs)) throw new TypeError(`paragraph ${index} must be a list of runs`);
    return runs.map(checkedRun);
  });
}

function checkedRun(run: unknown): MeasurableRun {
  if (typeof run !== 'object' || run === null || !('text' in run) || typeof run.text !== 'string') {
    throw new TypeError('a run must be an object with a text');
  }
  const { font, size, bold, italic } = run as Partial<Record<keyof MeasurableRun, unknown>>;
  if (font !== undefined) checkFont(font);
  if (size !== undefined) checkNumber('size', size, Number.MIN_VALUE);
  checkFlag('bold', bold);
  checkFlag('italic', italic);
  return run as MeasurableRun;
}

function stretchOf(run: MeasurableRun, options: MeasureTextOptions): Stretch {
  const face = faceOf(run.font ?? options.font, run.bold ?? options.bold ?? false, run.italic ?? options.italic ?? false);
  const size = run.size ?? options.size;
  return {
    text: run.text,
    face,
    size,
    height: lineHeight(run.text, face, size, options.lineSpacing ?? 1),
    capitals: false,
    charSpacing: options.charSpacing ?? 0,
    whole: false,
  };
}

function checkOptions(options: unknown): void {
  if (typeof options !== 'object' || options === null) throw new TypeError('options must be an object with a font and a size');
  const given = options as Partial<Record<keyof MeasureTextOptions, unknown>>;
  checkFont(given.font);
  checkNumber('size', given.size, Number.MIN_VALUE);
  checkFlag('bold', given.bold);
  checkFlag('italic', given.italic);
  if (given.width !== undefined && given.width !== Number.POSITIVE_INFINITY) checkNumber('width', given.width, 0);
  if (given.lineSpacing !== undefined) checkNumber('lineSpacing', given.lineSpacing, 0, 10);
  for (const name of ['spaceBefore', 'spaceAfter'] as const) if (given[name] !== undefined) checkNumber(name, given[name], 0);
  if (given.charSpacing !== undefined) checkNumber('charSpacing', given.charSpacing, -1000);
}

function checkFont(value: unknown): void {
  if (typeof value !== 'string' || value.trim() === '') throw new TypeError('font must be the name of a family');
}

function checkNumber(name: string, value: unknown, least: number, most = 1_000_000): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new TypeError(
    `${name} must be a number${least > 0 ? ' above 0' : ` from ${least}`}${most < 1_000_000 ? ` to ${most}` : ''}, not ${String(value)}`,
  );
}

function checkFlag(name: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'boolean') throw new TypeError(`${name} must be true or false`);
}
