import { describe, expect, test } from 'vitest';
import { scheme, withAlpha } from '../../lib/core/color.js';
import { points } from '../../lib/core/units.js';
import { child, descendants, find, serialize, type XmlElement } from '../../lib/package/xml.js';
import type { Item, SceneSlide } from '../../lib/scene/scene.js';
import { identityOf, partOf, placeholderOf, shapeNamed, shapesOf, slideRoot, written } from '../support/pptx.js';
import { cell, frame, line, picture, shape, slide, table, tint, title } from '../support/scene.js';
import { testTemplate } from '../support/template.js';

/** The shapes of a slide of these items. */
const drawn = async (items: readonly Item[], marks: Partial<SceneSlide> = {}): Promise<XmlElement> =>
  slideRoot(await written([slide('s', items, marks)]));

const only = (root: XmlElement): XmlElement => shapesOf(root)[0] ?? root;
const xml = (node: XmlElement | undefined): string => (node ? serialize(node) : '');

describe('a shape', () => {
  test('has its frame, its fill, no line that it was not given, and a text body', async () => {
    const root = await drawn([shape('a', { fill: { kind: 'solid', color: withAlpha(scheme('dk1'), 60) } })]);
    expect(xml(child(only(root), 'p:spPr'))).toBe(
      '<p:spPr><a:xfrm><a:off x="914400" y="3657600"/><a:ext cx="1828800" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' +
        '<a:solidFill><a:schemeClr val="dk1"><a:alpha val="60000"/></a:schemeClr></a:solidFill></p:spPr>',
    );
    expect(child(only(root), 'p:txBody')).toBeDefined();
  });

  test('can have a pattern and an outline', async () => {
    const fill = { kind: 'pattern', preset: 'wdUpDiag', foreground: tint, background: scheme('bg1') } as const;
    const root = await drawn([shape('a', { fill, line: { color: scheme('tx1'), width: points(1.25), dash: 'sysDot' } })]);
    expect(xml(child(only(root), 'p:spPr'))).toContain('</a:prstGeom><a:pattFill prst="wdUpDiag"><a:fgClr>');
    expect(xml(descendants(root, 'a:ln')[0])).toBe(
      '<a:ln w="15875"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:prstDash val="sysDot"/></a:ln>',
    );
  });

  test('can be a path', async () => {
    const commands = [
      { op: 'move', x: 0, y: 0 },
      { op: 'line', x: 10, y: 0 },
      { op: 'cubic', x1: 10, y1: 5, x2: 5, y2: 10, x: 0, y: 10 },
      { op: 'close' },
    ] as const;
    const root = await drawn([shape('a', { geometry: { kind: 'path', width: 10, height: 10, commands } })]);
    expect(descendants(root, 'a:pt').map(({ attributes }) => `${attributes.x},${attributes.y}`)).toEqual([
      '0,0',
      '1828800,0',
      '1828800,457200',
      '914400,914400',
      '0,914400',
    ]);
    expect(descendants(root, 'a:path').map(({ children }) => children.length)).toEqual([4]);
  });

  test('says nothing when it is decoration, else what it shows', async () => {
    const root = await drawn([
      shape('a', { decorative: true, alt: 'no' }),
      shape('b', { alt: 'A & "b"' }),
      line('c', { decorative: false }),
    ]);
    const [art, said, silent] = shapesOf(root).map(identityOf);
    expect(xml(art)).toContain('<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/>');
    expect(art?.attributes.descr).toBeUndefined();
    expect(said?.attributes.descr).toBe('A & "b"');
    expect(silent?.attributes.descr).toBeUndefined();
  });
});

test('a line is a connector', async () => {
  const root = await drawn([line('a')]);
  expect(shapesOf(root).map(({ name }) => name)).toEqual(['p:cxnSp']);
  expect(xml(child(only(root), 'p:spPr'))).toContain(
    '<a:ext cx="4572000" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="12700">',
  );
});

