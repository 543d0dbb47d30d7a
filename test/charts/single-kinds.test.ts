/** What kinds of chart do that stand for themselves: nothing is lost, nothing overprints, and figures or an axis, not both. */
import { expect, test } from 'vitest';
import type { ChartSpec } from '../../lib/scene/chart.js';
import { plainText } from '../../lib/scene/text.js';
import { caseNamed, draw, specOf, told } from './support.js';

const cells = (spec: ChartSpec, header: string) => spec.workbook.columns.find((column) => column.header === header)?.cells;
const lines = (spec: ChartSpec) =>
  spec.plots.flatMap(({ series }) => series.flatMap(({ labels }) => labels?.points.map((point) => point.lines?.join(' ')) ?? []));
const valueAxis = (spec: ChartSpec) => spec.axes.find(({ id }) => id === 1);
const table = (head: string, count: number, row: (index: number) => string): string =>
  `data: |\n  ${head}\n${Array.from({ length: count }, (_, index) => `  ${row(index)}\n`).join('')}`;

test('a month among days stays a month', () => {
  const spec = specOf(caseNamed('timeline-months'));
  expect(lines(spec)).toEqual(['Nov 2024 R1-Lite-Preview', '20 Jan 2025 DeepSeek-R1', 'Mar 2025 V3 update']);
  expect(spec.plots[0]?.series[0]?.labels?.points.map(({ format }) => format.replace(/^.*\]/, ''))).toEqual([
    'mmm yyyy',
    'd mmm yyyy',
    'mmm yyyy',
  ]);
  const gantt = specOf(caseNamed('gantt-months'));
  expect(cells(gantt, 'end')).toEqual([45_716, 45_807]);
});

test('the words of events follow their cells', () => {
  const [first, broken] =
    specOf(`type: timeline\n${table('date,event', 2, (index) => `2025-01-0${index + 1},${index ? 'many words '.repeat(9) : 'R1'}`)}`)
      .plots[0]?.series[0]?.labels?.points ?? [];
  expect([first?.field, broken?.field]).toEqual([
    ['x', 'cells'],
    ['x', null],
  ]);
});

