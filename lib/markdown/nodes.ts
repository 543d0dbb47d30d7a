/** marked's block tokens → nodes with exact places. */
import type { Token, Tokens } from 'marked';
import { fenceText } from '../briefing/fence.js';
import { type Attributes, type Inline, NO_ATTRIBUTES } from '../briefing/inline.js';
import type { CellNode, CodeNode, ListItemNode, MathNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { positionAt } from '../core/source.js';
import { readAttributes, splitAttributes } from './attributes.js';
import { reportMisplaced } from './audience.js';
import { cellOf } from './cells.js';
import { type Pair, withDefinitions } from './definitions.js';
import { htmlNodes } from './html.js';
import { readInlines } from './inlines.js';
import { blockTokens } from './lexer.js';
import { tellPictures, textNodes } from './paragraphs.js';
import { agree, join, linesOf, type Placed, placeFromEnd, slice, spanOf, startOf, trim } from './placed.js';
import { type Reading, report } from './reading.js';
import type { TextTable } from './text-tables.js';

type Lines = readonly Placed[];

/** The nodes of a text that holds no fenced divs and no footnotes. */
export const markdownNodes = (reading: Reading, text: Placed): readonly Node[] => nodesOf(reading, lex(reading, text), linesOf(text));

/** The block tokens of a text. */
export const lex = (reading: Reading, text: Placed): readonly Token[] =>
  blockTokens(reading.lexer, text.text, (reason) =>
    report(
      reading,
      'warning',
      'markdown/unreadable',
      `this text cannot be read as Markdown (${reason}); it is kept as a paragraph`,
      spanOf(reading.source, text),
    ),
  );

/** The nodes of tokens that were read from these lines. */
export function nodesOf(reading: Reading, tokens: readonly Token[], lines: Lines): readonly Node[] {
  return nodesOfPairs(reading, withLines(tokens, lines));
}

const nodesOfPairs = (reading: Reading, pairs: readonly Pair<Token>[]): readonly Node[] =>
  withDirectives(
    withDefinitions(pairs).flatMap((item) =>
      'token' in item ? nodesOfToken(reading, item.token, item.own) : definitionNodes(reading, item.term, item.definitions),
    ),
  );

/**
 * Each token with the lines that it stands on. marked hands a container's content on line by line, so that the tokens' lines and the file's go together;
 * `raw` counts them. A token that follows another on the same line starts after a line that marked took apart (a quote's lazy line).
 */
function withLines<T extends { readonly type: string; readonly raw: string }>(tokens: readonly T[], lines: Lines): readonly Pair<T>[] {
  const pairs: Pair<T>[] = [];
  let line = 0;
  let open = false;
  for (const token of tokens) {
    if (token.type === 'checkbox') continue;
    if (open && token.type !== 'space') line++;
    const texts = token.raw.split('\n');
    const from = found(texts[0] ?? '', lines, line);
    line = from + texts.length - 1;
    open = texts.at(-1) !== '';
    if (token.type === 'space') continue;
    if (!open && texts.length > 1) texts.pop();
    pairs.push({ token, own: texts.map((text, index) => onLine(text, lines[from + index] ?? lines.at(-1))) });
  }
  return pairs;
}

/** The line that a text stands on: the one expected, or where marked lost a blank line of a quote, the next that agrees. */
function found(text: string, lines: Lines, expected: number): number {
  for (let i = expected; text.trim() !== '' && i < lines.length; i++) if (agree(text, lines[i] ?? { text: '', at: NONE })) return i;
  return expected;
}

const NONE = new Uint32Array(1);

const onLine = (text: string, line: Placed | undefined): Placed =>
  line ? placeFromEnd(text, line) : { text, at: new Uint32Array(text.length + 1) };

function nodesOfToken(reading: Reading, token: Token, lines: Lines): readonly Node[] {
  const raw = join(lines);
  const span = spanOf(reading.source, raw);
  switch (token.type) {
    case 'def':
      return [];
    case 'heading':
      return [heading(reading, token as Tokens.Heading, raw)];
    case 'paragraph':
    case 'text':
      return paragraph(reading, 'deep' in token ? join(lines.map(withoutMarks)) : raw);
    case 'hr':
      return [{ type: 'rule', span }];
    case 'blockquote':
      return [quote(reading, token as Tokens.Blockquote, lines)];
    case 'list':
      return [list(reading, token as Tokens.List, lines)];
    case 'table':
      return [table(reading, token as Tokens.Table, lines)];
    case 'code':
      return [code(reading, token as Tokens.Code, lines)];
    case 'html':
      return htmlNodes(reading, raw);
    default:
      return paragraph(reading, raw);
  }
}

/** Too deep to be a quote or a list: its marks are no text. */
const withoutMarks = (line: Placed): Placed =>
  slice(line, /^(?:[ \t]*(?:>|[-*+](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)))*[ \t]*/.exec(line.text)?.[0].length ?? 0);

function heading(reading: Reading, token: Tokens.Heading, raw: Placed): Node {
  const words = trim(raw);
  const marks = /^#{1,6}(?=\s|$)/.exec(words.text);
  const content = marks ? atxContent(slice(words, marks[0].length)) : trim(slice(words, 0, words.text.lastIndexOf('\n')));
  const { length, attributes } = splitAttributes(content.text);
  const span = spanOf(reading.source, raw);
  return { type: 'heading', depth: token.depth, anchor: '', inlines: readWords(reading, slice(content, 0, length)), attributes, span };
}

/** Without the closing `#`s (CommonMark 0.31, 4.2). */
function atxContent(text: Placed): Placed {
  const closing = /(?:^|[ \t])#+[ \t]*$/.exec(text.text);
  return trim(closing ? slice(text, 0, closing.index) : text);
}

const paragraph = (reading: Reading, raw: Placed): readonly Node[] =>
  textNodes(reading, readInlines(reading, raw), spanOf(reading.source, raw));

const strong = <T extends { readonly type: string }>(inline: T): T => (inline.type === 'text' ? { ...inline, bold: true } : inline);

/** A term in bold, which leads in its definitions. */
function definitionNodes(reading: Reading, term: Placed, definitions: readonly Placed[]): readonly Node[] {
  const head = paragraph(reading, term).map((node) => (node.type === 'paragraph' ? { ...boldNode(node), leads: true } : node));
  return [...head, ...definitions.flatMap((text) => markdownNodes(reading, text))];
}

/** `<!-- chart: … -->` directly above a table is the table's directive. */
function withDirectives(nodes: readonly Node[]): readonly Node[] {
  const out: Node[] = [];
  for (const node of nodes) {
    const above = out.at(-1);
    if (node.type === 'table' && above?.type === 'comment' && /^chart\b/i.test(above.text)) {
      out[out.length - 1] = { ...node, directive: above.text, span: { ...node.span, start: above.span.start } };
    } else out.push(node);
  }
  return out;
}

const CALLOUT = /^[ \t]*\[!([A-Za-z][\w-]*)\][+-]?[ \t]*/;

function quote(reading: Reading, token: Tokens.Blockquote, lines: Lines): Node {
  const span = spanOf(reading.source, join(lines));
  const pairs = withLines(token.tokens, lines);
  const [first, ...rest] = pairs;
  const mark = first?.token.type === 'paragraph' ? CALLOUT.exec(first.own[0]?.text ?? '') : null;
  const [head, ...body] = first?.own ?? [];
  if (!mark || !head) return { type: 'quote', callout: '', titled: false, children: nodesOfPairs(reading, pairs), span };
  const title = slice(head, mark[0].length);
  const words = title.text.trim() === '' ? [] : paragraph(reading, title).map(boldNode);
  const text = body.length === 0 ? [] : paragraph(reading, join(body));
  const children = [...words, ...text, ...nodesOfPairs(reading, rest)];
  return { type: 'quote', callout: (mark[1] ?? '').toUpperCase(), titled: words.length > 0, children, span };
}

/** A term, a callout's own title. */
const boldNode = (node: Node): Node => (node.type === 'paragraph' ? { ...node, inlines: node.inlines.map(strong) } : node);

function list(reading: Reading, token: Tokens.List, lines: Lines): Node {
  const items: ListItemNode[] = [];
  for (const { token: item, own } of withLines(token.items, lines)) {
    const span = spanOf(reading.source, join(own));
    const checked = item.task ? item.checked === true : null;
    items.push({ checked, continued: false, children: itemNodes(reading, item, own), span });
  }
  const span = spanOf(reading.source, join(lines));
  return {
    type: 'list',
    ordered: token.ordered,
    start: token.start === '' ? 1 : token.start,
    leads: false,
    items,
    attributes: NO_ATTRIBUTES,
    span,
  };
}

/** In a loose list marked puts the task's box back into the text. */
function itemNodes(reading: Reading, item: Tokens.ListItem, lines: Lines): readonly Node[] {
  const [first, ...rest] = item.tokens;
  const box = item.task && item.loose && first ? /^\[[ xX]\][ \t]+/.exec(first.raw)?.[0].length : undefined;
  return nodesOf(reading, first && box !== undefined ? [{ ...first, raw: first.raw.slice(box) } as Token, ...rest] : item.tokens, lines);
}

function table(reading: Reading, token: Tokens.Table, lines: Lines): Node {
  const [head, , ...body] = lines.filter((line) => line.text.trim() !== '');
  const columns = token.header.length;
  const row = (line: Placed): readonly CellNode[] => {
    const cells = splitRow(line);
    const [extra] = cells.slice(columns).filter((cell) => cell.text.trim() !== '');
    if (extra)
      report(
        reading,
        'warning',
        'markdown/extra-cell',
        `"${trim(extra).text}" stands in a column that the table's head does not have`,
        spanOf(reading.source, extra),
      );
    const none = slice(line, line.text.length);
    return Array.from({ length: columns }, (_, index) => cellNode(reading, cells[index] ?? none));
  };
  return {
    type: 'table',
    align: token.align,
    header: head ? row(head) : [],
    rows: body.map(row),
    directive: '',
    span: spanOf(reading.source, join(lines)),
  };
}

/** The nodes of a table that is drawn in plain text: its caption, and the table. */
export function textTableNodes(reading: Reading, { align, header, rows, caption, blocks }: TextTable, span: Span): readonly Node[] {
  const cell = (text: Placed): CellNode =>
    (blocks ? cellOf(markdownNodes(reading, text), spanOf(reading.source, text), true) : null) ?? cellNode(reading, text);
  const head = caption ? paragraph(reading, caption).map(boldNode) : [];
  return [...head, { type: 'table', align, header: header.map(cell), rows: rows.map((row) => row.map(cell)), directive: '', span }];
}

const cellNode = (reading: Reading, cell: Placed): CellNode => ({
  inlines: readWords(reading, cell),
  span: spanOf(reading.source, cell),
});

/** Inlines where no picture can stand. */
function readWords(reading: Reading, text: Placed): readonly Inline[] {
  const inlines = readInlines(reading, text);
  tellPictures(reading, inlines);
  return inlines;
}

/** The cells of a row, `\|` made `|` (GFM 4.10). */
function splitRow(line: Placed): Lines {
  const cells: Placed[] = [];
  let parts: Placed[] = [];
  let start = 0;
  let slashes = 0;
  const take = (end: number): void => void parts.push(slice(line, start, end));
  for (let i = 0; i < line.text.length; i++) {
    const character = line.text.charAt(i);
    if (character === '|' && slashes % 2 === 1) {
      take(i - 1);
      start = i;
    } else if (character === '|') {
      take(i);
      cells.push(join(parts, ''));
      parts = [];
      start = i + 1;
    }
    slashes = character === '\\' ? slashes + 1 : 0;
  }
  take(line.text.length);
  cells.push(join(parts, ''));
  if (cells[0]?.text.trim() === '') cells.shift();
  if (cells.at(-1)?.text.trim() === '') cells.pop();
  return cells;
}

function code(reading: Reading, token: Tokens.Code, lines: Lines): CodeNode | MathNode {
  const span = spanOf(reading.source, join(lines));
  const fenced = token.codeBlockStyle !== 'indented';
  const fence = fenced ? (/^\s*(`{3,}|~{3,})/.exec(lines[0]?.text ?? '')?.[1] ?? '') : '';
  const last = lines.at(-1)?.text.trim() ?? '';
  const closed = fenced && lines.length > 1 && last.length >= fence.length && last === fence.charAt(0).repeat(last.length);
  const inside = fenced ? lines.slice(1, closed ? -1 : undefined) : lines;
  const texts = token.text.split('\n');
  const content = inside.map((line, index) => placeFromEnd(texts[index] ?? '', line));
  while (content.length > 0 && content.at(-1)?.text.trim() === '') content.pop();
  const about = info(token.lang ?? '');
  if (lines[0]) reportMisplaced(reading, about.attributes.values, lines[0]);
  const node = {
    type: 'code' as const,
    ...about,
    text: content.map((line) => line.text).join('\n'),
    lines: content.map((line) => positionAt(reading.source, startOf(line))),
    span,
  };
  return node.language === 'math' && fenced ? mathFence(reading, node) : node;
}

/** A fence named `math`, as GitHub has it (https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions). */
function mathFence(reading: Reading, node: CodeNode): MathNode {
  const { text: tex, span } = fenceText(node);
  const place = (at: number): Span => span(Math.min(at, tex.length), Math.min(at + 1, tex.length));
  reading.equations.push({ tex, display: true, span: span(0, tex.length), place });
  return { type: 'math', inline: { type: 'math', tex, display: true, bold: false, span: node.span }, span: node.span };
}

/** `showLineNumbers start=5 title="x.js"`, as Docusaurus and others write it behind the language. */
const settingsIn = (words: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...words.matchAll(/\s([A-Za-z][\w-]*)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']*)))?(?=\s|$)/g)].map(
      ([, key = '', double, single, plain]) => [key, double ?? single ?? plain ?? 'true'],
    ),
  );

/** `{2,4-6}`, the lines that an author points at; in steps as Slidev has them, `{2|4-6|all}`. */
const LINES = /^\{(?=[^}]*\d)(?:[\d\s,|*-]|all|none)+\}$/;

/**
 * A fence's first word and its attributes: ```` ```js {1,3} title="x.js" ````, ```` ``` {.js key=value} ````, ```` ```js showLineNumbers ````.
 * Lines that are pointed at are the value of `highlight`.
 */
function info(text: string): { readonly language: string; readonly attributes: Attributes } {
  const groups = text.match(/\{[^{}]*\}/g) ?? [];
  const lines = groups.find((group) => LINES.test(group))?.slice(1, -1);
  const [given] = groups.filter((group) => !LINES.test(group)).flatMap((group) => readAttributes(group, true) ?? []);
  const attributes = given?.attributes ?? NO_ATTRIBUTES;
  const name = /^[^\s{,]+/.exec(text)?.[0] ?? attributes.classes[0] ?? '';
  const words = settingsIn(text.replace(/\{[^{}]*\}/g, ' '));
  const values = { ...(lines === undefined ? {} : { highlight: lines }), ...words, ...attributes.values };
  return { language: name.toLowerCase(), attributes: { ...attributes, values } };
}
