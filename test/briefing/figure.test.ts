import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agrees, figuresIn, sameFigure } from '../../lib/briefing/figure.js';

const found = (text: string, lang = 'en') => figuresIn(text, lang).map(({ text, value, unit }) => [text, value, unit]);

describe('any notation of a figure', () => {
  test.each([
    ['10,000 chips', 10_000, ''],
    ['10k chips', 10_000, ''],
    ['ten thousand chips', 10_000, ''],
    ['1万 枚', 10_000, ''],
    ['一万枚', 10_000, ''],
    ['twenty-five million users', 25e6, ''],
    ['half a billion', 0.5e9, ''],
    ['5.576M', 5_576_000, ''],
    ['5,576,000 dollars', 5_576_000, '$'],
    ['$5.576m', 5_576_000, '$'],
    ['US$ 5.576 million', 5_576_000, '$'],
    ['557.6万美元', 5_576_000, '$'],
    ['17%', 17, '%'],
    ['17 percent', 17, '%'],
    ['seventeen percent', 17, '%'],
    ['4.2 percentage points', 4.2, 'pp'],
    ['27 times', 27, '×'],
    ['11×', 11, '×'],
    ['671B parameters', 671e9, ''],
    ['40 GB', 40, 'GB'],
  ])('%s', (text, value, unit) => expect(figuresIn(text, 'en')).toMatchObject([{ value, unit }]));

  test.each([
    ['5,576 Mio. Euro', 'de', 5_576_000, '€'],
    ['10.000 Chips', 'de', 10_000, ''],
    ['1.234.567,5 €', 'de', 1_234_567.5, '€'],
    ['10\u202f000 puces', 'fr', 10_000, ''],
    ["1'000'000 Franken", 'de-CH', 1_000_000, ''],
  ])('%s in %s', (text, lang, value, unit) => expect(figuresIn(text, lang)).toMatchObject([{ value, unit }]));
});

test.each([
  'in 2025, on 20 January 2025 and 2025-01-20',
  'GPT-4-1106, MATH-500, H100, R1 and V3',
  'arXiv 2412.19437, ISO 29500, RFC 4180, No. 1, p. 4312',
  'https://example.org/12345?q=10%25',
  'three of 7 tests, 52 countries, 20.01.2025 at 12:30',
])('no figure: %s', (text) => expect(found(text)).toEqual([]));

test('the ends of a range share unit and magnitude, and know that they are a range', () => {
  expect(figuresIn('10–50k, 20 to 50 times, $589bn or $593bn', 'en').map(({ value, unit, inRange }) => [value, unit, inRange])).toEqual([
    [10_000, '', true],
    [50_000, '', true],
    [20, '×', true],
    [50, '×', true],
    [589e9, '$', true],
    [593e9, '$', true],
  ]);
});

test('figures agree where one is the other rounded', () => {
  const one = (text: string) => {
    const [figure] = figuresIn(text, 'en');
    if (!figure) throw new Error(text);
    return figure;
  };
  expect(agrees(one('$5.6m'), one('$5.576m'))).toBe(true);
  expect(agrees(one('$600bn'), one('$593bn'))).toBe(true);
  expect(agrees(one('$589bn'), one('$593bn'))).toBe(false);
  expect(agrees(one('$5.5m'), one('$5.576m'))).toBe(false);
  expect(agrees(one('17%'), one('$17'))).toBe(false);
  expect(sameFigure(one('10k'), one('ten thousand'))).toBe(true);
});

test('every number of four digits and more is found again with its place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 1e12 }), fc.constantFrom('about ', '(', 'x, '), (value, before) => {
      const text = `${before}${value.toLocaleString('en-US')} chips`;
      const [figure] = figuresIn(text, 'en');
      expect(figure?.value).toBe(value);
      expect(text.slice(figure?.start, figure?.end)).toBe(figure?.text);
    }),
    { numRuns: 50 },
  );
});
