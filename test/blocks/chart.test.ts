import { describe, expect, test } from 'vitest';
import { chartKind } from '../../lib/blocks/chart.js';
import { defineChart } from '../../lib/briefing/chart.js';
import { inlineText } from '../../lib/briefing/inline.js';
import type { FrameKind } from '../../lib/briefing/kind.js';
import { chartKinds } from '../../lib/charts/index.js';
import { caseNamed, draw, specOf, told } from '../charts/support.js';

const kind = chartKind as FrameKind;
const BAR = 'type: bar\n';

/** What is said about a fence: `2:7 error chart/…`. */
const said = (yaml: string, file?: string): readonly string[] => told(draw(yaml, file === undefined ? {} : { file }).diagnostics);

describe('a bad cell is told at its own place', () => {
  test('in a data file: byte order mark, quoted cells, line ends of Windows', () => {
    const file = '\ufeffbenchmark, R1 ,"o1, ""high"""\r\n"a, b",1,2\r\n\r\n"two\r\nlines",3, tbd \r\n';
    const { diagnostics, item } = draw('type: bar\ndata: t.csv\n', { file });
    expect(told(diagnostics)).toEqual(['t.csv:5:11 error chart/not-a-number: "tbd" in column "o1, "high"" is not a number']);
    const span = diagnostics[0]?.span;
    expect(file.slice(span?.start.offset, span?.end.offset)).toBe('tbd');
    expect(diagnostics[0]?.hints).toEqual(['leave the cell empty for a missing value']);
    expect(item).toBeNull();
  });

  test('in CSV inside the fence', () => {
    const yaml = `${BAR}data: |\n  a,b\n  x,1\n  y, tbd\n  z,3\n`;
    const { diagnostics } = draw(yaml);
    expect(told(diagnostics)).toEqual(['b.md:6:6 error chart/not-a-number: "tbd" in column "b" is not a number']);
    const { start, end } = diagnostics[0]?.span ?? { start: { offset: 0 }, end: { offset: 0 } };
    expect(yaml.slice(start.offset - 9, end.offset - 9)).toBe('tbd');
  });

  test('in rows of YAML', () => {
    expect(said(`${BAR}data:\n  - {a: x, b: 1}\n  - {a: y, b: what}\n`)).toEqual([
      'b.md:5:15 error chart/not-a-number: "what" in column "b" is not a number',
    ]);
    expect(said(`${BAR}data:\n  - [a, b]\n  - [x, 1]\n  - [y, what]\n`)).toEqual([
      'b.md:6:9 error chart/not-a-number: "what" in column "b" is not a number',
    ]);
  });

  test('a day that the calendar does not have', () => {
    expect(said('type: line\ndata: t.csv', 'date,v\n2025-01-27,1\n2025-02-30,2\n')).toEqual([
      't.csv:3:1 error chart/not-a-date: the calendar has no "2025-02-30"',
    ]);
  });

  test('what a kind cannot draw', () => {
    expect(said('type: pie\ndata: t.csv', 'a,b\nx,1\ny,-2\n')).toEqual([
      't.csv:3:3 error chart/negative-part: a part of a whole cannot be negative: -2 in column "b"',
    ]);
    expect(said('type: area\ndata: t.csv', 'a,b\nx,1\ny,\n')).toEqual([
      't.csv:3:3 error chart/gap-in-area: column "b" has a gap, and an area would fall to zero there',
    ]);
    expect(said('type: range\ndata: t.csv', 'a,low,high\nx,3,2\ny,1,\n')).toEqual([
      't.csv:2:3 error chart/reversed-range: "x" runs from 3 down to 2',
      't.csv:3:5 error chart/half-range: "y" has only one end',
    ]);
    expect(said('type: dot\nlog: true\ndata: t.csv', 'a,b\nx,1\ny,0\n')).toEqual([
      't.csv:3:3 error chart/not-positive: a log scale has no place for 0 in column "b"',
    ]);
  });

  test('CSV that cannot be read', () => {
    expect(said(`${BAR}data: t.csv`, 'a,b\n"x,1\ny,2\n')).toEqual(['t.csv:2:1 error chart/csv: a quote is opened and not closed']);
    expect(said(`${BAR}data: t.csv`, 'a,b\n"x"y,1\n')).toEqual(['t.csv:2:1 error chart/csv: a quote stands inside a cell']);
    expect(said(`${BAR}data: t.csv`, 'a,b\nx,1,2\n')).toEqual(['t.csv:2:5 error chart/extra-cell: 3 cells in a table of 2 columns']);
    expect(said(`${BAR}data: t.csv`, 'a,b\n')).toEqual(['b.md:3:7 error chart/no-rows: the table has a header and no rows']);
    expect(said(`${BAR}data: t.csv`, 'a,b\nx,y\n')[0]).toContain('chart/no-numbers');
    expect(said(`${BAR}data: t.csv`, '')).toEqual(['t.csv:1:1 error chart/no-rows: the table is empty']);
  });
});

