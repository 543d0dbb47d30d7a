/** What stands above and below columns stands across the slide. */
import { expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { slidesOf } from '../../lib/scene/scene.js';

const columns = (left: string, right: string): string => `::: columns\n::: column\n${left}\n:::\n::: column\n${right}\n:::\n:::`;

/** The words of each slide's texts, with their place in hundredths of the slide. */
async function drawn(text: string) {
  const made = await makeScene(text, {});
  if (!made.scene) throw new Error('no scene');
  const { size } = made.template;
  return slidesOf(made.scene).map((slide) =>
    slide.items.flatMap((item) => {
      if (item.type !== 'text' || item.id === 'title' || item.frame.y > size.cy * 0.9) return [];
      const words = item.paragraphs.flatMap(({ inlines }) => inlines.flatMap((inline) => (inline.type === 'run' ? [inline.text] : [])));
      const { x, y, cx, cy } = item.frame;
      return words.length === 0 ? [] : [{ words: words.join(' '), x, right: x + cx, y, bottom: y + cy, wide: cx > size.cx * 0.8 }];
    }),
  );
}

test('a line above, columns beside each other, a line below, each as high as it needs', async () => {
  const [slide = []] = await drawn(`## A\n\nabove\n\n${columns('left', 'right')}\n\nbelow\n`);
  expect(slide.map(({ words, wide }) => [words, wide])).toEqual([
    ['above', true],
    ['left', false],
    ['right', false],
    ['below', true],
  ]);
  const [above, left, right, below] = slide;
  expect(above && left && above.bottom < left.y && left.bottom < (below?.y ?? 0)).toBe(true);
  expect(left && right && left.y === right.y && left.right <= right.x).toBe(true);
});

test('columns that fill slides take in what stands above; what stands below follows the last of them', async () => {
  const slides = await drawn(`## A\n\nabove\n\n${columns('- left\n'.repeat(30), '- right')}\n\nbelow\n`);
  expect(slides.length).toBeGreaterThan(1);
  expect(slides[0]?.[0]).toMatchObject({ words: expect.stringMatching(/^above left left/), wide: false });
  expect(slides.at(-1)?.at(-1)?.words).toMatch(/below$/);
  expect(slides.flat().flatMap(({ words }) => words.match(/left|right/g) ?? [])).toHaveLength(31);
});
