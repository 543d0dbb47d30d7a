/** Whole decks in every template: the decks that ship in each, the test briefings each in one of them. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import { child, descendants, parseXml } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { complaints, expectTrusted } from '../support/deck.js';
import { TEMPLATES } from './support.js';

const root = join(import.meta.dirname, '..', '..');
const decks = readdirSync(join(root, 'decks')).map((name) => join('decks', name, 'briefing.md'));
const cases = readdirSync(join(root, 'test', 'cases', 'decks'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('test', 'cases', 'decks', name));

async function build(file: string, template: string): Promise<Uint8Array> {
  const { pptx, diagnostics } = await buildDeck(pathToFileURL(join(root, file)), { template });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return pptx ?? new Uint8Array();
}

/** Frames on slides that reach over the slide's edge, as `part: x y cx cy`. */
function outside(bytes: Uint8Array): readonly string[] {
  const { parts } = readPackage(bytes);
  const xml = (name: string) => parseXml(String(parts.find((part) => part.name === name)?.data));
  const size = child(xml('/ppt/presentation.xml'), 'p:sldSz')?.attributes;
  return parts
    .filter(({ name }) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap(({ name }) =>
      ['a:xfrm', 'p:xfrm']
        .flatMap((kind) => descendants(xml(name), kind))
        .map((frame) => [child(frame, 'a:off')?.attributes, child(frame, 'a:ext')?.attributes])
        .map(([off, ext]) => [off?.x, off?.y, ext?.cx, ext?.cy].map(Number))
        .filter(([x = 0, y = 0, cx = 0, cy = 0]) => x < 0 || y < 0 || x + cx > Number(size?.cx) || y + cy > Number(size?.cy))
        .map((frame) => `${name}: ${frame.join(' ')}`),
    );
}

describe.each(TEMPLATES)('%s', (template) => {
  test.each(decks)('builds %s so that PowerPoint trusts it', async (file) => {
    const bytes = await build(file, template);
    expect(complaints(bytes)).toEqual([]);
    expect(outside(bytes)).toEqual([]);
    await expectTrusted(bytes);
  });

  const own = cases.filter((_, index) => index % TEMPLATES.length === TEMPLATES.indexOf(template));
  test.each(own)('builds %s without a complaint', async (file) => {
    const bytes = await build(file, template);
    expect(complaints(bytes).filter((line) => line.startsWith('error'))).toEqual([]);
    expect(outside(bytes)).toEqual([]);
  });
});
