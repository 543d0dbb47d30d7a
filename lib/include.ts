/** A briefing with the files that it takes in: one text, in which every place still knows its file. */

import type { FileReference } from './briefing/briefing.js';
import { diagnostic, type Sink } from './core/diagnostic.js';
import type { Host } from './core/host.js';
import { joinedSource, type SourcePart, type SourceText, sourceText } from './core/source.js';
import { decode, fromFile, readOrFail } from './files.js';
import { includesOf } from './markdown/index.js';

type Stretch = Omit<SourcePart, 'start'>;

/** Files that take each other in twice as often at each step would never end. */
const MOST_FILES = 500;

interface Work {
  readonly host: Host;
  readonly sink: Sink;
  /** How many files were taken in. */
  files: number;
}

/** The text with all that it takes in, read through the host; the text itself where it takes nothing in. */
export async function withIncludes(source: SourceText, host: Host, sink: Sink): Promise<SourceText> {
  const { lines, after } = includesOf(source);
  if (lines.length + after.length === 0) return source;
  return joinedSource(source.file, await stretchesOf(source, [host.resolve(null, source.file)], { host, sink, files: 0 }));
}

/** `way`: the files from the briefing to this one. */
async function stretchesOf(source: SourceText, way: readonly string[], work: Work): Promise<readonly Stretch[]> {
  const { body, hasFrontMatter, lines, after } = includesOf(source);
  const stretches: Stretch[] = [];
  let from = way.length === 1 ? 0 : body;
  if (way.length > 1 && hasFrontMatter) tellFrontMatter(source, work.sink);
  const upTo = (end: number): void => {
    if (end > from) stretches.push({ source, from, length: end - from });
  };
  for (const { reference, start, end } of lines) {
    upTo(start);
    from = end;
    stretches.push(...(await takenIn(reference, source, way, work)));
  }
  upTo(source.text.length);
  for (const reference of way.length === 1 ? after : []) stretches.push(...(await takenIn(reference, source, way, work)));
  return stretches;
}

async function takenIn(reference: FileReference, source: SourceText, way: readonly string[], work: Work): Promise<readonly Stretch[]> {
  const path = work.host.resolve(fromFile(source), reference.path);
  const fail = (code: string, message: string): readonly Stretch[] => {
    work.sink(diagnostic('error', code, message, reference.span));
    return [];
  };
  if (way.includes(path)) {
    const circle = [...way.slice(way.indexOf(path)), path].join(' → ');
    return fail('include/cycle', `"${reference.path}" takes itself in: ${circle}`);
  }
  if (++work.files > MOST_FILES) return fail('include/too-many', `"${reference.path}" is one of more than ${MOST_FILES} files`);
  const bytes = await readOrFail(() => work.host.read(path));
  if (typeof bytes === 'string') return fail('include/unreadable-file', `"${reference.path}" cannot be taken in: ${bytes}`);
  return stretchesOf(sourceText(path, decode(bytes)), [...way, path], work);
}

function tellFrontMatter(source: SourceText, sink: Sink): void {
  const start = { line: 1, column: 1, offset: 0 };
  const message = 'the front matter of a file that is taken in means nothing: that of the briefing holds';
  sink(diagnostic('info', 'include/front-matter', message, { file: source.file, start, end: start }));
}
