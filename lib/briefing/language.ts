/** The language of a briefing whose author names none. */
import { diagnostic, type Sink } from '../core/diagnostic.js';
import { languageOfScript } from '../scene/language.js';
import type { Briefing } from './briefing.js';

/** Code, addresses and tags: they say nothing of the language that a text is in. */
const NO_WORDS = /^(```|~~~)[\s\S]*?^\1|`[^`\n]*`|<[^>]*>|\]\([^)]*\)|\bhttps?:\S+/gm;

/** The briefing in the language that its letters tell, where no other is named; `text` is its file. */
export function inItsLanguage(briefing: Briefing, text: string, sink: Sink): Briefing {
  const { meta } = briefing;
  const lang = meta.langGiven ? null : languageOfScript(text.replace(NO_WORDS, ' '));
  if (lang === null) return briefing;
  const message = `no language is named; by its letters the text is taken for "${lang}"`;
  sink(diagnostic('info', 'lang/by-script', message, meta.span, `say it in the front matter: lang: ${lang}`));
  return { ...briefing, meta: { ...meta, lang } };
}
