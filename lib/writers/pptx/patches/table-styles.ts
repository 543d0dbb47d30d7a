import { descendants, element } from '../../../package/xml.js';
import { drawn } from '../slides/slide.js';
import { become } from './edit.js';
import type { Patch } from './patch.js';

/** The table's style and its head row. */
export const tableStyles: Patch = {
  name: 'table-styles',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1299',
  apply(page) {
    for (const { item, node } of drawn(page, 'table')) {
      const [properties] = descendants(node, 'a:tblPr');
      const flags = { rtl: item.rightToLeft || null, firstRow: item.header, bandRow: item.styled };
      if (properties) become(properties, element('a:tblPr', flags, element('a:tableStyleId', {}, page.parts.template.table.styleId)));
    }
  },
};
