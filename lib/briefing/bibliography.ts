/** Sources from the files of reference managers: CSL-JSON and BibTeX. */
import { z } from 'zod';
import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { type SourceText, sourceText, spanAt } from '../core/source.js';
import { readYaml } from '../core/yaml.js';
import type { Source } from './briefing.js';

const words = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));
const date = z
  .looseObject({ 'date-parts': z.array(z.array(z.union([z.string(), z.number()]))).optional(), raw: words, literal: words })
  .nullish();
const name = z.looseObject({ given: words, family: words, literal: words });

/** What we read of an entry of CSL-JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html). */
const entry = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  title: words,
  author: z.array(name).nullish(),
  publisher: words,
  'container-title': words,
  issued: date,
  accessed: date,
  URL: words,
  DOI: words,
});
type Entry = z.infer<typeof entry>;

/** Whether a file of sources is a reference manager's. */
export const isBibliography = (path: string): boolean => /\.(?:bib|bibtex|json)$/i.test(path);

/** Reads CSL-JSON or BibTeX. What cannot be read is a warning. */
export async function parseBibliography(text: string, file: string, sink: Sink): Promise<readonly Source[]> {
  const source = sourceText(file, text);
  return /\.json$/i.test(file) ? parseCsl(source, sink) : parseBibtex(source, sink);
}

/** JSON is YAML, which knows the place of everything. */
function parseCsl(source: SourceText, sink: Sink): readonly Source[] {
  const mark = source.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const span = (start: number, end: number): Span => spanAt(source, start + mark, end + mark);
  const read = readYaml({ text: source.text.slice(mark), span }, z.array(entry), { area: 'sources', severity: 'warning', sink });
  return (read?.value ?? []).map((item, index) => sourceOf(item, read?.spanOf([index, 'id']) ?? span(0, 0)));
}

/** The library is loaded only for a briefing that names such a file, and told that it gets BibTeX: it never takes a text for an address to fetch. */
async function parseBibtex(source: SourceText, sink: Sink): Promise<readonly Source[]> {
  const { plugins } = await import('@citation-js/core');
  await import('@citation-js/plugin-bibtex');
  try {
    const found = plugins.input.chain(source.text, { forceType: '@biblatex/text', generateGraph: false });
    return z
      .array(entry)
      .parse(found)
      .map((item) => sourceOf(item, keySpan(item.id, source)));
  } catch (error) {
    const [, message = '', line = '1'] =
      /^(.*?)(?: at line (\d+))?(?: col \d+)?:?(?:\n|$)/.exec(error instanceof Error ? error.message : String(error)) ?? [];
    const start = source.lineStarts[Number(line) - 1] ?? 0;
    sink(diagnostic('warning', 'sources/bibtex', `the bibliography cannot be read: ${message}`, spanAt(source, start, start)));
    return [];
  }
}

/** Where an entry is named: `@article{key,`. */
function keySpan(id: string, source: SourceText): Span {
  const found = [...source.text.matchAll(/@\w+\s*[{(]\s*([^,\s]+)\s*,/g)].find((match) => match[1] === id);
  if (!found) return spanAt(source, 0, 0);
  const start = found.index + found[0].indexOf(id, found[0].search(/[{(]/));
  return spanAt(source, start, start + id.length);
}

function sourceOf({ id, title, author, publisher, issued, accessed, URL: url, DOI: doi, ...rest }: Entry, span: Span): Source {
  return {
    id,
    title: title.replace(/<\/?[a-z]+[^>]*>/gi, ''),
    author: (author ?? []).map((one) => one.literal || [one.given, one.family].filter((part) => part !== '').join(' ')).join(', '),
    publisher: publisher || rest['container-title'],
    date: dayOf(issued),
    accessed: dayOf(accessed),
    url: url || (doi === '' ? '' : `https://doi.org/${doi}`),
    urlSpan: span,
    short: '',
    path: '',
    pathSpan: span,
    span,
  };
}

/** `2025-01-20`, `2025-01` or `2025`. */
function dayOf(given: z.infer<typeof date>): string {
  const [parts] = given?.['date-parts'] ?? [];
  if (!parts) return given?.raw || given?.literal || '';
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}
