import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scheme } from '../../lib/core/color.js';
import { cleanText, descendants, find, serialize, textOf, type XmlElement } from '../../lib/package/xml.js';
import { type Paragraph, paragraph } from '../../lib/scene/text.js';
import { paragraphTexts, partOf, placeholderOf, shapeNamed, slideRoot, written } from '../support/pptx.js';
import { body, marked, slide, text, tint, title, words } from '../support/scene.js';

/** The `a:p` of body text, as written. */
async function paragraphs(...items: readonly Paragraph[]): Promise<readonly XmlElement[]> {
  return descendants(slideRoot(await written([slide('s', [body(items)])])), 'a:p');
}

const xml = async (item: Paragraph): Promise<string> => (await paragraphs(item)).map(serialize).join('');

describe('a placeholder', () => {
  test('takes everything from its layout', async () => {
    const root = slideRoot(await written([slide('s', [title('A title'), body([words('one'), words('two', { level: 1 })])])]));
    const shape = shapeNamed(root, 'Body');
    expect(placeholderOf(shape)?.attributes).toEqual({ type: 'body', idx: '1' });
    expect(serialize(find(shape, 'p:spPr') ?? shape)).toBe('<p:spPr/>');
    expect(serialize(find(shape, 'p:txBody') ?? shape)).toBe(
      '<p:txBody><a:bodyPr/><a:lstStyle/>' +
        '<a:p><a:r><a:rPr lang="en-GB"/><a:t>one</a:t></a:r><a:endParaRPr lang="en-GB"/></a:p>' +
        '<a:p><a:pPr lvl="1"/><a:r><a:rPr lang="en-GB"/><a:t>two</a:t></a:r><a:endParaRPr lang="en-GB"/></a:p></p:txBody>',
    );
  });

  test('says once that its type stepped down', async () => {
    const root = slideRoot(await written([slide('s', [body([words('one')], { sizes: [18, 16, 14] })])]));
    const sizes = descendants(root).flatMap(({ name, attributes }) => (attributes.sz ? [`${name} ${attributes.sz}`] : []));
    expect(sizes).toEqual(['a:defRPr 1800', 'a:defRPr 1600', 'a:defRPr 1400']);
  });

  test('of the title has no index', async () => {
    const root = slideRoot(await written([slide('s', [title('A title')])]));
    expect(placeholderOf(shapeNamed(root, 'Title'))?.attributes).toEqual({ type: 'title' });
  });

  test('of the number holds a field', async () => {
    const number = text('n', { type: 'sldNum', idx: 12 }, [paragraph([{ type: 'field', field: 'slidenum', text: '1', lang: 'en-GB' }])]);
    const [field] = descendants(slideRoot(await written([slide('s', [number])])), 'a:fld');
    expect(field && serialize(field)).toMatch(
      /^<a:fld id="\{[0-9A-F-]{36}\}" type="slidenum"><a:rPr lang="en-GB"\/><a:t>1<\/a:t><\/a:fld>$/,
    );
  });
});

describe('a box of its own', () => {
  test('carries its style, insets and anchor and never fits itself', async () => {
    const root = slideRoot(await written([slide('s', [text('t', null, [words('free')], { anchor: 'bottom' })])]));
    const [properties] = descendants(root, 'a:bodyPr');
    expect(properties && serialize(properties)).toBe(
      '<a:bodyPr vert="horz" wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" rtlCol="0" anchor="b"><a:noAutofit/></a:bodyPr>',
    );
    expect(descendants(root, 'a:lvl1pPr')).not.toEqual([]);
    expect(descendants(root, 'a:rPr').map(({ attributes }) => attributes)).toEqual([{ lang: 'en-GB' }]);
  });
});

describe('a paragraph', () => {
  test.each<[string, Paragraph, string]>([
    ['inherits its bullet', words('x'), '<a:p><a:r>'],
    ['can have none', words('x', { bullet: { kind: 'none' } }), '<a:pPr indent="0" marL="0"><a:buNone/></a:pPr>'],
    [
      'is numbered',
      words('x', { bullet: { kind: 'number', scheme: 'alphaLcPeriod', startAt: 4 } }),
      '<a:pPr><a:buAutoNum type="alphaLcPeriod" startAt="4"/></a:pPr>',
    ],
    ['has a bullet of its own', words('x', { bullet: { kind: 'character', character: '😀' } }), '<a:pPr><a:buChar char="😀"/></a:pPr>'],
    ['stands close', words('x', { spaceBefore: 0 }), '<a:pPr><a:spcBef><a:spcPts val="0"/></a:spcBef></a:pPr>'],
    ['stands apart', words('x', { spaceBefore: 4.5, bullet: { kind: 'none' } }), '<a:spcBef><a:spcPts val="450"/></a:spcBef><a:buNone/>'],
    ['runs from right to left', words('x', { rightToLeft: true, align: 'right' }), '<a:pPr rtl="1" algn="r"/>'],
    ['is at most nine levels deep', words('x', { level: 12 }), '<a:pPr lvl="8"/>'],
  ])('%s', async (_, item, part) => expect(await xml(item)).toContain(part));

  test('breaks its lines first, twice and last', async () => {
    const [item] = await paragraphs(
      paragraph([{ type: 'break' }, marked('a'), { type: 'break' }, { type: 'break' }, marked('b'), { type: 'break' }]),
    );
    expect(item?.children.map((node) => typeof node !== 'string' && node.name)).toEqual([
      'a:br',
      'a:r',
      'a:br',
      'a:br',
      'a:r',
      'a:br',
      'a:endParaRPr',
    ]);
  });

  test('may be empty, and follow one of another alignment', async () => {
    const drawn = await paragraphs(
      words('a', { align: 'right' }),
      paragraph([]),
      paragraph([marked('b'), marked('c')]),
      paragraph([marked('')]),
    );
    expect(drawn.map(textOf)).toEqual(['a', '', 'bc', '']);
  });
});

