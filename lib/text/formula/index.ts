/** Equations among text: how much room each of their pieces takes. */
import type { Formula } from '../../scene/formula.js';
import type { EquationInline, LevelStyle } from '../../scene/text.js';
import type { Box } from './box.js';
import { layOutFormula } from './layout.js';

/** A piece of an equation with the room that is kept for it. Points. */
export interface PieceBox {
  readonly width: number;
  /** Above and below the baseline, leading included. */
  readonly ascent: number;
  readonly descent: number;
  /** What is drawn in the middle of that room. */
  readonly box: Box;
}

/** Cambria Math, which PowerPoint sets, is up to 13 % wider than the twin of Times (digits 0.554 em against 0.5): it is drawn that much larger. */
const LARGER = 1.1;
const ROOM = 1.04;
/** Office keeps more air in fractions and limits. */
const AIR = 1.02;
/** A line of text of that size at single spacing, above and below its baseline, in em. */
const [ABOVE, BELOW] = [0.95, 0.27];

const KNOWN = new WeakMap<EquationInline['equation'], Map<string, readonly PieceBox[]>>();

/** The pieces of an equation in text of a level; each is laid out once for a size. */
export function equationBoxes(
  { equation, bold, size: own }: Pick<EquationInline, 'equation' | 'bold' | 'size'>,
  level: LevelStyle,
): readonly PieceBox[] {
  const size = own ?? level.size;
  const sizes = KNOWN.get(equation) ?? new Map<string, readonly PieceBox[]>();
  const key = `${size} ${bold}`;
  const made =
    sizes.get(key) ??
    equation.pieces.map((piece, at) =>
      withRoom(layOutFormula(at === 0 ? piece : continued(piece), size * LARGER, bold ?? false, equation.display), size),
    );
  KNOWN.set(equation, sizes.set(key, made));
  return made;
}

/** A sign at the start of a further piece stands between two terms all the same. */
const continued = (piece: Formula): Formula => ({
  kind: 'row',
  items: [{ kind: 'space', width: 0 }, ...(piece.kind === 'row' ? piece.items : [piece])],
});

const withRoom = (box: Box, size: number): PieceBox => ({
  width: box.width * ROOM,
  ascent: Math.max(ABOVE * size, box.ascent * AIR + 0.12 * size),
  descent: Math.max(BELOW * size, box.descent * AIR + 0.12 * size),
  box,
});
