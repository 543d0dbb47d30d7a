/** Which rules speak where: comments in the briefing, and levels from front matter or configuration. */
import type { Levels } from '../briefing/levels.js';
import type { Diagnostic, Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';

/** A rule that a comment names, where it does so. */
export interface NamedRule {
  readonly name: string;
  readonly span: Span;
}

/** What comments say: for each line, from 1, which rules are silent on it. */
export interface Silence {
  /** Whether a rule is silent on a line; `*` stands for all. */
  isSilent(code: string, line: number): boolean;
  readonly named: readonly NamedRule[];
}

/** `<!-- check-disable figure/no-source -->`; in front matter and fences `# check-disable-line figure/no-source`. */
const SWITCH = /(?:<!--|#)[ \t]*check-(disable-next-line|disable-line|disable|enable)\b([^\n\r]*?)(?:-->|$)/gm;

/** The switches of a briefing. A reason may follow the names behind `--`. */
export function silenceOf(source: SourceText): Silence {
  const silent = new Map<number, Set<string>>();
  const named: NamedRule[] = [];
  let open: { readonly code: string; readonly from: number }[] = [];
  const ranges: { readonly code: string; readonly from: number; readonly to: number }[] = [];
  for (const match of source.text.matchAll(SWITCH)) {
    const [whole, verb, rest = ''] = match;
    const names = namesIn(
      rest.split(/(?:^|\s)--/, 1)[0] ?? '',
      match.index + whole.indexOf(rest, whole.indexOf(verb ?? '') + (verb ?? '').length),
      source,
    );
    named.push(...names);
    const codes = names.length === 0 ? ['*'] : names.map(({ name }) => name);
    const { line } = spanAt(source, match.index, match.index).start;
    if (verb === 'disable') open.push(...codes.map((code) => ({ code, from: line })));
    else if (verb === 'enable') {
      const closes = (code: string): boolean => codes.includes('*') || codes.includes(code);
      ranges.push(...open.filter(({ code }) => closes(code)).map((one) => ({ ...one, to: line })));
      open = open.filter(({ code }) => !closes(code));
    } else {
      const on = verb === 'disable-line' ? line : line + 1;
      silent.set(on, new Set([...(silent.get(on) ?? []), ...codes]));
    }
  }
  ranges.push(...open.map((one) => ({ ...one, to: Number.POSITIVE_INFINITY })));
  const isSilent = (code: string, line: number): boolean => {
    const here = silent.get(line);
    if (here?.has('*') || here?.has(code)) return true;
    return ranges.some((range) => (range.code === '*' || range.code === code) && range.from <= line && line < range.to);
  };
  return { isSilent, named };
}

const namesIn = (text: string, offset: number, source: SourceText): readonly NamedRule[] =>
  [...text.matchAll(/[\w-]+\/[\w-]+|\S+/g)].map((match) => ({
    name: match[0].replace(/,$/, ''),
    span: spanAt(source, offset + match.index, offset + match.index + match[0].length),
  }));

/** The switches of several files by their names. */
export type Silences = ReadonlyMap<string, Silence>;

/** The switches of a briefing, of the files that it takes in and of those that it shares with others: each holds in its own file. */
export function silencesOf(source: SourceText, shared: readonly SourceText[]): Silences {
  const own = source.parts ? source.parts.map((part) => part.source) : [source];
  const files = new Map([...own, ...shared].map((text) => [text.file, text]));
  return new Map([...files].map(([file, text]) => [file, silenceOf(text)]));
}

/** A diagnostic, in its own file, at the level that was set for it; null where it is silent. What a stage calls an error stays one: its figure would be wrong. */
export function leveled(item: Diagnostic, levels: Levels, silences: Silences): Diagnostic | null {
  if (item.severity === 'error') return item;
  const level = levels[item.code] ?? item.severity;
  if (level === 'off' || silences.get(item.span.file)?.isSilent(item.code, item.span.start.line)) return null;
  return level === item.severity ? item : { ...item, severity: level };
}
