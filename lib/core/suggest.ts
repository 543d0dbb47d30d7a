/** "Did you mean": the nearest of the words that would have been right. */
import { distance } from 'fastest-levenshtein';

/** The known word nearest to `word`, if it is near enough to be a slip of the hand. */
export function closest(word: string, known: readonly string[]): string | null {
  const ranked = known
    .map((candidate) => ({ candidate, far: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : null;
}
