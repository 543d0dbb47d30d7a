import { describe, expect, test } from 'vitest';
import { child, descendants, elements, find, parseXml, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import type { ChartItem } from '../../lib/scene/scene.js';
import { writeDeck } from '../../lib/writers/pptx/index.js';
import { chartParts } from '../../lib/writers/pptx/parts/chart.js';
import { columnLetters } from '../../lib/writers/pptx/parts/workbook.js';
import { caseNamed, cases, chartCases, draw } from '../charts/support.js';
import { scene, slide, title } from '../support/scene.js';
import { testTemplate } from '../support/template.js';
import { validate, validatorMissing } from '../support/validator.js';

function itemOf(yaml: string): ChartItem {
  const { item } = draw(yaml);
  if (!item) throw new Error('no chart');
  return item;
}

/** The chart's root and the cells of its sheet, by reference. */
function written(yaml: string): {
  readonly chart: XmlElement;
  readonly cells: ReadonlyMap<string, string>;
  readonly sheet: XmlElement;
  readonly parts: readonly string[];
} {
  const [part, embedded] = chartParts(itemOf(yaml), 3);
  if (!part || !(embedded?.data instanceof Uint8Array)) throw new Error('no parts');
  const book = readPackage(embedded.data);
  const root = (name: string): XmlElement => parseXml(String(book.parts.find((item) => item.name === name)?.data));
  const strings = elements(root('/xl/sharedStrings.xml'), 'si').map(textOf);
  const sheet = root('/xl/worksheets/sheet1.xml');
  const cells = descendants(sheet, 'c').map((cell): [string, string] => {
    const value = textOf(child(cell, 'v') ?? cell);
    return [cell.attributes.r ?? '', cell.attributes.t === 's' ? (strings[Number(value)] ?? '') : value];
  });
  return { chart: parseXml(String(part.data)), cells: new Map(cells), sheet, parts: book.parts.map(({ name }) => name) };
}

/** The cells of `Sheet1!$B$2:$B$9`, empty ones as undefined. */
function cellsAt(formula: string, cells: ReadonlyMap<string, string>): readonly (string | undefined)[] {
  const found = /^Sheet1!\$([A-Z]+)\$(\d+)(?::\$\1\$(\d+))?$/.exec(formula);
  if (!found) throw new Error(`not a flat reference: ${formula}`);
  const [first, last] = [Number(found[2]), Number(found[3] ?? found[2])];
  return Array.from({ length: last - first + 1 }, (_, index) => cells.get(`${found[1]}${first + index}`));
}

const references = (chart: XmlElement): readonly XmlElement[] => [...descendants(chart, 'c:strRef'), ...descendants(chart, 'c:numRef')];
const attribute = (chart: XmlElement, ...path: readonly string[]): string | undefined => find(chart, ...path)?.attributes.val;

describe.each(chartCases)('%s', (_, yaml) => {
  test('caches hold exactly what the cells hold', () => {
    const { chart, cells } = written(yaml);
    expect(references(chart).length).toBeGreaterThan(2);
    for (const reference of references(chart)) {
      const cache = elements(reference)[1];
      const points = cache ? elements(cache, 'c:pt') : [];
      const count = Number(cache && child(cache, 'c:ptCount')?.attributes.val);
      const cached = Array.from({ length: count }, (_unused, index) => points.find((point) => point.attributes.idx === String(index)));
      const formula = textOf(child(reference, 'c:f') ?? reference);
      expect(cached.map((point) => point && textOf(point))).toEqual(cellsAt(formula, cells));
    }
  });

  test('theme colours and theme fonts only, every axis has its plot', () => {
    const { chart } = written(yaml);
    expect(descendants(chart, 'a:srgbClr')).toEqual([]);
    expect(new Set(descendants(chart, 'a:latin').map(({ attributes }) => attributes.typeface))).toEqual(new Set(['+mn-lt']));
    const plotArea = find(chart, 'c:chart', 'c:plotArea');
    const plots = plotArea ? elements(plotArea).filter(({ name }) => name.endsWith('Chart')) : [];
    const axes = plotArea ? elements(plotArea).filter(({ name }) => name.endsWith('Ax')) : [];
    const ids = (nodes: readonly XmlElement[]) => new Set(nodes.flatMap((node) => elements(node, 'c:axId').map((id) => id.attributes.val)));
    expect(ids(plots)).toEqual(ids(axes));
  });
});

test.skipIf(validatorMissing)('the Open XML SDK opens a deck of all charts without a word', async () => {
  const slides = cases.map(([name, yaml]) => slide(name, [title(name), ...draw(yaml).items]));
  expect(await validate(await writeDeck(scene(slides), testTemplate))).toEqual([]);
});

test('labels that follow cells hold what the cells say now, for readers that do not follow', () => {
  for (const name of ['dot', 'dumbbell', 'lollipop', 'scatter']) {
    const { chart } = written(caseNamed(name));
    const series = descendants(chart, 'c:ser').find((node) => descendants(node, 'c15:datalabelsRange').length > 0);
    if (!series) throw new Error(`no cells in ${name}`);
    const cells = descendants(series, 'c15:dlblRangeCache').flatMap((cache) => elements(cache, 'c:pt').map(textOf));
    const labels = descendants(series, 'c:dLbl').filter((label) =>
      descendants(label, 'a:fld').some(({ attributes }) => attributes.type === 'CELLRANGE'),
    );
    expect(labels.length, name).toBeGreaterThan(0);
    for (const label of labels) {
      const at = Number(elements(label, 'c:idx')[0]?.attributes.val);
      expect(descendants(label, 'a:t').map(textOf), name).toEqual([cells[at]]);
    }
  }
});

test.skipIf(validatorMissing)('the workbook is one that the Open XML SDK opens without a word', async () => {
  const [, embedded] = chartParts(itemOf(`${caseNamed('range')}workbook: full\n`), 1);
  expect(await validate(embedded?.data as Uint8Array, 'book.xlsx')).toEqual([]);
});

test('the chart says its language, no title, no rounded corners, gaps as gaps, and where its workbook is', () => {
  const { chart } = written(caseNamed('line-dates'));
  expect(elements(chart).map(({ name }) => name)).toEqual([
    'c:date1904',
    'c:lang',
    'c:roundedCorners',
    'c:chart',
    'c:spPr',
    'c:txPr',
    'c:externalData',
  ]);
  expect(attribute(chart, 'c:lang')).toBe('en-US');
  expect(attribute(chart, 'c:roundedCorners')).toBe('0');
  expect(attribute(chart, 'c:chart', 'c:autoTitleDeleted')).toBe('1');
  expect(attribute(chart, 'c:chart', 'c:dispBlanksAs')).toBe('gap');
  const [part] = chartParts(itemOf(caseNamed('line-dates')), 3);
  expect(part).toMatchObject({
    name: '/ppt/charts/chart3.xml',
    relationships: [{ id: find(chart, 'c:externalData')?.attributes['r:id'], target: '/ppt/embeddings/Microsoft_Excel_Sheet3.xlsx' }],
  });
});

test('dates are numbers on a date axis, and dates in the sheet', () => {
  const { chart, cells } = written(caseNamed('line-dates'));
  expect(descendants(chart, 'c:dateAx')).toHaveLength(1);
  const category = descendants(chart, 'c:cat')[0];
  expect(category && descendants(category, 'c:formatCode').map(textOf)).toEqual(['yyyy-mm-dd']);
  expect(cells.get('A2')).toBe('45678');
});

test('zeros are cells, gaps are none, computed columns are formulas', () => {
  expect(written(caseNamed('bar')).cells.get('C3')).toBe('0');
  expect(written(caseNamed('line-dates')).cells.has('B4')).toBe(false);
  const formulas = descendants(written(caseNamed('range')).sheet, 'f').map(textOf);
  expect(formulas).toHaveLength(3);
  expect(formulas[1]).toMatch(/^MAX\(C3-B3,\d+\)$/);
});

test('helper series have no entry in the legend', () => {
  const { chart } = written(caseNamed('dot-series'));
  const entries = descendants(chart, 'c:legendEntry').map((entry) => elements(entry).map(({ attributes }) => attributes.val));
  expect(entries).toEqual([['2', '1']]);
});

test('the sheet has a table over all its cells', () => {
  const { parts } = written(caseNamed('bar'));
  expect(parts).toEqual([
    '/xl/workbook.xml',
    '/xl/worksheets/sheet1.xml',
    '/xl/styles.xml',
    '/xl/sharedStrings.xml',
    '/xl/tables/table1.xml',
  ]);
});

test('columns past Z have two letters', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA']);
});
