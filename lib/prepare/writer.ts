/** What all parts of a draft's text are written with. */
import { basename } from 'node:path/posix';
import type { Draft } from './draft.js';
import { inMarkdown } from './escape.js';
import { type Labels, labelsFor } from './labels.js';
import type { SourceDocument } from './source.js';

export interface Writer {
  readonly draft: Draft;
  readonly labels: Labels;
  /** `article.txt:8`; `report.docx, paragraph 8`. */
  place(source: SourceDocument, line: number): string;
  /** `8`; with several sources `article.txt:8`. */
  shortPlace(source: SourceDocument, line: number): string;
}

/** The writer of a draft. */
export function writerFor(draft: Draft): Writer {
  const labels = labelsFor(draft.lang);
  const names = draft.sources.map(({ file }) => basename(file.replaceAll('\\', '/')));
  const nameOf = (source: SourceDocument): string => {
    const name = basename(source.file.replaceAll('\\', '/'));
    return names.filter((other) => other === name).length > 1 ? source.file : name.replace(/[<>]/g, '');
  };
  const place = (source: SourceDocument, line: number): string =>
    source.unit === 'line' ? `${nameOf(source)}:${line}` : `${nameOf(source)}, paragraph ${line}`;
  return { draft, labels, place, shortPlace: (source, line) => (draft.sources.length === 1 ? String(line) : place(source, line)) };
}

/** A fenced block. */
export const fence = (name: string, lines: readonly string[]): string => ['```'.concat(name), ...lines, '```'].join('\n');

/** Text in a cell of a table. */
export const inCell = (text: string): string => inMarkdown(text);

/** The sources of a table stand in its first heading. */
export const citing = ([first = '', ...others]: readonly string[], sources: readonly SourceDocument[]): readonly string[] => [
  `${first} [${sources.map(({ id }) => `@${id}`).join('; ')}]`.trim(),
  ...others,
];

/** A table of GFM. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