describe('a fault of the fence', () => {
  test('leaves the block, so that the slide exists', () => {
    const { block, item, diagnostics } = draw(`${BAR}data: gone.csv\n`);
    expect(told(diagnostics)).toEqual(['b.md:3:7 error chart/data-file: data file "gone.csv" cannot be read: no such file']);
    expect([block.kind, item]).toEqual(['chart', null]);
    for (const yaml of ['', ': [', 'type: bar', 'type: bar\ndata: 3', '- a']) expect(draw(yaml).block.kind).toBe('chart');
  });

  test.each([
    ['data: |\n  a,b\n  x,1', 'error chart/no-type', 'the types are'],
    ['type: barr\ndata: |\n  a,b\n  x,1', 'error chart/unknown-type', 'did you mean "bar"?'],
    [`${BAR}dta: t.csv\ndata: |\n  a,b\n  x,1`, 'warning chart/unknown-key', 'did you mean "data"?'],
    [`${BAR}highlight: X1\ndata: |\n  a,b\n  x1,1`, 'warning chart/unknown-name', 'did you mean "x1"?'],
    [`${BAR}series: [bb]\ndata: |\n  a,b\n  x,1`, 'error chart/unknown-column', 'did you mean "b"?'],
    [`${BAR}log: true\ndata: |\n  a,b\n  x,1`, 'error chart/log-scale', 'use "type: dot" or "type: line"'],
    [`${BAR}min: 50\ndata: |\n  a,b\n  x,60`, 'warning chart/not-from-zero', 'use "type: dot"'],
    [`${BAR}data: |\n  a,b,status\n  x,60,sure`, 'warning chart/unknown-status', 'the statuses are'],
    ['type: pie\ndata: |\n  a,b,c\n  x,6,7', 'error chart/too-many-series', 'choose one'],
    ['type: pie\ntop: 6\ndata: |\n  a,b\n  1,1\n  2,1\n  3,1\n  4,1\n  5,1\n  6,1', 'warning chart/too-many-slices', 'use "type: bar"'],
    [BAR, 'error chart/no-data', 'write "data: file.csv"'],
  ])('%j is told', (yaml, message, hint) => {
    const { diagnostics } = draw(yaml);
    expect(told(diagnostics).join('\n')).toContain(message);
    expect(diagnostics.flatMap(({ hints }) => hints).join('\n')).toContain(hint);
  });
});

describe('columns', () => {
  const file = 'company,date,loss,share,status\nNvidia,2025-01-27,589,17,confirmed\nNvidia,2024-09-03,279,9.5,claimed\n';

  test('are chosen, renamed and read by what they hold', () => {
    const yaml = 'type: bar\nsort: what\ncategory: date\nseries: loss\nlabels: {loss: Verlust, 2025-01-27: Monday}\ndata: t.csv\n';
    const { columns } = specOf(yaml, { file }).workbook;
    expect(columns.map(({ header, cells }) => [header, cells])).toEqual([
      ['date', ['Monday', '3 Sept 2024']],
      ['Verlust', [589, 279]],
    ]);
  });

  test('without a number are left out, gaps stay gaps and zeros zeros', () => {
    const { columns } = specOf('type: line\ndata: t.csv', { file: 'year;unit;a;b\n2020;x;0;\n2021;y;;2\n' }).workbook;
    expect(columns.map(({ cells }) => cells)).toEqual([
      ['2020', '2021'],
      [0, null],
      [null, 2],
    ]);
  });

  test('of mixed magnitudes are counted in the smallest', () => {
    const { columns } = specOf('type: bar\ndata: t.csv', { file: 'a,b\nx,$5.6M\ny,$1.2bn\n' }).workbook;
    expect(columns[1]).toMatchObject({ cells: [1200, 5.6], format: '"$"#,##0.0"m"' });
  });
});

test('the subtitle says what is measured, in which unit, on which scale', () => {
  const subtitle = (yaml: string) => inlineText(kind.subtitle(draw(yaml).block));
  expect(subtitle(caseNamed('dot'))).toBe('What the figures cover, US$, log scale');
  expect(subtitle(caseNamed('range'))).toBe('Stock of chips');
  expect(subtitle(`${BAR}unit: "%"\nnote: final run only`)).toBe('%, final run only');
});

test('sources are cited and doubtful figures claimed', () => {
  const { block } = draw(`${caseNamed('bar-standing')}source: ["@r1", v3]\n`);
  expect(kind.citations(block).map(({ id, span }) => [id, span.start.line])).toEqual([
    ['r1', 13],
    ['v3', 13],
  ]);
  expect(kind.claims(block).map(({ text, status, sources }) => [text, status, sources.join(' ')])).toEqual([
    ['Final training run: 5.576 US$ million', 'claimed', 'r1 v3'],
    ['Chips of the whole company history: 500 US$ million', 'estimated', 'r1 v3'],
    ['Server operating cost: 944 US$ million', 'reported', 'r1 v3'],
    ['Server capital cost: 1600 US$ million', 'disputed', 'r1 v3'],
  ]);
});

test('a kind from outside is used like our own', () => {
  const [bar] = chartKinds;
  if (!bar) throw new Error('no kinds');
  const mine = defineChart({ ...bar, name: 'mine', title: 'My chart' });
  const { item, diagnostics } = draw('type: mine\ndata: |\n  a,b\n  x,1\n', { charts: [mine, ...chartKinds] });
  expect(diagnostics).toEqual([]);
  expect(item?.alt).toBe('My chart; x 1.');
});
