import { describe, expect, test } from 'vitest';
import { outlineOf } from './outline.js';
import { textAt } from './places.js';
import { read } from './support.js';

const title = '---\ntitle: D\n---\n';

describe('front matter that is never closed', () => {
  const told = ['1:1 front-matter/unclosed'];
  test.each<[string, string, readonly string[], readonly string[]]>([
    ['ends at the first blank line', '---\ntitle: D\n\n## A\n\na', ['= D', '## A [a]', '- a'], told],
    ['ends at a heading', '---\ntitle: D\n## A\n\na', ['= D', '## A [a]', '- a'], told],
    [
      'is not closed by a slide break further down',
      '---\ntitle: D\n\n## A\n\na\n\n---\n\n## B\n\nb',
      ['= D', '## A [a]', '- a', '## B [b]', '- b'],
      told,
    ],
    ['ends with a line that nearly does', '---\ntitle: D\n----\n\n## A', ['= D', '## A [a]'], told],
    ['TOML', '+++\ntitle = "D"\n\n## A', ['= D', '## A [a]'], told],
    ['a ruler above a remark is none', '---\nNote: a\n\n## A', ['##  [slide]', '- Note: a', '## A [a]'], []],
    ['blank lines and comments inside', '---\ntitle: D\n\n# for later\nlang: en\n---\n\n## A', ['= D', '## A [a]'], []],
  ])('%s', (_, text, lines, codes) => {
    expect(outlineOf(text)).toEqual(lines);
    expect(read(text).codes).toEqual(codes);
  });
});

describe('contents that another tool would make', () => {
  test.each([
    '* TOC\n{:toc}',
    '1. anything\n{:toc .class}',
    '[[toc]]',
    '[TOC]',
    '[[_TOC_]]',
    '@[toc]',
    '\\tableofcontents',
    '<!-- toc -->',
    '<!-- START doctoc generated -->',
  ])('%j is left out, and that is said', (mark) => {
    const text = `## A\n\n${mark}\n\na`;
    expect(outlineOf(text)).toEqual(['## A [a]', '- a']);
    expect(read(text).codes).toEqual(['3:1 markdown/directive']);
  });

  test('what only looks like it is text', () =>
    expect(outlineOf('## A\n\nThe [TOC] is\n\n- TOC\n- b')).toEqual(['## A [a]', '- The [TOC] is', '- -(TOC, b)']));
});

