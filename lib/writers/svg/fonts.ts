/** Families as CSS names them: the theme's own, then its metric twin, then what draws the scripts that both lack. */

import type { LevelStyle, ThemeFonts } from '../../scene/text.js';
import { tableOf } from '../../text/families.js';
import { arimo } from '../../text/fonts/arimo.js';
import { carlito } from '../../text/fonts/carlito.js';
import { cousine } from '../../text/fonts/cousine.js';
import { gelasio } from '../../text/fonts/gelasio.js';
import { eachWidth, type FontTable } from '../../text/fonts/table.js';
import { tinos } from '../../text/fonts/tinos.js';

const TWINS: ReadonlyMap<FontTable, readonly [name: string, generic: string]> = new Map([
  [carlito, ['Carlito', 'sans-serif']],
  [arimo, ['Arimo', 'sans-serif']],
  [tinos, ['Tinos', 'serif']],
  [gelasio, ['Gelasio', 'serif']],
  [cousine, ['Cousine', 'monospace']],
]);

/** The families of a font of the theme, as the value of `font-family`. */
export function familiesOf(font: LevelStyle['font'], fonts: ThemeFonts): string {
  const set = font === 'mono' ? { latin: fonts.mono, eastAsian: fonts.minor.eastAsian, complex: fonts.minor.complex } : fonts[font];
  const [twin = 'Arimo', generic = 'sans-serif'] = TWINS.get(tableOf(set.latin)) ?? [];
  const names = [set.latin, twin, set.eastAsian, 'Noto Sans CJK SC', set.complex].filter((name) => name !== '');
  return [...new Set(names)].map(quoted).concat(generic).join(', ');
}

const quoted = (name: string): string => (/^[A-Za-z]+$/.test(name) ? name : `'${name.replace(/['"\\]/g, '')}'`);

/** How much of a line's height stands above the baseline. */
export function ascentShare(family: string): number {
  const { ascent, descent } = tableOf(family).hhea;
  return ascent / (ascent - descent);
}

/** The characters of a text that none of the twins has, each once, in order of appearance. */
export function charactersWithoutTwin(text: string): readonly string[] {
  const known = new Set<number>();
  for (const table of TWINS.keys()) eachWidth(table, 'regular', (codePoint) => known.add(codePoint));
  const missing = (character: string): boolean => !known.has(character.codePointAt(0) ?? 0) && !/[\p{C}\p{Z}\p{M}]/u.test(character);
  return [...new Set(text)].filter(missing);
}
