import { child, element, type XmlElement } from '../../../package/xml.js';
import type { LineHead, Route } from '../../../scene/connector.js';
import type { LineItem } from '../../../scene/scene.js';
import { routeFrameXml } from '../parts/frame.js';
import { strokeXml } from '../parts/paint.js';
import { drawn, nonVisual } from '../slides/slide.js';
import { become, putChild, removeChildren, SHAPE_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** Lines as `p:cxnSp`, which PowerPoint can glue to shapes and does not take for a shape that waits for text; with their bends and heads. */
export const connectors: Patch = {
  name: 'connectors',
  why: 'pptxgenjs draws a line as p:sp (slideObjectToXml)',
  apply(page) {
    for (const { item, node } of drawn(page, 'line')) {
      const identity = nonVisual(node);
      const properties = child(node, 'p:spPr');
      if (!identity || !properties) continue;
      removeChildren(properties, 'a:noFill', 'a:ln');
      if (item.route) {
        putChild(properties, routeFrameXml(item.frame, item.route), SHAPE_ORDER);
        putChild(properties, geometryXml(item.route), SHAPE_ORDER);
      }
      putChild(properties, lineXml(item), SHAPE_ORDER);
      const about = element('p:nvCxnSpPr', {}, identity, element('p:cNvCxnSpPr'), element('p:nvPr'));
      become(node, element('p:cxnSp', {}, about, properties));
    }
  },
};

const geometryXml = ({ preset, adjust }: Route): XmlElement =>
  element(
    'a:prstGeom',
    { prst: preset },
    element('a:avLst', {}, ...adjust.map((value, index) => element('a:gd', { name: `adj${index + 1}`, fmla: `val ${value}` }))),
  );

function lineXml({ stroke, heads }: LineItem): XmlElement {
  const line = strokeXml(stroke);
  if (heads) line.children.push(headXml('a:headEnd', heads[0]), headXml('a:tailEnd', heads[1]));
  return line;
}

const headXml = (name: string, type: LineHead): XmlElement => element(name, { type });
