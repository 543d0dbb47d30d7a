import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { type Font, openSync } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { collect } from '../../lib/core/diagnostic.js';
import { toPoints } from '../../lib/core/units.js';
import { type FontFace, paragraph, run, type ThemeFonts } from '../../lib/scene/text.js';
import { unmeasured } from '../../lib/text/families.js';
import { readFontFile } from '../../lib/text/font-file.js';
import { givenFonts, tellUnmeasured } from '../../lib/text/given-fonts.js';
import { naturalWidth } from '../../lib/text/measure.js';
import { testTemplate } from '../support/template.js';

const require = createRequire(import.meta.url);
const fileOf = (name: string, file: string): string => join(dirname(require.resolve(`@expo-google-fonts/${name}/package.json`)), file);
const ARABIC = fileOf('noto-sans-arabic', '400Regular/NotoSansArabic_400Regular.ttf');
const ARABIC_BOLD = fileOf('noto-sans-arabic', '700Bold/NotoSansArabic_700Bold.ttf');

const opened = (path: string): Font => {
  const font = openSync(path);
  if (!('layout' in font)) throw new Error(`${path} is a collection`);
  return font;
};
const facesIn = async (...paths: readonly string[]): Promise<readonly FontFace[]> =>
  (await Promise.all(paths.map((path) => readFontFile(readFileSync(path))))).flatMap((faces) => faces ?? []);

const set = (family: string) => ({ latin: family, eastAsian: 'Microsoft YaHei', complex: family });
const themeOf = (family: string, files: readonly FontFace[]): ThemeFonts => ({
  major: set(family),
  minor: set(family),
  mono: family,
  files,
});

const level = testTemplate.styles.table
  .map((own) => ({ ...own, font: 'minor' as const, size: 100, bold: false, bullet: null }))
  .slice(0, 1);
/** In em. */
const widthOf = (text: string, fonts: ThemeFonts, bold = false): number =>
  toPoints(naturalWidth([paragraph([run(text, 'en', { bold })], { bullet: { kind: 'none' } })], level, fonts)) / 100;
const shapedWidth = (text: string, font: Font): number => font.layout(text).advanceWidth / font.unitsPerEm;

const WORDS =
  'ديب سيك هي شركة صينية للذكاء الاصطناعي مقرها هانغتشو وقد أطلقت نماذج لغوية كبيرة مفتوحة الأوزان بتكلفة منخفضة أثارت اهتمام العالم'.split(
    ' ',
  );
const sentence = fc.shuffledSubarray(WORDS, { minLength: 8, maxLength: Math.min(20, WORDS.length) }).map((words) => words.join(' '));

describe('a font file', () => {
  test('tells its family, its style and its widths', async () => {
    const [regular, bold] = await facesIn(ARABIC, ARABIC_BOLD);
    expect(regular).toMatchObject({ family: 'Noto Sans Arabic', bold: false, italic: false });
    expect(bold).toMatchObject({ family: 'Noto Sans Arabic', bold: true });
    const font = opened(ARABIC);
    expect(regular?.advance(0x628)).toBe(font.glyphForCodePoint(0x628).advanceWidth / font.unitsPerEm);
    expect(regular?.advance(0x4e2d)).toBe(0);
    expect(regular?.pitch).toBeGreaterThan(2);
  });

  test('that is none is told, and so is one that is not there', async () => {
    const { sink, diagnostics } = collect();
    const span = { file: 'a.md', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
    const read = async (path: string) => (path === 'none' ? 'no such file' : new TextEncoder().encode('text'));
    expect((await givenFonts(['none', 'text'], read, span, sink)).faces).toEqual([]);
    expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toEqual(['error font/unreadable', 'error font/unreadable']);
  });

  test('is part of what the deck was built from', async () => {
    const hashOf = async (...fonts: readonly string[]) => (await makeScene('## A\n\na', { fonts })).scene?.hash;
    const hashes = await Promise.all([hashOf(), hashOf(ARABIC), hashOf(ARABIC_BOLD)]);
    expect(new Set(hashes).size).toBe(3);
  });

  test('is measured by, in its own family', async () => {
    const faces = await facesIn(ARABIC);
    const [known, unknown] = [themeOf('Noto Sans Arabic', faces), themeOf('Noto Sans Arabic', [])];
    const font = opened(ARABIC);
    expect(widthOf('Revenue', known)).toBeGreaterThanOrEqual(shapedWidth('Revenue', font));
    expect(widthOf('Revenue', known)).toBeLessThan(1.02 * shapedWidth('Revenue', font));
    expect(widthOf('Revenue', known)).toBeLessThan(widthOf('Revenue', unknown));
    expect(widthOf('Revenue', known, true)).toBeGreaterThan(widthOf('Revenue', known));
  });

  test('what is measured without one is said', async () => {
    const faces = await facesIn(ARABIC);
    expect(unmeasured('نص and ไทย', themeOf('Calibri', []))).toEqual(['Arabic', 'Thai']);
    expect(unmeasured('Words – слова, 中文', themeOf('Arial', []))).toEqual([]);
    expect(unmeasured('نص', themeOf('Noto Sans Arabic', faces))).toEqual([]);
    const { sink, diagnostics } = collect();
    const span = { file: 'a.md', start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
    tellUnmeasured('x', themeOf('Nobody’s Sans', []), span, sink);
    expect(diagnostics).toMatchObject([{ severity: 'info', code: 'font/averages', message: expect.stringContaining('Nobody’s Sans') }]);
  });
});

/** Carlito sets a few pairs wider than its letters are, `(j` and `L.` by 0.03 em, `f”` by 0.05; in running text others make up for it. */
const spread = (text: string): number => (/^[a-z ]{20,}$/i.test(text) ? 0 : 0.05 * text.length);

describe('no text is drawn wider than it was measured', () => {
  const letters = fc.oneof(
    fc.lorem({ maxCount: 12 }),
    fc.string({ unit: fc.constantFrom(...'AVTawyo.,fi ffl–−0123456789€%éüßЖяΩλ“”'), minLength: 1, maxLength: 60 }),
  );
  test.each([
    ['Calibri', 'carlito', 'Carlito_400Regular.ttf'],
    ['Arial', 'arimo', 'Arimo_400Regular.ttf'],
    ['Times New Roman', 'tinos', 'Tinos_400Regular.ttf'],
    ['Georgia', 'gelasio', 'Gelasio_400Regular.ttf'],
  ])('in %s', (family, name, file) => {
    const font = opened(fileOf(name, `400Regular/${file}`));
    fc.assert(
      fc.property(letters, (given) => {
        const text = Array.from(given)
          .filter((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0))
          .join('');
        expect(widthOf(text, themeOf(family, []))).toBeGreaterThanOrEqual(shapedWidth(text.trimEnd(), font) - spread(text));
      }),
    );
  });

  test('in Arabic, by averages and by the file', async () => {
    const faces = await facesIn(ARABIC, ARABIC_BOLD);
    const [regular, bold] = [opened(ARABIC), opened(ARABIC_BOLD)];
    fc.assert(
      fc.property(sentence, (text) => {
        expect(widthOf(text, themeOf('Calibri', []), true)).toBeGreaterThanOrEqual(shapedWidth(text, bold));
        const measured = widthOf(text, themeOf('Noto Sans Arabic', faces));
        expect(measured).toBeGreaterThanOrEqual(shapedWidth(text, regular));
        expect(measured).toBeLessThan(1.5 * shapedWidth(text, regular));
      }),
      { numRuns: 40 },
    );
  });
});
