/** How a slide that is too tall is parted, and what stays together. */
import { describe, expect, it } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { buildDeck } from '../../lib/index.js';
import { type SceneSlide, slidesOf } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';

const long = (words: number): string => Array.from({ length: words }, (_, n) => `word${n}`).join(' ');
const paragraphs = (count: number): string => Array.from({ length: count }, () => long(60)).join('\n\n');
const listing = (lines: number): string => `\`\`\`\n${Array.from({ length: lines }, (_, n) => `line ${n}`).join('\n')}\n\`\`\``;

async function slides(text: string): Promise<readonly SceneSlide[]> {
  const { scene } = await makeScene(text, {});
  return scene ? slidesOf(scene) : [];
}

/** What a slide says below its title, a line each paragraph. */
const linesOf = (slide: SceneSlide): readonly string[] =>
  slide.items.flatMap((item) =>
    item.type === 'text' && !/^(title|footer|number-footer)$/.test(item.id) ? item.paragraphs.map(plainText) : [],
  );

const layoutsOf = async (text: string): Promise<readonly string[]> => (await slides(text)).map((slide) => slide.layout);

describe('headings inside a slide that would become many', () => {
  const text = `## Whole\n\n${paragraphs(2)}\n\n### One\n\n${paragraphs(5)}\n\n### Two\n\n${paragraphs(5)}\n\n[back](#one) and [on](#two)\n`;

  it('become titles of slides of their own', async () => {
    const titles = (await slides(text)).map((slide) => slide.title.replace(/\s\(\d\/\d\)$/, ''));
    expect([...new Set(titles)]).toEqual(['Whole', 'One', 'Two']);
  });

  it('name the whole too where nothing stands before the first', async () => {
    const [first] = await slides(text.replace(/## Whole\n\n[^#]*/, '## Whole\n\n'));
    expect(first?.title).toMatch(/^Whole – One/);
  });

  it('stay headings on a slide of a few parts', async () => {
    const titles = (await slides(`## Whole\n\n### One\n\n${paragraphs(2)}\n\n### Two\n\n${paragraphs(2)}\n`)).map((slide) => slide.title);
    expect(titles.every((title) => title.startsWith('Whole'))).toBe(true);
  });

  it('have slides of their own only where they fill them', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `### Heading ${n}\n\nA line.`).join('\n\n');
    expect((await slides(`## Whole\n\n${many}\n`)).every((slide) => slide.title.startsWith('Whole'))).toBe(true);
  });

  it('are where links to them lead, parted or not', async () => {
    for (const briefing of [text, '## Whole\n\nText\n\n### One\n\nText\n\n## Next\n\n[back](#one)\n']) {
      const { diagnostics } = await buildDeck(briefing);
      expect(diagnostics.map((item) => item.code)).not.toContain('link/nowhere');
    }
    const all = await slides('## Whole\n\nText\n\n### One\n\nText\n\n## Next\n\n[back](#one)\n');
    expect(all[0]?.anchors).toEqual(['one']);
  });
});

describe('what leads in', () => {
  it('a heading stays with its listing, even one that is taller than the slide', async () => {
    for (const lines of [8, 20, 60]) {
      const all = await slides(`## Code\n\n${paragraphs(3)}\n\n### Example\n\n${listing(lines)}\n`);
      expect(all.filter((slide) => linesOf(slide).at(-1) === 'Example')).toEqual([]);
      expect(all.some((slide) => [slide.title.replace(/\s.*/, ''), ...linesOf(slide)].join().includes('Example,line 0'))).toBe(true);
    }
  });

  it('no heading stands alone beside a listing', async () => {
    expect(await layoutsOf(`## Code\n\n### Example\n\n${listing(8)}\n`)).toEqual(['Title only']);
  });

  it('code between its explanations reads from top to bottom', async () => {
    expect(await layoutsOf(`## Code\n\n${long(20)}\n\n${listing(6)}\n\n${long(20)}\n`)).toEqual(['Title only']);
  });

  it('words that nobody is quoted with do not stand beside other words', async () => {
    expect(await layoutsOf(`## Remark\n\n> ${long(20)}\n\n${long(20)}\n`)).toEqual(['Title only']);
    expect(await layoutsOf(`## Quote\n\n> ${long(20)}\n`)).not.toEqual(['Title only']);
  });
});

