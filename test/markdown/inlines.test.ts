import { describe, expect, test } from 'vitest';
import { type Inline, inlineText } from '../../lib/briefing/inline.js';
import { textAt } from './places.js';
import { read } from './support.js';

/** The inlines of a document's only paragraph. */
function inlinesOf(text: string): readonly Inline[] {
  const [node] = read(text).nodes;
  return node?.type === 'paragraph' ? node.inlines : [];
}

/** A run as `text` with its marks in front: `bold+italic "x"`. */
function shown(inline: Inline): string {
  if (inline.type === 'status')
    return `<${inline.status} by "${inline.by}" of "${inline.sources.map(({ id }) => id).join(' + ')}" on "${inline.text}">`;
  if (inline.type === 'citation') return `<${inline.items.map(({ id, locator }) => (locator ? `${id}, ${locator}` : id)).join('; ')}>`;
  if (inline.type === 'image') return `<image ${inline.source} "${inline.alt}">`;
  if (inline.type === 'break') return '<break>';
  if (inline.type === 'math') return `<math ${inline.tex}>`;
  const flags = (['bold', 'italic', 'strike', 'underline', 'marked', 'small', 'code'] as const).filter((mark) => inline[mark]);
  const marks = [...flags, ...(inline.baseline === 'none' ? [] : [inline.baseline]), ...(inline.link === null ? [] : [inline.link])];
  return marks.length > 0 ? `${marks.join('+')}:${inline.text}` : inline.text;
}

const look = (text: string): readonly string[] => inlinesOf(text).map(shown);

describe('inlines', () => {
  test.each([
    ['a **b *c* ~~d~~** `e`', ['a ', 'bold:b ', 'bold+italic:c', 'bold: ', 'bold+strike:d', ' ', 'code:e']],
    [
      '[a *b*](c.md "t") <https://x.y> www.z.com',
      ['c.md:a ', 'italic+c.md:b', ' ', 'https://x.y:https://x.y', ' ', 'http://www.z.com:www.z.com'],
    ],
    ['Fact[@a][@b, p. 4].', ['Fact', '<a>', '<b, p. 4>', '.']],
    ['[a\\]b](c) d', ['c:a]b', ' d']],
    ['[ref] x\n\n[ref]: http://r.s', ['http://r.s:ref', ' x']],
    ['a  \nb\\\nc<br>d', ['a', '<break>', 'b', '<break>', 'c', '<break>', 'd']],
    [
      'x<sub>2</sub> y<sup>3</sup> <b>b</b> <i>i</i> <s>s</s> <code>c</code> <a href="u">l</a>',
      ['x', 'subscript:2', ' y', 'superscript:3', ' ', 'bold:b', ' ', 'italic:i', ' ', 'strike:s', ' ', 'code:c', ' ', 'u:l'],
    ],
    ['&copy; &amp; &#8212; &#x4e2d; &nope; &lt;b&gt;', ['© & — 中 &nope; <b>']],
    ['\\*a\\* \\$5 \\[x\\]', ['*a* $5 [x]']],
    ['a\nb', ['a b']],
    ['中国\n人民', ['中国人民']],
    ['中国\n**人民**', ['中国', 'bold:人民']],
    ['한국\n사람', ['한국 사람']],
    ['a {b} {c=} {{x}}', ['a {b} {c=} {{x}}']],
    ['a ![p *q*](r.png){fit=cover} b', ['a ', '<image r.png "p q">', ' b']],
    ['word<!-- gone --> end', ['word end']],
    [
      'H~2~O, x^2^ and *y*^*n*^, a^b\\ c^',
      ['H', 'subscript:2', 'O, x', 'superscript:2', ' and ', 'italic:y', 'italic+superscript:n', ', a', 'superscript:b c'],
    ],
    ['==a *b*== (==c==)', ['marked:a ', 'italic+marked:b', ' (', 'marked:c', ')']],
    [
      '<u>a</u> <ins>b</ins> <mark>c</mark> <small>d</small> <q>e <i>f</i></q>',
      ['underline:a', ' ', 'underline:b', ' ', 'marked:c', ' ', 'small:d', ' “e ', 'italic:f', '”'],
    ],
    ['~a~, (~b~) and c~~d~~e', ['strike:a', ', (', 'strike:b', ') and c', 'strike:d', 'e']],
    ['``a ` b`` ` `` `', ['code:a ` b', ' ', 'code:``']],
  ])('%j', (text, expected) => expect(look(text)).toEqual(expected));

  test.each([
    'from ~/a to ~/b and ~c/d, ~ 5 ~ 6',
    'versions 1.0~rc1~ubuntu and 2.0~a1~b2, from ~/a here. x~yes',
    'a^b and c^d, 2^3+4^5, ^_^ and ^o^, HEAD^^, a ^ b ^ c',
    'x==1 and y==2, a == b == c, ====',
    'the pattern ^[a-z]+$ or ^[0-9]',
  ])('%s is text', (text) => expect(look(text)).toEqual([text]));

  test.each([
    ['`a^2^ ==b== c~2~`', 'code:a^2^ ==b== c~2~'],
    ['$x^2^ + y~2~$', '<math x^2^ + y~2~>'],
  ])('%s stays as it is', (text, kept) => expect(look(text)).toEqual([kept]));

  test('what an abbreviation stands for is told', () => {
    const text = 'a <abbr title="HyperText">HT</abbr>\n\n*[HT]: HyperText';
    expect(look(text)).toEqual(['a HT']);
    expect(read(text).codes).toEqual(['1:3 markdown/abbreviation', '3:1 markdown/directive']);
  });

  test.each([
    ['[![Build](https://img.shields.io/npm/v/x.svg)](https://npmjs.com)'],
    ['![ci](https://github.com/o/r/actions/workflows/ci.yml/badge.svg?branch=main)'],
    ['<img alt="Chat" src="https://github.com/deepseek-ai/x/blob/main/figures/badge.svg?raw=true"/>'],
  ])('the badge %s is left out, and that is said', (text) => {
    const { codes } = read(`## A\n\n${text} b`);
    expect(look(`${text} b`)).toEqual(['b']);
    expect(codes).toContainEqual(expect.stringMatching(/^3:\d+ markdown\/badge$/));
  });

  test.each(['badge.png', 'https://example.org/badger.png', 'https://example.org/chart.svg'])('%s is a picture', (address) =>
    expect(read(`## A\n\n![a](${address})`).nodes).toMatchObject([{ type: 'image', source: address }]),
  );

  test('attributes behind a picture are the picture’s', () => {
    const [, image] = inlinesOf('a ![](r.png "t"){fit=cover focus=top} b');
    expect(image).toMatchObject({ type: 'image', title: 't', attributes: { values: { fit: 'cover', focus: 'top' } } });
  });
});

