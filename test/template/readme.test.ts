/** The page on templates keeps in step with the schema. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { templateJsonSchema } from '../../lib/template/json-schema.js';
import { templateSchema } from '../../lib/template/schema.js';
import { load } from './support.js';

const page = readFileSync(join(import.meta.dirname, '..', '..', 'templates', 'README.md'), 'utf8');
const rows = page.split('\n').flatMap((line) => /^\| `([a-zA-Z]+)` \|/.exec(line)?.[1] ?? []);
const named = (row: string): readonly string[] =>
  [...(page.split('\n').find((line) => line.startsWith(row)) ?? '').slice(row.length).matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');

/** Every enumeration of the schema under a key of this name. */
function wordsOf(key: string, within: unknown = templateJsonSchema()): readonly (readonly string[])[] {
  if (typeof within !== 'object' || within === null) return [];
  return Object.entries(within).flatMap(([name, value]) => [...(name === key ? enumsIn(value) : []), ...wordsOf(key, value)]);
}
const enumsIn = (value: unknown): readonly (readonly string[])[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'enum' in value && Array.isArray(value.enum) ? [value.enum.map(String)] : 'const' in value ? [[String(value.const)]] : [];
  return [...own, ...Object.values(value).flatMap(enumsIn)];
};

test('has a row for each key, in the order of the schema', () => {
  expect(rows.slice(0, Object.keys(templateSchema.shape).length)).toEqual(Object.keys(templateSchema.shape));
});

test.each([
  ['| `purpose` of a layout |', 'purpose'],
  ['| `accepts` |', 'accepts'],
  ['| `role` of a placeholder |', 'role'],
  ['| `required` | `title`', 'required'],
  ['| `draw` of art |', 'draw'],
])('%s lists every word', (row, key) => {
  const words = new Set(wordsOf(key).flat());
  const said = new Set([...named(row), ...(key === 'required' ? ['title'] : [])]);
  expect(words.size).toBeGreaterThan(3);
  expect([...words].filter((word) => !said.has(word))).toEqual([]);
  expect([...said].filter((word) => !words.has(word))).toEqual([]);
});

test('its house style is sound but for the files that it names', async () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  const { diagnostics } = await load('./acme', '16:9', { './acme/template.yaml': yaml.replace(/drawings:[\s\S]*/, '') });
  expect(diagnostics).toEqual([]);
});
