/** Parts of speech of English sentences, by compromise, loaded only here. */

/** A word with what it may be: `Noun`, `ProperNoun`, `PastTense` … as compromise calls it. */
export interface Term {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  is(...tags: readonly string[]): boolean;
}

/** The words of a sentence. */
export type Grammar = (text: string) => readonly Term[];

interface RawTerm {
  readonly pre: string;
  readonly text: string;
  readonly post: string;
  readonly tags: readonly string[];
}

/** Loads compromise's tagger. A sentence is read once, however often it is asked for. */
export async function englishGrammar(): Promise<Grammar> {
  const { default: nlp } = await import('compromise/two');
  const known = new Map<string, readonly Term[]>();
  return (text) => {
    const found = known.get(text);
    if (found) return found;
    const sentences: readonly { readonly terms: readonly RawTerm[] }[] = nlp(text).json({ offset: false });
    const terms = placed(sentences.flatMap((sentence) => sentence.terms));
    known.set(text, terms);
    return terms;
  };
}

/** A grammar for languages that have no tagger here. */
export const noGrammar: Grammar = () => [];

function placed(raw: readonly RawTerm[]): readonly Term[] {
  let at = 0;
  return raw.map(({ pre, text, post, tags }) => {
    const start = at + pre.length;
    const end = start + text.length;
    at = end + post.length;
    const all = new Set(tags);
    return { text, start, end, is: (...wanted) => wanted.some((tag) => all.has(tag)) };
  });
}