test("a group holds its items, in their order and in the slide's coordinates", async () => {
  const group: Item = {
    type: 'group',
    id: 'g',
    name: 'Group',
    frame: frame(1, 4, 6, 2),
    items: [shape('a'), { type: 'group', id: 'h', name: 'Inner', frame: frame(1, 5, 5, 1), items: [line('b')] }],
  };
  const root = await drawn([title('T'), group, shape('z')]);
  expect(shapesOf(root).map((item) => `${item.name} ${identityOf(item).attributes.id} ${identityOf(item).attributes.name}`)).toEqual([
    'p:sp 2 Title',
    'p:grpSp 3 Group',
    'p:sp 4 Shape a',
    'p:grpSp 5 Inner',
    'p:cxnSp 6 Line b',
    'p:sp 7 Shape z',
  ]);
  expect(xml(find(shapeNamed(root, 'Group'), 'p:grpSpPr'))).toBe(
    '<p:grpSpPr><a:xfrm><a:off x="914400" y="3657600"/><a:ext cx="5486400" cy="1828800"/><a:chOff x="914400" y="3657600"/><a:chExt cx="5486400" cy="1828800"/></a:xfrm></p:grpSpPr>',
  );
});

describe('a picture', () => {
  test('is stored once, however often it is shown', async () => {
    const pictures = Array.from({ length: 300 }, (_, index) => picture(`p${index}`, 'png', null));
    const deck = await written([slide('a', pictures), slide('b', pictures)]);
    expect(deck.parts.filter(({ name }) => name.startsWith('/ppt/media/')).map(({ name }) => name)).toEqual(['/ppt/media/image1.png']);
    expect(partOf(deck, '/ppt/slides/slide1.xml').relationships.map(({ target }) => target)).toEqual([
      '/ppt/slideLayouts/slideLayout1.xml',
      '/ppt/media/image1.png',
    ]);
  });

  test('is cropped, with its alternative text', async () => {
    const root = await drawn([picture('p', 'png', null, { crop: { left: 0.125, top: 0, right: 0.25, bottom: 0 } })]);
    expect(xml(child(only(root), 'p:blipFill'))).toBe(
      '<p:blipFill><a:blip r:embed="rId2"/><a:srcRect l="12500" r="25000"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>',
    );
    expect(identityOf(only(root)).attributes.descr).toBe('A dot');
  });

  test('that is a drawing brings the picture that stands in for it', async () => {
    const deck = await written([slide('a', [picture('p', 'svg', null)])]);
    const [blip] = descendants(slideRoot(deck), 'a:blip');
    const target = (id: string | undefined) => partOf(deck, '/ppt/slides/slide1.xml').relationships.find((item) => item.id === id)?.target;
    expect(target(blip?.attributes['r:embed'])).toMatch(/\.png$/);
    expect(target(blip && descendants(blip, 'asvg:svgBlip')[0]?.attributes['r:embed'])).toMatch(/\.svg$/);
  });

  test('in a placeholder takes its place from the layout', async () => {
    const root = await drawn([picture('p', 'png', { type: 'pic', idx: 15 })], { layout: 'Picture' });
    expect(placeholderOf(only(root))?.attributes).toEqual({ type: 'pic', idx: '15' });
    expect(xml(child(only(root), 'p:spPr'))).toBe('<p:spPr/>');
  });

  test('must be in the scene', async () => await expect(drawn([picture('p', 'gone', null)])).rejects.toThrow(TypeError));
});

