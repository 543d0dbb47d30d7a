/** From the words on the command line to files: names, globs, folders, standard input. */
import type { Stats } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { HostError } from '../core/host.js';
import { hostError } from '../host/node.js';

/** A file to work on; its path as the user named it, or below a folder that the user named. */
export type Input =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'stdin'; readonly path: '<stdin>' }
  | { readonly kind: 'missing'; readonly path: string; readonly error: HostError };

/** Which files a folder stands for: those of the first pattern that finds any. */
export interface FolderRule {
  readonly patterns: readonly string[];
  readonly except: readonly string[];
  /** What they are called: `briefing`. */
  readonly noun: string;
}

export const BRIEFINGS: FolderRule = { patterns: ['**/briefing*.md', '**/*.md'], except: ['**/README.md'], noun: 'briefing' };
export const DECKS: FolderRule = { patterns: ['**/*.pptx'], except: ['**/~$*'], noun: 'deck' };

/** The files that the words stand for, each once, in the order of the words; the files of a glob or folder by name. */
export async function findInputs(words: readonly string[], rule: FolderRule, cwd: string): Promise<readonly Input[]> {
  const inputs = (await Promise.all(words.map((word) => findWord(word, rule, cwd)))).flat();
  const places = await Promise.all(inputs.map(({ path }) => realpath(resolve(cwd, path)).catch(() => path)));
  return inputs.filter((_, i) => places.indexOf(places[i] ?? '') === i);
}

async function findWord(word: string, rule: FolderRule, cwd: string): Promise<readonly Input[]> {
  if (word === '-') return [{ kind: 'stdin', path: '<stdin>' }];
  const status = await statusOf(word, cwd);
  if (status instanceof HostError) return isDynamicPattern(word) ? matching(word, cwd) : [missing(word, status)];
  return status.isDirectory() ? inFolder(word, rule, cwd) : [{ kind: 'file', path: word }];
}

const statusOf = (path: string, cwd: string): Promise<Stats | HostError> =>
  stat(resolve(cwd, path)).catch((error: unknown) => hostError(path, error));

async function matching(pattern: string, cwd: string): Promise<readonly Input[]> {
  const paths = await search(pattern.replaceAll('\\', '/'), [], cwd, isAbsolute(pattern));
  return paths.length > 0 ? paths.map(file) : [missing(pattern, new HostError('not-found', pattern, 'matches no file'))];
}

async function inFolder(folder: string, rule: FolderRule, cwd: string): Promise<readonly Input[]> {
  for (const pattern of rule.patterns) {
    const paths = await search(pattern, rule.except, resolve(cwd, folder), false);
    if (paths.length > 0) return paths.map((path) => file(join(folder, path)));
  }
  return [missing(folder, new HostError('not-found', folder, `holds no ${rule.noun}`))];
}

async function search(pattern: string, except: readonly string[], cwd: string, absolute: boolean): Promise<readonly string[]> {
  const ignore = ['**/node_modules/**', ...except];
  const paths = await glob(pattern, { cwd, ignore, absolute, caseSensitiveMatch: false, expandDirectories: false });
  return paths.sort(byFolder);
}

/** By path, a folder's own files before those of its folders. */
function byFolder(a: string, b: string): number {
  const [left, right] = [folderOf(a), folderOf(b)];
  if (left === right) return compare(basename(a), basename(b));
  return compare(left, right);
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const file = (path: string): Input => ({ kind: 'file', path });
const missing = (path: string, error: HostError): Input => ({ kind: 'missing', path, error });
