/** Node's file system as the library's host: reads inside the folders that it was given, and nowhere else. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import posix from 'node:path/posix';
import win32 from 'node:path/win32';
import { fileURLToPath } from 'node:url';
import { type Host, HostError } from '../core/host.js';
import { fetchRemote, type RemoteOptions } from './remote.js';

/** What a build may read, and from where relative paths count. */
export interface NodeHostOptions {
  /** The briefing's folder; null: only `allowDirs`. */
  readonly root: string | null;
  /** Further folders that may be read. */
  readonly allowDirs: readonly string[];
  /** Hosts that pictures may be fetched from; default: none. */
  readonly allowRemote?: readonly string[];
  /** How they are fetched, where that is not the usual way; default: the usual way. */
  readonly remote?: Omit<RemoteOptions, 'hosts'>;
  /** The folder of the built-in templates; default: the package's own `templates/`. */
  readonly templates?: string;
  /** Where relative paths start; default: the process's working folder. */
  readonly cwd?: string;
}

type Paths = typeof posix;

const here: Paths = process.platform === 'win32' ? win32 : posix;
const OWN_TEMPLATES = fileURLToPath(new URL('../../templates/', import.meta.url));
/** A scheme has two letters at least, so that a drive is none (RFC 3986, 3.1). */
const SCHEME = /^[a-z][a-z0-9+.-]+:/i;
const WINDOWS_ABSOLUTE = /^(?:[a-z]:[\\/]|\\\\)/i;

/** Files of a briefing's folder, of `allowDirs` and of the built-in templates; symbolic links are followed only as long as they stay inside. */
export function nodeHost(options: NodeHostOptions): Host {
  const cwd = options.cwd ?? process.cwd();
  const templates = options.templates ?? OWN_TEMPLATES;
  const hosts = options.allowRemote ?? [];
  const roots = [...(options.root === null ? [] : [options.root]), ...options.allowDirs, templates].map((dir) => here.resolve(cwd, dir));
  return {
    read: (path, most = Number.POSITIVE_INFINITY) => readInside(path, cwd, roots, most),
    resolve: (from, target) => writtenIn(from, target, here),
    fetch: (address, most) => fetchRemote(address, most, { ...options.remote, hosts }),
    builtin: (template, file) => here.join(templates, template, file),
    builtins: () => foldersWith(templates, 'template.yaml'),
  };
}

/**
 * The path of `target` as it is written in the file `from`, relative as long as both are.
 * Understands file URLs; off Windows a backslash counts as a slash, so that a briefing written there builds here. Other URLs stay as they are.
 */
export function writtenIn(from: string | null, target: string, paths: Paths): string {
  const path = asPath(target, paths);
  if (SCHEME.test(path) || paths.isAbsolute(path) || WINDOWS_ABSOLUTE.test(path)) return path;
  return from === null ? paths.normalize(path) : paths.join(paths.dirname(from), path);
}

function asPath(target: string, paths: Paths): string {
  if (/^file:/i.test(target)) {
    try {
      return fileURLToPath(target, { windows: paths === win32 });
    } catch {
      return target;
    }
  }
  const foreign = paths === win32 || SCHEME.test(target) || WINDOWS_ABSOLUTE.test(target);
  return foreign ? target : target.replaceAll('\\', '/');
}

/** Whether `path` is `dir` or lies below it; both absolute. */
export function isInside(dir: string, path: string, paths: Paths): boolean {
  const way = paths.relative(dir, path);
  return way === '' || !(way === '..' || way.startsWith(`..${paths.sep}`) || paths.isAbsolute(way));
}

/** Asks for the place twice: as written, so that a forbidden path is not even touched, and with every link followed. */
async function readInside(path: string, cwd: string, roots: readonly string[], most: number): Promise<Uint8Array> {
  if (SCHEME.test(path)) throw new HostError('forbidden', path, 'it is not a file');
  if (here !== win32 && WINDOWS_ABSOLUTE.test(path)) throw outside(path);
  const wanted = here.resolve(cwd, path);
  const homes = (await Promise.all(roots.map(realOrNothing))).flat();
  if (![...roots, ...homes].some((root) => isInside(root, wanted, here))) throw outside(path);
  try {
    const real = await realpath(wanted);
    if (!homes.some((root) => isInside(root, real, here))) throw outside(path);
    const status = await stat(real);
    if (!status.isFile()) throw new HostError('failed', path, 'it is not a file');
    if (status.size > most) throw tooLarge(path, most);
    return await readFile(real);
  } catch (error) {
    throw error instanceof HostError ? error : hostError(path, error);
  }
}

/** The failure of a file of more than `most` bytes. */
export const tooLarge = (path: string, most: number): HostError =>
  new HostError('failed', path, `the file is larger than ${Math.floor(most / 1024 / 1024)} MB`);

const outside = (path: string): HostError => new HostError('forbidden', path, "it lies outside the briefing's folder");

/** An allowed folder that is not there allows nothing. */
const realOrNothing = (dir: string): Promise<readonly string[]> =>
  realpath(dir).then(
    (real) => [real],
    () => [],
  );

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a folder of its path is a file',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is in the way',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EBUSY: 'it is in use by another program',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'no space left on the disk',
  EROFS: 'the disk is read-only',
  ENAMETOOLONG: 'its name is too long',
  ELOOP: 'its symbolic links go in a circle',
  EMFILE: 'too many files are open',
};

/** A failure of Node's file system as a HostError: a short reason, the error itself as its cause. */
export function hostError(path: string, error: unknown): HostError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason = REASONS[code] ?? (error instanceof Error ? error.message : String(error));
  const failure = code === 'ENOENT' ? 'not-found' : code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'failed';
  return new HostError(failure, path, reason, error);
}

/** The names of the folders in `dir` that hold `file`, sorted; none where there is no `dir`. */
async function foldersWith(dir: string, file: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const found = await Promise.all(
    entries.map(async ({ name }) => {
      const status = await stat(here.join(dir, name, file)).catch(() => null);
      return status?.isFile() ? [name] : [];
    }),
  );
  return found.flat().sort();
}
