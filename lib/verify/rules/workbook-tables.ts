import type { PackageView } from '../../package/view.js';
import { child, elements, type XmlElement } from '../../package/xml.js';
import { error, type Finding, type Rule, repeated } from '../rule.js';
import { cellAt, columnsOf, parseRange, readWorkbook, rowsOf, type Sheet } from '../workbook.js';

export const workbookTables: Rule<PackageView> = {
  code: 'verify/workbook-table',
  about: 'A table of a workbook covers a range like A1:C5, and its columns are called as the cells of its head row (PptxGenJS issue 1531).',
  *check(view) {
    for (const sheet of readWorkbook(view).sheets) {
      const listed = child(view.root(sheet.part) ?? NOTHING, 'tableParts');
      const ids = new Set(listed && elements(listed, 'tablePart').map(({ attributes }) => attributes['r:id']));
      for (const { id, type, target } of view.relationships(sheet.part)) {
        const root = type.endsWith('/table') ? view.root(view.locate(target) ?? '') : null;
        if (root && !ids.has(id)) yield error(sheet.part, `the sheet does not list its table ${target}`);
        if (root) yield* checkTable(target, root, sheet);
      }
    }
  },
};

const NOTHING: XmlElement = { name: '', attributes: {}, children: [] };

function* checkTable(part: string, root: XmlElement, sheet: Sheet): Iterable<Finding> {
  const { ref = '', headerRowCount = '1' } = root.attributes;
  const range = parseRange(ref);
  if (!range || !ref.includes(':')) {
    yield error(part, `the table’s range is ${JSON.stringify(ref)}`);
    return;
  }
  const columns = elements(child(root, 'tableColumns') ?? root, 'tableColumn').map(({ attributes }) => attributes.name ?? '');
  if (columns.length !== columnsOf(range))
    yield error(part, `the table has ${columns.length} columns, its range ${ref} ${columnsOf(range)}`);
  if (rowsOf(range) < 2) yield error(part, `the table’s range ${ref} has no row of data`);
  for (const name of repeated(columns, (item) => item.toLowerCase()))
    yield error(part, `two columns of the table are called ${JSON.stringify(name)}`);
  if (headerRowCount === '0') return;
  for (const [index, name] of columns.entries()) {
    const cell = cellAt(sheet, range.top, range.left + index);
    if (plainName(name) !== cell?.text || cell.kind !== 'text') {
      yield error(part, `the column ${JSON.stringify(name)} has the head cell ${JSON.stringify(cell?.text ?? '')}`);
    }
  }
}

/** Line ends in column names are written `_x000a_` (ISO/IEC 29500-1, 22.9.2.19 ST_Xstring). */
const plainName = (name: string): string =>
  name.replace(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
