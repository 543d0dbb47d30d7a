import { child, element } from '../../../package/xml.js';
import { drawn } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** A text body in every shape. */
export const emptyText: Patch = {
  name: 'empty-text',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1441',
  apply(page) {
    for (const { node } of drawn(page, 'shape')) {
      if (child(node, 'p:txBody')) continue;
      const paragraph = element('a:p', {}, element('a:endParaRPr', { lang: page.parts.lang }));
      node.children.push(element('p:txBody', {}, element('a:bodyPr', { rtlCol: 0, anchor: 'ctr' }), element('a:lstStyle'), paragraph));
    }
  },
};
