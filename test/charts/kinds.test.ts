import { describe, expect, test } from 'vitest';
import { chartKinds } from '../../lib/charts/index.js';
import type { Axis, BarPlot, ChartSeries, ChartSpec } from '../../lib/scene/chart.js';
import { plainText } from '../../lib/scene/text.js';
import { caseNamed, cases, chartCases, draw, specOf, told } from './support.js';

const axis = (spec: ChartSpec, kind: Axis['kind']): Axis | undefined => spec.axes.find((item) => item.kind === kind);
const barPlot = (spec: ChartSpec): BarPlot => {
  const [plot] = spec.plots;
  if (plot?.kind !== 'bar') throw new Error('no bars');
  return plot;
};
const series = (spec: ChartSpec, at = 0): ChartSeries => {
  const found = spec.plots[0]?.series[at];
  if (!found) throw new Error('no series');
  return found;
};
const cellsOf = (spec: ChartSpec, column: number) => spec.workbook.columns[column]?.cells;
const labelCodes = (spec: ChartSpec, at = 0) => series(spec, at).labels?.points.map((point) => point.format);

test('every kind has a case, and every case is drawn without a word', () => {
  expect(chartKinds.map(({ name }) => name).filter((name) => !cases.some(([file]) => file.startsWith(name)))).toEqual([]);
  for (const [name, yaml] of cases) expect(told(draw(yaml).diagnostics), name).toEqual([]);
});

test.each(chartCases)('%s: plotted columns of one length, indexes that exist, finite numbers, unique headers', (_, yaml) => {
  const spec = specOf(yaml);
  const { columns } = spec.workbook;
  for (const { categories, values } of spec.plots.flatMap((plot) => plot.series)) {
    expect(columns[categories]?.cells.length).toBe(columns[values]?.cells.length);
  }
  expect(new Set(columns.map(({ header }) => header.toLowerCase())).size).toBe(columns.length);
  for (const plot of spec.plots) {
    for (const item of plot.series) {
      for (const index of [item.name, item.categories, item.values]) expect(columns[index]).toBeDefined();
    }
  }
  expect(JSON.stringify(spec)).not.toMatch(/"literal"/);
  const { x, y, w, h } = spec.plotArea;
  expect([x >= 0, y >= 0, w > 0, h > 0, x + w <= 1, y + h <= 1]).toEqual(Array(6).fill(true));
});

