import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSignOf } from '../../lib/core/notation.js';
import { readTable } from '../../lib/plot/columns.js';
import { readCsv } from '../../lib/plot/csv.js';
import { orderOf, parseDate } from '../../lib/plot/date.js';
import { figuresIn, isMissing, parseFigure, writingOf } from '../../lib/plot/figure.js';
import { commonForm, formatCode, isWide, ownForm, printNumber } from '../../lib/plot/number.js';
import { NO_UNIT, unitOf } from '../../lib/plot/unit.js';

test.each([
  ['49.2', 49.2, 1],
  ['1,234.5', 1234.5, 1],
  ['1 234.5', 1234.5, 1],
  ["1'234.5", 1234.5, 1],
  ['12,34,567', 1_234_567, 1],
  ['−3.1', -3.1, 1],
  ['-$5.6M', -5.6, 1e6],
  ['(3.1)', -3.1, 1],
  ['($5.6M)', -5.6, 1e6],
  ['(12)%', -12, 1],
  ['1.2bn', 1.2, 1e9],
  ['10k', 10, 1e3],
  ['12%', 12, 1],
  ['12\u00a0%', 12, 1],
  ['€ 3 million', 3, 1e6],
  ['USD 3.5m', 3.5, 1e6],
  ['3 €', 3, 1],
  ['1.2亿', 1.2, 1e8],
  ['１２．５％', 12.5, 1],
  ['.5', 0.5, 1],
  ['2e3', 2000, 1],
  ['-0', 0, 1],
])('%s is a number', (text, value, magnitude) => {
  expect(parseFigure(text)).toMatchObject({ value, magnitude });
});

test.each([
  ['1.234,5', 1234.5, 1],
  ['1 234,5', 1234.5, 1],
  ['1.234.567', 1_234_567, 1],
  ['3,4 Mio. €', 3.4, 1e6],
  ['2,5\u202fMd\u202f€', 2.5, 1e9],
  ['(0,125)', -0.125, 1],
  ['١٬٢٣٤٫٥', 1234.5, 1],
])('%s is a number with a decimal comma', (text, value, magnitude) => {
  expect(parseFigure(text, ',')).toMatchObject({ value, magnitude });
});

test.each([
  'n/a',
  '',
  '~140',
  '>10,000',
  '1,23',
  '0,125',
  '2025-01',
  '1 2',
  '1,234 567',
  'e5',
  '1e999',
  '.',
  '5 apples',
  '$5€',
  '-(5)',
  '(-5)',
  '(5',
  'V3',
])('%j is no number', (text) => {
  expect(parseFigure(text)).toBeNull();
});

test.each(['', 'n/a', 'N/A', 'na', 'n.a.', 'k. A.', '-', '–', '—', '...', '…', 'null', 'NaN'])('%j is a missing value', (text) => {
  expect(isMissing(text)).toBe(true);
});

test.each(['0', 'no', 'nab', '-1', 'n', 'nan%'])('%j is not', (text) => {
  expect(isMissing(text)).toBe(false);
});

/** A unit as it is written, with no figures beside it. */
const readUnit = (name: string, lang = 'en') => unitOf([], name, lang);

const LANGUAGES = ['en', 'de', 'fr', 'es', 'de-CH', 'pt', 'ar-EG', 'zh', 'ja', 'hi', 'pl'];

describe('a number that a language prints is read back', () => {
  const amount = fc.integer({ min: -999_999_999, max: 999_999_999 }).map((digits) => digits / 1000);

  test.each(LANGUAGES)('%s', (lang) => {
    const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 });
    fc.assert(
      fc.property(amount, (value) => {
        expect(parseFigure(format.format(value), decimalSignOf(lang))?.value).toBe(value || 0);
      }),
    );
  });

  test('a column by itself is read as the deck writes', () => {
    const grid = readCsv({ text: 'v\n1.001\n2.002', span }, () => {});
    const read = (lang: string) => grid && readTable(grid, { lang, locale: '' }).rows.map(([cell]) => cell?.figure?.value);
    expect([read('en'), read('de')]).toEqual([
      [1.001, 2.002],
      [1001, 2002],
    ]);
  });

  test('whatever the column, once one of its cells can be read in one way only', () => {
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 8 }),
        fc.constantFrom(...LANGUAGES),
        fc.constantFrom('en', 'de'),
        (values, lang, deck) => {
          const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 3 });
          const texts = values.map((value) => format.format(value));
          const grid = readCsv({ text: ['v', ...texts.map((text) => `"${text}"`)].join('\n'), span }, () => {});
          if (!grid) throw new Error('no table');
          const table = readTable(grid, { lang: deck, locale: '' });
          const isSettled = texts.some((text) => [',', '.'].includes(writingOf(text)));
          if (!isSettled)
            expect(table.written[0]?.doubts.figures === null).toBe(deck === 'en' || !texts.some((text) => writingOf(text) === 'either'));
          else expect(table.rows.map(([cell]) => cell?.figure?.value)).toEqual(values.map((value) => value || 0));
        },
      ),
    );
  });
});

