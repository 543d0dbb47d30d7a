import { child, element, type XmlElement } from '../../../package/xml.js';
import type { TextItem } from '../../../scene/scene.js';
import { listStyleXml } from '../parts/text.js';
import { drawn } from '../slides/slide.js';
import { replace } from './edit.js';
import type { Patch } from './patch.js';

const ANCHOR = { top: 't', middle: 'ctr', bottom: 'b' } as const;

/** Text of its own carries its style once, in its list style; its box has its insets and anchor and never resizes text or shape. */
export const textBoxes: Patch = {
  name: 'text-boxes',
  why: 'pptxgenjs has no list style, takes margins in the order left, right, bottom, top and leaves the fit to the reader (slideObjectToXml)',
  apply(page) {
    for (const { item, node } of drawn(page, 'text')) {
      const body = child(node, 'p:txBody');
      if (item.placeholder || !body) continue;
      replace(bodyXml(item), child(body, 'a:bodyPr'));
      replace(listStyleXml(item.style, 'a:lstStyle', page.parts.template.fonts), child(body, 'a:lstStyle'));
    }
  },
};

const bodyXml = ({ insets, anchor }: TextItem): XmlElement =>
  element(
    'a:bodyPr',
    {
      vert: 'horz',
      wrap: 'square',
      lIns: insets.left,
      tIns: insets.top,
      rIns: insets.right,
      bIns: insets.bottom,
      rtlCol: 0,
      anchor: ANCHOR[anchor],
    },
    element('a:noAutofit'),
  );
