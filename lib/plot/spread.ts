/** Labels that would cover each other, moved apart. */

/** Moves positions, in rising order, apart by at least `distance` and as little as it takes, inside `length` where they fit. */
export function spread(positions: readonly number[], distance: number, length: number): readonly number[] {
  const down: number[] = [];
  for (const position of positions) down.push(Math.max(position, (down.at(-1) ?? Number.NEGATIVE_INFINITY) + distance));
  const up: number[] = [];
  let limit = length + distance / 2;
  for (const position of [...down].reverse()) {
    limit = Math.min(position, limit);
    up.unshift(limit);
    limit -= distance;
  }
  return up;
}
