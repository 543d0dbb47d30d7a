/** Diagrams, through the public door: what stands on the slide, what is glued to what, what is told. */
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BuildOptions, makeScene } from '../../lib/build.js';
import { buildDeck } from '../../lib/index.js';
import { readPackage } from '../../lib/package/zip.js';
import { pointsOf, routeThrough } from '../../lib/scene/connector.js';
import { PRESETS, type Side } from '../../lib/scene/preset.js';
import { type GroupItem, type Item, type LineItem, type SceneSlide, slidesOf, type TextItem, visitItems } from '../../lib/scene/scene.js';
import { plainText } from '../../lib/scene/text.js';
import { expectSpotless } from '../support/deck.js';
import { faults } from '../support/legible.js';
import { partOf } from '../support/pptx.js';

/** Only looked for: once loaded without a window it could not be used. */
const installed = existsSync('node_modules/mermaid');
const drawing = (name: string, tests: () => void): void =>
  void describe.skipIf(!installed)(installed ? name : `${name} (mermaid is not installed)`, tests);

const fence = (text: string): string => `## A\n\n\`\`\`mermaid\n${text}\n\`\`\`\n`;

async function scene(markdown: string, options: BuildOptions = {}) {
  const made = await makeScene(markdown, options);
  if (!made.scene) throw new Error('no scene');
  const all: Item[] = [];
  for (const slide of slidesOf(made.scene)) visitItems(slide.items, (item) => void all.push(item));
  const groups = all.filter((item): item is GroupItem => item.type === 'group');
  const lines = all.filter((item): item is LineItem => item.type === 'line' && item.glue !== undefined);
  const nodes = all.filter((item): item is TextItem => item.type === 'text' && item.geometry !== undefined);
  const texts = all.filter((item): item is TextItem => item.type === 'text').map(({ paragraphs }) => paragraphs.map(plainText).join('\n'));
  const told = made.result.diagnostics.map(({ code, span }) => `${span.start.line}:${span.start.column} ${code}`);
  return { all, groups, lines, nodes, texts, told, faults: faults(made.scene, made.template), slides: slidesOf(made.scene) };
}

const DIAGRAM_EXAMPLE = pathToFileURL('examples/diagrams/diagrams.md');

