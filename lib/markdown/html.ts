/** Blocks of HTML → nodes: what means something on a slide is honoured, of the rest the text is kept. */
import { NO_ATTRIBUTES } from '../briefing/inline.js';
import type { CellNode, ListItemNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { positionAt } from '../core/source.js';
import { cellOf } from './cells.js';
import { commentText } from './comments.js';
import { decodeReferences } from './entities.js';
import { addClosing, dropTag, readInlineTag } from './inlines.js';
import { textNodes } from './paragraphs.js';
import { join, linesOf, type Placed, slice, spanOf, startOf, trim } from './placed.js';
import { type Reading, report, wholeSpan } from './reading.js';
import { addText, type Draft, finish, type Marks, PLAIN } from './runs.js';
import { isSilent, marksOf, readTag, type Tag } from './tags.js';

interface Element {
  readonly tag: Tag;
  readonly open: Placed;
  readonly children: Child[];
}

type Child = Element | { readonly text: Placed } | { readonly comment: Placed };

const VOID = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);
const RAW = new Set(['script', 'style', 'textarea', 'template', 'noscript', 'iframe', 'svg']);
const BLOCKS = new Set(
  'address article aside blockquote body caption center colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main menu nav ol p pre section summary table tbody td tfoot th thead title tr ul'.split(
    ' ',
  ),
);
/** What an opening tag closes by itself (HTML's optional end tags). */
const CLOSED_BY: Readonly<Record<string, readonly string[]>> = {
  li: ['li'],
  dt: ['dt', 'dd'],
  dd: ['dt', 'dd'],
  tr: ['tr', 'td', 'th'],
  td: ['td', 'th'],
  th: ['td', 'th'],
  tbody: ['thead', 'tbody', 'tr', 'td', 'th'],
  tfoot: ['thead', 'tbody', 'tr', 'td', 'th'],
};
/** Deeper elements are read as if their tags were not there. */
const DEEPEST = 50;
const TOKEN =
  /<!--[\s\S]*?(?:-->|$)|<[!?][^>]*>|<\/?[a-zA-Z][\w:.-]*(?:\s+[^\s=<>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?|\s*\/(?!>))*\s*\/?>/g;

/** The nodes of a block of HTML. */
export function htmlNodes(reading: Reading, html: Placed): readonly Node[] {
  const out: Node[] = [];
  convert(reading, tree(reading, html), out);
  return out;
}

/** Reads the tags into a tree; end tags that close nothing are left out. */
function tree(reading: Reading, html: Placed): readonly Child[] {
  const top: Child[] = [];
  const open: Element[] = [];
  const add = (child: Child): void => void (open.at(-1)?.children ?? top).push(child);
  let cursor = 0;
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(html.text); match; match = TOKEN.exec(html.text)) {
    if (match.index > cursor) add({ text: slice(html, cursor, match.index) });
    const here = slice(html, match.index, match.index + match[0].length);
    cursor = match.index + match[0].length;
    const tag = readTag(match[0]);
    if (!tag) {
      if (match[0].startsWith('<!--')) add({ comment: here });
    } else if (tag.closing) {
      const at = open.findLastIndex((element) => element.tag.name === tag.name);
      if (at !== -1) open.length = at;
    } else if (RAW.has(tag.name) && !tag.selfClosing) {
      dropTag(reading, tag.name, here, 'what it holds is left out');
      cursor = endOfRaw(html.text, tag.name, cursor);
      TOKEN.lastIndex = cursor;
    } else {
      closeBy(open, tag.name);
      const element: Element = { tag, open: here, children: [] };
      add(element);
      if (!VOID.has(tag.name) && !tag.selfClosing && open.length < DEEPEST) open.push(element);
    }
  }
  if (cursor < html.text.length) add({ text: slice(html, cursor) });
  return top;
}

