/** The visual specification, held on every template that ships. */
import { describe, expect, test } from 'vitest';
import { type Color, scheme } from '../../lib/core/color.js';
import { type Emu, type Rect, toInches, toPoints } from '../../lib/core/units.js';
import type { TextStyle } from '../../lib/scene/text.js';
import { contrast, distance } from '../../lib/template/contrast.js';
import type { Layout, Placeholder, Template } from '../../lib/template/model.js';
import { SIZES, type SlideSize } from '../../lib/template/sizes.js';
import { sound, TEMPLATES, TYPE_SCALE } from './support.js';

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
  ledger: {
    tx1: [16.7, 15.0],
    tx2: [7.1, 6.4],
    accent1: [8.6, 7.7],
    accent2: [16.2, 14.6],
    accent3: [3.4, 3.1],
    accent4: [3.6, 3.3],
    accent5: [5.8, 5.2],
    accent6: [6.0, 5.4],
  },
  newsroom: {
    tx1: [18.7, 16.6],
    tx2: [7.3, 6.5],
    accent1: [6.8, 6.1],
    accent2: [16.0, 14.1],
    accent3: [3.7, 3.3],
    accent4: [3.5, 3.1],
    accent5: [6.2, 5.5],
    accent6: [6.4, 5.7],
  },
  lab: {
    tx1: [18.0, 15.1],
    tx2: [9.8, 8.2],
    accent1: [11.9, 10.0],
    accent2: [6.0, 5.0],
    accent3: [6.4, 5.3],
    accent4: [8.0, 6.7],
    accent5: [4.9, 4.1],
    accent6: [13.0, 10.9],
  },
};
const DERIVED: Readonly<Record<string, Readonly<Record<'context' | 'soft' | 'rule', number>>>> = {
  meridian: { context: 3.5, soft: 1.9, rule: 1.5 },
  ledger: { context: 3.4, soft: 1.9, rule: 1.4 },
  newsroom: { context: 3.5, soft: 1.9, rule: 1.5 },
  lab: { context: 3.6, soft: 2.1, rule: 1.5 },
};
/** The least distance between any two of the accents and context, as printed: normal, deutan and tritan eyes. */
const APART: Readonly<Record<string, readonly [number, number, number]>> = {
  meridian: [22.0, 13.2, 11.4],
  ledger: [26.3, 13.9, 15.3],
  newsroom: [22.3, 15.5, 11.5],
  lab: [21.8, 16.2, 9.6],
};

const cases = TEMPLATES.flatMap((name) => SIZES.map((size) => [name, size] as const));
const inEighths = (value: Emu, { grid }: Template): number => value / (grid.unit / 2);

function columnEdges({ grid, size }: Template): { readonly left: readonly number[]; readonly right: readonly number[] } {
  const starts = Array.from({ length: grid.columns }, (_, column) => grid.margin + column * (grid.columnWidth + grid.gutter));
  return { left: [0, ...starts], right: [...starts.map((start) => start + grid.columnWidth), size.cx] };
}

/** Of the accents and the grey of charts, the two that are most alike. */
function leastDistance(template: Template, sight: Parameters<typeof distance>[2]): number {
  const { message, comparison, categories, counterpole, context } = template.chart;
  const colors = [message, comparison, ...categories, counterpole, context];
  return Math.min(...colors.flatMap((a, index) => colors.slice(index + 1).map((b) => distance(a, b, sight, template))));
}

const within = (inner: Rect, outer: Rect): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.cx <= outer.x + outer.cx && inner.y + inner.cy <= outer.y + outer.cy;

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
      expect(Number.isInteger(inEighths(frame.cy, template)) || frame.cy === template.size.cy, what).toBe(true);
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
        const [top, foot] = [toInches(frame.y), toInches(bottom as Emu)];
        if (role === 'kicker') expect([top, foot], what).toEqual([0.1875, 0.4375]);
        else if (role === 'title') expect([top === 0.5 || (name === 'newsroom' && top === 0.4375), foot], what).toEqual([true, 1.375]);
        else if (role === 'sources')
          expect(
            [frame.y - body.y - body.cy, frame.cy].map((v) => v / 914_400),
            what,
          ).toEqual([0.0625, 0.4375]);
        else if (role === 'date' || role === 'footer' || role === 'slideNumber') expect(toInches(frame.cy), what).toBe(0.1875);
        else if (role === 'picture' && frame.y === 0) expect(frame.cy, what).toBe(template.size.cy);
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
    const against = (color: Color, ground: Color): number => contrast(color, ground, template);
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

  test('colours can be told apart by every eye', async () => {
    const template = await sound(name);
    const [normal, deutan, tritan] = APART[name] ?? [];
    expect(leastDistance(template, 'normal')).toBeCloseTo(normal ?? 0, 0);
    expect(leastDistance(template, 'deutan')).toBeCloseTo(deutan ?? 0, 0);
    expect(leastDistance(template, 'tritan')).toBeCloseTo(tritan ?? 0, 0);
    expect(leastDistance(template, 'protan')).toBeGreaterThanOrEqual(13);
  });

  test('text can be read on the ground that it stands on', async () => {
    const template = await sound(name);
    const { paper, panel } = template.palette;
    for (const { key, background, placeholders, art } of template.layouts) {
      for (const { style, frame, name: shown } of placeholders) {
        const plane = art.findLast((item) => item.type === 'shape' && within(frame, item.frame));
        const fill = plane?.type === 'shape' && plane.fill.kind === 'solid' ? plane.fill.color : background;
        for (const ground of fill ? [fill] : [paper, panel]) {
          expect(contrast(style[0]?.color ?? paper, ground, template), `${key}: ${shown}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

test('lab prints in dark on light, and its colours can be told apart still', async () => {
  const print = await sound('lab:print');
  expect(print.colorMap).toEqual({ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' });
  const { ink, muted, accent, link, paper, panel } = print.palette;
  for (const color of [ink, muted, accent, link]) {
    for (const ground of [paper, panel]) expect(contrast(color, ground, print)).toBeGreaterThanOrEqual(4.5);
  }
  expect(contrast(print.chart.context, paper, print)).toBeGreaterThanOrEqual(3);
  expect(leastDistance(print, 'normal')).toBeGreaterThanOrEqual(15);
  for (const sight of ['protan', 'deutan', 'tritan'] as const) expect(leastDistance(print, sight)).toBeGreaterThanOrEqual(10);
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
