/** Where a chart's rows come from, and which of them it draws. */
import { describe, expect, test } from 'vitest';
import { plainInline } from '../../lib/briefing/inline.js';
import type { TableNode } from '../../lib/briefing/node.js';
import { draw, specOf, told } from '../charts/support.js';

const cells = (yaml: string, file?: string) =>
  specOf(yaml, file === undefined ? {} : { file }).workbook.columns.map((column) => column.cells);
const said = (yaml: string, file: string) => told(draw(yaml, { file }).diagnostics);

/** A table of lines 2 and on of `b.md`, each cell 10 characters wide, under a comment on line 1. */
function table(directive: string, rows: readonly (readonly string[])[]): TableNode {
  const at = (line: number, column: number) => ({ line, column, offset: line * 100 + column });
  const nodes = rows.map((row, line) =>
    row.map((text, column) => {
      const span = { file: 'b.md', start: at(line + 2, column * 10 + 1), end: at(line + 2, column * 10 + 1 + text.length) };
      return { inlines: [plainInline(text, span)], span };
    }),
  );
  const [header = [], ...body] = nodes;
  return { type: 'table', align: [], directive, header, rows: body, span: { file: 'b.md', start: at(1, 1), end: at(rows.length + 1, 20) } };
}

describe('a table under a comment', () => {
  const rows = [
    ['who', 'loss', 'gain'],
    ['Nvidia', '589', '1'],
    ['Meta', '232', '2'],
  ];

  test.each([
    'chart: bar, unit: $bn, series: [loss], highlight: Meta',
    'chart: bar unit=$bn series=loss highlight="Meta"',
    'chart: bar\nunit: $bn\nseries: loss\nhighlight: Meta',
  ])('%j is a chart of it', (text) => {
    const { block, item, diagnostics } = draw('', { table: table(text, rows) });
    expect(told(diagnostics)).toEqual([]);
    expect(block).toMatchObject({ type: 'bar', unit: '$bn', options: { highlight: ['Meta'] } });
    expect(item?.chart.workbook.columns.map((column) => column.cells)).toEqual([
      ['Nvidia', 'Meta'],
      [589, 232],
    ]);
  });

  test('says of a bad cell and of an unknown type where they stand', () => {
    const bad = [...rows, ['AMD', 'tbd', '3']];
    expect(told(draw('', { table: table('chart: bar', bad) }).diagnostics)).toEqual([
      'b.md:5:11 error chart/not-a-number: "tbd" in column "loss" is not a number',
    ]);
    expect(told(draw('', { table: table('chart: barr', rows) }).diagnostics)).toEqual([
      'b.md:1:1 error chart/unknown-type: unknown chart type "barr"',
    ]);
  });
});

describe('JSON and TSV', () => {
  const yaml = 'type: bar\nsort: none\ndata: t.json\n';

  test('are read like CSV', () => {
    const rows = [
      ['x', 'y'],
      [1, 2.5],
    ];
    expect(cells('type: bar\nsort: none\ndata: t.tsv\n', 'a\tb\nx\t1\ny\t2.5\n')).toEqual(rows);
    expect(cells(yaml, '[{"a": "x", "b": 1},\n\t{"a": "y", "b": 2.5}]')).toEqual(rows);
    expect(cells(yaml, '{"data": [["a", "b"], ["x", 1], ["y", 2.5]]}')).toEqual(rows);
    expect(cells(yaml, '[{"a": "x", "b": null}, {"a": "y", "b": 2}]')[1]).toEqual([null, 2]);
  });

  test('tell faults at their own place', () => {
    expect(said(yaml, '[{"a": "x", "b": 1},\n {"a": "y", "b": "tbd"}]')).toEqual([
      't.json:2:18 error chart/not-a-number: "tbd" in column "b" is not a number',
    ]);
    expect(said(yaml, '{"a": 1}')[0]).toContain('"data" is missing');
    expect(said(yaml, '[{"a": ')[0]).toContain('error chart/yaml');
  });
});

