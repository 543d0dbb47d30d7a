/** Whether a picture file is there to its end: decoders show what they find and keep silent about the rest. */
import { strippedJpeg, strippedPng } from './strip.js';

/** Whether a file ends before its format says that it does: a download that broke off. False for formats that we do not know. */
export function breaksOff(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return ENDS.some(([pattern, isWhole]) => pattern.test(start) && !isWhole(bytes));
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const ENDS: readonly (readonly [RegExp, (bytes: Uint8Array) => boolean])[] = [
  [/^\u0089PNG/, (bytes) => strippedPng(bytes) !== null],
  [/^\u00ff\u00d8\u00ff/, (bytes) => strippedJpeg(bytes) !== null],
  [/^GIF8[79]a/, hasTrailer],
  // RFC 9649, 2.3: the size counts from behind itself.
  [/^RIFF....WEBP/s, (bytes) => view(bytes).getUint32(4, true) + 8 <= bytes.length],
  [/^....ftyp/s, hasBoxes],
  // TIFF 6.0, section 2: where the first directory stands.
  [/^II\*\0/, (bytes) => bytes.length >= 8 && view(bytes).getUint32(4, true) < bytes.length],
  [/^MM\0\*/, (bytes) => bytes.length >= 8 && view(bytes).getUint32(4) < bytes.length],
];

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;

/** Whether the blocks of a GIF lead to its trailer (GIF89a, 17 to 27). */
function hasTrailer(bytes: Uint8Array): boolean {
  const table = (packed: number): number => (packed & 0x80 ? 3 << ((packed & 7) + 1) : 0);
  let at = 13 + table(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === TRAILER) return true;
    if (block === EXTENSION) at = behindSubBlocks(bytes, at + 2);
    else if (block === IMAGE) at = behindSubBlocks(bytes, at + 11 + table(bytes[at + 9] ?? 0));
    // Some editors leave empty blocks behind the last.
    else if (block === 0) at++;
    else return false;
  }
  return false;
}

function behindSubBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let length = bytes[at]; length; length = bytes[at]) at += length + 1;
  return at + 1;
}

/** Whether every box of the file is whole (ISO/IEC 14496-12, 4.2); the last may say that it goes on to the end. */
function hasBoxes(bytes: Uint8Array): boolean {
  const data = view(bytes);
  for (let at = 0; at < bytes.length; ) {
    if (at + 8 > bytes.length) return false;
    const size = data.getUint32(at);
    if (size === 0) return true;
    const length = size === 1 && at + 16 <= bytes.length ? Number(data.getBigUint64(at + 8)) : size;
    if (length < 8 || at + length > bytes.length) return false;
    at += length;
  }
  return true;
}