describe('slides', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a leading # is the title, what follows an opening slide',
      '# T\n\nlead\n\n## A\n\na',
      ['= T', '## T … [t]', '- lead', '## A [a]', '- a'],
    ],
    ['with a title in front matter # is a section', `${title}# S\n\n## A`, ['= D', '# S [s]', '## A [a]']],
    ['the same title twice is one', `${title}# D\n\n## A`, ['= D', '## A [a]']],
    ['sections', `${title}# S\n\nx\n\n## A\n\n# U\n\n## A`, ['= D', '# S [s]', '## S … [s-2]', '- x', '## A [a]', '# U [u]', '## A [a-2]']],
    ['### inside a slide', '## A\n\n### b\n\nc', ['## A [a]', '- h3 b', '- c']],
    [
      '--- goes on under the last title',
      '## A\n\na\n\n---\n\nb\n\n***\n\n---\n\n## C\n\n---\n',
      ['## A [a]', '- a', '## A … [a-2]', '- b', '## C [c]'],
    ],
    ['a heading behind --- is a title, whatever its level', '## A\n\n---\n\n### B\n\nb', ['## A [a]', '## B [b]', '- b']],
    ['the highest level that is used twice', '# T\n\n### A\n\na\n\n#### b\n\n### C', ['= T', '## A [a]', '- a', '- h4 b', '## C [c]']],
    ['# used often', '# A\n\na\n\n# B', ['## A [a]', '- a', '## B [b]']],
    ['# used often, the first alone on its slide', '# A\n\n---\n\n# B\n\nb\n\n---\n\n# C', ['= A', '## B [b]', '- b', '## C [c]']],
    ['only rules', 'a\n\n---\n\n### B\n\nb\n\n#### c', ['##  [slide]', '- a', '## B [b]', '- b', '- h4 c']],
    ['a rule below a title makes no empty slide', '## A\n\n---\n\na\n\n---\n\nb', ['## A [a]', '- a', '## A … [a-2]', '- b']],
    [
      'what stands above the only # belongs to the opening slide',
      'logo\n\n# T\n\nlead\n\n## A\n\na',
      ['= T', '## T … [t]', '- logo', '- lead', '## A [a]', '- a'],
    ],
    ['slide-level', '---\nslide-level: 3\n---\n# S\n\n## U\n\n### A\n\n#### b', ['= S', '# U [u]', '## A [a]', '- h4 b']],
    [
      'attributes',
      '## A *b* {layout=comparison key=costs}\n\n## C {#c .d hidden}\n\n## The set {e} {f}',
      ['## A b [costs] layout=comparison', '## C [c] hidden', '## The set {e} {f} [the-set-e-f]'],
    ],
    ['keys of the author come first', '## A\n\n## B {key=a}', ['## A [a-2]', '## B [a]']],
    [
      'titles in other scripts',
      '## 成本与价格\n\n## Ça va?\n\n## !!!',
      ['## 成本与价格 [成本与价格]', '## Ça va? [ça-va]', '## !!! [slide]'],
    ],
    [
      'notes',
      '# T\n\n::: notes\nn *1*\n:::\n\n## A\n\na\n\n<!-- note: n2\n\n- n3 -->\n\n<!-- gone -->\n\n---\n\n::: notes\nn4\n:::',
      ['= T', 'n: n 1', '## A [a]', '- a', 'n: n2', 'n: -(n3)', 'n: n4'],
    ],
    [
      'notes hold text only',
      '## A\n\n::: notes\n![p](q.png)\n\n| a | b |\n|--|--|\n:::',
      ['## A [a]', 'n: image(q.png "p")', 'n: table(a|b)'],
    ],
    ['notes of a section', '# S\n\n::: notes\nn\n:::\n\n# U\n\n## A', ['# S [s]', 'n: n', '# U [u]', '## A [a]']],
    [
      'notes inside other blocks',
      '## A\n\n- a\n\n  <!-- note: n -->\n\n## B\n\n::: columns\n::: column\nb\n\n::: notes\nm\n:::\n:::\n:::',
      ['## A [a]', '- -(a / comment)', 'n: n', '## B [b]', '- b', 'n: m'],
    ],
    [
      'columns',
      '## A\n\n::: columns\n::: column {width=40%}\na\n:::\n::: column\n- b\n:::\n:::',
      ['## A [a]', '| 1 0.4', '- a', '| 2', '- -(b)'],
    ],
    [
      'columns as pandoc writes them',
      '## A\n\n:::: {.columns}\n\n::: {.column width="60%"}\na\n:::\n\n::: {.column}\nb\n:::\n\n::::',
      ['## A [a]', '| 1 0.6', '- a', '| 2', '- b'],
    ],
    [
      'what stands around columns',
      '## A\n\nx\n\n::: columns\n::: column\na\n:::\n::: column\nb\n:::\n:::\n\ny',
      ['## A [a]', '| 1', '- x', '| 2', '- a', '| 3', '- b', '| 4', '- y'],
    ],
    ['an unknown div', '::: only\n## A\n\na\n:::', ['## A [a]', '- a']],
    ['nothing at all', '\n\n---\n\n<!-- a -->\n', []],
  ])('%s', (_, text, expected) => expect(outlineOf(text)).toEqual(expected));

  test('an empty briefing is told', () => {
    expect(read('').codes).toEqual(['1:1 markdown/empty']);
    expect(read('---\ntitle: A\n---\n').codes).toEqual([]);
  });

  test('a title and its slide have their places', () => {
    const { slides, source } = read('## *A* b {key=c}\n\nd\n\n> e\n\n## F');
    expect(slides.map((slide) => textAt(source, slide.span))).toEqual(['## *A* b {key=c}\n\nd\n\n> e', '## F']);
    expect(slides.map((slide) => textAt(source, slide.titleSpan))).toEqual(['A* b', 'F']);
  });

  test.each([
    ['## A {key=x}\n\n## B {key=x}', ['3:1 markdown/duplicate-key']],
    ['## A\n\n::: columns\n::: column {width=much}\na\n:::\n:::', ['4:1 markdown/column-width']],
    ['## A\n\n::: box\na', ['3:1 markdown/div', '3:1 markdown/unclosed-div']],
    ['## A\n\n:::', ['3:1 markdown/stray-div-end']],
    ['## A\n\nb\n\n<!-- c', ['5:1 markdown/unclosed-comment']],
    ['## A\n\nb\n\n::: columns\n::: column\nc\n:::\n:::\n\nd', []],
    ['## A\n\n::: columns\nc\n:::\n\n::: columns\nd\n:::', ['7:1 markdown/columns']],
  ])('%j', (text, expected) => expect(read(text).codes.toSorted()).toEqual(expected));
});

