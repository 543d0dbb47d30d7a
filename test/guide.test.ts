/** The guide is true: its links lead somewhere, and its commands exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marked } from 'marked';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readArguments } from '../lib/cli/arguments.js';

const root = join(import.meta.dirname, '..');
const FOLDERS = ['lib', 'templates', 'decks', 'examples'];
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?:^|[\\/])README\.md$/.test(name))
      .map((name) => join(folder, name)),
  ),
].filter((name) => name !== 'CHANGELOG.md');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

/** Headings as GitHub names them in links. */
const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );

/** The targets of links and pictures, not those in code. */
function linksIn(text: string): readonly string[] {
  const links: string[] = [];
  marked.walkTokens(marked.lexer(text), (token) => {
    if ((token.type === 'link' || token.type === 'image') && !/^[a-z]+:/i.test(token.href)) links.push(decodeURIComponent(token.href));
  });
  return links;
}

test.each(pages)('the links of %s lead somewhere', (name) => {
  const dead = linksIn(read(name)).filter((link) => {
    const [path = '', anchor = ''] = link.split('#');
    const target = path === '' ? name : join(dirname(name), path);
    if (!existsSync(join(root, target))) return true;
    return anchor !== '' && /\.md$/.test(target) && !anchorsOf(read(target)).has(anchor);
  });
  expect(dead).toEqual([]);
});

/** Commands in indented and fenced code, and in code between words: from `briefdeck` or our program on, without comments behind two blanks. */
const commandsIn = (text: string): readonly (readonly string[])[] =>
  [...text.matchAll(/(?:^ {4}|^\s*- run: |`)(?:npx briefdeck|node dist\/cli\/main\.js|briefdeck) ([^`\n]+?)(?: {2,}[^`\n]*)?(?=`|\n)/gm)]
    .map(([, rest = '']) => rest.trim().split(/\s+/))
    .filter(([command = '']) => /^[a-z]+$/.test(command))
    // A command alone between words is a mention.
    .filter((words) => words.length > 1 || words[0] === 'new');

/** Words that stand for something: `<briefing…>`, `[NAME]`, `DIR/`. */
const given = (words: readonly string[]): readonly string[] => words.map((word) => word.replace(/^[<[](.*?)…?[>\]]$/, '$1'));

describe('commands of the guide', () => {
  const all = [...pages, join('examples', 'ci', 'briefings.yml')].flatMap((name) =>
    commandsIn(read(name)).map((words) => [words.join(' '), name, words] as const),
  );

  test('are found', () => expect(all.length).toBeGreaterThan(15));

  test.each(all)('briefdeck %s (%s)', (_, __, words) => {
    expect(() => readArguments(given(words))).not.toThrow();
  });

  test('are scripts of the package where npm runs them', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const asked = pages.flatMap((name) => [...read(name).matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g)].map(([, script = '']) => script));
    expect(asked.filter((script) => !Object.hasOwn(scripts, script))).toEqual([]);
  });
});

test('the workflow of the examples is YAML with steps', () => {
  const { jobs } = parse(read(join('examples', 'ci', 'briefings.yml')));
  expect(jobs.decks.steps.filter((step: object) => 'run' in step)).toHaveLength(4);
});

test('the table of examples names each of them', () => {
  const page = read(join('examples', 'README.md'));
  const files = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /^[^/]+\/[^/]+\.(?:ts|md|yml)$/.test(name) && !name.endsWith('README.md'));
  expect(files.filter((name) => !page.includes(`](${name})`))).toEqual([]);
});
