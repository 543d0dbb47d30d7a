import { descendants, element, type XmlElement } from '../../../package/xml.js';
import type { Stroke, TableCell } from '../../../scene/scene.js';
import { fillXml, strokeXml } from '../parts/paint.js';
import { drawn } from '../slides/slide.js';
import type { Patch } from './patch.js';

/** Rules around a cell and its fill, in theme colours, unless all of it is the table style's; sides and a fill that the cell does not have are the style's too. */
export const tableCells: Patch = {
  name: 'table-cells',
  why: 'pptxgenjs knows borders only in plain colours and puts four on every cell (slideObjectToXml)',
  apply(page) {
    for (const { item, node } of drawn(page, 'table')) {
      const cells = item.rows.flatMap((row) => row.cells);
      for (const [index, properties] of descendants(node, 'a:tcPr').entries()) {
        const cell = cells[index];
        if (cell && item.styled) properties.children = [];
        else if (cell)
          properties.children = [...sidesOf(cell), borderXml('a:lnT', cell.top), borderXml('a:lnB', cell.bottom), ...fillOf(cell)];
      }
    }
  },
};

const borderXml = (name: string, stroke: Stroke | null): XmlElement =>
  stroke ? strokeXml(stroke, name) : element(name, { w: 0 }, element('a:noFill'));

const sidesOf = ({ sides }: TableCell): readonly XmlElement[] => (sides ? [borderXml('a:lnL', sides), borderXml('a:lnR', sides)] : []);

const fillOf = (cell: TableCell): readonly XmlElement[] => (cell.fill.kind === 'none' ? [] : [fillXml(cell.fill)]);
