/** Which widths and which line pitch stand for a font family. */
import type { FontFace, FontSet, ThemeFonts } from '../scene/text.js';
import { classWidths, isWide, TABLE_LIMIT } from './characters.js';
import { arimo } from './fonts/arimo.js';
import { carlito } from './fonts/carlito.js';
import { cousine } from './fonts/cousine.js';
import { gelasio } from './fonts/gelasio.js';
import { eachWidth, type FaceName, type FontTable } from './fonts/table.js';
import { tinos } from './fonts/tinos.js';

/** A face to measure with. */
export interface Face {
  /** Advance widths in em by code point, up to TABLE_LIMIT. */
  readonly widths: Float64Array;
  /** The width in em of a character from TABLE_LIMIT on, where its font is known; 0 where the face lacks it. */
  readonly beyond?: (codePoint: number) => number;
  /** From baseline to baseline at single spacing, in em. */
  readonly pitch: number;
  /** The same of its East Asian letters and of its complex ones, where their fonts are known. */
  readonly widePitch?: number;
  readonly complexPitch?: number;
}

/** What stands for a family. */
interface Family {
  readonly table: FontTable;
  /** Of the table's widths, regular and bold. */
  readonly scale: number;
  readonly boldScale: number;
  readonly pitch: number;
  /** The table is the family's own or its metric twin's, not a likeness. */
  readonly tabulated: boolean;
}

/** PowerPoint's own boxes show this pitch for every family measured: Aptos, Calibri, Arial, Tahoma. */
const POWERPOINT_PITCH = 1.2118;

/** LibreOffice takes the font's own pitch, which is greater than PowerPoint's for Calibri alone of the families with a table. */
const CALIBRI_PITCH = 1.221;

/** The pitch of a family that nobody measured: Noto Sans has 1.362, Segoe UI 1.330, and few text faces more. */
const UNKNOWN_PITCH = 1.37;

/** PowerPoint sets Calibri up to 0.33 % and Arial up to 1.04 % wider than the fonts' design widths: its boxes say so. */
const CALIBRI_SCALE = 1.004;
const SCALE = 1.0105;

const twin = (table: FontTable, scale: number, pitch: number): Family => ({ table, scale, boldScale: scale, pitch, tabulated: true });

const CALIBRI = twin(carlito, CALIBRI_SCALE, CALIBRI_PITCH);
const ARIAL = twin(arimo, SCALE, POWERPOINT_PITCH);
const TIMES = twin(tinos, SCALE, POWERPOINT_PITCH);
const COURIER = twin(cousine, SCALE, POWERPOINT_PITCH);
const GEORGIA = twin(gelasio, SCALE, POWERPOINT_PITCH);

/** A family without a table: drawn as another one's characters, narrower or wider. */
const like = (table: FontTable, scale: number, boldScale: number, pitch: number): Family => ({
  table,
  scale,
  boldScale,
  pitch,
  tabulated: false,
});

/**
 * Scales of Aptos, Aptos SemiBold and Tahoma regular: PowerPoint's boxes plus 2 %. The others are known likenesses;
 * Caladea, Cambria's supposed twin, is up to 12 % too narrow and stands for nothing.
 */
const FAMILIES: ReadonlyMap<string, Family> = new Map([
  ...['calibri', 'carlito'].map((name) => [name, CALIBRI] as const),
  ...['arial', 'helvetica', 'helvetica neue', 'liberation sans', 'arimo'].map((name) => [name, ARIAL] as const),
  ...['times new roman', 'times', 'liberation serif', 'tinos'].map((name) => [name, TIMES] as const),
  ...['courier new', 'courier', 'liberation mono', 'cousine'].map((name) => [name, COURIER] as const),
  ...['georgia', 'gelasio'].map((name) => [name, GEORGIA] as const),
  ['calibri light', like(carlito, 1.02, 1.02, CALIBRI_PITCH)],
  ['aptos', like(arimo, 1.015, 1.015, POWERPOINT_PITCH)],
  ['aptos display', like(arimo, 1.015, 1.015, POWERPOINT_PITCH)],
  ['aptos semibold', like(arimo, 1.045, 1.015, POWERPOINT_PITCH)],
  ['tahoma', like(arimo, 1.03, 1.16, POWERPOINT_PITCH)],
  ['cambria', like(arimo, 1.02, 1.02, POWERPOINT_PITCH)],
  ['segoe ui', like(arimo, 1.03, 1.03, UNKNOWN_PITCH)],
  ['consolas', like(cousine, SCALE, SCALE, POWERPOINT_PITCH)],
]);

