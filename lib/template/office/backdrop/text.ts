/** Words in a file's art: a company's name, a claim, the classification of all slides. */
import { emu } from '../../../core/units.js';
import { child, descendants, elements, find, textOf, type XmlElement } from '../../../package/xml.js';
import { type Insets, type LevelStyle, type Paragraph, paragraph, run, type TextInline, type TextStyle } from '../../../scene/text.js';
import { colorIn } from '../color.js';
import { styleOf } from '../text.js';
import type { Source } from './source.js';

/** Text in a shape. */
export interface ArtText {
  readonly paragraphs: readonly Paragraph[];
  readonly style: TextStyle;
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly insets: Insets;
  /** Whether lines end at the shape's edge. */
  readonly wraps: boolean;
  /** How its lines are turned against the shape, in degrees clockwise. */
  readonly degrees: 0 | 90 | 270;
}

const ANCHOR: Readonly<Record<string, ArtText['anchor']>> = { t: 'top', ctr: 'middle', b: 'bottom' };
const TURNS: Readonly<Record<string, ArtText['degrees']>> = { horz: 0, vert: 90, vert270: 270 };

/** The text of a shape; null where it has none, or none that we can draw. */
export function textIn(shape: XmlElement, look: XmlElement | undefined, { textStyles, skip }: Source): ArtText | null {
  const body = child(shape, 'p:txBody');
  if (!body || descendants(body, 'a:t').every((node) => textOf(node).trim() === '')) return null;
  const { attributes } = child(body, 'a:bodyPr') ?? { attributes: {} as Record<string, string> };
  const degrees = TURNS[attributes.vert ?? 'horz'];
  if (degrees === undefined) {
    skip('upright text');
    return null;
  }
  const inset = (name: string, usual: number) => emu(Number(attributes[name] ?? usual));
  const scale = Number.parseFloat(find(body, 'a:bodyPr', 'a:normAutofit')?.attributes.fontScale ?? '100000') / 100_000;
  const lists = [...textStyles, fontReference(look), child(body, 'a:lstStyle')];
  const paragraphs = elements(body, 'a:p');
  return {
    // Each paragraph has a level of its own: it may say all that a list style says.
    paragraphs: paragraphs.map((node, level) => paragraph(inlinesOf(node, scale), { level })),
    style: paragraphs.map((node) => levelOf(node, lists, scale)),
    anchor: ANCHOR[attributes.anchor ?? 't'] ?? 'top',
    insets: { left: inset('lIns', 91_440), top: inset('tIns', 45_720), right: inset('rIns', 91_440), bottom: inset('bIns', 45_720) },
    wraps: attributes.wrap !== 'none',
    degrees,
  };
}

/** The colour and the family that a shape's style gives its text, as a list style says it. */
function fontReference(look: XmlElement | undefined): XmlElement | undefined {
  const reference = look && child(look, 'a:fontRef');
  if (!reference) return undefined;
  const color: XmlElement[] = elements(reference).length > 0 ? [{ name: 'a:solidFill', attributes: {}, children: reference.children }] : [];
  const latin: XmlElement = {
    name: 'a:latin',
    attributes: { typeface: reference.attributes.idx === 'major' ? '+mj-lt' : '+mn-lt' },
    children: [],
  };
  const levels = [1, 2, 3, 4, 5].map((level): XmlElement => {
    const run: XmlElement = { name: 'a:defRPr', attributes: {}, children: [...color, latin] };
    return { name: `a:lvl${level}pPr`, attributes: {}, children: [run] };
  });
  return { name: 'a:lstStyle', attributes: {}, children: levels };
}

/** The style of a paragraph: what it inherits, its own properties, and the looks of its first run. */
function levelOf(node: XmlElement, lists: readonly (XmlElement | undefined)[], scale: number): LevelStyle {
  const properties = child(node, 'a:pPr');
  const level = Math.min(4, Number(properties?.attributes.lvl ?? 0));
  const first = elements(node).find(({ name }) => name === 'a:r' || name === 'a:fld');
  const looks = (first && child(first, 'a:rPr')) ?? child(node, 'a:endParaRPr');
  const own: XmlElement = {
    name: `a:lvl${level + 1}pPr`,
    attributes: properties?.attributes ?? {},
    children: [...(properties?.children ?? []), ...(looks ? [{ ...looks, name: 'a:defRPr' }] : [])],
  };
  const found = styleOf([...lists, { name: 'a:lstStyle', attributes: {}, children: [own] }])[level];
  if (!found) throw new TypeError('a list style has no levels');
  return { ...found, size: found.size * scale };
}

const isTrue = (value: string | undefined): boolean | null => (value === undefined ? null : value === '1' || value === 'true');

function inlinesOf(node: XmlElement, scale: number): readonly TextInline[] {
  return elements(node).flatMap((item): readonly TextInline[] => {
    if (item.name === 'a:br') return [{ type: 'break' }];
    if (item.name !== 'a:r' && item.name !== 'a:fld') return [];
    const looks = child(item, 'a:rPr');
    const text = elements(item, 'a:t').map(textOf).join('');
    const lang = looks?.attributes.lang ?? 'en-US';
    if (item.attributes.type === 'slidenum') return [{ type: 'field', field: 'slidenum', text, lang }];
    const fill = looks && child(looks, 'a:solidFill');
    const size = Number(looks?.attributes.sz ?? 0);
    const marks = {
      bold: isTrue(looks?.attributes.b),
      italic: isTrue(looks?.attributes.i),
      size: size > 0 ? (size / 100) * scale : null,
      color: fill ? colorIn(fill) : null,
    };
    return [run(text, lang, marks)];
  });
}