drawing('the example', () => {
  test('builds with notes alone, and PowerPoint trusts it', async () => {
    const result = await buildDeck(DIAGRAM_EXAMPLE);
    expect(result.diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([]);
    await expectSpotless(result.pptx ?? new Uint8Array());
  });

  test.each(['meridian', 'ledger', 'newsroom', 'lab'])('is legible in %s', async (template) => {
    const made = await makeScene(DIAGRAM_EXAMPLE, { template });
    expect(made.scene && faults(made.scene, made.template)).toEqual([]);
  });
});

/** Where a connection site of an item is on the slide. */
function siteOn(item: Item | undefined, site: number): { readonly x: number; readonly y: number } | null {
  if (item?.type !== 'text' && item?.type !== 'shape') return null;
  const { geometry, frame } = item;
  if (geometry?.kind === 'path') {
    const found = geometry.sites?.[site];
    return found ? { x: frame.x + (found.x / geometry.width) * frame.cx, y: frame.y + (found.y / geometry.height) * frame.cy } : null;
  }
  const middle = { x: frame.x + frame.cx / 2, y: frame.y + frame.cy / 2 };
  const places: Readonly<Record<Side, { readonly x: number; readonly y: number }>> = {
    top: { ...middle, y: frame.y },
    left: { ...middle, x: frame.x },
    bottom: { ...middle, y: frame.y + frame.cy },
    right: { ...middle, x: frame.x + frame.cx },
  };
  const sides = PRESETS[geometry?.preset ?? 'rect'].sites;
  const side = (['top', 'left', 'bottom', 'right'] as const).find((name) => sides[name] === site);
  return side ? places[side] : null;
}

/** EMU: a connector is never as narrow as nothing. */
const POINT = 12_700;

/** Whether both ends of each connector lie on the sites that they are glued to. */
function looseEnds({ slides }: { readonly slides: readonly SceneSlide[] }): readonly string[] {
  return slides.flatMap(looseOn);
}

function looseOn({ items }: SceneSlide): readonly string[] {
  const all: Item[] = [];
  visitItems(items, (item) => void all.push(item));
  const lines = all.filter((item): item is LineItem => item.type === 'line' && item.glue !== undefined);
  return lines.flatMap(({ name, frame, route, glue }) => {
    const way = pointsOf(frame, route);
    return [way[0], way.at(-1)].flatMap((end, index) => {
      const glued = glue?.[index];
      const site = glued
        ? siteOn(
            all.find(({ id }) => id === glued.item),
            glued.site,
          )
        : null;
      const far = site && end ? Math.hypot(site.x - end.x, site.y - end.y) : Number.POSITIVE_INFINITY;
      return far > POINT + 3 ? [`${name} ${index === 0 ? 'starts' : 'ends'} ${far} EMU from its shape`] : [];
    });
  });
}

drawing('flowcharts', () => {
  test('each node is a shape with its words, each edge a connector that is glued to both', async () => {
    const made = await scene(fence('flowchart LR\n  A[Start] -->|go| B{Fit?} --> C & D\n  C --> C'));
    const shapes = made.nodes.map((node) => [node.paragraphs.map(plainText).join(), node.geometry] as const);
    expect([...shapes].sort(([a], [b]) => (a < b ? 1 : -1))).toEqual([
      ['Start', { kind: 'preset', preset: 'rect' }],
      ['Fit?', { kind: 'preset', preset: 'flowChartDecision' }],
      ['D', { kind: 'preset', preset: 'rect' }],
      ['C', { kind: 'preset', preset: 'rect' }],
    ]);
    expect(made.lines.map(({ name }) => name)).toEqual(['Start → Fit?', 'Fit? → C', 'Fit? → D', 'C → C']);
    expect(made.texts).toContain('go');
    expect(looseEnds(made)).toEqual([]);
    expect(made.groups[0]?.alt).toBe('Flowchart: Start → (go) Fit?; Fit? → C; Fit? → D; C → C');
    expect(made.faults).toEqual([]);
  });

  test('the file says the glue by ids of shapes that are there', async () => {
    const { pptx } = await buildDeck(fence('flowchart TB\n  A --> B((round))\n  A -.->|x| D[(store)]'));
    const slide = String(partOf(readPackage(pptx ?? new Uint8Array()), '/ppt/slides/slide1.xml').data);
    const ids = new Set([...slide.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id));
    const glued = [...slide.matchAll(/<a:(?:st|end)Cxn id="(\d+)" idx="(\d+)"\/>/g)];
    expect(glued.map(([, id]) => ids.has(id))).toEqual([true, true, true, true]);
    expect(glued.map(([, , site]) => site)).toEqual(['2', '0', '2', '0']);
    expect(slide).toContain('prst="ellipse"');
  });

  test('colours of classes become the theme’s, greys none, and it is said', async () => {
    const { nodes, told } = await scene(
      fence('flowchart LR\n  A --> B --> C\n  classDef hot fill:#f00\n  class A hot\n  style B fill:#eee\n  style C fill:blue'),
    );
    expect(nodes.map(({ fill }) => fill.kind === 'solid' && fill.color.kind === 'scheme' && fill.color.slot)).toEqual([
      'accent1',
      'bg2',
      'accent2',
    ]);
    expect(told).toEqual(['3:1 diagram/colors']);
  });

  test('groups frame what they hold, with their title inside, and edges may end at them', async () => {
    const made = await scene(
      fence('flowchart TB\n  subgraph one [First part]\n    A --> B\n    subgraph two\n      C\n    end\n  end\n  D --> one'),
    );
    const [outer, inner] = made.all.filter((item) => item.type === 'shape');
    const node = (name: string) => made.nodes.find((item) => item.name === name);
    const holds = (frame: Item | undefined, item: Item | undefined): boolean =>
      !!frame &&
      !!item &&
      item.frame.x >= frame.frame.x &&
      item.frame.y >= frame.frame.y &&
      item.frame.x + item.frame.cx <= frame.frame.x + frame.frame.cx &&
      item.frame.y + item.frame.cy <= frame.frame.y + frame.frame.cy;
    expect(['A', 'B', 'C'].map((name) => holds(outer, node(name)))).toEqual([true, true, true]);
    expect([holds(outer, inner), holds(inner, node('C')), holds(inner, node('A')), holds(outer, node('D'))]).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(made.texts).toContain('First part');
    expect(looseEnds(made)).toEqual([]);
    expect(made.faults).toEqual([]);
  });

  test('one that is too wide is turned, one that is too large stands as a list of its steps', async () => {
    const chain = (count: number, words = 'Step number'): string =>
      fence(
        `flowchart TB\n${Array.from({ length: count }, (_, at) => `  n${at}[${words} ${at}] --> n${at + 1}[${words} ${at + 1}]`).join('\n')}`,
      );
    const turned = await scene(chain(11, 'S'));
    expect(turned.told).toEqual(['3:1 diagram/turned']);
    expect(turned.faults).toEqual([]);
    const large = await scene(chain(80));
    expect(large.told).toContain('3:1 diagram/too-large');
    expect(large.groups).toEqual([]);
    for (let at = 0; at < 80; at++) expect(large.texts.join('\n')).toContain(`Step number ${at} → Step number ${at + 1}`);
  });

  test('entities, breaks and Markdown of labels are read', async () => {
    const { nodes } = await scene(fence('flowchart LR\n  A["5 #gt; 4<br/>two #quot;lines#quot;"] --> B["`**bold** and _slanted_`"]'));
    const runs = nodes.flatMap(({ paragraphs }) => paragraphs.flatMap(({ inlines }) => inlines));
    expect(
      runs.flatMap((one) =>
        one.type === 'break' ? ['/'] : one.type === 'run' ? [`${one.text}${one.bold ? '!' : ''}${one.italic ? '?' : ''}`] : [],
      ),
    ).toEqual(['5 > 4', '/', 'two "lines"', 'bold!', ' and ', 'slanted?']);
  });

  test('a deck that is read from right to left begins at the right', async () => {
    const made = await scene(`---\nlang: ar\n---\n\n${fence('flowchart LR\n  A --> B')}`);
    const [a, b] = [made.nodes.find(({ name }) => name === 'A'), made.nodes.find(({ name }) => name === 'B')];
    expect((a?.frame.x ?? 0) > (b?.frame.x ?? 0)).toBe(true);
    expect(looseEnds(made)).toEqual([]);
  });

  test('any flowchart loses no word, keeps clear of itself and is glued', async () => {
    const node = fc.integer({ min: 0, max: 7 });
    const shape = fc.constantFrom(['[', ']'], ['(', ')'], ['{', '}'], ['((', '))'], ['[(', ')]'], ['[/', '/]'], ['{{', '}}'], ['>', ']']);
    const link = fc.constantFrom('-->', '---', '-.->', '==>', '<-->', '--o', '--x', '-->|yes|', '-->|a longer label|');
    const edges = fc.array(fc.tuple(node, link, node, shape), { minLength: 1, maxLength: 9 });
    await fc.assert(
      fc.asyncProperty(edges, fc.constantFrom('TB', 'LR', 'BT', 'RL'), async (all, direction) => {
        const lines = all.map(([from, arrow, to, [open, close]]) => `  n${from} ${arrow} n${to}${open}Word ${to}${close}`);
        const made = await scene(fence(`flowchart ${direction}\n${lines.join('\n')}`));
        for (const [, , to] of all) expect(made.texts.join('\n')).toContain(`Word ${to}`);
        expect(looseEnds(made)).toEqual([]);
        expect(made.faults.filter((fault) => !fault.includes('Label: '))).toEqual([]);
      }),
      { numRuns: 12, seed: 7 },
    );
  }, 30_000);
});

drawing('sequences', () => {
  const talk = (count: number): string =>
    fence(
      `sequenceDiagram\n  autonumber\n  actor A as Anna\n  participant B\n  loop daily\n${Array.from({ length: count }, (_, at) => `    A->>+B: Ask ${at}\n    B-->>-A: Tell ${at}`).join('\n')}\n  end\n  Note over A,B: Done`,
    );

  test('each message is glued to the lifelines at its own height', async () => {
    const made = await scene(talk(2));
    expect(made.lines.map(({ name }) => name)).toEqual(['Message: Ask 0', 'Message: Tell 0', 'Message: Ask 1', 'Message: Tell 1']);
    expect(looseEnds(made)).toEqual([]);
    expect(made.texts).toEqual(expect.arrayContaining(['Anna', 'B', '1. Ask 0', '4. Tell 1', 'loop daily', 'Done']));
    expect(made.lines.map(({ stroke }) => stroke.dash)).toEqual(['solid', 'dash', 'solid', 'dash']);
    expect(made.groups[0]?.alt).toContain('Sequence diagram: loop daily; 1. Anna → B: Ask 0');
    expect(made.faults).toEqual([]);
  });

  test('one that is longer than a slide goes on, with its heads, its frames and every message', async () => {
    const made = await scene(talk(30));
    expect(made.slides.length).toBeGreaterThan(2);
    expect(made.texts.filter((text) => text === 'Anna').length).toBe(made.groups.length);
    expect(made.all.filter(({ name }) => name === 'Frame').length).toBe(made.groups.length);
    for (let at = 0; at < 30; at++)
      expect(made.texts).toEqual(expect.arrayContaining([`${2 * at + 1}. Ask ${at}`, `${2 * at + 2}. Tell ${at}`]));
    expect(looseEnds(made)).toEqual([]);
    expect(made.faults).toEqual([]);
  });
});

drawing('what is told', () => {
  test('a mistake at its place, and the fence stands as code', async () => {
    const { told, texts } = await scene(fence('%% a remark\nflowchart TB\n  A --> B\n  B -->> C'));
    expect(told).toEqual(['7:8 diagram/unreadable']);
    expect(texts.join('\n')).toContain('B -->> C');
  });

  test.each([
    ['pie\n  "a": 3', '3:1 diagram/kind'],
    ['nonsense', '3:1 diagram/unreadable'],
    ['', '3:1 diagram/empty'],
    ['flowchart TB', '3:1 diagram/empty'],
  ])('%j', async (text, expected) => {
    expect((await scene(fence(text))).told).toEqual([expected]);
  });

  test('labels are read by the rules of check', async () => {
    const { diagnostics } = await (await import('../../lib/index.js')).checkBriefing(fence('flowchart LR\n  A[It cost $5.6M] --> B'));
    expect(
      diagnostics
        .filter(({ code }) => code === 'figure/no-source' || code.includes('source'))
        .map(({ span }) => `${span.start.line}:${span.start.column}`),
    ).toEqual(['5:13']);
  });
});

test('several decks at once are read one after the other', async () => {
  const decks = await Promise.all(['A', 'B', 'C'].map((name) => buildDeck(fence(`flowchart LR\n  ${name}1 --> ${name}2`))));
  const again = await buildDeck(fence('flowchart LR\n  B1 --> B2'));
  expect(Buffer.from(decks[1]?.pptx ?? []).equals(Buffer.from(again.pptx ?? []))).toBe(true);
  expect('window' in globalThis).toBe(false);
});

test('a way and its connector are the same line', () => {
  const length = fc.integer({ min: -5_000_000, max: 5_000_000 });
  const bends = fc.integer({ min: 0, max: 4 });
  fc.assert(
    fc.property(fc.array(length, { minLength: 7, maxLength: 7 }), bends, fc.boolean(), (values, count, upright) => {
      const points = [{ x: values[0] ?? 0, y: values[1] ?? 0 }];
      for (let at = 0; at <= count; at++) {
        const last = points.at(-1) ?? { x: 0, y: 0 };
        const value = values[at + 2] ?? 0;
        points.push((at % 2 === 0) === upright ? { x: last.x, y: value } : { x: value, y: last.y });
      }
      fc.pre(points.slice(1).every((point, index) => point.x !== points[index]?.x || point.y !== points[index]?.y));
      const { frame, route } = routeThrough(points);
      const drawn = pointsOf(frame, route);
      expect(drawn.length).toBe(points.length);
      const ends = [points[0], points.at(-1)];
      const [width, height] = [Math.abs((ends[1]?.x ?? 0) - (ends[0]?.x ?? 0)), Math.abs((ends[1]?.y ?? 0) - (ends[0]?.y ?? 0))];
      const near = Math.max(width, height) / 100_000 + POINT + 2;
      points.forEach((point, index) => {
        expect(Math.abs((drawn[index]?.x ?? 0) - point.x)).toBeLessThanOrEqual(near);
        expect(Math.abs((drawn[index]?.y ?? 0) - point.y)).toBeLessThanOrEqual(near);
      });
    }),
    { numRuns: 200 },
  );
});
