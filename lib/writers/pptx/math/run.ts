/** Runs of Office Math: what letters look like is said twice, as math has it (`m:rPr`) and as DrawingML does (`a:rPr`); PowerPoint reads both. */
import type { Color } from '../../../core/color.js';
import { element, type XmlElement } from '../../../package/xml.js';
import type { Letters } from '../../../scene/formula.js';
import { solidFillXml } from '../parts/paint.js';

/** What all of an equation shares. */
export interface Looks {
  /** BCP 47. */
  readonly lang: string;
  readonly bold: boolean;
  /** Points; null: that of the text around it. */
  readonly size: number | null;
  /** null: that of the text around it. */
  readonly color: Color | null;
}

/** An element that says one value. */
export const value = (name: string, val: string): XmlElement => element(name, { 'm:val': val });

/** An element that is on or off. */
export const flag = (name: string, on = true): XmlElement => value(name, on ? '1' : '0');

/** A run of letters. */
export function runXml(letters: Omit<Letters, 'kind' | 'glyphs'>, looks: Looks): XmlElement {
  const { text, italic } = letters;
  const bold = letters.bold || looks.bold;
  return element('m:r', {}, stylesXml(letters, bold), propertiesXml(bold, italic, looks), element('m:t', spaced(text), text));
}

/** Blanks at the ends count. */
const spaced = (text: string): Readonly<Record<string, string>> => (/^\s|\s$/.test(text) ? { 'xml:space': 'preserve' } : {});

/** Nothing, where the schema wants something: a space without width. */
export const EMPTY_RUN = (looks: Looks): XmlElement =>
  runXml({ text: '\u200b', role: 'operator', alphabet: 'roman', bold: false, italic: false }, looks);

/** `m:nor` for words, else alphabet and style; what is italic and of the usual alphabet is so by itself (22.1.2.91, 22.1.2.111). */
function stylesXml({ role, alphabet, italic }: Pick<Letters, 'role' | 'alphabet' | 'italic'>, bold: boolean): XmlElement | null {
  if (role === 'text') return element('m:rPr', {}, flag('m:nor'));
  const style = bold ? (italic ? 'bi' : 'b') : italic ? 'i' : 'p';
  const script = alphabet === 'roman' ? null : value('m:scr', alphabet);
  return style === 'i' && !script ? null : element('m:rPr', {}, script, value('m:sty', style));
}

/** How signs that belong to no run are set: brackets, the sign of a sum. */
export const controlXml = (looks: Looks): XmlElement | null =>
  looks.size === null && !looks.color ? null : element('m:ctrlPr', {}, propertiesXml(looks.bold, false, looks));

const propertiesXml = (bold: boolean, italic: boolean, { lang, color, size }: Looks): XmlElement =>
  element(
    'a:rPr',
    { lang, sz: size === null ? null : Math.round(size * 100), b: bold, i: italic },
    color && solidFillXml(color),
    element('a:latin', { typeface: MATH_FONT, panose: '02040503050406030204', pitchFamily: '18', charset: '0' }),
  );

/** The only family that Office sets math in without the reader's choosing another. */
export const MATH_FONT = 'Cambria Math';
