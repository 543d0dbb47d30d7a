import { child, element } from '../../../package/xml.js';
import type { Patch } from './patch.js';

/** A slide on a dark picture says so once, and every theme colour on it follows (ISO/IEC 29500-1, 19.3.1.7 clrMapOvr). */
export const colorMaps: Patch = {
  name: 'color-maps',
  why: 'pptxgenjs gives every slide the colour map of its master',
  apply({ root, slide: { colorMap } }) {
    const override = child(root, 'p:clrMapOvr');
    if (!colorMap || !override) return;
    const others = Object.fromEntries(['accent2', 'accent3', 'accent4', 'accent5', 'accent6'].map((slot) => [slot, slot]));
    const { bg1, tx1, bg2, tx2, accent1, hlink, folHlink } = colorMap;
    override.children = [element('a:overrideClrMapping', { bg1, tx1, bg2, tx2, accent1, ...others, hlink, folHlink })];
  },
};
