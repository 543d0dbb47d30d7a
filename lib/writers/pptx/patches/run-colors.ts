import type { Color } from '../../../core/color.js';
import { child, element, type XmlElement } from '../../../package/xml.js';
import { highlightXml, solidFillXml } from '../parts/paint.js';
import { inlines } from '../slides/slide.js';
import { addExtension, putChild, RUN_ORDER, removeChildren } from './edit.js';
import type { Patch } from './patch.js';

const AHYP = 'http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor';

/** Theme colours with their transformations, behind words too, and none where the text inherits its colour. */
export const runColors: Patch = {
  name: 'run-colors',
  why: 'pptxgenjs gives black to every run without a colour, in fixed RGB, and cannot transform a theme colour (addTextDefinition, createColorElement)',
  apply(page) {
    for (const { inline, node } of inlines(page)) {
      const properties = child(node, 'a:rPr');
      if (!properties || inline.type === 'break') continue;
      mend(properties, inline.type === 'run' ? inline.color : null);
      if (inline.type === 'run' && inline.highlight) putChild(properties, highlightXml(inline.highlight), RUN_ORDER);
    }
  },
};

function mend(properties: XmlElement, color: Color | null): void {
  removeChildren(properties, 'a:solidFill');
  const link = child(properties, 'a:hlinkClick');
  if (link) removeChildren(link, 'a:extLst');
  if (!color) return;
  putChild(properties, solidFillXml(color), RUN_ORDER);
  // Without it PowerPoint shows a link in the theme's colour for links, whatever the run says ([MS-ODRAWXML] 2.24.3.43).
  const keep = element('ahyp:hlinkClr', { 'xmlns:ahyp': AHYP, val: 'tx' });
  if (link) addExtension(link, 'a:extLst', '{A12FA001-AC4F-418D-AE19-62706E023703}', keep);
}