describe('rows are chosen', () => {
  const file = 'who,year,loss,status\na,2023,5,\nb,2024,$7,claimed\nc,2024,1,estimated\nd,2024,2,\n';

  test.each([
    ['{year: 2024}', ['b', 'd', 'c']],
    ['{who: [a, c]}', ['a', 'c']],
    ['{year: ">= 2024", loss: "> 1"}', ['b', 'd']],
    ['{who: "!= a"}', ['b', 'd', 'c']],
  ])('where %s', (where, names) => {
    expect(cells(`type: bar\nseries: loss\nwhere: ${where}\ndata: t.csv\n`, file)[0]).toEqual(names);
  });

  test('and a column that is not there, or that leaves none, is told', () => {
    expect(said('type: bar\nseries: loss\nwhere: {yaer: 2024}\ndata: t.csv\n', file)).toEqual([
      'b.md:4:15 error chart/unknown-column: the table has no column "yaer"',
    ]);
    expect(said('type: bar\nseries: loss\nwhere: {year: 1999}\ndata: t.csv\n', file)).toEqual([
      'b.md:4:15 error chart/no-rows: no row is left where "year" is 1999',
    ]);
  });

  test('the largest, the rest summed up, last and as doubtful as its most doubtful part', () => {
    const yaml = 'type: bar\nseries: loss\ntop: 2\nother: Übrige\ndata: t.csv\n';
    expect(cells(yaml, file).slice(0, 2)).toEqual([
      ['b', 'a', 'Übrige'],
      [7, 5, 3],
    ]);
    expect(draw(yaml, { file }).block.statuses).toEqual(['confirmed', 'claimed', 'estimated']);
  });
});

test("statuses are read in English and in the deck's language", () => {
  const file = 'who,loss,status\na,5,umstritten\nb,4,gesch.\nc,3,claimed by one\nd,2,\n';
  expect(draw('type: bar\ndata: t.csv\n', { file, lang: 'de' }).block.statuses).toEqual(['disputed', 'estimated', 'claimed', 'confirmed']);
});

test('one file serves several languages: names of series, categories and the head are given anew', () => {
  const file = 'country,loss,gain\nJapan,5,1\nSpain,4,2\n';
  const yaml = 'type: bar\nsort: none\ndata: t.csv\nlabels: {country: Land, loss: Verlust, Japan: 日本}\n';
  expect(specOf(yaml, { file, lang: 'de' }).workbook.columns.map(({ header, cells }) => [header, cells[0]])).toEqual([
    ['Land', '日本'],
    ['Verlust', 5],
    ['gain', 1],
  ]);
});

test('the rest of a longer table is named in the deck’s language, a locale must be one', () => {
  const file = 'who,loss\na,5\nb,4\nc,3\n';
  const rest = (lang: string) => specOf('type: bar\ntop: 1\ndata: t.csv\n', { file, lang }).workbook.columns[0]?.cells.at(-1);
  expect(['en', 'de', 'zh-CN', 'ar'].map(rest)).toEqual(['Other', 'Sonstige', '其他', 'أخرى']);
  expect(said('type: bar\nlocale: klingon!\ndata: t.csv\n', file)).toEqual([
    'b.md:3:9 error chart/invalid-value: "locale" is "klingon!": expected a language such as "en", "de" or "fr-CH"',
  ]);
});

describe('what would mislead is told', () => {
  test.each([
    ['pie', 'a,share\nx,40%\ny,30%\n', 'warning chart/parts-not-whole: the parts come to 70 %, not to 100 %'],
    ['pie', 'a,b\nx,4\ny,3\nTotal,7\n', 'warning chart/total-as-part: "Total" looks like the total of the other parts'],
    ['pie', 'a,b\nx,4\ny,3\nz,2\nall,9\n', 'warning chart/total-as-part: "all" looks like the total'],
    ['bar\nstacked: stacked', 'a,b,c,total\nx,1,2,3\n', 'warning chart/total-as-part: column "total" looks like a total'],
    ['bar', 'a,b\nx,$4\ny,3%\n', 't.csv:3:3 error chart/mixed-units: column "b" mixes units: $ and %'],
    ['bar', 'a,b,c\nx,4,tbd\ny,5,what\nz,6,7\n', 't.csv:1:5 info chart/column-dropped: column "c" is not drawn: 1 of its cells'],
  ])('%s of %j', (type, file, message) => {
    expect(said(`type: ${type}\ndata: t.csv\n`, file).join('\n')).toContain(message);
  });

  test('and parts that make a whole are not', () => {
    expect(said('type: pie\ndata: t.csv\n', 'a,b\nx,33%\ny,33%\nz,33%\n')).toEqual([]);
    expect(said('type: pie\ndata: t.csv\n', 'a,b\nx,5\ny,5\n')).toEqual([]);
  });
});
