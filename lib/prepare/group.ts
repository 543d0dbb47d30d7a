/** Sentences that belong on one slide: those under one heading, else neighbouring paragraphs about the same things. */

import { likeness } from './rank.js';
import type { Sentence } from './sentences.js';
import type { SourceDocument } from './source.js';

/** What becomes a slide. */
export interface Group {
  /** The heading above all of it; empty where there is none. */
  readonly heading: string;
  /** The heading one level up, where there are such: a section of the deck. */
  readonly section: string;
  readonly source: SourceDocument;
  readonly sentences: readonly Sentence[];
}

/** A slide holds about the gist of so many sentences. */
const PER_SLIDE = 4;
const MOST = 14;

/** Groups in reading order, of all sentences; at most `MOST`, the rest given back as what is left out. */
export function groupSentences(
  sentences: readonly Sentence[],
  ranks: readonly number[],
  words: (text: string) => readonly string[],
): { readonly groups: readonly Group[]; readonly left: readonly Group[] } {
  const units = joinedUnits(unitsOf(sentences), 160);
  const shares = units.map((unit) => Math.max(1, Math.round(unit.sentences.length / PER_SLIDE)));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const scale = total > MOST ? MOST / total : 1;
  const parts = joinedUnits(
    units.flatMap((unit, index) => parted(unit, Math.max(1, Math.floor((shares[index] ?? 1) * scale)), words)),
    60,
  );
  const weight = (group: Group): number =>
    group.sentences
      .map(({ index }) => ranks[index] ?? 0)
      .sort((a, b) => b - a)
      .slice(0, 3)
      .reduce((sum, rank) => sum + rank, 0);
  const kept = new Set([...parts].sort((a, b) => weight(b) - weight(a)).slice(0, MOST));
  return { groups: parts.filter((part) => kept.has(part)), left: parts.filter((part) => !kept.has(part)) };
}

/** Runs of sentences under the same lowest heading of the same source. */
function unitsOf(sentences: readonly Sentence[]): readonly Group[] {
  const runs: Sentence[][] = [];
  const key = ({ source, headings }: Sentence): string => [source.id, ...headings].join('\n');
  for (const sentence of sentences) {
    const last = runs.at(-1);
    if (last?.[0] && key(last[0]) === key(sentence)) last.push(sentence);
    else runs.push([sentence]);
  }
  return runs.flatMap((run): readonly Group[] => {
    const [first] = run;
    if (!first) return [];
    return [
      { heading: bareHeading(first.headings.at(-1)), section: bareHeading(first.headings.at(-2)), source: first.source, sentences: run },
    ];
  });
}

/** A heading without its number. */
export const bareHeading = (heading = ''): string =>
  heading.replace(/^(?:\d+(?:\.\d+)*[.)]?\s+|[IVX]+\.\s+|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+[章节])\s*(?=\S)/u, '');

/** Units that are too short for a slide, of one sentence or fewer characters than `least`, are joined to a neighbour of the same source, of the same section where there is one. */
function joinedUnits(units: readonly Group[], least: number): readonly Group[] {
  const all = [...units];
  const size = (unit: Group | undefined): number =>
    unit?.sentences.reduce((sum, { text }) => sum + text.length * (/\p{Script=Han}/u.test(text) ? 2.5 : 1), 0) ?? 0;
  const small = (unit: Group): boolean => unit.sentences.length < 2 || size(unit) < least;
  for (let at = all.findIndex(small); at !== -1 && all.length > 1; at = all.findIndex(small)) {
    const unit = all[at];
    const near = [at - 1, at + 1].filter((index) => all[index]?.source === unit?.source);
    const best = near.toSorted(
      (a, b) => Number(all[b]?.section === unit?.section) - Number(all[a]?.section === unit?.section) || size(all[a]) - size(all[b]),
    )[0];
    const other = best === undefined ? undefined : all[best];
    if (!unit || best === undefined || !other) break;
    const [first, second] = best < at ? [other, unit] : [unit, other];
    const larger = size(unit) > size(other) ? unit : other;
    all.splice(Math.min(at, best), 2, { ...larger, sentences: [...first.sentences, ...second.sentences] });
  }
  return all;
}

/** A unit in so many parts: neighbouring paragraphs that are most alike are joined, small ones first. */
function parted(unit: Group, count: number, words: (text: string) => readonly string[]): readonly Group[] {
  const parts: Sentence[][] = [];
  for (const sentence of unit.sentences) {
    if (parts.at(-1)?.[0]?.paragraph === sentence.paragraph) parts.at(-1)?.push(sentence);
    else parts.push([sentence]);
  }
  const vectors = parts.map((part): readonly string[] => part.flatMap(({ text }) => words(text)));
  const costOf = (at: number): number =>
    (parts[at]?.length ?? 0) + (parts[at + 1]?.length ?? 0) - 3 * likeness(vectors[at] ?? [], vectors[at + 1] ?? []);
  const costs = parts.slice(1).map((_, at) => costOf(at));
  while (parts.length > count) {
    const best = costs.indexOf(costs.reduce((least, cost) => Math.min(least, cost)));
    parts.splice(best, 2, [...(parts[best] ?? []), ...(parts[best + 1] ?? [])]);
    vectors.splice(best, 2, [...(vectors[best] ?? []), ...(vectors[best + 1] ?? [])]);
    costs.splice(best, 1);
    for (const at of [best - 1, best]) if (at >= 0 && at < costs.length) costs[at] = costOf(at);
  }
  return parts.map((part) => ({ ...unit, sentences: part }));
}
