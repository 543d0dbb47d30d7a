import { child } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import { removeAttributes } from './edit.js';
import type { Patch } from './patch.js';

/** The language of each run and nothing else about it. */
export const languages: Patch = {
  name: 'languages',
  why: 'pptxgenjs names American English as a second language of every run and marks it as untouched by a spelling checker (genXmlTextRunProperties)',
  apply(page) {
    for (const { node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      if (properties) removeAttributes(properties, 'altLang', 'dirty');
    }
  },
};
