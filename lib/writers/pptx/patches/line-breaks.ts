import { element } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import { become } from './edit.js';
import type { Patch } from './patch.js';

/** Line breaks with the size of the text they stand in, also first, last and twice in a paragraph. A run stands for each until here. */
export const lineBreaks: Patch = {
  name: 'line-breaks',
  why: 'pptxgenjs breaks a line only between two runs and gives the break no properties (softBreakBefore in genXmlTextBody)',
  apply(page) {
    for (const { inline, node, paragraph } of inlines(page)) {
      if (inline.type !== 'break') continue;
      const run = paragraph.inlines.find((other) => other.type === 'run');
      const size = run?.type === 'run' && run.size !== null ? Math.round(run.size * 100) : null;
      become(node, element('a:br', {}, element('a:rPr', { lang: run?.type === 'run' ? run.lang : page.parts.lang, sz: size })));
    }
  },
};
