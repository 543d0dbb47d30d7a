import { element } from '../../../package/xml.js';
import { ensureChild, PARAGRAPH_ORDER, putChild, TEXT_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** Space before of 0 points: a paragraph must be able to stand closer than its level says. */
export const zeroSpacing: Patch = {
  name: 'zero-spacing',
  why: 'pptxgenjs takes a space of 0 for none given (genXmlParagraphProperties)',
  apply(page) {
    for (const { paragraphs } of page.texts) {
      for (const { node, paragraph } of paragraphs) {
        if (paragraph.spaceBefore !== 0) continue;
        const properties = ensureChild(node, 'a:pPr', TEXT_ORDER);
        putChild(properties, element('a:spcBef', {}, element('a:spcPts', { val: 0 })), PARAGRAPH_ORDER);
      }
    }
  },
};
