/** Front matter and lines of other tools, as far as a deck can use them or must leave them out. */
import { join, type Placed, slice } from './placed.js';

/** Front matter that is not YAML, rewritten as YAML, and how many lines it takes. */
export interface ForeignFrontMatter {
  readonly yaml: Placed;
  /** The number of its lines, fences included. */
  readonly lines: number;
  /** The line that should end it, where none does; else empty. */
  readonly missingEnd: string;
}

/** Hugo's TOML between `+++`, JSON at the very start, pandoc's title block; null where the file starts with none. */
export const foreignFrontMatter = (lines: readonly Placed[]): ForeignFrontMatter | null =>
  tomlBlock(lines) ?? jsonBlock(lines) ?? titleBlock(lines);

/** A text that stands for `from`: each of its characters at the start of that. */
const instead = (text: string, from: Placed): Placed => ({ text, at: new Uint32Array(text.length + 1).fill(from.at[0] ?? 0) });

const FENCE = /^\+\+\+[ \t]*$/;
const TOML_PAIR = /^([A-Za-z_][\w-]*)[ \t]*=[ \t]*(\S.*)$/;

/** Pairs of one line at the top level; tables and values of several lines mean nothing to a deck. */
function tomlBlock(lines: readonly Placed[]): ForeignFrontMatter | null {
  const [fence] = lines;
  if (!fence || !FENCE.test(fence.text)) return null;
  const fences = lines.findIndex((line, index) => index > 0 && FENCE.test(line.text));
  const end = fences === -1 ? lines.findIndex((line, index) => index > 0 && !TOML_PAIR.test(line.text)) : fences;
  if (fences === -1 && end < 2) return null;
  const inside = lines.slice(1, end);
  const table = inside.findIndex((line) => /^\s*\[/.test(line.text));
  const pairs = inside.slice(0, table === -1 ? inside.length : table).flatMap((line): readonly Placed[] => {
    const [, key = '', value = ''] = TOML_PAIR.exec(line.text) ?? [];
    const whole = /^(?:"[^"]*"|'[^']*'|\[.*\]|[\w.:+-]+)$/.test(value.trim());
    return key !== '' && whole ? [join([instead(`${key}: `, line), slice(line, line.text.length - value.length)], '')] : [];
  });
  const yaml = pairs.length > 0 ? join(pairs) : instead('', fence);
  return fences === -1 ? { yaml, lines: end, missingEnd: '+++' } : { yaml, lines: end + 1, missingEnd: '' };
}

/** More lines than a JSON head has. */
const MOST_LINES = 60;

/** YAML takes JSON as it is. */
function jsonBlock(lines: readonly Placed[]): ForeignFrontMatter | null {
  if (!/^\{\s*(?:"|$)/.test(lines[0]?.text ?? '')) return null;
  for (let count = 1; count <= Math.min(lines.length, MOST_LINES); count++) {
    const text = join(lines.slice(0, count));
    if (/\}\s*$/.test(text.text) && isJsonObject(text.text)) return { yaml: text, lines: count, missingEnd: '' };
  }
  return null;
}

function isJsonObject(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** `% title`, `% authors; by semicolon`, `% date` (https://pandoc.org/MANUAL.html#extension-pandoc_title_block). */
function titleBlock(lines: readonly Placed[]): ForeignFrontMatter | null {
  const found = lines.slice(0, 3).map((line) => /^%[ \t]*(.*)$/.exec(line.text)?.[1] ?? null);
  const count = found.indexOf(null) === -1 ? found.length : found.indexOf(null);
  if (count === 0 || (lines[count]?.text ?? '').trim() !== '' || (found[0] ?? '').trim() === '') return null;
  const keys = ['title', 'authors', 'date'];
  const pairs = lines.slice(0, count).map((line, index) => {
    const words = (found[index] ?? '').trim();
    const value = index === 1 ? JSON.stringify(words.split(/\s*;\s*/)) : JSON.stringify(words);
    return instead(words === '' ? '' : `${keys[index]}: ${value}`, line);
  });
  return { yaml: join(pairs), lines: count, missingEnd: '' };
}

/** Lines that speak to kramdown, Jekyll or Hugo and to nobody else; abbreviations (`*[HTML]: …`) are the tips of a pointer. */
const FOREIGN_LINE = /^ {0,3}(?:\{:[^}]*\}|\{%-?.*-?%\}|\{\{[<%].*[%>]\}\}|\*\[[^\]]+\]:(?:[ \t].*)?)[ \t]*$/;
/** Where other tools put a table of contents: Python-Markdown, markdown-it, GitLab, VuePress, Pelican, MultiMarkdown, LaTeX. */
const CONTENTS = /^ {0,3}(?:\[\[?_?TOC_?\]?\]|@\[toc\](?:\(.*\))?|\$\{toc\}|\{\{ *toc *\}\}|\\tableofcontents(?:\{\})?)[ \t]*$/i;
/** kramdown makes the contents of the list above `{:toc}`, whatever its one item says. */
const CONTENTS_ITEM = /^ {0,3}(?:[-*+]|\d+[.)])[ \t]+\S/;
const CONTENTS_MARK = /^ {0,3}\{:\s*toc\b[^}]*\}[ \t]*$/;

/** How many lines from here on are a directive of another tool, and nothing that a reader would see. */
export function foreignLines(text: string, next: string): number {
  if (CONTENTS_ITEM.test(text) && CONTENTS_MARK.test(next)) return 2;
  return FOREIGN_LINE.test(text) || CONTENTS.test(text) ? 1 : 0;
}

/** Jekyll's `{% highlight ruby %}` and `{% endhighlight %}` as fences; null for any other line. */
export function highlightFence(line: Placed): Placed | null {
  const [, language] = /^ {0,3}\{%-?\s*highlight\s+([\w+#-]+)[^%]*%\}[ \t]*$/.exec(line.text) ?? [];
  if (language !== undefined) return instead(`\`\`\`${language}`, line);
  return /^ {0,3}\{%-?\s*endhighlight\s*-?%\}[ \t]*$/.test(line.text) ? instead('```', line) : null;
}
