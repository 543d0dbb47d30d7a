import { describe, expect, it } from 'vitest';
import { replaced, sample } from '../verify/sample.js';
import { expectSpotless, expectTrusted } from './deck.js';
import { literals } from './theme.js';
import { validatorMissing } from './validator.js';

describe('expectTrusted', () => {
  it('takes a sound deck', () => expectSpotless(sample));

  it('refuses what verifyDeck calls an error', async () => {
    await expect(expectTrusted(replaced(sample, 'ppt/slides/slide2.xml', 'id="5"', 'id="4"'))).rejects.toThrow('verify/shape-id');
  });

  it.skipIf(validatorMissing !== null)('refuses what the Open XML SDK calls one', async () => {
    const broken = replaced(sample, 'ppt/slides/slide2.xml', '<a:tcPr/>', '<a:tcPr marL="NaN"/>');
    await expect(expectTrusted(broken, true)).rejects.toThrow('/ppt/slides/slide2.xml /p:sld');
  });
});

describe('expectSpotless', () => {
  it('refuses a warning too', async () => {
    await expect(expectSpotless(replaced(sample, 'ppt/slides/slide2.xml', 'Second', ''))).rejects.toThrow('verify/slide-title');
  });
});

describe('literals', () => {
  it('finds a colour and a face that are written out', () => {
    const colored = replaced(
      sample,
      'ppt/slides/slide2.xml',
      '<a:tcPr/>',
      '<a:tcPr><a:solidFill><a:srgbClr val="FF0000"/></a:solidFill></a:tcPr>',
    );
    const found = literals(colored, 'Courier New').filter((line) => line.includes('slide2'));
    expect(found).toContain('/ppt/slides/slide2.xml: a:srgbClr FF0000');
    const faced = replaced(sample, 'ppt/slides/slide2.xml', '<a:tcPr/>', '<a:tcPr><a:latin typeface="Comic Sans MS"/></a:tcPr>');
    expect(literals(faced, 'Courier New')).toContain('/ppt/slides/slide2.xml: a:latin Comic Sans MS');
  });
});
