import { namespaces, relationshipTypes } from '../../../package/names.js';
import { element, type XmlElement } from '../../../package/xml.js';
import { frameXml } from '../parts/frame.js';
import { drawn, nonVisual, relate } from '../slides/slide.js';
import { become } from './edit.js';
import type { Patch } from './patch.js';

/** A frame round our own chart part in place of the rectangle that was drawn for it. */
export const charts: Patch = {
  name: 'charts',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1534',
  apply(page) {
    for (const { item, node } of drawn(page, 'chart')) {
      const part = page.parts.charts.get(item.id);
      const identity = nonVisual(node);
      if (!identity || part === undefined) throw new TypeError(`the chart ${JSON.stringify(item.id)} has no part`);
      const chart = element('c:chart', { 'xmlns:c': namespaces.c, 'r:id': relate(page, relationshipTypes.chart, part) });
      const graphic = element('a:graphic', {}, element('a:graphicData', { uri: namespaces.c }, chart));
      become(node, element('p:graphicFrame', {}, aboutXml(identity), frameXml('p:xfrm', item.frame), graphic));
    }
  },
};

const aboutXml = (identity: XmlElement): XmlElement =>
  element(
    'p:nvGraphicFramePr',
    {},
    identity,
    element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: true })),
    element('p:nvPr'),
  );
