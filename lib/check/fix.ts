/** What rules are certain of, put into the text. */
import type { Edit } from './rule.js';

/** The text with the edits made, the rest byte for byte as it was. Edits that overlap one before are left for the next time. */
export function editsApplied(text: string, edits: readonly Edit[]): string {
  let end = 0;
  const parts: string[] = [];
  const inOrder = [...edits].sort((a, b) => a.span.start.offset - b.span.start.offset || a.span.end.offset - b.span.end.offset);
  for (const { span, text: put } of inOrder) {
    if (span.start.offset < end) continue;
    parts.push(text.slice(end, span.start.offset), put);
    end = span.end.offset;
  }
  return parts.join('') + text.slice(end);
}