describe('a list', () => {
  it('of tasks keeps its text apart from the boxes', async () => {
    const [slide] = await slides('## Tasks\n\n- [x] a\n- [ ] b\n');
    const [text] = slide?.items.flatMap((item) => (item.type === 'text' && item.id.endsWith('.text') ? [item] : [])) ?? [];
    for (const { indent } of text?.paragraphs ?? [])
      expect((indent?.hanging ?? 0) / 12_700).toBeGreaterThan(1.2 * (text?.style[0]?.size ?? 0));
  });

  it('goes on counting behind what stands between its items', async () => {
    const [slide] = await slides(`## Steps\n\n1. One\n\n   ${listing(2).replaceAll('\n', '\n   ')}\n\n   and so\n2. Two\n`);
    const numbers = slide?.items.flatMap((item) =>
      item.type === 'text' ? item.paragraphs.map(({ bullet }) => (bullet.kind === 'number' ? bullet.startAt : bullet.kind)) : [],
    );
    expect(numbers?.filter((bullet) => bullet !== 'inherit' && bullet !== 'none')).toEqual([1, 'continued', 2]);
    expect(slide ? linesOf(slide) : []).toEqual(['One', 'line 0', 'line 1', 'and so', 'Two']);
  });

  it('inside a list has no item alone on a slide', async () => {
    const inner = Array.from({ length: 5 }, () => `    - ${long(22)}`).join('\n');
    const all = await slides(`## List\n\n- ${long(30)}\n${inner}\n- ${long(30)}\n${inner}\n`);
    const levels = all.map((slide) =>
      slide.items.flatMap((item) => (item.type === 'text' ? item.paragraphs.map(({ level }) => level) : [])),
    );
    expect(levels.length).toBeGreaterThan(1);
    for (const of of levels) expect(of.filter((level) => level === 1).length).not.toBe(1);
  });
});

describe('overflow', () => {
  const tall = `${Array.from({ length: 24 }, () => `- ${long(9)}`).join('\n')}\n`;

  it.each([
    ['split', 'info slide/split', true],
    ['shrink', 'warning slide/overflow', true],
    ['warn', 'warning slide/overflow', true],
    ['error', 'error slide/overflow', false],
  ])('%s: in front matter and on a slide', async (mode, told, builds) => {
    for (const text of [`---\noverflow: ${mode}\n---\n\n## Tall\n\n${tall}`, `## Tall {overflow=${mode}}\n\n${tall}`]) {
      const { diagnostics, pptx, slides: made } = await buildDeck(text);
      expect(diagnostics.map(({ severity, code }) => `${severity} ${code}`)).toContain(told);
      expect(pptx !== undefined).toBe(builds);
      if (mode !== 'split') expect(made.length).toBe(1);
    }
  });

  it('shrink goes further down the ladder than split does, and says nothing where that is enough', async () => {
    const some = `${Array.from({ length: 13 }, () => `- ${long(9)}`).join('\n')}\n`;
    const { diagnostics, slides: made } = await buildDeck(`## Tall {overflow=shrink}\n\n${some}`);
    expect([diagnostics, made.length]).toEqual([[], 1]);
  });
});

/** How many list items, or lines of a listing, or rows each slide has. */
const countsOf = (all: readonly SceneSlide[], pattern: RegExp): readonly number[] =>
  all.map(
    (slide) =>
      slide.items
        .flatMap((item) =>
          item.type === 'table'
            ? item.rows.map((row) => row.cells.flatMap((cell) => cell.paragraphs.map(plainText)).join(' '))
            : item.type === 'text'
              ? item.paragraphs.map(plainText)
              : [],
        )
        .filter((text) => pattern.test(text)).length,
  );

