import { ensureChild, TEXT_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Left to right said as well, where the style runs the other way or a text has both directions: readers differ in what a paragraph takes over
 * from the one before it.
 */
export const directions: Patch = {
  name: 'directions',
  why: 'pptxgenjs can say only that a paragraph runs from right to left (genXmlParagraphProperties)',
  apply(page) {
    for (const { item, paragraphs } of page.texts) {
      const both = paragraphs.some(({ paragraph }) => paragraph.rightToLeft) || item.style.some((level) => level.rightToLeft !== undefined);
      if (!both) continue;
      for (const { node, paragraph } of paragraphs) {
        if (!paragraph.rightToLeft) ensureChild(node, 'a:pPr', TEXT_ORDER).attributes.rtl = '0';
      }
    }
  },
};
