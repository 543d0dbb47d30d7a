import { describe, expect, it } from 'vitest';
import { replaced, sample } from '../verify/sample.js';
import { expectSpotless, expectTrusted } from './deck.js';
import { validatorMissing } from './validator.js';

describe('expectTrusted', () => {
  it('takes a sound deck', () => expectSpotless(sample));

  it('refuses what verifyDeck calls an error', async () => {
    await expect(expectTrusted(replaced(sample, 'ppt/slides/slide2.xml', 'id="5"', 'id="4"'))).rejects.toThrow('verify/shape-id');
  });

  it.skipIf(validatorMissing !== null)('refuses what the Open XML SDK calls one', async () => {
    await expect(expectTrusted(replaced(sample, 'ppt/slides/slide2.xml', '<a:tcPr/>', '<a:tcPr marL="NaN"/>'))).rejects.toThrow(
      '/ppt/slides/slide2.xml /p:sld',
    );
  });
});

describe('expectSpotless', () => {
  it('refuses a warning too', async () => {
    await expect(expectSpotless(replaced(sample, 'ppt/slides/slide2.xml', 'Second', ''))).rejects.toThrow('verify/slide-title');
  });
});
