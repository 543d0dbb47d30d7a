import { describe, expect, it } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { slidesOf, type TableItem } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';

/** The cells of the table on the only slide: their words, and where they stand. */
async function cells(markdown: string) {
  const { scene } = await makeScene(`## Table\n\n${markdown}\n`, {});
  const table = scene && slidesOf(scene)[0]?.items.find((item): item is TableItem => item.type === 'table');
  return (table?.rows ?? []).map((row) => row.cells.map(({ paragraphs: [text] }) => (text ? `${text.align}: ${plainText(text)}` : '')));
}

describe('columns of figures', () => {
  it.each(['1', '79.8', '−3 %', '$5.576M', '(12)', '1 234,5', '10,000–50,000', '1.2bn', '9.', 'v1', '1.x', '2025-01-20', 'n/a'])(
    '%s',
    async (figure) => {
      const isFigure = !/^(?:9\.|v1|1\.x|2025-01-20|n\/a)$/.test(figure);
      const [, first] = await cells(`| a | b |\n|---|---|\n| x | ${figure} |`);
      expect(first?.[1]).toBe(`${isFigure ? 'right' : 'left'}: ${figure}`);
    },
  );

  it('have a dash where a figure is missing; an empty cell among words says nothing', async () => {
    const [, ...rows] = await cells('| Field | Test | o1 |\n|---|---|--:|\n| English | MMLU | 91.8 |\n| | DROP | |');
    expect(rows[1]).toEqual(['left: ', 'left: DROP', 'right: –']);
  });
});
