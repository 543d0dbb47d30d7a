/** Words, lines and spans in charts: where they stand, and that nothing crosses them. */
import { describe, expect, test } from 'vitest';
import { overlap } from '../../lib/plot/boxes.js';
import { codeText } from '../../lib/plot/label.js';
import { labelsOf, planeOf } from '../../lib/plot/plane.js';
import type { ChartSeries, ChartSpec, ValueAxis } from '../../lib/scene/chart.js';
import { draw, specOf } from './support.js';

const series = (spec: ChartSpec): readonly ChartSeries[] => spec.plots.flatMap((plot) => plot.series);
const cellsOf = (spec: ChartSpec, header: string) => spec.workbook.columns.find((column) => column.header === header)?.cells;
const called = (spec: ChartSpec, header: string): ChartSeries | undefined =>
  series(spec).find(({ values }) => spec.workbook.columns[values]?.header === header);

const DAYS = `type: line
data: |
  date,a
  2025-01-02,10
  2025-01-03,12
  2025-02-10,14
  2025-03-28,11
  2025-06-30,18
`;

describe('a span between days', () => {
  const spec = specOf(`${DAYS}annotate: [{from: 2025-01-03, to: 2025-02-10, text: Between}]\n`);

  test('rises and falls upright: the days at its ends stand there twice', () => {
    expect(cellsOf(spec, 'a')).toEqual([10, 12, 12, 14, 14, 11, 18]);
    expect(cellsOf(spec, 'Between')?.map((cell) => Number(cell) > 0)).toEqual([false, false, true, true, false, false, false]);
    expect(cellsOf(spec, 'Between')).not.toContain(null);
  });

  test('leaves what the points say where it is, and says it once', () => {
    const plain = specOf(DAYS);
    const shown = (chart: ChartSpec) => {
      const { labels, values } = called(chart, 'a') ?? { labels: null, values: 0 };
      const silent = new Set(labels?.points.flatMap(({ index, shows }) => (shows.value ? [] : [index])));
      return chart.workbook.columns[values]?.cells.filter((_, row) => labels?.shows.value && !silent.has(row));
    };
    expect(shown(spec)).toEqual(shown(plain));
  });

  test('of one day changes no row', () => {
    expect(cellsOf(specOf(`${DAYS}annotate: [{from: 2025-01-03, to: 2025-01-03, text: One}]\n`), 'a')).toHaveLength(5);
  });
});

const COMPANIES = `type: column
values: show
data: |
  company,y2024,y2025
  Amazon,78,105
  Microsoft,56,80
  Alphabet,53,75
`;

describe('lines over columns', () => {
  test('run from edge to edge', () => {
    const spec = specOf(`${COMPANIES}annotate: [{value: 70, text: Record}]\n`);
    expect(called(spec, 'Record')).toMatchObject({ line: null, trend: { dash: 'dash' }, trendReach: 0.5 });
  });

  test('a figure that one would cross stands inside its column, where it can be read', () => {
    const spec = specOf(`${COMPANIES}highlight: y2025\nannotate: [{value: 60, text: Record}]\n`);
    const inside = called(spec, 'y2024')?.labels?.points.filter(({ position }) => position === 'inEnd');
    expect(inside?.map(({ index }) => index)).toEqual([1, 2]);
    const dark = specOf(`${COMPANIES}annotate: [{value: 60, text: Record}]\n`);
    expect(called(dark, 'y2024')?.labels?.points.find(({ index }) => index === 1)?.text.color).toMatchObject({ slot: 'lt1' });
  });

  test('one column has its line too', () => {
    const spec = specOf('type: column\nannotate: [{value: 50, text: Line}]\ndata: |\n  a,b\n  x,78\n');
    expect(called(spec, 'Line')?.fill.kind).toBe('solid');
  });
});

test('words at a falling column stand under it, not in it', () => {
  const spec = specOf('type: column\nannotate: [{at: x, text: The worst}]\ndata: |\n  a,b\n  x,-17\n  y,3\n');
  expect(called(spec, 'The worst')?.labels?.points[0]?.position).toBe('b');
});

describe('words at a point of a series', () => {
  const LINES = 'type: line\ndata: |\n  year,a,b\n  2020,10,30\n  2021,14,25\n  2022,21,24\n';

  test('stand at its figure', () => {
    const at = (name: string) => cellsOf(specOf(`${LINES}annotate: [{at: "2021", series: ${name}, text: Here}]\n`), 'Here')?.[1];
    expect([Number(at('a')) <= 14 || Number(at('a')) <= 21, Number(at('b')) >= 24]).toEqual([true, true]);
    expect(at('a')).not.toBe(at('b'));
  });

  test('stand over its column in a cluster', () => {
    const x = (name: string) =>
      called(specOf(`${COMPANIES}annotate: [{at: Amazon, series: ${name}, text: Here}]\n`), 'Here')?.labels?.points[0]?.offset?.x ?? 0;
    expect(x('y2024')).toBeLessThan(0);
    expect(x('y2025')).toBeGreaterThan(0);
  });

  test('are said to name no series', () => {
    const { diagnostics } = draw(`${LINES}annotate: [{at: "2021", series: bb, text: Here}]\n`);
    expect(diagnostics.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'chart/unknown-name "annotate" names "bb", which is no series',
    ]);
  });
});

