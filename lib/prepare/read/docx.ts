/** Word documents, by mammoth, loaded only here. Their places count paragraphs: a DOCX has no lines. */
import type { Passage, SourceFacts, SourceTable } from '../source.js';
import { readHtml } from './html.js';

/** Reads a DOCX; throws where the bytes are none. Document properties that mammoth does not give are not guessed. */
export async function readDocx(
  bytes: Uint8Array,
): Promise<{ readonly facts: SourceFacts; readonly passages: readonly (Passage | SourceTable)[] }> {
  const { default: mammoth } = await import('mammoth');
  const styleMap = [
    "p[style-name='Title'] => h1.title:fresh",
    "p[style-name='Subtitle'] => h2:fresh",
    "p[style-name='Quote'] => blockquote > p:fresh",
  ];
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { styleMap, convertImage });
  return readHtml(value.replace(/(?=<(?:p|h[1-6]|li)[\s>])/g, '\n').replace(/^\n/, ''), false);
}
