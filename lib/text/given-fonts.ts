/** Fonts whose files the caller named, and what is measured without any. */

import { diagnostic, type Sink, type Span } from '../core/diagnostic.js';
import { digest } from '../core/guid.js';
import type { FontFace, ThemeFonts } from '../scene/text.js';
import { unmeasured } from './families.js';
import { readFontFile } from './font-file.js';

/** The bytes of a file, or why they cannot be had. */
export type ReadFile = (path: string) => Promise<Uint8Array | string>;

/** Fonts that were read. */
export interface GivenFonts {
  readonly faces: readonly FontFace[];
  /** The hash of each file: other widths make another deck. */
  readonly hashes: readonly string[];
}

/** The faces of font files; one that cannot be read is an error, told at `span`. */
export async function givenFonts(paths: readonly string[], read: ReadFile, span: Span, sink: Sink): Promise<GivenFonts> {
  const faces: FontFace[] = [];
  const hashes: string[] = [];
  for (const path of paths) {
    const bytes = await read(path);
    const found = typeof bytes === 'string' ? null : await readFontFile(bytes);
    const why = typeof bytes === 'string' ? bytes : 'it holds no TrueType or OpenType font';
    if (!found) sink(diagnostic('error', 'font/unreadable', `the font "${path}" cannot be read: ${why}`, span));
    faces.push(...(found ?? []));
    if (typeof bytes !== 'string') hashes.push(digest(bytes));
  }
  return { faces, hashes };
}

/** Says once which families and scripts of a deck were measured by averages. */
export function tellUnmeasured(words: string, fonts: ThemeFonts, span: Span, sink: Sink): void {
  const unknown = unmeasured(words, fonts);
  if (unknown.length === 0) return;
  const message = `${unknown.join(', ')}: the widths of the letters are not known, so they are measured by averages, a little too wide`;
  sink(diagnostic('info', 'font/averages', message, span, 'name the font’s file, as it is set in the template: --font FILE'));
}