describe('a table', () => {
  const rows = [
    [cell('Head'), cell('R&D')],
    [cell('1', { top: { ...testTemplate.table.head, dash: 'solid' } }), cell('')],
    [cell('only one')],
  ];

  test("has its style, its head row, its exact columns and rows, and its placeholder's frame", async () => {
    const root = await drawn([table('t', { type: 'tbl', idx: 14 }, rows)], { layout: 'Table' });
    const layoutFrame = testTemplate.layouts[2]?.placeholders.find(({ type }) => type === 'tbl')?.frame;
    expect(xml(descendants(root, 'a:tblPr')[0])).toBe(
      `<a:tblPr firstRow="1" bandRow="0"><a:tableStyleId>${testTemplate.table.styleId}</a:tableStyleId></a:tblPr>`,
    );
    expect(descendants(root, 'a:gridCol').map(({ attributes }) => attributes.w)).toEqual(['1828800', '1828800']);
    expect(descendants(root, 'a:tr').map(({ attributes }) => attributes.h)).toEqual(['310896', '310896', '310896']);
    expect(descendants(root, 'a:tc')).toHaveLength(6);
    expect(placeholderOf(only(root))?.attributes).toEqual({ type: 'tbl', idx: '14' });
    expect(find(only(root), 'p:xfrm', 'a:off')?.attributes).toEqual({ x: String(layoutFrame?.x), y: String(layoutFrame?.y) });
  });

  test('rules its cells in theme colours, from both sides alike', async () => {
    const cells = descendants(await drawn([table('t', null, rows)]), 'a:tcPr');
    const rules = cells.map((item) => descendants(item, 'a:schemeClr').map(({ attributes }) => attributes.val));
    expect(rules[0]).toEqual(['tx2']);
    expect(rules[2]).toEqual(['tx1', 'tx2']);
    expect(cells[0]?.attributes).toEqual({ marL: '91440', marR: '91440', marT: '54864', marB: '54864', anchor: 'ctr' });
    expect(cells.flatMap((item) => descendants(item).filter(({ name }) => name === 'a:lnL' || name === 'a:lnR'))).toEqual([]);
  });

  test('keeps empty cells as low as the others', async () => {
    const ends = descendants(await drawn([table('t', null, rows)]), 'a:endParaRPr');
    expect(ends.map(({ attributes }) => attributes.sz)).toEqual(Array.from({ length: 6 }, () => '1400'));
  });

  test('of nothing is left out', async () => expect(shapesOf(await drawn([table('t', null, [])]))).toEqual([]));
});

describe('a slide', () => {
  test('names no colour, no font and no place that its layout gives', async () => {
    const root = await drawn([title('T'), shape('a'), line('l'), picture('p', 'png', null), table('t', null, [[cell('x')]])]);
    const found = descendants(root).filter(({ name }) =>
      ['a:srgbClr', 'a:latin', 'a:ea', 'a:cs', 'a:normAutofit', 'p:timing'].includes(name),
    );
    expect(found).toEqual([]);
  });

  test('is hidden when it should be', async () => {
    expect((await drawn([], { hidden: true })).attributes.show).toBe('0');
    expect((await drawn([])).attributes.show).toBeUndefined();
  });

  test('numbers any number of shapes once, in reading order', async () => {
    const root = await drawn([title('T'), ...Array.from({ length: 40 }, (_, index) => shape(`s${index}`))]);
    expect(descendants(root, 'p:cNvPr').map(({ attributes }) => Number(attributes.id))).toEqual(
      Array.from({ length: 42 }, (_, index) => index + 1),
    );
  });

  test('and its shapes keep their identity when others come and go', async () => {
    const ids = (root: XmlElement) =>
      new Map(
        shapesOf(root).map((item) => [identityOf(item).attributes.name, descendants(identityOf(item), 'a16:creationId')[0]?.attributes.id]),
      );
    const before = ids(await drawn([shape('a'), shape('b')]));
    const after = ids(await drawn([title('new'), shape('b')]));
    expect(after.get('Shape b')).toBe(before.get('Shape b'));
    expect(new Set([...before.values(), ...after.values()]).size).toBe(3);
  });

  test('must have a layout of the template', async () => await expect(drawn([], { layout: 'gone' })).rejects.toThrow(TypeError));
});
