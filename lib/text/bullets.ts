/** What stands before a paragraph: its bullet character, or its number, counted as PowerPoint counts. */
import { type AutoNumber, levelStyle, type Paragraph, type TextStyle } from '../scene/text.js';

/** The bullet of each paragraph as a reader sees it: `•`, `3.`; empty where there is none. */
export function bulletTexts(paragraphs: readonly Paragraph[], style: TextStyle): readonly string[] {
  const counts: (Count | undefined)[] = [];
  return paragraphs.map((paragraph) => {
    const { bullet, level } = paragraph;
    counts.length = Math.min(counts.length, level + 1);
    if (bullet.kind !== 'number') {
      counts[level] = undefined;
      if (bullet.kind === 'character') return bullet.character;
      if (bullet.kind === 'line') return String(bullet.number);
      return bullet.kind === 'inherit' ? (levelStyle(style, level).bullet?.character ?? '') : '';
    }
    const last = counts[level];
    const goesOn = last?.scheme === bullet.scheme && last.startAt === bullet.startAt;
    const ordinal = goesOn ? last.ordinal + 1 : bullet.startAt;
    counts[level] = { scheme: bullet.scheme, startAt: bullet.startAt, ordinal };
    return `${NUMERALS[bullet.scheme](ordinal)}.`;
  });
}

interface Count {
  readonly scheme: AutoNumber;
  readonly startAt: number;
  readonly ordinal: number;
}

const NUMERALS: Readonly<Record<AutoNumber, (ordinal: number) => string>> = {
  arabicPeriod: String,
  alphaLcPeriod: letters,
  romanLcPeriod: roman,
};

/** After z PowerPoint goes on with aa, bb. */
function letters(ordinal: number): string {
  const index = ordinal - 1;
  return String.fromCharCode(97 + (index % 26)).repeat(Math.floor(index / 26) + 1);
}

const ROMAN: readonly (readonly [value: number, numeral: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(ordinal: number): string {
  let left = ordinal;
  let text = '';
  for (const [value, numeral] of ROMAN) {
    text += numeral.repeat(Math.floor(left / value));
    left %= value;
  }
  return text;
}