describe('citations and claims', () => {
  test.each([
    ['R1 leads [@r1].', ['R1 leads', '<r1>', '.']],
    ['a [@r1, p. 4; @b-2]', ['a', '<r1, p. 4; b-2>']],
    ['a [@ r1] [@r1](x) [@r1', ['a [@ r1] ', 'x:@r1', ' [@r1']],
    [
      '[10,000–50,000 chips]{status=disputed by="MIT Technology Review" source=mtr} held',
      ['10,000–50,000 chips', '<disputed by "MIT Technology Review" of "mtr" on "10,000–50,000 chips">', ' held'],
    ],
    ['[a **b**]{status=claimed}', ['a ', 'bold:b', '<claimed by "" of "" on "a b">']],
    ['[a]{source=x}', ['a', '<x>']],
    ['[a]{status=claimed source=[x, @y]}', ['a', '<claimed by "" of "x + y" on "a">']],
    ['[a]{source="x; y"}', ['a', '<x; y>']],
    ['[a]{.smallcaps} [b]{c d}', ['a [b]{c d}']],
  ])('%j', (text, expected) => expect(look(text)).toEqual(expected));

  test('each source has the span of its own words', () => {
    const { source, nodes } = read('see [@r1, p. 4; @b] and [c]{status=claimed source=[d, @e]}');
    const items = nodes.flatMap((node) => (node.type === 'paragraph' ? node.inlines : []));
    const cited = items.flatMap((item) => (item.type === 'citation' ? item.items : item.type === 'status' ? item.sources : []));
    expect(cited.map((item) => textAt(source, item.span))).toEqual(['@r1, p. 4', '@b', 'd', 'e']);
  });

  test('braces that cannot be read are told where they stand', () => {
    const { source, diagnostics } = read('a [**b** c]{status=claimed source=[d, e} f');
    expect(diagnostics.map(({ code, span }) => [code, textAt(source, span)])).toEqual([
      ['markdown/attributes', '{status=claimed source=[d, e}'],
    ]);
    expect(read('a [b]\\{status=x} `[b]{status=x` {status}').diagnostics).toEqual([]);
  });

  test('an unknown status is a warning with a suggestion', () => {
    const { diagnostics } = read('a [b]{status=disputd}');
    expect(diagnostics).toMatchObject([
      { code: 'markdown/unknown-status', message: '"disputd" is no status', hints: ['did you mean "disputed"?'] },
    ]);
  });
});

