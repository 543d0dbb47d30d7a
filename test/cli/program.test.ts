import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { briefdeck, folderWith } from './fake-io.js';

const GOOD = '# One\n\n## Two\n\nThree.\n';
const WARNS = '## A picture\n\n![A logo](none.png)\n';
const BAD = '## A chart\n\n```chart\ntype: bar\ndata: none.csv\n```\n';
const CLAIMS =
  '---\nsources:\n  mtr: {title: "A report", publisher: MTR, url: "https://example.org"}\n---\n\n## Chips\n\n[50,000 chips]{status=disputed by="MIT" source=mtr}\n';

const exists = async (...path: string[]): Promise<boolean> => (await readFile(join(...path)).catch(() => null)) !== null;
const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

describe('exit codes of build', () => {
  test('0: the deck is written beside the briefing, and named on stdout', async () => {
    const cwd = await folderWith({ 'a.md': GOOD });
    const { code, stdout, stderr } = await briefdeck(['build', 'a.md'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '1 deck built\n' });
    expect(stdout).toMatch(/^a\.pptx +\d+ slides +\d+ kB +\d+\.\d s\n$/);
    expect(isZip(await readFile(join(cwd, 'a.pptx')))).toBe(true);
  });

  test('1: a deck with errors is not written, and the old one stays', async () => {
    const cwd = await folderWith({ 'a.md': BAD, 'a.pptx': 'old' });
    const { code, stdout, stderr } = await briefdeck(['build', 'a.md'], { cwd });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^a\.md:\d+:\d+ error [a-z-]+\/[a-z-]+: .*none\.csv.*\n +\d+ \| .*\n +\| +\^+\n/);
    expect(stderr).toMatch(/\n1 deck failed: 1 error\n$/);
    expect(await readFile(join(cwd, 'a.pptx'), 'utf8')).toBe('old');
  });

  test('0 with warnings, 1 under --strict; the deck is written both times', async () => {
    for (const [flags, expected] of [[[], 0] as const, [['--strict'], 1] as const]) {
      const cwd = await folderWith({ 'a.md': WARNS });
      const { code, stderr } = await briefdeck(['build', 'a.md', ...flags], { cwd });
      expect(code).toBe(expected);
      expect(stderr).toContain('a.md:3:1 warning ');
      expect(await exists(cwd, 'a.pptx')).toBe(true);
    }
  });

  test('2: usage', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'b.md': GOOD });
    for (const argv of [
      ['build', 'a.md', '--watch'],
      ['build', 'a.md', 'b.md', '-o', 'x.pptx'],
      ['build', '-', 'a.md'],
      ['render', 'a.md'],
      [],
    ]) {
      const { code, stdout, stderr } = await briefdeck(argv, { cwd });
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toMatch(/^briefdeck: /);
    }
    expect(await readdir(cwd)).toEqual(['a.md', 'b.md']);
  });

  test('2: a date of the environment that is none', async () => {
    const cwd = await folderWith({ 'a.md': GOOD });
    expect(await briefdeck(['build', 'a.md'], { cwd, env: { SOURCE_DATE_EPOCH: 'today' } })).toMatchObject({ code: 2 });
  });

  test('3: a file that is not there, and a folder that cannot be made', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, file: '' });
    expect(await briefdeck(['build', 'none.md'], { cwd })).toMatchObject({
      code: 3,
      stderr: 'none.md error host/not-found: no such file or folder\n\n1 deck failed: 1 error\n',
    });
    for (const folder of ['file/out/', ...(process.platform === 'linux' ? ['/proc/none/'] : [])])
      expect(await briefdeck(['build', 'a.md', '-o', folder], { cwd })).toMatchObject({ code: 3, stdout: '' });
  });

  test('1: a file that is no text', async () => {
    const cwd = await folderWith({ 'a.md': Buffer.from([0x23, 0x20, 0xff, 0xfe]) });
    const { code, stderr } = await briefdeck(['build', 'a.md'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain('a.md:1:3 error input/not-utf8: the file is not UTF-8 text');
  });

  test('the highest of several, and a bad file stops no other', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'b.md': BAD, 'z.md': GOOD });
    expect((await briefdeck(['build', 'a.md', 'b.md', 'z.md', '-o', 'one'], { cwd })).code).toBe(1);
    const { code, stderr } = await briefdeck(['build', 'b.md', 'none.md', 'x*.md', 'a.md', 'z.md', '-o', 'two/'], { cwd });
    expect(code).toBe(3);
    expect(stderr).toMatch(/\n2 decks built, 3 failed: 3 errors\n$/);
    expect(await readdir(join(cwd, 'one'))).toEqual(['a.pptx', 'z.pptx']);
    expect(await readdir(join(cwd, 'two'))).toEqual(['a.pptx', 'z.pptx']);
  });
});