test('events that stand too close are drawn in even steps, all of them named, and it is said', () => {
  const crowded = `type: timeline\n${table('date,event', 12, (index) => (index ? `2025-01-${10 + index},Event ${index}` : '2022-01-01,Start'))}`;
  for (const width of [12, 6]) {
    const { item, diagnostics } = draw(crowded, { width });
    expect(told(diagnostics).join()).toContain('chart/even-steps');
    expect(item && lines(item.chart).length).toBe(12);
    expect(item && cells(item.chart, 'Step')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(item?.chart.axes[0]?.title?.words).toContain('not to scale');
  }
});

test('a narrow timeline leaves no event out: steps become even, then a column from top to bottom', () => {
  const words = [
    'new price',
    'technical report published',
    'phone app released worldwide',
    'R1 under MIT licence',
    'traders begin to sell',
  ];
  const days = ['2024-05-06', '2024-12-26', '2025-01-10', '2025-01-20', '2025-01-24', '2025-01-27', '2025-01-30'];
  const yaml = `type: timeline\n${table('date,event', 7, (index) => `${days[index]},Event ${index} ${words[index % 5]}`)}`;
  for (const width of [12, 7, 5, 3.5, 2.5])
    for (const height of [4.4, 2.8]) {
      const said = lines(specOf(yaml, { width, height }));
      expect(said.map((line) => line?.match(/Event \d/)?.[0])).toEqual(days.map((_, index) => `Event ${index}`));
    }
  expect(valueAxis(specOf(yaml, { width: 2.5 }))).toMatchObject({ deleted: false });
});

test('a line of a slope that ends at the left is named there, and moves no label of others', () => {
  const slope = (rows: string): ChartSpec => specOf(`type: slope\ndata: |\n  model,2024,2025\n  A,59,80\n  B,17.4,41\n${rows}`);
  const alone = slope('  C,30,\n  D,,60\n').plots[0]?.series ?? [];
  expect(alone.map(({ labels }) => labels?.points.map(({ shows }) => shows.series))).toEqual([
    [false, true],
    [false, true],
    [true],
    [true],
  ]);
  expect(alone.flatMap(({ labels }) => labels?.points.map(({ offset }) => offset) ?? [])).toEqual([null, null, null, null, null, null]);
});

test('the key to bubbles keeps its figures in a narrow frame', () => {
  const keys = (width: number) => lines(specOf(caseNamed('bubble'), { width })).filter((words) => /\d/.test(words ?? ''));
  for (const width of [12, 5.8]) expect(keys(width).map((words) => words?.match(/\d+$/)?.[0])).toEqual(['500', '200', '50']);
});

test('the legend of a heat map of large figures has magnitudes', () => {
  const yaml = 'type: heatmap\nunit: $\ndata: |\n  who,a,b\n  x,1200000000,3400000000000\n  y,5600000000000,45\n';
  const legend = (width: number) =>
    draw(yaml, { width })
      .items.flatMap((item) => (item.type === 'group' ? item.items : []))
      .flatMap((item) => (item.type === 'text' ? item.paragraphs.map(plainText) : []))
      .filter((words) => words !== '');
  expect(legend(12)[0]).toBe('$0–1tn');
  expect(legend(3)).toEqual(['0tn', '6tn']);
});

test('a point in a corner keeps its name', () => {
  const corners =
    'type: scatter\ndata: |\n  name,x,y\n  Top right corner,100,100\n  Bottom left,0,0\n  Bottom right name,100,0\n  Top left,0,100\n';
  for (const width of [12, 4]) expect(lines(specOf(corners, { width }))).toHaveLength(4);
});

test('the ticks of a log scale have room: in a narrow frame they step by two powers of ten', () => {
  const yaml =
    'type: dot\nlog: true\nunit: US$ million\ndata: |\n  what,cost\n  Reinforcement learning,0.294\n  Run,5.576\n  Server capital cost,1600\n';
  const axis = (width: number) => specOf(yaml, { width }).axes[0];
  expect(axis(12)).toMatchObject({ logBase: 10, min: 0.1, max: 1e4 });
  expect(axis(4.4)).toMatchObject({ logBase: 100, min: 0.01, max: 1e4, major: 100 });
});

test('words of events are not broken where there is room', () => {
  const few = `type: timeline\n${table('date,event', 3, (index) => `202${index}-05-06,DeepSeek-V${index}`)}`;
  expect(lines(specOf(few, { width: 4.2 }))).toEqual(['6 May 2020 DeepSeek-V0', '6 May 2021 DeepSeek-V1', '6 May 2022 DeepSeek-V2']);
});

test('events of one day stand in the middle, an event without a date is told of', () => {
  const one = specOf(`type: timeline\n${table('date,event', 1, () => '2025-01-20,R1')}`);
  expect(valueAxis(one)).toMatchObject({ min: 45_676, max: 45_678 });
  const { diagnostics } = draw('type: timeline\ndata: |\n  event,date\n  A,2025-01-20\n  B,\n  C,2025-02-01\n');
  expect(told(diagnostics)).toEqual(['b.md:6:5 warning chart/no-date: "B" has no date, and no place on the line of time']);
});

test.each(['lollipop', 'dumbbell', 'bullet'])('a %s prints figures or an axis, never both', (type) => {
  const two = type === 'lollipop' ? 'name,a' : 'name,a,b';
  const row = (index: number): string => (type === 'lollipop' ? `N${index},${index + 1}` : `N${index},${index + 1},${index + 3}`);
  const figures = (spec: ChartSpec): number => lines(spec).filter((line) => /^[\d(]/.test(line ?? '')).length;
  for (const count of [3, 14]) {
    const spec = specOf(`type: ${type}\n${table(two, count, row)}`);
    expect(figures(spec) > 0).toBe(valueAxis(spec)?.deleted);
  }
});

test('a dumbbell says both figures at their ends, a line joins them with a gap between rows', () => {
  const spec = specOf(caseNamed('dumbbell'));
  const [join, first, second] = spec.plots[0]?.series ?? [];
  expect(join).toMatchObject({ helper: true, marker: null });
  expect(cells(spec, 'Join')).toHaveLength(8);
  expect(cells(spec, 'Join')?.[2]).toBeNull();
  const sides = [first, second].map((series) => series?.labels?.points.map(({ position }) => position));
  sides[0]?.forEach((side, row) => {
    expect(new Set([side, sides[1]?.[row]])).toEqual(new Set(['l', 'r']));
  });
});

test('the label of a bullet is computed from its figures', () => {
  const { columns } = specOf(caseNamed('bullet')).workbook;
  expect(columns.at(-1)).toMatchObject({ kind: 'text', cells: expect.arrayContaining([expect.stringMatching(/\(.*\)$/)]) });
  expect(columns.at(-1)?.formula).toContain('FIXED(B#,0)');
});

test('the first amount of a waterfall is a level: without a plus, and, where it is the opening, as totals look', () => {
  const yaml = 'type: waterfall\nunit: US$\ndata: |\n  step,change\n  Friday,142\n  Fall,-24\n  Rise,10\n  Tuesday,\n';
  const formats = (spec: ChartSpec) => spec.plots[0]?.series.flatMap(({ labels }) => labels?.points.map(({ format }) => format) ?? []);
  expect(formats(specOf(yaml))?.map((format) => /^"?([+−]?)/.exec(format)?.[1])).toEqual(['', '−', '+', '']);
  const [, rise, , total] = specOf(`opening: true\n${yaml}`).plots[0]?.series ?? [];
  expect(rise?.points).toMatchObject([{ index: 0, fill: total?.fill }]);
  expect(specOf(yaml).plots[0]?.series[1]?.points).toEqual([]);
});

test('a waterfall goes through zero: what crosses it is parted, what lies below is labelled below', () => {
  const spec = specOf(caseNamed('waterfall-below'));
  expect(cells(spec, 'Fall')).toEqual([0, 12, 0, 7, 0, 0]);
  expect(cells(spec, 'Fall below zero')).toEqual([0, -8, 0, -23, 0, -5]);
  expect(cells(spec, 'Label')).toEqual([12, 20, 15, 30, -23, -5]);
  expect(spec.plots[1]).toMatchObject({ kind: 'line' });
  expect(cells(spec, 'Link 1')).toEqual([12, 12, null, -23, -23, null]);
  expect(specOf(caseNamed('waterfall-lying')).plots).toHaveLength(1);
});

test('a range lies on both sides of zero', () => {
  const spec = specOf(`${caseNamed('range-below')}sort: none\n`);
  expect(cells(spec, 'Base')).toEqual([0, -1, 1, 0, -3, 0]);
  expect(cells(spec, 'Span above zero')?.slice(0, 3)).toEqual([3, 0, 3]);
  expect(cells(spec, 'Span below zero')?.slice(0, 3)).toEqual([-2, -4, 0]);
  expect(valueAxis({ ...spec, axes: spec.axes.filter(({ kind }) => kind === 'value').map((axis) => ({ ...axis, id: 1 })) })).toMatchObject({
    deleted: true,
  });
});

test('a histogram says what it counts and how many there are; values that are alike make one column', () => {
  const title = (spec: ChartSpec) => spec.axes.find(({ kind }) => kind === 'value')?.title?.words;
  expect(title(specOf(`${caseNamed('histogram').replace(/^count:.*\n/m, '')}count: Requests\n`))).toBe('Requests (n = 13)');
  const { item, diagnostics } = draw('type: histogram\ndata: |\n  n,v\n  a,5\n  b,5\n  c,5\n');
  expect(item?.chart.workbook.columns[0]?.cells).toEqual(['5']);
  expect(item?.chart.workbook.columns[1]?.cells).toEqual([3]);
  expect(told(diagnostics)[0]).toContain('chart/one-value');
  expect(specOf('type: histogram\ndata: |\n  n,v\n  a,-15\n  b,12\n').workbook.columns[0]?.cells[0]).toMatch(/ – /);
});

test('bubbles have a key of three round sizes, and none leaves the plot', () => {
  const spec = specOf(caseNamed('bubble'));
  expect(cells(spec, 'Key')).toEqual(['loss 500', '200', '50']);
  const [w, h] = [spec.plotArea.w * 12, spec.plotArea.h * 4.4375];
  // Applications take a quarter of the shorter side for the largest bubble.
  const radius = (size: number): number => 0.125 * Math.min(w, h) * Math.sqrt(size / 589);
  for (const [header, length, axis] of [['revenue', w, spec.axes[0]] as const, ['growth', h, spec.axes[1]] as const]) {
    if (axis?.kind !== 'value') throw new Error('no value axis');
    for (const [index, size] of [589, 232, 150].entries()) {
      const at = ((Number(cells(spec, header)?.[index]) - axis.min) / (axis.max - axis.min)) * length;
      expect(at - radius(size)).toBeGreaterThanOrEqual(0);
      expect(at + radius(size)).toBeLessThanOrEqual(length);
    }
  }
});

test('slices are five unless more are asked for; labels on one side of a pie never cover each other', () => {
  const many = `type: pie\n${table('part,cost', 9, (index) => `Part number ${index},${index < 2 ? 40 : 1}`)}`;
  expect(specOf(many).workbook.columns[0]?.cells).toHaveLength(5);
  const spec = specOf(`${many}top: 9\n`);
  const offsets = spec.plots[0]?.series[0]?.labels;
  expect(offsets?.leaders).toBeDefined();
  expect(offsets?.points).toHaveLength(9);
});

test('a funnel of nothing is empty where its sheet says so', () => {
  expect(cells(specOf('type: funnel\ndata: |\n  step,people\n  Seen,0\n  Bought,0\n'), 'Base')).toEqual([0, 0]);
});

test('a funnel says what is left of the first step, or of the one before', () => {
  expect(lines(specOf(caseNamed('funnel')))).toContain('3,100 (26%)');
  expect(cells(specOf(caseNamed('funnel-previous')), 'Words')).toEqual(['12,000', '3,100 (26%)', '31 (1%)']);
  expect(cells(specOf(`${caseNamed('funnel-previous').replace('previous', 'none')}`), 'Words')).toEqual(['12,000', '3,100', '31']);
});

test('the rings of a radar are printed over its lines, not by an axis below them', () => {
  const spec = specOf(caseNamed('radar'));
  expect(spec.axes.find(({ kind }) => kind === 'value')?.labels).toBe('none');
  const rings = spec.plots[0]?.series.filter(({ helper }) => helper) ?? [];
  expect(rings.length).toBeGreaterThan(2);
  for (const { labels } of rings) expect(labels?.points).toMatchObject([{ fill: { kind: 'solid' }, position: null }]);
});
