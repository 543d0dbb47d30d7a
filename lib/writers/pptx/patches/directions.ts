import { ensureChild, TEXT_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** Left to right said as well, where a text has both directions: readers differ in what a paragraph takes over from the one before it. */
export const directions: Patch = {
  name: 'directions',
  why: 'pptxgenjs can say only that a paragraph runs from right to left (genXmlParagraphProperties)',
  apply(page) {
    for (const { paragraphs } of page.texts) {
      if (!paragraphs.some(({ paragraph }) => paragraph.rightToLeft)) continue;
      for (const { node, paragraph } of paragraphs) {
        if (!paragraph.rightToLeft) ensureChild(node, 'a:pPr', TEXT_ORDER).attributes.rtl = '0';
      }
    }
  },
};