function endOfRaw(text: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s*>`, 'i').exec(text.slice(from));
  return end ? from + end.index + end[0].length : text.length;
}

function closeBy(open: Element[], name: string): void {
  const closed = CLOSED_BY[name];
  while (closed?.includes(open.at(-1)?.tag.name ?? '')) open.pop();
}

/** Turns elements into nodes: inline content gathers in paragraphs, each block element ends one. */
function convert(reading: Reading, children: readonly Child[], out: Node[], marks: Marks = PLAIN): void {
  let draft: Draft = [];
  let stretch: Placed[] = [];
  const flush = (): void => {
    if (draft.length > 0) out.push(...textNodes(reading, finish(draft, reading.source), spanOf(reading.source, join(stretch, ''))));
    draft = [];
    stretch = [];
  };
  const visit = (items: readonly Child[], current: Marks): void => {
    for (const child of items) {
      if ('comment' in child) {
        flush();
        out.push(...comment(reading, child.comment));
      } else if ('text' in child) {
        if (child.text.text.trim() !== '' || draft.length > 0) {
          const text = { text: child.text.text.replace(/[\t\n\f ]/g, ' '), at: child.text.at };
          addText(draft, collapse(text), current);
          stretch.push(child.text);
        }
      } else if (BLOCKS.has(child.tag.name) || holdsBlocks(child)) {
        flush();
        block(reading, child, out, { ...current, ...marksOf(child.tag) });
      } else {
        const inside = readInlineTag(reading, child.tag, child.open, current, draft);
        stretch.push(child.open);
        visit(child.children, inside ?? current);
        if (inside) addClosing(child.tag.name, child.open, current, draft);
      }
    }
  };
  visit(children, marks);
  flush();
}

function comment(reading: Reading, raw: Placed): readonly Node[] {
  const text = commentText(raw);
  const span = wholeSpan(reading, slice(raw, 0, raw.text.trimEnd().length));
  if (!raw.text.includes('-->'))
    report(
      reading,
      'warning',
      'markdown/unclosed-comment',
      'a comment is never closed; all that follows is part of it',
      { ...span, end: span.start },
      'end it with "-->"',
    );
  return text ? [{ type: 'comment', text: text.text, span }] : [];
}

const holdsBlocks = (element: Element): boolean =>
  element.children.some((child) => 'tag' in child && (BLOCKS.has(child.tag.name) || holdsBlocks(child)));

/** Runs of blanks become one, each character still in its place. */
function collapse(placed: Placed): Placed {
  const keep: number[] = [];
  for (let i = 0; i < placed.text.length; i++) if (placed.text.charAt(i) !== ' ' || placed.text.charAt(i - 1) !== ' ') keep.push(i);
  if (keep.length === placed.text.length) return placed;
  const at = Uint32Array.from([...keep, placed.text.length], (i) => placed.at[i] ?? 0);
  return { text: keep.map((i) => placed.text.charAt(i)).join(''), at };
}

function block(reading: Reading, element: Element, out: Node[], marks: Marks): void {
  const { name } = element.tag;
  const span = extent(reading, element);
  const inside = (more: Partial<Marks> = {}): readonly Node[] => {
    const nodes: Node[] = [];
    convert(reading, element.children, nodes, { ...marks, ...more });
    return nodes;
  };
  const heading = /^h([1-6])$/.exec(name);
  if (heading) out.push(...inside().map((node) => asHeading(node, Number(heading[1]))));
  else if (name === 'hr') out.push({ type: 'rule', span });
  else if (name === 'pre') out.push(...code(reading, element));
  else if (name === 'blockquote') out.push({ type: 'quote', callout: '', titled: false, children: inside(), span });
  else if (name === 'table') table(reading, element, out);
  else if (name === 'ul' || name === 'ol') out.push(...list(reading, element, marks));
  else {
    if (!isSilent(name) && !KNOWN.has(name)) dropTag(reading, name, element.open);
    out.push(...inside(BOLD.has(name) ? { bold: true } : {}));
  }
}

const BOLD = new Set(['summary', 'caption', 'dt', 'th']);
const KNOWN = new Set([
  'li',
  'dl',
  'dt',
  'dd',
  'tr',
  'td',
  'th',
  'figcaption',
  'caption',
  'address',
  'aside',
  'header',
  'footer',
  'title',
  'nav',
  'menu',
]);

function list(reading: Reading, element: Element, marks: Marks): readonly Node[] {
  const items = element.children.flatMap((child) => item(reading, child, marks));
  const start = Number.parseInt(element.tag.attributes.start ?? '1', 10);
  const ordered = element.tag.name === 'ol';
  const span = extent(reading, element);
  return items.length === 0
    ? []
    : [{ type: 'list', ordered, start: Number.isNaN(start) ? 1 : start, leads: false, items, attributes: NO_ATTRIBUTES, span }];
}

/** What stands in a list is an item, `<li>` or not. */
function item(reading: Reading, child: Child, marks: Marks): readonly ListItemNode[] {
  const own = 'tag' in child && child.tag.name === 'li';
  const children: Node[] = [];
  convert(reading, own ? child.children : [child], children, marks);
  const [first] = children;
  return first ? [{ checked: null, continued: false, children, span: own ? extent(reading, child) : first.span }] : [];
}

/** A heading that holds nothing but pictures is its pictures. */
const asHeading = (node: Node, depth: number): Node =>
  node.type === 'paragraph'
    ? { type: 'heading', depth, anchor: '', inlines: node.inlines, attributes: NO_ATTRIBUTES, span: node.span }
    : node;

const LANGUAGE = /(?:^|\s)lang(?:uage)?-([\w+#-]+)/;

function code(reading: Reading, element: Element): readonly Node[] {
  const whole = join(textsOf(element), '');
  if (whole.text.trim() === '') return [];
  const content = slice(whole, /^[ \t]*\n/.exec(whole.text)?.[0].length ?? 0, whole.text.trimEnd().length);
  const classes = [element, ...element.children].flatMap((child) => ('tag' in child ? [child.tag.attributes.class ?? ''] : []));
  return [
    {
      type: 'code',
      language: (LANGUAGE.exec(classes.join(' '))?.[1] ?? '').toLowerCase(),
      attributes: NO_ATTRIBUTES,
      text: decodeReferences(content.text),
      lines: linesOf(content).map((line) => positionAt(reading.source, startOf(line))),
      span: extent(reading, element),
    },
  ];
}

const textsOf = (element: Element): readonly Placed[] =>
  element.children.flatMap((child) => ('text' in child ? [child.text] : 'tag' in child ? textsOf(child) : []));

/** A table; one whose cells hold more than text is a layout, read as its parts, unless it has heads over several columns. */
function table(reading: Reading, element: Element, out: Node[]): void {
  const rows = rowsOf(element).map((row) => row.children.filter((child) => 'tag' in child && /^t[dh]$/.test(child.tag.name)));
  const data = rows.length > 1 && rows.some((row) => row.length > 1 && row.some((child) => 'tag' in child && child.tag.name === 'th'));
  const cells = rows.map((row) => row.flatMap((child) => ('tag' in child ? [cell(reading, child, data)] : [])));
  const [header, ...rest] = spread(
    cells.filter((row) => row.length > 0),
    extent(reading, element),
  ).filter((row) => row.length > 0);
  if (!header || cells.flat().includes(null)) {
    convert(reading, element.children, out);
    return;
  }
  for (const child of element.children) if ('tag' in child && child.tag.name === 'caption') block(reading, child, out, PLAIN);
  const width = Math.max(header.length, ...rest.map((row) => row.length));
  const span = extent(reading, element);
  const align = Array.from({ length: width }, () => null);
  const fill = (row: readonly CellNode[]): readonly CellNode[] => [
    ...row,
    ...align.slice(row.length).map(() => ({ inlines: [], span: { ...span, start: span.end } })),
  ];
  const start = out.at(-1)?.span.end;
  const own = start && start.offset > span.start.offset ? { ...span, start } : span;
  out.push({ type: 'table', align, header: fill(header), rows: rest.map(fill), directive: '', span: own });
}

const rowsOf = (element: Element): readonly Element[] =>
  element.children.flatMap((child) =>
    !('tag' in child) ? [] : child.tag.name === 'tr' ? [child] : /^t(?:head|body|foot)$/.test(child.tag.name) ? rowsOf(child) : [],
  );

/** Rows of cells, each in its own column: a cell of several rows leaves empty ones below it. */
function spread(rows: readonly (readonly (SpanningCell | null)[])[], around: Span): readonly (readonly CellNode[])[] {
  const open: number[] = [];
  return rows.map((row) => {
    const out: CellNode[] = [];
    const skip = (): void => {
      for (let left = open[out.length] ?? 0; left > 0; left = open[out.length] ?? 0) {
        open[out.length] = left - 1;
        out.push({ inlines: [], span: row[0]?.cells[0]?.span ?? around });
      }
    };
    for (const one of row) {
      skip();
      for (const part of one?.cells ?? []) {
        open[out.length] = (one?.rows ?? 1) - 1;
        out.push(part);
      }
    }
    skip();
    return out;
  });
}

/** A cell with the empty ones that it spans in its row, and how many rows it takes. */
interface SpanningCell {
  readonly cells: readonly CellNode[];
  readonly rows: number;
}

const atMostHundred = (text: string | undefined): number => Math.min(100, Math.max(1, Number.parseInt(text ?? '1', 10) || 1));

/** A cell; null where it holds more than text. `data`: words of a table in it are text too. */
function cell(reading: Reading, element: Element, data: boolean): SpanningCell | null {
  const nodes: Node[] = [];
  convert(reading, element.children, nodes);
  const span = extent(reading, element);
  const own = cellOf(nodes, span, data);
  if (!own) return null;
  const { colspan, rowspan } = element.tag.attributes;
  const empty = Array.from({ length: atMostHundred(colspan) - 1 }, () => ({ inlines: [], span: { ...span, start: span.end } }));
  return { cells: [own, ...empty], rows: atMostHundred(rowspan) };
}

/** From the opening tag to the last text inside. */
function extent(reading: Reading, element: Element): Span {
  const last = lastOf(element);
  return { ...wholeSpan(reading, element.open), end: wholeSpan(reading, last.text.trim() === '' ? element.open : trim(last)).end };
}

function lastOf(element: Element): Placed {
  for (const child of element.children.toReversed()) {
    if ('comment' in child) return child.comment;
    if ('tag' in child) return lastOf(child);
    if (child.text.text.trim() !== '') return child.text;
  }
  return element.open;
}
