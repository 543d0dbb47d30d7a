/** The visual specification, what of it each brand has of its own: pairs of colours, links, covers, sections, tables, tiles. */
import { describe, expect, test } from 'vitest';
import { type Color, scheme } from '../../lib/core/color.js';
import { toInches, toPoints } from '../../lib/core/units.js';
import type { Item, ShapeItem } from '../../lib/scene/scene.js';
import { contrast, distance } from '../../lib/template/contrast.js';
import type { Layout, Placeholder, Role, Template } from '../../lib/template/model.js';
import { sound, TEMPLATES } from './support.js';

/** How far the message is from the comparison, the counterpole and the grey: the least that normal, protan and deutan eyes see. */
const FROM_MESSAGE: Readonly<Record<string, readonly [number, number, number]>> = {
  meridian: [45.6, 36.6, 22.5],
  ledger: [23.6, 15.8, 23.9],
  newsroom: [29.8, 41.0, 24.0],
  lab: [42.1, 35.3, 29.4],
};
/** Contrast of links and followed links on paper, and the least distance of any two colours to protan eyes. */
const LINKS: Readonly<Record<string, readonly [number, number]>> = {
  meridian: [8.1, 9.7],
  ledger: [8.6, 5.8],
  newsroom: [6.4, 7.4],
  lab: [11.9, 6.4],
};
const PROTAN: Readonly<Record<string, number>> = { meridian: 13.1, ledger: 15.8, newsroom: 14.4, lab: 15.2 };

const layoutOf = ({ layouts }: Template, key: string): Layout => {
  const found = layouts.find((layout) => layout.key === key);
  if (!found) throw new Error(`no layout ${key}`);
  return found;
};
const placeholder = (layout: Layout, role: Role): Placeholder => {
  const found = layout.placeholders.find((target) => target.role === role);
  if (!found) throw new Error(`no ${role} on ${layout.key}`);
  return found;
};
const art = (items: readonly Item[], name: string): Item => {
  const found = items.find((item) => item.name === name);
  if (!found) throw new Error(`no art ${name}`);
  return found;
};
/** Left, top, right and lower edge in inches. */
const edges = ({ frame: { x, y, cx, cy } }: { readonly frame: Item['frame'] }): readonly number[] =>
  [x, y, x + cx, y + cy].map((value) => Math.round((value / 914_400) * 1e4) / 1e4);
const column = (n: number): number => Math.round((0.6667 + 1.02 * (n - 1)) * 100) / 100;
const columnEnd = (n: number): number => Math.round((0.6667 + 1.02 * n - 0.24) * 100) / 100;
const hundredths = (values: readonly number[]): readonly number[] => values.map((value) => Math.round(value * 100) / 100);
const fillOf = (item: Item): Color | null =>
  (item as ShapeItem).fill.kind === 'solid' ? (item as { fill: { color: Color } }).fill.color : null;

