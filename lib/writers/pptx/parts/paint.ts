/** Colours, fills and lines as DrawingML. */
import type { Color } from '../../../core/color.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Fill, Stroke } from '../../../scene/scene.js';

/** A colour: `a:schemeClr` with its transformations, `a:srgbClr` only for what an author wrote (ISO/IEC 29500-1, 20.1.2.3). */
export const colorXml = (color: Color): XmlElement =>
  color.kind === 'literal'
    ? element('a:srgbClr', { val: color.hex })
    : element(
        'a:schemeClr',
        { val: color.slot },
        ...color.transforms.map(({ name, percent }) => element(`a:${name}`, { val: Math.round(percent * 1000) })),
      );

/** `a:solidFill`. */
export const solidFillXml = (color: Color): XmlElement => element('a:solidFill', {}, colorXml(color));

/** `a:highlight`: what lies behind words. */
export const highlightXml = (color: Color): XmlElement => element('a:highlight', {}, colorXml(color));

/** A fill: `a:noFill`, `a:solidFill` or `a:pattFill`. */
export function fillXml(fill: Fill): XmlElement {
  if (fill.kind === 'none') return element('a:noFill');
  if (fill.kind === 'solid') return solidFillXml(fill.color);
  const foreground = element('a:fgClr', {}, colorXml(fill.foreground));
  return element('a:pattFill', { prst: fill.preset }, foreground, element('a:bgClr', {}, colorXml(fill.background)));
}

/** A line; `a:ln` unless it is a border of a cell (`a:lnT`). */
export const strokeXml = (stroke: Stroke, name = 'a:ln'): XmlElement =>
  element(name, { w: stroke.width }, solidFillXml(stroke.color), element('a:prstDash', { val: stroke.dash }));
