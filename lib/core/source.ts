/** A text file that somebody wrote, and the way from an offset to a line and column. */
import type { Position, Span } from './diagnostic.js';

/** A named text with its line starts; lines end at `\n`, `\r\n` or a lone `\r`. */
export interface SourceText {
  /** The path as the user named it; `<stdin>` or `<briefing>` where there is none. */
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
}

/** Wraps a text. A byte order mark stays in the text, so that offsets are true; it does not count as a column. */
export function sourceText(file: string, text: string): SourceText {
  const lineStarts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) lineStarts.push(i + 1);
  }
  return { file, text, lineStarts };
}

/** The position of an offset; offsets past the end count as the end. */
export function positionAt(source: SourceText, offset: number): Position {
  const at = Math.max(0, Math.min(offset, source.text.length));
  let low = 0;
  let high = source.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.lineStarts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const start = source.lineStarts[low] ?? 0;
  const mark = low === 0 && source.text.charCodeAt(0) === 0xfeff && at > 0 ? 1 : 0;
  return { line: low + 1, column: at - start - mark + 1, offset: at };
}

/** The span between two offsets. */
export const spanAt = (source: SourceText, start: number, end: number): Span => ({
  file: source.file,
  start: positionAt(source, start),
  end: positionAt(source, end),
});
