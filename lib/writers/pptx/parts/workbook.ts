/** The workbook that a chart's "Edit Data" opens: one sheet, one table, cells as the chart's caches have them. */
import { contentTypes, namespaces, relationshipTypes } from '../../../package/names.js';
import type { Package, Part, Relationship } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import { writePackage } from '../../../package/zip.js';
import type { Workbook, WorkbookColumn } from '../../../scene/chart.js';

/** The sheet that formulas of the chart name. */
const SHEET_NAME = 'Sheet1';

/** Number formats of our own begin here (ISO/IEC 29500-1, 18.8.30). */
const FIRST_FORMAT = 164;

/** The letters of a column: 0 is A, 26 is AA. */
export const columnLetters = (index: number): string =>
  (index >= 26 ? columnLetters(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

/** The header cell of a column, as a chart refers to it. */
export const headerReference = (column: number): string => `${SHEET_NAME}!$${columnLetters(column)}$1`;

/** The cells below the header of a column of `rows` cells, as a chart refers to them. */
export const cellsReference = (column: number, rows: number): string =>
  `${SHEET_NAME}!$${columnLetters(column)}$2:$${columnLetters(column)}$${rows + 1}`;

/** A number as cells and caches hold it. */
export const numberText = (value: number): string => String(value);

/** A sheet with a table over all its cells. */
interface Sheet {
  readonly name: string;
  readonly table: string;
  readonly columns: readonly WorkbookColumn[];
}

/** The bytes of an `.xlsx`; the same workbook gives the same bytes. */
export function writeWorkbook(workbook: Workbook): Uint8Array {
  return writePackage(workbookPackage(workbook));
}

const sheetsOf = ({ columns, source = [] }: Workbook): readonly Sheet[] => [
  { name: SHEET_NAME, table: 'Data', columns },
  ...(source.length === 0 ? [] : [{ name: 'Source', table: 'Source', columns: source }]),
];

function workbookPackage(workbook: Workbook): Package {
  const sheets = sheetsOf(workbook);
  const texts = sheets.flatMap(textCells);
  const strings: ReadonlyMap<string, number> = new Map([...new Set(texts)].map((text, index) => [text, index]));
  const formats = [...new Set(sheets.flatMap(({ columns }) => columns.map((column) => column.format)))];
  const part = (name: string, contentType: string, root: XmlElement, relationships: readonly Relationship[] = []): Part => ({
    name,
    contentType,
    data: xmlDocument(root),
    relationships,
  });
  const link = (id: number, type: string, target: string): Relationship => ({ id: `rId${id}`, type, target, external: false });
  const { worksheet, styles, sharedStrings, table, officeDocument } = relationshipTypes;
  const count = sheets.length;
  return {
    relationships: [link(1, officeDocument, '/xl/workbook.xml')],
    parts: [
      part('/xl/workbook.xml', contentTypes.workbook, workbookXml(sheets), [
        ...sheets.map((_, index) => link(index + 1, worksheet, `/xl/worksheets/sheet${index + 1}.xml`)),
        link(count + 1, styles, '/xl/styles.xml'),
        link(count + 2, sharedStrings, '/xl/sharedStrings.xml'),
      ]),
      ...sheets.map((sheet, index) =>
        part(`/xl/worksheets/sheet${index + 1}.xml`, contentTypes.worksheet, sheetXml(sheet, strings, formats), [
          link(1, table, `/xl/tables/table${index + 1}.xml`),
        ]),
      ),
      part('/xl/styles.xml', contentTypes.styles, stylesXml(formats)),
      part('/xl/sharedStrings.xml', contentTypes.sharedStrings, stringsXml(strings, texts.length)),
      ...sheets.map((sheet, index) => part(`/xl/tables/table${index + 1}.xml`, contentTypes.table, tableXml(sheet, index + 1))),
    ],
  };
}

const textCells = ({ columns }: Sheet): readonly string[] => [
  ...columns.map((column) => column.header),
  ...columns.flatMap(({ cells, formula }) => (formula === null ? cells.filter((cell) => typeof cell === 'string') : [])),
];

const workbookXml = (sheets: readonly Sheet[]): XmlElement =>
  element(
    'workbook',
    { xmlns: namespaces.x, 'xmlns:r': namespaces.r },
    element('sheets', {}, ...sheets.map(({ name }, index) => element('sheet', { name, sheetId: index + 1, 'r:id': `rId${index + 1}` }))),
  );

const rowsOf = ({ columns }: Sheet): number => columns.reduce((most, column) => Math.max(most, column.cells.length), 0);

/** The range of the table: header and rows, at least one of them. */
const tableRange = (sheet: Sheet): string => `A1:${columnLetters(sheet.columns.length - 1)}${Math.max(rowsOf(sheet), 1) + 1}`;

function sheetXml(sheet: Sheet, strings: ReadonlyMap<string, number>, formats: readonly string[]): XmlElement {
  const { columns } = sheet;
  const header = columns.map((column, index) => stringCell(`${columnLetters(index)}1`, strings.get(column.header) ?? 0, 0));
  const rows = Array.from({ length: rowsOf(sheet) }, (_, row) =>
    element(
      'row',
      { r: row + 2 },
      ...columns.map((column, index) => cellXml(column, row, columnLetters(index), strings, formats.indexOf(column.format) + 1)),
    ),
  );
  const widths = columns.map((column, index) =>
    element('col', { min: index + 1, max: index + 1, width: columnWidth(column), customWidth: true }),
  );
  return element(
    'worksheet',
    { xmlns: namespaces.x, 'xmlns:r': namespaces.r },
    element('dimension', { ref: tableRange(sheet) }),
    element('sheetViews', {}, element('sheetView', { workbookViewId: 0 })),
    element('cols', {}, ...widths),
    element('sheetData', {}, element('row', { r: 1 }, ...header), ...rows),
    element('tableParts', { count: 1 }, element('tablePart', { 'r:id': 'rId1' })),
  );
}

/** In characters. */
const columnWidth = (column: WorkbookColumn): number =>
  column.cells.reduce<number>(
    (width, cell) => Math.max(width, Math.min(60, typeof cell === 'string' ? cell.length + 2 : 0)),
    Math.max(10, Math.min(60, column.header.length + 4)),
  );

const stringCell = (reference: string, index: number, style: number): XmlElement =>
  element('c', { r: reference, s: style, t: 's' }, element('v', {}, String(index)));

/** A cell; null where it is empty. A zero is a zero. */
function cellXml(
  column: WorkbookColumn,
  row: number,
  letters: string,
  strings: ReadonlyMap<string, number>,
  style: number,
): XmlElement | null {
  const cell = column.cells[row] ?? null;
  if (cell === null) return null;
  const reference = `${letters}${row + 2}`;
  const formula = column.formula === null ? null : element('f', {}, column.formula.replaceAll('#', String(row + 2)));
  if (typeof cell === 'string') {
    return formula
      ? element('c', { r: reference, s: style, t: 'str' }, formula, element('v', {}, cell))
      : stringCell(reference, strings.get(cell) ?? 0, style);
  }
  return element('c', { r: reference, s: style }, formula, element('v', {}, numberText(cell)));
}

const stringsXml = (strings: ReadonlyMap<string, number>, count: number): XmlElement =>
  element(
    'sst',
    { xmlns: namespaces.x, count, uniqueCount: strings.size },
    ...[...strings.keys()].map((text) => element('si', {}, element('t', { 'xml:space': text === text.trim() ? null : 'preserve' }, text))),
  );

/** Style 0 is plain; style n + 1 has the nth format. */
function stylesXml(formats: readonly string[]): XmlElement {
  const id = (format: string, index: number): number => (format === 'General' ? 0 : FIRST_FORMAT + index);
  const own = formats.map((format, index) => ({ format, id: id(format, index) })).filter((item) => item.id > 0);
  const plain = { fontId: 0, fillId: 0, borderId: 0 };
  const xf = (numFmtId: number): XmlElement =>
    element('xf', { numFmtId, ...plain, xfId: 0, applyNumberFormat: numFmtId > 0 ? true : null });
  const fill = (patternType: string): XmlElement => element('fill', {}, element('patternFill', { patternType }));
  const border = element('border', {}, ...['left', 'right', 'top', 'bottom', 'diagonal'].map((side) => element(side)));
  const font = element('font', {}, element('sz', { val: 11 }), element('name', { val: 'Calibri' }), element('family', { val: 2 }));
  return element(
    'styleSheet',
    { xmlns: namespaces.x },
    own.length === 0
      ? null
      : element('numFmts', { count: own.length }, ...own.map((item) => element('numFmt', { numFmtId: item.id, formatCode: item.format }))),
    element('fonts', { count: 1 }, font),
    element('fills', { count: 2 }, fill('none'), fill('gray125')),
    element('borders', { count: 1 }, border),
    element('cellStyleXfs', { count: 1 }, element('xf', { numFmtId: 0, ...plain })),
    element('cellXfs', { count: formats.length + 1 }, xf(0), ...formats.map((format, index) => xf(id(format, index)))),
    element('cellStyles', { count: 1 }, element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })),
    element('dxfs', { count: 0 }),
    element('tableStyles', { count: 0, defaultTableStyle: 'TableStyleMedium2', defaultPivotStyle: 'PivotStyleLight16' }),
  );
}

function tableXml(sheet: Sheet, id: number): XmlElement {
  const columns = sheet.columns.map((column, index) => element('tableColumn', { id: index + 1, name: column.header }));
  const style = {
    name: 'TableStyleLight1',
    showFirstColumn: false,
    showLastColumn: false,
    showRowStripes: false,
    showColumnStripes: false,
  };
  return element(
    'table',
    { xmlns: namespaces.x, id, name: sheet.table, displayName: sheet.table, ref: tableRange(sheet), totalsRowShown: false },
    element('tableColumns', { count: columns.length }, ...columns),
    element('tableStyleInfo', style),
  );
}
