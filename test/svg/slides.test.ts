/** Our own drawing of slides, through the library's door and from scenes made by hand. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { scheme } from '../../lib/core/color.js';
import { type RenderResult, renderSlides } from '../../lib/index.js';
import { descendants, elements, parseXml, textOf, type XmlElement } from '../../lib/package/xml.js';
import { type Item, slidesOf, visitItems } from '../../lib/scene/scene.js';
import { type Paragraph, paragraph, plainText } from '../../lib/scene/text.js';
import { drawSlides } from '../../lib/writers/svg/index.js';
import { body, cell, chart, frame, line, marked, picture, scene, shape, slide, table, title, words } from '../support/scene.js';
import { testTemplate } from '../support/template.js';

const folder = join(import.meta.dirname, '..', 'cases', 'decks');
const briefings = readdirSync(folder).filter((name) => name.endsWith('.md'));

/** The one slide of these items. */
const draw = (...items: readonly Item[]): XmlElement => parseXml(drawSlides(scene([slide('one', items)]), testTemplate)[0] ?? '');

/** The element of an item. */
const found = (svg: XmlElement, id: string): XmlElement => {
  const group = descendants(svg, 'g').find(({ attributes }) => attributes.id === `one.${id}`);
  if (!group) throw new Error(`nothing is drawn for ${id}`);
  return group;
};

/** What is seen of a text: without white space, marks of direction and differences of case. */
const letters = (text: string): string => text.replace(/[\s\u2066-\u2069]/g, '').toUpperCase();

const textsOf = (item: Item): readonly Paragraph[] =>
  item.type === 'text'
    ? item.paragraphs
    : item.type === 'table'
      ? item.rows.flatMap((row) => row.cells.flatMap(({ paragraphs }) => paragraphs))
      : [];

describe.each(briefings)('%s', (name) => {
  test('says every word in order, inside the slide, under ids of its own, the same each time', async () => {
    const source = pathToFileURL(join(folder, name));
    const [{ pictures }, again, made] = await Promise.all([
      renderSlides(source, { format: 'svg' }),
      renderSlides(source, { format: 'svg' }),
      makeScene(source, {}),
    ]);
    expect(again.pictures).toEqual(pictures);
    const slides = made.scene ? slidesOf(made.scene) : [];
    expect(pictures).toHaveLength(slides.length);
    slides.forEach((drawn, index) => {
      const svg = parseXml(String(pictures[index]));
      const ids = descendants(svg).flatMap(({ attributes }) => attributes.id ?? []);
      expect(new Set(ids).size).toBe(ids.length);
      const said = letters(descendants(svg, 'text').map(textOf).join(''));
      let at = 0;
      visitItems(drawn.items, (item) => {
        for (const wanted of textsOf(item).map((text) => letters(plainText(text).replace('‹#›', String(index + 1))))) {
          const next = said.indexOf(wanted, at);
          expect(next, wanted).toBeGreaterThanOrEqual(at);
          at = next + wanted.length;
        }
      });
      const [, , width = 0, height = 0] = (svg.attributes.viewBox ?? '').split(' ').map(Number);
      for (const { attributes } of descendants(svg, 'text').flatMap((text) => [text, ...elements(text, 'tspan')])) {
        expect(Number(attributes.x ?? 0)).toBeLessThanOrEqual(width);
        expect(Number(attributes.y ?? 0)).toBeLessThanOrEqual(height);
        expect(Math.min(Number(attributes.x ?? 0), Number(attributes.y ?? 0))).toBeGreaterThanOrEqual(0);
      }
    });
  });
});

test('a paragraph is one text, its lines have places, its runs have looks', () => {
  const inlines = [
    marked('Bold', { bold: true }),
    marked(' and 10'),
    marked('2', { baseline: 'superscript' }),
    marked(' of '),
    marked('a link', { link: { kind: 'url', url: 'https://example.org/?a&b', tooltip: '' } }),
    { type: 'break' } as const,
    marked('there', { color: scheme('accent1') }),
  ];
  const [text] = descendants(found(draw(body([paragraph(inlines, { bullet: { kind: 'none' } })])), 'b1.text'), 'text');
  if (!text) throw new Error('there is no text');
  const lines = elements(text, 'tspan');
  expect(lines.map(textOf)).toEqual(['Bold and 102 of a link', 'there']);
  expect(lines.map(({ attributes }) => Object.keys(attributes))).toEqual([
    ['x', 'y'],
    ['x', 'y'],
  ]);
  const [first, second] = lines.map((item) => elements(item));
  expect(first?.[0]?.attributes).toEqual({ 'font-weight': 'bold' });
  const [up, down] = (first ?? []).flatMap(({ attributes }) => (attributes.dy === undefined ? [] : [Number(attributes.dy)]));
  expect(up).toBeLessThan(0);
  expect((up ?? 0) + (down ?? 0)).toBe(0);
  expect(descendants(text, 'a')[0]?.attributes).toEqual({ href: 'https://example.org/?a&b' });
  expect(second?.[0]?.attributes.fill).toBe(`#${testTemplate.colors.accent1}`);
});

test('a link that runs a script is none', () => {
  const url = (address: string) => paragraph([marked('there', { link: { kind: 'url', url: address, tooltip: '' } })]);
  const links = (address: string) => descendants(draw(body([url(address)])), 'a').map(({ attributes }) => attributes.href);
  expect(links('javascript:alert(1)')).toEqual([]);
  expect(links('data/table.csv')).toEqual(['data/table.csv']);
});

