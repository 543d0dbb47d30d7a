/** Logos and other art of a template that are picture files. */
import { beforeAll, expect, test } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import { readPackage } from '../../lib/package/zip.js';
import { complaints, expectTrusted } from '../support/deck.js';
import { host } from './support.js';

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 40"><script>x()</script><rect width="40" height="40" fill="#d03"/></svg>';
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** A house style with a logo file, on top of a template in another folder that has one too. */
const files = (logo: string): Readonly<Record<string, string>> => ({
  'house/template.yaml': `extends: ../base\ntitle: House\ndrawings:\n  logo: ${logo}\n`,
  'base/template.yaml': 'extends: ledger\ndrawings: {logo: {file: assets/base.svg, recolored: assets/white.png}}\n',
  'house/assets/logo.svg': SVG,
});

const at = (logo: string) => {
  const own = host(files(logo));
  const resolve = (from: string | null, target: string): string =>
    /\.\w+$/.test(target) && from !== null ? `${from.split('/')[0]}/${target}`.replace('house/../', '') : target.replace('../base', 'base');
  const read = async (path: string) => (path === 'base/assets/white.png' ? PNG : own.read(path));
  return { ...own, resolve, read };
};

const BRIEFING = '---\ntitle: A\nmarking: Internal\n---\n\n## B\n\nWords.\n\n::: notes\nSay it.\n:::\n';
const build = (logo: string) =>
  buildDeck(
    { path: 'house/a.md', text: BRIEFING },
    {
      template: './house',
      host: {
        ...at(logo),
        resolve: (from, target) => (target === './house/template.yaml' ? 'house/template.yaml' : at(logo).resolve(from, target)),
      },
    },
  );

let deck: Uint8Array;
beforeAll(async () => {
  const { pptx, diagnostics } = await build('{file: assets/logo.svg}');
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
  deck = pptx ?? new Uint8Array();
});

test('a file takes the place of the paths below it, wherever art names the drawing; its one-coloured form where art recolours it', async () => {
  const { parts } = readPackage(deck);
  const media = (name: string) =>
    parts.find((part) => part.name === name)?.relationships.flatMap(({ type, target }) => (/image$/.test(type) ? [target] : []));
  const cover = parts.find(({ name, data }) => /slideLayout\d+\.xml$/.test(name) && String(data).includes('type="title"'));
  expect(media(cover?.name ?? '')).toHaveLength(1);
  // An SVG, and the PNG that stands in for it.
  expect(media('/ppt/notesMasters/notesMaster1.xml')).toHaveLength(2);
  expect(
    parts
      .filter(({ name }) => /^\/ppt\/media\//.test(name))
      .map(({ name }) => name.split('.')[1])
      .sort(),
  ).toEqual(['png', 'png', 'svg']);
  expect(String(parts.find(({ name }) => name.endsWith('.svg'))?.data)).not.toContain('script');
  expect(complaints(deck)).toEqual([]);
  await expectTrusted(deck);
});

test.each([
  ['{file: assets/none.svg}', 'the picture cannot be shown: no such file'],
  ['{file: template.yaml}', 'the picture cannot be shown'],
  ['{width: 0}', 'expected'],
])('%s is told at its place', async (logo, message) => {
  const { pptx, diagnostics } = await build(logo);
  const [fault] = diagnostics.filter(({ severity }) => severity === 'error');
  expect([pptx, fault?.code, fault?.span.start.line]).toEqual([undefined, 'template/invalid-value', 4]);
  expect(fault?.message).toContain(message);
});
