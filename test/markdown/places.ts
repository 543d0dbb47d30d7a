/** What must be true of the places of all nodes and inlines, whatever the text. */
import type { Inline } from '../../lib/briefing/inline.js';
import type { ListItemNode, Node } from '../../lib/briefing/node.js';
import type { Span } from '../../lib/core/diagnostic.js';
import type { SourceText } from '../../lib/core/source.js';
import { positionAt } from '../../lib/core/source.js';

/** The text at a span, its line ends made `\n`. */
export const textAt = (source: SourceText, span: Span): string =>
  source.text.slice(span.start.offset, span.end.offset).replace(/\r\n?/g, '\n');

/** Nodes that hold no others, in reading order. */
export const leavesOf = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => {
    if (node.type === 'list') return node.items.flatMap((item) => leavesOf(item.children));
    return node.type === 'quote' || node.type === 'div' ? leavesOf(node.children) : [node];
  });

/** Everything that is wrong with the places of nodes; empty where all is well. */
export function problemsIn(source: SourceText, nodes: readonly Node[], parent: Span | null = null): readonly string[] {
  return [...ordered(nodes, parent), ...nodes.flatMap((node) => problemsOf(source, node))];
}

function problemsOf(source: SourceText, node: Node): readonly string[] {
  const own = trueTo(source, node.span, node.type);
  if (node.type === 'list') {
    const items = node.items.flatMap((item: ListItemNode) => [
      ...trueTo(source, item.span, 'item'),
      ...problemsIn(source, item.children, item.span),
    ]);
    return [...own, ...ordered(node.items, node.span), ...items];
  }
  if (node.type === 'quote' || node.type === 'div') return [...own, ...problemsIn(source, node.children, node.span)];
  if (node.type === 'table') {
    const cells = [node.header, ...node.rows].flat();
    return [...own, ...ordered(cells, node.span), ...cells.flatMap((cell) => inlineProblems(source, cell.inlines, cell.span))];
  }
  if (node.type === 'code') return [...own, ...codeProblems(source, node)];
  return node.type === 'paragraph' || node.type === 'heading' ? [...own, ...inlineProblems(source, node.inlines, node.span)] : own;
}

/** Positions agree with offsets, and a block neither starts nor ends with a blank. */
function trueTo(source: SourceText, span: Span, what: string): readonly string[] {
  const text = textAt(source, span);
  const problems: string[] = [];
  if (span.file !== source.file) problems.push(`${what}: wrong file`);
  for (const end of [span.start, span.end]) {
    const again = positionAt(source, end.offset);
    if (again.line !== end.line || again.column !== end.column)
      problems.push(`${what}: ${end.line}:${end.column} is not offset ${end.offset}`);
  }
  if (span.end.offset < span.start.offset) problems.push(`${what}: ends before it starts`);
  if (text !== text.trim()) problems.push(`${what}: blanks around ${JSON.stringify(text)}`);
  return problems;
}

function ordered(items: readonly { readonly span: Span }[], parent: Span | null): readonly string[] {
  const problems: string[] = [];
  let last = parent?.start.offset ?? 0;
  for (const { span } of items) {
    if (span.start.offset < last) problems.push(`starts at ${span.start.offset}, before ${last}`);
    last = span.end.offset;
  }
  if (parent && last > parent.end.offset) problems.push(`ends at ${last}, behind its parent ${parent.end.offset}`);
  return problems;
}

/** A footnote's number, put in front of its text. */
const isAdded = ({ span }: Inline): boolean => span.start.offset === span.end.offset;

function inlineProblems(source: SourceText, inlines: readonly Inline[], parent: Span): readonly string[] {
  const exact = inlines
    .filter((inline) => inline.type === 'text')
    .flatMap((inline) => {
      const text = textAt(source, inline.span);
      const plain = !isAdded(inline) && !/[\\&\n\t*_`[\]<>~]| {2}/.test(text);
      return plain && text !== inline.text ? [`run ${JSON.stringify(inline.text)} at ${JSON.stringify(text)}`] : [];
    });
  const runs = inlines.filter((inline) => inline.type !== 'status' && inline.type !== 'citation' && !isAdded(inline));
  return [...exact, ...ordered(runs, parent)];
}

function codeProblems(source: SourceText, node: Extract<Node, { type: 'code' }>): readonly string[] {
  const lines = node.text === '' && node.lines.length === 0 ? [] : node.text.split('\n');
  if (lines.length !== node.lines.length) return [`code: ${lines.length} lines, ${node.lines.length} places`];
  return lines.flatMap((line, index) => {
    const at = node.lines[index]?.offset ?? -1;
    const found = source.text
      .slice(at)
      .split(/[\r\n]/, 1)[0]
      ?.trim();
    return found === line.trim() || /[&<]/.test(found ?? '') ? [] : [`code line ${JSON.stringify(line)} at ${JSON.stringify(found)}`];
  });
}
