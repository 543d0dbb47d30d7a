/** Formulas of shapes (ISO/IEC 29500-1, 20.1.9.11 gd): names that stand for lengths and angles. */

/** The value of a name or a number. */
export type Guides = (word: string) => number;

/** An angle is written in sixty-thousandths of a degree. */
export const ANGLE = 60_000;

const radians = (angle: number): number => ((angle / ANGLE) * Math.PI) / 180;
const angleOf = (radian: number): number => ((radian * 180) / Math.PI) * ANGLE;

type Formula = (x: number, y: number, z: number) => number;

/** ISO/IEC 29500-1, 20.1.9.11, table of formulas. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  '*/': (x, y, z) => (z === 0 ? 0 : (x * y) / z),
  '+-': (x, y, z) => x + y - z,
  '+/': (x, y, z) => (z === 0 ? 0 : (x + y) / z),
  '?:': (x, y, z) => (x > 0 ? y : z),
  abs: (x) => Math.abs(x),
  at2: (x, y) => angleOf(Math.atan2(y, x)),
  cat2: (x, y, z) => x * Math.cos(Math.atan2(z, y)),
  cos: (x, y) => x * Math.cos(radians(y)),
  max: (x, y) => Math.max(x, y),
  min: (x, y) => Math.min(x, y),
  mod: (x, y, z) => Math.hypot(x, y, z),
  pin: (x, y, z) => Math.min(z, Math.max(x, y)),
  sat2: (x, y, z) => x * Math.sin(Math.atan2(z, y)),
  sin: (x, y) => x * Math.sin(radians(y)),
  sqrt: (x) => Math.sqrt(Math.max(0, x)),
  tan: (x, y) => x * Math.tan(radians(y)),
  val: (x) => x,
};

/** Names that every shape has, for one `w` wide and `h` high. */
const builtIn = (w: number, h: number): Readonly<Record<string, number>> => {
  const [ss, ls] = [Math.min(w, h), Math.max(w, h)];
  const parts = (name: string, length: number): readonly (readonly [string, number])[] =>
    [2, 3, 4, 5, 6, 8, 10, 12, 16, 32].map((n) => [`${name}d${n}`, length / n]);
  return {
    ...{ w, h, l: 0, t: 0, r: w, b: h, hc: w / 2, vc: h / 2, ss, ls },
    ...{
      cd2: 180 * ANGLE,
      cd4: 90 * ANGLE,
      cd8: 45 * ANGLE,
      '3cd4': 270 * ANGLE,
      '3cd8': 135 * ANGLE,
      '5cd8': 225 * ANGLE,
      '7cd8': 315 * ANGLE,
    },
    ...Object.fromEntries([...parts('w', w), ...parts('h', h), ...parts('ss', ss)]),
  };
};

/** One definition: a name and its formula, `+- r 0 x1`. */
export type Definition = readonly [name: string, formula: string];

/** The guides of a shape; a word that is no number and no name counts as 0. */
export function guidesOf(w: number, h: number, definitions: readonly Definition[]): Guides {
  const known = new Map(Object.entries(builtIn(w, h)));
  const read: Guides = (word) => {
    const value = known.get(word) ?? Number(word);
    return Number.isFinite(value) ? value : 0;
  };
  for (const [name, formula] of definitions) {
    const [op = '', x = '0', y = '0', z = '0'] = formula.trim().split(/\s+/);
    known.set(name, FORMULAS[op]?.(read(x), read(y), read(z)) ?? 0);
  }
  return read;
}
