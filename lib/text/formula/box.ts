/** What a formula is drawn of, in points: letters, rules and outlines, from the baseline's left end, downwards. */

/** A stretch of letters; `y` is their baseline. */
export interface BoxText {
  readonly kind: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A filled rectangle: a fraction's bar. */
export interface BoxRule {
  readonly kind: 'rule';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** An open line through points, or a curve where a step has its two control points: a root, a bracket. */
export interface BoxPath {
  readonly kind: 'path';
  readonly x: number;
  readonly y: number;
  readonly steps: readonly (readonly number[])[];
  readonly stroke: number;
}

export type BoxPart = BoxText | BoxRule | BoxPath;

/** A formula as measured. */
export interface Box {
  readonly width: number;
  /** Above and below the baseline. */
  readonly ascent: number;
  readonly descent: number;
  readonly parts: readonly BoxPart[];
}

export const EMPTY: Box = { width: 0, ascent: 0, descent: 0, parts: [] };

export const space = (width: number): Box => ({ ...EMPTY, width });

/** The parts of a box, moved. */
export const moved = ({ parts }: Box, x: number, y: number): readonly BoxPart[] =>
  x === 0 && y === 0 ? parts : parts.map((part) => ({ ...part, x: part.x + x, y: part.y + y }));

/** Boxes side by side on one baseline. */
export function beside(boxes: readonly Box[]): Box {
  let x = 0;
  const parts = boxes.flatMap((box) => {
    const own = moved(box, x, 0);
    x += box.width;
    return own;
  });
  return { width: x, ascent: most(boxes, 'ascent'), descent: most(boxes, 'descent'), parts };
}

export const most = (boxes: readonly Box[], side: 'width' | 'ascent' | 'descent'): number =>
  boxes.reduce((max, box) => Math.max(max, box[side]), 0);

export const height = ({ ascent, descent }: Box): number => ascent + descent;
