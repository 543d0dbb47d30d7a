/** The workbook behind a chart: its sheets' cells, and how a chart refers to them. */

import { listed, type PackageView, partOf } from '../package/view.js';
import { child, elements, textOf, type XmlElement } from '../package/xml.js';

/** A cell that holds something. */
export interface Cell {
  readonly kind: 'number' | 'text' | 'other';
  /** As stored: `1234.5`. */
  readonly text: string;
  /** Shown as stored, without a number format. */
  readonly plain: boolean;
}

/** Rows and columns from 1, both ends included. */
export interface Range {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet; `cells` by `row:column`. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly cells: ReadonlyMap<string, Cell>;
  /** The smallest range that holds every cell; all zeros for an empty sheet. */
  readonly used: Range;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

/** The sheet's cell at a row and column, if it holds something. */
export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined => sheet.cells.get(`${row}:${column}`);

/** `A` is 1, `AA` 27. */
const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Reads `A1:C5` or `$A$1`; `null` for anything else, a range upside down among it. */
export function parseRange(text: string): Range | null {
  const found = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})(?::\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6}))?$/.exec(text);
  if (!found) return null;
  const [, left = '', top = '', right = left, bottom = top] = found;
  const range = { left: columnNumber(left), top: Number(top), right: columnNumber(right), bottom: Number(bottom) };
  return range.right >= range.left && range.bottom >= range.top ? range : null;
}

export const rowsOf = (range: Range): number => range.bottom - range.top + 1;

export const columnsOf = (range: Range): number => range.right - range.left + 1;

/** A range of a sheet. */
export interface Reference {
  readonly sheet: string;
  readonly range: Range;
}

/** Reads a chart's formula: `Sheet1!$A$2:$A$9`, `'My sheet'!B2`, or several in brackets. `null` where it is more than that: a name, a whole column. */
export function parseFormula(formula: string): readonly Reference[] | null {
  const bare = formula
    .trim()
    .replace(/^=/, '')
    .replace(/^\((.*)\)$/, '$1');
  const references: Reference[] = [];
  for (const piece of bare.match(/(?:'(?:[^']|'')*'|[^,'])+/g) ?? []) {
    const found = /^(?:'((?:[^']|'')*)'|([^'!]+))!(.+)$/.exec(piece.trim());
    const range = found && parseRange(found[3] ?? '');
    if (!range) return null;
    references.push({ sheet: (found[1] ?? found[2] ?? '').replaceAll("''", "'").replace(/^\[\d+\]/, ''), range });
  }
  return references.length > 0 ? references : null;
}

/** The text of a shared or inline string: its runs joined, without the hints on how to read it aloud. */
const stringOf = (node: XmlElement): string =>
  elements(node)
    .map((part) => (part.name === 't' ? textOf(part) : part.name === 'r' ? stringOf(part) : ''))
    .join('');

function readCell(node: XmlElement, shared: readonly string[]): Cell | null {
  const { t: type = 'n', s: style = '0' } = node.attributes;
  const inline = child(node, 'is');
  const value = child(node, 'v');
  const plain = style === '0';
  if (type === 'inlineStr') return inline ? { kind: 'text', text: stringOf(inline), plain } : null;
  if (!value) return null;
  const text = textOf(value);
  if (type === 's') return { kind: 'text', text: shared[Number(text)] ?? '', plain };
  return { kind: type === 'n' ? 'number' : type === 'str' ? 'text' : 'other', text, plain };
}

function readCells(root: XmlElement, shared: readonly string[]): Pick<Sheet, 'cells' | 'used'> {
  const cells = new Map<string, Cell>();
  let used: Range = { top: 0, left: 0, bottom: 0, right: 0 };
  let rowNumber = 0;
  for (const row of listed(root, 'sheetData', 'row')) {
    rowNumber = Number(row.attributes.r ?? rowNumber + 1);
    let column = 0;
    for (const node of elements(row, 'c')) {
      column = parseRange(node.attributes.r ?? '')?.left ?? column + 1;
      const cell = readCell(node, shared);
      if (!cell || cell.text === '') continue;
      cells.set(`${rowNumber}:${column}`, cell);
      used =
        used.top === 0
          ? { top: rowNumber, left: column, bottom: rowNumber, right: column }
          : {
              top: Math.min(used.top, rowNumber),
              left: Math.min(used.left, column),
              bottom: Math.max(used.bottom, rowNumber),
              right: Math.max(used.right, column),
            };
    }
  }
  return { cells, used };
}

/** Reads the sheets of a workbook; what cannot be read is left out. */
export function readWorkbook(view: PackageView): Workbook {
  const book = view.related('/', 'officeDocument')[0] ?? '';
  const strings = view.root(view.related(book, 'sharedStrings')[0] ?? '');
  const shared = strings ? elements(strings, 'si').map(stringOf) : [];
  const sheets = listed(view.root(book), 'sheets', 'sheet').flatMap((entry): readonly Sheet[] => {
    const part = partOf(view, book, entry);
    const root = part === null ? null : view.root(part);
    return part !== null && root ? [{ name: entry.attributes.name ?? '', part, ...readCells(root, shared) }] : [];
  });
  return { sheets };
}

/** A sheet by its name, which Excel compares without regard to case. */
export const sheetNamed = (workbook: Workbook, name: string): Sheet | undefined =>
  workbook.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());

/** What a chart takes from its workbook: elements with a formula and the points cached from it. */
export const cachedReferences = (view: PackageView, chart: string): readonly XmlElement[] =>
  view.named(chart, 'c:numRef', 'c:strRef', 'c:multiLvlStrRef');

/** The formula of such an element: `Sheet1!$A$2:$A$9`. */
export const formulaOf = (reference: XmlElement): string => textOf(child(reference, 'c:f') ?? reference);
