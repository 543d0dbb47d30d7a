/** Whole briefings in folders: `briefing.md` with `options.json`, and in `expected.txt` what the deck says slide by slide and what is told. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { type BuildOptions, buildDeck, type Diagnostic } from '../lib/index.js';
import { expectSpotless, expectTrusted } from './support/deck.js';
import { outlineOf } from './support/outline.js';

const folder = join(import.meta.dirname, 'cases', 'builds');

const optionsIn = (name: string): BuildOptions => {
  const file = join(folder, name, 'options.json');
  const { notes, ...options } = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  return notes === undefined ? options : { ...options, notes: { path: notes, text: readFileSync(join(folder, name, notes), 'utf8') } };
};

/** `parts/a.md:3:1 error area/what: words (hint)`. */
const lineOf = ({ span, severity, code, message, hints }: Diagnostic, root: string): string => {
  const place = `${span.file.replace(root, '').replaceAll('\\', '/')}:${span.start.line}:${span.start.column}`;
  return `${place} ${severity} ${code}: ${message.replaceAll(root, '')}${hints.length > 0 ? ` (${hints.join('; ')})` : ''}`;
};

test.each(readdirSync(folder).filter((name) => !name.startsWith('.')))('%s', async (name) => {
  const root = join(folder, name, '/');
  const { pptx, diagnostics } = await buildDeck(pathToFileURL(join(root, 'briefing.md')), optionsIn(name));
  const told = diagnostics.map((item) => lineOf(item, root));
  await expect([...(pptx ? outlineOf(pptx) : ['no deck']), '', ...told, ''].join('\n')).toMatchFileSnapshot(join(root, 'expected.txt'));
  // What moves is checked by the SDK each time: no other test holds so many forms of it.
  if (pptx) await expectTrusted(pptx, name === 'reveal');
});

/** Examples of what makes decks of one briefing differ, and of how they are shown: each builds without a complaint. */
const examples: readonly (readonly [string, BuildOptions])[] = [
  ['variants/launch.md', { audience: 'exec' }],
  ['appendix/costs.md', {}],
  ['reveal/steps.md', {}],
  ['variants/launch.md', { audience: 'full', vars: { 'launch.cities': '12' } }],
];

test.each(examples)('examples/%s %j', async (path, options) => {
  const { pptx, diagnostics } = await buildDeck(pathToFileURL(join(import.meta.dirname, '..', 'examples', path)), options);
  expect(diagnostics.map(({ message }) => message)).toEqual([]);
  await expectSpotless(pptx ?? new Uint8Array());
});
