import { child, elements, textOf, type XmlElement } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Rule } from '../rule.js';
import {
  type Cell,
  cachedReferences,
  cellAt,
  columnsOf,
  formulaOf,
  parseFormula,
  type Reference,
  rowsOf,
  sheetNamed,
  type Workbook,
} from '../workbook.js';

/** More cells than any chart shows; larger references are not compared. */
const MAX_CELLS = 200_000;

export const chartCaches: Rule<Deck> = {
  code: 'verify/chart-cache',
  about: 'What a chart shows is what its workbook holds: the cached points equal the cells that they come from (PptxGenJS issue 1430).',
  *check(deck) {
    for (const chart of deck.charts) {
      const workbook = deck.workbook(chart);
      if (!workbook) continue;
      for (const node of cachedReferences(deck, chart)) {
        const differences = compare(node, workbook);
        const [first] = differences;
        const more = differences.length > 1 ? `, and ${differences.length - 1} more differ` : '';
        if (first) yield error(chart, `${formulaOf(node)} ${first}${more}`);
      }
    }
  },
};

/** What differs between a reference's cache and the cells; nothing where either is missing or too intricate to tell. */
function compare(node: XmlElement, workbook: Workbook): readonly string[] {
  const cache = elements(node).find(({ name }) => name.endsWith('Cache'));
  const references = parseFormula(formulaOf(node));
  const size = references?.reduce((sum, { range }) => sum + rowsOf(range) * columnsOf(range), 0) ?? 0;
  if (!cache || !references || size > MAX_CELLS) return [];
  const count = Number(child(cache, 'c:ptCount')?.attributes.val ?? size);
  const lines =
    cache.name === 'c:multiLvlStrCache' ? levelLines(cache, references, count) : [{ points: cache, cells: references.flatMap(cellsOf) }];
  return lines.flatMap(({ points, cells }) => [
    ...(cells.length === count ? [] : [`has ${cells.length} cells, the chart ${count} points`]),
    ...comparePoints(points, cells, workbook),
  ]);
}

interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const cellsOf = ({ sheet, range }: Reference): readonly Place[] =>
  Array.from({ length: rowsOf(range) * columnsOf(range) }, (_, index) => ({
    sheet,
    row: range.top + Math.floor(index / columnsOf(range)),
    column: range.left + (index % columnsOf(range)),
  }));

/** Levels go from the innermost to the outermost: from the last column (or row) of the range to the first. */
function levelLines(
  cache: XmlElement,
  [reference]: readonly Reference[],
  count: number,
): readonly { points: XmlElement; cells: readonly Place[] }[] {
  if (!reference) return [];
  const { sheet, range } = reference;
  const down = rowsOf(range) === count;
  return elements(cache, 'c:lvl').map((points, level) => {
    const line = down
      ? { ...range, left: range.right - level, right: range.right - level }
      : { ...range, top: range.bottom - level, bottom: range.bottom - level };
    return { points, cells: cellsOf({ sheet, range: line }) };
  });
}

function comparePoints(points: XmlElement, cells: readonly Place[], workbook: Workbook): readonly string[] {
  const cached = new Map(elements(points, 'c:pt').map((point) => [Number(point.attributes.idx), textOf(child(point, 'c:v') ?? point)]));
  const numeric = points.name === 'c:numCache';
  return cells.flatMap(({ sheet: name, row, column }, index) => {
    const sheet = sheetNamed(workbook, name);
    const cell = sheet && cellAt(sheet, row, column);
    const shown = cached.get(index) ?? '';
    if (!sheet || same(shown, cell, numeric)) return [];
    return [`shows ${JSON.stringify(shown)} at point ${index + 1}, its cell holds ${JSON.stringify(cell?.text ?? '')}`];
  });
}

function same(shown: string, cell: Cell | undefined, numeric: boolean): boolean {
  if (!cell || shown === '') return shown === (cell?.text ?? '');
  if (cell.kind === 'other') return true;
  if (numeric) return cell.kind === 'number' && sameNumber(Number(shown), Number(cell.text));
  // A number among text is cached as its format shows it.
  return shown === cell.text || (cell.kind === 'number' && (!cell.plain || sameNumber(Number(shown), Number(cell.text))));
}

/** Office writes 15 or 17 digits. */
const sameNumber = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));
