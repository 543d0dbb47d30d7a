/** Words that say what something is about. */
import { segmentEnds } from '../text/segments.js';

const EMPTY = new Set(
  `a about above after again against all also although among an and any are around as at be because been before being below between both but by can could did do does
doing down during each either else even ever every few first for from further had has have having he her here hers him his how i if in into is it its itself just last least
less like made make many may me might more most much must my near neither never next no nor not now of off often on once one only onto or other our out over own per
quite rather s same second she should since so some still such t than that the their them then there these they this those though through to too two under until up upon us very was we
were what when where which while who whom whose why will with within without would you your
der die das den dem des ein eine einer eines und oder aber von vom zu zum zur mit auf aus bei im in ist sind war nach für über als
le la les un une des du de et ou mais avec sur dans est sont pour par au aux que qui
el los las una unos y o con en es son por para del al que`.split(/\s+/),
);

/** The content words of a text, in lower case and without the ending of a plural. */
export function wordsOf(text: string, lang: string): ReadonlySet<string> {
  const words = split(text, lang).map((word) => word.toLowerCase());
  return new Set(
    words.filter((word) => !EMPTY.has(word) && !/\d/.test(word) && (word.length > 2 || /\p{Script=Han}{2}/u.test(word))).map(stem),
  );
}

/** `costs` and `cost`, `chip’s` and `chip` are one word. */
const stem = (word: string): string => {
  const bare = word.replace(/['’]s?$/, '');
  return /[^s]s$/.test(bare) && bare.length > 3 ? bare.slice(0, -1) : bare;
};

/** All words of a text. */
export function split(text: string, lang: string): readonly string[] {
  if (!/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(text))
    return text.match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  const ends = segmentEnds(text, 'word', lang);
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

/** How many words of one set are in the other. */
export const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => [...a].filter((word) => b.has(word)).length;

/** How alike two sets are, from 0 to 1 (Jaccard). */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.size + b.size - both);
}
