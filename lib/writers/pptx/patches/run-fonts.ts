import { child, element } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import { putChild, RUN_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** The monospace family for Latin and complex scripts; East Asian text keeps the theme's, for no monospace family has its letters. */
export const runFonts: Patch = {
  name: 'run-fonts',
  why: 'pptxgenjs writes one family for all scripts, unescaped (genXmlTextRunProperties)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      if (!properties || inline.type !== 'run' || !inline.mono) continue;
      const typeface = page.parts.template.fonts.mono;
      putChild(properties, element('a:latin', { typeface }), RUN_ORDER);
      putChild(properties, element('a:cs', { typeface }), RUN_ORDER);
    }
  },
};
