/** The preset shapes that we draw: their outlines, where their text stands, where connectors are glued (ISO/IEC 29500-1, annex D). */
import type { PathCommand } from './path.js';

/** Names of 20.1.10.56 ST_ShapeType. */
export type ShapePreset =
  | 'rect'
  | 'ellipse'
  | 'triangle'
  | 'roundRect'
  | 'flowChartTerminator'
  | 'flowChartDecision'
  | 'flowChartPreparation'
  | 'flowChartPredefinedProcess'
  | 'flowChartMagneticDisk';

/** A connection site: a point of the shape, and the side on which connectors leave it. */
export interface Site {
  readonly x: number;
  readonly y: number;
  readonly side: Side;
}

export type Side = 'top' | 'left' | 'bottom' | 'right';

/** A preset in a space that is one wide and one high. */
interface Outline {
  /** Edges of the place for text. */
  readonly text: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** The index of the site in the middle of each side. */
  readonly sites: Readonly<Record<Side, number>>;
  /** Outlines of a shape that is so wide and high, each path closed or not. */
  readonly paths: (w: number, h: number) => readonly PathCommand[];
}

const ALL = { left: 0, top: 0, right: 1, bottom: 1 };
/** Presets count their sites counterclockwise, from the top. */
const FOUR = { top: 0, left: 1, bottom: 2, right: 3 };
const EIGHT = { top: 0, left: 2, bottom: 4, right: 6 };
/** The edge of a text frame inside an ellipse. */
const ROUND = (1 - Math.SQRT1_2) / 2;
/** How far the control point of a cubic lies from the end of a quarter of a circle. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

const move = (x: number, y: number): PathCommand => ({ op: 'move', x, y });
const line = (x: number, y: number): PathCommand => ({ op: 'line', x, y });
const CLOSE: PathCommand = { op: 'close' };
const polygon = (...points: readonly (readonly [number, number])[]): readonly PathCommand[] => [
  ...points.map(([x, y], index) => (index === 0 ? move(x, y) : line(x, y))),
  CLOSE,
];

/** A quarter of an ellipse from one point to another; `level`: it starts level. */
function quarter(from: readonly [number, number], to: readonly [number, number], level: boolean): PathCommand {
  const [dx, dy] = [(to[0] - from[0]) * QUARTER, (to[1] - from[1]) * QUARTER];
  const [x1, y1] = level ? [from[0] + dx, from[1]] : [from[0], from[1] + dy];
  const [x2, y2] = level ? [to[0], to[1] - dy] : [to[0] - dx, to[1]];
  return { op: 'cubic', x1, y1, x2, y2, x: to[0], y: to[1] };
}

/** A box with round corners. */
const rounded = (w: number, h: number, rx: number, ry: number): readonly PathCommand[] => [
  move(rx, 0),
  line(w - rx, 0),
  quarter([w - rx, 0], [w, ry], true),
  line(w, h - ry),
  quarter([w, h - ry], [w - rx, h], false),
  line(rx, h),
  quarter([rx, h], [0, h - ry], true),
  line(0, ry),
  quarter([0, ry], [rx, 0], false),
  CLOSE,
];

/** The default of `roundRect`: the radius as a share of the shorter side. */
const RADIUS = 0.16667;
/** How far the text of a box with round corners stands from its edge: of the radius. */
const CORNER = 0.29289;

export const PRESETS: Readonly<Record<ShapePreset, Outline>> = {
  rect: { text: ALL, sites: FOUR, paths: (w, h) => polygon([0, 0], [w, 0], [w, h], [0, h]) },
  ellipse: {
    text: { left: ROUND, top: ROUND, right: 1 - ROUND, bottom: 1 - ROUND },
    sites: EIGHT,
    paths: (w, h) => rounded(w, h, w / 2, h / 2),
  },
  triangle: {
    text: { left: 0.25, top: 0.5, right: 0.75, bottom: 1 },
    sites: { top: 0, left: 1, bottom: 3, right: 5 },
    paths: (w, h) => polygon([0, h], [w / 2, 0], [w, h]),
  },
  roundRect: {
    text: ALL,
    sites: FOUR,
    paths: (w, h) => rounded(w, h, Math.min(w, h) * RADIUS, Math.min(w, h) * RADIUS),
  },
  flowChartTerminator: {
    text: { left: 1018 / 21600, top: 3163 / 21600, right: 20582 / 21600, bottom: 18437 / 21600 },
    sites: FOUR,
    paths: (w, h) => rounded(w, h, (w * 3475) / 21600, h / 2),
  },
  flowChartDecision: {
    text: { left: 0.25, top: 0.25, right: 0.75, bottom: 0.75 },
    sites: FOUR,
    paths: (w, h) => polygon([0, h / 2], [w / 2, 0], [w, h / 2], [w / 2, h]),
  },
  flowChartPreparation: {
    text: { left: 0.2, top: 0, right: 0.8, bottom: 1 },
    sites: FOUR,
    paths: (w, h) => polygon([0, h / 2], [w * 0.2, 0], [w * 0.8, 0], [w, h / 2], [w * 0.8, h], [w * 0.2, h]),
  },
  flowChartPredefinedProcess: {
    text: { left: 0.125, top: 0, right: 0.875, bottom: 1 },
    sites: FOUR,
    paths: (w, h) => [
      ...polygon([0, 0], [w, 0], [w, h], [0, h]),
      move(w * 0.125, 0),
      line(w * 0.125, h),
      move(w * 0.875, 0),
      line(w * 0.875, h),
    ],
  },
  flowChartMagneticDisk: {
    text: { left: 0, top: 1 / 3, right: 1, bottom: 5 / 6 },
    sites: { top: 1, left: 2, bottom: 3, right: 4 },
    paths: (w, h) => [
      move(0, h / 6),
      quarter([0, h / 6], [w / 2, 0], false),
      quarter([w / 2, 0], [w, h / 6], true),
      line(w, (h * 5) / 6),
      quarter([w, (h * 5) / 6], [w / 2, h], false),
      quarter([w / 2, h], [0, (h * 5) / 6], true),
      CLOSE,
      move(w, h / 6),
      quarter([w, h / 6], [w / 2, h / 3], false),
      quarter([w / 2, h / 3], [0, h / 6], true),
      // Back the same way: the rim has no area, which would be taken out of the body's.
      quarter([0, h / 6], [w / 2, h / 3], false),
      quarter([w / 2, h / 3], [w, h / 6], true),
    ],
  },
};

/** How far the text of a shape stands from the edges of its frame, besides its insets, in the unit of `w` and `h`. */
export function textPlace(
  preset: ShapePreset,
  w: number,
  h: number,
): { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number } {
  const { left, top, right, bottom } = PRESETS[preset].text;
  const corner = preset === 'roundRect' ? Math.min(w, h) * RADIUS * CORNER : 0;
  return { left: left * w + corner, top: top * h + corner, right: (1 - right) * w + corner, bottom: (1 - bottom) * h + corner };
}
