/** From an article, report or web page to the draft of a briefing, without a network. */
import { collect, type Diagnostic, diagnostic, inReadingOrder, type Sink } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { type Draft, draftOf } from './draft.js';
import { englishGrammar, noGrammar } from './grammar.js';
import { type ModelOptions, phrased } from './model.js';
import { type PrepareSource, readSource } from './read/index.js';
import { isPassage, type SourceDocument } from './source.js';
import { languageOf } from './words.js';
import { writeBriefing } from './write.js';

export type { ModelOptions } from './model.js';
export type { PrepareSource } from './read/index.js';

/** How a briefing is prepared. */
export interface PrepareOptions {
  /** The path of a source as the briefing's `file:` names it; default: as it is. Empty: not named. */
  readonly pathOf?: (path: string) => string;
  /** A model that phrases titles and groups points; default: none, and no network. */
  readonly model?: ModelOptions;
}

/** A draft and what is told of it. */
export interface PrepareResult {
  /** The briefing's text, which builds as it is; left out where a source could not be read. */
  readonly briefing?: string;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Drafts a briefing: key sentences on slides, figures, dates, names, quotations and hedged statements, each with the line it came from.
 * A source that cannot be read is an error, and nothing is drafted; the same sources give the same text. Nothing is read from disk, and nothing from a network unless a model is asked.
 */
export async function prepareBriefing(sources: readonly PrepareSource[], options: PrepareOptions = {}): Promise<PrepareResult> {
  checkSources(sources);
  const { sink, diagnostics } = collect();
  const ids = idsFor(sources.map(({ path }) => path));
  const read = await Promise.all(sources.map((source, index) => readSource(source, ids[index] ?? '', sink)));
  const documents = read.filter((document) => document !== null);
  if (documents.length < sources.length) return { diagnostics: inReadingOrder(diagnostics) };
  const draft = await draftFrom(documents, options.model ?? null, sink);
  const pathOf = options.pathOf ?? ((path: string) => path);
  const briefing = writeBriefing(draft, { pathOf: ({ file }) => (file.startsWith('<') ? '' : pathOf(file)) });
  return { briefing, diagnostics: inReadingOrder(diagnostics) };
}

function checkSources(sources: readonly PrepareSource[]): void {
  if (!Array.isArray(sources) || sources.length === 0) throw new TypeError('sources must be a list with one {path, content} at least');
  for (const { path, content } of sources) {
    const sound = typeof path === 'string' && (typeof content === 'string' || content instanceof Uint8Array);
    if (!sound) throw new TypeError('a source is {path, content}, the content a string or bytes');
  }
}

async function draftFrom(documents: readonly SourceDocument[], model: ModelOptions | null, sink: Sink): Promise<Draft> {
  const lang = langOf(documents, sink);
  const grammar = lang.startsWith('en') ? await englishGrammar() : noGrammar;
  const draft = draftOf(documents, { lang, grammar });
  reportLeft(draft, sink);
  return model ? phrased(draft, model, grammar, sink) : draft;
}

/** Names the first of the passages that have no slide; the draft's last comments name all of them. */
function reportLeft({ left, slides }: Draft, sink: Sink): void {
  for (const { source, sentences, heading } of left.slice(0, MOST_NAMED)) {
    const message = `${heading === '' ? 'a passage' : `"${heading}"`} has no slide: ${slides.length} are the most`;
    sink(diagnostic('info', 'prepare/left-out', message, lineSpan(source, sentences[0]?.line ?? 1)));
  }
  const more = left[MOST_NAMED];
  if (!more) return;
  const message = `${left.length - MOST_NAMED} more passages have no slide; the draft names them at its end`;
  sink(diagnostic('info', 'prepare/left-out', message, lineSpan(more.source, more.sentences[0]?.line ?? 1)));
}

const MOST_NAMED = 8;

const lineSpan = ({ file }: SourceDocument, line: number) => {
  const position = { line, column: 1, offset: 0 };
  return { file, start: position, end: position };
};

/** What the sources say of themselves, else what their words look like. */
function langOf(documents: readonly SourceDocument[], sink: Sink): string {
  const [first] = documents;
  const said = documents.find(({ lang }) => lang !== '')?.lang ?? '';
  const text = documents.flatMap(({ passages }) => passages.filter(isPassage).map((passage) => passage.text)).join(' ');
  const seen = languageOf(text);
  const lang = canonical(said) ?? seen ?? 'en';
  if (!/^(?:en|zh)\b/.test(lang) || seen === null) {
    const message = 'the language is neither English nor Chinese: hedges and names are found by looks only';
    sink(diagnostic('warning', 'prepare/language', message, spanAt(sourceText(first?.file ?? '', ''), 0, 0)));
  }
  return lang === 'zh' ? 'zh-CN' : lang;
}

function canonical(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

/** A short id for each source: its name in lower case, numbered where names meet. */
function idsFor(paths: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return paths.map((path) => {
    const name = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.[^.]+$/, '').replace(/[<>]/g, '');
    const base =
      name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 30) || 'source';
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}-${n}`;
    taken.add(id);
    return id;
  });
}
