/** Brackets, roots, braces and arrows as outlines of any size. */
import { type Box, type BoxPath, EMPTY } from './box.js';

/** A line's thickness, in em. */
export const RULE = 0.055;

/** The outline of a bracket in a box one wide and one high, from the top; null where letters do. */
const OUTLINES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  '(': [
    [0.85, 0],
    [0.05, 0.3, 0.05, 0.7, 0.85, 1],
  ],
  ')': [
    [0.15, 0],
    [0.95, 0.3, 0.95, 0.7, 0.15, 1],
  ],
  '[': [
    [0.85, 0],
    [0.25, 0],
    [0.25, 1],
    [0.85, 1],
  ],
  ']': [
    [0.15, 0],
    [0.75, 0],
    [0.75, 1],
    [0.15, 1],
  ],
  '{': [
    [0.9, 0],
    [0.3, 0, 0.7, 0.48, 0.1, 0.5],
    [0.7, 0.52, 0.3, 1, 0.9, 1],
  ],
  '}': [
    [0.1, 0],
    [0.7, 0, 0.3, 0.48, 0.9, 0.5],
    [0.3, 0.52, 0.7, 1, 0.1, 1],
  ],
  '|': [
    [0.5, 0],
    [0.5, 1],
  ],
  '⟨': [
    [0.85, 0],
    [0.2, 0.5],
    [0.85, 1],
  ],
  '⟩': [
    [0.15, 0],
    [0.8, 0.5],
    [0.15, 1],
  ],
  '⌊': [
    [0.25, 0],
    [0.25, 1],
    [0.85, 1],
  ],
  '⌋': [
    [0.75, 0],
    [0.75, 1],
    [0.15, 1],
  ],
  '⌈': [
    [0.85, 0],
    [0.25, 0],
    [0.25, 1],
  ],
  '⌉': [
    [0.15, 0],
    [0.75, 0],
    [0.75, 1],
  ],
};

const SAME: Readonly<Record<string, string>> = { '∣': '|', '〈': '⟨', '〉': '⟩', '\u2329': '⟨', '\u232a': '⟩' };
const DOUBLE = /^[‖∥]$/u;

/** A bracket around a box of that height, in size `em`; empty for none. */
export function bracket(sign: string, ascent: number, descent: number, em: number): Box {
  if (DOUBLE.test(sign)) {
    const one = bracket('|', ascent, descent, em);
    return {
      ...one,
      width: one.width * 1.3,
      parts: [...one.parts, ...one.parts.map((part) => ({ ...part, x: part.x + one.width * 0.45 }))],
    };
  }
  const outline = OUTLINES[SAME[sign] ?? sign];
  if (!outline) return EMPTY;
  const tall = ascent + descent;
  const width = em * (sign === '|' || sign === '∣' ? 0.28 : Math.min(0.55, 0.3 + 0.04 * (tall / em)));
  const path: BoxPath = { kind: 'path', x: 0, y: -ascent, steps: outline.map((step) => scaled(step, width, tall)), stroke: RULE * em };
  return { width, ascent, descent, parts: [path] };
}

const scaled = (step: readonly number[], x: number, y: number): readonly number[] =>
  step.map((value, at) => value * (at % 2 === 0 ? x : y));

/** A root's sign and its bar over a box of that width; what is under it begins at `left`. */
export function rootSign(width: number, ascent: number, descent: number, em: number): Box & { readonly left: number } {
  const left = em * 0.62;
  const top = ascent + em * 0.14;
  const steps = [
    [0.06 * em, -0.22 * em],
    [0.18 * em, -0.3 * em],
    [0.34 * em, descent],
    [left - 0.06 * em, -top],
    [left + width, -top],
  ];
  return { width: left + width, ascent: top + RULE * em, descent, parts: [{ kind: 'path', x: 0, y: 0, steps, stroke: RULE * em }], left };
}

/** A brace or an arrow of that width, `em * 0.3` high, from its top. */
export function stretchedMark(mark: string, width: number, em: number): BoxPath {
  const tall = 0.3 * em;
  const [half, tip] = [tall / 2, Math.min(0.22 * em, width / 2)];
  const steps = ((): readonly (readonly number[])[] => {
    switch (mark) {
      case '⏞':
        return [
          [0, tall],
          [0, 0, width / 2, tall, width / 2, 0],
          [width / 2, tall, width, 0, width, tall],
        ];
      case '⏟':
        return [
          [0, 0],
          [0, tall, width / 2, 0, width / 2, tall],
          [width / 2, 0, width, tall, width, 0],
        ];
      case '←':
      case '⇐':
        return [
          [width, half],
          [0, half],
          [tip, 0],
          [0, half],
          [tip, tall],
        ];
      case '↔':
      case '⇔':
        return [
          [tip, 0],
          [0, half],
          [tip, tall],
          [0, half],
          [width, half],
          [width - tip, 0],
          [width, half],
          [width - tip, tall],
        ];
      case '⎴':
        return [
          [0, tall],
          [0, 0],
          [width, 0],
          [width, tall],
        ];
      case '⎵':
        return [
          [0, 0],
          [0, tall],
          [width, tall],
          [width, 0],
        ];
      default:
        return [
          [0, half],
          [width, half],
          [width - tip, 0],
          [width, half],
          [width - tip, tall],
        ];
    }
  })();
  return { kind: 'path', x: 0, y: 0, steps, stroke: RULE * em };
}
