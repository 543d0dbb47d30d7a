/** Whole decks, through the public door: every briefing of test/cases/decks, and the awkward ones that no file holds. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildDeck } from '../lib/index.js';
import { expectTrusted } from './support/deck.js';

const folder = join(import.meta.dirname, 'cases', 'decks');
const briefings = readdirSync(folder).filter((name) => name.endsWith('.md'));
const media = join(folder, 'media');

describe.each(briefings)('%s', (name) => {
  it('builds a deck that PowerPoint trusts, the same bytes each time', async () => {
    const source = pathToFileURL(join(folder, name));
    const [one, two] = await Promise.all([buildDeck(source), buildDeck(source)]);
    expect(one.diagnostics.filter((item) => item.severity === 'error')).toEqual([]);
    expect(one.diagnostics.map((item) => `${item.span.start.line}:${item.span.start.column} ${item.code}`)).toMatchSnapshot('diagnostics');
    expect(one.slides.map((slide) => `${slide.number} ${slide.layout}: ${slide.title}`)).toMatchSnapshot('slides');
    expect(two.pptx).toEqual(one.pptx);
    await expectTrusted(one.pptx ?? new Uint8Array());
  });
});

describe('awkward decks', () => {
  it('stores a picture once that stands on 300 slides', async () => {
    const slides = Array.from({ length: 300 }, (_, n) => `## Slide ${n}\n\n![A square](square.png)\n`);
    const result = await buildDeck({ path: join(media, 'many.md'), text: slides.join('\n') });
    expect(result.slides).toHaveLength(300);
    const bytes = result.pptx ?? new Uint8Array();
    const picture = readFileSync(join(media, 'square.png'));
    expect(Buffer.from(bytes).indexOf(picture)).toBeGreaterThan(0);
    expect(Buffer.from(bytes).indexOf(picture)).toBe(Buffer.from(bytes).lastIndexOf(picture));
    await expectTrusted(bytes);
  });

  it('builds 1,100 slides', async () => {
    const text = Array.from({ length: 1100 }, (_, n) => `## Slide ${n + 1} & more\n\n- A line\n`).join('\n');
    const result = await buildDeck(text);
    expect(result.slides).toHaveLength(1100);
    await expectTrusted(result.pptx ?? new Uint8Array());
  });
});
