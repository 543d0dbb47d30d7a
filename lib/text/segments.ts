/** Where sentences, words and user-perceived characters of a text end, by Unicode Standard Annex 29. */

/** UTF-16 units that are looked at together, larger than nearly all segments. Each segment that the runtime gives holds a copy of all its text. */
const WINDOW = { grapheme: 256, word: 2048, sentence: 4096 } as const;

/** What stands so near the end of what is looked at may be parted otherwise than with the text behind it. */
const MARGIN = 64;

/** Each of these is a character by itself. */
const PLAIN = /^[ -~]*$/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string, granularity: keyof typeof WINDOW): Intl.Segmenter {
  const key = `${lang}/${granularity}`;
  const made = segmenters.get(key) ?? new Intl.Segmenter(lang, { granularity });
  segmenters.set(key, made);
  return made;
}

/** The ends of a text's segments, in order; the last is the end of the text. Linear in its length, however long. */
export function segmentEnds(text: string, granularity: keyof typeof WINDOW, lang = 'und'): readonly number[] {
  if (granularity === 'grapheme' && PLAIN.test(text)) return Array.from(text, (_, index) => index + 1);
  const segmenter = segmenterOf(lang, granularity);
  const ends: number[] = [];
  let size: number = WINDOW[granularity];
  for (let start = 0; start < text.length; ) {
    const to = Math.min(start + size, text.length);
    const known = to === text.length ? to : to - MARGIN;
    const starts = Array.from(segmenter.segment(text.slice(start, to)), ({ index }) => start + index);
    const within = starts.filter((at) => at > start && at < known);
    for (const at of within) ends.push(at);
    const last = within.at(-1);
    if (to === text.length) break;
    if (last === undefined) size *= 2;
    else start = last;
  }
  if (text.length > 0) ends.push(text.length);
  return ends;
}
