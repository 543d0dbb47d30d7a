import { child } from '../../../package/xml.js';
import { inlines } from '../slides/slide.js';
import { removeAttributes } from './edit.js';
import type { Patch } from './patch.js';

/** Links with what they say and nothing empty; their underline is the theme's. */
export const links: Patch = {
  name: 'links',
  why: 'pptxgenjs writes empty invalidUrl, action, tgtFrame and tooltip on links and underlines each run itself (genXmlTextRunProperties)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      const link = properties && child(properties, 'a:hlinkClick');
      if (!properties || !link || inline.type !== 'run') continue;
      removeAttributes(properties, 'u');
      removeAttributes(link, 'invalidUrl', 'tgtFrame', 'history', 'highlightClick', 'endSnd');
      if (link.attributes.action === '') removeAttributes(link, 'action');
      if (link.attributes.tooltip === '') removeAttributes(link, 'tooltip');
    }
  },
};
