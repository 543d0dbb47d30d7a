import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildDeck, makeScene } from '../../lib/build.js';
import { readPackage } from '../../lib/package/zip.js';
import { type Item, slidesOf, type TableItem, type TextItem } from '../../lib/scene/scene.js';
import { type Paragraph, plainText } from '../../lib/scene/text.js';
import { faults } from '../support/legible.js';
import { partOf } from '../support/pptx.js';

/** The slides of a briefing of one slide. */
async function slideOf(markdown: string, lang: string) {
  const made = await makeScene(`---\nlang: ${lang}\n---\n\n${markdown}`, {});
  const slide = made.scene && slidesOf(made.scene).at(-1);
  if (!slide) throw new Error('no slide');
  expect(faults(made.scene, made.template)).toEqual([]);
  return slide;
}

const texts = (items: readonly Item[]): readonly TextItem[] => items.flatMap((item) => (item.type === 'text' ? [item] : []));
const find = (items: readonly Item[], word: string): { readonly item: TextItem; readonly paragraph: Paragraph } => {
  for (const item of texts(items)) {
    const paragraph = item.paragraphs.find((candidate) => plainText(candidate).includes(word));
    if (paragraph) return { item, paragraph };
  }
  throw new Error(`no text has "${word}"`);
};
const side = (items: readonly Item[], word: string): string => {
  const { item, paragraph } = find(items, word);
  return `${paragraph.rightToLeft ? 'rtl' : 'ltr'} ${paragraph.align ?? item.style[0]?.align}`;
};

const LIST = '## عنوان\n\n- ديب سيك\n- GPT-4 Turbo\n- DeepSeek شركة\n\nفقرة.\n\nEnglish paragraph.\n';

describe('in a deck from left to right', () => {
  test('a paragraph runs as its first letter does, and is aligned so', async () => {
    const { items } = await slideOf(LIST, 'en');
    expect(['عنوان', 'سيك', 'GPT', 'شركة', 'فقرة', 'English'].map((word) => side(items, word))).toEqual([
      'rtl right',
      'rtl right',
      'ltr left',
      'ltr left',
      'rtl right',
      'ltr left',
    ]);
  });

  test('what is centred stays so', async () => {
    const { items } = await slideOf('## T\n\n![صورة](none.png)\n', 'en');
    expect(side(items, 'صورة')).toBe('rtl center');
  });

  test('a table runs as its head does', async () => {
    const { items } = await slideOf('## T\n\n| اسم | n |\n|---|---|\n| GPT | 4 |\n', 'en');
    expect(items.find((item): item is TableItem => item.type === 'table')?.rightToLeft).toBe(true);
  });
});

describe('in a deck from right to left', () => {
  test('a Latin name turns nothing round, and a list stands on one side', async () => {
    const { items } = await slideOf(LIST, 'ar');
    expect(['عنوان', 'سيك', 'GPT', 'شركة', 'فقرة', 'English'].map((word) => side(items, word))).toEqual([
      'rtl right',
      'rtl right',
      'rtl right',
      'rtl right',
      'rtl right',
      'ltr left',
    ]);
  });

  test('what stands left stands right: columns, tiles, the accent of a callout, cells', async () => {
    const right = (items: readonly Item[], one: string, other: string): boolean =>
      find(items, one).item.frame.x > find(items, other).item.frame.x;
    const columns = await slideOf('## ع\n\n::: columns\n::: column\nأول\n:::\n::: column\nثان\n:::\n:::\n', 'ar');
    expect(right(columns.items, 'أول', 'ثان')).toBe(true);
    const tiles = await slideOf('## ع\n\n```kpi\n- {value: 1, label: واحد}\n- {value: 2, label: اثنان}\n```\n', 'ar');
    expect(right(tiles.items, 'واحد', 'اثنان')).toBe(true);
    const callout = await slideOf('## ع\n\n> [!NOTE]\n> تنبيه\n', 'ar');
    const line = callout.items.find((item) => item.name === 'Callout line');
    expect(line?.frame.x).toBeGreaterThan(find(callout.items, 'تنبيه').item.frame.x);
    const { items } = await slideOf('## ع\n\n| اسم | سعر |\n|---|---|\n| GPT | 4.5 |\n', 'ar');
    const table = items.find((item): item is TableItem => item.type === 'table');
    expect(table?.rightToLeft).toBe(true);
    expect(table?.rows[1]?.cells.map((cell) => cell.paragraphs[0]?.align)).toEqual(['right', 'right']);
    expect(table?.rows[1]?.cells[0]?.insets.right).toBe(0);
  });

  test('code runs from left to right', async () => {
    const { items } = await slideOf('## ع\n\n```\nx = "ب"\n# تعليق\n```\n', 'ar');
    expect([side(items, 'x ='), side(items, 'تعليق')]).toEqual(['ltr left', 'ltr left']);
  });

  test('notes run as their text does', async () => {
    const { notes } = await slideOf('## ع\n\nنص\n\n::: notes\nملاحظة\n\nEnglish note\n:::\n', 'ar');
    expect(notes.map(({ rightToLeft }) => rightToLeft)).toEqual([true, false]);
  });
});

test('each word says its language, in text, tables and notes', async () => {
  const slide = await slideOf('## 标题 title\n\n用 GPU 训练\n\n| 名称 | x |\n|---|---|\n| Ж | 値の |\n\n::: notes\nسلام hi\n:::\n', 'en');
  const runs = (paragraphs: readonly Paragraph[]): readonly string[] =>
    paragraphs.flatMap(({ inlines }) =>
      inlines.flatMap((inline) => (inline.type === 'run' ? [`${inline.text.trim()} ${inline.lang}`] : [])),
    );
  const table = slide.items.find((item): item is TableItem => item.type === 'table');
  expect(runs(texts(slide.items).flatMap(({ paragraphs }) => paragraphs))).toEqual(
    expect.arrayContaining(['标题 zh-CN', 'title en-US', '用 zh-CN', 'GPU en-US', '训练 zh-CN']),
  );
  expect(runs(table?.rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)) ?? [])).toEqual([
    '名称 zh-CN',
    'x en-US',
    'Ж ru-RU',
    '値の ja-JP',
  ]);
  expect(runs(slide.notes)).toEqual(['سلام ar-SA', 'hi en-US']);
});

test('the deck says on which side it begins, and at which characters no line is broken', async () => {
  const presentation = async (lang: string): Promise<string> => {
    const { pptx } = await buildDeck(`---\nlang: ${lang}\n---\n\n## T\n`);
    return String(partOf(readPackage(pptx ?? new Uint8Array()), '/ppt/presentation.xml').data);
  };
  const [ar, ja, zh, en] = await Promise.all(['ar', 'ja', 'zh', 'en'].map(presentation));
  expect(ar).toMatch(/<p:presentation [^>]*rtl="1"/);
  expect(ja).toMatch(/<p:kinsoku lang="ja-JP" invalStChars="[^"]*ゃ[^"]*" invalEndChars="[^"]*「[^"]*"\/>/);
  expect(zh).toMatch(/<p:kinsoku lang="zh-CN" invalStChars="[^"]*，[^"]*"/);
  expect(en).not.toMatch(/rtl=|kinsoku/);
});

test.each(['meridian', 'ledger', 'newsroom', 'lab'])('an Arabic deck with every kind of block fits the mirrored %s', async (template) => {
  const text = readFileSync('test/cases/decks/arabic.md', 'utf8');
  for (const size of ['16:9', '4:3'] as const) {
    const made = await makeScene(text, { template, size });
    expect(made.scene && faults(made.scene, made.template)).toEqual([]);
  }
});
