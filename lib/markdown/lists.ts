/** Lists that hold more than text: a listing, a table or a picture inside an item stands between the list above it and the list that goes on below. */
import type { ListItemNode, ListNode, Node } from '../briefing/node.js';

/** What fills a frame of its own; of all else a list holds the words. */
const FRAMES: ReadonlySet<Node['type']> = new Set(['code', 'table', 'image']);

/** A list as stretches of text and the frames between them; the list itself where it holds none. */
export function listParts(list: ListNode): readonly Node[] {
  const parts: Node[] = [];
  let items: ListItemNode[] = [];
  let start = list.start;
  const flush = (leads: boolean): void => {
    const [first] = items;
    const last = items.at(-1);
    if (first && last) parts.push({ ...list, start, items, leads, span: { ...list.span, start: first.span.start, end: last.span.end } });
    items = [];
  };
  for (const [index, item] of list.items.entries()) {
    if (items.length === 0) start = list.start + index;
    let rest: ListItemNode = { ...item, children: [] };
    for (const child of item.children.flatMap((node) => (node.type === 'list' ? listParts(node) : [node]))) {
      if (FRAMES.has(child.type)) {
        if (rest.children.length > 0) items.push(spanned(rest));
        flush(true);
        parts.push(child);
        rest = { ...rest, continued: true, children: [] };
        start = list.start + index;
      } else rest = { ...rest, children: [...rest.children, child] };
    }
    if (!rest.continued) items.push(rest.children.length < item.children.length ? spanned(rest) : item);
    else if (rest.children.length > 0) items.push(spanned(rest));
  }
  flush(list.leads);
  return parts.some((part) => FRAMES.has(part.type)) ? parts : [list];
}

/** An item from its own start, or where it only goes on from its first child's, to its last child's end. */
function spanned(item: ListItemNode): ListItemNode {
  const start = item.continued ? item.children[0]?.span.start : item.span.start;
  const end = item.children.at(-1)?.span.end;
  return { ...item, span: { ...item.span, start: start ?? item.span.start, end: end ?? item.span.end } };
}
