/** Every `name.md` is held against the rules; what is expected stands beside the lines: `<!-- expect: code "excerpt" -->`, in YAML `# expect: …`. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../lib/check/index.js';
import { checkBriefing } from '../../lib/index.js';

const folder = new URL('../cases/check/', import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** A comment may name several, each with what its span holds; `expect-1`: of the line before; of a span of several lines the first counts. */
const EXPECT = /(?:<!--|#) expect([+-]\d+)?: (.*?)(?:-->|$)/g;
const ONE = /([a-z-]+\/[a-z-]+) "([^"]*)"/g;

const expectedIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line, index) =>
      [...line.matchAll(EXPECT)].flatMap(([, below = '0', list = '']) =>
        [...list.matchAll(ONE)].map(([, code, excerpt]) => `${index + 1 + Number(below)} ${code} "${excerpt}"`),
      ),
    )
    .sort(byLine);

const byLine = (a: string, b: string): number => Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);

test.each(names)('%s', async (name) => {
  const url = new URL(name, folder);
  const text = readFileSync(url, 'utf8');
  const { diagnostics } = await checkBriefing(url);
  const own = diagnostics.filter(({ span }) => span.file.endsWith(name));
  expect(diagnostics.filter((item) => !own.includes(item))).toEqual([]);
  const found = own.map(
    ({ code, span }) =>
      `${span.start.line} ${code} "${text
        .slice(span.start.offset, span.end.offset)
        .replace(/[\r\n][\s\S]*/, '')
        .replace(/"/g, "'")}"`,
  );
  expect([...found].sort(byLine)).toEqual(expectedIn(text));
});

test('a briefing with forty faults and more, of all rules that a briefing can break', () => {
  const planted = expectedIn(readFileSync(new URL('forty.md', folder), 'utf8')).map((line) => line.split(' ')[1]);
  expect(planted.length).toBeGreaterThanOrEqual(40);
  expect(rules.map(({ code }) => code).filter((code) => !planted.includes(code))).toEqual(['access/reading-order', 'access/contrast']);
});

test('every rule has a case in which it speaks', () => {
  const expected = new Set(
    names.flatMap((name) => expectedIn(readFileSync(new URL(name, folder), 'utf8')).map((line) => line.split(' ')[1])),
  );
  const unseen = new Set(['access/reading-order', 'access/contrast']);
  expect(rules.map(({ code }) => code).filter((code) => !expected.has(code) && !unseen.has(code))).toEqual([]);
});
