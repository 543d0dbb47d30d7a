import { expect, test, vi } from 'vitest';
import { buildDeck } from '../../lib/index.js';

vi.mock('sharp', () => {
  throw new Error('sharp was loaded');
});

test('sharp is loaded for pictures and for nothing else', async () => {
  expect((await buildDeck('## A\n\n- A line\n\n```kpi\n- {value: 1, label: One}\n```\n')).pptx).toBeDefined();
  const { pptx, diagnostics } = await buildDeck('## A\n\n![A](data:image/png;base64,AAAA)\n');
  expect(diagnostics.map(({ message }) => message)).toEqual([
    'the picture "data:image/png;base64,AAAA" cannot be shown: the package "sharp" cannot be loaded on this machine',
  ]);
  expect(pptx).toBeDefined();
});