describe('inputs', () => {
  test('a folder stands for its briefings, else for its Markdown files but README.md', async () => {
    const files = [
      'decks/b/briefing.md',
      'decks/b/notes.md',
      'decks/a/briefing.zh-CN.md',
      'docs/README.md',
      'docs/x/y.md',
      'node_modules/z/briefing.md',
    ];
    const cwd = await folderWith(Object.fromEntries(files.map((file) => [file, GOOD])));
    const inputs = async (...words: string[]) =>
      JSON.parse((await briefdeck(['check', '--format', 'json', ...words], { cwd })).stdout).decks.map(
        (deck: { input: string }) => deck.input,
      );
    expect(await inputs('.')).toEqual(['decks/a/briefing.zh-CN.md', 'decks/b/briefing.md']);
    expect(await inputs('docs')).toEqual(['docs/x/y.md']);
    expect(await inputs('decks/*/*.md', 'decks/b/briefing.md')).toEqual([
      'decks/a/briefing.zh-CN.md',
      'decks/b/briefing.md',
      'decks/b/notes.md',
    ]);
    expect(await inputs(join(cwd, 'docs'))).toEqual([join(cwd, 'docs/x/y.md')]);
  });

  test('standard input becomes standard output, a file with -o, and nothing on a terminal', async () => {
    const cwd = await folderWith({});
    const piped = await briefdeck(['build', '-'], { cwd, stdin: GOOD });
    expect({ code: piped.code, zip: isZip(piped.bytes), stderr: piped.stderr }).toEqual({ code: 0, zip: true, stderr: '1 deck built\n' });
    expect((await briefdeck(['build', '-', '-o', 'x.pptx'], { cwd, stdin: GOOD })).code).toBe(0);
    expect(Buffer.compare(await readFile(join(cwd, 'x.pptx')), piped.bytes)).toBe(0);
    expect(await briefdeck(['build', '-'], { cwd, stdin: GOOD, tty: true })).toMatchObject({ code: 2, stdout: '' });
    expect(await briefdeck(['build', '-', '--format', 'json'], { cwd, stdin: GOOD })).toMatchObject({ code: 2, stdout: '' });
    expect((await briefdeck(['build', '-'], { cwd, stdin: WARNS })).stderr).toMatch(/^<stdin>:3:1 warning .*\n +3 \| !\[A logo\]/);
  });

  test('outside its folder a briefing reads nothing', async () => {
    const cwd = await folderWith({ 'in/a.md': BAD.replace('none.csv', '../data.csv'), 'data.csv': 'a,b\nx,1\n' });
    const { code, stderr } = await briefdeck(['build', 'in/a.md'], { cwd });
    expect(code).toBe(1);
    expect(stderr).toContain("lies outside the briefing's folder");
  });
});

