import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { Lexer, type Token, type Tokens } from 'marked';
import { globSync } from 'tinyglobby';
import { describe, expect, test } from 'vitest';
import type { Node } from '../../lib/briefing/node.js';
import { leavesOf, problemsIn, textAt } from './places.js';
import { read } from './support.js';

/** Markdown as a tree; `n` numbers the leaves when it is written out. */
type Tree =
  | { readonly type: 'paragraph'; readonly lines: number; readonly lazy: boolean }
  | { readonly type: 'heading' | 'setext' | 'fence' | 'indented' | 'table' }
  | { readonly type: 'quote'; readonly tight: boolean; readonly children: readonly Tree[] }
  | {
      readonly type: 'list';
      readonly mark: string;
      readonly tabs: boolean;
      readonly tight: boolean;
      readonly items: readonly (readonly Tree[])[];
    };

interface Written {
  readonly text: string;
  /** Loses the mark of the quote or the indent of the item that it stands in. */
  readonly lazy: boolean;
}

/** A leaf as it must be found: its first and last words. */
interface Leaf {
  readonly type: string;
  readonly first: string;
  readonly last: string;
}

const leaf = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('paragraph' as const), lines: fc.integer({ min: 1, max: 3 }), lazy: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Tree>({ type: 'heading' }, { type: 'setext' }, { type: 'fence' }, { type: 'indented' }, { type: 'table' }),
  },
);

