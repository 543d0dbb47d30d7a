import { child, element, type XmlElement } from '../../../package/xml.js';
import type { Glue } from '../../../scene/connector.js';
import { type DrawnSlide, drawn, nonVisual } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** What connectors are glued to (ISO/IEC 29500-1, 20.1.2.2.36 and 20.1.2.2.13), by the ids that shapes have by now. */
export const glue: Patch = {
  name: 'glue',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/260',
  apply(page) {
    for (const { item, node } of drawn(page, 'line')) {
      const about = child(node, 'p:nvCxnSpPr');
      const own = about && child(about, 'p:cNvCxnSpPr');
      if (!item.glue || !own) continue;
      const [start, end] = item.glue;
      own.children.push(...glueXml('a:stCxn', start, page), ...glueXml('a:endCxn', end, page));
    }
  },
};

function glueXml(name: string, glued: Glue | null, page: DrawnSlide): readonly XmlElement[] {
  const shape = glued && page.nodes.get(glued.item);
  const id = shape && nonVisual(shape)?.attributes.id;
  return id === undefined || id === null || !glued ? [] : [element(name, { id, idx: glued.site })];
}