test('shapes, lines, pictures and tables stand in their frames', () => {
  const svg = draw(
    title('All'),
    shape('s', { alt: 'A box' }),
    line('l'),
    picture('p', 'png', null, { crop: { left: 0.25, top: 0, right: 0.25, bottom: 0.5 } }),
    table('t', null, [[cell('Name'), cell('Value')]]),
  );
  expect(found(svg, 's')).toMatchObject({
    attributes: { role: 'img', 'aria-label': 'A box' },
    children: [{ name: 'rect', attributes: { x: '72', y: '288', width: '144', height: '72' } }],
  });
  expect(found(svg, 'l').children).toMatchObject([{ name: 'line', attributes: { x1: '72', x2: '432', 'stroke-dasharray': '3 1' } }]);
  expect(descendants(found(svg, 'p'), 'image')[0]?.attributes).toMatchObject({ x: '-36', y: '0', width: '144', height: '144' });
  const [rule, other] = descendants(found(svg, 't'), 'line').map(({ attributes }) => [attributes.x1, attributes.x2]);
  expect([rule?.[1], other?.[1]]).toEqual([other?.[0], '336']);
});

test('a fill that is a pattern is defined once', () => {
  const fill = { kind: 'pattern', preset: 'wdUpDiag', foreground: scheme('accent1'), background: scheme('bg1') } as const;
  const svg = draw(shape('a', { fill }), shape('b', { fill, frame: frame(4, 4, 1, 1) }));
  const [pattern, ...others] = descendants(svg, 'pattern');
  expect(others).toEqual([]);
  for (const id of ['a', 'b']) expect(found(svg, id).children).toMatchObject([{ attributes: { fill: `url(#${pattern?.attributes.id})` } }]);
});

test('a chart has its names, and bars as long as their values', () => {
  const item = chart('c', null);
  const svg = found(draw(item), 'c');
  expect(descendants(svg, 'text').map(textOf)).toEqual(['R&D', '<b>', '0', '5', '10']);
  const [bar, ...others] = descendants(svg, 'rect');
  expect(others).toEqual([]);
  const plot = 6 * 72 * item.chart.plotArea.w;
  expect(Number(bar?.attributes.width)).toBeCloseTo((7 / 10) * plot, 1);
});

test('text that XML cannot hold is left out, and a layout that is not there is refused', () => {
  expect(textOf(found(draw(body([words('a\u0000b')])), 'b1.text'))).toContain('ab');
  expect(() => drawSlides(scene([slide('x', [], { layout: 'none' })]), testTemplate)).toThrow(TypeError);
});

const aboutPictures = ({ diagnostics }: RenderResult) => diagnostics.filter(({ code }) => code.startsWith('render/'));

describe('PNG', () => {
  const text = '## A chart\n\n```chart\ntype: bar\ndata: |\n  a,b\n  x,1\n  y,2\n```\n\n## Words\n\n- One\n';
  const sizeOf = (bytes: string | Uint8Array | undefined): readonly number[] => {
    const view = new DataView(Uint8Array.from(bytes instanceof Uint8Array ? bytes : []).buffer);
    return [view.getUint32(16), view.getUint32(20)];
  };

  test('the same bytes each time, as wide as asked', async () => {
    const draw = () => renderSlides(text, { width: 320 });
    const [one, two] = [await draw(), await draw()];
    expect(aboutPictures(one)).toEqual([]);
    expect(one.pictures.map(sizeOf)).toEqual(one.slides.map(() => [320, 180]));
    expect(two.pictures).toEqual(one.pictures);
  });

  test('a sheet is one picture', async () => {
    const { pictures, slides } = await renderSlides(text, { format: 'sheet', width: 600 });
    expect(pictures).toHaveLength(1);
    expect(slides.length).toBeGreaterThan(1);
    expect(sizeOf(pictures[0])[0]).toBe(600);
  });

  test('letters of other scripts are drawn from the packages that are installed', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => renderSlides('## عنوان DeepSeek\n', { width: 200 })));
    expect(aboutPictures(one ?? { pictures: [], diagnostics: [], slides: [], claims: [], sources: [], fixes: [] })).toEqual([]);
    expect(two?.pictures).toEqual(one?.pictures);
  });

  test('characters that no font of ours has are told', async () => {
    const rendered = await renderSlides('## 深度\n', { width: 100 });
    expect(aboutPictures(rendered)).toMatchObject([
      { code: 'render/no-font', severity: 'warning', message: expect.stringContaining('深 度') },
    ]);
  });
});

test('nothing is drawn of a briefing with errors; options that are not of their type are refused', async () => {
  const broken = await renderSlides('## A\n\n```chart\ntype: bar\ndata: none.csv\n```\n', { format: 'svg' });
  expect(broken.pictures).toEqual([]);
  expect(broken.diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
  await expect(renderSlides('', { width: 0 })).rejects.toThrow(TypeError);
});

test('marked words lie on an area as wide as they are', () => {
  const svg = draw(body([paragraph([marked('before '), marked('marked words', { highlight: scheme('bg2') }), marked(' after')])]));
  const [rect] = descendants(found(svg, 'b1.text'), 'rect');
  expect(Number(rect?.attributes.x)).toBeGreaterThan(0);
  expect(Number(rect?.attributes.width)).toBeGreaterThan(40);
});
