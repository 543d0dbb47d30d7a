import { elements } from '../../../package/xml.js';
import type { Patch } from './patch.js';

/** One `a:pPr` a paragraph: pptxgenjs writes one before every run. */
export const paragraphProperties: Patch = {
  name: 'paragraph-properties',
  why: 'https://github.com/gitbrent/PptxGenJS/pull/1083',
  apply(page) {
    for (const { paragraphs } of page.texts) {
      for (const { node } of paragraphs) {
        const first = elements(node, 'a:pPr')[0];
        node.children = node.children.filter((child) => typeof child === 'string' || child.name !== 'a:pPr' || child === first);
      }
    }
  },
};
