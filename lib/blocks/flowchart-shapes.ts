/** The shapes of a flowchart's nodes: presets where there is one, else paths of our own; and how large each must be for its text. */
import { emu, type Size } from '../core/units.js';
import type { NodeShape } from '../diagram/model.js';
import type { BoxSide } from '../diagram/route.js';
import { PRESETS, type ShapePreset, textPlace } from '../scene/preset.js';
import type { PathGeometry, PresetGeometry } from '../scene/scene.js';

const PRESET_OF: Readonly<Partial<Record<NodeShape, ShapePreset>>> = {
  box: 'rect',
  round: 'roundRect',
  pill: 'flowChartTerminator',
  circle: 'ellipse',
  ellipse: 'ellipse',
  decision: 'flowChartDecision',
  hexagon: 'flowChartPreparation',
  subroutine: 'flowChartPredefinedProcess',
};

/** How far the corners of shapes that lean are set in, of the height. */
const LEAN = 0.4;

/** The corners of the other shapes by how far those at each side of the top and the bottom are set in. */
const CORNERS: Readonly<
  Partial<Record<NodeShape, readonly [topLeft: number, topRight: number, bottomRight: number, bottomLeft: number, notch: number]>>
> = {
  leanRight: [LEAN, 0, LEAN, 0, 0],
  leanLeft: [0, LEAN, 0, LEAN, 0],
  trapezoid: [LEAN, LEAN, 0, 0, 0],
  inverse: [0, 0, LEAN, LEAN, 0],
  flag: [0, 0, 0, 0, LEAN],
};

export function geometryOf(shape: NodeShape, { cx, cy }: Size): PresetGeometry | PathGeometry {
  if (shape === 'cylinder') return { kind: 'path', width: cx, height: cy, ...cylinder(cx, cy) };
  const corners = CORNERS[shape];
  if (!corners) return { kind: 'preset', preset: PRESET_OF[shape] ?? 'rect' };
  const [topLeft, topRight, bottomRight, bottomLeft, notch] = corners.map((share) => share * cy) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [left, right] = [Math.max(topLeft, bottomLeft, notch), Math.max(topRight, bottomRight)];
  return {
    kind: 'path',
    width: cx,
    height: cy,
    commands: [
      { op: 'move', x: topLeft, y: 0 },
      { op: 'line', x: cx - topRight, y: 0 },
      { op: 'line', x: cx - bottomRight, y: cy },
      { op: 'line', x: bottomLeft, y: cy },
      ...(notch > 0 ? [{ op: 'line', x: notch, y: cy / 2 } as const] : []),
      { op: 'close' },
    ],
    sites: [
      { x: cx / 2, y: 0, side: 'top' },
      { x: notch || (topLeft + bottomLeft) / 2, y: cy / 2, side: 'left' },
      { x: cx / 2, y: cy, side: 'bottom' },
      { x: cx - (topRight + bottomRight) / 2, y: cy / 2, side: 'right' },
    ],
    text: { left, top: 0, right: cx - right, bottom: cy },
  };
}

/** The preset's outline with sites of our own: the preset counts two at the top, and LibreOffice takes the second for the left one. */
const cylinder = (cx: number, cy: number): Pick<PathGeometry, 'commands' | 'sites' | 'text'> => ({
  commands: PRESETS.flowChartMagneticDisk.paths(cx, cy),
  sites: [
    { x: cx / 2, y: 0, side: 'top' },
    { x: 0, y: cy / 2, side: 'left' },
    { x: cx / 2, y: cy, side: 'bottom' },
    { x: cx, y: cy / 2, side: 'right' },
  ],
  text: { left: 0, top: cy / 3, right: cx, bottom: (cy * 5) / 6 },
});

/** The index of the connection site of a side. */
export function siteIndex(shape: NodeShape, side: BoxSide): number {
  const preset = PRESET_OF[shape];
  return preset ? PRESETS[preset].sites[side] : ['top', 'left', 'bottom', 'right'].indexOf(side);
}

/** How far the sites at the left and the right stand inside the frame. */
export function siteInset(shape: NodeShape, side: BoxSide, size: Size): number {
  const geometry = geometryOf(shape, size);
  if (geometry.kind === 'preset') return 0;
  const site = geometry.sites?.find((one) => one.side === side);
  return site === undefined || side === 'top' || side === 'bottom' ? 0 : side === 'left' ? site.x : size.cx - site.x;
}

/** The size of a shape in which a text of that size stands, insets included. */
export function sizeAround(shape: NodeShape, text: Size): Size {
  const preset = PRESET_OF[shape];
  if (shape === 'cylinder') return { cx: text.cx, cy: emu(text.cy * 2) };
  if (!preset) {
    const [topLeft = 0, topRight = 0, bottomRight = 0, bottomLeft = 0, notch = 0] = CORNERS[shape] ?? [];
    return { cx: emu(text.cx + text.cy * (Math.max(topLeft, bottomLeft, notch) + Math.max(topRight, bottomRight))), cy: text.cy };
  }
  if (preset === 'roundRect') {
    const { left } = textPlace(preset, text.cx * 1.2, text.cy * 1.2);
    return { cx: emu(text.cx + 2 * left), cy: emu(text.cy + 2 * left) };
  }
  const { left, top, right, bottom } = PRESETS[preset].text;
  const size = { cx: emu(Math.ceil(text.cx / (right - left))), cy: emu(Math.ceil(text.cy / (bottom - top))) };
  if (shape !== 'circle') return size;
  const diameter = emu(Math.max(size.cx, size.cy));
  return { cx: diameter, cy: diameter };
}