describe('results', () => {
  test('one JSON object, in the form of the interface', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'b.md': BAD });
    const { code, stdout } = await briefdeck(['build', 'a.md', 'b.md', '--format', 'json'], { cwd });
    const result = JSON.parse(stdout);
    const deck = { slides: expect.any(Number), cached: false, ms: expect.any(Number) };
    const place = {
      file: 'b.md',
      line: expect.any(Number),
      column: expect.any(Number),
      endLine: expect.any(Number),
      endColumn: expect.any(Number),
    };
    const message = { code: expect.any(String), severity: 'error', message: expect.any(String), hints: expect.any(Array) };
    expect({ code, result }).toEqual({
      code: 1,
      result: {
        ok: false,
        decks: [
          { input: 'a.md', output: 'a.pptx', ...deck, diagnostics: [] },
          { input: 'b.md', output: null, ...deck, diagnostics: [{ ...message, ...place }] },
        ],
      },
    });
  });

  test('one line of JSON a deck', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'b.md': BAD });
    const { stdout } = await briefdeck(['build', 'a.md', 'none.md', 'b.md', '--format', 'ndjson'], { cwd });
    const decks = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(decks.map((deck) => [deck.input, deck.output])).toEqual([
      ['a.md', 'a.pptx'],
      ['none.md', null],
      ['b.md', null],
    ]);
  });

  test('check tells claims and sources, and writes nothing', async () => {
    const cwd = await folderWith({ 'a.md': CLAIMS });
    const text = await briefdeck(['check', 'a.md'], { cwd });
    expect(text).toMatchObject({ code: 0, stderr: expect.stringMatching(/^1 briefing checked/) });
    expect(text.stdout).toMatch(
      /Claims of a\.md\n +slide \d+ +disputed +50,000 chips +by MIT \[@mtr\] +a\.md:\d+\n\nSources of a\.md\n +1 +\[@mtr\] +A report, MTR/,
    );
    const [deck] = JSON.parse((await briefdeck(['check', 'a.md', '--format', 'json'], { cwd })).stdout).decks;
    expect(deck.claims).toMatchObject([
      { text: '50,000 chips', status: 'disputed', by: 'MIT', source: 'mtr', file: 'a.md', line: expect.any(Number) },
    ]);
    expect(deck.sources).toMatchObject([{ id: 'mtr', number: 1 }]);
    expect(await readdir(cwd)).toEqual(['a.md']);
  });

  test('verify finds nothing in our decks, and something in what is none', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'broken.pptx': 'no zip' });
    await briefdeck(['build', 'a.md'], { cwd });
    expect(await briefdeck(['verify', 'a.pptx'], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '1 deck sound\n' });
    const { code, stdout } = await briefdeck(['verify', '.'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^broken\.pptx.* error /);
  });

  test('--quiet leaves errors only', async () => {
    const cwd = await folderWith({ 'a.md': WARNS, 'b.md': BAD });
    expect(await briefdeck(['build', 'a.md', '--quiet'], { cwd })).toMatchObject({ code: 0, stdout: '', stderr: '' });
    const { stderr } = await briefdeck(['build', 'b.md', '--quiet'], { cwd });
    expect(stderr).toMatch(/^b\.md:/);
    expect(stderr).not.toContain('failed');
  });

  test('progress and colours come on a terminal only, colours as asked for', async () => {
    const cwd = await folderWith({ 'a.md': WARNS });
    const stderr = async (flags: string[], world: { tty?: boolean; env?: Record<string, string> }) =>
      (await briefdeck(['build', 'a.md', ...flags], { cwd, ...world })).stderr;
    expect(await stderr([], { tty: true })).toContain('\x1b[K[1/1] a.md');
    expect(await stderr([], { tty: true })).toContain('\x1b[33m');
    expect(await stderr([], {})).not.toContain('\x1b');
    expect(await stderr(['--color'], { env: { NO_COLOR: '1' } })).toContain('\x1b[33m');
    expect(await stderr([], { tty: true, env: { NO_COLOR: '1' } })).not.toContain('\x1b[33m');
    expect(await stderr(['--no-color'], { tty: true })).not.toContain('\x1b[33m');
    expect(await stderr([], { tty: true, env: { TERM: 'dumb' } })).not.toContain('\x1b');
  });

  test('no half a deck and no other file is left behind', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'out/a.pptx/in-the-way': '' });
    expect(await briefdeck(['build', 'a.md', '-o', 'out/'], { cwd })).toMatchObject({ code: 3, stdout: '' });
    expect(await readdir(join(cwd, 'out'))).toEqual(['a.pptx']);
  });
});

describe('render', () => {
  test('a picture for each slide, or one of all, under the names of the decks', async () => {
    const cwd = await folderWith({ 'rise/briefing.md': GOOD, 'b.md': GOOD });
    const svg = await briefdeck(['render', 'rise/briefing.md', 'b.md', '--svg', '-o', 'out'], { cwd });
    expect(svg).toMatchObject({ code: 0, stderr: '2 decks drawn\n', stdout: expect.stringMatching(/^out\/rise-\*\.svg +2 slides/) });
    expect(await readdir(join(cwd, 'out'))).toEqual(['b-1.svg', 'b-2.svg', 'rise-1.svg', 'rise-2.svg']);
    expect(await readFile(join(cwd, 'out/b-2.svg'), 'utf8')).toMatch(/^<svg [\s\S]*Three\./);
    expect(await briefdeck(['render', 'b.md', '--sheet'], { cwd })).toMatchObject({ code: 0 });
    expect((await readFile(join(cwd, 'b.png'))).subarray(1, 4).toString()).toBe('PNG');
  });

  test('of a briefing with errors there is none, and a font that is not there fails', async () => {
    const cwd = await folderWith({ 'a.md': GOOD, 'b.md': BAD });
    expect(await briefdeck(['render', 'b.md', '--svg'], { cwd })).toMatchObject({ code: 1, stdout: '' });
    expect(await briefdeck(['render', 'a.md', '--png', '--font', 'none.ttf'], { cwd })).toMatchObject({ code: 3, stdout: '' });
    expect(await readdir(cwd)).toEqual(['a.md', 'b.md']);
  });
});

test('help and version', async () => {
  const cwd = await folderWith({});
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect(await briefdeck(['--version'], { cwd })).toEqual(expect.objectContaining({ code: 0, stdout: `${version}\n`, stderr: '' }));
  const help = await briefdeck(['build', '--help'], { cwd });
  expect(help.code).toBe(0);
  expect(help.stdout).toMatch(/^briefdeck build <briefing…>\n/);
  expect(help.stdout).not.toContain('--watch');
  for (const line of (help.stdout + (await briefdeck(['--help'], { cwd })).stdout).split('\n'))
    expect(line.length).toBeLessThanOrEqual(110);
});