/** As wide as the widest of the common text faces: DejaVu Sans, DejaVu Serif and Verdana take 1.15 of Arial's widths, in bold 1.2 to 1.25. */
const UNKNOWN = like(arimo, 1.16, 1.25, UNKNOWN_PITCH);

/** Most monospaced faces advance 0.6 em, SF Mono 0.618. */
const UNKNOWN_MONOSPACE = like(cousine, 1.03, 1.03, UNKNOWN_PITCH);
const MONOSPACE = /mono|code|courier|menlo|monaco|consol|typewriter/;

function familyOf(name: string): Family {
  const key = name.trim().toLowerCase();
  return FAMILIES.get(key) ?? (MONOSPACE.test(key) ? UNKNOWN_MONOSPACE : UNKNOWN);
}

/** Whether a family is measured with its own widths; where not, text takes a little more room than it will need. */
export const isTabulated = (family: string): boolean => familyOf(family).tabulated;

/** What of a text is measured by averages: families of the theme that nobody knows, and scripts, each with a letter of its own. */
export function unmeasured(text: string, fonts: ThemeFonts): readonly string[] {
  const { files = [] } = fonts;
  const given = (name: string): boolean => files.some((file) => file.family.toLowerCase() === name.trim().toLowerCase());
  const families = [...new Set([fonts.major.latin, fonts.minor.latin, fonts.mono])];
  const unknown = families.filter((name) => [UNKNOWN, UNKNOWN_MONOSPACE].includes(familyOf(name)) && !given(name));
  const scripts = given(fonts.minor.complex) ? [] : AVERAGED.filter(([, letters]) => letters.test(text)).map(([name]) => name);
  return [...unknown.map((name) => JSON.stringify(name)), ...scripts];
}

