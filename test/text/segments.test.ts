import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segmentEnds } from '../../lib/text/segments.js';

const whole = (text: string, granularity: 'grapheme' | 'word' | 'sentence'): readonly number[] =>
  Array.from(new Intl.Segmenter('und', { granularity }).segment(text), ({ index, segment }) => index + segment.length);

const piece = fc.constantFrom('a', 'can’t ', '👨‍👩‍👧', '🇩🇪', 'é', 'น้ำ', 'कि', ' ', '. ', 'U.S. ', '\r\n', '😀', '한', '漢字。', '3,000.5 ');

test('a long text is parted where it would be parted as a whole', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 3000, minLength: 200 }), (pieces) => {
      const text = pieces.join('');
      expect(segmentEnds(text, 'grapheme')).toEqual(whole(text, 'grapheme'));
    }),
    { numRuns: 20 },
  );
});

test('words and sentences longer than a window are found too', () => {
  const text = `${'It isn’t so, 3,000.5 times. '.repeat(400)}${'x'.repeat(10_000)}. The end`;
  expect(segmentEnds(text, 'word')).toEqual(whole(text, 'word'));
  expect(segmentEnds(text, 'sentence')).toEqual(whole(text, 'sentence'));
  expect(segmentEnds('', 'sentence')).toEqual([]);
});

test('a character with a thousand marks is one', () => {
  const text = `a${'\u0301'.repeat(1000)}b`;
  expect(segmentEnds(text, 'grapheme')).toEqual([1001, 1002]);
});

test('a word of half a million letters is parted in little memory', () => {
  expect(segmentEnds('x'.repeat(500_000), 'grapheme')).toHaveLength(500_000);
});
