import { relationshipTypes } from '../../../package/names.js';
import { child, find, type XmlElement } from '../../../package/xml.js';
import type { PictureItem } from '../../../scene/scene.js';
import { blipXml, cropXml } from '../parts/picture.js';
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
      become(blip, blipOf(page, item));
      const crop = cropXml(item.crop);
      if (crop) putChild(fill, crop, ['a:blip', 'a:srcRect', 'a:stretch']);
    }
  },
};

/** https://github.com/gitbrent/PptxGenJS/issues/401: in Node the picture that stands in for an SVG is a broken one. */
function blipOf(page: DrawnSlide, item: PictureItem): XmlElement {
  const media = page.parts.media.get(item.media);
  if (!media) throw new TypeError(`the scene has no media ${JSON.stringify(item.media)}`);
  const shown = page.parts.media.get(media.fallback ?? '') ?? media;
  const link = (name: string): string => relate(page, relationshipTypes.image, name);
  const own = link(shown.name);
  return blipXml(own, shown === media ? null : link(media.name));
}
