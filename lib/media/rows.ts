/** Pictures of different shapes in rows: each whole, all of a row of one height, every row as wide as the frame. */
import { type Emu, emu, type Rect } from '../core/units.js';

/** What the rows have to keep. */
export interface RowRules {
  readonly frame: Rect;
  /** Between two pictures. */
  readonly gap: Emu;
  /** Below the pictures of a row, by the places of its pictures and their widths. */
  below(indexes: readonly number[], widths: readonly Emu[]): Emu;
}

interface Row {
  readonly indexes: readonly number[];
  readonly height: number;
  readonly below: Emu;
}

/** A frame for each picture of these ratios (width by height), in reading order: of all ways to break them into rows, the one that shows them largest and leaves least of the width. */
export function inRows(ratios: readonly number[], rules: RowRules): readonly Rect[] {
  const ways = breaks(ratios.length).map((lengths) => arrange(ratios, lengths, rules));
  const { frame } = rules;
  const area = (frames: readonly Rect[]): number => frames.reduce((total, { cx, cy }) => total + cx * cy, 0);
  const width = (frames: readonly Rect[]): number => Math.max(...frames.map(({ x, cx }) => x + cx - frame.x)) / frame.cx;
  // Rows that reach the right margin look made for the slide.
  const worth = (frames: readonly Rect[]): number => area(frames) * (1 + width(frames));
  return ways.reduce((best, way) => (worth(way) > worth(best) * 1.02 ? way : best));
}

/** Every way to break `count` things into rows, as the rows' lengths; one row first. */
function breaks(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return Array.from({ length: count }, (_, index) => count - index).flatMap((first) =>
    breaks(count - first).map((rest) => [first, ...rest]),
  );
}

function arrange(ratios: readonly number[], lengths: readonly number[], { frame, gap, below }: RowRules): readonly Rect[] {
  let from = 0;
  const rows = lengths.map((length): Row => {
    const indexes = Array.from({ length }, (_, index) => from + index);
    from += length;
    const sum = indexes.reduce((total, index) => total + (ratios[index] ?? 1), 0);
    const height = (frame.cx - gap * (length - 1)) / sum;
    return {
      indexes,
      height,
      below: below(
        indexes,
        indexes.map((index) => emu(height * (ratios[index] ?? 1))),
      ),
    };
  });
  const fixed = rows.reduce((total, row) => total + row.below, 0) + gap * (rows.length - 1);
  const pictures = rows.reduce((total, row) => total + row.height, 0);
  const scale = Math.max(0, Math.min(1, (frame.cy - fixed) / pictures));
  let y: number = frame.y;
  return rows.flatMap((row) => {
    const cy = row.height * scale;
    let x: number = frame.x;
    const frames = row.indexes.map((index): Rect => {
      const cx = cy * (ratios[index] ?? 1);
      const one = { x: emu(x), y: emu(y), cx: emu(cx), cy: emu(cy) };
      x += cx + gap;
      return one;
    });
    y += cy + row.below + gap;
    return frames;
  });
}
