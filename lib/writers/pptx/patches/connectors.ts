import { child, element } from '../../../package/xml.js';
import { strokeXml } from '../parts/paint.js';
import { drawn, nonVisual } from '../slides/slide.js';
import { become, putChild, removeChildren, SHAPE_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** Lines as `p:cxnSp`, which PowerPoint can glue to shapes and does not take for a shape that waits for text. */
export const connectors: Patch = {
  name: 'connectors',
  why: 'pptxgenjs draws a line as p:sp (slideObjectToXml)',
  apply(page) {
    for (const { item, node } of drawn(page, 'line')) {
      const identity = nonVisual(node);
      const properties = child(node, 'p:spPr');
      if (!identity || !properties) continue;
      removeChildren(properties, 'a:noFill', 'a:ln');
      putChild(properties, strokeXml(item.stroke), SHAPE_ORDER);
      const about = element('p:nvCxnSpPr', {}, identity, element('p:cNvCxnSpPr'), element('p:nvPr'));
      become(node, element('p:cxnSp', {}, about, properties));
    }
  },
};
