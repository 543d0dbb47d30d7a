/** "Did you mean": the nearest of the words that would have been right. */
import { distance } from 'fastest-levenshtein';

/** The known word nearest to `word`, if it is near enough to be a slip of the hand. */
export function closest(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, far: slips(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}

/** Levenshtein's distance, but two letters in the wrong order are one slip: `titel`. */
function slips(word: string, candidate: string): number {
  const at = word.split('').findIndex((letter, i) => letter !== candidate[i]);
  const swapped = `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  return at !== -1 && swapped === candidate ? 1 : distance(word, candidate);
}
