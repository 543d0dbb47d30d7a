/** What stands over, under and around a formula that is laid out already: accents, bars, braces, arrows, frames. */
import type { Formula } from '../../scene/formula.js';
import { faceOf } from '../families.js';
import { type Box, beside, EMPTY, height, most, moved, space } from './box.js';
import { RULE, stretchedMark } from './marks.js';
import { AXIS, FAMILY, type Kind, slant } from './measures.js';

/** A box with others centred above and below it. */
export function stacked(middle: Box, above: Box, below: Box, gap: number): Box {
  const width = most([middle, above, below], 'width');
  const up = middle.ascent + (height(above) > 0 ? gap + above.descent : 0);
  const down = middle.descent + (height(below) > 0 ? gap + below.ascent : 0);
  return {
    width,
    ascent: up + above.ascent,
    descent: down + below.descent,
    parts: [
      ...moved(above, (width - above.width) / 2, -up),
      ...moved(middle, (width - middle.width) / 2, 0),
      ...moved(below, (width - below.width) / 2, down),
    ],
  };
}

/** The combining marks of accents as signs of their own. */
const SIGNS: Readonly<Record<string, string>> = {
  '\u0302': 'ˆ',
  '\u0303': '˜',
  '\u0301': '´',
  '\u0300': '`',
  '\u0307': '˙',
  '\u0308': '¨',
  '\u030c': 'ˇ',
  '\u0306': '˘',
  '\u030a': '˚',
};

export function accentBox({ mark, body }: Kind<'accent'>, inner: Box, em: number): Box {
  const sign = SIGNS[mark];
  const width = sign ? (faceOf(FAMILY, false, false).widths[sign.codePointAt(0) ?? 0] ?? 0.33) * em : Math.max(0.45 * em, inner.width);
  const x = (inner.width - width) / 2 + slant(body) * em;
  const above = tallLetters(body) ? -0.2 * em : 0;
  const drawn = sign
    ? ({ kind: 'text', x, y: above - 0.04 * em, text: sign, size: em, bold: false, italic: false } as const)
    : { ...stretchedMark('→', width, em * 0.7), x, y: above - 0.72 * em };
  return { ...inner, ascent: inner.ascent + 0.22 * em, parts: [...inner.parts, drawn] };
}

/** Whether any letter is as high as a capital. */
const tallLetters = (body: Formula): boolean => body.kind !== 'letters' || /[^acegmnopqrsuvwxyzαγεηικμνοπρςστυχω]/.test(body.text);

export function barBox({ position }: Kind<'bar'>, inner: Box, em: number): Box {
  const [above, below] = position === 'above' ? [0.16 * em, 0] : [0, 0.16 * em];
  const y = position === 'above' ? -inner.ascent - 0.08 * em : inner.descent + 0.05 * em;
  const rule = { kind: 'rule', x: 0, y, width: inner.width, height: RULE * em } as const;
  return { ...inner, ascent: inner.ascent + above, descent: inner.descent + below, parts: [...inner.parts, rule] };
}

/** An arrow with a label over it: what it is "below" is the label. */
export const isArrow = ({ mark, position }: Kind<'stretched'>): boolean => position === 'below' && /[→←↔⇒⇐⇔]/u.test(mark);

export function stretchedBox(formula: Kind<'stretched'>, inner: Box, em: number): Box {
  const { mark, position } = formula;
  if (isArrow(formula)) {
    const path = stretchedMark(mark, inner.width + 0.8 * em, em);
    const line: Box = { width: inner.width + 0.8 * em, ascent: 0.4 * em, descent: -0.1 * em, parts: [{ ...path, y: -0.4 * em }] };
    return beside([space(0.15 * em), stacked(line, inner, EMPTY, 0.06 * em), space(0.15 * em)]);
  }
  const path = stretchedMark(mark, inner.width, em);
  const line: Box = { width: inner.width, ascent: 0, descent: 0.3 * em, parts: [path] };
  return position === 'above' ? stacked(inner, line, EMPTY, 0.06 * em) : stacked(inner, EMPTY, line, 0.06 * em);
}

export function phantomBox({ width, height: tall }: Kind<'phantom'>, inner: Box): Box {
  return { width: width ? inner.width : 0, ascent: tall ? inner.ascent : 0, descent: tall ? inner.descent : 0, parts: [] };
}

export function boxedBox({ strike }: Kind<'boxed'>, inner: Box, em: number): Box {
  const pad = strike === 'none' ? 0.18 * em : 0;
  const [w, top, foot] = [inner.width + 2 * pad, inner.ascent + pad, inner.descent + pad];
  const lines: readonly (readonly (readonly number[])[])[] =
    strike === 'none'
      ? [
          [
            [0, -top],
            [w, -top],
            [w, foot],
            [0, foot],
            [0, -top],
          ],
        ]
      : [
          ...(strike === 'up' || strike === 'both'
            ? [
                [
                  [0, foot],
                  [w, -top],
                ],
              ]
            : []),
          ...(strike === 'down' || strike === 'both'
            ? [
                [
                  [0, -top],
                  [w, foot],
                ],
              ]
            : []),
          ...(strike === 'across'
            ? [
                [
                  [0, -AXIS * em],
                  [w, -AXIS * em],
                ],
              ]
            : []),
        ];
  const paths = lines.map((steps) => ({ kind: 'path', x: 0, y: 0, steps, stroke: RULE * em }) as const);
  return { width: w, ascent: top, descent: foot, parts: [...moved(inner, pad, 0), ...paths] };
}
