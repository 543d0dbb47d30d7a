import { child, elements, type XmlElement } from '../../package/xml.js';
import type { Deck } from '../deck.js';
import { error, type Finding, type Rule, repeated } from '../rule.js';

export const chartAxes: Rule<Deck> = {
  code: 'verify/chart-axis',
  about: 'Every plot stands on axes of its chart, every axis carries a plot and crosses another of the chart (PptxGenJS issue 1534).',
  *check(deck) {
    for (const chart of deck.charts) {
      for (const area of deck.named(chart, 'c:plotArea')) yield* checkArea(chart, area);
    }
  },
};

const idOf = (node: XmlElement, name: string): string => child(node, name)?.attributes.val ?? '';

function* checkArea(chart: string, area: XmlElement): Iterable<Finding> {
  const plots = elements(area).filter(({ name }) => name.endsWith('Chart'));
  const axes = elements(area).filter(({ name }) => name.endsWith('Ax'));
  const ids = axes.map((axis) => idOf(axis, 'c:axId'));
  const used = plots.flatMap((plot) => elements(plot, 'c:axId').map(({ attributes }) => ({ plot: plot.name, id: attributes.val ?? '' })));
  for (const id of repeated(ids, (item) => item)) yield error(chart, `two axes have the id ${id}`);
  for (const { plot, id } of used) if (!ids.includes(id)) yield error(chart, `the ${plot} stands on the axis ${id}, which is not there`);
  for (const axis of axes) {
    const id = idOf(axis, 'c:axId');
    const crossed = idOf(axis, 'c:crossAx');
    if (!used.some((item) => item.id === id)) yield error(chart, `nothing stands on the axis ${id}`);
    if (crossed === id || !ids.includes(crossed))
      yield error(chart, `the axis ${id} crosses the axis ${crossed}, which is no other of the chart`);
  }
}
