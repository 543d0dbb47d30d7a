import { expect, test } from 'vitest';
import { findQuantities } from '../../lib/core/quantity.js';

/** Text, and its figures as `qualifier|text|value|high|unit`. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['an estimated 10,000 to 50,000 Nvidia A100 chips', ['an estimated|10,000 to 50,000|10000|50000|']],
  [
    'fewer than 140 people at $5.576M or US$1.6 billion',
    ['fewer than|140|140||', '|$5.576M|5576000||$', '|US$1.6 billion|1600000000||US$'],
  ],
  ['between 5 and 7 percent', ['between|5 and 7 percent|5|7|%']],
  ['rose from 12% to 15%', ['|12%|12||%', '|15%|15||%']],
  ['fell by 3.5 percentage points to -4.2%', ['|3.5 percentage points|3.5||pp', '|-4.2%|-4.2||%']],
  ['14.8T tokens and 671B parameters', ['|14.8T|14800000000000||', '|671B|671000000000||']],
  ['2–3 million euros', ['|2–3 million euros|2000000|3000000|euro']],
  [
    'two million people, a third of the budget, one in five pupils',
    ['|two million|2000000||', '|a third|0.3333333333333333||', '|one in five|0.2||'],
  ],
  ['twenty-five per cent', ['|twenty-five per cent|25||%']],
  ['GPT-4, R1, v1.2.3, pass@1 and A100 are names', []],
  ['at 7:30 sharp', []],
  ['约1.5亿美元，百分之二十，三千二百万元', ['约|1.5亿美元|150000000||美元', '|百分之二十|20||%', '|三千二百万|32000000||']],
  ['不到140人，1800元至2400元，两倍', ['不到|140|140||', '|1800元至2400元|1800|2400|元', '|两倍|2||倍']],
  ['', []],
];

test.each(CASES)('the figures of "%s"', (text, expected) => {
  const found = findQuantities(text).map(({ qualifier, text: words, value, high, unit }) =>
    [qualifier, words, value, high ?? '', unit].join('|'),
  );
  expect(found).toEqual(expected);
});

test('a figure stands where it says', () => {
  const text = 'It cost $89 in all, about 12 per cent more.';
  for (const { start, end, text: words } of findQuantities(text)) expect(text.slice(start, end)).toBe(words);
});
