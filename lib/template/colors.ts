/** Colours as a template writes them: `accent1`, `tx2 lumMod 70 lumOff 30`, `paper alpha 30`. */
import { type Color, type ColorTransform, type SchemeColor, type SchemeSlot, scheme, THEME_SLOTS, type ThemeSlot } from '../core/color.js';

const SLOTS: ReadonlySet<string> = new Set<SchemeSlot | ThemeSlot>(['tx1', 'bg1', 'tx2', 'bg2', ...THEME_SLOTS]);

const isSlot = (name: string): name is SchemeSlot | ThemeSlot => SLOTS.has(name);
const isTransform = (name: string): name is ColorTransform['name'] => name === 'lumMod' || name === 'lumOff' || name === 'alpha';

/** The colour of an expression; null where its first word is neither a slot nor a name of the palette. */
export function parseColor(text: string, palette: Readonly<Record<string, Color>>): Color | null {
  const [name = '', ...words] = text.split(' ');
  const base = palette[name] ?? (isSlot(name) ? scheme(name) : null);
  return base?.kind === 'scheme' ? transformed(base, words) : base;
}

function transformed(base: SchemeColor, words: readonly string[]): SchemeColor {
  const transforms: ColorTransform[] = [...base.transforms];
  for (let i = 0; i + 1 < words.length; i += 2) {
    const name = words[i] ?? '';
    if (isTransform(name)) transforms.push({ name, percent: Number(words[i + 1]) });
  }
  return { ...base, transforms };
}

/** All words that can start an expression, for suggestions. */
export const colorNames = (palette: Readonly<Record<string, Color>>): readonly string[] => [...Object.keys(palette), ...SLOTS];
