/** Which sentences say most: TextRank (Mihalcea and Tarau, 2004) over shared words weighed by their rarity, and where in the text a sentence stands. */
import type { Sentence } from './sentences.js';

/** PageRank's usual damping; iterations enough for three digits. */
const DAMPING = 0.85;
const ROUNDS = 40;
/** More sentences than this are first thinned by their likeness to the whole, so that time does not grow with the square. */
const MOST = 1_200;

type Vector = ReadonlyMap<string, number>;

/** A rank for each sentence, from 0 to about 1. The same text has the same ranks. */
export function rankSentences(sentences: readonly Sentence[], words: (text: string) => readonly string[]): readonly number[] {
  const vectors = vectorsOf(sentences.map(({ text }) => words(text)));
  const chosen = nearTheWhole(vectors);
  const central = textRank(chosen.map((index) => vectors[index] ?? new Map()));
  const ranks = new Array<number>(sentences.length).fill(0);
  const best = Math.max(...central, Number.MIN_VALUE);
  for (const [at, index] of chosen.entries()) ranks[index] = (central[at] ?? 0) / best;
  return ranks.map((rank, index) => rank * placeWeight(sentences[index]));
}

/** Of two sentences how much they say the same, from 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [new Set(a), new Set(b)];
  const shared = [...left].filter((word) => right.has(word)).length;
  return shared === 0 ? 0 : shared / Math.min(left.size, right.size);
}

/** Texts say first what they are about; a sentence that leans on the one before it says little alone. */
function placeWeight(sentence: Sentence | undefined): number {
  if (!sentence) return 0;
  const early = sentence.paragraph < 2 ? 1.15 : 1;
  const first = sentence.position === 0 ? 1.1 : 1;
  const leans =
    /^(?:It|He|She|They|This|These|That|Those|Such|Both|Here|There|And|But|Or|So|他|她|它|他们|这|那|此|该)(?=\b|\p{Script=Han})/u.test(
      sentence.text,
    )
      ? 0.7
      : 1;
  const length = [...sentence.text].length;
  const han = /\p{Script=Han}/u.test(sentence.text) ? 2.5 : 1;
  const size = length * han < 40 ? 0.5 : length * han > 420 ? 0.7 : 1;
  const quotes = /^[“"「]/u.test(sentence.text) ? 0.6 : 1;
  const asks = /[?？]["”]?$/.test(sentence.text) ? 0.5 : 1;
  return early * first * leans * size * asks * quotes;
}

/** tf·idf, of length 1. */
function vectorsOf(texts: readonly (readonly string[])[]): readonly Vector[] {
  const seenIn = new Map<string, number>();
  for (const words of texts) for (const word of new Set(words)) seenIn.set(word, (seenIn.get(word) ?? 0) + 1);
  return texts.map((words) => {
    const weights = new Map<string, number>();
    for (const word of words) weights.set(word, (weights.get(word) ?? 0) + Math.log(1 + texts.length / (seenIn.get(word) ?? 1)));
    const length = Math.hypot(...weights.values());
    return new Map([...weights].map(([word, weight]) => [word, weight / (length || 1)]));
  });
}

/** The indices of the sentences most like all of them together, in order. */
function nearTheWhole(vectors: readonly Vector[]): readonly number[] {
  const all = vectors.map((_, index) => index);
  if (vectors.length <= MOST) return all;
  const whole = new Map<string, number>();
  for (const vector of vectors) for (const [word, weight] of vector) whole.set(word, (whole.get(word) ?? 0) + weight);
  const near = vectors.map((vector) => product(vector, whole));
  const order = all.toSorted((a, b) => (near[b] ?? 0) - (near[a] ?? 0) || a - b);
  return order.slice(0, MOST).sort((a, b) => a - b);
}

function textRank(vectors: readonly Vector[]): readonly number[] {
  const n = vectors.length;
  const links = vectors.map((a, i) => vectors.map((b, j) => (i === j ? 0 : product(a, b))));
  const out = links.map((row) => row.reduce((sum, weight) => sum + weight, 0));
  let ranks = new Array<number>(n).fill(1 / Math.max(1, n));
  for (let round = 0; round < ROUNDS; round++) {
    const shares = ranks.map((rank, j) => rank / (out[j] || 1));
    ranks = links.map((row) => (1 - DAMPING) / n + DAMPING * row.reduce((sum, weight, j) => sum + weight * (shares[j] ?? 0), 0));
  }
  return ranks;
}

function product(a: Vector, b: Vector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}
