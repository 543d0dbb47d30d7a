/** PNG and JPEG files without what they tell besides their pixels: place, camera, editor, thumbnails, whatever was hung on behind. */

/** Chunks that pixels need (PNG, third edition, 5.6); colour profiles are not among them: whoever has one is converted. */
const PIXEL_CHUNKS = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND']);
const PNG_SIGNATURE = 8;

/** The same PNG with nothing but pixels; null where its chunks do not add up. */
export function strippedPng(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept: Uint8Array[] = [bytes.subarray(0, PNG_SIGNATURE)];
  for (let at = PNG_SIGNATURE; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return null;
    if (PIXEL_CHUNKS.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

/** Application segments that decoders read: JFIF, and Adobe's with the colour transform (ITU-T T.81, B.2.4.6; T.872, 6.5.3). */
const KEPT_APPS = new Set([0xe0, 0xee]);
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
const COMMENT = 0xfe;

/** The same JPEG without application data, comments and what follows its end; null where its segments do not add up. */
export function strippedJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === END_OF_IMAGE) break;
    const segment = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    const isApp = marker >= 0xe0 && marker <= 0xef;
    if (marker !== COMMENT && (!isApp || KEPT_APPS.has(marker))) kept.push(bytes.subarray(at, segment));
    at = segment;
    if (marker !== START_OF_SCAN) continue;
    const end = endOfScan(bytes, at);
    kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (bytes[at] !== 0xff || bytes[at + 1] !== END_OF_IMAGE) return null;
  return joined([...kept, bytes.subarray(at, at + 2)]);
}

/** Where coded data end: at a marker that is neither a stuffed byte nor a restart (T.81, B.1.1.5). */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length;
  }
  return out;
}
