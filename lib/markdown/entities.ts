/** HTML character references. */
import { decodeHTMLStrict } from 'entities';

/** A character reference, complete with its semicolon. */
export const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/g;

/** What a reference stands for; null where it is none. Numbers that are no character give U+FFFD (CommonMark 0.31, 2.5). */
export function decodeReference(reference: string): string | null {
  const decoded = decodeHTMLStrict(reference);
  return decoded === reference ? null : decoded;
}

/** A text with its references decoded. */
export const decodeReferences = (text: string): string =>
  text.includes('&') ? text.replace(REFERENCE, (reference) => decodeReference(reference) ?? reference) : text;
