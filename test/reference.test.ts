/** The reference pages are what the code says: `-u` writes them anew. */
import { expect, test } from 'vitest';
import { common } from '../lib/blocks/chart-block.js';
import { frontMatterSchema } from '../lib/briefing/meta.js';
import { briefingPage, chartsPage, commandsPage, diagnosticsPage } from './support/reference.js';

test.each([
  ['briefing', briefingPage],
  ['charts', chartsPage],
  ['cli', commandsPage],
  ['core', diagnosticsPage],
])('lib/%s/README.md', async (folder, page) => {
  await expect(page()).toMatchFileSnapshot(`../lib/${folder}/README.md`);
});

test('each key of front matter and each option of charts says what it is', () => {
  const all = Object.entries({ ...frontMatterSchema.shape, ...common });
  expect(all.filter(([, schema]) => !schema.description).map(([name]) => name)).toEqual([]);
});
