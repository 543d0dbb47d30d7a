/** Charts of more rows than a slide holds. */
import { expect, test } from 'vitest';
import { makeScene } from '../../lib/build.js';
import { type ChartItem, slidesOf } from '../../lib/scene/scene.js';
import { told } from './support.js';

const rows = (count: number): string =>
  Array.from({ length: count }, (_, index) => `  Name ${index},${((index * 37) % count) + 1}`).join('\n');

const deck = async (yaml: string) => {
  const { scene, result } = await makeScene(`## Sixty\n\n\`\`\`chart\n${yaml}\n\`\`\`\n`, {});
  if (!scene) throw new Error(JSON.stringify(result.diagnostics));
  const charts = slidesOf(scene).flatMap(({ items }) => items.filter((item): item is ChartItem => item.type === 'chart'));
  return { charts, diagnostics: result.diagnostics };
};

test.each(['bar', 'lollipop', 'dot'])('a %s chart goes on over slides: every row once, in order, on one scale', async (type) => {
  const { charts, diagnostics } = await deck(`type: ${type}\ndata: |\n  name,value\n${rows(60)}`);
  expect(charts.length).toBeGreaterThan(2);
  const values = charts.flatMap(({ chart }) => chart.workbook.columns[1]?.cells ?? []);
  expect(values).toEqual(Array.from({ length: 60 }, (_, index) => 60 - index));
  const scales = charts.map(({ chart }) => chart.axes.find((axis) => axis.kind === 'value'));
  expect(new Set(scales.map((axis) => (axis?.kind === 'value' ? `${axis.min} ${axis.max}` : ''))).size).toBe(1);
  expect(told(diagnostics).filter((line) => line.includes('chart/'))).toEqual([
    expect.stringContaining('info chart/parted: 60 rows are more than a slide holds'),
  ]);
});

test('a pie names what it can; the rest is summed up, and that is said', async () => {
  const { charts, diagnostics } = await deck(`type: pie\ndata: |\n  name,value\n${rows(60)}`);
  expect(charts.map(({ chart }) => chart.workbook.columns[0]?.cells.length)).toEqual([5]);
  expect(charts[0]?.chart.workbook.columns[0]?.cells.at(-1)).toBe('Other');
  expect(told(diagnostics).join()).toContain('chart/summed-up');
});

test('long names of lines are broken, and leave the plot its place', async () => {
  const name = 'ChatGPT by OpenAI of San Francisco, California, and all who sail in her';
  const { charts } = await deck(`type: line\ndata: |\n  year,A,"${name}"\n  2023,1,2\n  2024,2,3`);
  const label = charts[0]?.chart.plots[0]?.series[1]?.labels?.points.at(-1);
  expect(label?.lines?.join(' ')).toBe(name);
  expect(charts[0]?.chart.plotArea.w).toBeGreaterThan(0.6);
});
