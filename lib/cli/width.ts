/** How many columns of a terminal a text takes. */

const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|\p{sc=Han}|\p{sc=Hiragana}|\p{sc=Katakana}|\p{sc=Hangul}|\p{sc=Bopomofo}|\p{sc=Yi}|[\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const HALF = /^[\uff61-\uffdc]/u;
const NONE = /^(?:\p{Mn}|\p{Me}|\p{Cf})+$/u;
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A character as a reader sees it, and its columns: 0, 1 or 2 (UAX 11, East Asian Width). */
export interface Cell {
  readonly text: string;
  readonly columns: number;
}

/** The characters of a line that can be printed: tabs become blanks up to the next multiple of 4, control and direction marks `\ufffd`. */
export function cells(line: string): readonly Cell[] {
  const all: Cell[] = [];
  let column = 0;
  for (const { segment } of segmenter.segment(line)) {
    const cell = segment === '\t' ? { text: ' '.repeat(4 - (column % 4)), columns: 4 - (column % 4) } : cellOf(printable(segment));
    column += cell.columns;
    all.push(cell);
  }
  return all;
}

/** The columns that a text takes. */
export const columnsOf = (text: string): number => cells(text).reduce((sum, cell) => sum + cell.columns, 0);

const cellOf = (text: string): Cell => ({ text, columns: NONE.test(text) ? 0 : WIDE.test(text) && !HALF.test(text) ? 2 : 1 });

/** Nothing that a file holds may steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
export const printable = (text: string): string => text.replace(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/g, '\ufffd');
