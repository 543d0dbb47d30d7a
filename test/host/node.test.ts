import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import posix from 'node:path/posix';
import win32 from 'node:path/win32';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isInside, nodeHost, writtenIn } from '../../lib/host/node.js';

let base = '';
const text = async (bytes: Promise<Uint8Array>): Promise<string> => new TextDecoder().decode(await bytes);
const inRoot = () => nodeHost({ root: 'root', allowDirs: ['shared'], templates: join(base, 'templates'), cwd: base });

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'briefdeck-host-'));
  const folders = ['root/data', 'root-2', 'shared', 'private', 'templates/plain', 'templates/empty'];
  await Promise.all(folders.map((dir) => mkdir(join(base, dir), { recursive: true })));
  const files = ['root/data/a.csv', 'root-2/b.csv', 'shared/s.csv', 'private/secret.csv', 'templates/plain/template.yaml'];
  await Promise.all(files.map((file) => writeFile(join(base, file), file)));
  await symlink(join(base, 'private'), join(base, 'root/out'));
  await symlink(join(base, 'root/data/a.csv'), join(base, 'root/link.csv'));
  await symlink(join(base, 'root'), join(base, 'alias'));
});

afterAll(() => rm(base, { recursive: true, force: true }));

describe('reading', () => {
  test('a file of the folder, by relative and absolute path, file URL and a link that stays inside', async () => {
    const host = inRoot();
    const ways = ['data/a.csv', 'data\\a.csv', './data/../data/a.csv', join(base, 'root/data/a.csv'), 'link.csv'];
    for (const way of [...ways, pathToFileURL(join(base, 'root/data/a.csv')).href])
      expect(await text(host.read(host.resolve('root/briefing.md', way)))).toBe('root/data/a.csv');
  });

  test('a file of an allowed folder and of a built-in template', async () => {
    const host = inRoot();
    expect(await text(host.read(host.resolve('root/briefing.md', '../shared/s.csv')))).toBe('shared/s.csv');
    expect(await text(host.read(host.builtin('plain', 'template.yaml')))).toBe('templates/plain/template.yaml');
    expect(await host.builtins()).toEqual(['plain']);
  });

  test('through a folder that is itself a link', async () => {
    const host = nodeHost({ root: 'alias', allowDirs: [], cwd: base });
    expect(await text(host.read('alias/data/a.csv'))).toBe('root/data/a.csv');
    expect(await text(host.read('root/data/a.csv'))).toBe('root/data/a.csv');
  });

  test.each([
    ['a parent', '../private/secret.csv'],
    ['a neighbour whose name starts alike', '../root-2/b.csv'],
    ['a link that leads out', 'out/secret.csv'],
    ['a missing file outside', '../private/none.csv'],
    ['an absolute path', '/etc/hostname'],
    ['a path of Windows', 'C:\\Windows\\win.ini'],
    ['a share of Windows', '\\\\server\\share\\a.csv'],
    ['an address', 'https://example.org/a.csv'],
    ['a file URL', 'file:///etc/hostname'],
    ['a file URL of another machine', 'file://server/share/a.csv'],
  ])('%s is forbidden', async (_what, target) => {
    const host = inRoot();
    const path = host.resolve('root/briefing.md', target);
    await expect(host.read(path)).rejects.toMatchObject({ name: 'HostError', failure: 'forbidden', path });
  });

  test('what cannot be read says why, with the cause', async () => {
    const host = inRoot();
    await expect(host.read('root/none.csv')).rejects.toMatchObject({ failure: 'not-found', cause: { code: 'ENOENT' } });
    await expect(host.read('root/data')).rejects.toMatchObject({ failure: 'failed', message: 'it is not a file' });
    await expect(host.read('root/a\0.csv')).rejects.toMatchObject({ failure: 'failed' });
  });

  test('without a folder nothing but what is allowed', async () => {
    const host = nodeHost({ root: null, allowDirs: [join(base, 'shared')], cwd: base });
    expect(await text(host.read('shared/s.csv'))).toBe('shared/s.csv');
    await expect(host.read('root/data/a.csv')).rejects.toMatchObject({ failure: 'forbidden' });
  });
});

describe('paths as written', () => {
  test.each([
    ['docs/a/briefing.md', 'data/x.csv', 'docs/a/data/x.csv', 'docs\\a\\data\\x.csv'],
    ['docs/a/briefing.md', '..\\x.csv', 'docs/x.csv', 'docs\\x.csv'],
    ['<stdin>', './x.csv', 'x.csv', 'x.csv'],
    [null, 'brand/', 'brand/', 'brand\\'],
    ['docs/briefing.md', 'https://example.org/x.png', 'https://example.org/x.png', 'https://example.org/x.png'],
    ['docs/briefing.md', 'file:///C:/x.csv', '/C:/x.csv', 'C:\\x.csv'],
    ['docs/briefing.md', 'D:\\x.csv', 'D:\\x.csv', 'D:\\x.csv'],
  ])('in %s: %s', (from, target, onPosix, onWindows) => {
    expect(writtenIn(from, target, posix)).toBe(onPosix);
    expect(writtenIn(from, target, win32)).toBe(onWindows);
  });

  test('a path is inside a folder exactly where it starts with it', () => {
    const name = fc.constantFrom('a', 'b', 'ab', '..a', '.');
    const way = fc.array(name, { maxLength: 4 });
    fc.assert(
      fc.property(way, way, (dir, path) => {
        const [from, to] = [posix.join('/', ...dir), posix.join('/', ...path)];
        const expected = from === '/' || to === from || to.startsWith(`${from}/`);
        return isInside(from.replace(/(.)\/$/, '$1'), to, posix) === expected;
      }),
    );
    expect(isInside('C:\\a', 'D:\\a\\b', win32)).toBe(false);
    expect(isInside('C:\\a', 'c:\\A\\b', win32)).toBe(true);
  });
});
