/** What is told of the pictures that a briefing names. */
import type { Briefing, FileReference } from './briefing/briefing.js';
import type { Kinds } from './briefing/kind.js';
import { diagnostic, type Sink } from './core/diagnostic.js';
import type { ReadFiles } from './files.js';
import { referencesOf } from './resolve.js';

/** Where a briefing names a picture. */
export const picturesNamed = (id: string, briefing: Briefing, kinds: Kinds, read: ReadFiles): readonly FileReference[] =>
  referencesOf(briefing, kinds).filter((reference) => {
    const file = read.file(reference);
    return 'picture' in file && file.picture.id === id;
  });

/** Says of each place that shows a picture why it does not. */
export function tellUnreadable(references: readonly FileReference[], why: string, sink: Sink): void {
  for (const { path, span } of references)
    sink(diagnostic('warning', 'image/unreadable', `the picture "${path}" cannot be shown: ${why}`, span));
}

/** Says, where a picture is named first, that its file is far larger than the deck can show. */
export function tellLavish([first]: readonly FileReference[], width: number, needed: number, dpi: number, sink: Sink): void {
  if (!first) return;
  const print = (pixels: number): string => new Intl.NumberFormat('en').format(pixels);
  const message = `the picture "${first.path}" is ${print(width)} pixels wide; at ${dpi} to the inch the deck needs ${print(needed)}`;
  sink(diagnostic('info', 'image/fine', message, first.span, 'the deck keeps no more of them; a smaller file only builds faster'));
}
