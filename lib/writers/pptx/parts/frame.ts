/** Frames as DrawingML. */
import { emu, type Rect } from '../../../core/units.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Route } from '../../../scene/connector.js';

/** A frame: `a:xfrm` of a shape, `p:xfrm` of a graphic frame (ISO/IEC 29500-1, 20.1.7.6). */
export const frameXml = (name: 'a:xfrm' | 'p:xfrm', frame: Rect): XmlElement =>
  element(name, {}, element('a:off', { x: frame.x, y: frame.y }), element('a:ext', { cx: frame.cx, cy: frame.cy }));

/** A quarter turn in 1/60 000 of a degree. */
const QUARTER = 5_400_000;

/** The frame of a connector: turned by a quarter around its middle where its first piece is upright, flipped as it runs. */
export function routeFrameXml(frame: Rect, { turned, flipX, flipY }: Route): XmlElement {
  const { x, y, cx, cy } = frame;
  const own = turned ? { x: emu(x + (cx - cy) / 2), y: emu(y + (cy - cx) / 2), cx: cy, cy: cx } : frame;
  const xml = frameXml('a:xfrm', own);
  if (turned) xml.attributes.rot = String(QUARTER);
  if (flipX) xml.attributes.flipH = '1';
  if (flipY) xml.attributes.flipV = '1';
  return xml;
}
