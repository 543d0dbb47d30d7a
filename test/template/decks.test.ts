/** Whole decks in every template: the decks that ship in each, the test briefings each in one of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { buildDeck } from '../../lib/index.js';
import { child, descendants, parseXml } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { type Scene, slidesOf } from '../../lib/scene/scene.js';
import type { Template } from '../../lib/template/model.js';
import { SIZES } from '../../lib/template/sizes.js';
import { complaints, expectTrusted } from '../support/deck.js';
import { faults } from '../support/legible.js';
import { unmarked } from '../support/marking.js';
import { literals } from '../support/theme.js';
import { isComplete } from '../support/validator.js';
import { sound, TEMPLATES, TYPE_SCALE } from './support.js';

const root = join(import.meta.dirname, '..', '..');
const decks = readdirSync(join(root, 'decks'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /(?:^|[\\/])briefing[^\\/]*\.md$/.test(name))
  .map((name) => join('decks', name));
/** Where the decks share their sources and figures. */
const allowDirs = [join(root, 'decks')];
/** Briefings among the examples; one that an example builds with kinds of its own is that example's. */
const examples = readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.md$/.test(name) && !/README\.md$/.test(name))
  .map((name) => join('examples', name));
const cases = readdirSync(join(root, 'test', 'cases', 'decks'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('test', 'cases', 'decks', name));

async function build(file: string, template: string): Promise<Uint8Array> {
  const { pptx, diagnostics } = await buildDeck(pathToFileURL(join(root, file)), { template, allowDirs });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return pptx ?? new Uint8Array();
}

/** Frames on slides that reach over the slide's edge, as `part: x y cx cy`. */
function outside(bytes: Uint8Array): readonly string[] {
  const { parts } = readPackage(bytes);
  const xml = (name: string) => parseXml(String(parts.find((part) => part.name === name)?.data));
  const size = child(xml('/ppt/presentation.xml'), 'p:sldSz')?.attributes;
  return parts
    .filter(({ name }) => /^\/ppt\/slides\/slide\d+\.xml$/.test(name))
    .flatMap(({ name }) =>
      ['a:xfrm', 'p:xfrm']
        .flatMap((kind) => descendants(xml(name), kind))
        .map((frame) => [child(frame, 'a:off')?.attributes, child(frame, 'a:ext')?.attributes])
        .map(([off, ext]) => [off?.x, off?.y, ext?.cx, ext?.cy].map(Number))
        .filter(([x = 0, y = 0, cx = 0, cy = 0]) => x < 0 || y < 0 || x + cx > Number(size?.cx) || y + cy > Number(size?.cy))
        .map((frame) => `${name}: ${frame.join(' ')}`),
    );
}

/** Sizes that text in placeholders says itself, but for the words behind claims: pasted into another deck, such text would keep them. */
function ownSizes(bytes: Uint8Array, { claims, styles, ladder, layouts }: Template): readonly string[] {
  const placed = layouts.flatMap(({ placeholders }) => placeholders.flatMap(({ style }) => style));
  const steps = [...Object.values(styles).flat(), ...placed, ...ladder.body.flat().map((size) => ({ size }))];
  // Marks in text for display, a statement, follow it in part: the word of a claim and the raised number of a source.
  const display = steps.map(({ size }) => Math.round(size * 0.6));
  const words = new Set([
    ...[...steps.map(({ size }) => size), ...display].map((size) => Math.round(size * claims.scale * 2) * 50),
    ...display.map((size) => size * 100),
  ]);
  return readPackage(bytes).parts.flatMap(({ name, data }) => {
    if (!/^\/ppt\/slides\/slide\d+\.xml$/.test(name)) return [];
    const filled = descendants(parseXml(String(data)), 'p:sp').filter((shape) => descendants(shape, 'p:ph').length > 0);
    const runs = filled.flatMap((shape) => ['a:rPr', 'a:endParaRPr'].flatMap((kind) => descendants(shape, kind)));
    return runs.flatMap(({ attributes: { sz } }) => (sz === undefined || words.has(Number(sz)) ? [] : [`${name}: ${sz}`]));
  });
}

/** Sizes of text that are none of the type scale, nor that of a claim's word beside such text, as `slide: points`. */
function oddSizes(scene: Scene, { name, claims, ladder }: Template): readonly string[] {
  const scale = new Set([...(TYPE_SCALE[name] ?? []), ...Object.values(ladder).flat(2)]);
  const words = new Set([...scale].map((size) => Math.round(size * claims.scale * 2) / 2));
  return slidesOf(scene).flatMap(({ key, items }) =>
    items.flatMap((item) => {
      if (item.type !== 'text') return [];
      const own = item.style.map(({ size }) => size).filter((size) => !scale.has(size));
      const runs = item.paragraphs.flatMap(({ inlines }) =>
        inlines.flatMap((one) => (one.type === 'run' && one.size !== null ? [one.size] : [])),
      );
      return [...own, ...runs.filter((size) => !scale.has(size) && !words.has(size))].map((size) => `${key}: ${item.name} ${size}`);
    }),
  );
}

/** What fills a placeholder, at a left edge that is no column's, nor the slide's, as `slide: item`. Panels of a chart and pictures in a row part their frame as they must. */
function oddEdges(scene: Scene, { grid }: Template): readonly string[] {
  const starts = Array.from({ length: grid.columns }, (_, column) => grid.margin + column * (grid.columnWidth + grid.gutter));
  const near = (x: number): boolean => x === 0 || starts.some((start) => Math.abs(start - x) <= 1);
  return slidesOf(scene).flatMap(({ key, items }) =>
    items.filter((item) => 'placeholder' in item && item.placeholder !== null && !near(item.frame.x)).map(({ name }) => `${key}: ${name}`),
  );
}

describe.each(TEMPLATES)('%s', (template) => {
  /** At the desk each deck in one template, the first in all; in CI each in all. */
  const here = decks.filter((_, index) => isComplete || index === 0 || index % TEMPLATES.length === TEMPLATES.indexOf(template));
  test.each(here)('builds %s so that PowerPoint trusts it, and nothing is drawn but in the theme’s colours and faces', async (file) => {
    const bytes = await build(file, template);
    expect(complaints(bytes)).toEqual([]);
    expect(outside(bytes)).toEqual([]);
    expect(literals(bytes, (await sound(template)).fonts.mono)).toEqual([]);
    const marking = /^marking: (.+)$/m.exec(readFileSync(join(root, file), 'utf8'))?.[1];
    expect(marking === undefined ? [] : unmarked(bytes, marking)).toEqual([]);
    expect(ownSizes(bytes, await sound(template))).toEqual([]);
    await expectTrusted(bytes);
  });

  const whole = [...decks, ...examples].filter(
    (_, index) => isComplete || index === 0 || index % TEMPLATES.length === TEMPLATES.indexOf(template),
  );
  test.each(whole)('nothing of %s runs off, overlaps or is too small, in any size', async (file) => {
    const turn = ([...decks, ...examples].indexOf(file) + TEMPLATES.indexOf(template)) % SIZES.length;
    for (const size of isComplete ? SIZES : SIZES.slice(turn, turn + 1)) {
      const { scene, ...made } = await makeScene(pathToFileURL(join(root, file)), { template, size, allowDirs });
      expect(scene && 'template' in made ? faults(scene, made.template) : made.result.diagnostics, size).toEqual([]);
      if (scene && 'template' in made) {
        expect(oddSizes(scene, made.template), size).toEqual([]);
        expect(oddEdges(scene, made.template), size).toEqual([]);
      }
    }
  });

  const own = [...cases, ...examples].filter((_, index) => isComplete || index % TEMPLATES.length === TEMPLATES.indexOf(template));
  test.each(own)('builds %s without a complaint', async (file) => {
    const bytes = await build(file, template);
    expect(complaints(bytes).filter((line) => line.startsWith('error'))).toEqual([]);
    expect(outside(bytes)).toEqual([]);
    expect(literals(bytes, (await sound(template)).fonts.mono)).toEqual([]);
  });
});
