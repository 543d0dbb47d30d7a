/** Matrices and equations in line: cells on a common grid, centred on the axis. */
import { type Box, most, moved } from './box.js';
import { ASCENT, AXIS, DESCENT } from './measures.js';

export function tableBox(
  cells: readonly (readonly Box[])[],
  align: readonly ('left' | 'center' | 'right')[],
  gap: (column: number) => number,
  em: number,
): Box {
  const widths = align.map((_, at) =>
    most(
      cells.flatMap((line) => line[at] ?? []),
      'width',
    ),
  );
  const tops: number[] = [];
  let y = 0;
  for (const line of cells) {
    y += Math.max(most(line, 'ascent'), ASCENT * em);
    tops.push(y);
    y += Math.max(most(line, 'descent'), DESCENT * em) + 0.3 * em;
  }
  const tall = y - 0.3 * em;
  const ascent = tall / 2 + AXIS * em;
  const starts = widths.map((_, at) => widths.slice(0, at).reduce((sum, width, before) => sum + width + gap(before), 0));
  const parts = cells.flatMap((line, at) =>
    line.flatMap((cell, column) => {
      const room = (widths[column] ?? 0) - cell.width;
      const shift = align[column] === 'left' ? 0 : align[column] === 'right' ? room : room / 2;
      return moved(cell, (starts[column] ?? 0) + shift, (tops[at] ?? 0) - ascent);
    }),
  );
  const width = (starts.at(-1) ?? 0) + (widths.at(-1) ?? 0);
  return { width: width + 0.1 * em, ascent, descent: tall - ascent, parts };
}
