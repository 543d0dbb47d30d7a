/** Which other Markdown files a text takes in: `<!-- include: costs.md -->` on a line of its own, and the list in front matter. */
import type { FileReference } from '../briefing/briefing.js';
import { type SourceText, spanAt } from '../core/source.js';
import { frontMatterOf } from './front.js';
import { splitFrontMatter } from './front-matter.js';
import { endOf, linesOf, slice, startOf } from './placed.js';
import { opaqueLines } from './scan.js';

/** A line that takes a file in. */
export interface Include {
  readonly reference: FileReference;
  /** The offsets of the line. */
  readonly start: number;
  readonly end: number;
}

/** What a text takes in. */
export interface Includes {
  /** Where the text below the front matter starts. */
  readonly body: number;
  readonly hasFrontMatter: boolean;
  /** In the order of the text. */
  readonly lines: readonly Include[];
  /** What follows the text. */
  readonly after: readonly FileReference[];
}

/** Other tools take other kinds of file in by the same words. */
const INCLUDE = /^ {0,3}<!--[ \t]*include[ \t]*:[ \t]*(\S.*?\.(?:md|markdown)["']?)[ \t]*-->[ \t]*$/i;

/** The files that a text takes in; code and longer comments name none. */
export function includesOf(source: SourceText): Includes {
  const { frontMatter, body } = splitFrontMatter(source);
  const lines = linesOf(body);
  const takesIn = source.text.includes('include');
  const opaque = takesIn ? opaqueLines(lines) : [];
  const found = lines.flatMap((line, index): readonly Include[] => {
    const path = opaque[index] === false ? INCLUDE.exec(line.text)?.[1] : undefined;
    if (path === undefined) return [];
    const at = line.text.indexOf(path, line.text.indexOf(':'));
    const named = slice(line, at, at + path.length);
    const span = spanAt(source, startOf(named), endOf(named));
    return [{ reference: { path: path.replace(/^(["'])(.*)\1$/, '$2'), use: 'include', span }, start: startOf(line), end: endOf(line) }];
  });
  return {
    body: startOf(body),
    hasFrontMatter: frontMatter !== null,
    lines: found,
    after: (takesIn && frontMatterOf(source)?.include) || [],
  };
}
