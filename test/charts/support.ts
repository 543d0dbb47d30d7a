/** Charts drawn as a build draws them, from the text of a fence. */
import { readdirSync, readFileSync } from 'node:fs';
import { chartKind } from '../../lib/blocks/chart.js';
import type { ChartBlock } from '../../lib/blocks/chart-block.js';
import type { ChartKind } from '../../lib/briefing/chart.js';
import type { FrameKind, LoadedFile } from '../../lib/briefing/kind.js';
import type { CodeNode, TableNode } from '../../lib/briefing/node.js';
import { placeContext } from '../../lib/briefing/place-context.js';
import { wordsFor } from '../../lib/briefing/words.js';
import { chartKinds } from '../../lib/charts/index.js';
import { collect, type Diagnostic } from '../../lib/core/diagnostic.js';
import { inches, rect } from '../../lib/core/units.js';
import type { ChartSpec } from '../../lib/scene/chart.js';
import type { ChartItem, Item } from '../../lib/scene/scene.js';
import { testTemplate } from '../support/template.js';

const CASES = new URL('cases/', import.meta.url);

/** The text of a fence for each file in `cases/`, by name. */
export const cases: readonly (readonly [string, string])[] = readdirSync(CASES)
  .sort()
  .map((file) => [file.replace('.yaml', ''), readFileSync(new URL(file, CASES), 'utf8')]);

/** The cases that hold a chart; a heat map is a table. */
export const chartCases = cases.filter(([name]) => !name.startsWith('heatmap'));

/** A case by its name. */
export const caseNamed = (name: string): string => cases.find(([other]) => other === name)?.[1] ?? '';

/** The fence as it stands at the start of `b.md`, its content from line 2. */
function fence(yaml: string): CodeNode {
  const text = yaml.replace(/\n$/, '');
  let offset = 9;
  const lines = text.split('\n').map((line, index) => {
    const start = { line: index + 2, column: 1, offset };
    offset += line.length + 1;
    return start;
  });
  const end = { line: lines.length + 2, column: 4, offset: offset + 3 };
  const span = { file: 'b.md', start: { line: 1, column: 1, offset: 0 }, end };
  return { type: 'code', language: 'chart', attributes: { id: '', classes: [], values: {} }, text, lines, span };
}

interface Drawn {
  readonly block: ChartBlock;
  readonly items: readonly Item[];
  /** The first chart. */
  readonly item: ChartItem | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** How a test draws. Sizes in inches. */
interface Drawing {
  readonly file?: string;
  /** In place of the fence. */
  readonly table?: TableNode;
  readonly charts?: readonly ChartKind[];
  readonly lang?: string;
  /** What the slide's title says. */
  readonly title?: string;
  readonly width?: number;
  readonly height?: number;
}

/** Parses, resolves and places a fence; `file` is the content of any data file that it names. */
export function draw(
  yaml: string,
  { file, table, charts = chartKinds, lang = 'en', title = '', width = 12, height = 4.4375 }: Drawing = {},
): Drawn {
  const kind = chartKind as unknown as FrameKind<ChartBlock>;
  const { sink, diagnostics } = collect();
  const inlines = (text: string, span: ChartBlock['span']) =>
    [
      { type: 'text', text, bold: false, italic: false, strike: false, code: false, baseline: 'none', link: null, linkTitle: '', span },
    ] as const;
  const parsed = kind.parse(table ?? fence(yaml), { file: 'b.md', sink, charts, blocks: () => [], inlines });
  if (!parsed) throw new Error('no chart');
  const loaded = (path: string): LoadedFile =>
    file === undefined ? { path, failure: 'no such file', allowable: null } : { path, text: file };
  const context = {
    sink,
    lang,
    charts,
    expand: (words: string) => words,
    file: ({ path }: { readonly path: string }) => loaded(path),
    highlighter: { highlight: () => null },
    diagrams: () => null,
  };
  const block = (kind.resolve?.(parsed, context) ?? parsed) as ChartBlock;
  const deck = {
    template: testTemplate,
    lang,
    words: wordsFor(lang),
    sink,
    charts,
    cited: [],
    slideKeys: new Set<string>(),
    absent: new Set<string>(),
    keyed: false,
  };
  const place = { frame: rect(0, 0, inches(width), inches(height)), region: null, placeholders: [], id: 'b1' };
  const items = kind.place(block, place, placeContext(deck, 0, title));
  return { block, items, item: items.find((item) => item.type === 'chart') ?? null, diagnostics };
}

/** The chart of a fence that has no errors. */
export function specOf(yaml: string, drawing: Drawing = {}): ChartSpec {
  const { item, diagnostics } = draw(yaml, drawing);
  if (!item) throw new Error(JSON.stringify(diagnostics));
  return item.chart;
}

/** Diagnostics as lines: `4:3 error chart/not-a-number "x" …`. */
export const told = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(
    ({ span, severity, code, message }) => `${span.file}:${span.start.line}:${span.start.column} ${severity} ${code}: ${message}`,
  );