describe.each(TEMPLATES)('%s', (name) => {
  test('the message stands apart from comparison, counterpole and grey', async () => {
    const template = await sound(name);
    const { message, comparison, counterpole, context } = template.chart;
    const worst = (color: Color): number =>
      Math.min(...(['normal', 'protan', 'deutan'] as const).map((sight) => distance(message, color, sight, template)));
    const apart = [comparison, counterpole, context].map(worst);
    for (const [index, printed] of (FROM_MESSAGE[name] ?? []).entries())
      expect(Math.abs((apart[index] ?? 0) - printed)).toBeLessThanOrEqual(0.5);
    const colors = [message, comparison, ...template.chart.categories, counterpole, context];
    const least = Math.min(...colors.flatMap((a, i) => colors.slice(i + 1).map((b) => distance(a, b, 'protan', template))));
    expect(Math.abs(least - (PROTAN[name] ?? 0))).toBeLessThanOrEqual(0.5);
  });

  test('links can be read', async () => {
    const template = await sound(name);
    const seen = [scheme('hlink'), scheme('folHlink')].map((color) => contrast(color, template.palette.paper, template));
    for (const [index, printed] of (LINKS[name] ?? []).entries()) expect(Math.abs((seen[index] ?? 0) - printed)).toBeLessThanOrEqual(0.1);
  });

  test('tables: lines of 1 and 0.5 points, no fill, insets and rows', async () => {
    const { table, palette } = await sound(name);
    expect([toPoints(table.head.width), toPoints(table.rule.width), toInches(table.rowHeight)]).toEqual([1, 0.5, 0.34]);
    expect([table.insets.top, table.insets.bottom, table.insets.left, table.insets.right].map(toInches)).toEqual([0.06, 0.06, 0.1, 0.1]);
    expect([table.head.color, table.highlight]).toEqual([palette.ink, palette.panel]);
  });

  test('key figures: three columns or four, 1.5 or 1.75 high, value and label under a rule', async () => {
    const template = await sound(name);
    for (const [key, from, to, high] of [
      ['figures-4', 1, 3, 1.5],
      ['figures-3', 1, 4, 1.5],
      ['figures-2', 1, 6, 1.75],
    ] as const) {
      const layout = layoutOf(template, key);
      const [value, label] = [placeholder(layout, 'value'), placeholder(layout, 'label')];
      const rule = layout.art.find(({ type }) => type === 'line');
      const top = toInches(rule?.frame.y ?? value.frame.y);
      expect(hundredths(edges(value)), key).toEqual([column(from), hundredths([top + 0.125])[0], columnEnd(to), expect.any(Number)]);
      expect(edges(label)[3], key).toBe(top + high);
      expect([value.style[0]?.size, label.style[0]?.size], key).toEqual([key === 'figures-2' ? 54 : 40, 14]);
    }
  });

  test('the art of cover, section, agenda, quotation and closing is decorative', async () => {
    const { layouts, master } = await sound(name);
    const flat = (items: readonly Item[]): readonly Item[] => items.flatMap((item) => (item.type === 'group' ? flat(item.items) : [item]));
    const all = flat([...master.art, ...layouts.flatMap((layout) => layout.art)]);
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter((item) => (item.type !== 'shape' && item.type !== 'line') || !item.decorative)).toEqual([]);
  });

  test('cover and section have titles in title placeholders; the closing says contact, particulars and disclaimer', async () => {
    const template = await sound(name);
    expect(placeholder(layoutOf(template, 'title'), 'title').type).toBe('ctrTitle');
    expect(placeholder(layoutOf(template, 'section'), 'title').type).toBe('title');
    const roles = layoutOf(template, 'closing').placeholders.map(({ role }) => role);
    expect(roles).toEqual(expect.arrayContaining(['title', 'contact', 'details', 'disclaimer', 'footer']));
  });
});

test('meridian: bar beside the title, plane from column 9, panel section with a number of 96 points, closing mirrored', async () => {
  const template = await sound('meridian');
  expect(edges(art(template.master.art, 'Accent bar'))).toEqual([0, 0.5, 0.14, 1.375]);
  const [cover, section, closing] = ['title', 'section', 'closing'].map((key) => layoutOf(template, key)) as [Layout, Layout, Layout];
  expect(hundredths(edges(art(cover.art, 'Plane')))).toEqual([column(9), 0, 13.33, 7.5]);
  expect(fillOf(art(cover.art, 'Plane'))).toEqual(template.palette.accent);
  expect([edges(art(cover.art, 'Logo'))[1], edges(placeholder(cover, 'authors'))[1]]).toEqual([0.5, 5]);
  expect(toInches(art(cover.art, 'Logo').frame.cy)).toBe(0.5);
  expect(section.background).toEqual(template.palette.panel);
  const [number, title] = [placeholder(section, 'number'), placeholder(section, 'title')];
  expect([number.style[0]?.size, number.style[0]?.font, number.style[0]?.color]).toEqual([96, 'minor', template.palette.accent]);
  expect(hundredths([edges(number)[0] ?? 0, edges(number)[2] ?? 0, edges(title)[0] ?? 0])).toEqual([column(1), columnEnd(3), column(4)]);
  expect(hundredths(edges(art(closing.art, 'Plane')))).toEqual([0, 0, columnEnd(4), 7.5]);
});

