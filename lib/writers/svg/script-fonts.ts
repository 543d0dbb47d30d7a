/** Which free fonts have the letters that the metric twins lack: npm packages under `@expo-google-fonts/`. */

interface ScriptFont {
  /** Of the package. */
  readonly name: string;
  readonly letters: RegExp;
}

const HAN: Readonly<Record<string, string>> = { ja: 'noto-sans-jp', ko: 'noto-sans-kr', 'zh-Hant': 'noto-sans-tc' };

const FONTS: readonly ScriptFont[] = [
  { name: 'noto-sans-arabic', letters: /\p{Script=Arabic}/u },
  { name: 'noto-sans-thai', letters: /\p{Script=Thai}/u },
  { name: 'noto-sans-lao', letters: /\p{Script=Lao}/u },
  { name: 'noto-sans-khmer', letters: /\p{Script=Khmer}/u },
  { name: 'noto-sans-devanagari', letters: /\p{Script=Devanagari}/u },
  { name: 'noto-sans-kr', letters: /\p{Script=Hangul}/u },
  { name: 'noto-sans-jp', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/u },
  { name: 'noto-sans-math', letters: /[\u2100-\u2bff\u{1d400}-\u{1d7ff}]/u },
  { name: 'noto-emoji', letters: /\p{Extended_Pictographic}/u },
];

/** The packages that have characters of a deck in that language (BCP 47), each once; there may be characters that none has. */
export function packagesFor(characters: readonly string[], lang: string): readonly string[] {
  const { language, script } = new Intl.Locale(lang).maximize();
  const han = {
    name: HAN[language] ?? HAN[`${language}-${script}`] ?? 'noto-sans-sc',
    letters: /[\p{Script=Han}\u3001-\u3020\uff01-\uff65]/u,
  };
  return [...new Set([han, ...FONTS].filter(({ letters }) => characters.some((letter) => letters.test(letter))).map(({ name }) => name))];
}
