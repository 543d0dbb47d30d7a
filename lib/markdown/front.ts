/** What front matter says that must be known before the text is read. */
import { type FrontMatter, readFrontMatter } from '../briefing/meta.js';
import { type SourceText, spanAt } from '../core/source.js';
import type { YamlText } from '../core/yaml.js';
import { type FrontMatterText, splitFrontMatter } from './front-matter.js';
import type { Placed } from './placed.js';

const EARLY = /^["']?(?:facts|vars|audiences|include)["']?\s*:/m;

/** Front matter that names facts, variables, audiences or other files, read without a word; null where it names none of them. */
export function frontMatterOf(source: SourceText): FrontMatter | null {
  const { frontMatter } = splitFrontMatter(source);
  if (!frontMatter || !EARLY.test(frontMatter.yaml.text)) return null;
  return readFrontMatter(yamlOf(source, frontMatter), frontMatter.span, () => {}, { inlines: () => [], data: (text) => text });
}

/** Front matter as the reader of YAML takes it. */
export const yamlOf = (source: SourceText, { yaml }: FrontMatterText): YamlText => ({
  text: yaml.text,
  span: (start, end) => spanAt(source, at(yaml, start), at(yaml, end)),
});

const at = ({ at: places }: Placed, index: number): number => places[Math.min(index, places.length - 1)] ?? 0;
