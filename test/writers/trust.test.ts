import { describe, expect, test } from 'vitest';
import { readPackage } from '../../lib/package/zip.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { expectSpotless, expectTrusted } from '../support/deck.js';
import { sample } from '../support/sample.js';
import { body, picture, scene, slide, title, words } from '../support/scene.js';
import { testTemplate } from '../support/template.js';

describe('a deck is one that PowerPoint trusts', () => {
  test('with one of everything and awkward words everywhere', async () => expectSpotless(await writeDeck(sample, testTemplate)));

  test('with a single slide', async () => expectSpotless(await writeDeck(scene([slide('a', [title('Alone')])]), testTemplate)));

  test('with 1,100 slides and a logo on each', async () => {
    const slides = Array.from({ length: 1100 }, (_, index) =>
      slide(`slide ${index}`, [
        title(`Slide ${index}`),
        body([words('one'), words('two', { level: 1 })]),
        picture('logo', 'png', null, { decorative: true, alt: '' }),
      ]),
    );
    const deck = await writeDeck(scene(slides), testTemplate);
    expect(readPackage(deck).parts.filter(({ name }) => name.startsWith('/ppt/media/'))).toHaveLength(1);
    await expectTrusted(deck);
  });
});
