import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collect } from '../../lib/core/diagnostic.js';
import { sourceText, spanAt } from '../../lib/core/source.js';
import { readYaml } from '../../lib/core/yaml.js';

const schema = z.strictObject({
  name: z.string().default('none'),
  size: z.enum(['small', 'large']).default('small'),
  count: z.int().min(1).default(1),
  when: z
    .string()
    .regex(/^\d{4}$/, 'expected a year')
    .default(''),
  list: z.array(z.strictObject({ value: z.string(), note: z.string().default('') })).default([]),
  map: z.record(z.string(), z.union([z.string(), z.strictObject({ title: z.string().optional() })])).default({}),
  either: z.union([z.boolean(), z.array(z.string())]).default(false),
});

function read(text: string, against: z.ZodType = schema) {
  const { sink, diagnostics } = collect();
  const source = sourceText('a.yaml', text);
  const result = readYaml({ text, span: (start, end) => spanAt(source, start, end) }, against, { area: 'x', severity: 'error', sink });
  const told = diagnostics.map(({ span, severity, code, message, hints }) => {
    const at = text.slice(span.start.offset, span.end.offset);
    return [`${span.start.line}:${span.start.column} ${severity} ${code} [${at}] ${message}`, ...hints].join(' | ');
  });
  return { result, value: result?.value, told };
}

describe('YAML that a user wrote', () => {
  test('gives values and defaults', () => {
    expect(read('name: a # b\ncount: 2')).toMatchObject({ value: { name: 'a', count: 2, size: 'small', list: [] }, told: [] });
    expect(read('')).toMatchObject({ value: { name: 'none' }, told: [] });
  });

  test.each([
    ['nmae: a', '1:1 warning x/unknown-key [nmae] unknown key "nmae" | did you mean "name"?'],
    ['size: lrage # c', '1:7 error x/invalid-value [lrage] "size" is "lrage", expected small or large | did you mean "large"?'],
    ['name: "a"\ncount:   0   ', '2:10 error x/invalid-value [0] "count" is 0, expected at least 1'],
    ['count: 1.5', '1:8 error x/invalid-value [1.5] "count" is 1.5, expected a whole number'],
    ['count:', '1:1 error x/invalid-value [count] "count" is empty, expected a number'],
    ['name: [a]', '1:7 error x/invalid-value [[a]] "name" is a list, expected text'],
    ['when: "soon"', '1:7 error x/invalid-value ["soon"] "when" is "soon": expected a year'],
    ['either: 5', '1:9 error x/invalid-value [5] "either" is 5, expected true or false or a list'],
    ['list:\n  - value: a\n    nota: b', '3:5 warning x/unknown-key [nota] unknown key "nota" | did you mean "note"?'],
    ['map: {a: {titel: b}}', '1:11 warning x/unknown-key [titel] unknown key "titel" | did you mean "title"?'],
    ['map:\n  a: {title: 5}', '2:14 error x/invalid-value [5] "map.a.title" is 5, expected text | put it between quotes'],
    ['a: *b', '1:4 error x/yaml [*b] unresolved alias (the anchor must be set before the alias): b'],
    ['name: a\nname: b', '2:1 error x/yaml [name] map keys must be unique'],
  ])('%j', (text, expected) => expect(read(text).told[0]).toBe(expected));

  test('what does not fit is left out, each told in its own place', () => {
    const { value, told, result } = read('list:\n  - value: 1\n  - note: b\n  - value: c\n  - value: 2\n  - value: d');
    expect(value).toMatchObject({ list: [{ value: 'c' }, { value: 'd' }] });
    expect(told).toEqual([
      '2:12 error x/invalid-value [1] "list.1.value" is 1, expected text | put it between quotes',
      '3:5 error x/invalid-value [note: b] "list.2.value" is missing',
      '5:12 error x/invalid-value [2] "list.4.value" is 2, expected text | put it between quotes',
    ]);
    expect(result?.spanOf(['list', 1, 'value'])).toMatchObject({ start: { line: 6, column: 12 } });
  });

  test('nothing fits', () => {
    expect(read('- a')).toMatchObject({
      result: null,
      told: ['1:1 error x/invalid-value [- a] this is a list, expected keys with values'],
    });
  });

  test('spans of values and keys', () => {
    const { result } = read('map:\n  "a b": c   # d\n  e: &f\n    title: g\n  h: *f\n');
    const at = (span: { start: { offset: number }; end: { offset: number } } | undefined): string =>
      'map:\n  "a b": c   # d\n  e: &f\n    title: g\n  h: *f\n'.slice(span?.start.offset, span?.end.offset);
    expect(at(result?.spanOf(['map', 'a b']))).toBe('c');
    expect(at(result?.spanOfKey(['map', 'a b']))).toBe('"a b"');
    expect(at(result?.spanOf(['map', 'h']))).toBe('*f');
    expect(at(result?.spanOf(['map', 'h', 'title']))).toBe('g');
    expect(at(result?.spanOf(['map', 'none']))).toBe('"a b": c   # d\n  e: &f\n    title: g\n  h: *f');
  });

  test('never throws', () => {
    const piece = fc.constantFrom(
      'a',
      ': ',
      '- ',
      '\n',
      '  ',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '|',
      '>',
      '#',
      '!!int ',
      '\t',
      '? ',
      '---',
      '<<',
      '\r\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => void read(pieces.join(''))),
      { numRuns: 500 },
    );
    const bomb = Array.from(
      { length: 12 },
      (_, i) => `a${i}: &a${i} [${i === 0 ? 'x' : Array.from({ length: 9 }, () => `*a${i - 1}`).join(', ')}]`,
    );
    expect(read(bomb.join('\n')).told[0]).toContain('x/yaml');
  });
});