describe('bars', () => {
  test('are sorted, start at zero, stand clustered, print their values and have a legend', () => {
    const spec = specOf(caseNamed('bar'));
    expect(cellsOf(spec, 0)).toEqual(['MMLU, pass@1', 'AIME 2024', 'SWE-bench Verified']);
    expect(cellsOf(spec, 2)).toEqual([91.8, 0, 48.9]);
    expect(barPlot(spec)).toMatchObject({ direction: 'bar', grouping: 'clustered', overlap: 0 });
    expect(axis(spec, 'value')).toMatchObject({ deleted: true, gridlines: null, min: 0 });
    expect(axis(spec, 'category')).toMatchObject({ reversed: true, position: 'l', line: { width: 12_700 } });
    expect(series(spec).fill).toMatchObject({ color: { slot: 'accent1' } });
    expect(series(spec).labels).toMatchObject({ format: '#,##0.0"%"', position: 'outEnd', text: { bold: true } });
    expect(spec.legend?.layout.x).toBe(spec.plotArea.x);
  });

  test('show how sure a figure is, and say so', () => {
    const spec = specOf(caseNamed('bar-standing'));
    expect(labelCodes(spec)).toEqual([
      '"$"#,##0.0,"bn (disputed)"',
      '"$"#,##0"m (reported)"',
      '"$"#,##0"m (est.)"',
      '"$"#,##0.000"m (claim)"',
      '"$"#,##0.000"m"',
    ]);
    const looks = series(spec).points.map(({ fill, line }) => [fill.kind, line?.dash]);
    expect(looks).toEqual([
      ['solid', 'sysDash'],
      ['solid', 'solid'],
      ['pattern', 'solid'],
      ['solid', 'solid'],
    ]);
    expect(series(spec).points[3]?.fill).toMatchObject({ color: { slot: 'accent1', transforms: [{ name: 'alpha', percent: 50 }] } });
  });

  test('keep the order that the author or time gives', () => {
    const data = 'data: |\n  a,b\n  x,1\n  y,3\n  z,2\n';
    expect(cellsOf(specOf(`type: bar\n${data}`), 1)).toEqual([3, 2, 1]);
    expect(cellsOf(specOf(`type: bar\nsort: none\n${data}`), 1)).toEqual([1, 3, 2]);
    expect(cellsOf(specOf(`type: bar\nsort: ascending\n${data}`), 1)).toEqual([1, 2, 3]);
    expect(cellsOf(specOf('type: bar\ndata: |\n  year,b\n  2020,1\n  2021,3\n'), 1)).toEqual([1, 3]);
  });

  test.each([
    [1, 0.6],
    [2, 0.95],
    [3, 0.95],
    [6, 0.95],
  ])('%d columns fill at least %d of a wide frame', (count, share) => {
    const rows = Array.from({ length: count }, (_, index) => `  x${index},${index + 1}\n`).join('');
    const spec = specOf(`type: column\ndata: |\n  a,b\n${rows}`);
    expect(spec.plotArea.w).toBeGreaterThanOrEqual(share);
    const slot = (spec.plotArea.w * 12) / count;
    expect(slot / (1 + Number(barPlot(spec).gapWidth) / 100)).toBeLessThanOrEqual(1.61);
  });

  test('are as thick as the frame lets them be; few get wider gaps, then a lower plot', () => {
    const many = Array.from({ length: 14 }, (_, index) => `  name ${index},${index}`).join('\n');
    expect(barPlot(specOf(`type: bar\ndata: |\n  a,b\n${many}\n`)).gapWidth).toBe(50);
    expect(barPlot(specOf(`type: bar\ndata: |\n  a,b,c\n${many.replaceAll(/,(\d+)/g, ',$1,$1')}\n`)).gapWidth).toBe(70);
    const spec = specOf('type: bar\ndata: |\n  a,b\n  x,1\n');
    expect(barPlot(spec).gapWidth).toBe(200);
    expect(spec.plotArea.h).toBeCloseTo((0.6 * 3) / 4.4375, 2);
  });

  test('of stacks print a segment only where its label fits', () => {
    const spec = specOf(caseNamed('column-stacked'));
    expect(series(spec, 0).labels?.points.map(({ index }) => index)).toEqual([0, 1]);
    expect(series(spec, 2).labels?.points).toEqual([]);
    expect(series(spec, 0).labels).toMatchObject({ position: 'ctr', shows: { value: false } });
    expect(barPlot(specOf(caseNamed('bar-percent')))).toMatchObject({ grouping: 'percentStacked', overlap: 100 });
    expect(axis(specOf(caseNamed('bar-percent')), 'value')).toMatchObject({ min: 0, max: 1, format: '0%' });
  });
});

describe('columns', () => {
  test('take the unit from the cells', () => {
    const spec = specOf(caseNamed('column'));
    expect(cellsOf(spec, 1)).toEqual([589, 232, 182]);
    expect(series(spec).labels?.format).toBe('"$"#,##0"bn"');
  });

  test('of years stay columns however many, with an axis and gridlines', () => {
    const spec = specOf(caseNamed('column-negative'));
    expect(barPlot(spec).direction).toBe('col');
    expect(axis(spec, 'value')).toMatchObject({ deleted: false, min: -10, max: 15, major: 5, format: '#,##0"%";"−"#,##0"%"' });
    expect(axis(spec, 'value')?.gridlines).toMatchObject({ width: 6350 });
    expect(series(spec).labels).toBeNull();
  });

  test('lie down where names are long or many, and say so', () => {
    const { item, diagnostics } = draw('type: column\ndata: |\n  a,b\n  A name past twelve,1\n  y,2\n');
    expect(told(diagnostics)).toEqual([
      'b.md:2:7 info chart/column-as-bar: drawn as bars: "A name past twelve" is longer than 12 characters',
    ]);
    expect(item && barPlot(item.chart).direction).toBe('bar');
  });
});

