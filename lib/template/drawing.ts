/** Vector art: SVG path data as shapes that follow the theme. */
import { emu, type Rect, rect } from '../core/units.js';
import type { PathCommand } from '../scene/scene.js';

const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, Z: 0 };

/**
 * The commands of SVG path data: M, L, H, V, C and Z with absolute coordinates (SVG 2, section 9.3).
 * Null where the data holds anything else.
 */
export function parsePath(data: string): readonly PathCommand[] | null {
  const words = data.match(/[a-z]|-?(?:\d+\.?\d*|\.\d+)|[^\s,]/gi) ?? [];
  const commands: PathCommand[] = [];
  let at = 0;
  let pen = { x: 0, y: 0 };
  let op = '';
  while (at < words.length) {
    const word = words[at] ?? '';
    if (word in ARGUMENTS) {
      op = word;
      at++;
    } else if (op === '' || op === 'Z') return null;
    const count = ARGUMENTS[op] ?? 0;
    const numbers = words.slice(at, at + count).map(Number);
    if (numbers.length < count || numbers.some(Number.isNaN)) return null;
    const command = toCommand(op, numbers, pen);
    if (command.op !== 'close') pen = { x: command.x, y: command.y };
    commands.push(command);
    at += count;
    if (op === 'M') op = 'L';
  }
  return commands[0]?.op === 'move' ? commands : null;
}

function toCommand(op: string, [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[], pen: { x: number; y: number }): PathCommand {
  switch (op) {
    case 'M':
      return { op: 'move', x: a, y: b };
    case 'H':
      return { op: 'line', x: a, y: pen.y };
    case 'V':
      return { op: 'line', x: pen.x, y: a };
    case 'C':
      return { op: 'cubic', x1: a, y1: b, x2: c, y2: d, x: e, y: f };
    case 'Z':
      return { op: 'close' };
    default:
      return { op: 'line', x: a, y: b };
  }
}

/** The commands in a mirror that stands upright in the middle of `width`. */
export const mirrored = (commands: readonly PathCommand[], width: number): readonly PathCommand[] =>
  commands.map((command) => {
    if (command.op === 'close') return command;
    if (command.op === 'cubic') return { ...command, x1: width - command.x1, x2: width - command.x2, x: width - command.x };
    return { ...command, x: width - command.x };
  });

/** How a drawing lies in a frame: `contain` wholly inside it, `cover` over all of it. */
export interface Placing {
  readonly fit: 'contain' | 'cover';
  readonly align: 'left' | 'right';
  readonly anchor: 'top' | 'bottom';
}

/** The frame of a drawing that keeps its proportions. */
export function placeDrawing(width: number, height: number, frame: Rect, { fit, align, anchor }: Placing): Rect {
  const scales = [frame.cx / width, frame.cy / height];
  const scale = fit === 'cover' ? Math.max(...scales) : Math.min(...scales);
  const [cx, cy] = [emu(width * scale), emu(height * scale)];
  return rect(align === 'left' ? frame.x : frame.x + frame.cx - cx, anchor === 'top' ? frame.y : frame.y + frame.cy - cy, cx, cy);
}
