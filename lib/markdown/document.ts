/** Pieces of the text → nodes, fenced divs nested. */
import { NO_ATTRIBUTES } from '../briefing/inline.js';
import type { DivNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { readInlines } from './inlines.js';
import { lex, nodesOf } from './nodes.js';
import { linesOf, type Placed, spanOf } from './placed.js';
import { type Reading, report, reportOnce } from './reading.js';
import { cut, type Piece } from './scan.js';

/** What stands at the top of a document: nodes, and what Slidev says about its slides. */
export type Entry =
  | Node
  | { readonly type: 'settings'; readonly yaml: Placed; readonly span: Span }
  | { readonly type: 'slot'; readonly name: string; readonly span: Span };

type OpenPiece = Extract<Piece, { type: 'open' }>;

interface Frame {
  readonly open: OpenPiece;
  readonly children: Node[];
}

/** Deeper divs are read as if their fences were not there. */
const DEEPEST = 50;

/** The entries of the text below the front matter. Link definitions and footnotes of one piece count in all. */
export function readDocument(reading: Reading, body: Placed): readonly Entry[] {
  const pieces = cut(reading.source, body, reading.flavour);
  for (const piece of pieces) if (piece.type === 'footnote') define(reading, piece);
  const texts = new Map(pieces.flatMap((piece) => (piece.type === 'text' ? [[piece, lex(reading, piece.text)] as const] : [])));
  const top: Entry[] = [];
  const frames: Frame[] = [];
  const nodes = (): { push(...items: readonly Node[]): unknown } => frames.at(-1)?.children ?? top;
  const close = (end: Span): void => {
    const frame = frames.pop();
    if (frame) nodes().push(divNode(reading, frame, end));
  };
  const closeAll = (end: Span): void => {
    while (frames.length > 0) {
      const { open } = frames.at(-1) ?? {};
      if (open)
        report(reading, 'warning', 'markdown/unclosed-div', `"::: ${open.name}" is never closed`, open.span, 'end it with a line ":::"');
      close(end);
    }
  };
  for (const piece of pieces) {
    if (piece.type === 'text') nodes().push(...nodesOf(reading, texts.get(piece) ?? [], linesOf(piece.text)));
    else if (piece.type === 'open') {
      if (frames.length < DEEPEST) frames.push({ open: piece, children: [] });
      else reportOnce(reading, 'deep div', 'markdown/too-deep', `"::: ${piece.name}" nests deeper than ${DEEPEST} levels`, piece.span);
    } else if (piece.type === 'close') {
      if (frames.length === 0) report(reading, 'info', 'markdown/stray-div-end', '":::" ends nothing here', piece.span);
      close(piece.span);
    } else if (piece.type === 'break') {
      closeAll(piece.span);
      top.push({ type: 'rule', span: piece.span });
    } else if (piece.type !== 'footnote') {
      if (piece.type === 'settings') closeAll(piece.span);
      top.push(piece);
    }
  }
  const last = pieces.at(-1);
  if (last) closeAll(last.type === 'text' ? spanOf(reading.source, last.text) : last.span);
  return top;
}

function define(reading: Reading, { id, content, span }: Extract<Piece, { type: 'footnote' }>): void {
  if (reading.footnotes.has(id)) report(reading, 'warning', 'markdown/duplicate-footnote', `the footnote "${id}" is defined twice`, span);
  else reading.footnotes.set(id, { id, content, span, number: 0, offset: span.start.offset });
}

const CALLOUTS = new Set(['note', 'tip', 'important', 'warning', 'caution', 'danger', 'info', 'hint', 'success', 'error']);

/** A div; one that is called `warning`, `callout-note` … is a callout. */
function divNode(reading: Reading, { open, children }: Frame, end: Span): Node {
  const span = { ...open.span, end: end.end.offset > open.span.end.offset ? end.end : open.span.end };
  const name = open.name.replace(/^callout-/, '');
  const title: readonly Node[] = open.title
    ? [
        {
          type: 'paragraph',
          inlines: readInlines(reading, open.title).map((inline) => (inline.type === 'text' ? { ...inline, bold: true } : inline)),
          span: open.span,
        },
      ]
    : [];
  if (CALLOUTS.has(name)) return { type: 'quote', callout: name.toUpperCase(), children: [...title, ...children], span };
  const node: DivNode = { type: 'div', name: open.name, attributes: open.attributes, children: [...title, ...children], span };
  return open.name === 'incremental' || open.name === 'nonincremental'
    ? { ...node, children: node.children.map((child) => incremental(child, open.name)) }
    : node;
}

const incremental = (node: Node, name: string): Node =>
  node.type === 'list'
    ? { ...node, attributes: { ...(node.attributes ?? NO_ATTRIBUTES), classes: [...node.attributes.classes, name] } }
    : node;
