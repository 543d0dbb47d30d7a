/** Widths of characters for which no font table stands: averages of their class, on the wide side. */

/** Code points below this have their widths in arrays; those above are looked up by class. */
export const TABLE_LIMIT = 0x2700;

const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const PICTOGRAPH = /\p{Extended_Pictographic}/gu;

/** Segoe UI Emoji, the widest of the usual ones, advances 1.37 em; Noto and Apple 1.25. */
export const EMOJI_WIDTH = 1.4;

/**
 * First and last code point, and em per character: measured on sentences in the bold faces of the Noto families
 * (marks without width not counted), and rounded up. Marks that advance are counted as letters.
 */
const CLASSES: readonly (readonly [first: number, last: number, width: number])[] = [
  [0x0020, 0x052f, 0.75], // Latin, Greek and Cyrillic letters that even Arimo lacks
  [0x0530, 0x058f, 0.75], // Armenian
  [0x0590, 0x05ff, 0.65], // Hebrew
  [0x0600, 0x08ff, 0.6], // Arabic, Syriac, Thaana, N'Ko
  [0x0900, 0x0b7f, 0.6], // Devanagari to Oriya
  [0x0b80, 0x0dff, 1], // Tamil to Sinhala
  [0x0e00, 0x0eff, 0.68], // Thai, Lao
  [0x1000, 0x109f, 0.8], // Myanmar
  [0x10a0, 0x10ff, 0.72], // Georgian
  [0x1100, 0x115f, 1], // Hangul initial consonants
  [0x1200, 0x139f, 0.8], // Ethiopic
  [0x1780, 0x17ff, 0.65], // Khmer
  [0x1c90, 0x1cbf, 0.85], // Georgian capitals
  [0x2000, 0x206f, 0.6], // punctuation
  [0x2070, 0x20cf, 0.65], // raised and lowered digits, currency
  [0x2e80, 0xa4cf, 1], // Han, kana, bopomofo, Yi
  [0xa960, 0xa97f, 1],
  [0xac00, 0xd7a3, 0.97], // Hangul syllables: Malgun Gothic and Noto Sans CJK 0.92, Noto Serif CJK 0.966
  [0xf900, 0xfaff, 1],
  [0xfb00, 0xfb06, 0.75], // Latin ligatures
  [0xfb1d, 0xfb4f, 0.65],
  [0xfb50, 0xfdff, 0.6],
  [0xfe10, 0xfe6f, 1],
  [0xfe70, 0xfeff, 0.6],
  [0xff01, 0xff60, 1], // full-width forms
  [0xff61, 0xffdc, 0.5], // half-width forms
  [0xffe0, 0xffe6, 1],
  [0xffe8, 0xffee, 0.5],
];

/** Takes its hyphen's room everywhere: whether it shows is for the reader's program to say. */
const SOFT_HYPHEN = 0xad;

const OTHER_WIDTH = 1;
const REGIONAL_INDICATOR_WIDTH = 0.75;

/** The widths in em of the characters below TABLE_LIMIT, by their class alone. */
export function classWidths(): Float64Array {
  const widths = new Float64Array(TABLE_LIMIT).fill(OTHER_WIDTH);
  for (const [first, last, width] of CLASSES) widths.fill(width, first, last + 1);
  const all = String.fromCharCode(...widths.keys());
  for (const { index } of all.matchAll(PICTOGRAPH)) widths[index] = EMOJI_WIDTH;
  for (const { index } of all.matchAll(ZERO_WIDTH)) if (index !== SOFT_HYPHEN) widths[index] = 0;
  return widths;
}

/** The width in em of a character from TABLE_LIMIT on, by its class alone. */
export function classWidth(codePoint: number): number {
  if (isWide(codePoint) && !isSyllable(codePoint)) return 1;
  if (codePoint >= 0x1f1e6 && codePoint <= 0x1f1ff) return REGIONAL_INDICATOR_WIDTH;
  const character = String.fromCodePoint(codePoint);
  if (isSkinTone(codePoint) || character.search(ZERO_WIDTH) === 0) return 0;
  if (character.search(PICTOGRAPH) === 0) return EMOJI_WIDTH;
  return CLASSES.find(([first, last]) => codePoint >= first && codePoint <= last)?.[2] ?? OTHER_WIDTH;
}

/** Whether a character is a syllable of Hangul, which is narrower than other East Asian letters, and whose words are parted by spaces. */
export const isSyllable = (codePoint: number): boolean => codePoint >= 0xac00 && codePoint <= 0xd7a3;

/** Skin tones colour the emoji before them. */
const isSkinTone = (codePoint: number): boolean => codePoint >= 0x1f3fb && codePoint <= 0x1f3ff;

/** Whether a character is set in the East Asian face, full width. */
export const isWide = (codePoint: number): boolean =>
  codePoint >= 0x1100 &&
  ((codePoint >= 0x2e80 && codePoint <= 0xa4cf) ||
    codePoint <= 0x115f ||
    (codePoint >= 0xa960 && codePoint <= 0xa97f) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    (codePoint >= 0xfe30 && codePoint <= 0xfe4f) ||
    (codePoint >= 0xff01 && codePoint <= 0xff60) ||
    (codePoint >= 0x20000 && codePoint <= 0x3fffd));

/** Whether a text holds full-width characters. */
export const hasWide = (text: string): boolean => WIDE.test(text);

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff01-\uff60\u{20000}-\u{3fffd}]/u;

/**
 * Line pitch in em of the fonts that stand in for letters that the usual ones lack. Microsoft YaHei has 1.320; Leelawadee UI, Nirmala UI,
 * Ebrima, Segoe UI Symbol and Segoe UI Emoji 1.330, the Noto families 1.362; Myanmar Text 1.880. Arabic and Hebrew stand in Arial itself.
 */
const PITCHES: readonly (readonly [letters: RegExp, pitch: number])[] = [
  [WIDE, 1.32],
  [/[\u0700-\u0fff\u1200-\u1cff\u2600-\u2e7f\ua4d0-\ua95f\ua980-\uabff\u{10000}-\u{1ffff}]|\ufe0f|\u20e3/u, 1.37],
  [/[\u1000-\u109f\ua9e0-\ua9ff\uaa60-\uaa7f]/, 1.9],
];

const USUAL = /^[\0-\u06ff\u1e00-\u20e2\u2100-\u25ff]*$/;

/** The line pitch in em that the letters of a text ask for, whatever the family; 0 where the family's own will do. */
export const pitchOf = (text: string): number =>
  USUAL.test(text) ? 0 : Math.max(0, ...PITCHES.map(([letters, pitch]) => (letters.test(text) ? pitch : 0)));

/** Whether a mark is full-width beside East Asian characters and narrow beside others: quotation marks, dashes, ellipses, the middle dot. */
export const isAmbiguous = (codePoint: number): boolean => AMBIGUOUS.has(codePoint);

const AMBIGUOUS: ReadonlySet<number> = new Set([0x00b7, 0x2014, 0x2015, 0x2018, 0x2019, 0x201c, 0x201d, 0x2025, 0x2026]);
