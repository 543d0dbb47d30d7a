import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { serialize } from '../../lib/package/xml.js';
import { slidesOf } from '../../lib/scene/scene.js';
import { patches } from '../../lib/writers/pptx/patches/index.js';
import type { Patch } from '../../lib/writers/pptx/patches/patch.js';
import { drawSlides } from '../../lib/writers/pptx/slides/draw.js';
import { drawable } from '../../lib/writers/pptx/slides/drawable.js';
import { readSlide } from '../../lib/writers/pptx/slides/slide.js';
import { sample } from '../support/sample.js';
import { testTemplate } from '../support/template.js';

const numbers = new Map(slidesOf(sample).map(({ key }, index) => [key, index + 1]));
const slides = slidesOf(sample).map((slide) => drawable(slide, numbers));
const drawing = await drawSlides(slides, sample.size, numbers);

/** All slides of the sample after some patches. */
function slidesAfter(some: readonly Patch[]): string {
  return slides
    .map((slide, index) => {
      const part = drawing.parts.find(({ name }) => name === `/ppt/slides/slide${index + 1}.xml`);
      const layout = testTemplate.layouts.find(({ name }) => name === slide.layout);
      if (!part || !layout) throw new Error(`no slide ${index + 1}`);
      const media = new Map(sample.media.map(({ id, fallback }) => [id, { name: `/ppt/media/${id}`, fallback }]));
      const charts = new Map(slide.items.map(({ id }) => [id, `/ppt/charts/${id}.xml`]));
      const page = readSlide(part, slide, index + 1, {
        template: testTemplate,
        layout,
        layoutPart: '/layout.xml',
        media,
        charts,
        lang: 'en-GB',
      });
      for (const patch of some) patch.apply(page);
      return serialize(page.root) + JSON.stringify(page.relationships);
    })
    .join('\n');
}

const mended = slidesAfter(patches);

test.each(patches.map((patch) => [patch.name, patch] as const))('%s mends something, and the others do without it', (_, patch) => {
  expect(slidesAfter(patches.filter((other) => other !== patch))).not.toBe(mended);
});

test('every patch has its file, its line in the table, and a reason', () => {
  const files = readdirSync(new URL('../../lib/writers/pptx/patches/', import.meta.url)).map((file) => file.replace('.ts', ''));
  expect(patches.map(({ name }) => name).sort()).toEqual(files.filter((file) => !['index', 'patch', 'edit'].includes(file)).sort());
  expect(
    patches.filter(({ why }) => !/^https:\/\/github\.com\/gitbrent\/PptxGenJS\/(issues|pull)\/\d+$/.test(why) && why.length < 20),
  ).toEqual([]);
});