describe('documents of other tools', () => {
  test('Marp: comments are notes, directives are not', () => {
    const text =
      '---\nmarp: true\ntheme: x\n---\n\n<!-- _class: lead -->\n# A <!-- fit -->\n\nx\n\n<!-- say this -->\n\n---\n\n# B\n\n![bg right:40% the picture](p.png)';
    expect(outlineOf(text)).toEqual(['## A [a]', '- x', 'n: say this', '## B [b]', '- image(p.png "the picture")']);
    expect(read(text).codes).toEqual(['2:1 front-matter/foreign-key', '3:1 front-matter/foreign-key', '6:1 markdown/directive']);
  });

  test('Slidev: settings above slides, --- close to text, slots', () => {
    const text =
      '---\ntheme: x\nlayout: cover\n---\n\n# A\n\na\n---\nlayout: two-cols\n---\n\n# B\n\nb\n\n::right::\n\nc\n<!-- n -->\n\n---\nhide: true\n---\n\n# C';
    expect(outlineOf(text)).toEqual(['## A [a]', '- a', '## B [b]', '| 1', '- b', '| 2', '- c', 'n: n', '## C [c] hidden']);
  });

  test.each<[string, string, readonly string[]]>([
    ['Hugo’s TOML', '+++\ntitle = "T"\ntags = ["a"]\n[params]\nx = 1\n+++\n\n## A\n\na', ['= T', '## A [a]', '- a']],
    ['JSON', '{\n  "title": "T"\n}\n\n## A\n\na', ['= T', '## A [a]', '- a']],
    ['pandoc’s title block', '% T\n% Me; You\n% 2024-01-01\n\n## A\n\na', ['= T', '## A [a]', '- a']],
  ])('front matter: %s', (_, text, expected) => expect(outlineOf(text)).toEqual(expected));

  test('front matter: authors and date of pandoc’s title block', () =>
    expect(read('% T\n% Me; You\n% 2024-01-01\n\n## A').briefing.meta).toMatchObject({ authors: ['Me', 'You'], date: '2024-01-01' }));

  test('what only looks like foreign front matter is text', () => {
    expect(outlineOf('{a} b\n\n## A')).toEqual(['##  [slide]', '- {a} b', '## A [a]']);
    expect(outlineOf('+++\n\n## A')).toEqual(['##  [slide]', '- +++', '## A [a]']);
    expect(outlineOf('%\n\n## A')).toEqual(['##  [slide]', '- %', '## A [a]']);
  });

  test.each(['{: .note}', '{% include toc.html %}', '{{< figure src="a.png" >}}', '{{% notice %}}'])('%s is left out, and told', (line) => {
    expect(outlineOf(`## A\n\na\n\n${line}\n\nb`)).toEqual(['## A [a]', '- a', '- b']);
    expect(read(`## A\n\na\n\n${line}\n\nb`).codes).toEqual(['5:1 markdown/directive']);
    expect(outlineOf(`## A\n\n\`\`\`\n${line}\n\`\`\``)).toEqual(['## A [a]', `- code (${line})`]);
  });

  test('Jekyll’s highlight is a listing', () =>
    expect(outlineOf('## A\n\n{% highlight ruby %}\nx = 1\n{% endhighlight %}')).toEqual(['## A [a]', '- code ruby(x = 1)']));

  test('reveal-md: Note: starts notes, ---- parts slides too', () => {
    const text = '---\nverticalSeparator: x\n---\nFoo\n\nNote: n1\n\nn2\n\n---\n\nBar\n\n----\n\n## Baz';
    expect(outlineOf(text)).toEqual(['##  [slide]', '- Foo', 'n: n1', 'n: n2', '##  … [slide-2]', '- Bar', '## Baz [baz]']);
  });

  test('reveal-md: its comments part slides and end notes', () => {
    const text = '---\nseparator: <!--s-->\n---\nFoo\n\nNote: n1\n\n<!--s-->\n\nBar\n\n<!--v-->\n\nBaz';
    expect(outlineOf(text)).toEqual(['##  [slide]', '- Foo', 'n: n1', '##  … [slide-2]', '- Bar', '##  … [slide-3]', '- Baz']);
  });

  test('in other documents Note: is text and a rule before keys is a rule', () => {
    expect(outlineOf('## A\n\nNote: a\n\n---\n\nkey: value')).toEqual(['## A [a]', '- Note: a', '## A … [a-2]', '- key: value']);
  });
});
