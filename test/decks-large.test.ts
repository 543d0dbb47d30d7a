/** Decks that no file holds: many slides, one picture many times. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildDeck } from '../lib/index.js';
import { readPackage } from '../lib/package/zip.js';
import { expectTrusted } from './support/deck.js';
import { cases } from './support/decks.js';

const media = join(cases, 'media');

describe('awkward decks', () => {
  it('stores a picture once that stands on 300 slides', async () => {
    const slides = Array.from({ length: 300 }, (_, n) => `## Slide ${n}\n\n![A square](square.png)\n`);
    const result = await buildDeck({ path: join(media, 'many.md'), text: slides.join('\n') });
    expect(result.slides).toHaveLength(300);
    const bytes = result.pptx ?? new Uint8Array();
    expect(readPackage(bytes).parts.filter(({ name }) => name.startsWith('/ppt/media/'))).toHaveLength(1);
    await expectTrusted(bytes);
  });

  it('builds 1,100 slides', async () => {
    const text = Array.from({ length: 1100 }, (_, n) => `## Slide ${n + 1} & more\n\n- A line\n`).join('\n');
    const result = await buildDeck(text);
    expect(result.slides).toHaveLength(1100);
    await expectTrusted(result.pptx ?? new Uint8Array());
  });
});
