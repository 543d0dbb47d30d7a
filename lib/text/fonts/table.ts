/** Advance widths of a family's four faces, packed as text: the generated modules beside this file hold them. */

/** The faces of a family. */
export type FaceName = 'regular' | 'bold' | 'italic' | 'boldItalic';

/** Vertical metrics in em, as one table of the font states them; `descent` is negative. */
export interface VerticalMetrics {
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
}

/** A family's metrics as generated. */
export interface FontTable {
  readonly unitsPerEm: number;
  /** The font's `hhea` table. */
  readonly hhea: VerticalMetrics;
  /** The typographic metrics of the font's `OS/2` table. */
  readonly typo: VerticalMetrics;
  /** The code points that have a width: `20-7e a0-17f`, in hexadecimal, both ends included. */
  readonly ranges: string;
  /** Per face the widths of those code points in font units, two digits of base 64 each; 0 is a character that the face lacks. */
  readonly widths: Readonly<Record<FaceName, string>>;
}

/** Calls `visit` with the code point and the width in em of every character that the face holds. */
export function eachWidth(table: FontTable, face: FaceName, visit: (codePoint: number, width: number) => void): void {
  const packed = table.widths[face];
  let at = 0;
  for (const range of table.ranges.split(' ')) {
    const [first, last] = range.split('-');
    const end = Number.parseInt(last ?? first ?? '', 16);
    for (let codePoint = Number.parseInt(first ?? '', 16); codePoint <= end; codePoint++) {
      const units = digit(packed.charCodeAt(at)) * 64 + digit(packed.charCodeAt(at + 1));
      at += 2;
      if (units > 0) visit(codePoint, units / table.unitsPerEm);
    }
  }
}

/** The digits of base 64 follow each other in ASCII from `0`, but for the backslash, which would need escaping: `p` stands in for it. */
const digit = (code: number): number => (code === 112 ? 44 : code - 48);
