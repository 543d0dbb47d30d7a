/** A chart says where its figures come from. */
import { citationsIn } from '../../briefing/claims.js';
import { at, type Rule } from '../rule.js';

export const chartSource: Rule = {
  code: 'chart/no-source',
  level: 'warning',
  about: 'In a briefing that lists sources each chart names one under `source:`, or stands on a slide that cites one.',
  why: 'Readers take a chart for the surest thing on a slide. Where a briefing lists no sources a build says nothing, and a check says `figure/no-source`.',
  builds: true,
  *check({ slides, briefing }) {
    if (briefing.sources.length === 0) return;
    for (const slide of slides) {
      if (citationsIn(slide.title.inlines).length > 0 || slide.blocks.some(({ citations }) => citations.length > 0)) continue;
      for (const { block, isChart } of slide.blocks) {
        const hint = 'write "source: id", the id of an entry of "sources:"';
        if (isChart) yield at(block.span, 'the chart does not say where its figures come from', hint);
      }
    }
  },
};