describe('parts are balanced', () => {
  it.each([
    ['a list', (n: number) => Array.from({ length: n }, (_, at) => `- item${at} ${long(55)}`).join('\n')],
    ['paragraphs', (n: number) => Array.from({ length: n }, (_, at) => `item${at} ${long(55)}`).join('\n\n')],
    ['a table', (n: number) => `| a | b |\n|--|--|\n${Array.from({ length: n * 5 }, (_, at) => `| item${at} | ${long(25)} |`).join('\n')}`],
    ['a listing', (n: number) => `\`\`\`\n${Array.from({ length: n * 7 }, (_, at) => `item${at}`).join('\n')}\n\`\`\``],
    [
      'a list below a line',
      (n: number) => `A line above.\n\n${Array.from({ length: n }, (_, at) => `- item${at} ${long(55)}`).join('\n')}`,
    ],
  ])('%s', async (name, text) => {
    for (const count of [9, 17]) {
      const counts = countsOf(await slides(`## T\n\n${text(count)}\n`), /item\d/);
      expect(counts.length).toBeGreaterThan(1);
      expect(Math.max(...counts) - Math.min(...counts), counts.join('-')).toBeLessThanOrEqual(name === 'a listing' ? 3 : 1);
    }
  });
});

it('a wide and long table is parted into groups of as many columns, all parts of one with the same widths', async () => {
  const row = (name: string): string => `| ${Array.from({ length: 16 }, (_, n) => `${name}${n} considerable`).join(' | ')} |`;
  const text = `## T\n\n${row('h')}\n|${'---|'.repeat(16)}\n${Array.from({ length: 14 }, (_, n) => row(`r${n}x`)).join('\n')}\n`;
  const tables = (await slides(text)).flatMap((slide) => slide.items.flatMap((item) => (item.type === 'table' ? [item] : [])));
  const counts = [...new Set(tables.map((table) => table.columns.length))];
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
  const widths = new Map<string, Set<string>>();
  for (const { name, columns } of tables) widths.set(name, (widths.get(name) ?? new Set<string>()).add(columns.join()));
  expect(widths.size).toBeGreaterThan(1);
  expect(tables.length).toBeGreaterThan(widths.size);
  expect([...widths.values()].map((some) => some.size)).toEqual([...widths].map(() => 1));
});

describe('columns that are taller than a slide', () => {
  const column = (name: string, items: number, head = ''): string =>
    `::: column\n${head}${Array.from({ length: items }, (_, n) => `- ${name}${n} and a few more words that fill its line`).join('\n')}\n:::\n`;
  const briefing = (...columns: readonly string[]): string => `## Sides\n\n::: columns\n${columns.join('')}:::\n`;
  const sidesOf = (slide: SceneSlide): readonly string[] => [
    ...new Set(linesOf(slide).map((line) => /^(left|right)\d/.exec(line)?.[1] ?? line)),
  ];

  it('go on side by side', async () => {
    const all = await slides(briefing(column('left', 16, '### West\n\n'), column('right', 16, '### East\n\n')));
    expect(all.map((slide) => slide.title.replaceAll('\u00a0', ' '))).toEqual(['Sides (1/2)', 'Sides (2/2)']);
    for (const slide of all) expect(sidesOf(slide).toSorted()).toEqual(['East', 'West', 'left', 'right']);
    expect(all.map((slide) => slide.anchors)).toEqual([['west', 'east'], []]);
  });

  it('leave the whole width to the one that is left', async () => {
    const all = await slides(briefing(column('left', 40), column('right', 3)));
    expect(all.map(sidesOf)).toEqual([['left', 'right'], ...all.slice(1).map(() => ['left'])]);
    expect(all.length).toBeGreaterThan(1);
  });

  it('are told where one holds what no column does', async () => {
    const wide = `| ${'word | '.repeat(9)}\n|${'---|'.repeat(9)}\n| ${'considerably | '.repeat(9)}\n`;
    const { diagnostics, slides: made } = await buildDeck(briefing(column('left', 30), `::: column\n${wide}:::\n`));
    expect(made.length).toBeGreaterThan(1);
    expect(diagnostics.map(({ code }) => code)).toContain('slide/split');
  });
});

it('a heading with only a line that leads in stands with what it leads in', async () => {
  for (const above of [6, 7, 8]) {
    const all = await slides(
      `## T\n\n${Array.from({ length: above }, () => long(28)).join('\n\n')}\n\n### Returns\n\nThe value\n\n- ${long(20)}\n- ${long(20)}\n- ${long(20)}\n`,
    );
    expect(all.filter((slide) => linesOf(slide).at(-1) === 'The value')).toEqual([]);
  }
});
