/** What on slides and in charts does not follow the theme. */
import { descendants, parseXml, type XmlElement } from '../../lib/package/xml.js';
import { readPackage } from '../../lib/package/zip.js';

const COLORS = ['a:srgbClr', 'a:sysClr', 'a:prstClr', 'a:scrgbClr', 'a:hslClr'];
const FACES = ['a:latin', 'a:ea', 'a:cs', 'a:sym', 'a:buFont'];
const EMOJI = 'Segoe UI Emoji';
const MATH = 'Cambria Math';
const DRAWN =
  /^\/ppt\/(?:(?:slides|charts|diagrams|slideLayouts|slideMasters|notesMasters|notesSlides|handoutMasters)\/[^/]+|tableStyles)\.xml$/;

/**
 * Colours and faces that are written out on slides and notes, in charts and table styles, on layouts and masters, as `part: tag value`; none in a deck that follows its
 * theme. The monospace, the face of emoji and that of equations have no slot in a theme: they alone may be named, the last on characters of an equation only.
 */
export function literals(bytes: Uint8Array, mono: string): readonly string[] {
  return readPackage(bytes).parts.flatMap(({ name, data }) => {
    if (!DRAWN.test(name)) return [];
    const root = parseXml(String(data));
    const equations = new Set(descendants(root, 'm:oMath').flatMap((node) => descendants(node, 'a:latin')));
    const found = (tags: readonly string[], attribute: string): readonly string[] =>
      tags.flatMap((tag) =>
        descendants(root, tag).flatMap((node: XmlElement) =>
          equations.has(node) && node.attributes.typeface === MATH ? [] : written(tag, node.attributes[attribute], mono),
        ),
      );
    return [...found(COLORS, 'val'), ...found(FACES, 'typeface')].map((literal) => `${name}: ${literal}`);
  });
}

const written = (tag: string, value: string | undefined, mono: string): readonly string[] =>
  FACES.includes(tag) && (value === mono || value === EMOJI || /^\+m[jn]-(?:lt|ea|cs)$/.test(value ?? '')) ? [] : [`${tag} ${value}`];
