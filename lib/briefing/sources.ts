/** Sources: where figures come from, in front matter or in a file of their own. */
import { z } from 'zod';
import type { Sink } from '../core/diagnostic.js';
import { sourceText, spanAt } from '../core/source.js';
import { readYaml, type YamlValue } from '../core/yaml.js';
import type { Source } from './briefing.js';

const text = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

const entry = z.strictObject({
  title: text,
  author: text,
  publisher: text,
  date: text,
  accessed: text,
  url: text,
  short: text,
  file: text,
});

/** `id: {title, author, publisher, date, url, short, file}`; a text alone is the title, or the address where it is one. */
export const sourcesSchema = z.record(
  z.string(),
  z.union([entry, z.string().transform((words) => entry.parse(/^https?:\/\//.test(words) ? { url: words } : { title: words }))]),
);

/** The sources of a value that was read with `sourcesSchema` and stands at `path`. Each has the span of its id. */
export const sourcesOf = (
  entries: z.infer<typeof sourcesSchema>,
  read: Pick<YamlValue<unknown>, 'spanOfKey' | 'spanOf'>,
  path: readonly string[],
): readonly Source[] =>
  Object.entries(entries).map(([id, { file, ...source }]) => ({
    id,
    ...source,
    path: file,
    urlSpan: read.spanOf([...path, id, 'url']),
    pathSpan: read.spanOf([...path, id, 'file']),
    span: read.spanOfKey([...path, id]),
  }));

/** Reads a YAML file of sources. What does not fit is a warning and left out; broken YAML is one too, and gives what could be read. */
export function parseSources(yaml: string, file: string, sink: Sink): readonly Source[] {
  const source = sourceText(file, yaml);
  const mark = yaml.charCodeAt(0) === 0xfeff ? 1 : 0;
  const span = (start: number, end: number) => spanAt(source, start + mark, end + mark);
  const read = readYaml({ text: yaml.slice(mark), span }, sourcesSchema, { area: 'sources', severity: 'warning', sink });
  return read ? sourcesOf(read.value, read, []) : [];
}
