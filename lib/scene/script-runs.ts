/** Runs parted by what is said of their letters: the language they are in, and whether they are emoji. */
import { languageRuns, mainLanguage, tellsLanguage } from './language.js';
import { type Paragraph, plainText, type TextInline, type TextRun } from './text.js';

/**
 * The paragraph with a run for each language and each row of emoji; `lang` is the deck's. Emoji stand in a font of their own, as PowerPoint
 * itself writes them: LibreOffice draws those that it has to find inside other text on top of the next word. A link stays one run, for its
 * parts would be links of their own. Done twice, it changes nothing.
 */
export function withScriptRuns(paragraph: Paragraph, lang: string): Paragraph {
  const whole = plainText(paragraph);
  return { ...paragraph, inlines: paragraph.inlines.flatMap((inline) => parted(inline, whole, lang)) };
}

function parted(inline: TextInline, whole: string, lang: string): readonly TextInline[] {
  // Signs and figures have the language of the words around them, once that is known.
  if (inline.type === 'break' || inline.type === 'equation' || (inline.lang !== lang && !tellsLanguage(inline.text))) return [inline];
  if (inline.type === 'field' || inline.link) return [{ ...inline, lang: mainLanguage(inline.text, lang, whole) }];
  return languageRuns(inline.text, lang, whole).flatMap((run) => withEmoji({ ...inline, ...run }));
}

/** A row of emoji: flags, keycaps, pictures that stand as such, each with what is joined to it. */
const EMOJI =
  /((?:\p{RI}{2}|[0-9#*]\ufe0f\u20e3|(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f)(?:\p{EMod}|\ufe0f|\u200d\p{Extended_Pictographic}|[\u{e0020}-\u{e007f}])*)+)/u;

function withEmoji(run: TextRun): readonly TextRun[] {
  const pieces = run.text.split(EMOJI);
  if (pieces.length === 1) return [run];
  return pieces.flatMap((text, index) => (text === '' ? [] : [{ ...run, text, ...(index % 2 === 1 ? { emoji: true } : {}) }]));
}
