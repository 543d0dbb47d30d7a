import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { positionAt, sourceText } from '../../lib/core/source.js';
import { closest } from '../../lib/core/suggest.js';

describe('positions', () => {
  test('count lines at every kind of line end', () => {
    const source = sourceText('a', 'a\nb\r\nc\rd');
    expect([0, 1, 2, 3, 4, 5, 6, 7, 99].map((offset) => positionAt(source, offset)).map(({ line, column }) => `${line}:${column}`)).toEqual(
      ['1:1', '1:2', '2:1', '2:2', '2:3', '3:1', '3:2', '4:1', '4:2'],
    );
  });

  test('a byte order mark is no column', () => {
    const source = sourceText('a', '\ufeffab\nc');
    expect([0, 1, 2, 4].map((offset) => positionAt(source, offset).column)).toEqual([1, 1, 2, 1]);
  });

  test('agree with a count by hand', () => {
    const text = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '文'), { maxLength: 20 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(30), (words, at) => {
        const offset = Math.min(at, words.length);
        const inside = words.charAt(offset - 1) === '\r' && words.charAt(offset) === '\n';
        fc.pre(!inside);
        const lines = words.slice(0, offset).split(/\r\n|\r|\n/);
        expect(positionAt(sourceText('a', words), at)).toEqual({ line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset });
      }),
    );
  });
});

describe('did you mean', () => {
  test.each([
    ['titel', 'title'],
    ['Size', 'size'],
    ['overflw', 'overflow'],
    ['x', null],
    ['completely', null],
    ['', null],
  ])('%s', (word, expected) => expect(closest(word, ['title', 'size', 'overflow'])).toBe(expected));

  test('of nothing', () => expect(closest('a', [])).toBeNull());
});
