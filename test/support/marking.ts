/** Where a deck does not say how far it may go. */
import { descendants, parseXml, textOf } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';

const MARKED = /^\/ppt\/(?:slides|notesSlides)\/[^/]+\.xml$|^\/docProps\/custom\.xml$/;

/** Slides, pages of notes and properties without the marking. */
export const unmarked = (bytes: Uint8Array, marking: string): readonly string[] =>
  readPackage(bytes).parts.flatMap(({ name, data }) => {
    if (!MARKED.test(name)) return [];
    const root = parseXml(String(data));
    const words = [root, ...descendants(root)].map((node) => textOf(node)).join(' ');
    return words.includes(marking) ? [] : [name];
  });
