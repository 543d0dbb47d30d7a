import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFigure } from '../../lib/plot/figure.js';
import { commonForm, formatCode, NO_UNIT, ownForm, printNumber, readUnit } from '../../lib/plot/number.js';

test.each([
  ['49.2', 49.2, 1],
  ['1,234.5', 1234.5, 1],
  ['−3.1', -3.1, 1],
  ['-$5.6M', -5.6, 1e6],
  ['1.2bn', 1.2, 1e9],
  ['12%', 12, 1],
  ['€ 3 million', 3, 1e6],
  ['.5', 0.5, 1],
  ['-0', 0, 1],
])('%s is a number', (text, value, magnitude) => {
  expect(parseFigure(text)).toMatchObject({ value, magnitude });
});

test.each(['n/a', '', '~140', '>10,000', '1,23', '2025-01', '1 2', 'e5', '1e999', '.', '5 apples'])('%j is no number', (text) => {
  expect(parseFigure(text)).toBeNull();
});

test.each([
  ['%', '', '%', 1],
  ['US$ million', '$', 'm', 1e6],
  ['$bn', '$', 'bn', 1e9],
  ['$ per million tokens', '$', '', 1],
  ['thousand GPU hours', '', '', 1e3],
  ['chips', '', '', 1],
])('the unit %s prints as %s…%s', (name, prefix, suffix, magnitude) => {
  expect(readUnit(name)).toEqual({ name, prefix, suffix, magnitude });
});

test.each([
  [[79.8, 97.3, 9.3], '', '#,##0.0'],
  [[2664, 119, 5], '', '#,##0'],
  [[5.328, 0.238, 0.01], '', '#,##0.00'],
  [[589.4], '$bn', '"$"#,##0"bn"'],
  [[15, 2.19, 0.55], '$', '"$"#,##0.00'],
  [[60, 0.55], '$', '"$"#,##0.00'],
  [[480, 0.55], '$', '"$"#,##0.0'],
  [[5_576_000, 1_000_000], '$', '"$"#,##0.00,,"m"'],
  [[-3, 4], '%', '#,##0"%";"−"#,##0"%"'],
])('%j in %s print as %s', (values, unit, code) => {
  expect(formatCode(commonForm(values, readUnit(unit), null), Math.min(...values) < 0)).toBe(code);
});

test('of very different sizes each is printed in its own magnitude', () => {
  const print = (value: number, unit: string) => printNumber(value, ownForm(value, readUnit(unit), null), 'en');
  expect([0.294, 5.576, 944, 1600].map((value) => print(value, '$m'))).toEqual(['$0.294m', '$5.58m', '$944m', '$1.6bn']);
  expect(print(1_600_000_000, '')).toBe('1.6bn');
  expect(print(16_000, 'chips')).toBe('16k');
});

test("numbers have the separators of the deck's language and a true minus", () => {
  const form = { ...commonForm([-1234.5], NO_UNIT, 1) };
  expect(printNumber(-1234.5, form, 'en')).toBe('−1,234.5');
  expect(printNumber(-1234.5, form, 'de')).toBe('−1.234,5');
  expect(printNumber(-1234.5, form, 'no such language')).toBe('−1,234.5');
});

test('every label keeps a figure of its value, however far apart the values are', () => {
  const size = fc
    .integer({ min: -3, max: 13 })
    .chain((exponent) => fc.integer({ min: 1, max: 999 }).map((digits) => digits * 10 ** exponent));
  fc.assert(
    fc.property(fc.array(size, { minLength: 1, maxLength: 8 }), (values) => {
      const form = commonForm(values, readUnit('$'), null);
      for (const value of values) {
        const shown = Number(printNumber(value, form, 'en').replace(/[^\d.]/g, '')) * 1000 ** form.thousands;
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(value * 0.35);
      }
    }),
  );
});
