/** The programs among the examples do what they say. Those of charts and templates are tested beside what they show. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { build } from '../examples/blocks/own-block.js';
import { buildFolder } from '../examples/library/build.js';
import { deckRoute } from '../examples/library/http-route.js';
import { faultsIn } from '../examples/library/verify.js';
import { buildDeck, checkBriefing } from '../lib/index.js';
import { readPackage, writePackage } from '../lib/package/zip.js';
import { expectTrusted } from './support/deck.js';
import { outlineOf } from './support/outline.js';

const examples = join(import.meta.dirname, '..', 'examples');

test('a block of one’s own flows as text', async () => {
  const { pptx = new Uint8Array(), diagnostics } = await build();
  expect(diagnostics).toEqual([]);
  expect(outlineOf(pptx).join('\n')).toContain('Liang Wenfeng, founder of High-Flyer');
  await expectTrusted(pptx);
});

test('a folder is built; a briefing with errors stops no other', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'briefdeck-example-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'good.md'), '## Two words\n\nText.\n');
  await writeFile(join(folder, 'bad.md'), '## A chart\n\n```chart\ntype: bar\ndata: none.csv\n```\n');
  const said = await buildFolder(folder, join(folder, 'out'));
  expect(said.map((line) => line.replaceAll(folder, ''))).toEqual([expect.stringMatching(/bad\.md:\d+:\d+ error /), 'good.md: 1 slides']);
  expect(await readdir(join(folder, 'out'))).toEqual(['good.pptx']);
});

describe('the route', () => {
  let address = '';
  let close = (): void => {};
  beforeAll(async () => {
    const server = createServer(await deckRoute());
    await new Promise<void>((done) => {
      server.listen(0, '127.0.0.1', done);
    });
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/deck`;
    close = () => void server.close();
  });
  afterAll(() => close());
  const post = (body: string): Promise<Response> => fetch(address, { method: 'POST', body });

  test('answers with a deck', async () => {
    const response = await post('## Hello\n\nFrom *the web*.\n');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expect.stringContaining('presentationml')]);
    await expectTrusted(new Uint8Array(await response.arrayBuffer()));
  });

  test('tells errors with their places, reads no file, takes nothing too large', async () => {
    const response = await post('## A chart\n\n```chart\ntype: bar\ndata: /etc/passwd\n```\n');
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({
      diagnostics: [{ code: 'chart/data-file', message: expect.stringContaining('not read here'), span: { start: { line: 5 } } }],
    });
    expect((await post('x'.repeat(1_000_001))).status).toBe(413);
    expect((await fetch(address)).status).toBe(404);
  });
});

test('faults of a deck are named, whatever wrote it', async () => {
  const { pptx = new Uint8Array() } = await buildDeck('## One\n\nText.\n');
  expect(faultsIn(pptx)).toEqual([]);
  const deck = readPackage(pptx);
  const broken = writePackage({ ...deck, parts: deck.parts.filter(({ name }) => name !== '/ppt/theme/theme1.xml') });
  expect(faultsIn(broken)).not.toEqual([]);
  expect(faultsIn(new TextEncoder().encode('no deck'))).toHaveLength(1);
});

test.each(['board.md', 'memo.md'])('facts/%s is trusted by the rules and by PowerPoint', async (name) => {
  const path = join(examples, 'facts', name);
  expect((await checkBriefing(pathToFileURL(path))).diagnostics).toEqual([]);
  const { pptx = new Uint8Array() } = await buildDeck({ path, text: await readFile(path, 'utf8') });
  await expectTrusted(pptx);
});
