import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chartKinds } from '../../lib/charts/index.js';
import { wrongCells } from '../support/formulas.js';
import { draw } from './support.js';

const name = fc.oneof(
  fc.constantFrom('', '2024', '2024-05', '2025-02-30', 'Q1 2025', 'R&D', 'naïve 漢字', '=1+1', '"', 'n/a'),
  fc.string({ maxLength: 40 }),
);
const value = fc.oneof(
  { weight: 6, arbitrary: fc.double({ min: -1e12, max: 1e12, noNaN: true }).map(String) },
  { weight: 3, arbitrary: fc.integer({ min: -1000, max: 1000 }).map(String) },
  { weight: 1, arbitrary: fc.constantFrom('', '0', '12%', '$5.6M', '1.2bn', '(3)', 'n/a', '3,4 Mio. €', '1e300', '0.0000001') },
);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

const table = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc
      .array(fc.tuple(name, fc.array(value, { minLength: columns, maxLength: columns })), { minLength: 1, maxLength: 15 })
      .map((rows) =>
        [
          ['', ...Array.from({ length: columns }, (_, index) => `s${index}`)].map(quoted).join(','),
          ...rows.map(([first, rest]) => [first, ...rest].map(quoted).join(',')),
        ].join('\n'),
      ),
  );

const options = fc.record({
  type: fc.constantFrom(...chartKinds.map((kind) => kind.name)),
  log: fc.boolean(),
  sort: fc.constantFrom('auto', 'none', 'ascending'),
  values: fc.constantFrom('auto', 'show', 'hide'),
  width: fc.constantFrom(2, 5.88, 12),
  height: fc.constantFrom(0.5, 4.4375),
});

test('no table makes a chart fail: it is drawn with finite numbers that its sheet works out, or there is an error', () => {
  fc.assert(
    fc.property(table, options, (file, { type, log, sort, values, width, height }) => {
      const yaml = `type: ${type}\nsort: ${sort}\nvalues: ${values}\ndata: t.csv\nhighlight: s0${log ? '\nlog: true' : ''}`;
      const { item, items, diagnostics } = draw(yaml, { file, width, height });
      expect(JSON.stringify(items)).not.toMatch(/:null,"cx"|NaN/);
      if (!item) {
        if (items.length > 0) return;
        expect(diagnostics.some(({ severity }) => severity === 'error')).toBe(true);
        return;
      }
      const numbers: unknown[] = [];
      JSON.stringify(item.chart, (_, part: unknown) => {
        if (typeof part === 'number') numbers.push(part);
        return part;
      });
      expect(numbers.every(Number.isFinite)).toBe(true);
      for (const axis of item.chart.axes) if (axis.kind === 'value') expect(axis.max).toBeGreaterThan(axis.min);
      for (const plot of item.chart.plots)
        if (plot.kind === 'bar') expect(plot.gapWidth).toSatisfy((gap: number) => gap >= 4 && gap <= 500);
      expect(item.alt.length).toBeLessThanOrEqual(250);
      expect(wrongCells(item.chart.workbook)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