describe('the cache of pictures', () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"><path d="M0 0h9v6z"/></svg>';
  const files = { 'a.md': '## A\n\n![A drawing](a.svg)\n', 'a.svg': drawing };

  test('is used unless it is not wanted, changes no byte of a deck, and can be cleaned', async () => {
    const cwd = await folderWith(files);
    const env = { HOME: join(cwd, 'home'), XDG_CACHE_HOME: '', LOCALAPPDATA: join(cwd, 'home') };
    const deck = async (...flags: string[]): Promise<Uint8Array> => {
      expect((await briefdeck(['build', 'a.md', ...flags], { cwd, env })).code).toBe(0);
      return readFile(join(cwd, 'a.pptx'));
    };
    const without = await deck('--no-cache');
    expect((await briefdeck(['cache', 'clean'], { cwd, env })).stdout).toBe('0 files removed, 0.0 MB\n');
    const [first, second] = [await deck(), await deck()];
    expect(Buffer.from(without).equals(first)).toBe(true);
    expect(Buffer.from(second).equals(first)).toBe(true);
    expect((await briefdeck(['cache', 'clean'], { cwd, env })).stdout).toMatch(/^2 files removed/);
  });

  test('is only ever cleaned', async () => {
    const { code, stderr } = await briefdeck(['cache', 'fill'], { cwd: await folderWith({}) });
    expect([code, stderr]).toEqual([2, 'briefdeck: cache fill: only "cache clean" is known\n']);
  });
});

test('--draft writes a deck in spite of errors, beside the one that is whole', async () => {
  const cwd = await folderWith({ 'a.md': BAD, 'a.pptx': 'old', 'b.md': GOOD });
  const { code, stdout } = await briefdeck(['build', 'a.md', 'b.md', '--draft'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toMatch(/^a\.draft\.pptx .*\nb\.pptx /);
  expect(await readdir(cwd)).toEqual(['a.draft.pptx', 'a.md', 'a.pptx', 'b.md', 'b.pptx']);
  expect(await readFile(join(cwd, 'a.pptx'), 'utf8')).toBe('old');
});

describe('variants', () => {
  const BRIEFING =
    '---\ntitle: A\naudiences: [exec, full]\nvars: {day: 2026-03-01}\n---\n\n## On {{day}} {only=exec}\n\n## All {only=full}\n';

  test('--audience names the deck, --var gives a value', async () => {
    const cwd = await folderWith({ 'a.md': BRIEFING });
    const exec = await briefdeck(['build', 'a.md', '--audience', 'exec', '--var', 'day=2026-04-02', '--var', 'more=a=b'], { cwd });
    expect(exec).toMatchObject({ code: 0, stdout: expect.stringMatching(/^a\.exec\.pptx /) });
    expect(exec.stderr).toContain('a.md:1:1 warning vars/unused');
    expect((await briefdeck(['build', 'a.md', '--audience=full', '-o', 'x.pptx'], { cwd })).stdout).toMatch(/^x\.pptx /);
    expect(await readdir(cwd)).toEqual(['a.exec.pptx', 'a.md', 'x.pptx']);
  });

  test('an audience that nobody declared, and a variable without a value', async () => {
    const cwd = await folderWith({ 'a.md': BRIEFING });
    const wrong = await briefdeck(['check', 'a.md', '--audience', 'exce'], { cwd });
    expect(wrong).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('a.md:3:13 error audience/unknown: no audience is called "exce"'),
    });
    expect(await briefdeck(['build', 'a.md', '--var', 'day'], { cwd })).toMatchObject({ code: 2 });
  });

  test('--notes puts the notes of a file on the slides that its headings name', async () => {
    const cwd = await folderWith({ 'a.md': '## One\n\nText.\n', 'b.md': '## One\n\nSaid.\n\n## Three\n\nLost.\n' });
    const { code, stderr } = await briefdeck(['build', 'a.md', '--notes', 'b.md'], { cwd });
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('b.md:5:1 warning notes/no-slide: no slide is called "Three"'),
    });
    expect(await briefdeck(['build', 'a.md', '--notes', 'none.md'], { cwd })).toMatchObject({ code: 3 });
  });

  test('a message about a file that was taken in shows its line', async () => {
    const cwd = await folderWith({ 'a.md': '<!-- include: parts/b.md -->\n', 'parts/b.md': '## B\n\n![b](none.png)\n' });
    const { stderr } = await briefdeck(['build', 'a.md'], { cwd });
    expect(stderr).toContain('parts/b.md:3:1 warning image/');
    expect(stderr).toContain('3 | ![b](none.png)');
  });
});
