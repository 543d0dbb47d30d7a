/** Places in a briefing. */
import type { Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';

/** The first line of a span, without its line end: where a whole block is meant. */
export function firstLine(span: Span, source: SourceText): Span {
  if (span.file !== source.file) return span;
  const written = source.text.slice(span.start.offset, span.end.offset);
  const end = written.search(/[\r\n]/);
  return spanAt(source, span.start.offset, end === -1 ? span.end.offset : span.start.offset + end);
}

/** Whether an offset lies in a fence, between backticks of one line, or in a comment. */
export function isUnread(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  if (before.lastIndexOf('<!--') > before.lastIndexOf('-->')) return true;
  const fences = before.match(/^[ \t>]*(?:```|~~~)/gm)?.length ?? 0;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return fences % 2 === 1 || (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
