import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateSteps, linearScale, logScale, stepsOf, ticksOf } from '../../lib/plot/scale.js';
import { spread } from '../../lib/plot/spread.js';

const FREE = { min: null, max: null, fromZero: false };
const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true }).filter((value) => value === 0 || Math.abs(value) > 1e-9);

describe('a linear scale', () => {
  test('covers its values in 4 to 6 steps of 1, 2, 2.5 or 5 times a power of ten', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1, maxLength: 12 }), fc.boolean(), (values, fromZero) => {
        const scale = linearScale(values, { ...FREE, fromZero });
        const slack = (scale.max - scale.min) * 1e-9;
        expect(scale.min).toBeLessThanOrEqual(Math.min(...values) + slack);
        expect(scale.max).toBeGreaterThanOrEqual(Math.max(...values) - slack);
        expect(stepsOf(scale)).toSatisfy((steps: number) => steps >= 4 && steps <= 6);
        expect([1, 2, 2.5, 5]).toContain(Number((scale.major / 10 ** Math.floor(Math.log10(scale.major) + 1e-9)).toPrecision(6)));
        if (fromZero) expect(ticksOf(scale)).toContain(0);
      }),
    );
  });

  test.each([
    [[0], [0, 0.25, 0.5, 0.75, 1]],
    [
      [589, 279],
      [0, 200, 400, 600, 800],
    ],
    [[97.3], [0, 20, 40, 60, 80, 100]],
    [
      [-7.2, 12],
      [-10, -5, 0, 5, 10, 15],
    ],
    [[0.3], [0, 0.1, 0.2, 0.3, 0.4]],
  ])('over %j from zero has round ticks', (values, ticks) => {
    const scale = linearScale(values, { ...FREE, fromZero: true });
    expect(ticksOf(scale).length).toBeLessThanOrEqual(7);
    expect(scale.max).toBeLessThanOrEqual(ticks.at(-1) ?? 0);
  });

  test('keeps wished ends', () => {
    expect(linearScale([3, 8], { min: 2, max: 12, fromZero: false })).toMatchObject({ min: 2, max: 12 });
  });
});

test('a log scale runs over powers of ten, two at least', () => {
  expect(ticksOf(logScale([0.294, 1600], FREE))).toEqual([0.1, 1, 10, 100, 1000, 10_000]);
  expect(ticksOf(logScale([10], FREE))).toEqual([10, 100, 1000]);
});

test('dates are labelled no finer than they are written and no denser than they fit', () => {
  expect(dateSteps(27, 6, 'days')).toEqual({ count: 7, unit: 'days' });
  expect(dateSteps(150, 8, 'months')).toEqual({ count: 1, unit: 'months' });
  expect(dateSteps(3650, 5, 'months')).toEqual({ count: 5, unit: 'years' });
});

test('labels are parted by a line, keep their order and stay inside where there is room', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 }), (positions) => {
      const sorted = [...positions].sort((a, b) => a - b);
      const placed = spread(sorted, 10, 100);
      placed.forEach((at, index) => {
        if (index > 0) expect(at - (placed[index - 1] ?? 0)).toBeGreaterThanOrEqual(10 - 1e-9);
        expect(at).toBeLessThanOrEqual(105);
      });
    }),
  );
});
