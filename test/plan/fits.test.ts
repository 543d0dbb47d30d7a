/** Every word fits, whatever the briefing: random ones, and the awkward ones that real documents hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { slidesOf } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { complaints, expectTrusted } from '../support/deck.js';
import { faults, wordsOf } from '../support/legible.js';

/** A block as the random briefing holds it: how many words each of its pieces has. */
type Piece =
  | { readonly type: 'paragraph' | 'quote' | 'callout' | 'heading' | 'title' | 'section'; readonly words: number }
  | { readonly type: 'definition' | 'columns' | 'html'; readonly counts: readonly number[] }
  | { readonly type: 'list'; readonly ordered: boolean; readonly items: readonly { readonly depth: number; readonly words: number }[] }
  | { readonly type: 'table'; readonly columns: number; readonly rows: readonly (readonly number[])[] }
  | { readonly type: 'code'; readonly lines: readonly number[] };

const few = fc.nat(12);
const many = fc.oneof({ weight: 4, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(400) });
const some = fc.oneof({ weight: 20, arbitrary: fc.nat(15) }, { weight: 1, arbitrary: fc.nat(250) });
const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const, 'callout' as const), words: many }),
  fc.record({ type: fc.constant('heading' as const), words: few }),
  fc.record({ type: fc.constantFrom('title' as const, 'section' as const), words: fc.oneof(few, fc.nat(90)) }),
  fc.record({
    type: fc.constantFrom('definition' as const, 'columns' as const, 'html' as const),
    counts: fc.array(some, { minLength: 2, maxLength: 12 }),
  }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ depth: fc.nat(8), words: some }), { minLength: 1, maxLength: 25 }),
  }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.integer({ min: 2, max: 14 }),
    rows: fc.array(
      fc.array(fc.oneof({ weight: 60, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.nat(200) }), { minLength: 14, maxLength: 14 }),
      { maxLength: 20 },
    ),
  }),
  fc.record({
    type: fc.constant('code' as const),
    lines: fc.array(fc.oneof({ weight: 20, arbitrary: few }, { weight: 1, arbitrary: fc.nat(300) }), { minLength: 1, maxLength: 40 }),
  }),
);

/** What stands between the words that are counted: other scripts, marks, a token that cannot be broken. */
const FILLERS = [
  'and',
  '**bold**',
  '`code`',
  '汉字很多，没有空格。',
  'שלום עולם',
  'نص عربي',
  'x'.repeat(120),
  '👍🏽',
  'a/b/c/d',
  '[link](https://example.org)',
];

/** A briefing of pieces. Its words are numbered in reading order; those of tables and columns have letters of their own, for wide tables are told in column groups, and tall columns side by side. */
function markdown(pieces: readonly Piece[]): string {
  let n = 0;
  const words = (count: number, letter = 'w'): string =>
    Array.from(
      { length: count },
      () => `${letter}${++n}${n % 7 === 0 ? ` ${letter === 'c' ? 'x' : FILLERS[(n / 7) % FILLERS.length]}` : ''}`,
    ).join(' ');
  const quoted = (text: string): string =>
    text
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  const text = (one: Piece): string => {
    switch (one.type) {
      case 'paragraph':
        return words(one.words + 1);
      case 'quote':
        return quoted(words(one.words + 1));
      case 'callout':
        return quoted(`[!NOTE]\n${words(one.words + 1)}`);
      case 'heading':
        return `### ${words(one.words + 1)}`;
      case 'title':
        return `## ${words(one.words + 1)}`;
      case 'section':
        return `# ${words(one.words + 1)}`;
      case 'definition':
        return one.counts
          .map((count, index) => (index === 0 ? words(2) : index % 2 === 1 ? `:   ${words(count + 1)}` : `    ${words(count + 1)}`))
          .join('\n\n');
      case 'columns': {
        const column = (counts: readonly number[]): string =>
          `::: column\n### ${words(2, 't')}\n\n${counts.map((count) => `- ${words(count + 1, 't')}`).join('\n')}\n:::`;
        return `## ${words(2)}\n\n::: columns\n${column(one.counts)}\n${column(one.counts.slice(1))}\n:::\n\n## ${words(1)}`;
      }
      case 'html':
        return `<table>${one.counts.map((count) => `<tr><th>${words(1, 't')}</th><td>${words(count + 1, 't')}</td></tr>`).join('\n')}</table>`;
      case 'list': {
        let depth = 0;
        return one.items
          .map((item, index) => {
            depth = index === 0 ? 0 : Math.min(item.depth, depth + 1);
            return `${'    '.repeat(depth)}${one.ordered ? '1.' : '-'} ${words(item.words + 1)}`;
          })
          .join('\n');
      }
      case 'table': {
        const row = (counts: readonly number[]): string =>
          `| ${counts
            .slice(0, one.columns)
            .map((count) => words(count, 't'))
            .join(' | ')} |`;
        const head = row(Array.from({ length: one.columns }, () => 1));
        return [head, `|${'---|'.repeat(one.columns)}`, ...one.rows.map(row)].join('\n');
      }
      case 'code':
        return ['```', ...one.lines.map((count) => words(count, 'c')), '```'].join('\n');
    }
  };
  return `## Start\n\n${pieces.map(text).join('\n\n')}\n`;
}

