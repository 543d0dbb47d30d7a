/** The visual specification, held on every template that ships. */
import { describe, expect, test } from 'vitest';
import { type Color, scheme } from '../../lib/core/color.js';
import { type Emu, toInches, toPoints } from '../../lib/core/units.js';
import type { TextStyle } from '../../lib/scene/text.js';
import type { Layout, Placeholder, Template } from '../../lib/template/model.js';
import { SIZES, type SlideSize } from '../../lib/template/sizes.js';
import { contrast, rgbOf } from './contrast.js';
import { sound, TEMPLATES } from './support.js';

const LAYOUTS = [
  'title',
  'section',
  'agenda',
  'content',
  'two-content',
  'comparison',
  'chart',
  'chart-text',
  'figures-4',
  'quote',
  'statement',
  'table',
  'picture',
  'picture-caption',
  'timeline',
  'sources',
  'closing',
  'blank',
];

/** Points that a slide may show. */
const TYPE_SCALE: Readonly<Record<string, readonly number[]>> = {
  meridian: [9, 10.5, 12, 14, 16, 18, 20, 28, 40, 44, 54, 96],
};

/** Contrast on paper and on panel, as printed in the specification. */
const CONTRASTS: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  meridian: {
    tx1: [16.3, 14.5],
    tx2: [7.0, 6.2],
    accent1: [8.1, 7.2],
    accent2: [3.6, 3.2],
    accent3: [4.8, 4.3],
    accent4: [9.7, 8.7],
    accent5: [16.2, 14.4],
    accent6: [6.2, 5.5],
  },
};
const DERIVED: Readonly<Record<string, Readonly<Record<'context' | 'soft' | 'rule', number>>>> = {
  meridian: { context: 3.5, soft: 1.9, rule: 1.5 },
};

const cases = TEMPLATES.flatMap((name) => SIZES.map((size) => [name, size] as const));
const inEighths = (value: Emu, { grid }: Template): number => value / (grid.unit / 2);

function columnEdges({ grid, size }: Template): { readonly left: readonly number[]; readonly right: readonly number[] } {
  const starts = Array.from({ length: grid.columns }, (_, column) => grid.margin + column * (grid.columnWidth + grid.gutter));
  return { left: [0, ...starts], right: [...starts.map((start) => start + grid.columnWidth), size.cx] };
}

const framesOf = (layout: Layout): readonly (readonly [string, Placeholder['frame']])[] =>
  layout.placeholders.map((item) => [`${layout.key}: ${item.name}`, item.frame]);

describe.each(cases)('%s at %s', (name, size: SlideSize) => {
  test('every frame stands on column edges, on half units, on the slide', async () => {
    const template = await sound(name, size);
    const edges = columnEdges(template);
    for (const [what, frame] of template.layouts.flatMap(framesOf)) {
      expect(edges.left, what).toContain(frame.x);
      expect(edges.right, what).toContain(frame.x + frame.cx);
      expect(Number.isInteger(inEighths(frame.y, template)), what).toBe(true);
      expect(Number.isInteger(inEighths(frame.cy, template)), what).toBe(true);
      expect(frame.y + frame.cy, what).toBeLessThanOrEqual(template.size.cy);
    }
  });

  test('on content slides everything keeps to its band', async () => {
    const template = await sound(name, size);
    for (const layout of template.layouts.filter(({ purpose }) => purpose === 'content' || purpose === 'agenda' || purpose === 'sources')) {
      const { body } = layout;
      for (const { role, frame, name: shown } of layout.placeholders) {
        const what = `${layout.key}: ${shown}`;
        const bottom = frame.y + frame.cy;
        if (role === 'title') expect([toInches(frame.y), toInches(frame.cy)], what).toEqual([0.5, 0.875]);
        else if (role === 'sources')
          expect(
            [frame.y - body.y - body.cy, frame.cy].map((v) => v / 914_400),
            what,
          ).toEqual([0.0625, 0.4375]);
        else if (role === 'date' || role === 'footer' || role === 'slideNumber') expect(toInches(frame.cy), what).toBe(0.1875);
        else expect([frame.y >= body.y, bottom <= body.y + body.cy], what).toEqual([true, true]);
      }
    }
  });

  test('no two placeholders of a layout overlap', async () => {
    const { layouts } = await sound(name, size);
    for (const layout of layouts) {
      const frames = framesOf(layout);
      for (const [index, [what, a]] of frames.entries()) {
        for (const [other, b] of frames.slice(index + 1)) {
          const apart = a.x + a.cx <= b.x || b.x + b.cx <= a.x || a.y + a.cy <= b.y || b.y + b.cy <= a.y;
          expect(apart, `${what} and ${other}`).toBe(true);
        }
      }
    }
  });

  test('running text is at most eight columns wide', async () => {
    const { layouts, grid } = await sound(name, size);
    const eight = 8 * grid.columnWidth + 7 * grid.gutter;
    const text = layouts
      .filter(({ purpose }) => purpose === 'content')
      .flatMap(({ placeholders, regions }) =>
        regions
          .filter(({ accepts }) => accepts.includes('text'))
          .flatMap((region) => placeholders.filter(({ idx }) => region.placeholders.includes(idx))),
      );
    expect(text.length).toBeGreaterThan(5);
    expect(text.filter(({ frame }) => frame.cx > eight)).toEqual([]);
  });
});

