import { describe, expect, test } from 'vitest';
import { nodeLine } from './outline.js';
import { textAt } from './places.js';
import { read, tinyKinds } from './support.js';

const look = (text: string): readonly string[] => read(text).nodes.map(nodeLine);

describe('blocks', () => {
  test.each([
    ['headings', '## T\n\n### a {#x}\n\n> b **c**\n> =\n\n### d ### {e}\n### f ##', ['h3 a', 'quote(h1 b c)', 'h3 d ### {e}', 'h3 f']],
    ['lists', '- a\n  - b\n\n    c\n- [x] d\n- [ ] e\n\n3) f\n4) g', ['-(a / -(b / c), [x] d, [ ] e)', '3.(f, g)']],
    ['loose task lists', '- [x] d\n\n- [ ] e', ['-([x] d, [ ] e)']],
    ['tables', '| a | b \\| c |\n|:--|--:|\n| **d** | `e\\|f` |\n| g |', ['table(a|b | c, d|e|f, g|)']],
    ['quotes', '> a\nb\n> > c\n> - d', ['quote(a b / quote(c) / -(d))']],
    ['callouts', '> [!NOTE]\n> a\n> - b\n\n> [!warning] Take care\n> c', ['quote NOTE(a / -(b))', 'quote WARNING(Take care / c)']],
    ['code', '```JS {hl=1}\na\n\n  b\n```\n\n    c\n    d\n\n~~~\ne', ['code js(a⏎⏎  b)', 'code (c⏎d)', 'code (e)']],
    ['code in lists', '- a\n\n  ```py\n  b\n    c\n  ```', ['-(a)', 'code py(b⏎  c)']],
    [
      'pictures',
      '![a](b.png "c d"){fit=cover} ![](e.png)\n\n[![f](g.svg)](h)',
      ['image(b.png "a" \'c d\')', 'image(e.png)', 'image(g.svg "f")'],
    ],
    [
      'pictures on lines of their own among words',
      'a **b**\n![c](d.png){width=50%}\ne ![f](g.png) h\\\n  ![i](j.png)\n\n> k\n> ![l](m.png)',
      ['a b', 'image(d.png "c")', 'e ![f] h', 'image(j.png "i")', 'quote(k ![l])'],
    ],
    ['chart directives', '<!-- chart: bar -->\n| a |\n|---|\n| b |', ['table<chart: bar>(a, b)']],
    ['definitions', 'Term\n: first\n: second\n\nOther\n\n:   third', ['Term', 'first', 'second', 'Other', 'third']],
    [
      'definitions of several paragraphs',
      'Term\n\n:   first\n    on\n\n    more\n\n    - a\n    - b\n\n:   second\n\n        code\n\nTerm 2\n:   - x\n    - y\n\nafter\n\n    code',
      ['Term', 'first on', 'more', '-(a, b)', 'second', 'code (code)', 'Term 2', '-(x, y)', 'after', 'code (code)'],
    ],
    [
      'definitions inside others',
      '> Term\n> :   first\n>\n>     more\n\n- Term\n\n  : a\n\n      b',
      ['quote(Term / first / more)', '-(Term / a / b)'],
    ],
    ['a colon is no definition', '## T\n\n: a\n\n    code', [': a', 'code (code)']],
    [
      'divs',
      '::: warning Careful\na\n:::\n\n::: {.callout-tip}\nb\n:::\n\n::: box\nc\n\n::: inner\nd\n:::\n:::',
      ['quote WARNING(Careful / a)', 'quote TIP(b)', 'c', 'd'],
    ],
    ['divs next to lists', '::: box\n- a\n- b\n:::\nc', ['-(a, b)', 'c']],
    ['fences are no divs', '```\n::: box\n---\n```', ['code (::: box⏎---)']],
  ])('%s', (_, text, expected) => expect(look(text)).toEqual(expected));

  test('html', () => {
    expect(look('<details>\n<summary>More</summary>\n\nb *c*\n\n</details>')).toEqual(['More', 'b c']);
    expect(look('a\n\n<h3 align="center">T <br>u</h3>\n<p>a<b>b</b>\n  c &amp; d</p>')).toEqual(['a', 'h3 T u', 'ab c & d']);
    expect(look('<ul><li>a<li>b<ol start=3><li>c</ol></ul>')).toEqual(['-(a, b / 3.(c))']);
    expect(look('<table><tr><th>a<th colspan=2>b</tr><tr><td>c<td>d<td>e</table>')).toEqual(['table(a|b|, c|d|e)']);
    expect(look('<table><tr><th>a<th>b</tr><tr><td rowspan=2>c<td>d</tr><tr><td>e</table>')).toEqual(['table(a|b, c|d, |e)']);
    expect(look('<table><tr><th>a<th>b</tr><tr><td><ul><li>c<li>d</ul><td>e</table>')).toEqual(['table(a|b, • c • d|e)']);
    expect(look('<pre><code class="language-js">a &lt; b\n  c</code></pre>')).toEqual(['code js(a < b⏎  c)']);
    expect(look('<p align="center"><img src="a.png" width="60%" alt="A"></p>')).toEqual(['image(a.png "A")']);
    expect(look('<blockquote>a</blockquote><script>\nlet b;\n</script>\n<Tweet>c</Tweet>')).toEqual(['quote(a)', 'c']);
  });

  test.each([
    [
      'a simple table',
      '  Right     Left     Center     Default\n-------     ------ ----------   -------\n     12     *12*       12         12\n    123     123       123        123\n\nTable: Of\nnumbers.\n\nafter',
      ['Of numbers.', 'table(Right|Left|Center|Default, 12|12|12|12, 123|123|123|123)', 'after'],
    ],
    [
      'one without a head',
      'before\n\n-----  ----\n   12  a b\n    1  -\n-----  ----\n\nafter',
      ['before', 'table(|, 12|a b, 1|-)', 'after'],
    ],
    [
      'a multiline table',
      '----------------\nName   What it\n       is\n------ ---------\nfirst  goes on\n       below\n\nsecond *not*\n----------------\n\nafter',
      ['table(Name|What it is, first|goes on below, second|not)', 'after'],
    ],
    [
      'a grid',
      ': Of a\n\n+-----+------+\n| a   | b    |\n+=====+:====:+\n| 汉字| - c  |\n|     | - d  |\n+-----+------+\n| wide       |\n+-----+------+\n\n> e',
      ['Of a', 'table(a|b, 汉字|• c • d, wide|)', 'quote(e)'],
    ],
    ['a grid whose rows share a cell', '+---+---+\n| a | b |\n|   +---+\n|   | c |\n+---+---+', ['table(|, a|b, |c)']],
    ['not rulers and underlined words', 'a\n\n--- ---\n\nTitle\n-----\n\nb\n\n-- --\n', ['a', 'b']],
    ['not words across its columns', 'a word\n---  ----\nb and c\n', ['a word', 'b and c']],
    ['not code', '```\na    b\n---  ---\n1    2\n```', ['code (a    b⏎---  ---⏎1    2)']],
  ])('drawn in plain text: %s', (_, text, expected) => expect(look(text)).toEqual(expected));

  test('a table drawn in plain text has the alignments and the places of its words', () => {
    const { nodes, source } = read(
      '> x\n\n+---+:-:+--:+\n| a | b | c |\n+---+---+---+\n\n   Right  Left\n--------  -------\n      12  34\n',
    );
    const [, grid, simple] = nodes;
    expect(grid).toMatchObject({ type: 'table', align: [null, 'center', 'right'] });
    expect(simple).toMatchObject({ type: 'table', align: ['right', 'left'] });
    const cells = nodes.flatMap((node) => (node.type === 'table' ? [node.header, ...node.rows].flat() : []));
    expect(cells.map((cell) => textAt(source, cell.span).trim()).filter((text) => text !== '')).toEqual([
      'a',
      'b',
      'c',
      'Right',
      'Left',
      '12',
      '34',
    ]);
  });

  test('a table in a cell is text of a table with heads, and stands for itself in a layout', () => {
    const inner = '<table><tr><td>c<td>d</tr><tr><td>e<td>f</tr></table>';
    expect(look(`<table><tr><th>a<th>b</tr><tr><td>x<td>y ${inner}</tr></table>`)).toEqual(['table(a|b, x|y c – d e – f)']);
    expect(look(`<table><tr><td>${inner}</td><td>beside</td></tr></table>`)).toEqual(['table(c|d, e|f)', 'beside']);
  });

  test('tags that mean nothing are told once for each name', () => {
    const { codes } = read('<font>a</font> <font>b</font>\n\n<marquee>c</marquee>');
    expect(codes).toEqual(['1:1 markdown/html-tag', '3:1 markdown/html-tag']);
  });

  test('code says where each of its lines starts', () => {
    const { nodes } = read('> - x\n>   ```\n>   a\n>\n>    b\n>   ```');
    const quote = nodes[0];
    const list = quote?.type === 'quote' ? quote.children[0] : undefined;
    const code = list?.type === 'list' ? list.items[0]?.children[1] : undefined;
    expect(code).toMatchObject({ type: 'code', text: 'a\n\n b' });
    expect(code?.type === 'code' ? code.lines.map(({ line, column }) => `${line}:${column}`) : []).toEqual(['3:5', '4:2', '5:5']);
  });

  test('cells have the place of their own words', () => {
    const { nodes, source } = read('> | a \\| b |  c |\n> |--|--|\n> | d | **e** |');
    const table = nodes[0]?.type === 'quote' ? nodes[0].children[0] : undefined;
    const cells = table?.type === 'table' ? [table.header, ...table.rows].flat() : [];
    expect(cells.map((cell) => textAt(source, cell.span))).toEqual(['a \\| b', 'c', 'd', '**e**']);
  });

  test('a cell without a column is told', () => {
    expect(read('|a|\n|-|\n|b|c|').diagnostics).toMatchObject([
      { code: 'markdown/extra-cell', message: '"c" stands in a column that the table\'s head does not have' },
    ]);
  });

  test('what no kind takes keeps its words and is told', () => {
    const paragraphs = read('', []).briefing.sections;
    expect(paragraphs).toEqual([]);
    const { nodes, diagnostics } = read(
      '> a\n\n![b](c.png)\n\n- d\n\n```x\ne\n```\n\n|f|g|\n|-|-|',
      tinyKinds.filter((kind) => kind.name === 'paragraph'),
    );
    expect(nodes.map(nodeLine)).toEqual(['a', 'b', 'd', 'e', 'f · g']);
    expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'markdown/unsupported'));
  });

  test('deep nesting ends in text, not in a crash', () => {
    for (const text of [`${'>'.repeat(1000)} a`, `${'- '.repeat(1000)}a`, `${'::: b\n'.repeat(1000)}a`, `${'<div>'.repeat(1000)}a`]) {
      const { nodes } = read(text);
      expect(JSON.stringify(nodes.map(nodeLine))).toMatch(/^[^>]*a[^>]*$/);
    }
  });
});
