/** What a briefing is read from: its own text, its book of facts, its sources and the files that they name. */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBibliography, parseBibliography } from './briefing/bibliography.js';
import type { Briefing, FileReference } from './briefing/briefing.js';
import type { FactBook } from './briefing/fact.js';
import type { FrontMatter } from './briefing/meta.js';
import { type SourceFile, sourceFile } from './check/index.js';
import { diagnostic, type Sink } from './core/diagnostic.js';
import type { Host } from './core/host.js';
import { type SourceText, sourceText } from './core/source.js';
import { decode, fromFile, readOrFail } from './files.js';
import { nodeHost } from './host/node.js';
import { parseFacts, parseSources } from './markdown/index.js';
import type { BriefingSource, BuildOptions } from './options.js';

/** The briefing's text, and the host that reads what it names. A host that cannot read the briefing itself fails the build with a HostError. */
export async function open(input: BriefingSource, options: BuildOptions): Promise<{ readonly source: SourceText; readonly host: Host }> {
  const path = typeof input === 'string' ? null : input instanceof URL ? fileURLToPath(input) : input.path;
  const host =
    options.host ??
    nodeHost({
      root: path === null ? null : dirname(path),
      allowDirs: options.allowDirs ?? [],
      allowRemote: options.allowRemote ?? [],
    });
  if (typeof input === 'string') return { source: sourceText('<briefing>', input), host };
  if (!(input instanceof URL)) return { source: sourceText(input.path, input.text), host };
  const file = host.resolve(null, input.href);
  return { source: sourceText(file, decode(await host.read(file))), host };
}

/** A file that a briefing shares with others: what it holds, and its text. */
export interface Shared<T> {
  readonly holds: T;
  /** Null: there is none, or it cannot be read. */
  readonly text: SourceText | null;
}

/** The book of facts that the briefing names; null where it names none. */
export async function readFacts(front: FrontMatter | null, source: SourceText, host: Host, sink: Sink): Promise<Shared<FactBook | null>> {
  const reference = front?.factsFile;
  if (!reference) return { holds: null, text: null };
  const text = await textAt(reference, source, host);
  if (typeof text !== 'string') return { holds: parseFacts(text.text, text.file, sink), text };
  sink(diagnostic('error', 'facts/unreadable-file', `the facts "${reference.path}" cannot be read: ${text}`, reference.span));
  return { holds: new Map(), text: null };
}

/** The briefing with the sources of the file that its front matter names. */
export async function withSources(briefing: Briefing, host: Host, sink: Sink): Promise<Shared<Briefing>> {
  const reference = briefing.sourcesFile;
  if (!reference) return { holds: briefing, text: null };
  const text = await textAt(reference, briefing, host);
  if (typeof text !== 'string') {
    const { file } = text;
    const read = isBibliography(file) ? await parseBibliography(text.text, file, sink) : parseSources(text.text, file, sink);
    return { holds: { ...briefing, sources: [...briefing.sources, ...read] }, text };
  }
  sink(diagnostic('error', 'source/unreadable-file', `the sources "${reference.path}" cannot be read: ${text}`, reference.span));
  return { holds: briefing, text: null };
}

/** The text of a file, or why it cannot be read. */
async function textAt({ path }: FileReference, from: { readonly file: string }, host: Host): Promise<SourceText | string> {
  const file = host.resolve(fromFile(from), path);
  const bytes = await readOrFail(() => host.read(file));
  return typeof bytes === 'string' ? bytes : sourceText(file, decode(bytes));
}

/** The files in which figures are looked up, by the ids of their sources. */
export async function sourceFiles({ sources }: Briefing, host: Host, sink: Sink): Promise<ReadonlyMap<string, SourceFile>> {
  const files = new Map<string, SourceFile>();
  for (const { id, path, pathSpan, span } of sources) {
    if (path === '') continue;
    const bytes = await readOrFail(() => host.read(host.resolve(fromFile(span), path)));
    const file = typeof bytes === 'string' ? null : sourceFile(path, bytes);
    if (file) files.set(id, file);
    else {
      const why = typeof bytes === 'string' ? bytes : 'it is no text';
      sink(diagnostic('warning', 'source/no-file', `figures cannot be looked up in "${path}": ${why}`, pathSpan));
    }
  }
  return files;
}