const span = (start: number, end: number) => {
  const at = (offset: number) => ({ line: 1, column: offset + 1, offset });
  return { file: 't.csv', start: at(start), end: at(end) };
};

test('every cell of CSV has the text and the place that it was written with', () => {
  const word = fc
    .string({ unit: fc.constantFrom('a', 'é', '1', '.', ',', ';', '"', '\n', '\r\n', ' ', '漢'), maxLength: 6 })
    .map((text) => text.trim());
  const filled = word.filter((text) => text !== '');
  const written = fc.tuple(
    fc.constantFrom(',', ';', '\t'),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
    fc.array(fc.tuple(filled, word, filled), { minLength: 1 }),
  );
  fc.assert(
    fc.property(written, ([delimiter, end, mark, rows]) => {
      const all = [['a', 'b', 'c'], ...rows];
      const quoted = (cell: string): string => (/[",;\n\r\t]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
      const text = (mark ? '\ufeff' : '') + all.map((row) => row.map(quoted).join(delimiter)).join(end) + end;
      const grid = readCsv({ text, span }, () => {});
      expect([grid?.header, ...(grid?.rows ?? [])].map((row) => row?.map((cell) => cell.text))).toEqual(all);
      for (const cell of (grid?.rows ?? []).flat()) {
        const own = text.slice(cell.span.start.offset, cell.span.end.offset);
        expect(own).toBe(quoted(cell.text));
      }
    }),
  );
});

test.each([
  ['2025-01-27', 45_684, 'days'],
  ['2025/1/27', 45_684, 'days'],
  ['2025.01.27', 45_684, 'days'],
  ['2025-01-27T00:00:00Z', 45_684, 'days'],
  ['27.01.2025', 45_684, 'days'],
  ['27/01/2025', 45_684, 'days'],
  ['27 Jan 2025', 45_684, 'days'],
  ['27-Jan-2025', 45_684, 'days'],
  ['Jan 27, 2025', 45_684, 'days'],
  ['January 27th, 2025', 45_684, 'days'],
  ['27. Januar 2025', 45_684, 'days'],
  ['27 janvier 2025', 45_684, 'days'],
  ['27 de enero de 2025', 45_684, 'days'],
  ['2025年1月27日', 45_684, 'days'],
  ['27 يناير 2025', 45_684, 'days'],
  ['2025-01', 45_658, 'months'],
  ['Jan 2025', 45_658, 'months'],
  ['März 2025', 45_717, 'months'],
  ['2025年1月', 45_658, 'months'],
] as const)('%s is a date', (text, serial, unit) => {
  expect(parseDate(text)).toEqual({ serial, unit });
});

test.each([
  '2025',
  '2024-25',
  '2025-13',
  '30.02.2025',
  '2025-1-27',
  'Model 2025',
  '1.2.3',
  '27 Foo 2025',
  '2025-01-27T10:30:00Z',
  'Q1 2025',
  '12/2025',
])('%j is none', (text) => {
  expect(parseDate(text)).toBeNull();
});

test('a date that a language prints is read back', () => {
  const day = fc.integer({ min: 61, max: 70_000 });
  fc.assert(
    fc.property(
      day,
      fc.constantFrom('en-GB', 'en-US', 'de', 'fr', 'es', 'zh', 'ja'),
      fc.constantFrom('long', 'short', 'numeric'),
      (serial, lang, month) => {
        const date = new Date((serial - 25_569) * 86_400_000);
        const text = new Intl.DateTimeFormat(lang, { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' }).format(date);
        const order = lang === 'en-US' ? 'month' : 'day';
        expect(parseDate(text, order)?.serial ?? text).toBe(serial);
        expect([order, 'either', null]).toContain(orderOf(text));
      },
    ),
  );
});

test('figures in running text', () => {
  const values = (text: string) => figuresIn(text).map(({ value, magnitude }) => value * magnitude);
  expect(values('about $5.5M, or 2.78 million hours')).toEqual([5_500_000, 2_780_000]);
  expect(values('$5.576M')).toEqual([5_576_000, 5_576_000_000]);
  expect(values('10,000–50,000 chips, 17%')).toEqual([10_000, 10, 50_000, 50, 17]);
  expect(values('rund 1,6 Mrd. $')).toEqual([1.6e9]);
});

test.each([
  ['%', 'en', '', '%', 1],
  ['US$ million', 'en', '$', 'm', 1e6],
  ['$bn', 'en', '$', 'bn', 1e9],
  ['$ per million tokens', 'en', '$', '', 1],
  ['thousand GPU hours', 'en', '', '', 1e3],
  ['chips', 'en', '', '', 1],
  ['million dollars', 'en', '$', 'm', 1e6],
  ['per cent of GDP', 'en', '', '%', 1],
  ['Mio. €', 'en', '€', 'm', 1e6],
  ['US$ million', 'de', '', ' Mio. $', 1e6],
  ['Mrd. €', 'de', '', ' Mrd. €', 1e9],
  ['%', 'de', '', ' %', 1],
  ['€', 'fr', '', ' €', 1],
  ['€ million', 'fr', '', ' M €', 1e6],
  ['%', 'tr', '%', '', 1],
  ['亿元', 'zh', '', '亿元', 1e8],
  ['亿美元', 'zh', '', '亿美元', 1e8],
  ['万人', 'zh', '', '万', 1e4],
  ['亿元', 'en', 'CN¥', 'm', 1e6],
  ['万人', 'en', '', 'k', 1e3],
  ['亿美元', 'de', '', ' Mio. $', 1e6],
])('the unit %s in %s prints as %s…%s', (name, lang, prefix, suffix, magnitude) => {
  expect(readUnit(name, lang)).toMatchObject({ prefix, suffix: suffix.replaceAll(' ', '\u00a0'), magnitude });
});

test.each([
  [[79.8, 97.3, 9.3], '', '#,##0.0'],
  [[2664, 119, 5], '', '#,##0'],
  [[5.328, 0.238, 0.01], '', '#,##0.000'],
  [[5.576], '$m', '"$"#,##0.000"m"'],
  [[118.42, 142.62], '$', '"$"#,##0'],
  [[33.333333, 66.666667], '%', '#,##0.0"%"'],
  [[589.4], '$bn', '"$"#,##0.0"bn"'],
  [[15, 2.19, 0.55], '$', '"$"#,##0.00'],
  [[60, 0.55], '$', '"$"#,##0.00'],
  [[480, 0.55], '$', '"$"#,##0.0'],
  [[5_576_000, 1_000_000], '$', '"$"#,##0.000,,"m"'],
  [[1_200_000_000, 800_000_000], '$', '"$"#,##0.0,,,"bn"'],
  [[-3, 4], '%', '#,##0"%";"−"#,##0"%"'],
])('%j in %s print as %s', (values, unit, code) => {
  expect(formatCode(commonForm(values, readUnit(unit), null), Math.min(...values) < 0)).toBe(code);
});

test.each([
  [12_345_678, '', '1234.6万', '0"."0,"万"'],
  [1_234_567_890, '', '12.35亿', '0"."00,,"亿"'],
  [-1_234_567_890, '', '−12.35亿', '0"."00,,"亿"'],
  [2_500_000_000_000, '', '2.5万亿', '#,##0.0,,,,"万亿"'],
])('in Chinese %d counts in 万 and 亿', (value, unit, words, code) => {
  const form = commonForm([value], readUnit(unit, 'zh'), null);
  expect(printNumber(value, form, 'zh')).toBe(words);
  expect(formatCode(form, false)).toBe(code);
});

test('of very different sizes each is printed in its own magnitude', () => {
  const print = (value: number, unit: string, lang = 'en') => printNumber(value, ownForm(value, readUnit(unit, lang), null), lang);
  expect([0.294, 5.576, 944, 1600].map((value) => print(value, '$m'))).toEqual(['$0.294m', '$5.576m', '$944m', '$1.6bn']);
  expect(print(1_600_000_000, '')).toBe('1.6bn');
  expect(print(16_000, 'chips')).toBe('16k');
  expect([5.576, 1600].map((value) => print(value, '$m', 'de'))).toEqual(['5,576\u00a0Mio.\u00a0$', '1,6\u00a0Mrd.\u00a0$']);
  expect([3.5, 23_000].map((value) => print(value, '亿元', 'zh'))).toEqual(['3.5亿元', '2.3万亿元']);
  expect([500, 23_000].map((value) => print(value, '', 'zh'))).toEqual(['500', '2.3万']);
});

test.each([
  [[1600, 0.294, 5.576], '$m', true],
  [[1600, 500], '$m', false],
  [[1_200_000_000, 350], '', true],
  [[12_000, 310], 'people', false],
  [[12_000, 3], 'people', false],
  [[97.3, 0.01], '%', false],
  [[671, 0.5], 'billion', false],
])('whether %j in %s are too far apart for one form: %s', (values, unit, wide) => {
  expect(isWide(values, readUnit(unit))).toBe(wide);
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
        const shown = Number(printNumber(value, form, 'en').replace(/[^\d.]/g, '')) * 10 ** form.shift;
        expect(Math.abs(shown - value)).toBeLessThanOrEqual(value * 0.35);
      }
    }),
  );
});
