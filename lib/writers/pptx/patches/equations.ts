import { namespaces } from '../../../package/names.js';
import { element, elements, type XmlElement } from '../../../package/xml.js';
import type { EquationInline } from '../../../scene/text.js';
import { ommlOf } from '../math/omml.js';
import { inlines } from '../slides/slide.js';
import { become } from './edit.js';
import type { Patch } from './patch.js';

/**
 * Equations as PowerPoint writes them: `a14:m` among the runs ([MS-ODRAWXML] 2.9.1), and the shape twice, for readers that know it and for those
 * that do not, who see the equation in signs.
 * LibreOffice says that it knows `a14`, and drops equations that stand among text (oox, textparagraphcontext), so a second namespace is required that
 * PowerPoint has known since 2016 and LibreOffice does not.
 */
export const equations: Patch = {
  name: 'equations',
  why: 'pptxgenjs knows no equations: it writes their text',
  apply(page) {
    const drawn = [...inlines(page)].flatMap(({ inline, node, paragraph }) =>
      inline.type === 'equation' ? [{ inline, node, alone: paragraph.inlines.length === 1 }] : [],
    );
    if (drawn.length === 0) return;
    const wanted = new Set(drawn.map(({ node }) => node));
    const fallbacks = new Map<XmlElement, XmlElement>();
    for (const shape of page.nodes.values()) if (holds(shape, wanted)) fallbacks.set(shape, structuredClone(shape));
    for (const { inline, node, alone } of drawn) become(node, mathXml(inline, alone));
    wrap(page.root, fallbacks);
  },
};

const holds = (node: XmlElement, wanted: ReadonlySet<XmlElement>): boolean =>
  wanted.has(node) || elements(node).some((child) => holds(child, wanted));

/** Puts each shape beside its fallback, in its place. */
function wrap(parent: XmlElement, fallbacks: ReadonlyMap<XmlElement, XmlElement>): void {
  parent.children = parent.children.map((child) => {
    if (typeof child === 'string') return child;
    const fallback = fallbacks.get(child);
    if (fallback) return alternateXml(child, fallback);
    wrap(child, fallbacks);
    return child;
  });
}

const alternateXml = (choice: XmlElement, fallback: XmlElement): XmlElement =>
  element(
    'mc:AlternateContent',
    { 'xmlns:mc': namespaces.mc },
    element('mc:Choice', { 'xmlns:a14': namespaces.a14, 'xmlns:cx1': namespaces.cx1, Requires: 'a14 cx1' }, choice),
    element('mc:Fallback', {}, fallback),
  );

/** An equation alone in its paragraph is centred by itself where it is displayed (ISO/IEC 29500-1, 22.1.2.78). */
function mathXml({ equation, bold, size, color, lang }: EquationInline, alone: boolean): XmlElement {
  const math = element('m:oMath', {}, ...equation.pieces.flatMap((piece) => ommlOf(piece, { lang, bold: bold ?? false, size, color })));
  if (!equation.display || !alone)
    return element('a14:m', { 'xmlns:a14': namespaces.a14 }, { ...math, attributes: { 'xmlns:m': namespaces.m } });
  const properties = element('m:oMathParaPr', {}, element('m:jc', { 'm:val': 'center' }));
  return element('a14:m', { 'xmlns:a14': namespaces.a14 }, element('m:oMathPara', { 'xmlns:m': namespaces.m }, properties, math));
}
