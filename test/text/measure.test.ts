import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheme } from '../../lib/core/color.js';
import { type Emu, emu, inches, points, toPoints } from '../../lib/core/units.js';
import { type LevelStyle, type Paragraph, paragraph, plainText, run, type TextRun, type ThemeFonts } from '../../lib/scene/text.js';
import { measureParagraphs, naturalWidth } from '../../lib/text/measure.js';

const fonts: ThemeFonts = {
  major: { latin: 'Calibri', eastAsian: 'Microsoft YaHei', complex: 'Arial' },
  minor: { latin: 'Calibri', eastAsian: 'Microsoft YaHei', complex: 'Arial' },
  mono: 'Courier New',
};
const plain: LevelStyle = {
  font: 'minor',
  size: 20,
  bold: false,
  italic: false,
  capitals: false,
  color: scheme('tx1'),
  align: 'left',
  lineSpacing: 1,
  spaceBefore: 9,
  spaceAfter: 0,
  marginLeft: emu(0),
  indent: emu(0),
  bullet: null,
};
const bulleted: LevelStyle = {
  ...plain,
  marginLeft: inches(0.25),
  indent: inches(-0.25),
  bullet: { character: '•', color: scheme('tx2') },
};

const words = (text: string, marks: Partial<Omit<TextRun, 'type'>> = {}): Paragraph => paragraph([run(text, 'en', marks)]);
const measure = (paragraphs: readonly Paragraph[], level: LevelStyle = plain, width: Emu = inches(4)) =>
  measureParagraphs(paragraphs, [level], fonts, width);
const widthOf = (item: Paragraph, level: LevelStyle = plain): number => naturalWidth([item], [level], fonts);

describe('paragraphs', () => {
  test('stand apart by their own space before, but for the first', () => {
    const line = measure([words('a')]).height;
    expect(measure([words('a'), words('b')]).height).toBeGreaterThanOrEqual(2 * line + points(9) - points(0.1));
    expect(measure([words('a'), { ...words('b'), spaceBefore: 0 }]).height).toBeLessThan(2 * line + 1);
    expect(measure([]).height).toBe(0);
  });

  test('hang their bullets, and start at the edge without', () => {
    expect(measure([words('a')], bulleted).lines[0]?.x).toBe(inches(0.25));
    expect(measure([{ ...words('a'), bullet: { kind: 'none' } }], bulleted).lines[0]?.x).toBe(0);
    expect(measure([{ ...words('a'), bullet: { kind: 'continued' } }], bulleted).lines[0]?.x).toBe(inches(0.25));
  });

  test('give way to a number that is wider than its indent', () => {
    const number = { kind: 'number', scheme: 'arabicPeriod', startAt: 1000 } as const;
    expect(measure([{ ...words('a'), bullet: number }], bulleted).lines[0]?.x).toBeGreaterThan(inches(0.25));
  });

  test('wrap in what their indent leaves', () => {
    const text = words('The quick brown fox jumps over the lazy dog.');
    const room = naturalWidth([text], [plain], fonts);
    expect(measure([text], plain, room).lines).toHaveLength(1);
    expect(measure([text], bulleted, room).lines).toHaveLength(2);
  });

  test('break where the author broke them, and an empty line has a height', () => {
    const broken = paragraph([run('a', 'en'), { type: 'break' }, { type: 'break' }, run('b', 'en')]);
    expect(measure([broken]).lines.map((line) => line.text)).toEqual(['a', '', 'b']);
    expect(measure([paragraph([])]).height).toBe(measure([words('a')]).height);
  });

  test('of a level past the last take the last', () => {
    expect(measure([{ ...words('a'), level: 8 }]).height).toBe(measure([words('a')]).height);
  });
});

