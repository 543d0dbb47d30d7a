/** What "Edit Data" opens: the sheet computes what the chart shows, for every kind and option, and holds nothing else. */
import { describe, expect, test } from 'vitest';
import { child, descendants, parseXml, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import type { ChartSpec } from '../../lib/scene/chart.js';
import { columnLetters, writeWorkbook } from '../../lib/writers/pptx/parts/workbook.js';
import { wrongCells } from '../support/formulas.js';
import { caseNamed, chartCases, specOf } from './support.js';

type Cell = string | number | null;

/** A workbook as an application opens it: cells and formulas by reference, for each sheet. */
interface Opened {
  readonly parts: ReadonlyMap<string, string>;
  /** Parts that nothing refers to. */
  readonly lonely: readonly string[];
  readonly sheets: readonly { readonly cells: ReadonlyMap<string, Cell>; readonly formulas: ReadonlyMap<string, string> }[];
}

function opened(spec: ChartSpec): Opened {
  const book = readPackage(writeWorkbook(spec.workbook));
  const parts = new Map(book.parts.map(({ name, data }) => [name, String(data)]));
  const strings = descendants(parseXml(parts.get('/xl/sharedStrings.xml') ?? ''), 'si').map(textOf);
  const sheets = [...parts].filter(([name]) => name.startsWith('/xl/worksheets/')).map(([, text]) => readSheet(parseXml(text), strings));
  const reached = new Set([book, ...book.parts].flatMap((part) => part.relationships.map(({ target }) => target)));
  return { parts, sheets, lonely: [...parts.keys()].filter((name) => !reached.has(name)) };
}

function readSheet(sheet: XmlElement, strings: readonly string[]) {
  const nodes = descendants(sheet, 'c');
  const cellOf = (node: XmlElement): Cell => {
    const text = textOf(child(node, 'v') ?? node);
    if (node.attributes.t === 'str') return text;
    return node.attributes.t === 's' ? (strings[Number(text)] ?? null) : Number(text);
  };
  const formulaOf = (node: XmlElement): readonly [string, string][] => {
    const formula = child(node, 'f');
    return formula ? [[node.attributes.r ?? '', textOf(formula)]] : [];
  };
  return { cells: new Map(nodes.map((node) => [node.attributes.r ?? '', cellOf(node)])), formulas: new Map(nodes.flatMap(formulaOf)) };
}

/** Cells of the written sheet that are not those of the chart. */
function written(spec: ChartSpec): readonly string[] {
  const [sheet] = opened(spec).sheets;
  return spec.workbook.columns.flatMap(({ formula, cells }, column) =>
    cells.flatMap((cell, row) => {
      const reference = `${columnLetters(column)}${row + 2}`;
      const own = formula === null || cell === null ? undefined : formula.replaceAll('#', String(row + 2));
      const isSame = (sheet?.cells.get(reference) ?? null) === cell && sheet?.formulas.get(reference) === own;
      return isSame ? [] : [reference];
    }),
  );
}

/** Options that change what a sheet holds. */
const VARIANTS = ['sort: ascending\n', 'sort: none\n', 'values: hide\n', 'top: 2\n'];

test.each(chartCases)('%s: every formula comes to what its cell holds, with each option', (_, yaml) => {
  const spec = specOf(yaml);
  expect(wrongCells(spec.workbook)).toEqual([]);
  expect(written(spec)).toEqual([]);
  for (const variant of VARIANTS) {
    if (/^sort:/m.test(yaml) && variant.startsWith('sort')) continue;
    expect(wrongCells(specOf(yaml + variant).workbook), variant).toEqual([]);
  }
});

test('a figure that nobody gave is a formula where it follows from the others', () => {
  const kinds = ['waterfall', 'funnel', 'range', 'gantt', 'dumbbell', 'pareto', 'histogram', 'line-interval', 'dot-interval'];
  for (const name of kinds) expect(opened(specOf(caseNamed(name))).sheets[0]?.formulas.size, name).toBeGreaterThan(0);
});

test.each(chartCases)('%s: every part of the workbook is reached, every table covers its sheet', (_, yaml) => {
  const { parts, lonely } = opened(specOf(`${yaml}workbook: full\n`));
  expect(lonely).toEqual([]);
  for (const [name, text] of parts) {
    if (!name.startsWith('/xl/tables/')) continue;
    const sheet = parseXml(parts.get(name.replace('tables/table', 'worksheets/sheet')) ?? '');
    expect(parseXml(text).attributes.ref).toBe(descendants(sheet, 'dimension')[0]?.attributes.ref);
  }
});

describe('rows and columns that are not drawn', () => {
  const yaml = 'type: bar\nseries: loss\nwhere: {year: 2024}\ntop: 2\ndata: t.csv\n';
  const file = 'who,year,loss,secret\nAda,2024,5,kept\nBea,2024,4,back\nCid,2024,3,here\nDan,2024,2,and\nEve,2023,9,there\n';

  test('do not leave the house', () => {
    const { parts } = opened(specOf(yaml, { file }));
    const all = [...parts.values()].join('\n');
    for (const word of ['Ada', 'Bea', 'loss', 'Other']) expect(all).toContain(word);
    for (const word of ['Cid', 'Dan', 'Eve', 'secret', 'kept', 'year', '2023']) expect(all).not.toContain(word);
  });

  test('stand on a sheet of their own where the author says so', () => {
    const { sheets } = opened(specOf(`${yaml}workbook: full\n`, { file }));
    expect(sheets).toHaveLength(2);
    expect(['A6', 'B6', 'C6', 'D6'].map((at) => sheets[1]?.cells.get(at))).toEqual(['Eve', 2023, 9, 'there']);
  });
});

test('dates are dates, also of the whole table; cells without a figure are empty', () => {
  const file = 'day,price,note\n27.01.2025,"$1,5",n/a\n28.01.2025,–,x\n29.01.2025,"$2,25",\n';
  const spec = specOf('type: line\nworkbook: full\ndata: t.csv\n', { file });
  expect(spec.workbook.columns.map(({ kind, format, cells }) => [kind, format, cells])).toEqual([
    ['date', 'yyyy-mm-dd', [45_684, 45_685, 45_686]],
    ['number', '"$"#,##0.00', [1.5, null, 2.25]],
  ]);
  expect(spec.workbook.source?.map(({ kind, format, cells }) => [kind, format, cells])).toEqual([
    ['date', 'yyyy-mm-dd', [45_684, 45_685, 45_686]],
    ['number', '"$"General', [1.5, null, 2.25]],
    ['text', 'General', ['n/a', 'x', null]],
  ]);
});