/** Boxes of all labels of an upright chart. */
function boxes(spec: ChartSpec) {
  const axis = spec.axes.find((item): item is ValueAxis => item.kind === 'value');
  if (!axis) throw new Error('no axis');
  const measure = { line: 170_000, width: (words: string) => words.length * 80_000 };
  const request = { frame: { cx: 12 * 914_400, cy: 4.4375 * 914_400 }, measure, lang: 'en' } as never;
  const plane = planeOf(request, spec, axis);
  return series(spec).flatMap((item) => labelsOf(request, spec, plane, item).map(({ box }) => box));
}

test.each([
  ['two close lines', 'annotate: [{value: 20, text: First level}, {value: 20.5, text: Second level}]\n'],
  ['three close lines', 'annotate: [{value: 20, text: First}, {value: 20.5, text: Second}, {value: 21, text: Third}]\n'],
  ['words and a line', 'annotate: [{value: 22, text: A level}, {at: "2022", text: Words at the point}]\n'],
  ['two spans', 'annotate: [{from: 2020, to: 2021, text: A long name of a span}, {from: 2021, to: 2022, text: Another long name}]\n'],
])('no label covers another: %s', (_, annotate) => {
  const spec = specOf(`type: line\ndata: |\n  year,a\n  2020,10\n  2021,14\n  2022,21\n  2023,19\n  2024,37\n${annotate}`);
  const all = boxes(spec);
  expect(all.length).toBeGreaterThan(5);
  const hits = all.flatMap((box, index) => all.slice(index + 1).filter((other) => overlap(box, other)));
  expect(hits).toEqual([]);
});

describe('lines over lying bars', () => {
  const BARS = 'type: bar\ndata: |\n  a,b\n  Amazon company,78\n  Meta,48\n';

  test('are left out where they would cross a figure', () => {
    expect(cellsOf(specOf(`${BARS}annotate: [{value: 49.5, text: Line}]\n`), 'Line')?.map((cell) => cell === null)).toEqual([false, true]);
    expect(cellsOf(specOf(`${BARS}annotate: [{value: 20, text: Line}]\n`), 'Line')).not.toContain(null);
  });

  test('have names side by side', () => {
    const spec = specOf(`${BARS}annotate: [{value: 50, text: A first line}, {value: 51, text: A second line}]\n`);
    const x = (name: string) => called(spec, name)?.labels?.points[0]?.offset?.x ?? 0;
    expect((x('A second line') - x('A first line')) * 12).toBeGreaterThan(0.5);
  });
});

test('labels of dots stand where no line crosses them', () => {
  const spec = specOf('type: dot\nunit: $bn\nannotate: [{value: 50, text: Line}]\ndata: |\n  a,b\n  Amazon,78\n  Meta,49\n');
  const labels = series(spec)[0]?.labels?.points.map(({ position }) => position);
  expect(labels).toEqual(['r', 'l']);
});

test.each([
  ['"$"#,##0.0,"bn (claim)"', 1600, 'en', '$1.6bn (claim)'],
  ['#,##0.0"\u00a0%";"−"#,##0.0"\u00a0%"', -3.14, 'de', '−3,1\u00a0%'],
  ['0"."0,"万"', 12_345, 'zh', '1.2万'],
  ['[$-809]d mmm yyyy" (est.)"', 45_684, 'en', '30 Sept 2025 (est.)'],
  ['[=50]"$"#,##0"bn";#,##0', 50, 'en', '$50bn'],
])('the code %s prints about %s', (code, value, lang, words) => {
  expect(codeText(code, value, lang)).toBe(words);
});

test('every label of figures that are far apart has its own magnitude, of columns, bars and lines', () => {
  const data = 'unit: $m\ndata: |\n  a,b\n  2020,0.294\n  2021,5.576\n  2022,1600\n';
  for (const type of ['bar', 'column', 'line']) {
    const { labels, values } = series(specOf(`type: ${type}\n${data}`))[0] ?? {};
    const spec = specOf(`type: ${type}\n${data}`);
    const words = (spec.workbook.columns[values ?? 0]?.cells ?? []).map((cell, row) => {
      const own = labels?.points.find(({ index }) => index === row);
      return codeText((own ?? labels)?.format ?? '', Number(cell), 'en');
    });
    expect([...words].sort(), type).toEqual(['$0.294m', '$1.6bn', '$5.576m']);
  }
});
