/** A laid-out formula as SVG. */
import type { XmlElement } from '../../package/xml.js';
import type { Box, BoxPart } from '../../text/formula/box.js';
import { FAMILY } from '../../text/formula/measures.js';
import { fontStretches } from './fonts.js';
import { type Attributes, type Page, pathData, tag } from './svg.js';

/** Draws a formula with its baseline's left end at a point; `looks` are the colour's attributes. */
export function drawFormula({ parts }: Box, x: number, y: number, looks: Attributes, page: Page): readonly XmlElement[] {
  return parts.flatMap((part) => drawPart({ ...part, x: part.x + x, y: part.y + y }, looks, page));
}

function drawPart(part: BoxPart, looks: Attributes, page: Page): readonly XmlElement[] {
  const { x, y } = part;
  if (part.kind === 'rule') return [tag('rect', { x, y, width: part.width, height: part.height, ...looks })];
  if (part.kind === 'path') {
    const [first = [], ...rest] = part.steps.map((step) => step.map((value, at) => value + (at % 2 === 0 ? x : y)));
    const d = pathData('M', ...first, ...rest.flatMap((step) => [step.length > 2 ? 'C' : 'L', ...step]));
    return [tag('path', { d, fill: 'none', stroke: looks.fill ?? null, 'stroke-width': part.stroke, 'stroke-linejoin': 'round' })];
  }
  const font = { 'font-size': part.size, 'font-weight': part.bold ? 'bold' : null, 'font-style': part.italic ? 'italic' : null };
  const spans = fontStretches(part.text, FAMILY, page.faces).map(({ text, family }) =>
    family === null ? text : tag('tspan', { 'font-family': `'${family}'`, 'font-style': 'normal' }, text),
  );
  return [tag('text', { x, y, 'font-family': FAMILIES, ...font, ...looks, 'xml:space': 'preserve' }, ...spans)];
}

/** As PowerPoint's own, then the twin that was measured. */
const FAMILIES = `'Cambria Math', Tinos, '${FAMILY}', serif`;
