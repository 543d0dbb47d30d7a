import { child, elements } from '../../../package/xml.js';
import { drawn } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** No English name on slides ("Slide 12" goes wrong with the first move) and no modification id that all tables share. */
export const slideNames: Patch = {
  name: 'slide-names',
  why: 'pptxgenjs names every slide by its number and gives every table the same p14:modId (slideObjectToXml)',
  apply(page) {
    delete child(page.root, 'p:cSld')?.attributes.name;
    for (const { node } of drawn(page, 'table')) {
      const about = elements(node)[0];
      const properties = about && child(about, 'p:nvPr');
      if (properties) properties.children = [];
    }
  },
};
