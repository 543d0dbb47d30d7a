/** Where decks go: beside the briefing, into one file, or under a folder with names that do not meet. Pure: paths in, paths out. */
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from './io.js';

/** What `-o` stands for. */
export type Target =
  | { readonly kind: 'beside' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string };

/** Reads `-o`; `isFolder` tells whether a folder of that name is there already. */
export function readTarget(output: string | null, isFolder: boolean): Target {
  if (output === null) return { kind: 'beside' };
  if (isFolder || /[\\/]$/.test(output)) return { kind: 'folder', path: output };
  if (/\.pptx$/i.test(output)) return { kind: 'file', path: output };
  if (extname(output) === '') return { kind: 'folder', path: output };
  throw new UsageError(`-o ${output} is neither FILE.pptx nor a folder`, 'end a folder with /');
}

/** The deck's path for each briefing, in order; under the name of its audience too, unless the user names the file. Throws a UsageError where two decks would be one file. */
export function outputPaths(briefings: readonly string[], target: Target, cwd: string, audience: string | null = null): readonly string[] {
  if (target.kind === 'file' && briefings.length > 1)
    throw new UsageError(`-o ${target.path} is one file, for ${briefings.length} briefings`, 'name a folder: -o DIR/');
  const own =
    target.kind === 'file' ? [target.path] : target.kind === 'beside' ? briefings.map(beside) : under(target.path, briefings, cwd);
  const paths = audience === null || target.kind === 'file' ? own : own.map((path) => withMark(path, audience));
  forbidMeeting(briefings, paths, cwd);
  return paths;
}

/** `rise.pptx` → `rise.exec.pptx`: what a deck is named besides its briefing. */
export const withMark = (path: string, mark: string): string =>
  `${path.slice(0, path.length - extname(path).length)}.${mark.replace(/[^\p{L}\p{N}_-]+/gu, '-')}${extname(path)}`;

const beside = (briefing: string): string => join(dirname(briefing), `${stem(briefing)}.pptx`);

function under(folder: string, briefings: readonly string[], cwd: string): readonly string[] {
  const absolute = briefings.map((briefing) => resolve(cwd, briefing));
  const decks = keepPaths(absolute.map(deckPath), absolute.map(withoutExtension));
  return decks.map((deck) => join(folder, `${deck}.pptx`));
}

/** The base names; where some meet, the path from their common folder; where even these meet, the briefing's own path. */
function keepPaths(decks: readonly string[], briefings: readonly string[]): readonly string[] {
  const short = namesWithin(decks, (deck) => basename(deck).toLowerCase());
  const group = (name: string): number => short.filter((other) => other.toLowerCase() === name.toLowerCase()).length;
  const folder = commonFolder(briefings);
  return short.map((name, i) => (group(name) === 1 ? name : relative(folder, briefings[i] ?? '')));
}

function namesWithin(decks: readonly string[], key: (deck: string) => string): readonly string[] {
  return decks.map((deck) => {
    const meeting = decks.filter((other) => key(other) === key(deck));
    return meeting.length === 1 ? basename(deck) : relative(commonFolder(meeting), deck);
  });
}

/** `…/rise/briefing.zh-CN.md` → `…/rise.zh-CN`: a briefing that is named `briefing` stands for its folder. */
function deckPath(briefing: string): string {
  const folder = dirname(briefing);
  const rest = /^briefing((?:\..+)?)$/.exec(stem(briefing))?.[1];
  return rest === undefined || basename(folder) === '' ? withoutExtension(briefing) : `${folder}${rest}`;
}

function commonFolder(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => dirname(path).split(sep));
  const length = others.reduce((common, other) => commonLength(first.slice(0, common), other), first.length);
  return first.slice(0, length).join(sep) || sep;
}

function commonLength(a: readonly string[], b: readonly string[]): number {
  const differs = a.findIndex((part, i) => part !== b[i]);
  return differs === -1 ? a.length : differs;
}

const stem = (path: string): string => basename(path, extname(path));
const withoutExtension = (path: string): string => join(dirname(path), stem(path));

/** Some file systems take `A.pptx` and `a.pptx` for one file; a deck never overwrites its briefing. */
function forbidMeeting(briefings: readonly string[], paths: readonly string[], cwd: string): void {
  const place = (path: string): string => resolve(cwd, path).toLowerCase();
  const places = paths.map(place);
  places.forEach((path, i) => {
    const first = places.indexOf(path);
    if (first !== i)
      throw new UsageError(`${briefings[first]} and ${briefings[i]} would both become ${paths[i]}`, 'give them different names');
    if (briefings.some((briefing) => place(briefing) === path)) throw new UsageError(`${paths[i]} is a briefing and would be overwritten`);
  });
}