/** Scripts of which no twin has the letters, and whose letters differ in width. */
const AVERAGED: readonly (readonly [name: string, letters: RegExp])[] = [
  ['Arabic', /\p{Script=Arabic}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Lao', /\p{Script=Lao}/u],
  ['Khmer', /\p{Script=Khmer}/u],
  ['Burmese', /\p{Script=Myanmar}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['other Indic scripts', /[\u0980-\u0dff]/],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Ethiopic', /\p{Script=Ethiopic}/u],
];

/** The font whose widths stand for a family: its metric twin, or the likeness that was chosen. */
export const tableOf = (family: string): FontTable => familyOf(family).table;

const styleName = (bold: boolean, italic: boolean): FaceName => (bold ? (italic ? 'boldItalic' : 'bold') : italic ? 'italic' : 'regular');

/** The face that stands for a family; the name's case does not matter. */
export function faceOf(name: string, bold: boolean, italic: boolean): Face {
  const family = familyOf(name);
  const style = styleName(bold, italic);
  const faces = FACES.get(family) ?? new Map<FaceName, Face>();
  const known = faces.get(style);
  if (known) return known;
  const face: Face = { widths: widthsOf(family.table, style, bold ? family.boldScale : family.scale), pitch: family.pitch };
  FACES.set(family, faces.set(style, face));
  return face;
}

/** Faces once decoded: constants that are made late, because most decks use three of the twenty. */
const FACES = new Map<Family, Map<FaceName, Face>>();

/** The face that stands for a font of a theme: that of the file where the user named one, and so for the letters of other scripts. */
export function themeFace(fonts: ThemeFonts, font: 'major' | 'minor' | 'mono', bold: boolean, italic: boolean): Face {
  const set = font === 'mono' ? { latin: fonts.mono, eastAsian: fonts.minor.eastAsian, complex: fonts.mono } : fonts[font];
  const { files = [] } = fonts;
  if (files.length === 0) return faceOf(set.latin, bold, italic);
  const key = [set.latin, set.eastAsian, set.complex, bold, italic].join();
  const faces = FILE_FACES.get(files) ?? new Map<string, Face>();
  const face = faces.get(key) ?? faceWithFiles(set, files, bold, italic);
  FILE_FACES.set(files, faces.set(key, face));
  return face;
}

const FILE_FACES = new WeakMap<readonly FontFace[], Map<string, Face>>();

function faceWithFiles(set: FontSet, files: readonly FontFace[], bold: boolean, italic: boolean): Face {
  const [latin, eastAsian, complex] = [set.latin, set.eastAsian, set.complex].map((name) => fileOf(name, files, bold, italic));
  const base = faceOf(set.latin, bold, italic);
  const widths = base.widths.slice();
  const put = (file: ScaledFile | null | undefined, first: number, last: number, joined: boolean): void => {
    for (let codePoint = first; file && codePoint <= last; codePoint++) {
      const own = file.advance(codePoint) * (joined ? file.joining : 1);
      if (own > 0 && widths[codePoint] !== 0) widths[codePoint] = own;
    }
  };
  put(latin, 0, TABLE_LIMIT - 1, false);
  for (const [first, last] of COMPLEX) put(complex, first, last, first === ARABIC_BLOCK);
  return {
    widths,
    beyond: (codePoint) => (isWide(codePoint) ? eastAsian : latin)?.advance(codePoint) ?? 0,
    pitch: latin ? Math.max(POWERPOINT_PITCH, latin.pitch) : base.pitch,
    ...(eastAsian ? { widePitch: eastAsian.pitch } : {}),
    ...(complex ? { complexPitch: complex.pitch } : {}),
  };
}

const ARABIC_BLOCK = 0x0600;

/** The blocks that stand in a theme's family for complex scripts. */
const COMPLEX: readonly (readonly [first: number, last: number])[] = [
  [0x0590, 0x05ff],
  [ARABIC_BLOCK, 0x08ff],
  [0x0900, 0x109f],
  [0x1780, 0x17ff],
];

type ScaledFile = Pick<FontFace, 'pitch' | 'joining' | 'advance'>;

/** What a bold face that was not given may be wider than the regular one. */
const BOLD_SCALE = 1.12;

/** The face of that family and style; the regular one, widened, where there is no bold one. */
function fileOf(name: string, files: readonly FontFace[], bold: boolean, italic: boolean): ScaledFile | null {
  const own = files.filter((file) => file.family.toLowerCase() === name.trim().toLowerCase());
  const found = own.find((file) => file.bold === bold && file.italic === italic) ?? own.find((file) => file.bold === bold) ?? own[0];
  if (!found) return null;
  const scale = SCALE * (bold && !found.bold ? BOLD_SCALE : 1);
  return { pitch: found.pitch, joining: found.joining, advance: (codePoint) => found.advance(codePoint) * scale };
}

/** What a family lacks comes from another font, which nobody knows: Arimo's width and a tenth, else the average of the class. */
const STAND_IN_SCALE = 1.1;

function widthsOf(table: FontTable, style: FaceName, scale: number): Float64Array {
  const widths = standIns().slice();
  eachWidth(table, style, (codePoint, width) => {
    if (codePoint < TABLE_LIMIT && widths[codePoint] !== 0) widths[codePoint] = width * scale;
  });
  return widths;
}

let standInWidths: Float64Array | null = null;

function standIns(): Float64Array {
  if (standInWidths) return standInWidths;
  const widths = classWidths();
  eachWidth(arimo, 'bold', (codePoint, width) => {
    if (codePoint < TABLE_LIMIT && widths[codePoint] !== 0) widths[codePoint] = width * STAND_IN_SCALE;
  });
  standInWidths = widths;
  return widths;
}
