/** Ranges: from a low to a high end, with no middle that no source gives. */
import { type ChartCheck, defineChart } from '../briefing/chart.js';
import { diagnostic } from '../core/diagnostic.js';
import { leastBarHeight } from '../plot/bars.js';
import { drawRanges } from '../plot/ranges.js';

function checkEnds({ data, sink }: ChartCheck): void {
  const [lows, highs] = data.series;
  data.categories.forEach(({ key }, index) => {
    const [low, high] = [lows?.values[index] ?? null, highs?.values[index] ?? null];
    const [lowSpan, highSpan] = [lows?.spans[index], highs?.spans[index]];
    if (!lowSpan || !highSpan) return;
    if ((low === null) !== (high === null)) {
      const message = `"${key}" has only one end`;
      sink(
        diagnostic(
          'error',
          'chart/half-range',
          message,
          low === null ? lowSpan : highSpan,
          'write the same figure twice for a single value',
        ),
      );
    }
    if (low === null || high === null) return;
    if (low > high) sink(diagnostic('error', 'chart/reversed-range', `"${key}" runs from ${low} down to ${high}`, lowSpan));
    if (low < 0) sink(diagnostic('error', 'chart/negative-range', `"${key}" starts below zero at ${low}`, lowSpan, 'use "type: dot"'));
  });
}

export const range = defineChart({
  name: 'range',
  title: 'Range chart',
  columns: ['low', 'high'],
  logScale: false,
  options: {},
  check: checkEnds,
  leastHeight: (data, size) => leastBarHeight(data.categories.length, 1, size),
  draw: (request) => drawRanges(request),
});
