import { child, element, elements, find, type XmlElement } from '../../../package/xml.js';
import type { PlaceholderRef } from '../../../scene/scene.js';
import { frameXml } from '../parts/frame.js';
import { drawn, placeholderFrame } from '../slides/slide.js';
import { replace } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Real placeholders: text and pictures take place, size and looks from the layout; a graphic frame, which must have a frame of its own
 * (ISO/IEC 29500-1, 19.3.1.21), repeats the layout's. Text that had to step its type down says so once, in its list style.
 */
export const placeholders: Patch = {
  name: 'placeholders',
  why: 'pptxgenjs repeats on every slide what the layout gives, loses the types pic and tbl (https://github.com/gitbrent/PptxGenJS/pull/1526) and has none for tables',
  apply(page) {
    for (const { item, node } of drawn(page, 'text', 'picture', 'table', 'chart')) {
      if (!item.placeholder) continue;
      fill(node, item.placeholder);
      if (item.type === 'text') inheritText(node, item.sizes);
      if (item.type === 'text' || item.type === 'picture') replace(element('p:spPr'), child(node, 'p:spPr'));
      if (item.type === 'table' || item.type === 'chart') {
        replace(frameXml('p:xfrm', placeholderFrame(page, item.placeholder, item.frame)), child(node, 'p:xfrm'));
      }
    }
  },
};

/** `p:ph`; the title carries no index, and a type of `obj` is what no type means. */
function fill(node: XmlElement, { type, idx }: PlaceholderRef): void {
  const about = elements(node)[0];
  const properties = about && child(about, 'p:nvPr');
  if (properties) properties.children = [element('p:ph', { type: type === 'obj' ? null : type, idx: idx === 0 ? null : idx })];
  const picture = about && find(about, 'p:cNvPicPr', 'a:picLocks');
  if (picture) picture.attributes = { noGrp: '1', noChangeAspect: '1' };
}

function inheritText(node: XmlElement, sizes: readonly number[] | null): void {
  replace(element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })), find(node, 'p:nvSpPr', 'p:cNvSpPr'));
  replace(element('a:bodyPr'), find(node, 'p:txBody', 'a:bodyPr'));
  replace(element('a:lstStyle', {}, ...(sizes ?? []).map(levelXml)), find(node, 'p:txBody', 'a:lstStyle'));
}

const levelXml = (size: number, level: number): XmlElement =>
  element(`a:lvl${level + 1}pPr`, {}, element('a:defRPr', { sz: Math.round(size * 100) }));
