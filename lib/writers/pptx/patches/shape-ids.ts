import { descendants } from '../../../package/xml.js';
import type { Patch } from './patch.js';

/** One id for each shape, from 2 in reading order; 1 is the slide's own tree. */
export const shapeIds: Patch = {
  name: 'shape-ids',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1532',
  apply(page) {
    for (const [index, identity] of descendants(page.root, 'p:cNvPr').entries()) identity.attributes.id = String(index + 1);
  },
};
