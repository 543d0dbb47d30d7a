import { element } from '../../../package/xml.js';
import { levelStyle, type Paragraph } from '../../../scene/text.js';
import type { DrawnSlide, DrawnText } from '../slides/slide.js';
import { putChild } from './edit.js';
import type { Patch } from './patch.js';

/** The end of a paragraph in its own language; in a table with its size, or an empty cell would be as high as 18 points want it. */
export const paragraphEnds: Patch = {
  name: 'paragraph-ends',
  why: 'pptxgenjs ends every paragraph in American English, at a size that another run had (genXmlTextBody)',
  apply(page) {
    for (const text of page.texts) {
      for (const { node, paragraph } of text.paragraphs) {
        putChild(node, element('a:endParaRPr', { lang: langOf(page, paragraph), sz: sizeOf(text, paragraph) }), ['a:endParaRPr']);
      }
    }
  },
};

function langOf(page: DrawnSlide, paragraph: Paragraph): string {
  return paragraph.inlines.findLast((inline) => inline.type !== 'break')?.lang ?? page.parts.lang;
}

function sizeOf(text: DrawnText, paragraph: Paragraph): number | null {
  if (text.item.type === 'text') return null;
  const last = paragraph.inlines.findLast((inline) => inline.type === 'run');
  const size = last?.type === 'run' ? last.size : null;
  return Math.round((size ?? levelStyle(text.item.style, paragraph.level).size) * 100);
}
