/** Sentences with their places. */
import { isPassage, lineAt, type Passage, type SourceDocument } from './source.js';

/** A sentence of a source. */
export interface Sentence {
  /** From 0 through all sources, in reading order. */
  readonly index: number;
  readonly source: SourceDocument;
  readonly text: string;
  /** Where it starts. */
  readonly line: number;
  /** Of an offset in `text`. */
  lineOf(offset: number): number;
  readonly type: Passage['type'];
  /** The paragraph that it stands in, from 0 through all sources. */
  readonly paragraph: number;
  /** From 0 in its paragraph. */
  readonly position: number;
  /** The headings above it, the highest first. */
  readonly headings: readonly string[];
}

/** All sentences of the sources. */
export function sentencesOf(sources: readonly SourceDocument[], lang: string): readonly Sentence[] {
  const split = splitter(lang);
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const source of sources) {
    const headings: { level: number; text: string }[] = [];
    for (const passage of source.passages.filter(isPassage)) {
      if (passage.type === 'heading') {
        while ((headings.at(-1)?.level ?? 0) >= passage.level) headings.pop();
        headings.push({ level: passage.level, text: passage.text });
        continue;
      }
      for (const [position, { text, start }] of split(passage.text).entries()) {
        const lineOf = (offset: number): number => lineAt(passage, start + offset);
        const above = headings.map((heading) => heading.text);
        sentences.push({
          index: sentences.length,
          source,
          text,
          line: lineOf(0),
          lineOf,
          type: passage.type,
          paragraph,
          position,
          headings: above,
        });
      }
      paragraph++;
    }
  }
  return sentences;
}

interface Stretch {
  readonly text: string;
  readonly start: number;
}

/** Abbreviations that end no sentence, and initials. */
const NO_END =
  /(?:^|[\s("“‘])(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gen|Gov|Lt|Col|Sgt|St|Jr|Sr|vs|No|Nos|Fig|Figs|Eq|Sec|Vol|pp?|ca|cf|al|e\.g|i\.e|approx|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z]|(?:[A-Z]\.)+[A-Z])\.\s*$/;
/** Abbreviations that may well end one: so they do where a capital follows that starts none of the names they belong to. */
const ORDINARY_START =
  /^(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|As|For|However|Its|His|Her|Their|Some|Many|Most|While|When|If|After|Before)\b/;

/** Parts a paragraph at its sentences, by Unicode's rules (UAX 29) without those breaks that abbreviations, initials and quotation marks make. */
function splitter(lang: string): (text: string) => readonly Stretch[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'sentence' });
  return (text) => {
    const parts: { text: string; start: number }[] = [];
    for (const { segment, index } of segmenter.segment(text)) {
      const last = parts.at(-1);
      if (last && !ends(last.text, segment)) last.text += segment;
      else parts.push({ text: segment, start: index });
    }
    return parts.flatMap((part) => {
      const trimmed = part.text.trim();
      return trimmed === '' ? [] : [{ text: trimmed, start: part.start + part.text.indexOf(trimmed.charAt(0)) }];
    });
  };
}

function ends(before: string, after: string): boolean {
  if (/[”」]\s*$/.test(before) && /^[^，。]{2,20}(?:说|表示|称|指出|写道)/.test(after)) return false;
  if (/^[”’"'»」』)）\]]+\s*$/.test(after)) return false;
  if (openQuote(before) && /[”"」』]/.test(after)) return false;
  if (NO_END.test(before)) return /\b(?:[A-Z]\.){2,}\s*$|\b(?:Inc|Corp|Ltd|Co)\.\s*$/.test(before) && ORDINARY_START.test(after);
  return !/^\p{Ll}/u.test(after) || /[。！？]\s*$/.test(before);
}

/** Inside a quotation that has begun: it is read whole. */
function openQuote(text: string): boolean {
  const count = (mark: string): number => text.split(mark).length - 1;
  return count('“') > count('”') || count('「') > count('」') || count('"') % 2 === 1;
}
