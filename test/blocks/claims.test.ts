/** The word of a claim beside text of each size. */
import { expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { type Item, slidesOf } from '../../lib/scene/scene.js';
import type { Paragraph } from '../../lib/scene/text.js';

const CLAIM = '[5]{status=claimed}';

const paragraphsOf = (item: Item): readonly Paragraph[] =>
  item.type === 'text'
    ? item.paragraphs
    : item.type === 'table'
      ? item.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs))
      : [];

/** The points of the word on the only slide. */
async function wordSize(body: string): Promise<number | null | undefined> {
  const { scene } = await makeScene(`## It counts\n\n${body}\n`, {});
  const paragraphs = scene ? slidesOf(scene).flatMap(({ items }) => items.flatMap(paragraphsOf)) : [];
  const sizes = paragraphs.flatMap(({ inlines }) =>
    inlines.flatMap((one) => (one.type === 'run' && one.text.trim() === 'claim' ? [one.size] : [])),
  );
  return sizes[0];
}

test.each([
  ['a list', `- about ${CLAIM} of them`, 15],
  ['a table', `| a | b |\n|---|---|\n| x | about ${CLAIM} of them |`, 10.5],
  ['a label under a key figure', `\`\`\`kpi\n- {value: 1, label: "about ${CLAIM} of them"}\n\`\`\``, 10.5],
])('in %s it is three quarters as large', async (_, body, size) => {
  expect(await wordSize(body)).toBe(size);
});
