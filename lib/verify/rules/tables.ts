import { child, elements, type XmlElement } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Rule, warning } from '../rule.js';

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

export const tables: Rule<Deck> = {
  code: 'verify/table',
  about:
    'Every row of a table has a cell for each column (PptxGenJS issue 911), and a table says that its first row is a head (issue 1299).',
  *check(deck) {
    for (const part of deck.drawings) {
      for (const table of deck.named(part, 'a:tbl')) {
        if (!isTrue(child(table, 'a:tblPr')?.attributes.firstRow)) yield warning(part, 'a table has no head row (firstRow)');
        const columns = elements(child(table, 'a:tblGrid') ?? table, 'a:gridCol').length;
        for (const [index, row] of elements(table, 'a:tr').entries()) {
          const cells = elements(row, 'a:tc').length;
          if (cells !== columns) yield error(part, `row ${index + 1} of a table has ${cells} cells, the table ${columns} columns`);
          if (overruns(row)) yield error(part, `a cell in row ${index + 1} of a table spans past the last column`);
        }
      }
    }
  },
};

const overruns = (row: XmlElement): boolean => {
  const cells = elements(row, 'a:tc');
  return cells.some((cell, index) => index + Number(cell.attributes.gridSpan ?? 1) > cells.length);
};
