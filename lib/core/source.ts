/** A text file that somebody wrote, and the way from an offset to a line and column. */
import type { Position, Span } from './diagnostic.js';

/** A named text with its line starts; lines end at `\n`, `\r\n` or a lone `\r`. */
export interface SourceText {
  /** The path as the user named it; `<stdin>` or `<briefing>` where there is none. */
  readonly file: string;
  readonly text: string;
  readonly lineStarts: readonly number[];
  /** The files that the text was put together from; left out where it is one file as it stands. */
  readonly parts?: readonly SourcePart[];
}

/** A stretch of a text that was put together from several files. */
export interface SourcePart {
  /** Its first offset in the whole; it ends where the next one starts. */
  readonly start: number;
  readonly source: SourceText;
  /** Where it starts in its own file. */
  readonly from: number;
  /** How many of its characters are the file's; what follows them was added to part it from the next. */
  readonly length: number;
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

/** A text put together from stretches of files; the places in it are those of the whole, `originOf` tells the file's own. */
export function joinedSource(file: string, stretches: readonly Omit<SourcePart, 'start'>[]): SourceText {
  const texts = stretches.map(({ source, from, length }) => {
    const text = source.text.slice(from, from + length);
    return text === '' || text.endsWith('\n') ? `${text}\n` : `${text}\n\n`;
  });
  let start = 0;
  const parts = stretches.map((stretch, index) => {
    const part = { ...stretch, start };
    start += texts[index]?.length ?? 0;
    return part;
  });
  return { ...sourceText(file, texts.join('')), parts };
}

/** A span of a text that was put together, in the file that it came from; where it ends in another file, as far as it stands in the first. */
export function originOf(whole: SourceText, span: Span): Span {
  if (!whole.parts || span.file !== whole.file) return span;
  const part = whole.parts.findLast(({ start }) => start <= span.start.offset) ?? whole.parts[0];
  if (!part) return span;
  const at = (offset: number): number => part.from + Math.min(Math.max(0, offset - part.start), part.length);
  return spanAt(part.source, at(span.start.offset), at(span.end.offset));
}
