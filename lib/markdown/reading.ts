/** What the parts of stage 1 share while one document is read. */
import type { Lexer } from 'marked';
import type { Audience } from '../briefing/briefing.js';
import type { Names } from '../briefing/expression.js';
import type { Node } from '../briefing/node.js';
import { diagnostic, type Severity, type Sink, type Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import type { EquationSource } from '../math/index.js';
import type { Flavour } from './flavour.js';
import { newLexer } from './lexer.js';
import { endOf, type Placed, startOf } from './placed.js';

/** A footnote's definition. */
export interface Footnote {
  readonly id: string;
  readonly content: Placed;
  readonly span: Span;
  /** From 1 in the order of first use; 0 while nothing refers to it. */
  number: number;
  /** The offsets at which it is referred to. */
  readonly uses: number[];
}

/** Speaker notes inside another block: a comment's text, or the nodes of a div. */
export type StrayNote = { readonly offset: number } & ({ readonly content: Placed } | { readonly nodes: readonly Node[] });

/** For whom a briefing is read. */
export interface Readers {
  readonly declared: readonly Audience[];
  /** Null: for all of them. */
  readonly chosen: string | null;
}

/** The state of reading one document; nothing of it leaves stage 1. */
export interface Reading {
  readonly source: SourceText;
  readonly flavour: Flavour;
  readonly lexer: Lexer;
  readonly sink: Sink;
  /** What `{{…}}` prints; null: it is text. */
  readonly names: Names | null;
  readers: Readers;
  /** The keys of headings that are for other readers. */
  readonly absent: Set<string>;
  /** The language in which figures are printed. */
  lang: string;
  readonly footnotes: Map<string, Footnote>;
  readonly strayNotes: StrayNote[];
  /** Every equation that was read. */
  readonly equations: EquationSource[];
  /** Whether footnotes have letters: numbers are those of the sources. */
  readonly lettered: boolean;
  /** How many footnotes have a number. */
  numbered: number;
  /** What was said once and is not said again. */
  readonly said: Set<string>;
}

/** Starts to read a document. */
export function startReading(source: SourceText, flavour: Flavour, sink: Sink, names: Names | null): Reading {
  const said = new Set<string>();
  const start = spanAt(source, 0, 0);
  const tooDeep = (): void => {
    if (said.has('too-deep')) return;
    said.add('too-deep');
    sink(diagnostic('warning', 'markdown/too-deep', 'quotes or lists nest deeper than 50 levels; what is deeper is read as text', start));
  };
  return {
    source,
    flavour,
    sink,
    names,
    readers: { declared: [], chosen: null },
    absent: new Set(),
    lang: 'en',
    lexer: newLexer(tooDeep, names !== null),
    footnotes: new Map(),
    strayNotes: [],
    equations: [],
    lettered: /^sources:/m.test(source.text),
    numbered: 0,
    said,
  };
}

/** The span of a text, blanks included. */
export const wholeSpan = (reading: Reading, placed: Placed): Span => spanAt(reading.source, startOf(placed), endOf(placed));

/** Reports about a place. */
export const report = (
  reading: Reading,
  severity: Severity,
  code: string,
  message: string,
  span: Span,
  ...hints: readonly string[]
): void => reading.sink(diagnostic(severity, code, message, span, ...hints));

/** Reports the first time that something of that name is met. */
export function reportOnce(reading: Reading, name: string, code: string, message: string, span: Span): void {
  if (reading.said.has(name)) return;
  reading.said.add(name);
  report(reading, 'info', code, message, span);
}

const LETTERS = 26;

/** How a footnote is marked: `1`, or `a` where sources have the numbers. */
export const footnoteMark = (number: number, { lettered }: Reading): string => (lettered ? lettersOf(number) : String(number));

const lettersOf = (number: number): string =>
  number === 0 ? '' : lettersOf(Math.floor((number - 1) / LETTERS)) + String.fromCharCode(97 + ((number - 1) % LETTERS));
