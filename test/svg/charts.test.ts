/** Every kind of chart in our own drawing: `test/charts/cases`, each as a slide. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderSlides } from '../../lib/index.js';
import { descendants, elements, parseXml, textOf } from '../../lib/package/xml.js';

const folder = join(import.meta.dirname, '..', 'charts', 'cases');
const cases = readdirSync(folder).filter((name) => name.endsWith('.yaml'));

/** Room for what lines and markers reach beyond their places, in points. */
const MARGIN = 10;

test.each(cases)('%s is drawn with its texts, in numbers, inside the slide', async (name) => {
  const fence = readFileSync(join(folder, name), 'utf8').trimEnd();
  const { pictures } = await renderSlides(`## A chart\n\n\`\`\`chart\n${fence}\n\`\`\`\n`, { format: 'svg' });
  const slide = pictures.map((picture) => parseXml(String(picture))).find((svg) => textOf(svg).includes('A chart'));
  if (!slide) throw new Error('there is no slide');
  const chart = descendants(slide, 'g').find(({ attributes }) => /\.(?:chart|table)\d*$/.test(attributes.id ?? ''));
  if (!chart) throw new Error('there is no chart');
  expect(elements(chart, 'text').map(textOf).join('')).not.toBe('');
  const [, , width = 0, height = 0] = (slide.attributes.viewBox ?? '').split(' ').map(Number);
  for (const { attributes } of descendants(chart)) {
    expect(JSON.stringify(attributes)).not.toMatch(/NaN|Infinity|undefined/);
    for (const [key, limit] of [
      ['x', width],
      ['y', height],
      ['cx', width],
      ['cy', height],
      ['x2', width],
      ['y2', height],
    ] as const) {
      const value = Number(attributes[key] ?? 0);
      expect(value).toBeGreaterThanOrEqual(-MARGIN);
      expect(value).toBeLessThanOrEqual(limit + MARGIN);
    }
  }
});
