import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { colorsOf, diagnosticText, linesOf, underline } from '../../lib/cli/text.js';
import { columnsOf } from '../../lib/cli/width.js';
import { type Diagnostic, diagnostic } from '../../lib/core/diagnostic.js';
import { sourceText, spanAt } from '../../lib/core/source.js';

const FILE = 'decks/rise/briefing.md';
/** An error at the first place of `word`, printed without colours. */
function printed(text: string, word: string, more: Partial<Diagnostic> = {}, columns = 120): string {
  const at = text.indexOf(word);
  const span = spanAt(sourceText(FILE, text), at, at + word.length);
  const item = { ...diagnostic('error', 'chart/not-a-number', `"${word}" is not a number`, span, 'leave the cell empty'), ...more };
  return diagnosticText(item, { colors: colorsOf(false), columns, lines: () => linesOf(text) });
}
const rows = (text: string) => text.split('\n');

describe('a diagnostic', () => {
  test('shows its place, the line, carets and the hint', () => {
    const text = `${'\n'.repeat(40)}SWE-bench, 49.2, n/a\n`;
    expect(rows(printed(text, 'n/a'))).toEqual([
      'decks/rise/briefing.md:41:18 error chart/not-a-number: "n/a" is not a number',
      '   41 | SWE-bench, 49.2, n/a',
      '      |                  ^^^',
      '   hint: leave the cell empty',
      '',
    ]);
  });

  test('underlines to the end of the line where it spans several', () => {
    expect(rows(printed('ab cd\nef', 'cd\ne')).slice(1, 3)).toEqual(['    1 | ab cd', '      |    ^^']);
  });

  test('puts one caret where it spans nothing, also at the end', () => {
    expect(rows(printed('ab', '')).slice(1, 3)).toEqual(['    1 | ab', '      | ^']);
    const end = spanAt(sourceText(FILE, 'ab'), 2, 2);
    expect(rows(printed('ab', 'a', { span: end })).slice(1, 3)).toEqual(['    1 | ab', '      |   ^']);
  });

  test('stands under wide characters, tabs and behind a byte order mark', () => {
    expect(rows(printed('\ufeff深度, x', 'x')).slice(1, 3)).toEqual(['    1 | 深度, x', '      |       ^']);
    expect(rows(printed('a\tx', 'x')).slice(1, 3)).toEqual(['    1 | a   x', '      |     ^']);
    expect(rows(printed('👩‍🔬 深', '深')).slice(1, 3)).toEqual(['    1 | 👩‍🔬 深', '      |    ^^']);
  });

  test('never lets a file steer the terminal', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
    expect(printed('\x1b[31mred\x07\u202e', 'red', { message: 'a\x1b]0;x\x07' })).not.toMatch(/[\x00-\x09\x0b-\x1f\u202e]/);
  });

  test('has no excerpt where its file cannot be shown', () => {
    const start = { line: 1, column: 1, offset: 0 };
    const item = diagnostic('error', 'host/not-found', 'no such file or folder', { file: 'x.md', start, end: start });
    expect(diagnosticText(item, { colors: colorsOf(false), columns: 80, lines: () => [] })).toBe(
      'x.md error host/not-found: no such file or folder\n',
    );
  });
});

describe('a long line', () => {
  test('is shortened round the span', () => {
    const line = `${'a'.repeat(300)} HERE ${'b'.repeat(300)}`;
    const { text, indent, width } = underline(line, 301, 305, 40);
    expect(text).toMatch(/^…a+ HERE b+…$/);
    expect([text.slice(indent, indent + width), text.length]).toEqual(['HERE', 40]);
  });

  test('fits, and its carets stand under the start of the span, whatever it holds', () => {
    const character = fc.constantFrom('a', ' ', '深', '\t', 'é', 'e\u0301', '😀', '\u200b', '한');
    const input = fc.tuple(fc.array(character, { maxLength: 120 }), fc.nat(120), fc.nat(40), fc.integer({ min: 20, max: 90 }));
    fc.assert(
      fc.property(input, ([characters, from, length, room]) => {
        const line = characters.join('');
        const start = characters.slice(0, from).join('').length;
        const end = characters.slice(0, from + length).join('').length;
        const { text, indent, width } = underline(line, start, end, room);
        expect(columnsOf(text)).toBeLessThanOrEqual(room);
        expect(indent).toBeLessThanOrEqual(columnsOf(text));
        expect(width).toBeGreaterThan(0);
        expect(indent + width).toBeLessThanOrEqual(Math.max(columnsOf(text), 1) + 1);
      }),
    );
  });
});
