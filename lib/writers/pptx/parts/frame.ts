/** Frames as DrawingML. */
import type { Rect } from '../../../core/units.js';
import { element, type XmlElement } from '../../../package/xml.js';

/** A frame: `a:xfrm` of a shape, `p:xfrm` of a graphic frame (ISO/IEC 29500-1, 20.1.7.6). */
export const frameXml = (name: 'a:xfrm' | 'p:xfrm', frame: Rect): XmlElement =>
  element(name, {}, element('a:off', { x: frame.x, y: frame.y }), element('a:ext', { cx: frame.cx, cy: frame.cy }));