describe.each(TEMPLATES)('%s', (name) => {
  test('has every layout, under names and keys of their own, with numbers of their own', async () => {
    const { layouts } = await sound(name);
    expect(layouts.map(({ key }) => key)).toEqual(expect.arrayContaining(LAYOUTS));
    expect(new Set(layouts.map((layout) => layout.name)).size).toBe(layouts.length);
    for (const { key, placeholders, regions } of layouts) {
      const numbers = placeholders.map(({ idx }) => idx);
      expect(new Set(numbers).size, key).toBe(numbers.length);
      expect(numbers, key).toEqual(expect.arrayContaining(regions.flatMap((region) => region.placeholders)));
      expect(
        placeholders.filter(({ role }) => role === 'title').every(({ idx }) => idx === 0),
        key,
      ).toBe(true);
    }
  });

  test('every slide but a blank one has a title, a footer and a date', async () => {
    const { layouts } = await sound(name);
    for (const { key, purpose, placeholders } of layouts) {
      const roles = placeholders.map(({ role }) => role);
      expect(roles, key).toEqual(expect.arrayContaining(purpose === 'blank' ? ['footer', 'date'] : ['title', 'footer', 'date']));
    }
  });

  test('type sizes are those of the specification', async () => {
    const template = await sound(name);
    const styles: readonly TextStyle[] = [
      ...Object.entries(template.styles).flatMap(([key, style]) => (key === 'notes' ? [] : [style])),
      ...template.layouts.flatMap(({ placeholders }) => placeholders.map(({ style }) => style)),
    ];
    const used = [...new Set(styles.flat().map(({ size }) => size))].sort((a, b) => a - b);
    expect(TYPE_SCALE[name]).toEqual(expect.arrayContaining(used));
  });

  test('contrasts are those of the specification', async () => {
    const template = await sound(name);
    const against = (color: Color, ground: Color): number => contrast(rgbOf(color, template), rgbOf(ground, template));
    const { paper, panel } = template.palette;
    for (const [slot, printed] of Object.entries(CONTRASTS[name] ?? {})) {
      const color = scheme(slot as 'tx1');
      for (const [index, ground] of [paper, panel].entries()) {
        expect(Math.abs(against(color, ground) - (printed[index] ?? 0)), slot).toBeLessThanOrEqual(0.1);
      }
    }
    const { context, soft, rule } = template.chart;
    for (const [key, color] of Object.entries({ context, soft, rule })) {
      expect(Math.abs(against(color, paper) - (DERIVED[name]?.[key as 'soft'] ?? 0)), key).toBeLessThanOrEqual(0.1);
    }
    expect(against(context, paper)).toBeGreaterThanOrEqual(3);
  });

  test('text on paper and panel can be read', async () => {
    const template = await sound(name);
    const { paper, panel } = template.palette;
    for (const { key, background, placeholders } of template.layouts) {
      for (const { style, name: shown } of placeholders) {
        for (const ground of background ? [background] : [paper, panel]) {
          const color = rgbOf(style[0]?.color ?? paper, template);
          expect(contrast(color, rgbOf(ground, template)), `${key}: ${shown}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

test('meridian stands as the specification draws it', async () => {
  const { layouts, grid, table, ladder } = await sound('meridian');
  expect([grid.margin, grid.columnWidth, grid.gutter, toInches(grid.unit)]).toEqual([609_600, 713_232, 219_456, 0.125]);
  const cover = layouts.find(({ key }) => key === 'title');
  const [title, subtitle, authors] = cover?.placeholders ?? [];
  const { x, cx, y, cy } = title?.frame ?? { x: 0, cx: 0, y: 0, cy: 0 };
  expect([x, x + cx]).toEqual([609_600, 609_600 + 7 * 713_232 + 6 * 219_456]);
  expect((y + cy) / 914_400).toBe(4.1875);
  expect([subtitle, authors].map((item) => (item ? toInches(item.frame.y) : 0))).toEqual([4.375, 5.0]);
  expect([toPoints(table.head.width), toPoints(table.rule.width), toInches(table.rowHeight)]).toEqual([1, 0.5, 0.34]);
  expect(ladder.body.map(([first]) => first)).toEqual([20, 18, 16, 14]);
});
