/** Which language each stretch of a text is in: what a spelling checker, a screen reader and the choice of a font go by. */

/** A stretch of text in one language. */
export interface LanguageRun {
  readonly text: string;
  /** BCP 47 with a region, as Office writes it: `en-US`. */
  readonly lang: string;
}

/** The scripts that we tell apart, each with the language that most of its text is in; the order is that of trying. */
const SCRIPTS = {
  Latn: ['\\p{Script=Latin}', 'en-US'],
  Hani: ['[\\p{Script=Han}\\u3001-\\u3020\\uff01-\\uff20\\uff3b-\\uff40\\uff5b-\\uff65]', 'zh-CN'],
  Hira: ['\\p{Script=Hiragana}', 'ja-JP'],
  Kana: ['\\p{Script=Katakana}', 'ja-JP'],
  Hang: ['\\p{Script=Hangul}', 'ko-KR'],
  Bopo: ['\\p{Script=Bopomofo}', 'zh-TW'],
  Arab: ['\\p{Script=Arabic}', 'ar-SA'],
  Hebr: ['\\p{Script=Hebrew}', 'he-IL'],
  Cyrl: ['\\p{Script=Cyrillic}', 'ru-RU'],
  Grek: ['\\p{Script=Greek}', 'el-GR'],
  Thai: ['\\p{Script=Thai}', 'th-TH'],
  Deva: ['\\p{Script=Devanagari}', 'hi-IN'],
  Beng: ['\\p{Script=Bengali}', 'bn-BD'],
  Guru: ['\\p{Script=Gurmukhi}', 'pa-IN'],
  Gujr: ['\\p{Script=Gujarati}', 'gu-IN'],
  Orya: ['\\p{Script=Oriya}', 'or-IN'],
  Taml: ['\\p{Script=Tamil}', 'ta-IN'],
  Telu: ['\\p{Script=Telugu}', 'te-IN'],
  Knda: ['\\p{Script=Kannada}', 'kn-IN'],
  Mlym: ['\\p{Script=Malayalam}', 'ml-IN'],
  Sinh: ['\\p{Script=Sinhala}', 'si-LK'],
  Laoo: ['\\p{Script=Lao}', 'lo-LA'],
  Khmr: ['\\p{Script=Khmer}', 'km-KH'],
  Mymr: ['\\p{Script=Myanmar}', 'my-MM'],
  Tibt: ['\\p{Script=Tibetan}', 'bo-CN'],
  Geor: ['\\p{Script=Georgian}', 'ka-GE'],
  Armn: ['\\p{Script=Armenian}', 'hy-AM'],
  Ethi: ['\\p{Script=Ethiopic}', 'am-ET'],
  Syrc: ['\\p{Script=Syriac}', 'syr-SY'],
  Thaa: ['\\p{Script=Thaana}', 'dv-MV'],
} as const;

type Script = keyof typeof SCRIPTS;

/** A stretch of one script with the brackets and quotation marks that open it; full-width Latin letters go with what stands before them. */
const STRETCH = new RegExp(
  `[\\uff21-\\uff3a\\uff41-\\uff5a]+|[([{\\u2018\\u201c\\u00ab]*(?:${Object.entries(SCRIPTS)
    .map(([script, [pattern]]) => `(?<${script}>${pattern}+)`)
    .join('|')})`,
  'gu',
);

/** Whether a text has letters by which its language is told. */
export const tellsLanguage = (text: string): boolean => [...text.matchAll(STRETCH)].some(({ groups }) => scriptIn(groups) !== undefined);

/** Nothing but Latin letters and what has no script of its own, East Asian signs not counted. */
const LATIN_ONLY = /^(?:(?![\u3001-\u3020\uff01-\uff65])[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}])*$/u;

