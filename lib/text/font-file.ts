/** Font files (TrueType, OpenType, collections of them) as far as measuring and drawing need them. */
import type { Font, FontCollection } from 'fontkit';
import type { FontFace } from '../scene/text.js';

/** The faces of a font file; null where the bytes are none that can be read. The reader is loaded only here. */
export async function readFontFile(bytes: Uint8Array): Promise<readonly FontFace[] | null> {
  const { create } = await import('fontkit');
  try {
    const read = create(Buffer.from(bytes));
    return (isCollection(read) ? read.fonts : [read]).map(faceFrom);
  } catch {
    return null;
  }
}

const isCollection = (read: Font | FontCollection): read is FontCollection => read.type === 'TTC' || read.type === 'DFont';

/** An Arabic sentence with every letter of the alphabet. */
const ARABIC = 'صف خلق خود كمثل الشمس إذ بزغت يحظى الضجيع بها نجلاء معطار';

/** Some words have more broad letters than the sentence. */
const ARABIC_MARGIN = 1.1;

function faceFrom(font: Font): FontFace {
  const { unitsPerEm } = font;
  const known = new Map<number, number>();
  const advance = (codePoint: number): number => {
    const found =
      known.get(codePoint) ?? (font.hasGlyphForCodePoint(codePoint) ? font.glyphForCodePoint(codePoint).advanceWidth : 0) / unitsPerEm;
    known.set(codePoint, found);
    return found;
  };
  return {
    family: font.familyName,
    bold: /bold|black|heavy/i.test(font.subfamilyName),
    italic: /italic|oblique/i.test(font.subfamilyName),
    pitch: pitchOf(font),
    joining: joiningOf(font, advance),
    advance,
  };
}

/** Readers differ in which of a font's two pitches they take. */
const pitchOf = (font: Font): number =>
  Math.max(font.hhea.ascent - font.hhea.descent + font.hhea.lineGap, font['OS/2'].winAscent + font['OS/2'].winDescent) / font.unitsPerEm;

/** Joined letters are narrower than those that stand alone, as which the font lists them. */
function joiningOf(font: Font, advance: (codePoint: number) => number): number {
  if (!font.hasGlyphForCodePoint(0x0628)) return 1;
  const alone = Array.from(ARABIC, (letter) => advance(letter.codePointAt(0) ?? 0)).reduce((sum, width) => sum + width, 0);
  return Math.min(1, (ARABIC_MARGIN * font.layout(ARABIC).advanceWidth) / font.unitsPerEm / alone);
}
