/** Bytes as text: by byte order mark, by what a page says of itself, else UTF-8. */

/** The text, or why there is none. */
export type Decoded = { readonly text: string } | { readonly reason: string };

/** Decodes a file. A page may name its character set in a `meta` tag (HTML Standard, 13.2.3.2). */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2_048));
  if (head.includes('\0')) return { reason: 'it is no text' };
  const named = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  return decodeAs(named ?? 'utf-8', bytes);
}

function decodeAs(label: string, bytes: Uint8Array): Decoded {
  try {
    return { text: new TextDecoder(label, { fatal: true }).decode(bytes) };
  } catch (error) {
    return { reason: error instanceof RangeError ? `its character set "${label}" is not known` : `it is not ${label.toUpperCase()} text` };
  }
}
