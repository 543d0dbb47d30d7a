/** What the library has to say about an input: plain values, collected in a sink, printed by nobody but the command line. */

/** A place in a text: `line` and `column` count from 1, columns in UTF-16 units, `offset` from 0. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** A stretch of a file, `end` exclusive. */
export interface Span {
  readonly file: string;
  readonly start: Position;
  readonly end: Position;
}

/** How bad it is. An error means that a figure would be wrong or that the author's wish cannot be guessed: no deck is written. */
export type Severity = 'error' | 'warning' | 'info';

/** One message about one place. */
export interface Diagnostic {
  /** `area/what`, stable: `chart/not-a-number`. */
  readonly code: string;
  readonly severity: Severity;
  /** One lower-case sentence with the offending value, no full stop. */
  readonly message: string;
  readonly span: Span;
  /** What to do, one sentence each. */
  readonly hints: readonly string[];
}

/** Where a stage puts its diagnostics. */
export type Sink = (diagnostic: Diagnostic) => void;

/** Builds a diagnostic. */
export const diagnostic = (severity: Severity, code: string, message: string, span: Span, ...hints: readonly string[]): Diagnostic => ({
  code,
  severity,
  message,
  span,
  hints,
});

/** A sink that keeps what it is given. */
export interface Collector {
  readonly sink: Sink;
  readonly diagnostics: readonly Diagnostic[];
}

/** A collector; the same message about the same place is kept once. */
export function collect(): Collector {
  const seen = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const sink: Sink = (item) => {
    const key = `${item.code}\n${item.message}\n${item.span.file}\n${item.span.start.offset}\n${item.span.end.offset}`;
    if (seen.has(key)) return;
    seen.add(key);
    diagnostics.push(item);
  };
  return { sink, diagnostics };
}

/** A sink that lets so many diagnostics of each code pass, and says of the others how many there are. */
export function atMost(sink: Sink, most: number): { readonly sink: Sink; finish(): void } {
  const counts = new Map<string, number>();
  const left = new Map<string, Diagnostic>();
  return {
    sink(item) {
      const count = (counts.get(item.code) ?? 0) + 1;
      counts.set(item.code, count);
      if (count <= most) sink(item);
      else if (!left.has(item.code)) left.set(item.code, item);
    },
    finish() {
      for (const [code, item] of left) {
        const more = (counts.get(code) ?? 0) - most;
        sink({ ...item, message: more === 1 ? item.message : `${item.message}, and ${more - 1} more like this`, hints: [] });
      }
    },
  };
}

/** Diagnostics in reading order: by file as first met, then by place. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = new Map<string, number>();
  for (const item of diagnostics) if (!files.has(item.span.file)) files.set(item.span.file, files.size);
  const rank = (item: Diagnostic): number => files.get(item.span.file) ?? 0;
  return [...diagnostics].sort((a, b) => rank(a) - rank(b) || a.span.start.offset - b.span.start.offset);
}
