/** Pictures of other machines in decks: a server of this machine stands for the world, through the host that the command line uses. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { nodeHost } from '../lib/host/node.js';
import { isPublic } from '../lib/host/remote.js';
import { buildDeck } from '../lib/index.js';
import { readPackage } from '../lib/package/zip.js';
import { photo } from './media/samples.js';
import { expectSpotless } from './support/deck.js';

type Open = (address: string) => boolean;

/** What is told and what the deck holds of pictures, for a briefing with one picture for each of the paths. */
async function build(paths: readonly string[], answer: RequestListener, isOpen: Open = () => true, allowed = true) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const host = `pictures.test:${(server.address() as AddressInfo).port}`;
  const remote = { resolve: async () => [{ address: '127.0.0.1', family: 4 }], isOpen, timeout: 2000 };
  const { pptx, diagnostics } = await buildDeck(paths.map((path) => `## A\n\n![A](http://${host}${path})\n`).join('\n'), {
    host: nodeHost({ root: null, allowDirs: [], allowRemote: allowed ? [host] : [], remote }),
  });
  if (!pptx) throw new Error(JSON.stringify(diagnostics));
  const media = readPackage(pptx).parts.filter(({ name }) => name.startsWith('/ppt/media/'));
  const told = diagnostics.map(({ message, hints }) =>
    `${message.replace(/^.*cannot be shown: /, '')} | ${hints.join()}`.replaceAll(host, 'HOST'),
  );
  return { pptx, media, told, asked };
}

const SAVE = 'save it beside the briefing';

test('a picture of an allowed host stands in the deck, whatever its host says that it is; each is asked for once', async () => {
  const bytes = await photo(600, 400);
  const { pptx, media, told, asked } = await build(['/a', '/b', '/a'], ({ url }, response) => {
    if (url === '/b') response.writeHead(302, { location: '/c' }).end();
    else response.writeHead(200, { 'content-type': url === '/a' ? 'text/html' : 'image/png' }).end(bytes);
  });
  expect(told.filter((line) => !/pixels to the inch/.test(line))).toEqual([]);
  expect(media).toHaveLength(1);
  expect([...asked].sort()).toEqual(['/a', '/b', '/c']);
  await expectSpotless(pptx);
});

test('what is no picture, breaks off or leads astray is a frame and says why', async () => {
  const bytes = await photo(600, 400);
  const { media, told } = await build(
    ['/page', '/short', '/away', '/local', '/gone'],
    ({ url }, response) => {
      if (url === '/page') response.writeHead(200, { 'content-type': 'image/jpeg' }).end('<!doctype html><title>Sign in</title>');
      else if (url === '/short') response.end(bytes.subarray(0, 2000));
      else if (url === '/away') response.writeHead(302, { location: 'http://other.test/a.jpg' }).end();
      else if (url === '/local') response.writeHead(302, { location: 'http://[::1]/a.jpg' }).end();
      else response.writeHead(404).end();
    },
    (address) => address === '127.0.0.1',
  );
  expect(media).toEqual([]);
  expect(told).toEqual([
    `it is HTML, which cannot be read: save it as PNG, JPEG or SVG | ${SAVE}`,
    `it is damaged: the file breaks off | ${SAVE}`,
    `it leads on to "other.test", which was not allowed | ${SAVE}, or allow its host: --allow-remote other.test`,
    `"[::1]" stands for a machine of a private network, and nothing is fetched from those | ${SAVE}`,
    `its host answers 404 | ${SAVE}`,
  ]);
});

test('nothing is asked of a host that was not allowed, or of a private network, and only the first can be allowed', async () => {
  const closed = await build(['/a'], (_, response) => response.end(), isPublic);
  const unasked = await build(
    ['/a'],
    (_, response) => response.end(),
    () => true,
    false,
  );
  expect(closed.told).toEqual([`"pictures.test" stands for a machine of a private network, and nothing is fetched from those | ${SAVE}`]);
  expect(unasked.told).toEqual([`it is not on this computer | ${SAVE}, or allow its host: --allow-remote HOST`]);
  expect([...closed.asked, ...unasked.asked]).toEqual([]);
});
