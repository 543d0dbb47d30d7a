/** Where the content of a deck stands. */
import { emu, type Rect, rect, type Size } from '../../core/units.js';
import type { LayoutRole } from './names.js';
import type { Roles } from './roles.js';
import { bottom, innerFrame, right, sorted } from './sorted.js';

/** Where content stands on the slides of a deck: on the usual one, and as wide as on those for two contents, charts and tables; else within usual margins. */
export function contentArea({ matches }: Roles, size: Size): Rect {
  const framesOf = (role: LayoutRole): readonly Rect[] => {
    const match = matches[role];
    return match && match.by !== 'nearest' ? sorted(match.layout, size).contents.map(innerFrame) : [];
  };
  const own = framesOf('content')[0] ?? rect(size.cx * 0.05, size.cy * 0.25, size.cx * 0.9, size.cy * 0.6);
  const wide = (['two', 'comparison', 'chart', 'table', 'chartText'] as const).flatMap(framesOf);
  const level = wide.filter((frame) => frame.y < bottom(own) && bottom(frame) > own.y);
  const x = Math.min(own.x, ...level.map((frame) => frame.x));
  return { ...own, x: emu(x), cx: emu(Math.max(right(own), ...level.map(right)) - x) };
}