describe('a run', () => {
  test.each<[string, Parameters<typeof marked>[1], string]>([
    ['says nothing of itself', {}, '<a:rPr lang="en-GB"/>'],
    ['is bold and italic', { bold: true, italic: true }, '<a:rPr lang="en-GB" b="1" i="1"/>'],
    ['is neither, whatever its style', { bold: false, italic: false }, '<a:rPr lang="en-GB" b="0" i="0"/>'],
    ['is struck', { strike: true }, 'strike="sngStrike"'],
    ['is underlined', { underline: true }, 'u="sng"'],
    ['is marked in a theme colour', { highlight: tint, mono: true }, '</a:schemeClr></a:highlight><a:latin '],
    ['is raised', { baseline: 'superscript' }, 'baseline="30000"'],
    ['is set in the monospace family', { mono: true }, '<a:latin typeface="Courier New"/><a:cs typeface="Courier New"/></a:rPr>'],
    [
      'has a theme colour',
      { color: tint },
      '<a:solidFill><a:schemeClr val="accent1"><a:lumMod val="40000"/><a:lumOff val="60000"/></a:schemeClr></a:solidFill>',
    ],
  ])('%s', async (_, marks, part) => expect(await xml(paragraph([marked('x', marks)]))).toContain(part));

  test('hands its size to no other run', async () => {
    const drawn = await paragraphs(paragraph([marked('a', { size: 12 }), marked('b')]), words('c'));
    expect(drawn.flatMap((item) => descendants(item, 'a:rPr')).map(({ attributes }) => attributes.sz)).toEqual([
      '1200',
      undefined,
      undefined,
    ]);
  });
});

describe('a link', () => {
  const to = (url: string, tooltip = '') => marked('x', { link: { kind: 'url', url, tooltip } });
  const addresses = async (...inlines: readonly ReturnType<typeof to>[]): Promise<readonly string[]> => {
    const deck = await written([slide('s', [body([paragraph(inlines)])])]);
    return partOf(deck, '/ppt/slides/slide1.xml')
      .relationships.filter(({ external }) => external)
      .map(({ target }) => target);
  };

  test('keeps its address, once a slide', async () => {
    expect(await addresses(to('https://x.org/?a=1&b=<2>'), to('https://x.org/?a=1&b=<2>', 'again'), to('mailto:a@x.org'))).toEqual([
      'https://x.org/?a=1&b=%3C2%3E',
      'mailto:a@x.org',
    ]);
  });

  test('that cannot be one is dropped', async () => expect(await addresses(to('http://'), to('https://[x'), to(''))).toEqual([]));

  test('leads to a slide of the deck', async () => {
    const link = (key: string) => marked(key, { link: { kind: 'slide', slide: key, tooltip: 'T & "q"' } });
    const deck = await written([slide('a', [body([paragraph([link('b'), link('nowhere')])])]), slide('b', [])]);
    const [found, ...others] = descendants(slideRoot(deck), 'a:hlinkClick');
    const { relationships } = partOf(deck, '/ppt/slides/slide1.xml');
    expect(others).toEqual([]);
    expect(found?.attributes).toEqual({ 'r:id': 'rId2', action: 'ppaction://hlinksldjump', tooltip: 'T & "q"' });
    expect(relationships.find(({ id }) => id === 'rId2')?.target).toBe('/ppt/slides/slide2.xml');
  });

  test('keeps a colour of its own', async () => {
    const coloured = marked('x', { color: scheme('accent2'), link: { kind: 'url', url: 'https://x.org', tooltip: '' } });
    expect(await xml(paragraph([coloured]))).toContain(
      '<ahyp:hlinkClr xmlns:ahyp="http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor" val="tx"/>',
    );
    expect(await xml(paragraph([to('https://x.org')]))).not.toContain('ahyp');
  });
});

test('any text arrives as it was written, but for what XML cannot hold', async () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a\u0007b', '&amp;', '<a:t>', ']]>', '\ud83d', 'x\r\ny\nz', '|', 'bd-1-1', ' two  spaces '),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyText, { maxLength: 3 }), { minLength: 1, maxLength: 4 }), async (texts) => {
      const items = texts.map((runs) => paragraph(runs.map((item) => marked(item))));
      const drawn = await paragraphs(...items);
      const expected = texts.map((runs) => runs.map((item) => cleanText(item).replace(/[\r\n\u2028\u2029]+/g, ' ')).join(''));
      expect(drawn.map(textOf)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});

test('names say what they are, whatever stands in them', async () => {
  const name = 'Chart: R&D <b>"x"</b>\u0000\n😀';
  const root = slideRoot(await written([slide('s', [body([words('x')], { name })])]));
  expect(paragraphTexts(shapeNamed(root, 'Chart: R&D <b>"x"</b> 😀'))).toEqual(['x']);
});
