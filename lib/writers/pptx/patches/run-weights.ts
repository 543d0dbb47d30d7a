import { child } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** Regular and upright type inside text whose style is bold or italic. */
export const runWeights: Patch = {
  name: 'run-weights',
  why: 'pptxgenjs cannot say "not bold": it writes b and i only when they are true (genXmlTextRunProperties)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      if (!properties || inline.type !== 'run') continue;
      if (inline.bold === false) properties.attributes.b = '0';
      if (inline.italic === false) properties.attributes.i = '0';
    }
  },
};
