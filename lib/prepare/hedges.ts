/** Statements that their author does not stand for, and the words that say so. */
import type { Status } from '../briefing/inline.js';
import type { Grammar, Term } from './grammar.js';

/** How a statement is hedged. */
export interface Hedge {
  readonly status: Extract<Status, 'claimed' | 'disputed' | 'estimated'>;
  /** As written, in reading order. */
  readonly words: readonly string[];
  /** Whose statement it is, in the source's words; empty where the sentence does not say. */
  readonly by: string;
}

const EN: readonly (readonly [Hedge['status'], RegExp])[] = [
  [
    'disputed',
    /\b(?:cast(?:s|ing)? doubt|doubt(?:s|ed|ful)?|disput(?:e|es|ed|ing)|contest(?:s|ed)|den(?:y|ies|ied)|reject(?:s|ed)|controvers(?:y|ial)|contradict(?:s|ed)|s[kc]eptic(?:s|al|ism)?|critics|unproven|unverified|unconfirmed|refut(?:e|es|ed)|question(?:s|ed) (?:whether|how|if))\b/gi,
  ],
  [
    'estimated',
    /\b(?:(?<!to )estimat(?:e|es|ed|ing|ion|ions)|projected|forecasts?|(?:is|are|was|were) expected to|predict(?:s|ed|ion|ions)?|projections?)\b/gi,
  ],
  [
    'claimed',
    /\b(?:claim(?:s|ed|ing)?|alleg(?:e|es|ed|edly|ations?)|reportedly|(?:is|are|was|were) (?:said|believed|thought|understood|rumou?red) to|supposedly|purported(?:ly)?|according to|argu(?:e|es|ed)|believ(?:e|es|ed)|suggest(?:s|ed)?|assert(?:s|ed)|contend(?:s|ed)|insist(?:s|ed)|says that|apparently|seem(?:s|ed)? to|appear(?:s|ed)? to|perceived as|framed as|likely|probably|possibly|perhaps|might|could|may(?! \d))\b/g,
  ],
];

const ZH: readonly (readonly [Hedge['status'], RegExp])[] = [
  ['disputed', /质疑|怀疑|否认|争议|批评者|批评人士|反驳|不认同|未经证实/g],
  ['estimated', /估计|预计|预测|估算|推算|预期/g],
  ['claimed', /据称|声称|宣称|据说|据报道|据悉|号称|自称|认为|主张|可能|或许|也许|似乎|有望|疑似|传闻|据传/g],
];

/** How a sentence is hedged; null where it is stated plainly. The strongest doubt gives the status. */
export function hedgeOf(text: string, lang: string, grammar: Grammar): Hedge | null {
  const chinese = lang.startsWith('zh');
  const found = (chinese ? ZH : EN)
    .flatMap(([status, pattern]) => [...text.matchAll(pattern)].map((match) => ({ status, words: match[0], at: match.index })))
    .filter(
      ({ words, at }) =>
        !/^claims?$/i.test(words) || /^\s(?:to|that|it|he|she|they|the|an?|his|her|its|their|credit)\b/.test(text.slice(at + words.length)),
    );
  const [first] = found;
  if (!first) return null;
  const words = [...found].sort((a, b) => a.at - b.at).map((hedge) => hedge.words);
  return { status: first.status, words: [...new Set(words)], by: chinese ? chineseSpeaker(text, first.at) : speaker(text, first, grammar) };
}

/** Whether any word of a text hedges: such words are never cut off. */
export const hasHedge = (text: string): boolean => [...EN, ...ZH].some(([, pattern]) => text.search(pattern) !== -1);

const termAt = (terms: readonly Term[], at: number): number => terms.findIndex((term) => term.start <= at && at < term.end);

function speaker(text: string, hedge: { words: string; at: number }, grammar: Grammar): string {
  if (/^critics$|^s[kc]eptics$/i.test(hedge.words)) return hedge.words;
  const terms = grammar(text);
  if (/^according to$/i.test(hedge.words)) {
    const after = text.slice(hedge.at + hedge.words.length).trim();
    return /^(?:the |a |an )?[^,.;:()]{2,60}/.exec(after)?.[0].trim() ?? '';
  }
  if (PASSIVE.test(hedge.words))
    return /^\S*\s+by\s((?:the |an? )?[^,.;:()]{2,50})/.exec(text.slice(hedge.at + hedge.words.length))?.[1]?.trim() ?? '';
  return subjectBefore(text, terms, termAt(terms, hedge.at));
}

/** The subject of these is not who says so. */
const PASSIVE =
  /^(?:is|are|was|were) | as$| to$|ly$|^(?:may|might|could|likely|perhaps|estimated|projected|disputed|doubtful|controvers.*|un.*ed|unproven)$/i;

const PRONOUN = /^(?:it|he|she|they|we|i|you|which|that|who|this|these|those|there|what|its|his|her|their)$/i;

/** `the airport at Norhaven` is one subject. */
const LINKS = /^(?:of|at|for|from|in)$/;

/** The words of the subject in front of a verb: `tech magnate Elon Musk`; empty for a pronoun. */
function subjectBefore(text: string, terms: readonly Term[], at: number): string {
  let last = at - 1;
  while (last >= 0 && terms[last]?.is('Auxiliary', 'Adverb', 'Copula', 'Modal', 'Negative')) last--;
  let comma = false;
  let opened = false;
  let first = last + 1;
  while (first > 0) {
    const term = terms[first - 1];
    const next = terms[first];
    if (!term || PRONOUN.test(term.text)) break;
    const gap = text.slice(term.end, next?.start ?? term.end);
    comma = first <= last && /[,;:—–(]/.test(gap);
    if (!comma && first <= last && LINKS.test(term.text) && terms[first - 2]?.is('Noun')) {
      opened = false;
      first--;
      continue;
    }
    if (comma || !term.is('Noun', 'Adjective', 'Determiner', 'ProperNoun', 'Possessive', 'Value')) break;
    if (opened && term.is('Noun') && !term.is('Possessive')) break;
    opened ||= term.is('Adjective', 'Determiner');
    first--;
  }
  const words = terms.slice(first, last + 1);
  const ends = terms[last];
  if (
    words.length === 0 ||
    words.length > 7 ||
    !words.some((term) => term.is('Noun') || /^(?:some|many|others)$/i.test(term.text)) ||
    !ends
  )
    return '';
  if (/[,;:]/.test(text.slice(ends.end, terms[last + 1]?.start ?? ends.end)) && words.length > 4) return '';
  return text.slice(words[0]?.start ?? 0, ends.end);
}

/** 「批评者质疑」: the words in front of the verb, up to the clause's start. */
function chineseSpeaker(text: string, at: number): string {
  if (/^批评/.test(text.slice(at))) return text.slice(at).startsWith('批评者') ? '批评者' : '批评人士';
  if (/^(?:可能|或许|也许|似乎|有望|疑似|预计|预期|未经)/.test(text.slice(at))) return '';
  const before =
    text
      .slice(0, at)
      .split(/[，。；：、,;:]/)
      .at(-1)
      ?.trim() ?? '';
  const bare = before.replace(/(?:则|也|都|曾|还|却|并|已)+$/, '');
  return /^[\p{Script=Han}A-Za-z0-9·]{2,12}$/u.test(bare) && !/^(?:这|该|其|但|而|因此|目前|此外)/.test(bare) ? bare : '';
}
