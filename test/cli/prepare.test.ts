import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefdeck, folderWith } from './fake-io.js';

const TEXT =
  'The port of Elmstead\n\nThe port handled 4.2 million tons in 2024. That is 12% more than in 2023. The crane costs 9 million dollars.\n';

describe('prepare', () => {
  test('writes a briefing that builds and names its source by the path from there', async () => {
    const cwd = await folderWith({ 'notes/port.txt': TEXT });
    const { code, stdout, stderr } = await briefdeck(['prepare', 'notes/port.txt', '-o', 'deck/briefing.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 briefing prepared\n' });
    expect(stdout).toMatch(/^deck\/briefing\.md {2}\d+ kB/);
    expect(await readFile(join(cwd, 'deck/briefing.md'), 'utf8')).toContain('file: "../notes/port.txt"');
    expect(await briefdeck(['build', 'deck/briefing.md', '--strict'], { cwd })).toMatchObject({ code: 0 });
  });

  test('of standard input to standard output', async () => {
    const cwd = await folderWith({});
    const { code, stdout } = await briefdeck(['prepare', '-'], { cwd, stdin: TEXT });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^---\ntitle: "The port of Elmstead"\n/);
    expect(stdout).not.toContain('file:');
  });

  test('never replaces a file unless told to, and never a source', async () => {
    const cwd = await folderWith({ 'port.txt': TEXT, 'old.md': 'mine\n' });
    expect(await briefdeck(['prepare', 'port.txt', '-o', 'old.md'], { cwd })).toMatchObject({ code: 2 });
    expect(await briefdeck(['prepare', 'old.md', '-o', 'old.md', '--force'], { cwd })).toMatchObject({ code: 2 });
    expect(await readFile(join(cwd, 'old.md'), 'utf8')).toBe('mine\n');
    expect(await briefdeck(['prepare', 'port.txt', '-o', 'old.md', '--force'], { cwd })).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, 'old.md'), 'utf8')).toContain('Elmstead');
  });

  test('tells what it cannot read, and writes nothing', async () => {
    const cwd = await folderWith({ 'port.txt': TEXT, 'empty.txt': '', 'a.pdf': '%PDF-1.7' });
    const run = async (...words: readonly string[]) => briefdeck(['prepare', ...words, '-o', 'out.md'], { cwd });
    expect(await run('port.txt', 'none.txt')).toMatchObject({ code: 3, stderr: expect.stringContaining('none.txt error host/not-found') });
    expect(await run('port.txt', 'empty.txt')).toMatchObject({ code: 1, stderr: expect.stringContaining('prepare/empty') });
    expect(await run('a.pdf')).toMatchObject({ code: 1, stderr: expect.stringContaining('it is a PDF') });
    expect(await readdir(cwd)).toEqual(['a.pdf', 'empty.txt', 'port.txt']);
  });

  test('2: usage', async () => {
    const cwd = await folderWith({ 'port.txt': TEXT });
    for (const [words, message] of [
      [['https://example.org/a.html'], 'is an address'],
      [['port.txt', '-o', 'x.pptx'], 'no Markdown file'],
      [['port.txt', '-o', 'out/'], 'is a folder'],
      [['port.txt', '--format', 'json'], 'standard output'],
      [['port.txt', '--model', 'm'], '--model needs an address'],
      [[], 'prepare needs <source…>'],
    ] as const)
      expect(await briefdeck(['prepare', ...words], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(message) });
    const env = { OPENAI_BASE_URL: 'not an address' };
    expect(await briefdeck(['prepare', 'port.txt', '--model', 'm'], { cwd, env })).toMatchObject({ code: 2 });
  });

  test('a model that cannot be reached is a warning; the draft is there', async () => {
    const cwd = await folderWith({ 'port.txt': TEXT });
    const env = { OPENAI_BASE_URL: 'http://127.0.0.1:9/v1', OPENAI_API_KEY: 'sesame' };
    const { code, stdout, stderr } = await briefdeck(['prepare', 'port.txt', '--model', 'm'], { cwd, env });
    expect({ code, draft: stdout.includes('Elmstead') }).toEqual({ code: 0, draft: true });
    expect(stderr).toContain('prepare/model-failed');
    expect(stdout + stderr).not.toContain('sesame');
  });
});

describe('new', () => {
  test.each([
    [[], 'briefing.md', ['briefing.md']],
    [['talk.md'], 'talk.md', ['talk.md']],
    [['talk'], 'talk/briefing.md', ['talk/briefing.md', 'talk/data/visits.csv']],
  ])('%j: a starter that builds and checks without a word', async (words, briefing, files) => {
    const cwd = await folderWith({});
    const { code, stdout, stderr } = await briefdeck(['new', ...words], { cwd });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: files.map((file) => `${file}\n`).join(''),
      stderr: `next: briefdeck build ${briefing}\n`,
    });
    const built = await briefdeck(['build', briefing, '--strict', '-o', 'out.pptx'], { cwd });
    expect({ code: built.code, stderr: built.stderr }).toEqual({ code: 0, stderr: '1 deck built\n' });
  });

  test('never replaces anything', async () => {
    const cwd = await folderWith({ 'briefing.md': 'mine', 'talk/data/visits.csv': 'mine' });
    for (const words of [[], ['talk']]) expect(await briefdeck(['new', ...words], { cwd })).toMatchObject({ code: 2, stdout: '' });
    expect(await readFile(join(cwd, 'briefing.md'), 'utf8')).toBe('mine');
    expect(await readdir(join(cwd, 'talk'))).toEqual(['data']);
  });

  test('2: usage', async () => {
    const cwd = await folderWith({});
    for (const words of [['a', 'b'], ['deck.pptx'], ['']]) expect(await briefdeck(['new', ...words], { cwd })).toMatchObject({ code: 2 });
    expect(await readdir(cwd)).toEqual([]);
  });
});