describe('lines', () => {
  test('stand on a true scale of time, gaps stay gaps', () => {
    const spec = specOf(caseNamed('line-dates'));
    expect(spec.workbook.columns[0]).toMatchObject({
      kind: 'date',
      format: 'yyyy-mm-dd',
      cells: [45_678, 45_679, 45_680, 45_681, 45_684, 45_685],
    });
    expect(cellsOf(spec, 1)).toEqual([140.83, 147.07, null, 142.62, 118.42, 128.99]);
    expect(axis(spec, 'date')).toMatchObject({ baseUnit: 'days', format: '[$-809]d mmm yyyy' });
    expect(series(spec).points.map(({ index, marker }) => [index, marker?.size])).toEqual([
      [4, 7],
      [5, 7],
    ]);
  });

  test('carry their name at the last point, parted where they end close together', () => {
    const spec = specOf(caseNamed('line-series'));
    expect(spec.legend).toBeNull();
    const ends = spec.plots[0]?.series.map((item) => item.labels?.points.at(-1));
    expect(ends?.map((end) => [end?.index, end?.shows.series, end?.position])).toEqual(Array(4).fill([2, true, 'r']));
    expect([ends?.[2]?.offset, ends?.[3]?.offset]).not.toEqual([null, null]);
    expect(spec.plots[0]?.series.map((item) => item.line?.width)).toEqual([38_100, 22_225, 22_225, 22_225]);
  });

  test('may stand on a log scale', () => {
    expect(axis(specOf(caseNamed('line-log')), 'value')).toMatchObject({ logBase: 10 });
  });
});

test('areas are stacked from zero and have a legend', () => {
  const spec = specOf(caseNamed('area'));
  expect(spec.plots[0]).toMatchObject({ kind: 'area', grouping: 'stacked' });
  expect(axis(spec, 'value')).toMatchObject({ min: 0, max: 400, major: 100, format: '[=400]#,##0"bn";#,##0' });
  expect(spec.legend).not.toBeNull();
});

test('pies start with the largest part, doughnuts have a hole of 60 %', () => {
  const pie = specOf(caseNamed('pie'));
  expect(cellsOf(pie, 1)).toEqual([95.5, 4.3, 0.2]);
  expect(pie.plots[0]).toMatchObject({ kind: 'pie', holeSize: 0 });
  for (const point of series(pie).labels?.points ?? [])
    expect(point).toMatchObject({ position: 'outEnd', shows: { category: true, value: true } });
  const ring = specOf(caseNamed('doughnut'));
  expect(ring.plots[0]).toMatchObject({ kind: 'pie', holeSize: 60 });
  expect(series(ring).labels?.points.every(({ position, offset }) => position === null && offset !== null)).toBe(true);
});

