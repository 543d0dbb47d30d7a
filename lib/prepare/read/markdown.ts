/** Markdown, read by the same parser as briefings. */
import { isoDay } from '../../briefing/dates.js';
import type { Inline } from '../../briefing/inline.js';
import type { Node, TableNode } from '../../briefing/node.js';
import { sourceText } from '../../core/source.js';
import { readNodes } from '../../markdown/index.js';
import { joined, type Lined, NO_FACTS, type Passage, type SourceFacts, type SourceTable } from '../source.js';

type Item = Passage | SourceTable;

/** Reads Markdown; front matter gives title, date, authors and language, else the first heading of level 1 is the title. Code and comments are left out. */
export function readMarkdown(file: string, text: string): { readonly facts: SourceFacts; readonly passages: readonly Item[] } {
  const { yaml, nodes } = readNodes(sourceText(file, text));
  const passages = nodes.flatMap((node) => itemsOf(node, 'paragraph'));
  const facts = factsOf(yaml);
  const first = passages.find((item) => item.type === 'heading');
  if (facts.title !== '' || !first || first.type === 'table') return { facts, passages };
  return { facts: { ...facts, title: first.text }, passages: passages.filter((item) => item !== first) };
}

function factsOf(yaml: string): SourceFacts {
  const value = (...keys: readonly string[]): string => {
    for (const key of keys) {
      const found = new RegExp(`^${key}:[ \\t]*(.+)$`, 'mi').exec(yaml)?.[1]?.trim() ?? '';
      const bare = found.replace(/^(["'])(.*)\1$/, '$2');
      if (bare !== '' && !/^[[{|>]/.test(bare)) return bare;
    }
    return '';
  };
  const author = value('author');
  return {
    ...NO_FACTS,
    title: value('title'),
    subtitle: value('subtitle', 'description'),
    authors: author === '' ? [] : [author],
    publisher: value('publisher'),
    date: isoDay(value('date')) ?? '',
    lang: /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.exec(value('lang', 'language'))?.[0] ?? '',
    url: /^https?:\/\/\S+$/.exec(value('url', 'permalink'))?.[0] ?? '',
  };
}

function itemsOf(node: Node, type: 'paragraph' | 'item' | 'quote'): readonly Item[] {
  switch (node.type) {
    case 'heading':
      return passage('heading', node.depth, linedInlines(node.inlines));
    case 'paragraph':
      return passage(type, 0, linedInlines(node.inlines));
    case 'list':
      return node.items.flatMap((item) => item.children.flatMap((child) => itemsOf(child, 'item')));
    case 'quote':
      return node.children.flatMap((child) => itemsOf(child, node.callout === '' ? 'quote' : type));
    case 'div':
      return node.children.flatMap((child) => itemsOf(child, type));
    case 'table':
      return [tableOf(node)];
    default:
      return [];
  }
}

const passage = (type: Passage['type'], level: number, lined: Lined): readonly Passage[] =>
  lined.text === '' ? [] : [{ type, level, ...lined }];

function tableOf(node: TableNode): SourceTable {
  const cells = (row: TableNode['header']): readonly string[] => row.map(({ inlines }) => linedInlines(inlines).text);
  return {
    type: 'table',
    header: cells(node.header),
    rows: node.rows.map(cells),
    lines: [node.header, ...node.rows].map((row) => row[0]?.span.start.line ?? node.span.start.line),
  };
}

const linedInlines = (inlines: readonly Inline[]): Lined =>
  joined(
    inlines.flatMap((inline) => {
      const { line } = inline.span.start;
      if (inline.type === 'text')
        return inline.baseline === 'none' || !/^[\d,[\]*†]+$/.test(inline.text)
          ? [{ text: inline.text.replace(/\$(\d[\d.,]*)\$/g, '$1'), line }]
          : [];
      return inline.type === 'break' ? [{ text: ' ', line }] : [];
    }),
  );
