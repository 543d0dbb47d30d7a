/** Colours of a file as a template writes them: slots of the theme with transformations, never literals. */
import { type Color, type SchemeSlot, scheme } from '../../../core/color.js';
import { distance } from '../../contrast.js';
import type { Template } from '../../model.js';
import type { Ink } from '../backdrop/index.js';

/** `tx2 lumMod 70 lumOff 30`. */
export const expression = (color: Color): string =>
  color.kind === 'literal' ? 'tx1' : [color.slot, ...color.transforms.map(({ name, percent }) => `${name} ${round(percent)}`)].join(' ');

const round = (percent: number): number => Math.round(percent * 100) / 100;

const SLOTS: readonly SchemeSlot[] = [
  ...(['bg1', 'tx1', 'bg2', 'tx2'] as const),
  ...(['accent1', 'accent2', 'accent3', 'accent4', 'accent5', 'accent6'] as const),
];

/** CIEDE2000 below which nobody sees that a colour is another one. */
const SAME = 3;

/** A colour of the art; `tell` takes a literal whose nearest slot is another colour. */
export function inkExpression(ink: Ink, theme: Pick<Template, 'colors' | 'colorMap'>, tell: (what: string) => void): string {
  if (ink.theme) return expression(ink.theme);
  const literal: Color = { kind: 'literal', hex: ink.hex };
  const ranked = SLOTS.map((slot) => ({ slot, apart: distance(scheme(slot), literal, 'normal', theme) })).sort((a, b) => a.apart - b.apart);
  const [best] = ranked;
  if (!best) return 'tx1';
  if (best.apart > SAME) tell(`the colour ${ink.hex} is none of the theme's: ${best.slot} stands for it`);
  return ink.opacity < 1 ? `${best.slot} alpha ${round(ink.opacity * 100)}` : best.slot;
}
