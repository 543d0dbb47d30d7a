/**
 * A chart kind of your own: amounts as shares of their sum, drawn by the library's own bars.
 * Run it with Node 24 or later, or any TypeScript runner; it writes `own-kind.pptx`.
 */
import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { buildDeck, chartKinds, defineChart } from '../../lib/index.js';

const bar = chartKinds.find(({ name }) => name === 'bar');
if (!bar) throw new Error('the library has no bars');

/** `type: share`: each figure in percent of the sum of its column. */
export const share = defineChart({
  ...bar,
  name: 'share',
  title: 'Chart of shares',
  options: {},
  draw(request) {
    const { data } = request;
    const series = data.series.map((item) => {
      const sum = item.values.reduce<number>((total, value) => total + (value ?? 0), 0) || 1;
      return { ...item, values: item.values.map((value) => (value === null ? null : Math.round((value / sum) * 1000) / 10)) };
    });
    const unit = { ...data.unit, name: '%', prefix: '', suffix: '%', tail: '%', sign: '%', magnitude: 1 };
    return bar.draw({ ...request, data: { ...data, series, unit } }, { stacked: 'none' });
  },
});

const briefing = `## Pre-training takes nearly all hours

\`\`\`chart
type: share
title: GPU hours by stage, share of the sum
data: |
  stage,hours
  Pre-training,2664
  Context extension,119
  Post-training,5
\`\`\`
`;

/** The deck of this example. */
export const build = () => buildDeck(briefing, { charts: [share] });

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { pptx } = await build();
  if (pptx) await writeFile('own-kind.pptx', pptx);
}
