import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type MeasureTextOptions, measureText } from '../../lib/text/measure-text.js';

const calibri: MeasureTextOptions = { font: 'Calibri', size: 20 };

/** Design widths in 2048ths of an em, from the fonts' own tables. */
const DESIGN = [
  { font: 'Calibri', text: 'Hi', units: 1276 + 470 },
  { font: 'Arial', text: 'Hamburg', units: 1479 + 1139 + 1706 + 1139 + 1139 + 682 + 1139 },
  { font: 'Times New Roman', text: '0123', units: 4 * 1024 },
  { font: 'Courier New', text: 'code();', units: 7 * 1229 },
];

const text = fc.oneof(
  fc.lorem({ maxCount: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('中文', '。', 'a', ' ', '\u00a0', '-', '—', '“', '\u200b', '👩‍👩‍👧', 'e\u0301', 'Wörter', '\t'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);
const width = fc.double({ min: 1, max: 600, noNaN: true });
const withoutSpace = (value: string): string => value.replaceAll(/\s/g, '');
const graphemes = (value: string): number => [...new Intl.Segmenter('und').segment(value)].length;

describe('widths', () => {
  test.each(DESIGN)('$font: $text is what the font says, and at most 1.1 % more', ({ font, text, units }) => {
    const design = (units / 2048) * 100;
    const measured = measureText(text, { font, size: 100 }).width;
    expect(measured).toBeGreaterThanOrEqual(design);
    expect(measured).toBeLessThanOrEqual(design * 1.011);
  });

  test('bold and italic have widths of their own', () => {
    const plain = measureText('Hamburgefontsiv', calibri).width;
    expect(measureText('Hamburgefontsiv', { ...calibri, bold: true }).width).toBeGreaterThan(plain);
    expect(measureText('Hamburgefontsiv', { ...calibri, italic: true }).width).not.toBe(plain);
  });

  test('runs are set each in its own face and size', () => {
    const mixed = measureText([[{ text: 'big', size: 40, bold: true }, { text: ' small' }]], calibri);
    const sum = measureText('big', { ...calibri, size: 40, bold: true }).width + measureText(' small', calibri).width;
    expect(mixed.width).toBeCloseTo(sum, 3);
    expect(mixed.height).toBe(measureText('big', { ...calibri, size: 40 }).height);
  });

  test('a character after each, and its spacing', () => {
    expect(measureText('abc', { ...calibri, charSpacing: 2 }).width).toBeCloseTo(measureText('abc', calibri).width + 6, 3);
  });

  test.each([
    ['full-width forms', '中文', 2],
    ['East Asian quotation marks and dashes', '“中——文”', 6],
    ['half-width kana', 'ｱｲ', 1],
    ['marks and characters without width', '\u0301\u200b\u200d\ufeff\u0007', 0],
  ])('%s', (_, sample, ems) => {
    expect(measureText(sample, calibri).width).toBeCloseTo(ems * 20, 3);
  });

  test('an emoji is one picture, whatever it is made of', () => {
    const one = measureText('👩', calibri).width;
    expect(one).toBeGreaterThan(20);
    expect(measureText('👩‍👩‍👧', calibri).width).toBe(one);
    expect(measureText('👩🏽', calibri).width).toBe(one);
    for (const text of ['🏳️‍🌈', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '❤️']) expect(measureText(text, calibri).width, text).toBe(one);
    for (const text of ['🇩🇪', '1️⃣']) expect(measureText(text, calibri).width, text).toBeGreaterThanOrEqual(one);
  });

  test.each(['Aptos', 'Verdana', 'Cambria', 'Nobody’s Sans', 'Nobody’s Mono'])('%s has no table, and is measured', (font) => {
    const { width, height } = measureText('Revenue −5 % – Привет – Ελλάδα', { font, size: 20 });
    expect(width).toBeGreaterThan(measureText('Revenue −5 % – Привет – Ελλάδα', { ...calibri }).width);
    expect(height).toBeGreaterThan(24);
  });
});

describe('lines', () => {
  test('end at spaces and hyphens, and the space is not counted', () => {
    const { lines } = measureText('one two well-known', { ...calibri, width: measureText('one two', calibri).width });
    expect(lines.map((line) => line.text)).toEqual(['one two', 'well-', 'known']);
  });

  test('do not end at a no-break space, nor at a slash while the word fits a line', () => {
    const { lines } = measureText('and 5\u00a0% and/or', { ...calibri, width: measureText('and/or', calibri).width });
    expect(lines.map((line) => line.text)).toEqual(['and', '5\u00a0%', 'and/or']);
  });

  test('break a word that is wider than the line', () => {
    const { lines } = measureText('mmmmmm', { ...calibri, width: measureText('mmmm', calibri).width });
    expect(lines.map((line) => line.text)).toEqual(['mmmm', 'mm']);
  });

  test('never start with what may not start a line', () => {
    const { lines } = measureText('价格低，用户多。', { ...calibri, width: 60 });
    expect(lines.map((line) => line.text)).toEqual(['价格', '低，用', '户多。']);
  });

  test('end at the spaces of Korean, and inside a word only where it is wider than the line', () => {
    const wide = measureText('권력은 국민', calibri).width;
    expect(measureText('모든 권력은 국민으로부터 나온다', { ...calibri, width: wide }).lines.map((line) => line.text)).toEqual([
      '모든 권력은',
      '국민으로부',
      '터 나온다',
    ]);
    expect(measureText('국민', calibri).width).toBeLessThan(measureText('国民', calibri).width);
  });

  test('a string has a paragraph per line, a run may break its line', () => {
    const spaced = { ...calibri, spaceBefore: 10, spaceAfter: 5 };
    const line = measureText('a', calibri).height;
    expect(measureText('a\r\nb', spaced).height).toBeGreaterThan(2 * line + 10);
    expect(measureText('a\n\nb', calibri).lines.map((item) => item.text)).toEqual(['a', '', 'b']);
    expect(measureText([[{ text: 'a\nb' }]], spaced).lines).toHaveLength(2);
  });

  test('line spacing scales every line', () => {
    const single = measureText('a\nb', calibri).lines[0]?.height ?? 0;
    expect(measureText('a\nb', { ...calibri, lineSpacing: 0.9 }).lines.map((line) => line.height)).toEqual([
      expect.closeTo(single * 0.9, 3),
      expect.closeTo(single * 0.9, 3),
    ]);
  });

  test('nothing is measured as nothing, an empty text as one line', () => {
    expect(measureText([], calibri)).toEqual({ width: 0, height: 0, lines: [] });
    expect(measureText('', calibri).height).toBe(measureText('x', calibri).height);
  });
});

describe('any text', () => {
  test('keeps its characters in order', () => {
    fc.assert(
      fc.property(text, width, (sample, room) => {
        const { lines } = measureText(sample, { ...calibri, width: room });
        expect(withoutSpace(lines.map((line) => line.text).join(''))).toBe(withoutSpace(sample));
      }),
    );
  });

  test('has no line wider than the room, but for a single character', () => {
    fc.assert(
      fc.property(text, width, (sample, room) => {
        for (const line of measureText(sample, { ...calibri, width: room }).lines) {
          if (line.width > room + 0.001) expect(graphemes(line.text)).toBe(1);
        }
      }),
    );
  });

  test('grows no higher where there is more room', () => {
    fc.assert(
      fc.property(text, width, width, (sample, one, other) => {
        const narrow = measureText(sample, { ...calibri, width: Math.min(one, other) });
        const wide = measureText(sample, { ...calibri, width: Math.max(one, other) });
        expect(wide.height).toBeLessThanOrEqual(narrow.height);
      }),
    );
  });

  test('measures the same twice', () => {
    fc.assert(
      fc.property(text, width, (sample, room) => {
        expect(measureText(sample, { ...calibri, width: room })).toEqual(measureText(sample, { ...calibri, width: room }));
      }),
    );
  });
});

test.each([
  ['a number for a text', 5, calibri],
  ['a paragraph that is no list', ['a'], calibri],
  ['a run without text', [[{}]], calibri],
  ['a run with a size of nothing', [[{ text: 'a', size: 0 }]], calibri],
  ['no options', 'a', undefined],
  ['no font', 'a', { size: 12 }],
  ['no size', 'a', { font: 'Arial' }],
  ['a width that is no number', 'a', { ...calibri, width: Number.NaN }],
  ['line spacing in percent', 'a', { ...calibri, lineSpacing: 100 }],
  ['bold as a word', 'a', { ...calibri, bold: 'yes' }],
])('refuses %s', (_, sample, options) => {
  expect(() => Reflect.apply(measureText, null, [sample, options])).toThrow(TypeError);
});
