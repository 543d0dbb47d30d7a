/** Families as CSS names them: the theme's own, then its metric twin, then what draws the scripts that both lack. */

import type { FontFace, LevelStyle, ThemeFonts } from '../../scene/text.js';
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

/**
 * The families of a font of the theme, as the value of `font-family`; `first` comes before them: the font that has these letters. `family` stands in
 * the Latin one's stead.
 */
export function familiesOf(
  font: LevelStyle['font'],
  fonts: ThemeFonts,
  first: readonly string[] = [],
  family: string = font === 'mono' ? fonts.mono : fonts[font].latin,
): string {
  const set = { ...(font === 'mono' ? fonts.minor : fonts[font]), latin: family };
  const [twin = 'Arimo', generic = 'sans-serif'] = TWINS.get(tableOf(set.latin)) ?? [];
  const names = [...first, set.latin, twin, set.eastAsian, 'Noto Sans CJK SC', set.complex].filter((name) => name !== '');
  return [...new Set(names)].map(quoted).concat(generic).join(', ');
}

const quoted = (name: string): string => (/^[A-Za-z]+$/.test(name) ? name : `'${name.replace(/['"\\]/g, '')}'`);

/** How much of a line's height stands above the baseline. */
export function ascentShare(family: string): number {
  const { ascent, descent } = tableOf(family).hhea;
  return ascent / (ascent - descent);
}

/** A stretch of text that one font has the letters of. */
export interface FontStretch {
  readonly text: string;
  /** A family of the faces; null: the font that the text is set in, or none. */
  readonly family: string | null;
}

/** Parts a text where its font must change; signs, spaces and marks go with the letters before them where these letters' font has them. */
export function fontStretches(text: string, latin: string, faces: readonly FontFace[]): readonly FontStretch[] {
  if (faces.length === 0 || COMMON.test(text)) return [{ text, family: null }];
  const twin = charactersOf(tableOf(latin));
  const stretches: { text: string; family: string | null }[] = [];
  let face: FontFace | null = null;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const follows: boolean =
      stretches.length > 0 && (ATTACHED.test(character) || (face !== null && NEUTRAL.test(character) && face.advance(code) > 0));
    if (!follows) face = twin.has(code) ? null : (faces.find((other) => other.advance(code) > 0) ?? null);
    const last = stretches.at(-1);
    const family: string | null = face?.family ?? null;
    if (last && last.family === family) last.text += character;
    else stretches.push({ text: character, family });
  }
  return stretches;
}

/** What every twin has. */
const COMMON = /^[\x20-\x7e\xa0-\xff\u2013\u2014\u2018-\u201d\u2022\u2026]*$/;
const ATTACHED = /[\p{M}\p{Cf}]/u;
const NEUTRAL = /[\p{Z}\p{P}\p{S}]/u;

/** The characters of a text that neither a twin nor one of the faces has, each once, in order of appearance. */
export function charactersWithout(text: string, faces: readonly FontFace[] = []): readonly string[] {
  const twins = [...TWINS.keys()].map(charactersOf);
  const drawn = (code: number): boolean => twins.some((twin) => twin.has(code)) || faces.some((face) => face.advance(code) > 0);
  return [...new Set(text)].filter((character) => !/[\p{C}\p{Z}\p{M}]/u.test(character) && !drawn(character.codePointAt(0) ?? 0));
}

const CHARACTERS = new Map<FontTable, ReadonlySet<number>>();

/** The characters that a twin has. */
function charactersOf(table: FontTable): ReadonlySet<number> {
  const known = CHARACTERS.get(table);
  if (known) return known;
  const found = new Set<number>();
  eachWidth(table, 'regular', (codePoint) => found.add(codePoint));
  CHARACTERS.set(table, found);
  return found;
}
