/** Stage 1: Markdown → Briefing. The only folder that knows marked. */
import type { Briefing, FileReference } from '../briefing/briefing.js';
import type { ChartKind } from '../briefing/chart.js';
import type { FactBook } from '../briefing/fact.js';
import type { BlockKind } from '../briefing/kind.js';
import { readFrontMatter } from '../briefing/meta.js';
import type { Node } from '../briefing/node.js';
import type { Sink } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { offerTo } from './blocks.js';
import { readDocument } from './document.js';
import { flavourOf } from './flavour.js';
import { type FrontMatterText, splitFrontMatter } from './front-matter.js';
import { inlinesAt } from './inlines.js';
import { type Reading, report, startReading } from './reading.js';
import { outline } from './slides.js';

export { parseFacts } from '../briefing/fact.js';
export { parseSources } from '../briefing/sources.js';

/** How a briefing is read. */
export interface ParseOptions {
  readonly sink: Sink;
  /** The kinds of block of this build, the first that takes a node wins. */
  readonly blocks: readonly BlockKind[];
  readonly charts: readonly ChartKind[];
  /** What `{{…}}` prints; default: it is text. */
  readonly facts?: FactBook | null;
}

/** Reads a briefing. Pure: files that it names are read later. Whatever the text, it never throws; what is wrong is told to the sink. */
export function parseBriefing(source: SourceText, options: ParseOptions): Briefing {
  const { frontMatter, body } = splitFrontMatter(source);
  const reading = startReading(source, flavourOf(frontMatter?.yaml.text ?? '', body.text), options.sink, options.facts ?? null);
  const yaml = frontMatter && {
    text: frontMatter.yaml.text,
    span: (start: number, end: number) => spanAt(source, at(frontMatter.yaml.at, start), at(frontMatter.yaml.at, end)),
  };
  const start = frontMatter?.span ?? spanAt(source, 0, 0);
  if (frontMatter && frontMatter.missingEnd !== '') reportUnclosed(reading, frontMatter);
  if (options.facts)
    reading.lang = readFrontMatter(
      yaml,
      start,
      () => {},
      () => [],
    ).meta.lang;
  const front = readFrontMatter(yaml, start, options.sink, (text, span) => inlinesAt(reading, text, span));
  const offers = offerTo(reading, options.blocks, options.charts);
  const { title, sections } = outline(reading, offers, readDocument(reading, body), front.meta.title, front.slideLevel);
  if (sections.length === 0 && title.length === 0) reportEmpty(reading);
  return {
    file: source.file,
    meta: { ...front.meta, title },
    sections,
    sources: front.sources,
    sourcesFile: front.sourcesFile,
    equations: reading.equations,
  };
}

/** The book of facts that a briefing names: it is read before the briefing, whose text is printed from it. */
export function factsFileOf(source: SourceText): FileReference | null {
  const { frontMatter } = splitFrontMatter(source);
  if (!frontMatter || !/^["']?facts["']?\s*:/m.test(frontMatter.yaml.text)) return null;
  const span = (start: number, end: number) => spanAt(source, at(frontMatter.yaml.at, start), at(frontMatter.yaml.at, end));
  return readFrontMatter(
    { text: frontMatter.yaml.text, span },
    frontMatter.span,
    () => {},
    () => [],
  ).factsFile;
}

/** The blocks of any Markdown text and its front matter as it stands, empty where there is none; for readers that make no slides of it. */
export function readNodes(source: SourceText): { readonly yaml: string; readonly nodes: readonly Node[] } {
  const { frontMatter, body } = splitFrontMatter(source);
  const yaml = frontMatter?.yaml.text ?? '';
  const entries = readDocument(
    startReading(source, flavourOf(yaml, body.text), () => {}, null),
    body,
  );
  return { yaml, nodes: entries.filter((entry) => entry.type !== 'settings' && entry.type !== 'slot') };
}

const at = (places: Uint32Array, index: number): number => places[Math.min(index, places.length - 1)] ?? 0;

const reportUnclosed = (reading: Reading, { span, missingEnd }: FrontMatterText): void =>
  report(
    reading,
    'warning',
    'front-matter/unclosed',
    'the front matter is never closed; it is taken to end where its keys do',
    span,
    `end it with a line "${missingEnd}"`,
  );

const reportEmpty = (reading: Reading): void =>
  report(reading, 'warning', 'markdown/empty', 'the briefing is empty', spanAt(reading.source, 0, 0), 'start with a title: # My title');
