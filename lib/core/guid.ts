/** Identifiers that are the same for the same input: no randomness anywhere. */
import { createHash } from 'node:crypto';

/** The SHA-256 of the parts, in hex; parts are separated, so that ('ab','c') and ('a','bc') differ. */
export const digest = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex');
};

/** An upper-case GUID in braces, derived from the parts (the form of RFC 9562, version 8). */
export function guid(...parts: readonly string[]): string {
  const hex = digest(...parts).toUpperCase();
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16).toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/** An unsigned 32-bit number other than 0, derived from the parts. */
export const uint32 = (...parts: readonly string[]): number => Number.parseInt(digest(...parts).slice(0, 8), 16) >>> 0 || 1;