describe('runs', () => {
  test('are as wide as they are set', () => {
    const width = widthOf(words('Hamburg'));
    expect(widthOf(words('Hamburg', { bold: true }))).toBeGreaterThan(width);
    expect(widthOf(words('Hamburg', { mono: true }))).toBeGreaterThan(width);
    expect(widthOf(words('Hamburg', { size: 10 })) * 2).toBeCloseTo(width, -1);
    expect(widthOf(words('Hamburg', { baseline: 'superscript' })) * 1.5).toBeCloseTo(width, -1);
    expect(widthOf(words('Hamburg'), { ...plain, capitals: true })).toBe(widthOf(words('HAMBURG')));
  });

  test('give a line the height of the highest', () => {
    const mixed = measure([paragraph([run('a', 'en'), run('A', 'en', { size: 40 })])]);
    expect(mixed.height).toBe(measure([words('A', { size: 40 })]).height);
    expect(measure([words('a', { baseline: 'subscript' })]).height).toBeGreaterThan(measure([words('a')]).height);
    expect(measure([words('中')]).height).toBeGreaterThan(measure([words('a')]).height);
  });

  test('go on at the next inch after a tab', () => {
    const [line] = measure([words('a\tb\tc')]).lines;
    expect(toPoints(line?.width ?? emu(0))).toBeCloseTo(144 + toPoints(naturalWidth([words('c')], [plain], fonts)), 3);
  });

  test('of a field are measured as they show', () => {
    expect(widthOf(paragraph([{ type: 'field', field: 'slidenum', text: '12', lang: 'en' }]))).toBe(widthOf(words('12')));
  });
});

test('the lines of a paragraph lie end to end', () => {
  const inline = fc.oneof(
    fc
      .record({ text: fc.string({ unit: 'grapheme' }), bold: fc.boolean(), mono: fc.boolean() })
      .map(({ text, ...marks }) => run(text, 'en', marks)),
    fc.lorem().map((text) => run(text, 'en')),
    fc.constant({ type: 'break' } as const),
  );
  fc.assert(
    fc.property(fc.array(fc.array(inline, { maxLength: 5 }), { maxLength: 4 }), fc.integer({ min: 1, max: 5_000_000 }), (texts, width) => {
      const paragraphs = texts.map((inlines) => paragraph(inlines));
      const { lines } = measure(paragraphs, bulleted, emu(width));
      paragraphs.forEach((item, index) => {
        const own = lines.filter((line) => line.paragraph === index);
        expect(own.map((line) => line.start)).toEqual([0, ...own.slice(0, -1).map((line) => line.end)]);
        expect(own.at(-1)?.end).toBe(plainText(item).length);
        for (const line of own) expect(plainText(item).slice(line.start, line.end).startsWith(line.text)).toBe(true);
      });
    }),
  );
});

describe('scripts', () => {
  const sample = (text: string): readonly string[] => measure([words(text)], plain, inches(2)).lines.map((line) => line.text);

  test.each([
    ['Thai', 'ดีปซีกเป็นบริษัทปัญญาประดิษฐ์ของจีนที่มีสำนักงานใหญ่ในหางโจว', 'th'],
    ['Lao', 'ດີບຊີກແມ່ນບໍລິສັດປັນຍາປະດິດຂອງຈີນທີ່ມີສຳນັກງານໃຫຍ່ຢູ່ຫາງໂຈວ', 'lo'],
    ['Khmer', 'ឌីបស៊ីកគឺជាក្រុមហ៊ុនបញ្ញាសិប្បនិម្មិតរបស់ចិនដែលមានទីស្នាក់ការកណ្តាល', 'km'],
  ])('%s is broken between words', (_, text, lang) => {
    const ends = new Set(Array.from(new Intl.Segmenter(lang, { granularity: 'word' }).segment(text), ({ index }) => index));
    const lines = sample(text);
    expect(lines.length).toBeGreaterThan(1);
    let at = 0;
    for (const line of lines) {
      expect(ends.has(at)).toBe(true);
      at += line.length;
    }
  });

  test('that the families lack stand as far apart as the fonts that stand in for them', () => {
    const pitch = (text: string): number => toPoints(measure([words(text)]).height) / plain.size;
    expect(pitch('Arabic عربي')).toBeLessThan(1.23);
    expect(pitch('中文')).toBeGreaterThanOrEqual(1.32);
    for (const text of ['ไทย', 'हिन्दी', '🚀', '1️⃣', '☑']) expect(pitch(text)).toBeGreaterThanOrEqual(1.33);
    expect(pitch('မြန်မာ')).toBeGreaterThanOrEqual(1.88);
  });

  test('East Asian letters stand apart from others, beside a space too', () => {
    const gap = toPoints(emu(widthOf(words('从 GPU')) - widthOf(words('从')) - widthOf(words(' GPU')))) / plain.size;
    expect(gap).toBeCloseTo(0.25, 2);
  });

  test('a sign or a digit that is shown as emoji is as wide as one', () => {
    const emoji = widthOf(words('😀'));
    for (const text of ['1️⃣', '©️', '✔️']) expect(widthOf(words(text))).toBeGreaterThanOrEqual(emoji);
  });
});
