/** Which way a text runs. */

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const STRONG = /\p{L}/u;

/** Whether a text runs from right to left: its first letter does (Unicode Standard Annex 9, rules P2 and P3). */
export function isRightToLeft(text: string): boolean {
  const first = STRONG.exec(text)?.[0];
  return first !== undefined && RIGHT_TO_LEFT.test(first);
}

/**
 * Whether a text runs from right to left in a deck that does: there a Latin name at its start turns nothing round, and what has no letters
 * stands as the text around it.
 */
export const isRightToLeftIn = (text: string, rightToLeft: boolean): boolean =>
  rightToLeft ? RIGHT_TO_LEFT.test(text) || !STRONG.test(text) : isRightToLeft(text);
