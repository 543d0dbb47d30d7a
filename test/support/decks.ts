/** Briefings of test/cases/decks, each built twice and held against verify and the validator; in several test files, so that they run side by side. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import { expectTrusted } from './deck.js';

export const cases = join(import.meta.dirname, '..', 'cases', 'decks');

/** The names of the briefings, for a test file to choose from. */
export const briefings = readdirSync(cases).filter((name) => name.endsWith('.md'));

/** Tests that each of these briefings builds a deck that can be trusted, the same bytes each time. */
export function testDecks(names: readonly string[]): void {
  describe.each(names)('%s', (name) => {
    it('builds a deck that PowerPoint trusts, the same bytes each time', async () => {
      const source = pathToFileURL(join(cases, name));
      const [one, two] = await Promise.all([buildDeck(source), buildDeck(source)]);
      expect(one.diagnostics.filter((item) => item.severity === 'error')).toEqual([]);
      expect(one.diagnostics.map((item) => `${item.span.start.line}:${item.span.start.column} ${item.code}`)).toMatchSnapshot(
        'diagnostics',
      );
      expect(one.slides.map((slide) => `${slide.number} ${slide.layout}: ${slide.title}`)).toMatchSnapshot('slides');
      expect(two.pptx).toEqual(one.pptx);
      await expectTrusted(one.pptx ?? new Uint8Array());
    });
  });
}
