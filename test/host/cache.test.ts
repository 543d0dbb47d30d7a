import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { folderCache, userCacheFolder } from '../../lib/host/cache.js';

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'briefdeck-cache-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}
const key = (n: number): string => n.toString(16).padStart(64, '0').split('').reverse().join('');

test('gives what was put, to another run too, and nothing else', async () => {
  const path = join(await folder(), 'not', 'there', 'yet');
  await folderCache(path).put(key(1), new Uint8Array([1, 2, 3]));
  expect([...((await folderCache(path).get(key(1))) ?? [])]).toEqual([1, 2, 3]);
  expect(await folderCache(path).get(key(2))).toBeNull();
  expect(await folderCache(path).get('../../etc/passwd')).toBeNull();
});

test('is bounded: what was used longest ago goes first', async () => {
  const path = await folder();
  const cache = folderCache(path, 1000);
  for (let n = 1; n <= 4; n++) {
    await cache.put(key(n), new Uint8Array(300));
    await utimes(join(path, key(n).slice(0, 2), key(n)), n, n);
  }
  await cache.get(key(1));
  await cache.trim();
  const kept = await Promise.all([1, 2, 3, 4].map(async (n) => (await cache.get(key(n))) !== null));
  expect(kept).toEqual([true, false, false, true]);
});

test('is cleaned of its own files and of no others', async () => {
  const path = await folder();
  await folderCache(path).put(key(1), new Uint8Array(10));
  await writeFile(join(path, 'mine.txt'), 'x');
  expect(await folderCache(path).clean()).toEqual({ files: 1, bytes: 10 });
  expect(await folderCache(path).get(key(1))).toBeNull();
  expect(await readdir(path)).toContain('mine.txt');
});

test('that cannot be written is as good as none', async () => {
  const file = join(await folder(), 'a-file');
  await writeFile(file, '');
  const cache = folderCache(file);
  await cache.put(key(1), new Uint8Array(1));
  expect(await cache.get(key(1))).toBeNull();
  await cache.trim();
  expect(await cache.clean()).toEqual({ files: 0, bytes: 0 });
});

test.runIf(existsSync('/proc/self'))('under a folder that is there and takes nothing ends, and is as good as none', async () => {
  for (const path of ['/proc', '/proc/briefdeck', '/proc/self/a/b/c', '/dev/null/x', '/sys/a/b']) {
    const cache = folderCache(path);
    await cache.put(key(1), new Uint8Array(1));
    expect(await cache.get(key(1)), path).toBeNull();
    await cache.trim();
  }
});

test('is put into by several at once where nothing is yet', async () => {
  const path = join(await folder(), 'a', 'b', 'c');
  const cache = folderCache(path);
  const shelved = (n: number): string => n.toString(16).padStart(64, '0');
  await Promise.all([1, 2, 3, 4].map((n) => cache.put(shelved(n), new Uint8Array([n]))));
  expect(await Promise.all([1, 2, 3, 4].map(async (n) => (await cache.get(shelved(n)))?.[0]))).toEqual([1, 2, 3, 4]);
});

test('lies where the system keeps caches', () => {
  const places = [
    userCacheFolder({ HOME: '/home/a' }, 'linux'),
    userCacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: '/fast' }, 'linux'),
    userCacheFolder({ HOME: '/home/a', XDG_CACHE_HOME: 'relative' }, 'linux'),
    userCacheFolder({ HOME: '/Users/a' }, 'darwin'),
    userCacheFolder({ LOCALAPPDATA: '/local' }, 'win32'),
    userCacheFolder({}, 'linux'),
  ];
  expect(places.map((place) => place?.replaceAll('\\', '/') ?? null)).toEqual([
    '/home/a/.cache/briefdeck/pictures',
    '/fast/briefdeck/pictures',
    '/home/a/.cache/briefdeck/pictures',
    '/Users/a/Library/Caches/briefdeck/pictures',
    '/local/briefdeck/pictures',
    null,
  ]);
});