test('ledger: titles on a rule, a cover all in the accent with a white rule, a plane over columns 1 to 4, figures in columns 9 to 12', async () => {
  const template = await sound('ledger');
  const rule = art(template.master.art, 'Title rule');
  expect([edges(rule)[1], rule.type === 'line' ? toPoints(rule.stroke.width) : 0]).toEqual([1.4375, 1.5]);
  const cover = layoutOf(template, 'title');
  expect(cover.background).toEqual(template.palette.accent);
  expect([edges(placeholder(cover, 'title'))[3], edges(art(cover.art, 'Cover rule'))[1]]).toEqual([4.1875, 4.375]);
  expect(hundredths([edges(placeholder(cover, 'title'))[2] ?? 0])).toEqual([columnEnd(9)]);
  expect(hundredths(edges(art(layoutOf(template, 'section').art, 'Plane')))).toEqual([0, 0, columnEnd(4), 7.5]);
  const values = layoutOf(template, 'table-figures-3').placeholders.filter(({ role }) => role === 'value');
  expect(values.map((value) => hundredths([edges(value)[0] ?? 0, edges(value)[2] ?? 0]))).toEqual(
    Array(3).fill([column(9), columnEnd(12)]),
  );
});

test('newsroom: a tag over column 1, a headline of 60 points over a rule, sections white on the darkest', async () => {
  const template = await sound('newsroom');
  expect(hundredths(edges(art(template.master.art, 'Tag')))).toEqual([column(1), 0, columnEnd(1), 0.19]);
  const [cover, section] = ['title', 'section'].map((key) => layoutOf(template, key)) as [Layout, Layout];
  const tag = art(cover.art, 'Tag');
  expect([toInches(tag.frame.cx), toInches(tag.frame.cy)].map((value) => Math.round(value * 100) / 100)).toEqual([1.8, 0.42]);
  const rule = art(cover.art, 'Headline rule');
  expect([edges(rule)[1], rule.type === 'line' ? toPoints(rule.stroke.width) : 0, edges(placeholder(cover, 'title'))[1]]).toEqual([
    4.25, 2, 1.25,
  ]);
  expect([placeholder(cover, 'title').style[0]?.size, placeholder(cover, 'subtitle').style[0]?.size]).toEqual([60, 22]);
  expect([section.background, placeholder(section, 'title').style[0]?.color]).toEqual([scheme('dk1'), template.palette.paper]);
});

test('lab: a kicker in capitals of the monospace, 48 bars along the foot of the cover, one of them the message', async () => {
  const template = await sound('lab');
  const kicker = placeholder(layoutOf(template, 'content'), 'kicker').style[0];
  expect([kicker?.font, kicker?.bold, kicker?.capitals, kicker?.color]).toEqual(['mono', true, true, template.palette.accent]);
  const bars = art(layoutOf(template, 'title').art, 'Bars');
  expect([edges(bars)[1], edges(bars)[3]]).toEqual([5.25, 6.5]);
  const paths = bars.type === 'group' ? bars.items.map((item) => (item as ShapeItem).geometry) : [];
  const counts = paths.map((path) => (path.kind === 'path' ? path.commands.filter(({ op }) => op === 'move').length : 0));
  expect(counts).toEqual([47, 1]);
  const number = placeholder(layoutOf(template, 'section'), 'number').style[0];
  expect([number?.font, number?.size, number?.bold, number?.color]).toEqual(['mono', 96, true, template.palette.accent]);
});
