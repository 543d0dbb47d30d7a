/** Where text may be parted. */
import { opportunities } from '../text/linebreak.js';
import { segmentEnds } from '../text/segments.js';
import { type Inline, inlineText } from './inline.js';

/** Offsets inside a text after which it may be parted. */
export function boundaries(text: string, granularity: 'sentence' | 'word' | 'grapheme', lang: string): readonly number[] {
  // Words as lines part them: Thai and Chinese have no spaces between theirs.
  if (granularity === 'word') {
    return opportunities(text)
      .filter(({ end, weak }) => !weak && end < text.length)
      .map(({ end }) => end);
  }
  return segmentEnds(text, granularity, lang).filter((end) => end < text.length);
}

/** The largest of rising offsets that fits; 0 where none does. What fits at an offset is taken to fit at each smaller one. */
export function lastFitting(offsets: readonly number[], fits: (offset: number) => boolean): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (fits(offsets[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return offsets[low - 1] ?? 0;
}

/** Inlines between two offsets of their text (`inlineText`); marks without words stay with the word before them. */
export function sliceInlines(inlines: readonly Inline[], from: number, to: number): readonly Inline[] {
  let at = 0;
  return inlines.flatMap((inline): readonly Inline[] => {
    const start = at;
    at += inline.type === 'text' ? inline.text.length : inline.type === 'break' ? 1 : 0;
    if (inline.type === 'break') return start >= from && at <= to ? [inline] : [];
    if (inline.type !== 'text') return (start > from || from === 0) && start <= to ? [inline] : [];
    const text = inline.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...inline, text }];
  });
}

/** The inlines, or as much of them as fits with "…" behind: cut behind a word where one fits. */
export function shortened(inlines: readonly Inline[], lang: string, fits: (some: readonly Inline[]) => boolean): readonly Inline[] {
  if (fits(inlines)) return inlines;
  const cut = (at: number): readonly Inline[] => {
    const head = sliceInlines(inlines, 0, at);
    const last = head.at(-1);
    if (last?.type !== 'text') return head;
    return [...head.slice(0, -1), { ...last, text: `${last.text.trimEnd()}…` }];
  };
  for (const granularity of ['word', 'grapheme'] as const) {
    const at = lastFitting(boundaries(inlineText(inlines), granularity, lang), (end) => fits(cut(end)));
    if (at > 0) return cut(at);
  }
  return inlines.slice(0, 1);
}
