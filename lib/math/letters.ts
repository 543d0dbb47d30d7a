/** Letters of the mathematical alphabets, which Unicode has as characters of their own, as plain letters with a look. */
import type { Letters } from '../scene/formula.js';

type Look = Pick<Letters, 'alphabet' | 'bold' | 'italic'>;

const look = (alphabet: Letters['alphabet'], bold = false, italic = false): Look => ({ alphabet, bold, italic });

/** Blocks of U+1D400 to U+1D7FF: the first character of each (Unicode 16, Mathematical Alphanumeric Symbols). */
const BLOCKS: readonly (readonly [first: number, look: Look])[] = [
  [0x1d400, look('roman', true)],
  [0x1d434, look('roman', false, true)],
  [0x1d468, look('roman', true, true)],
  [0x1d49c, look('script')],
  [0x1d4d0, look('script', true)],
  [0x1d504, look('fraktur')],
  [0x1d538, look('double-struck')],
  [0x1d56c, look('fraktur', true)],
  [0x1d5a0, look('sans-serif')],
  [0x1d5d4, look('sans-serif', true)],
  [0x1d608, look('sans-serif', false, true)],
  [0x1d63c, look('sans-serif', true, true)],
  [0x1d670, look('monospace')],
  [0x1d6a4, look('roman', false, true)],
  [0x1d6a8, look('roman', true)],
  [0x1d6e2, look('roman', false, true)],
  [0x1d71c, look('roman', true, true)],
  [0x1d756, look('sans-serif', true)],
  [0x1d790, look('sans-serif', true, true)],
  [0x1d7ca, look('roman', true)],
  [0x1d7d8, look('double-struck')],
  [0x1d7e2, look('sans-serif')],
  [0x1d7ec, look('sans-serif', true)],
  [0x1d7f6, look('monospace')],
];

/** The letters that Unicode had before. */
const OLDER: readonly (readonly [letters: string, look: Look])[] = [
  ['ℎ', look('roman', false, true)],
  ['ℬℰℱℋℐℒℳℛℯℊℴ', look('script')],
  ['ℭℌℑℜℨ', look('fraktur')],
  ['ℂℍℕℙℚℝℤ', look('double-struck')],
];

/** The look of a character of a mathematical alphabet; null for any other. */
export function lookOf(character: string): Look | null {
  const older = OLDER.find(([letters]) => letters.includes(character));
  if (older) return older[1];
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x1d400 || code > 0x1d7ff) return null;
  return BLOCKS.findLast(([first]) => first <= code)?.[1] ?? null;
}

/** A character of a mathematical alphabet as a plain letter. */
export const plainLetter = (character: string): string => character.normalize('NFKC');
