/** What stands where in a chart, and whether it stands in the way. EMU from the frame's corner. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line from point to point. */
export type Path = readonly Point[];

/** Whether two boxes share a part of the plane. */
export const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Whether a line crosses a box. */
export const strikes = (path: Path, box: Box): boolean => path.some((to, index) => index > 0 && crosses(path[index - 1] ?? to, to, box));

/** Clips the stretch between two points against the four sides of a box (Liang and Barsky). */
function crosses(from: Point, to: Point, box: Box): boolean {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  let [start, end] = [0, 1];
  const sides = [
    [-dx, from.x - box.x],
    [dx, box.x + box.w - from.x],
    [-dy, from.y - box.y],
    [dy, box.y + box.h - from.y],
  ] as const;
  for (const [step, room] of sides) {
    if (step === 0 && room < 0) return false;
    if (step < 0) start = Math.max(start, room / step);
    if (step > 0) end = Math.min(end, room / step);
  }
  return start < end;
}

/** A place for a label. */
export interface Place<T> {
  readonly box: Box;
  readonly at: T;
}

/** The place with the least in its way: outside the frame is worse than on another label, and that worse than on a line. The first of equals. */
export function freest<T>(places: readonly Place<T>[], taken: readonly Box[], paths: readonly Path[], frame: Box): Place<T> | null {
  const trouble = ({ box }: Place<T>): number =>
    Math.max(frame.x - box.x, box.x + box.w - frame.x - frame.w, frame.y - box.y, box.y + box.h - frame.y - frame.h, 0) * 1e-3 +
    taken.filter((other) => overlap(box, other)).length * 2 +
    paths.filter((path) => strikes(path, box)).length;
  const scored = places.map((place) => ({ place, cost: trouble(place) }));
  return scored.reduce<(typeof scored)[number] | null>((best, item) => (best && best.cost <= item.cost ? best : item), null)?.place ?? null;
}

/** Moves spans of a line, in rising order of their middles, apart, and as little as it takes, inside `length` where they fit. Middles. */
export function sideBySide(spans: readonly { readonly middle: number; readonly size: number }[], length: number): readonly number[] {
  const right: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const { middle, size } of spans) {
    const start = Math.max(middle - size / 2, end);
    end = start + size;
    right.push(start + size / 2);
  }
  const left: number[] = [];
  let limit = length;
  spans.toReversed().forEach(({ size }, index) => {
    const middle = Math.min(right[spans.length - 1 - index] ?? 0, limit - size / 2);
    limit = middle - size / 2;
    left.unshift(middle);
  });
  return left;
}
