import { child } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** A size only where the run has one of its own. */
export const runSizes: Patch = {
  name: 'run-sizes',
  why: 'pptxgenjs hands the size of one run on to all that follow it, and 12 points to every cell (genXmlTextBody, addTableDefinition)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const own = inline.type === 'run' && inline.size !== null;
      if (!own) delete child(node, 'a:rPr')?.attributes.sz;
    }
  },
};
