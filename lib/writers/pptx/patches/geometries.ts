import { child } from '../../../package/xml.js';
import { pathXml, presetXml } from '../parts/shape.js';
import { drawn } from '../slides/slide.js';
import { putChild, removeChildren, SHAPE_ORDER } from './edit.js';
import type { Patch } from './patch.js';

/** The shapes that text stands in, and the sites of paths, to which connectors are glued. */
export const geometries: Patch = {
  name: 'geometries',
  why: 'pptxgenjs gives a path no connection sites and no place for its text (slideObjectToXml)',
  apply(page) {
    for (const { item, node } of drawn(page, 'text', 'shape')) {
      const { geometry } = item;
      const properties = child(node, 'p:spPr');
      if (!geometry || !properties || (item.type === 'shape' && (geometry.kind === 'preset' || !geometry.sites))) continue;
      removeChildren(properties, 'a:prstGeom', 'a:custGeom');
      putChild(properties, geometry.kind === 'preset' ? presetXml(geometry.preset) : pathXml(geometry), SHAPE_ORDER);
    }
  },
};
