/** What stands in a cell of a table: lines of text, whatever blocks the author made of it. */
import { type Inline, plainInline } from '../briefing/inline.js';
import type { CellNode, ListNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';

type Line = readonly Inline[];

/** Nodes as a cell, lines parted by breaks; null where they are more than text. `data`: of a table in the cell and of code the words are text too. */
export function cellOf(nodes: readonly Node[], span: Span, data: boolean): CellNode | null {
  const lines = all(nodes.map((node) => linesOf(node, data)));
  if (!lines) return null;
  const end = { ...span, start: span.end };
  return { inlines: lines.flatMap((line, index): Line => (index === 0 ? line : [{ type: 'break', span: end }, ...line])), span };
}

/** The lines of all; null where one has none. */
const all = (parts: readonly (readonly Line[] | null)[]): readonly Line[] | null =>
  parts.includes(null) ? null : parts.flatMap((lines) => lines ?? []);

function linesOf(node: Node, data: boolean): readonly Line[] | null {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [node.inlines];
    case 'list':
      return listLines(node, data);
    case 'quote':
      return data ? all(node.children.map((child) => linesOf(child, data))) : null;
    case 'code':
      return data ? node.text.split('\n').map((line) => [plainInline(line, node.span, { code: true })]) : null;
    case 'table':
      return data ? [node.header, ...node.rows].map(rowLine).filter((line) => line.length > 0) : null;
    default:
      return null;
  }
}

/** Items with their marks. */
function listLines(node: ListNode, data: boolean): readonly Line[] | null {
  const items = node.items.map((item, index) => {
    const mark = plainInline(node.ordered ? `${node.start + index}. ` : '• ', { ...item.span, end: item.span.start });
    const lines = all(item.children.map((child) => linesOf(child, data)));
    return lines?.map((line, at) => (at === 0 ? [mark, ...line] : line)) ?? null;
  });
  return all(items);
}

/** A row of a table inside a cell, as a line. */
const rowLine = (row: readonly CellNode[]): Line =>
  row
    .filter((cell) => cell.inlines.length > 0)
    .flatMap((cell, index) => (index === 0 ? cell.inlines : [plainInline(' – ', cell.span), ...cell.inlines]));
