/** Titles of slides, and the agenda's entries. */
import { expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { slidesOf, type TextItem } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';

async function slides(text: string) {
  const made = await makeScene(text, {});
  if (!made.scene) throw new Error(JSON.stringify(made.result.diagnostics));
  return { slides: slidesOf(made.scene), template: made.template };
}

const textOf = (items: readonly { readonly id: string }[], id: string): TextItem => items.find((item) => item.id === id) as TextItem;

test('no word stands alone on a title’s second line, and nothing else changes', async () => {
  const words = 'The price of a token fell by more in this year than in the whole decade before it';
  const titles = Array.from({ length: 10 }, (_, n) =>
    words
      .split(' ')
      .slice(0, n + 8)
      .join(' '),
  );
  const { slides: all } = await slides(titles.map((title) => `## ${title}\n\n- A point`).join('\n\n'));
  const shown = all.map(({ items }) => textOf(items, 'title').paragraphs.map(plainText).join(''));
  expect(shown.map((title) => title.replaceAll('\u00a0', ' '))).toEqual(titles);
  expect(shown.filter((title) => title.includes('\u00a0'))).toEqual([
    'The price of a token fell by more in this year than in the whole\u00a0decade',
  ]);
  expect(all.map(({ title }) => title)).toEqual(titles);
});

test('a cover’s subtitle has none either', async () => {
  const { slides: all } = await slides(
    '---\ntitle: A\nsubtitle: What the week of 27 January 2025 showed, and what is still doubtful\n---\n## B\n',
  );
  expect(
    textOf(all[0]?.items ?? [], 'subtitle')
      .paragraphs.map(plainText)
      .join(''),
  ).toMatch(/ still\u00a0doubtful$/);
});

test('the agenda’s entries have the colours of text; the one that begins stands out', async () => {
  const { slides: all, template } = await slides('---\ntitle: A\nagenda: true\n---\n# One\n\n## B\n\n# Two\n\n## C\n');
  const colors = all
    .filter(({ layout }) => layout === 'Agenda')
    .map(({ items }) => textOf(items, 'agenda').paragraphs.map(({ inlines: [first] }) => (first?.type === 'run' ? first.color : null)));
  const { ink, muted, accent } = template.palette;
  expect(colors).toEqual([
    [ink, ink],
    [accent, muted],
    [muted, accent],
  ]);
});