const tree = fc.letrec<{ tree: Tree; blocks: readonly Tree[] }>((tie) => ({
  blocks: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    leaf,
    fc.record({ type: fc.constant('quote' as const), tight: fc.boolean(), children: tie('blocks') }),
    fc.record({
      type: fc.constant('list' as const),
      mark: fc.constantFrom('-', '*', '1.', '10)'),
      tabs: fc.boolean(),
      tight: fc.boolean(),
      items: fc.array(tie('blocks'), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

/** Writes a tree out, and what must be found in it. */
function write(blocks: readonly Tree[]): { readonly lines: readonly Written[]; readonly leaves: readonly Leaf[] } {
  const leaves: Leaf[] = [];
  const hard = (text: string): Written => ({ text, lazy: false });
  const add = (type: string, first: string, last: string): void => void leaves.push({ type, first, last });
  const one = (block: Tree): readonly Written[] => {
    const n = leaves.length;
    switch (block.type) {
      case 'paragraph': {
        const words = Array.from({ length: block.lines }, (_, i) => `a${n}w${i} some *words* here z${n}w${i}`);
        add('paragraph', `a${n}w0 `, `z${n}w${block.lines - 1}`);
        return words.map((text, index) => ({ text, lazy: index > 0 && block.lazy }));
      }
      case 'heading':
        add('heading', `### a${n}`, `z${n} ##`);
        return [hard(`### a${n} of **b** z${n} ##`)];
      case 'setext':
        add('heading', `a${n}`, '---');
        return [hard(`a${n} of z${n}`), hard('---')];
      case 'fence':
        add('code', '```js', '```');
        return ['```js', `a${n} ();`, '', '\tindented', `  z${n}`, '```'].map(hard);
      case 'indented':
        add('heading', `### c${n}`, `c${n}`);
        add('code', `a${n}`, `z${n}`);
        return [`### c${n}`, '', `    a${n}`, `      z${n}`].map(hard);
      case 'table':
        add('table', `| a${n}`, `z${n} |`);
        return [`| a${n} | \`b\\|c\` |`, '|---|:-:|', `| x \\| y | **z${n}** z${n} |`].map(hard);
      case 'quote':
        return all(block.children).map(({ text, lazy }) => hard(lazy ? text : text === '' && block.tight ? '>' : `> ${text}`));
      case 'list':
        return block.items.flatMap((item, index) => {
          const lead = block.tabs ? `${block.mark}\t` : `${block.mark} `;
          const indent = block.tabs ? '\t' : ' '.repeat(lead.length);
          const gap = index > 0 && !block.tight ? [hard('')] : [];
          const lines = all(item).map(({ text, lazy }, i) =>
            i === 0 ? hard(lead + text) : lazy || text === '' ? { text, lazy } : hard(indent + text),
          );
          return [...gap, ...lines];
        });
    }
  };
  const all = (children: readonly Tree[]): readonly Written[] =>
    children.flatMap((child, index) => (index > 0 ? [hard(''), ...one(child)] : one(child)));
  return { lines: all(blocks), leaves };
}

const NODES: Readonly<Record<string, string>> = { text: 'paragraph', hr: 'rule' };

/** What marked makes of a text, as the reference: the type and the words of each leaf. */
const reference = (tokens: readonly Token[]): readonly string[] =>
  tokens.flatMap((token) => {
    if (token.type === 'space' || token.type === 'def' || token.type === 'checkbox') return [];
    if (token.type === 'list') return token.items.flatMap((item: Tokens.ListItem) => reference(item.tokens));
    if (token.type === 'blockquote') return reference(token.tokens ?? []);
    return [`${NODES[token.type] ?? token.type}: ${words(token.raw)}`];
  });

/** Of a whole text; null for the few that marked throws at. */
function referenceFor(text: string): readonly string[] | null {
  try {
    return reference(new Lexer().lex(text).filter((token) => !isTitle(token)));
  } catch {
    return null;
  }
}

/** Titles of slides are no blocks. */
const isTitle = (token: Token): boolean => token.type === 'heading' && token.depth === 2;

const words = (text: string): string => (text.match(/\w+/g) ?? []).join(' ');

const documents = fc.record({
  blocks: fc.array(tree.tree, { minLength: 1, maxLength: 4 }),
  eol: fc.constantFrom('\n', '\r\n', '\r'),
  bom: fc.boolean(),
  frontMatter: fc.boolean(),
  ended: fc.boolean(),
});

describe('places of blocks', () => {
  test('the text at the span of a block is the text of the block', () => {
    fc.assert(
      fc.property(documents, ({ blocks, eol, bom, frontMatter, ended }) => {
        const { lines, leaves } = write(blocks.map((block) => (block.type === 'setext' ? { type: 'heading' } : block)));
        const body = `## Slide\n\n${lines.map((line) => line.text).join('\n')}${ended ? '\n' : ''}`;
        const head = `${bom ? '\ufeff' : ''}${frontMatter ? '---\ntitle: A\n---\n' : ''}`;
        const { nodes, source } = read((head + body).replaceAll('\n', eol));
        expect(problemsIn(source, nodes)).toEqual([]);
        const found = leavesOf(nodes).map((node) => ({ type: node.type, text: textAt(source, node.span) }));
        const expected = referenceFor(body);
        if (expected) expect(found.map(({ type, text }) => `${type}: ${words(text)}`)).toEqual(expected);
        if (isTricky(blocks)) return;
        expect(found.map(({ type, text }, index) => same(type, text, leaves[index]))).toEqual(leaves);
      }),
      { numRuns: 200 },
    );
  });
});

/** The expected leaf where the text starts and ends as it should. */
const same = (type: string, text: string, leaf: Leaf | undefined): unknown =>
  leaf && type === leaf.type && text.startsWith(leaf.first) && text.endsWith(leaf.last) ? leaf : { type, text };

/** Lazy lines and tabs inside other containers: marked reads some in its own way, so that only its own view of them is a reference. */
const isTricky = (blocks: readonly Tree[], depth = 0): boolean =>
  blocks.some((block) => {
    if (block.type === 'list') return (block.tabs && depth > 0) || block.items.some((item) => isTricky(item, depth + 1));
    return block.type === 'quote' ? isTricky(block.children, depth + 1) : block.type === 'paragraph' && block.lazy;
  });

describe('any text', () => {
  const piece = fc.constantFrom(
    ...[
      'a',
      'b c',
      ' ',
      '\n',
      '\n\n',
      '    ',
      '\t',
      '# ',
      '## ',
      '- ',
      '1. ',
      '> ',
      '|',
      '|-|',
      '`',
      '```',
      '~~~',
      '*',
      '**',
      '_',
      '[',
      ']',
      '(',
      ')',
      '{',
      '}',
      '{.a}',
      '{k=v}',
    ],
    ...[
      '[@r]',
      '[^n]',
      '[^n]: ',
      ':::',
      '::: b',
      ': ',
      '---',
      '===',
      '<!--',
      '-->',
      '<b>',
      '</b>',
      '<div>',
      '<br>',
      '<ul><li>',
      '<table><tr><td>',
      '&amp;',
      '\\',
      '$',
      '![',
      '\r\n',
      '文',
      '[!NOTE]',
    ],
    ...['{status=disputed}', 'http://a.b', '- [x] ', '~~', '[a]: b', '<pre>', 'note: '],
  );

  test('is read without a crash, every place sound', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { nodes, source } = read(pieces.join(''));
        expect(problemsIn(source, inFileOrder(nodes))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const files = globSync('**/*.md', { cwd: corpus });

const spec = globSync('spec/*.json', { cwd: corpus });

describe.skipIf(spec.length === 0)('examples of the CommonMark and GFM specifications (skipped without ../shared/corpus)', () => {
  test.each(spec)('%s', (file) => {
    const examples: readonly { readonly markdown?: string }[] = JSON.parse(readFileSync(new URL(file, `file://${corpus}`), 'utf8'));
    for (const { markdown = '' } of examples) {
      const { nodes, source } = read(`## A\n\n${markdown}`);
      expect(problemsIn(source, inFileOrder(nodes)), markdown).toEqual([]);
    }
  });
});

describe.skipIf(files.length === 0)('places in documents of the world (skipped without ../shared/corpus)', () => {
  test.each(files)('%s', (file) => {
    const { nodes, source } = read(readFileSync(new URL(file, `file://${corpus}`), 'utf8'));
    expect(problemsIn(source, inFileOrder(nodes))).toEqual([]);
  });
});

/** A footnote stands at the end of its slide, not where it is written. */
const inFileOrder = (nodes: readonly Node[]): readonly Node[] => nodes.toSorted((a, b) => a.span.start.offset - b.span.start.offset);