const numbered = (texts: readonly string[]): readonly string[] => [...new Set(texts.flatMap((text) => text.match(/\b[wct]\d+\b/g) ?? []))];
const numberOf = (word: string): number => Number(word.slice(1));
const inOrder = (words: readonly string[]): boolean =>
  words.every((word, index) => index === 0 || numberOf(words[index - 1] ?? '') < numberOf(word));

const templates = ['meridian', 'ledger', 'newsroom', 'lab'] as const;

async function built(text: string, template: string = templates[0]) {
  const made = await makeScene(text, { template });
  if (!made.scene) throw new Error(JSON.stringify(made.result.diagnostics));
  return { ...made, scene: made.scene, template: made.template };
}

describe('random briefings', () => {
  it('have every word on a slide, in order, in frames that hold it', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 4 }), fc.constantFrom(...templates), async (pieces, name) => {
        const text = markdown(pieces);
        const { scene, template } = await built(text, name);
        const shown = numbered(wordsOf(scene));
        expect([...shown].sort()).toEqual([...numbered([text])].sort());
        expect(inOrder(shown.filter((word) => !word.startsWith('t')))).toBe(true);
        expect(faults(scene, template)).toEqual([]);
        expect(complaints(await writeDeck(scene, template))).toEqual([]);
      }),
      { seed: 20250120, numRuns: 8, endOnFailure: true },
    );
  });

  it('are trusted by the Open XML SDK', async () => {
    for (const pieces of fc.sample(fc.array(piece, { minLength: 2, maxLength: 4 }), { seed: 7, numRuns: 2 })) {
      const { scene, template } = await built(markdown(pieces));
      await expectTrusted(await writeDeck(scene, template));
    }
  });
});

/** What real documents hold and no random briefing does. */
const long = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(' ');
const awkward: Readonly<Record<string, string>> = {
  'a long cover': `---\ntitle: ${long(120)}\nsubtitle: ${long(90)}\nauthors: [${long(60)}, ${long(20)}]\n---\n\n## A slide\n\nText\n`,
  'links longer than a line': `## Links\n\n${Array.from({ length: 9 }, () => `- See [${long(25)}](https://example.org/a). And so on.`).join('\n')}\n`,
  'code in a list': `## Steps\n\n1. One\n\n   \`\`\`\n${'   a line of code\n'.repeat(30)}   \`\`\`\n2. Two\n`,
  'two listings beside each other': `## Code\n\n\`\`\`\n${'one line\n'.repeat(12)}\`\`\`\n\n\`\`\`\n${'another line\n'.repeat(12)}\`\`\`\n`,
};

it.each(Object.entries(awkward))('%s stands in its frames', async (_, text) => {
  const { scene, template } = await built(text);
  expect(faults(scene, template)).toEqual([]);
});

const counted = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('');

it.each([
  ['a text of fifty slides', counted(1600, (index) => `A sentence of words w${index}. `)],
  ['a word of ten slides', `w0 ${'x'.repeat(15_000)} w1`],
  ['a listing of a thousand lines', `\`\`\`\n${counted(1000, (index) => `line w${index}\n`)}\`\`\``],
  ['a table of three hundred rows', `| A | B |\n|---|---|\n${counted(300, (index) => `| w${2 * index} | w${2 * index + 1} |\n`)}`],
])('%s keeps every word, in order', async (_, text) => {
  const { scene, template } = await built(`# Long\n\n${text}\n`);
  const shown = wordsOf(scene).join(' ');
  expect(numbered([shown])).toEqual(numbered([text]));
  expect(shown.split('x').length).toBe(text.split('x').length);
  expect(faults(scene, template)).toEqual([]);
});

describe('a slide that is parted', () => {
  const citations = (n: number): string => `- ${long(30)} [@s${n}]`;
  const sources = Array.from({ length: 12 }, (_, n) => `  s${n}: {title: Source ${n}, publisher: Publisher ${n}}`).join('\n');

  it('names only the sources of its own words', async () => {
    const { scene } = await built(
      `---\nsources:\n${sources}\n---\n\n## Many\n\n${Array.from({ length: 12 }, (_, n) => citations(n)).join('\n')}\n`,
    );
    const slides = slidesOf(scene).filter((slide) => slide.key.startsWith('many'));
    expect(slides.length).toBeGreaterThan(1);
    for (const slide of slides) {
      const text = slide.items.filter((item) => item.type === 'text');
      const marks = text.flatMap((item) =>
        item.paragraphs.flatMap((one) =>
          one.inlines.flatMap((inline) => (inline.type === 'run' && inline.baseline === 'superscript' ? [inline.text.trim()] : [])),
        ),
      );
      const line = text
        .filter((item) => item.name === 'Sources')
        .flatMap((item) => item.paragraphs.map(plainText))
        .join();
      expect(line.match(/(?<=Sources: |\. )\d+/g)).toEqual(marks);
    }
  });

  it('has at least two items of a list on each side', async () => {
    const { scene } = await built(`## List\n\n${Array.from({ length: 11 }, () => `- ${long(20)}`).join('\n')}\n`);
    const items = slidesOf(scene).map(
      (slide) => slide.items.flatMap((item) => (item.type === 'text' && item.id.endsWith('.text') ? item.paragraphs : [])).length,
    );
    expect(items.length).toBeGreaterThan(1);
    expect(Math.min(...items)).toBeGreaterThan(1);
  });
});