describe('money and math', () => {
  test.each([
    'It cost $5.576M and $1 to $2 more.',
    'From $5M–$6M, US$5.6M and HK$, or $20/month and $200/month',
    'between $0.14 and $0.55 ($1.10 at night)',
    'a $ b $ c, $x and y$5',
  ])('%s', (text) => {
    expect(look(text)).toEqual([text]);
    expect(read(text).diagnostics).toEqual([]);
  });

  test('math is kept as LaTeX', () => {
    expect(look('so $x^2 + y$ and $2n$ hold')).toEqual(['so ', '<math x^2 + y>', ' and ', '<math 2n>', ' hold']);
    expect(look('$$\n\\sum_i a_i\n$$')).toEqual(['<math \\sum_i a_i>']);
  });
});

describe('footnotes', () => {
  test('a note in the text is one too', () => {
    const { nodes, diagnostics } = read('## A\n\nx^[one *note* [a](b) here] y[^n].\n\n[^n]: two\n\n## B\n\nz^[three words]');
    const texts = nodes.map((node) => (node.type === 'paragraph' ? inlineText(node.inlines) : ''));
    expect(texts).toEqual(['x\u00a01 y\u00a02.', '1 one note a here', '2 two', 'z\u00a03', '3 three words']);
    expect(diagnostics).toEqual([]);
  });

  test('a reference is a number, the note stands at the end of the slide', () => {
    const { slides, nodes, diagnostics } = read(
      '## A\n\nx[^n] y[^m] z[^n]\n\n[^n]: one *note*\n    more\n\n[^m]: two\n\n## B\n\nend[^none]',
    );
    expect(slides.map((slide) => slide.columns[0]?.blocks.length)).toEqual([3, 1]);
    const texts = nodes.map((node) => (node.type === 'paragraph' ? inlineText(node.inlines) : ''));
    expect(texts).toEqual(['x\u00a01 y\u00a02 z\u00a01', '1 one note more', '2 two', 'end[^none]']);
    expect(diagnostics).toMatchObject([{ code: 'markdown/unknown-footnote', message: 'no footnote is called "none"' }]);
  });

  test('each slide that refers to a note has its text, with all its paragraphs, in small letters; letters where sources have the numbers', () => {
    const { slides } = read(
      '---\nsources: {s: {title: S}}\n---\n\n## A\n\nx[^n] [@s]\n\n## B\n\ny[^n]\n\n[^n]: one\n\n    two\n\n    - three\n',
    );
    const kinds = slides.map((slide) => slide.columns.flatMap(({ blocks }) => blocks.map(({ kind }) => kind)));
    expect(kinds).toEqual([
      ['paragraph', 'paragraph', 'paragraph', 'list'],
      ['paragraph', 'paragraph', 'paragraph', 'list'],
    ]);
    const [, note] = slides[0]?.columns[0]?.blocks ?? [];
    expect(note).toMatchObject({
      node: { inlines: [{ text: 'a', small: true, baseline: 'superscript' }, {}, { text: 'one', small: true }] },
    });
  });

  test('below columns a note stands across the slide', () => {
    const { slides } = read('## A\n\n::: columns\n::: column\nx[^n]\n:::\n::: column\ny\n:::\n:::\n\n[^n]: one');
    expect(slides[0]?.columns.map(({ across }) => across ?? false)).toEqual([false, false, true]);
  });
});
