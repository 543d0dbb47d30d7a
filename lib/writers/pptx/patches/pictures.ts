import { namespaces, relationshipTypes } from '../../../package/names.js';
import { child, element, find, type XmlElement } from '../../../package/xml.js';
import type { PictureItem } from '../../../scene/scene.js';
import { type DrawnSlide, drawn, relate } from '../slides/slide.js';
import { become, putChild } from './edit.js';
import type { Patch } from './patch.js';

/** The real picture, stored once a deck, with its crop; an SVG with the picture that stands in for it. */
export const pictures: Patch = {
  name: 'pictures',
  why: 'https://github.com/gitbrent/PptxGenJS/issues/1339',
  apply(page) {
    for (const { item, node } of drawn(page, 'picture')) {
      const blip = find(node, 'p:blipFill', 'a:blip');
      const fill = child(node, 'p:blipFill');
      if (!blip || !fill) continue;
      become(blip, blipXml(page, item));
      const crop = cropXml(item.crop);
      if (crop) putChild(fill, crop, ['a:blip', 'a:srcRect', 'a:stretch']);
    }
  },
};

/** https://github.com/gitbrent/PptxGenJS/issues/401: in Node the picture that stands in for an SVG is a broken one. */
function blipXml(page: DrawnSlide, item: PictureItem): XmlElement {
  const media = page.parts.media.get(item.media);
  if (!media) throw new TypeError(`the scene has no media ${JSON.stringify(item.media)}`);
  const shown = page.parts.media.get(media.fallback ?? '') ?? media;
  const blip = element('a:blip', { 'r:embed': relate(page, relationshipTypes.image, shown.name) });
  if (shown === media) return blip;
  const svg = element('asvg:svgBlip', { 'xmlns:asvg': namespaces.asvg, 'r:embed': relate(page, relationshipTypes.image, media.name) });
  blip.children.push(element('a:extLst', {}, element('a:ext', { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' }, svg)));
  return blip;
}

function cropXml({ left, top, right, bottom }: PictureItem['crop']): XmlElement | null {
  const share = (value: number): number | null => Math.round(value * 100_000) || null;
  return left || top || right || bottom ? element('a:srcRect', { l: share(left), t: share(top), r: share(right), b: share(bottom) }) : null;
}
