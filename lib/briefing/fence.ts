/** The text of a fence with the place of each character in the briefing. */
import type { Position, Span } from '../core/diagnostic.js';
import type { YamlText } from '../core/yaml.js';
import type { CodeNode } from './node.js';

/** A fence's content as YAML text; `span` maps offsets of the content to places in the file. */
export function fenceText(node: CodeNode): YamlText {
  const starts = [0];
  for (let at = node.text.indexOf('\n'); at !== -1; at = node.text.indexOf('\n', at + 1)) starts.push(at + 1);
  const place = (offset: number): Position => {
    let line = 0;
    while (line + 1 < starts.length && (starts[line + 1] ?? 0) <= offset) line++;
    const start = node.lines[line] ?? node.lines.at(-1) ?? node.span.start;
    const into = offset - (starts[line] ?? 0);
    return { line: start.line, column: start.column + into, offset: start.offset + into };
  };
  const span = (start: number, end: number): Span => ({ file: node.span.file, start: place(start), end: place(end) });
  return { text: node.text, span };
}