/** What a language is written in, where that is more than the script of its tag. */
const WRITTEN_IN: Readonly<Record<string, readonly Script[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;

/**
 * Parts a text where its language changes. Letters of the deck's script are in the deck's language, others in the one that most text of their
 * script is in; digits, signs and spaces go with what stands before them, East Asian signs with East Asian letters. `whole` is the paragraph, which says whose Han characters these are.
 */
export function languageRuns(text: string, deck: string, whole: string = text): readonly LanguageRun[] {
  const { tag, scripts } = languageOf(deck);
  if (text === '' || (scripts.has('Latn') && LATIN_ONLY.test(text))) return [{ text, lang: tag }];
  const starts: { readonly at: number; readonly lang: string }[] = [];
  for (const { index, groups } of text.matchAll(STRETCH)) {
    const script = scriptIn(groups);
    const lang = script && (scripts.has(script) ? tag : foreign(script, whole));
    if (lang && starts.at(-1)?.lang !== lang) starts.push({ at: starts.length === 0 ? 0 : index, lang });
  }
  if (starts.length === 0) return [{ text, lang: tag }];
  return starts.map(({ at, lang }, index) => ({ text: text.slice(at, starts[index + 1]?.at), lang }));
}

/**
 * The language of a text that does not say it, where its script does: the script of more than half its letters. Null for Latin letters and others
 * that many languages share.
 */
export function languageOfScript(text: string): string | null {
  const count = (letters: RegExp): number => (text.match(letters) ?? []).length;
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  const eastAsian = kana + count(/\p{Script=Han}/gu);
  const hangul = count(/\p{Script=Hangul}/gu);
  const others = count(/\p{L}/gu) - eastAsian - hangul;
  // A character or a syllable says as much as two letters at least.
  if (2 * eastAsian > others + 2 * hangul) return kana > eastAsian / 20 ? 'ja' : 'zh';
  if (2 * hangul > others + 2 * eastAsian) return 'ko';
  return ONE_LANGUAGE.find(([, letters]) => 2 * count(letters) > others + 2 * (eastAsian + hangul))?.[0] ?? null;
}

const ONE_LANGUAGE: readonly (readonly [lang: string, letters: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
];

/** The language that most of a text is in. */
export function mainLanguage(text: string, deck: string, whole: string = text): string {
  const lengths = new Map<string, number>();
  for (const run of languageRuns(text, deck, whole)) lengths.set(run.lang, (lengths.get(run.lang) ?? 0) + run.text.length);
  return [...lengths].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

const scriptIn = (groups: Readonly<Record<string, string | undefined>> | undefined): Script | undefined =>
  SCRIPT_NAMES.find((name) => groups?.[name] !== undefined);

const SCRIPT_NAMES = Object.keys(SCRIPTS) as readonly Script[];

function foreign(script: Script, whole: string): string {
  if (script === 'Hani' && KANA.test(whole)) return SCRIPTS.Kana[1];
  if (script === 'Hani' && HANGUL.test(whole)) return SCRIPTS.Hang[1];
  return SCRIPTS[script][1];
}

interface Language {
  readonly tag: string;
  readonly scripts: ReadonlySet<string>;
}

/** Asked for every run of a deck: each tag is worked out once. */
const KNOWN = new Map<string, Language>();

function languageOf(tag: string): Language {
  const known = KNOWN.get(tag);
  if (known) return known;
  const { script } = maximized(tag);
  const made = { tag: officeLanguage(tag), scripts: new Set<string>(WRITTEN_IN[script ?? ''] ?? [script ?? 'Latn']) };
  KNOWN.set(tag, made);
  return made;
}

/** Where Office's spelling checkers stand, if CLDR's likely region is another one. */
const REGIONS: Readonly<Record<string, string>> = { ar: 'ar-SA', no: 'nb-NO' };

/** Languages of two scripts, which Office names always. */
const TWO_SCRIPTS: ReadonlySet<string> = new Set(['sr', 'bs', 'uz', 'az']);

/** A language tag as Office knows it, with a region: `en-US` for `en`, `zh-CN` for `zh-Hans`. A tag of which nobody knows a region stays. */
export function officeLanguage(tag: string): string {
  const { language, script, region } = maximized(tag);
  if (region === undefined) return tag;
  const own = REGIONS[language];
  if (own !== undefined && given(tag).region === undefined) return own;
  return TWO_SCRIPTS.has(language) ? `${language}-${script}-${region}` : `${language}-${region}`;
}

/** Whether a language is written from right to left. */
export const isRightToLeftLanguage = (tag: string): boolean => RIGHT_TO_LEFT.has(maximized(tag).script ?? '');

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand']);

const maximized = (tag: string): Intl.Locale => given(tag).maximize();

function given(tag: string): Intl.Locale {
  try {
    return new Intl.Locale(tag);
  } catch {
    return new Intl.Locale('en');
  }
}
