/** Stage 1: Markdown → Briefing. The only folder that knows marked. */
import type { Briefing, Meta } from '../briefing/briefing.js';
import type { ChartKind } from '../briefing/chart.js';
import { expandedData, type Names } from '../briefing/expression.js';
import type { BlockKind } from '../briefing/kind.js';
import { readFrontMatter } from '../briefing/meta.js';
import type { Node } from '../briefing/node.js';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { type SourceText, spanAt } from '../core/source.js';
import { closest } from '../core/suggest.js';
import { offerTo } from './blocks.js';
import { readDocument } from './document.js';
import { flavourOf } from './flavour.js';
import { yamlOf } from './front.js';
import { type FrontMatterText, splitFrontMatter } from './front-matter.js';
import { inlinesAt } from './inlines.js';
import { withNotes } from './notes-file.js';
import { type Readers, type Reading, report, startReading } from './reading.js';
import { outline } from './slides.js';

export { parseFacts } from '../briefing/fact.js';
export { parseSources } from '../briefing/sources.js';
export { frontMatterOf } from './front.js';
export { includesOf } from './includes.js';

/** How a briefing is read. */
export interface ParseOptions {
  readonly sink: Sink;
  /** The kinds of block of this build, the first that takes a node wins. */
  readonly blocks: readonly BlockKind[];
  readonly charts: readonly ChartKind[];
  /** What `{{…}}` prints; default: it is text. */
  readonly names?: Names | null;
  /** The readers that are chosen; default: those of the front matter's `audience` where they are declared, else all. */
  readonly audience?: string | null;
  /** A file of speaker notes; default: none. */
  readonly notes?: SourceText | null;
}

/** Reads a briefing. Pure: files that it names are read later. Whatever the text, it never throws; what is wrong is told to the sink. */
export function parseBriefing(source: SourceText, options: ParseOptions): Briefing {
  const { sink } = options;
  const { frontMatter, body } = splitFrontMatter(source);
  const names = options.names ?? null;
  const reading = startReading(source, flavourOf(frontMatter?.yaml.text ?? '', body.text), sink, names);
  const yaml = frontMatter && yamlOf(source, frontMatter);
  const start = frontMatter?.span ?? spanAt(source, 0, 0);
  if (frontMatter && frontMatter.missingEnd !== '') reportUnclosed(reading, frontMatter);
  if (names) reading.lang = readFrontMatter(yaml, start, () => {}, { inlines: () => [], data: (text) => text }).meta.lang;
  const front = readFrontMatter(yaml, start, sink, {
    inlines: (text, span) => inlinesAt(reading, text, span),
    data: (text, span) => (names ? expandedData(text, names, (why, code) => sink(diagnostic('error', code, why, span))) : text),
  });
  reading.readers = readersOf(front.meta, options.audience ?? null, start, sink);
  const offers = offerTo(reading, options.blocks, options.charts);
  const { title, sections, titleKey, keyed } = outline(
    reading,
    offers,
    readDocument(reading, body),
    front.meta.title,
    front.slideLevel,
    front.meta.incremental,
  );
  if (sections.length === 0 && title.length === 0) reportEmpty(reading);
  const { sources, sourcesFile } = front;
  const briefing: Briefing = {
    file: source.file,
    meta: { ...front.meta, title },
    sections,
    sources,
    sourcesFile,
    equations: reading.equations,
    titleKey,
    keyed,
    absent: reading.absent,
  };
  return options.notes ? withNotes(briefing, options.notes, reading, (other) => offerTo(other, options.blocks, options.charts)) : briefing;
}

/** The readers that are asked for, or whom the front matter names. One that it does not declare is an error. */
function readersOf({ audience, audiences: declared }: Meta, wanted: string | null, span: Span, sink: Sink): Readers {
  const names = declared.map(({ name }) => name);
  if (wanted === null) {
    const own = names.includes(audience) ? audience : null;
    const message = `no audience is chosen: the deck holds what is for ${names.join(' and what is for ')}`;
    if (own === null && declared[0])
      sink(diagnostic('info', 'audience/all', message, declared[0].span, `choose one: --audience ${names[0]}`));
    return { declared, chosen: own };
  }
  if (!names.includes(wanted)) {
    const near = closest(wanted, names);
    const known = names.length === 0 ? 'the briefing declares none in "audiences"' : `the audiences are ${names.join(', ')}`;
    const message = `no audience is called "${wanted}"`;
    sink(diagnostic('error', 'audience/unknown', message, declared[0]?.span ?? span, near === null ? known : `did you mean "${near}"?`));
  }
  return { declared, chosen: wanted };
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
