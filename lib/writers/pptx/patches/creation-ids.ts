import { guid, uint32 } from '../../../core/guid.js';
import { namespaces } from '../../../package/names.js';
import { child, descendants, element, elements, find, type XmlElement } from '../../../package/xml.js';
import { visitItems } from '../../../scene/scene.js';
import { type DrawnSlide, drawn, nonVisual } from '../slides/slide.js';
import { addExtension } from './edit.js';
import type { Patch } from './patch.js';

/** Identities that outlive edits in PowerPoint, made from the slide's key and the item's id: a later build can tell which is which. */
export const creationIds: Patch = {
  name: 'creation-ids',
  why: 'pptxgenjs writes no creation ids, and for rows and columns of tables none either',
  apply(page) {
    const { key } = page.slide;
    visitItems(page.slide.items, ({ id }) => {
      const node = page.nodes.get(id);
      const identity = node && nonVisual(node);
      if (identity)
        addExtension(identity, 'a:extLst', '{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}', a16('creationId', { id: guid('item', key, id) }));
    });
    markTables(page);
    const slide = element('p14:creationId', { 'xmlns:p14': namespaces.p14, val: uint32('slide', key) });
    const content = child(page.root, 'p:cSld');
    if (content) addExtension(content, 'p:extLst', '{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}', slide);
  },
};

const a16 = (name: string, attributes: Readonly<Record<string, string | number>>): XmlElement =>
  element(`a16:${name}`, { 'xmlns:a16': namespaces.a16, ...attributes });

function markTables(page: DrawnSlide): void {
  for (const { item, node } of drawn(page, 'table')) {
    const mark = (what: 'rowId' | 'colId', index: number): XmlElement =>
      a16(what, { val: uint32(what, page.slide.key, item.id, String(index)) });
    const [table] = descendants(node, 'a:tbl');
    const columns = table && find(table, 'a:tblGrid');
    for (const [index, column] of (columns ? elements(columns) : []).entries()) {
      addExtension(column, 'a:extLst', '{9D8B030D-6E8A-4147-A177-3AD203B41FA5}', mark('colId', index));
    }
    for (const [index, row] of (table ? elements(table, 'a:tr') : []).entries()) {
      addExtension(row, 'a:extLst', '{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}', mark('rowId', index));
    }
  }
}