test('ranges: unseen base, span, unseen helper; a single value is a tick; a low end without room stands at the high end', () => {
  const spec = specOf(caseNamed('range'));
  expect(spec.workbook.columns.map(({ header }) => header)).toEqual(['who', 'low_units', 'high_units', 'Span']);
  expect(cellsOf(spec, 0)?.[0]).toBe('MIT Technology Review');
  const tick = Number(/MAX\(C#-B#,(\d+)\)/.exec(spec.workbook.columns[3]?.formula ?? '')?.[1]);
  expect(cellsOf(spec, 3)).toEqual([40_000, tick, 410]);
  const [base, span, helper] = spec.plots[0]?.series ?? [];
  expect([base?.fill.kind, span?.fill.kind, helper?.fill.kind]).toEqual(['none', 'solid', 'none']);
  expect(base?.labels?.points.map(({ index, position }) => [index, position])).toEqual([[0, 'inEnd']]);
  expect(helper?.labels?.points.map(({ format }) => format)).toEqual(['#,##0" (est.)"', '#,##0" (reported)"', '"1,814–"#,##0" (claim)"']);
  expect(span?.points.map(({ index, fill }) => [index, fill.kind])).toEqual([
    [0, 'pattern'],
    [2, 'solid'],
  ]);
});

test('dots: a log scale from $0.1m to $10bn, each figure in its own magnitude, names on the axis', () => {
  const spec = specOf(caseNamed('dot'));
  expect(spec.axes[0]).toMatchObject({ kind: 'value', logBase: 10, min: 0.1, max: 10_000 });
  expect(spec.axes[0]?.format).toBe('[>=1000]"$"#,##0,"bn";"$"General"m"');
  expect(series(spec).labels?.points.map(({ lines }) => lines?.[0])).toEqual(['$0.3m', '$5.6m (claim)', '$1.6bn (disputed)']);
  expect(series(spec, 1)).toMatchObject({ helper: true, marker: { fill: { kind: 'solid' }, line: null } });
  expect(series(spec, 1).labels?.points.map(({ lines }) => lines?.join(' '))).toEqual(cellsOf(spec, 0));
  expect(spec.workbook.columns[2]).toMatchObject({ formula: 'ROWS(A#:A$4)', cells: [3, 2, 1] });
});

describe('formulas of the sheet', () => {
  test('of a waterfall lead from the changes to every segment', () => {
    const { workbook, plots } = specOf(caseNamed('waterfall'));
    expect(workbook.columns.map(({ formula }) => formula)).toEqual([
      null,
      null,
      'SUM(B$2:B#)',
      'IF(B#="",0,MIN(C#,C#-B#))',
      'MAX(B#,0)',
      'MAX(-B#,0)',
      'IF(B#="",C#,0)',
      'ABS(IF(B#="",C#,B#))',
      'INDEX(C$2:C$7,#-1-MOD(#-2-0,3))',
      'INDEX(C$2:C$7,#-1-MOD(#-2-1,3))',
      'INDEX(C$2:C$7,#-1-MOD(#-2-2,3))',
    ]);
    expect(workbook.columns[2]?.cells).toEqual([5.328, 5.566, 5.576, 5.576, 4.376, 4.376]);
    expect(workbook.columns[3]?.cells).toEqual([0, 5.328, 5.566, 0, 4.376, 0]);
    expect(plots[0]?.series.at(-1)?.labels?.points.map(({ format }) => format[1])).toEqual(['$', '+', '+', '$', '−', '$']);
  });

  test('of a funnel and of a Pareto chart follow the figures', () => {
    expect(specOf(caseNamed('funnel')).workbook.columns[2]).toMatchObject({ formula: '(MAX(B$2:B$5)-B#)/2', cells: [0, 4450, 5550, 5845] });
    const pareto = specOf(caseNamed('pareto')).workbook;
    expect(pareto.columns[1]?.cells).toEqual([41, 18, 12, 7]);
    expect(pareto.columns[3]?.formula).toBe('SUM(B$2:B#)/SUM(B$2:B$5)');
    expect(pareto.columns[3]?.cells.at(-1)).toBe(1);
  });
});

test('histograms count every value once', () => {
  expect(cellsOf(specOf(caseNamed('histogram')), 1)).toEqual([2, 8, 2, 1]);
  const bins = specOf(`${caseNamed('histogram')}bins: 8\n`).workbook.columns[1]?.cells ?? [];
  expect([bins.length, bins.reduce<number>((sum, count) => sum + Number(count), 0)]).toEqual([8, 13]);
});

test('bins below zero part their ends so that the dash is no second minus, and the others as they do', () => {
  const spec = specOf('type: histogram\nunit: "%"\nbins: 3\ndata: |\n  day,change\n  1,-17\n  2,-3\n  3,9\n');
  expect(cellsOf(spec, 0)).toEqual(['−20 – −10%', '−10 – 0%', '0 – 10%']);
});

test('dates are figures of timelines and Gantt charts, in their order', () => {
  expect(specOf(caseNamed('gantt')).workbook.columns[1]).toMatchObject({
    kind: 'date',
    format: 'yyyy-mm-dd',
    cells: [45_663, 45_698, 45_748],
  });
  const timeline = specOf(caseNamed('timeline'));
  expect(timeline.workbook.columns[2]?.cells).toEqual([1, -1, 1, -1, 2]);
  expect(series(timeline).labels?.points[2]?.lines).toEqual(['26 Dec 2024 (claim)', 'DeepSeek-V3']);
});

test('intervals are given by the sheet and drawn as bars of error', () => {
  const { workbook, plots } = specOf(caseNamed('line-interval'));
  expect(workbook.columns.slice(4).map(({ formula, cells }) => [formula, cells])).toEqual([
    ['MAX(B#-C#,0)', [2, 3, 6]],
    ['MAX(D#-B#,0)', [3, 4, 8]],
  ]);
  expect(plots[0]?.series[0]?.errorBars).toMatchObject([{ direction: 'y', amount: { minus: 4, plus: 5 } }]);
});

test('points of a scatter chart carry their names, none over another', () => {
  const spec = specOf(caseNamed('scatter'));
  expect(series(spec).labels?.points.map(({ lines }) => lines?.[0])).toEqual(['LLM 67B', 'V2', 'V3 (claim)', 'Llama 3.1', 'Qwen 2.5']);
  expect(series(spec).trend).toMatchObject({ dash: 'dash' });
});

describe('small multiples', () => {
  const drawing = draw(caseNamed('multiples'));
  const panels = drawing.items.flatMap((item) => (item.type === 'chart' ? [item] : []));

  test('are a chart for each column on one scale, ticks at the left of the first of a row only', () => {
    expect(panels.map(({ name }) => name)).toEqual(['Amazon', 'Microsoft', 'Alphabet', 'Meta', 'Oracle'].map((name) => `Chart: ${name}`));
    const scales = panels.map(({ chart }) => axis(chart, 'value')).map((own) => (own?.kind === 'value' ? [own.min, own.max] : []));
    expect(new Set(scales.map(String)).size).toBe(1);
    expect(new Set(panels.map(({ frame, chart }) => Math.round((frame.cx * chart.plotArea.w) / 10_000))).size).toBe(1);
  });

  test('the highlighted panel is in the accent, the others in context', () => {
    const colors = panels.map(({ chart }) => chart.plots[0]?.series[0]?.line?.color);
    expect(colors.map((color) => (color?.kind === 'scheme' ? color.slot : ''))).toEqual(['tx2', 'tx2', 'tx2', 'accent1', 'tx2']);
  });

  test('of one column, or of thirteen, are refused', () => {
    const told_ = told(draw('type: multiples\ndata: |\n  a,b\n  2020,1\n').diagnostics);
    expect(told_).toEqual(['b.md:3:7 error chart/panels: small multiples are 2 to 12 panels and the table has 1 columns of numbers']);
  });
});

describe('a heat map', () => {
  test('prints every figure on its colour, a missing one on none, and says what the colours mean', () => {
    const [legend, table] = draw(caseNamed('heatmap')).items;
    if (legend?.type !== 'group' || table?.type !== 'table') throw new Error('no tables');
    const words = (row = 0) => table.rows[row]?.cells.map(({ paragraphs }) => paragraphs.map(plainText).join());
    expect(words(0)).toEqual(['', '24 Jan', '27 Jan', '28 Jan']);
    expect(words(2)).toEqual(['Broadcom (claim)', '1.2%', '−17.4%', '–']);
    const slot = (row: number, column: number) => {
      const fill = table.rows[row]?.cells[column]?.fill;
      return fill?.kind === 'solid' && fill.color.kind === 'scheme' ? fill.color.slot : fill?.kind;
    };
    expect([slot(1, 0), slot(1, 1), slot(1, 3), slot(2, 3)]).toEqual(['none', 'accent6', 'accent1', 'none']);
    expect(legend.items[0]?.name).toContain('−20');
  });

  test('of rows that cannot be compared colours each row by itself', () => {
    const [legend, table] = draw('type: heatmap\nwithin: row\ndata: |\n  a,x,y\n  p,1,2\n  q,100,50\n').items;
    if (legend?.type !== 'group' || table?.type !== 'table') throw new Error('no tables');
    const full = table.rows.slice(1).map(({ cells }) => cells.findIndex(({ fill }) => JSON.stringify(fill).includes('"percent":100')));
    expect(full).toEqual([2, 1]);
    expect(legend.items.map(({ name }) => name)).toEqual(['min', 'Swatch 2', 'Swatch 3', 'Swatch 4', 'max']);
  });
});

describe('annotations', () => {
  test('are helper series; where there is no place for them it is said', () => {
    const spec = specOf(caseNamed('column-annotated'));
    expect(spec.workbook.columns.slice(2).map(({ header, cells }) => [header, cells])).toEqual([
      ['Record before', [279, 279, 279]],
      ['The day R1 led the App Store', [589, null, null]],
    ]);
    expect(spec.plots[1]?.series.map(({ helper }) => helper)).toEqual([true, true]);
    const { diagnostics } = draw('type: pie\nannotate: [{value: 2, text: x}]\ndata: |\n  a,b\n  x,1\n  y,2\n');
    expect(told(diagnostics)).toEqual([
      'b.md:3:12 warning chart/no-annotations: a pie chart like this has no place for lines: one is left out',
    ]);
  });

  test('a span of categories lies behind lines from one to the other, a span of values over all of them', () => {
    const [behind, lines] = specOf(caseNamed('line-spans')).plots;
    expect([behind?.kind, lines?.kind]).toEqual(['bar', 'line']);
    const cells = specOf(caseNamed('line-spans')).workbook.columns.map(({ header, cells: own }) => [header, own]);
    expect(cells.slice(2, 6)).toEqual([
      ['Up to Usual', [10, 10, 10, 10]],
      ['Usual', [10, 10, 10, 10]],
      ['Up to Pandemic', [null, 0, 0, null]],
      ['Pandemic', [null, 25, 25, null]],
    ]);
  });

  test('before lying bars they stand on axes of their own, which scale alike and are not seen', () => {
    const spec = specOf(caseNamed('bar-annotated'));
    const values = spec.axes.flatMap((item) => (item.kind === 'value' ? [[item.min, item.max, item.labels, item.line]] : []));
    expect(values[1]).toEqual([values[0]?.[0], values[0]?.[1], 'none', null]);
    expect(barPlot(spec).series[0]?.labels?.points.map(({ format }) => format)).toEqual(['"$"#,##0"bn""  the day R1 led"']);
  });

  test('in rows of dots a line runs through all rows, and words stand below the figure', () => {
    const spec = specOf(caseNamed('dot-annotated'));
    const helper = spec.plots[0]?.series.at(-1);
    expect(helper?.errorBars).toMatchObject([{ direction: 'y', sides: 'both', amount: { kind: 'fixed', value: 1 } }]);
    expect(series(spec).labels?.points.map(({ lines }) => lines)).toContainEqual(['5.6', 'one run']);
  });

  test('what names nothing is said and left out', () => {
    const yaml = `type: line\nannotate:\n  - {from: 2019, to: 2020}\n  - {at: 20205, text: x}\n  - {value: much}\ndata: |\n  y,v\n  2020,1\n  2021,2\n`;
    expect(told(draw(yaml).diagnostics).map((line) => line.replace(/^\S+ /, ''))).toEqual([
      'warning chart/unknown-name: "annotate" names "20205", which is no category',
      'warning chart/not-a-number: "much" is no value at which a line can lie',
    ]);
  });
});

test('the alternative text gives kind, subject, highest, lowest and highlighted value', () => {
  expect(draw(caseNamed('bar-standing')).item?.alt).toBe(
    'Bar chart: What the figures cover, US$; Final training run $5.576m (claim); highest Server capital cost $1.6bn (disputed); lowest Reinforcement learning $0.294m.',
  );
  expect(draw(`${caseNamed('bar')}alt: My own words\n`).item?.alt).toBe('My own words');
  for (const [name, yaml] of cases) {
    for (const item of draw(yaml).items) if ('alt' in item) expect(item.alt.length, name).toBeLessThanOrEqual(250);
  }
});
