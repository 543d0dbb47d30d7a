/** A folder as the library's cache: bounded, and never a reason to fail. */
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Cache } from '../core/cache.js';
import { makeFolder } from './folder.js';

/** A cache in a folder. */
export interface FolderCache extends Cache {
  /** Removes what was not used for longest until the folder holds no more than it may; does nothing where nothing was put. */
  trim(): Promise<void>;
  /** Removes all. */
  clean(): Promise<{ readonly files: number; readonly bytes: number }>;
}

/** What a cache holds at most, in bytes. */
const MOST_BYTES = 512 * 1024 * 1024;
/** What is left of it after a trim, so that not every run has to. */
const LEFT = 0.8;

/** Keys are names of files. */
const KEY = /^[\da-f]{16,128}$/;

/** The cache in a folder, which need not be there yet. */
export function folderCache(folder: string, most = MOST_BYTES): FolderCache {
  const pathOf = (key: string): string => join(folder, key.slice(0, 2), key);
  let puts = 0;
  return {
    async get(key) {
      if (!KEY.test(key)) return null;
      const bytes = await readFile(pathOf(key)).catch(() => null);
      // The time of a file is that of its last use.
      if (bytes) await touch(pathOf(key));
      return bytes;
    },
    async put(key, bytes) {
      if (!KEY.test(key)) return;
      const path = pathOf(key);
      const draft = `${path}.${process.pid}-${puts++}`;
      try {
        await makeFolder(dirname(path), 0o700);
        await writeFile(draft, bytes, { mode: 0o600 });
        await rename(draft, path);
      } catch {
        await rm(draft, { force: true }).catch(() => undefined);
      }
    },
    async trim() {
      if (puts === 0) return;
      const entries = await entriesIn(folder);
      const total = entries.reduce((sum, { size }) => sum + size, 0);
      if (total <= most) return;
      let left = total;
      for (const { path, size } of [...entries].sort((a, b) => a.used - b.used)) {
        if (left <= most * LEFT) return;
        left -= size;
        await rm(path, { force: true }).catch(() => undefined);
      }
    },
    async clean() {
      const entries = await entriesIn(folder);
      for (const { path } of entries) await rm(path, { force: true });
      return { files: entries.length, bytes: entries.reduce((sum, { size }) => sum + size, 0) };
    },
  };
}

async function touch(path: string): Promise<void> {
  const now = new Date();
  await utimes(path, now, now).catch(() => undefined);
}

interface Entry {
  readonly path: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly used: number;
}

/** What we put into the folder, drafts that a crash left behind included; nothing else that may lie there. */
async function entriesIn(folder: string): Promise<readonly Entry[]> {
  const names = async (path: string): Promise<readonly string[]> => readdir(path).catch(() => []);
  const shelves = (await names(folder)).filter((name) => /^[\da-f]{2}$/.test(name)).map((name) => join(folder, name));
  const found = await Promise.all(
    shelves.map(async (shelf) => {
      const own = (await names(shelf)).filter((name) => KEY.test(name.replace(/\.[\d-]+$/, '')));
      return Promise.all(own.map((name) => entryAt(join(shelf, name))));
    }),
  );
  return found.flat().flatMap((entry) => entry ?? []);
}

async function entryAt(path: string): Promise<Entry | null> {
  const status = await stat(path).catch(() => null);
  return status?.isFile() ? { path, size: status.size, used: status.mtimeMs } : null;
}

/** The folder for finished pictures among a user's caches; null where the environment names no home. */
export function userCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform = process.platform,
): string | null {
  const home = env.HOME || env.USERPROFILE;
  const inHome = (...names: readonly string[]): string | null => (home ? join(home, ...names) : null);
  // https://specifications.freedesktop.org/basedir-spec/: a relative path is to be ignored.
  const own = env.XDG_CACHE_HOME?.startsWith('/') ? env.XDG_CACHE_HOME : null;
  const caches =
    platform === 'win32'
      ? env.LOCALAPPDATA || inHome('AppData', 'Local')
      : platform === 'darwin'
        ? inHome('Library', 'Caches')
        : (own ?? inHome('.cache'));
  return caches ? join(caches, 'briefdeck', 'pictures') : null;
}
