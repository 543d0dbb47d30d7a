/** Files that were damaged in any way: shown as far as they can be, or refused with a sentence; nothing else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PictureError } from '../../lib/media/sharp.js';
import { animated, logo, phonePhoto, photo } from './samples.js';
import { developed } from './support.js';

test('a damaged file is shown or refused, and crashes nothing', { timeout: 60_000 }, async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><defs><g id="a"><path d="M0 0h9v9z"/></g></defs><use href="#a" x="5"/></svg>';
  const files = await Promise.all([
    photo(40, 30),
    photo(40, 30, 'png'),
    photo(40, 30, 'webp'),
    photo(40, 30, 'tiff'),
    animated(),
    logo(),
    phonePhoto(40, 30),
  ]);
  const any = fc.constantFrom(...files, new TextEncoder().encode(svg));
  const damage = fc.array(fc.record({ at: fc.nat(4000), byte: fc.nat(255) }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(any, damage, fc.option(fc.nat(4000)), async (bytes, changes, cut) => {
      const broken = Uint8Array.from(bytes);
      for (const { at, byte } of changes) broken[at % broken.length] = byte;
      try {
        const { media } = await developed(cut === null ? broken : broken.subarray(0, cut), { width: 1, height: 0.75 });
        expect(media.bytes.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof PictureError)) expect(String(error)).toMatch(/^Error: nothing was made: it is/);
      }
    }),
    { seed: 6, numRuns: 60 },
  );
});
