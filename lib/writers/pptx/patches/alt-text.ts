import { namespaces } from '../../../package/names.js';
import { element } from '../../../package/xml.js';
import { visitItems } from '../../../scene/scene.js';
import { drawn, nonVisual } from '../slides/slide.js';
import { addExtension } from './edit.js';
import type { Patch } from './patch.js';

/** Alternative text of shapes, pictures, tables, charts and groups; what says nothing is marked decorative ([MS-ODRAWXML] 2.25.2). */
export const altText: Patch = {
  name: 'alt-text',
  why: 'https://github.com/gitbrent/PptxGenJS/pull/1369',
  apply(page) {
    visitItems(page.slide.items, (item) => {
      const node = item.type === 'group' && item.alt ? page.nodes.get(item.id) : undefined;
      const identity = node && nonVisual(node);
      if (identity && item.type === 'group' && item.alt) identity.attributes.descr = item.alt;
    });
    for (const { item, node } of drawn(page, 'shape', 'line', 'picture', 'table', 'chart')) {
      const identity = nonVisual(node);
      if (!identity) continue;
      const decorative = 'decorative' in item && item.decorative;
      delete identity.attributes.descr;
      if (decorative) addExtension(identity, 'a:extLst', '{C183D7F6-B498-43B3-948B-1728B52AA6E4}', DECORATIVE());
      else if ('alt' in item && item.alt !== '') identity.attributes.descr = item.alt;
    }
  },
};

const DECORATIVE = () => element('adec:decorative', { 'xmlns:adec': namespaces.adec, val: 1 });
