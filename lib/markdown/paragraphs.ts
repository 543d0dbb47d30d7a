/** Inlines of a paragraph → nodes: a paragraph, or the pictures that it is made of. */
import type { Inline, InlineImage } from '../briefing/inline.js';
import type { ImageNode, Node } from '../briefing/node.js';
import type { Span } from '../core/diagnostic.js';
import { inlinesAt } from './inlines.js';
import type { Reading } from './reading.js';

/** The nodes of a paragraph's inlines; none where nothing is left of it. */
export function textNodes(reading: Reading, inlines: readonly Inline[], span: Span): readonly Node[] {
  const words = inlines.filter((inline) => inline.type !== 'break' && !(inline.type === 'text' && inline.text.trim() === ''));
  const images = words.filter((inline) => inline.type === 'image');
  if (words.length === 0) return [];
  return images.length === words.length ? images.map((image) => imageNode(reading, image)) : [{ type: 'paragraph', inlines, span }];
}

const imageNode = (reading: Reading, image: InlineImage): ImageNode => ({
  ...image,
  type: 'image',
  title: image.title === '' ? [] : inlinesAt(reading, image.title, image.span),
});
