/** What all of a formula's layout goes by. */
import type { Formula } from '../../scene/formula.js';

/** The family that draws math here: in PowerPoint it is Cambria Math. */
export const FAMILY = 'Times New Roman';

/** Heights of letters, in em. */
export const [ASCENT, DESCENT, AXIS] = [0.7, 0.22, 0.25];

/** One kind of formula. */
export type Kind<K extends Formula['kind']> = Extract<Formula, { kind: K }>;

/** Slanted letters lean over their superscripts. */
export const slant = (base: Formula): number => (base.kind === 'letters' && base.italic ? 0.06 : 0);
