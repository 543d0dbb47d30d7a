/** The table styles part with the brand's own style, so that a table made in PowerPoint looks like ours. */
import { scheme } from '../../../core/color.js';
import { contentTypes, namespaces } from '../../../package/names.js';
import type { Part } from '../../../package/package.js';
import { element, type XmlElement, xmlDocument } from '../../../package/xml.js';
import type { TableLook, Template } from '../../../template/model.js';
import { solidFillXml, strokeXml } from './paint.js';

/** `/ppt/tableStyles.xml` (ISO/IEC 29500-1, 20.1.4.2.27): no fills, no vertical lines, ink under the head and the last row, rules between. */
export const tableStylesPart = (template: Template): Part => ({
  name: '/ppt/tableStyles.xml',
  contentType: contentTypes.tableStyles,
  data: xmlDocument(
    element('a:tblStyleLst', { 'xmlns:a': namespaces.a, def: template.table.styleId }, tableStyleXml(template.table, template)),
  ),
  relationships: [],
});

type Line = TableLook['head'];

function tableStyleXml(look: TableLook, { palette }: Template): XmlElement {
  const bold = (): XmlElement => textXml({ b: 'on' });
  return element(
    'a:tblStyle',
    { styleId: look.styleId, styleName: look.styleName },
    element('a:wholeTbl', {}, textXml({}), cellXml({ bottom: look.head, insideH: look.rule })),
    element('a:band1H', {}, cellXml({}, solidFillXml(palette.panel))),
    element('a:firstCol', {}, bold(), cellXml({})),
    element('a:lastRow', {}, bold(), cellXml({ top: look.head })),
    element('a:firstRow', {}, bold(), cellXml({ bottom: look.head })),
  );
}

const textXml = (marks: Readonly<Record<string, string>>): XmlElement =>
  element(
    'a:tcTxStyle',
    marks,
    element('a:fontRef', { idx: 'minor' }, ...solidFillXml(scheme('tx1')).children),
    ...solidFillXml(scheme('tx1')).children,
  );

/** In the order of the schema (20.1.4.2.28). */
const SIDES = ['left', 'right', 'top', 'bottom', 'insideH', 'insideV'] as const;

function cellXml(lines: Readonly<Partial<Record<(typeof SIDES)[number], Line>>>, fill: XmlElement | null = null): XmlElement {
  const sides = SIDES.flatMap((side) => {
    const line = lines[side];
    return line ? [element(`a:${side}`, {}, strokeXml({ ...line, dash: 'solid' }))] : [];
  });
  return element('a:tcStyle', {}, element('a:tcBdr', {}, ...sides), fill && element('a:fill', {}, fill));
}
