import { guid } from '../../../core/guid.js';
import { inlines } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** The slide's number as a field in any text. */
export const fields: Patch = {
  name: 'fields',
  why: 'pptxgenjs knows a slide number only as a shape of its own, with a fixed id and no placeholder of the layout (slideObjectToXml, step 4)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      if (inline.type !== 'field') continue;
      node.name = 'a:fld';
      node.attributes = { id: guid('field', inline.field), type: inline.field };
    }
  },
};
