import { expect, test } from 'vitest';
import { gateOf } from '../../lib/core/gate.js';

test('no more runs at once than the gate lets in, what is too heavy runs alone, and a failure lets the next one in', async () => {
  const gate = gateOf(10);
  let load = 0;
  const loads: number[] = [];
  const job = (weight: number, fails = false) =>
    gate(weight, async () => {
      load += weight;
      loads.push(load);
      await new Promise((resolve) => setImmediate(resolve));
      load -= weight;
      if (fails) throw new Error('no');
      return weight;
    });
  const done = await Promise.allSettled([job(6), job(6, true), job(4), job(99), job(1)]);
  expect(done.map((one) => (one.status === 'fulfilled' ? one.value : 'failed'))).toEqual([6, 'failed', 4, 99, 1]);
  expect(loads.every((one) => one <= 10 || one === 99)).toBe(true);
});
