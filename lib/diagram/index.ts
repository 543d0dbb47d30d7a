/** Fences of Mermaid → diagrams. Mermaid itself parses, where it is installed; it is loaded when a briefing has such a fence. */
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { readFlowchart } from './flowchart.js';
import { labelReader } from './label.js';
import { isFailure, loadParser, type Parse, type Parsed, type ParseFailure } from './mermaid.js';
import type { Diagram } from './model.js';
import { readSequence } from './sequence.js';
import { type DiagramSource, offsetOf, type PlainSource, plainSource } from './source.js';

export type { DiagramSource } from './source.js';

/** The diagrams of a deck, by the text of their fences; null for what is shown as code. */
export type Diagrams = (source: DiagramSource) => Diagram | null;

/** What Mermaid's kinds of diagram become. */
const READERS: Readonly<Record<string, ReaderOfKind>> = {
  'flowchart-v2': readFlowchart,
  flowchart: readFlowchart,
  'flowchart-elk': readFlowchart,
  sequence: readSequence,
};
type ReaderOfKind = (db: unknown, title: string, label: ReturnType<typeof labelReader>, source: DiagramSource) => Diagram;

/** Longer fences are no diagram that a slide could show; Mermaid's own limit. */
const LONGEST = 50_000;

/** Reads diagrams; each that cannot be read is told, at the place where reading stopped. */
export async function readDiagrams(sources: readonly DiagramSource[], sink: Sink): Promise<Diagrams> {
  if (sources.length === 0) return () => null;
  const parse = await parser(sources, sink);
  const known = new Map<DiagramSource, Diagram | null>();
  for (const source of sources) known.set(source, parse ? await readDiagram(source, parse, sink) : null);
  return (source) => known.get(source) ?? null;
}

async function parser(sources: readonly DiagramSource[], sink: Sink): Promise<Parse | null> {
  const tell = (why: string, ...hints: readonly string[]): null => {
    for (const { whole } of sources)
      sink(diagnostic('warning', 'diagram/no-mermaid', `${why}: the diagram is shown as code`, head(whole), ...hints));
    return null;
  };
  try {
    return (await loadParser()) ?? tell('the package "mermaid" is not installed', 'npm install mermaid');
  } catch (error) {
    return tell(`the package "mermaid" cannot be loaded (${error instanceof Error ? error.message : String(error)})`);
  }
}

async function readDiagram(source: DiagramSource, parse: Parse, sink: Sink): Promise<Diagram | null> {
  const plain = plainSource(source.text);
  const tell = (code: string, message: string, span: Span, ...hints: readonly string[]): null => {
    sink(diagnostic('warning', code, `${message}: the diagram is shown as code`, span, ...hints));
    return null;
  };
  if (plain.text.trim() === '') return tell('diagram/empty', 'the fence holds no diagram', head(source.whole));
  if (source.text.length > LONGEST) return tell('diagram/too-long', `it is longer than ${LONGEST} characters`, head(source.whole));
  const read = await parse(plain.text, (parsed) => fromParsed(parsed, plain, source));
  if (isFailure(read)) return tell('diagram/unreadable', failureMessage(read), failureSpan(read, plain, source));
  if (typeof read === 'string')
    return tell(
      'diagram/kind',
      `diagrams of the kind "${read}" are not drawn`,
      head(source.whole),
      'drawn are flowchart and sequenceDiagram',
    );
  if (isEmpty(read)) return tell('diagram/empty', 'the diagram has nothing in it', head(source.whole));
  if (plain.configured)
    sink(
      diagnostic(
        'info',
        'diagram/settings',
        'the settings of the diagram are left out: it has the looks of the template',
        head(source.whole),
      ),
    );
  for (const what of read.left) sink(diagnostic('info', 'diagram/left-out', `${what} is left out of the diagram`, head(source.whole)));
  return read;
}

/** The diagram; the name of its kind where that is not drawn. */
function fromParsed({ type, db }: Parsed, { title }: PlainSource, source: DiagramSource): Diagram | string {
  const read: ReaderOfKind | undefined = READERS[type];
  return read ? read(db, title, labelReader(source), source) : type;
}

const isEmpty = (diagram: Diagram): boolean => (diagram.kind === 'flowchart' ? diagram.nodes : diagram.participants).length === 0;

const head = (span: Span): Span => ({ ...span, end: span.start });

function failureMessage({ message, token }: ParseFailure): string {
  if (token === null) return `mermaid cannot read the diagram (${lowerFirst(message.replace(/\s+/g, ' ').slice(0, 120))})`;
  const word = token.trim();
  return word === '' || word === '1'
    ? 'the diagram ends, or its line does, before mermaid expects it'
    : `mermaid does not expect "${word.slice(0, 40)}" here`;
}

const lowerFirst = (text: string): string => text.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());

/** Where the parser stopped: the next place of the token behind the last one that it took. */
function failureSpan({ token, line, column }: ParseFailure, { text, before }: PlainSource, source: DiagramSource): Span {
  if (token === null) return head(source.whole);
  const from = offsetOf(text, line, column);
  const word = token.trim();
  const found = word === '' ? -1 : text.indexOf(word, from);
  const start = found === -1 ? Math.min(from, text.trimEnd().length) : found;
  const end = found === -1 ? start : found + word.length;
  return source.span(before + start, before + end);
}
