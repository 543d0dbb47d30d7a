/** Pictures as DrawingML. */
import { namespaces } from '../../../package/names.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Crop } from '../../../scene/scene.js';

/** `a:blip` by the ids of its relationships; an SVG with the picture that stands in for it ([MS-ODRAWXML], svgBlip). */
export function blipXml(shown: string, svg: string | null): XmlElement {
  const blip = element('a:blip', { 'r:embed': shown });
  if (svg === null) return blip;
  const drawing = element('asvg:svgBlip', { 'xmlns:asvg': namespaces.asvg, 'r:embed': svg });
  blip.children.push(element('a:extLst', {}, element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, drawing)));
  return blip;
}

/** `a:srcRect`; null where nothing is cut off. */
export function cropXml({ left, top, right, bottom }: Crop): XmlElement | null {
  const share = (value: number): number | null => Math.round(value * 100_000) || null;
  return left || top || right || bottom ? element('a:srcRect', { l: share(left), t: share(top), r: share(right), b: share(bottom) }) : null;
}
