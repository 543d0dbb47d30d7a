import { child } from '../../../package/xml.js';
import { fillXml, strokeXml } from '../parts/paint.js';
import { drawn } from '../slides/slide.js';
import { putChild, removeChildren, SHAPE_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** Fills and outlines of shapes and text boxes: transformed theme colours, patterns, and no empty `a:ln`. */
export const fills: Patch = {
  name: 'fills',
  why: 'pptxgenjs cannot transform a theme colour, has no patterns and writes an empty a:ln for no line (genXmlColorSelection)',
  apply(page) {
    for (const { item, node } of drawn(page, 'text', 'shape')) {
      const properties = child(node, 'p:spPr');
      if (!properties || (item.type === 'text' && item.placeholder)) continue;
      removeChildren(properties, 'a:noFill', 'a:solidFill', 'a:ln');
      putChild(properties, fillXml(item.fill), SHAPE_ORDER);
      if (item.line) putChild(properties, strokeXml(item.line), SHAPE_ORDER);
    }
  },
};
