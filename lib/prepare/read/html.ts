/** Web pages: the main content by Mozilla's Readability, each word with its line in the file. The libraries are loaded only here. */
import { isoDay } from '../../briefing/dates.js';
import { joined, NO_FACTS, type Passage, type SourceFacts, type SourceTable } from '../source.js';

type Item = Passage | SourceTable;

/** What we use of the DOM; its types are not those of Node. */
interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  getAttribute?(name: string): string | null;
  querySelector?(selector: string): DomNode | null;
}

interface Piece {
  readonly text: string;
  readonly line: number;
}

/** Where the text is now: tags tell their line, text between them counts its own line ends. */
interface Walk {
  line: number;
  readonly items: Item[];
  pieces: Piece[];
}

const STAMP = 'data-line';
const ELEMENT = 1;
const TEXT = 3;
const TAG = /<([a-z][a-z0-9-]*)\b((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const SKIPPED = new Set('SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH NAV FORM BUTTON SELECT TEXTAREA IFRAME CANVAS HEAD PRE CODE'.split(' '));
const BLOCKS = new Set(
  'P DIV SECTION ARTICLE MAIN HEADER FOOTER ASIDE LI UL OL DL DT DD BLOCKQUOTE FIGURE FIGCAPTION ADDRESS DETAILS SUMMARY HR BODY H1 H2 H3 H4 H5 H6'.split(
    ' ',
  ),
);

/** Reads a page. `main`: only its main content, where one can be told from menus and the like; else all of it. */
export async function readHtml(html: string, main = true): Promise<{ readonly facts: SourceFacts; readonly passages: readonly Item[] }> {
  const { parseHTML } = await import('linkedom');
  const stamped = stamp(html);
  const { document } = parseHTML(/<html[\s>]/i.test(stamped) ? stamped : `<html><body>${stamped}</body></html>`);
  const page: DomNode = document;
  const facts = factsOf(page);
  const all = itemsIn(page.querySelector?.('body') ?? page);
  const content = main ? await mainContent(document) : null;
  const items = content === null ? all : itemsIn(content);
  const passages = lengthOf(items) * 10 < lengthOf(all) ? all : items;
  const first = passages.find((item): item is Passage => item.type === 'heading');
  const title = facts.title === '' ? (first?.text ?? '') : facts.title;
  return { facts: { ...facts, title }, passages: passages.filter((item) => item.type !== 'heading' || item.text !== title) };
}

async function mainContent(document: unknown): Promise<DomNode | null> {
  const { Readability } = await import('@mozilla/readability');
  try {
    const found = new Readability<DomNode>(document as ConstructorParameters<typeof Readability>[0], {
      charThreshold: 200,
      serializer: (node) => node as unknown as DomNode,
    }).parse();
    return found?.content ?? null;
  } catch {
    return null;
  }
}

/** Every tag says its line in an attribute, so that it survives whatever is done with the tree. */
function stamp(html: string): string {
  let line = 1;
  let counted = 0;
  return html.replace(TAG, (whole: string, name: string, attributes: string, offset: number) => {
    const end = offset + whole.length;
    for (; counted < end; counted++) if (html.charCodeAt(counted) === 10) line++;
    return `<${name} ${STAMP}=${line}${attributes.startsWith('/') ? ' ' : ''}${attributes}>`;
  });
}

function factsOf(page: DomNode): SourceFacts {
  const meta = (...names: readonly string[]): string => {
    for (const name of names) {
      const found = page.querySelector?.(`meta[property="${name}"], meta[name="${name}"]`)?.getAttribute?.('content')?.trim();
      if (found) return found;
    }
    return '';
  };
  const plain = (selector: string): string => (page.querySelector?.(selector)?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const time = page.querySelector?.('time[datetime]')?.getAttribute?.('datetime') ?? '';
  const author = meta('author', 'article:author');
  return {
    ...NO_FACTS,
    title: meta('og:title') || plain('h1') || plain('title'),
    subtitle: '',
    authors: author === '' || /^https?:/.test(author) ? [] : [author],
    publisher: meta('og:site_name', 'publisher'),
    date: isoDay((meta('article:published_time', 'date', 'dcterms.date', 'pubdate') || time).slice(0, 10)) ?? '',
    lang: page.querySelector?.('html')?.getAttribute?.('lang')?.trim() ?? '',
    url: /^https?:\S+$/.exec(page.querySelector?.('link[rel="canonical"]')?.getAttribute?.('href') ?? meta('og:url'))?.[0] ?? '',
  };
}

const lengthOf = (items: readonly Item[]): number => items.reduce((sum, item) => sum + (item.type === 'table' ? 0 : item.text.length), 0);

function itemsIn(root: DomNode): readonly Item[] {
  const walk: Walk = { line: 1, items: [], pieces: [] };
  visit(root, walk, 'paragraph');
  flush(walk, 'paragraph');
  return walk.items;
}

function visit(node: DomNode, walk: Walk, type: Passage['type']): void {
  if (node.nodeType === TEXT) addText(node.textContent ?? '', walk);
  else visitElement(node, walk, type);
}

function visitElement(node: DomNode, walk: Walk, type: Passage['type']): void {
  const name = node.nodeName.toUpperCase();
  if (SKIPPED.has(name)) return;
  walk.line = Number(node.getAttribute?.(STAMP) ?? walk.line) || walk.line;
  if (name === 'BR') walk.pieces.push({ text: ' ', line: walk.line });
  if (name === 'SUP' && /^\s*[[\d,*†]/.test(node.textContent ?? '')) return;
  if (name === 'TABLE') addTable(node, walk, type);
  else visitChildren(node, name, walk, type);
}

function visitChildren(node: DomNode, name: string, walk: Walk, type: Passage['type']): void {
  const inside = typeOf(name, type);
  const block = BLOCKS.has(name);
  if (block) flush(walk, type);
  for (const child of node.childNodes) visit(child, walk, inside);
  if (block) flush(walk, inside, name);
}

const typeOf = (name: string, type: Passage['type']): Passage['type'] =>
  /^H[1-6]$/.test(name) ? 'heading' : name === 'LI' || name === 'DD' ? 'item' : name === 'BLOCKQUOTE' ? 'quote' : type;

function addText(text: string, walk: Walk): void {
  walk.pieces.push({ text, line: walk.line });
  walk.line += text.split('\n').length - 1;
}

function flush(walk: Walk, type: Passage['type'], name = ''): void {
  const lined = joined(walk.pieces);
  walk.pieces = [];
  if (lined.text === '') return;
  walk.items.push({ type, level: type === 'heading' ? Number(name.slice(1)) || 2 : 0, ...lined });
}

/** A table of data; one that only lays out the page is read as text. */
function addTable(table: DomNode, walk: Walk, type: Passage['type']): void {
  flush(walk, type);
  const rows = descendants(table, (name) => name === 'TR').map((row) => ({
    line: Number(row.getAttribute?.(STAMP)) || walk.line,
    cells: [...row.childNodes].filter(({ nodeName }) => /^T[DH]$/i.test(nodeName)).map(cellOf),
  }));
  const width = rows[0]?.cells.length ?? 0;
  const regular = width > 1 && rows.length > 1 && rows.every(({ cells }) => cells.length === width);
  if (!regular) {
    for (const child of table.childNodes)
      for (const cell of child.nodeType === ELEMENT ? leaves(child) : []) {
        visit(cell, walk, type);
        flush(walk, type);
      }
    return;
  }
  const [header, ...body] = rows.map(({ cells }) => cells);
  walk.items.push({ type: 'table', header: header ?? [], rows: body, lines: rows.map(({ line }) => line) });
}

const leaves = (node: DomNode): readonly DomNode[] => {
  const cells = descendants(node, (name) => /^T[DH]$|^CAPTION$/.test(name));
  return cells.length > 0 ? cells : [node];
};

const cellOf = (cell: DomNode): string => joined(textPieces(cell)).text;

const textPieces = (node: DomNode): readonly Piece[] =>
  node.nodeType === TEXT
    ? [{ text: node.textContent ?? '', line: 1 }]
    : SKIPPED.has(node.nodeName.toUpperCase()) || node.nodeName.toUpperCase() === 'SUP'
      ? []
      : [...node.childNodes].flatMap(textPieces);

const descendants = (node: DomNode, is: (name: string) => boolean): readonly DomNode[] =>
  [...node.childNodes].flatMap((child) => {
    if (child.nodeType !== ELEMENT) return [];
    return is(child.nodeName.toUpperCase()) ? [child] : descendants(child, is);
  });
