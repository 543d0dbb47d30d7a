import type { Deck } from '../deck.js';
import { error, type Finding, type Rule, warning } from '../rule.js';
import { cachedReferences, formulaOf, parseFormula, sheetNamed, type Workbook } from '../workbook.js';

export const chartWorkbooks: Rule<Deck> = {
  code: 'verify/chart-workbook',
  about: 'Every chart has a workbook that opens, and refers to cells inside what its sheets use: “Edit data” must find the numbers.',
  *check(deck) {
    for (const [part, opened] of deck.workbooks) if (opened === null) yield error(part, 'the workbook cannot be read');
    for (const chart of deck.charts) {
      const workbook = deck.workbook(chart);
      if (workbook) yield* checkReferences(deck, chart, workbook);
      else if (deck.named(chart, 'c:externalData').length === 0)
        yield warning(chart, 'the chart has no workbook, so its data cannot be edited');
    }
  },
};

function* checkReferences(deck: Deck, chart: string, workbook: Workbook): Iterable<Finding> {
  for (const node of cachedReferences(deck, chart)) {
    const formula = formulaOf(node);
    for (const { sheet: name, range } of parseFormula(formula) ?? []) {
      const sheet = sheetNamed(workbook, name);
      if (!sheet) yield error(chart, `${formula} refers to the sheet ${JSON.stringify(name)}, which the workbook does not have`);
      else if (range.bottom > sheet.used.bottom || range.right > sheet.used.right) {
        yield warning(chart, `${formula} refers to cells outside of what the sheet holds`);
      }
    }
  }
}
