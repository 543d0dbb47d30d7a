/** The examples of charts build without a complaint, hold every kind, and open in PowerPoint. */
import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { build } from '../../examples/charts/own-kind.js';
import { chartKinds } from '../../lib/charts/index.js';
import { buildDeck } from '../../lib/index.js';
import { expectSpotless } from '../support/deck.js';

const folder = new URL('../../examples/charts/', import.meta.url);
const briefings = readdirSync(folder).filter((name) => name.endsWith('.md'));

test.each(briefings)('%s', async (name) => {
  const result = await buildDeck(pathToFileURL(new URL(name, folder).pathname));
  const complaints = result.diagnostics.filter(({ severity }) => severity !== 'info');
  expect(complaints.map(({ span, message }) => `${span.start.line}: ${message}`)).toEqual([]);
  await expectSpotless(result.pptx ?? new Uint8Array());
});

test('the gallery shows every kind', () => {
  const text = readFileSync(new URL('gallery.md', folder), 'utf8');
  const shown = (name: string): boolean => new RegExp(`^(?:type: |\`\`\`|<!-- chart: )${name}\\b`, 'm').test(text);
  expect(chartKinds.map(({ name }) => name).filter((name) => !shown(name))).toEqual([]);
});

test('a kind of chart from outside needs no change in the library', async () => {
  const result = await build();
  expect(result.diagnostics).toEqual([]);
  await expectSpotless(result.pptx ?? new Uint8Array());
});
