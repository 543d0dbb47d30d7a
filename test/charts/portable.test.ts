/** What Keynote and Google Slides need of a chart besides what PowerPoint does, over every chart of the gallery and of the decks. */
import { readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildDeck } from '../../lib/index.js';
import type { Package, Part } from '../../lib/package/package.js';
import { child, descendants, elements, parseXml, textOf, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';
import { partOf } from '../support/pptx.js';

const root = new URL('../../', import.meta.url);
const briefings = [
  'examples/charts/gallery.md',
  ...readdirSync(new URL('decks/', root), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|[/\\])briefing[^/\\]*\.md$/.test(name))
    .map((name) => `decks/${name.replaceAll('\\', '/')}`),
];

interface Chart {
  readonly part: Part;
  readonly xml: XmlElement;
  /** The embedded workbook. */
  readonly book: Package;
}

const AXES = ['c:catAx', 'c:dateAx', 'c:valAx', 'c:serAx'];
const idOf = (node: XmlElement, name: string): string => child(node, name)?.attributes.val ?? '';

/** The cells of a reference: `Sheet1!$B$2:$B$5`, `'A sheet'!$B$1`. */
const REFERENCE = /^(?:'((?:[^']|'')+)'|([A-Za-z_][A-Za-z0-9_.]*))!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?$/;

describe.each(briefings)('%s', (name) => {
  let charts: readonly Chart[] = [];

  beforeAll(async () => {
    const { pptx } = await buildDeck(pathToFileURL(new URL(name, root).pathname), { allowDirs: [fileURLToPath(new URL('decks', root))] });
    const deck = readPackage(pptx ?? new Uint8Array());
    charts = deck.parts
      .filter(({ name: part }) => /^\/ppt\/charts\/[^/]+\.xml$/.test(part))
      .map((part) => {
        const [embedded] = part.relationships.filter(({ target }) => target.endsWith('.xlsx'));
        const data = partOf(deck, embedded?.target ?? '').data;
        return { part, xml: parseXml(String(part.data)), book: readPackage(data as Uint8Array) };
      });
  });

  test('has charts', () => expect(charts.length).toBeGreaterThan(0));

  test('categories are flat, and every reference has its cache', () => {
    for (const { xml, part } of charts) {
      expect(descendants(xml, 'c:multiLvlStrRef'), part.name).toEqual([]);
      for (const node of [...descendants(xml, 'c:strRef'), ...descendants(xml, 'c:numRef')]) {
        const cache = child(node, node.name === 'c:strRef' ? 'c:strCache' : 'c:numCache');
        expect(Number(cache && idOf(cache, 'c:ptCount')), part.name).toBeGreaterThan(0);
      }
    }
  });

  test('references name one column of a sheet that the workbook has', () => {
    for (const { xml, book, part } of charts) {
      const sheets = descendants(parseXml(String(partOf(book, '/xl/workbook.xml').data)), 'sheet').map(({ attributes }) => attributes.name);
      for (const formula of descendants(xml, 'c:f').map(textOf)) {
        const [, quoted, plain, column, first, lastColumn, last] = REFERENCE.exec(formula) ?? [];
        expect(sheets, `${part.name} ${formula}`).toContain(quoted?.replaceAll("''", "'") ?? plain);
        expect(lastColumn ?? column, formula).toBe(column);
        expect(Number(last ?? first), formula).toBeGreaterThanOrEqual(Number(first));
      }
    }
  });

  test('every axis belongs to a plot and to one other axis, and plots name no axis that is not there', () => {
    for (const { xml, part } of charts) {
      const area = descendants(xml, 'c:plotArea')[0];
      const nodes = area ? elements(area) : [];
      const axes = nodes.filter((node) => AXES.includes(node.name));
      const pairs = nodes
        .filter(({ name: kind }) => kind.endsWith('Chart'))
        .map((plot) =>
          elements(plot)
            .filter(({ name: kind }) => kind === 'c:axId')
            .map(({ attributes }) => attributes.val ?? ''),
        );
      const ids = axes.map((axis) => idOf(axis, 'c:axId'));
      expect(new Set(ids).size, part.name).toBe(ids.length);
      expect([...new Set(pairs.flat())].sort(), part.name).toEqual([...ids].sort());
      const crossing = new Map(axes.map((axis) => [idOf(axis, 'c:axId'), idOf(axis, 'c:crossAx')]));
      for (const [id, other] of crossing) expect(crossing.get(other), part.name).toBe(id);
      for (const [first = '', second = ''] of pairs.filter(({ length }) => length > 0)) expect(crossing.get(first), part.name).toBe(second);
    }
  });

  test('the workbook is there, and its tables cover cells of their sheet, with the heads that stand there', () => {
    for (const { xml, part, book } of charts) {
      const [external] = descendants(xml, 'c:externalData');
      const ids = part.relationships.map(({ id }) => id);
      expect(external && ids.includes(external.attributes['r:id'] ?? ''), part.name).toBe(true);
      const strings = descendants(parseXml(String(partOf(book, '/xl/sharedStrings.xml').data)), 'si').map(textOf);
      for (const sheet of book.parts.filter(({ name: file }) => file.startsWith('/xl/worksheets/'))) {
        const cells = new Map(descendants(parseXml(String(sheet.data)), 'c').map((cell) => [cell.attributes.r ?? '', cell]));
        for (const { target } of sheet.relationships) {
          const table = parseXml(String(partOf(book, target).data));
          const heads = descendants(table, 'tableColumn').map(({ attributes }) => attributes.name);
          const [from = '', to = ''] = (table.attributes.ref ?? '').split(':');
          expect([from, cells.has(to.replace(/\d+$/, '1'))], part.name).toEqual(['A1', true]);
          const first = [...cells]
            .filter(([at]) => /^[A-Z]+1$/.test(at))
            .map(([, cell]) => strings[Number(textOf(child(cell, 'v') ?? cell))]);
          expect(first, part.name).toEqual(heads);
        }
      }
    }
  });
});
