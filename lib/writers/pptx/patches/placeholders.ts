import type { Rect } from '../../../core/units.js';
import { child, element, elements, find, type XmlElement } from '../../../package/xml.js';
import type { PlaceholderRef } from '../../../scene/scene.js';
import { frameXml } from '../parts/frame.js';
import { drawn, placeholderFrame } from '../slides/slide.js';
import { become } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Real placeholders: text and pictures take place, size and looks from the layout; a graphic frame, which must have a frame of its own
 * (ISO/IEC 29500-1, 19.3.1.21), repeats the layout's. Text that had to step its type down says so once, in its list style.
 */
export const placeholders: Patch = {
  name: 'placeholders',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1453',
  apply(page) {
    for (const { item, node } of drawn(page, 'text', 'picture', 'table', 'chart')) {
      if (!item.placeholder) continue;
      fill(node, item.placeholder);
      if (item.type === 'text') inheritText(node, item.sizes);
      if (item.type === 'picture') become(child(node, 'p:spPr') ?? node, element('p:spPr'));
      if (item.type === 'table' || item.type === 'chart') repeatFrame(node, placeholderFrame(page, item.placeholder, item.frame));
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
  const locks = find(node, 'p:nvSpPr', 'p:cNvSpPr');
  if (locks) become(locks, element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })));
  const properties = child(node, 'p:spPr');
  if (properties) become(properties, element('p:spPr'));
  const body = find(node, 'p:txBody', 'a:bodyPr');
  if (body) become(body, element('a:bodyPr'));
  const style = find(node, 'p:txBody', 'a:lstStyle');
  if (style) become(style, element('a:lstStyle', {}, ...(sizes ?? []).map(levelXml)));
}

const levelXml = (size: number, level: number): XmlElement =>
  element(`a:lvl${level + 1}pPr`, {}, element('a:defRPr', { sz: Math.round(size * 100) }));

function repeatFrame(node: XmlElement, frame: Rect): void {
  const transform = child(node, 'p:xfrm');
  if (transform) become(transform, frameXml('p:xfrm', frame));
}
