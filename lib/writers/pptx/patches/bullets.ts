import { child, element, type XmlElement } from '../../../package/xml.js';
import type { Paragraph } from '../../../scene/text.js';
import { colorXml } from '../parts/paint.js';
import { PARAGRAPH_ORDER, putChild, removeAttributes, removeChildren } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Bullets as the scene has them: margins, size and font of a bullet are the level's, and a paragraph that says nothing of bullets inherits.
 * What then has nothing left to say goes.
 */
export const bullets: Patch = {
  name: 'bullets',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/589',
  apply(page) {
    for (const { paragraphs } of page.texts) {
      for (const { node, paragraph } of paragraphs) {
        const properties = child(node, 'a:pPr');
        if (!properties) continue;
        mend(properties, paragraph);
        if (properties.children.length === 0 && Object.keys(properties.attributes).length === 0) removeChildren(node, 'a:pPr');
      }
    }
  },
};

function mend(properties: XmlElement, { bullet, indent }: Paragraph): void {
  if (bullet.kind === 'none') return;
  removeAttributes(properties, 'marL', 'indent');
  if (indent) Object.assign(properties.attributes, { marL: String(indent.marginLeft), indent: String(-indent.hanging) });
  removeChildren(properties, 'a:buSzPct', 'a:buFont');
  if (bullet.kind === 'continued') properties.attributes.indent = '0';
  else removeChildren(properties, 'a:buNone');
  if (bullet.kind === 'line') putChild(properties, element('a:buClr', {}, colorXml(bullet.color)), PARAGRAPH_ORDER);
  if (bullet.kind === 'character') putChild(properties, element('a:buChar', { char: bullet.character }), PARAGRAPH_ORDER);
}
